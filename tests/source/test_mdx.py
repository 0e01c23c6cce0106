"""MDX: links, headings, ids, imports and comments with their exact places."""

from __future__ import annotations

import pytest

from linklint.model.document import Dialect, Document
from linklint.source.parse import parse

EXTENSIONS = ("autolinks", "comment-ids", "footnotes", "heading-ids", "mdx", "strikethrough", "tables")


def read(text: str) -> Document:
    document = parse(text.encode(), Dialect(extensions=EXTENSIONS))
    assert not [note for note in document.notes if note.kind == "unreadable"]
    return document


def links(text: str) -> list[tuple[str, str, str]]:
    """(element or syntax, href, text) of each link."""
    found = read(text).links
    for link in found:
        if link.destination is not None:
            assert text[link.destination.start : link.destination.end] == link.written
    return [(link.element if link.syntax == "jsx" else link.syntax, link.href, link.text) for link in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<a href="/a">see **this**</a>', [("a", "/a", "see this")]),
        ('x <Link to="/a">y</Link> z', [("Link", "/a", "y")]),
        ("<Link\n  to='/a'\n  rel=\"nofollow\"\n>\n  y\n</Link>", [("Link", "/a", "y")]),
        ('<LinkCard title="T" href="/a" />', [("LinkCard", "/a", "T")]),
        ('<Card title="T" href="/a">\n  [x](b.md)\n</Card>', [("Card", "/a", "T"), ("inline", "b.md", "x")]),
        ('<Cards.Card href={"/a"} />', [("Cards.Card", "/a", "")]),
        ("<A href={'/a'} /><A href={ `/b` } />", [("A", "/a", ""), ("A", "/b", "")]),
        ("<A href={`/b/${c}`} />", [("A", "{`/b/${c}`}", "")]),
        ('<A href={translate("/b")} />', [("A", '{translate("/b")}', "")]),
        ("<A slugs={['a', \"b\",]} />", [("A", "a", ""), ("A", "b", "")]),
        ('<A href="/a&amp;b" {...rest} {...{c: "}"}} d />', [("A", "/a&b", "")]),
        ("<>\n[x](b.md)\n</>", [("inline", "b.md", "x")]),
        ("<div>\n    indented [x](b.md)\n</div>", [("inline", "b.md", "x")]),
        ("<Tabs>\n        - [x](b.md)\n</Tabs>", [("inline", "b.md", "x")]),
        ('| a |\n|---|\n| <a href="t.md">c</a> {x | y} |', [("a", "t.md", "c")]),
        ('- <Card href="/a">\n  [x](b.md)\n  </Card>', [("Card", "/a", "x"), ("inline", "b.md", "x")]),
        ('> <Card href="/a">\n> [x](b.md)\n> </Card>', [("Card", "/a", "x"), ("inline", "b.md", "x")]),
        ("[a{' '}b {c}](d.md)", [("inline", "d.md", "a b {c}")]),
        ("[<Icon name='x'/> a](d.md)", [("inline", "d.md", "a")]),
        ("[a](<b c.md>) <B/>", [("inline", "b c.md", "a")]),
        ("a < b [c](d.md) {e", [("inline", "d.md", "c")]),
        ("Array<string [c](d.md)", [("inline", "d.md", "c")]),
        ('export const A = () => <a href="/a">b <i>c</i></a>\n', [("a", "/a", "b c")]),
        ("{x && <Link to='/a'>b</Link>}", [("Link", "/a", "b")]),
        # silent
        ("export const A = () => <a href={b}>c</a>; // <a href='d'>\n", []),
        ('export const a = "<a href=\'b\'>" /* <a href="c"> */\n', []),
        ('`<a href="/a">`', []),
        ('```jsx\n<a href="/a">\n```', []),
        ('<Tabs>\n\n  ~~~\n  <a href="/a">\n  ~~~\n\n</Tabs>', []),
        ('{/* <a href="/a"> [x](b.md) */}', []),
        ('<!-- <a href="/a"> [x](b.md) -->', []),
        ("{'<a href=\"/a\"> [x](b.md)'}", []),
        ('\\<a href="/a">', []),
        ('export const a = `\n\n<a href="/a">\n[x](b.md)\n`\n', []),
        ("<Code code={`[x](b.md)`} />", []),
        ('<video src="/a.mp4" />', []),
        ('<A href="" />', []),
    ],
)
def test_links(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert links(text) == expected
    assert links(text.replace("\n", "\r\n")) == expected


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ('<a aria-hidden href="/a"></a>', True),
        ('<a aria-hidden={true} href="/a"></a>', True),
        ('<Card aria-hidden="true" href="/a" />', True),
        ('<div aria-hidden="true">\n<p>\n<a href="/a"></a>\n</p>\n</div>', True),
        ('<a aria-hidden={false} href="/a"></a>', False),
        ('<a aria-hidden="false" href="/a"></a>', False),
        ('<div aria-hidden="true" />\n<a href="/a"></a>', False),
    ],
)
def test_links_that_screen_readers_pass_over(text: str, hidden: bool) -> None:
    assert [link.aria_hidden for link in read(text).links] == [hidden]


def test_link_attributes() -> None:
    tag = '<a href="javascript:x" rel="NoFollow ugc" title="T" aria-label="L">a</a>'
    text = f"# H\n\nfive words stand before it\n\n<nav>\n{tag}\n</nav>\n"
    link = read(text).links[0]
    assert (link.prop, link.rel, link.title, link.aria_label) == ("href", ("nofollow", "ugc"), "T", "L")
    assert (link.crawlable, link.landmark, link.section, link.word) == (False, "nav", 0, 6)
    assert text[link.span.start : link.span.end] == tag


def test_images() -> None:
    found = read('<a href="x">\n  <img src="y.png" alt="z" />\n</a>\n\n[<img src="q.png" alt="r"/>](s)\n').links
    assert [(link.href, link.text, link.only_images) for link in found] == [
        ("x", "z", True),
        ("y.png", "z", False),
        ("s", "r", True),
        ("q.png", "r", False),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('### `x` <div className="label">iOS</div>', (3, "x iOS", None)),
        ("## Foo {version}", (2, "Foo {version}", None)),
        ("## Foo {/* foo-id */}", (2, "Foo", "foo-id")),
        ("## Foo {/*foo-id*/}", (2, "Foo", "foo-id")),
        ("## Foo {/* #foo-id */}", (2, "Foo", "foo-id")),
        ("## Foo {/* a comment */}", (2, "Foo", None)),
        ("## Foo {#foo-id}", (2, "Foo", "foo-id")),
        ('<h2 id="x">Foo *bar*</h2>', (2, "Foo bar", "x")),
        ("<h3>\n  Foo\n</h3>", (3, "Foo", "")),  # nothing makes an id of its text
        ("    ## Foo", (2, "Foo", None)),
    ],
)
def test_headings(text: str, expected: tuple[int, str, str | None]) -> None:
    assert [(item.level, item.text, item.id) for item in read(text).headings] == [expected]


def test_the_source_of_a_heading_is_kept() -> None:
    text = "# A <b>c</b> {d} {/*e*/}\n"
    heading = read(text).headings[0]
    assert heading.raw == "A <b>c</b> {d}"
    assert text[heading.span.start : heading.span.end] == text.strip()


def test_links_belong_to_the_headings_above_them() -> None:
    found = read('# A\n\n<a href="b"/>\n\n<h2>C</h2>\n\n[d](e)\n\n<h2>[f](g)</h2>\n').links
    assert [(link.href, link.section, link.block) for link in found] == [
        ("b", 0, "body"),
        ("e", 1, "body"),
        ("g", 2, "heading"),
    ]


def test_tabs_and_summaries_have_titles() -> None:
    text = "<Tabs items={['One', \"Two\"]}>\n<Tabs.Tab>\na\n</Tabs.Tab>\n<Tabs.Tab>\nb\n</Tabs.Tab>\n</Tabs>\n"
    text += "\n<details>\n<summary>More</summary>\nc\n</details>\n\n<Steps items={['Three']}>d</Steps>\n"
    text += "\n<details>\n<summary>Alone</summary>\n\nc\n</details>\n"
    assert [(tab.text, tab.span.line) for tab in read(text).tabs] == [("One", 2), ("Two", 5), ("More", 11)]


def test_imports_of_code_say_which_names() -> None:
    includes = read("import { Tabs, Steps } from 'nextra/components'\n\ntext\n").includes
    assert [(include.kind, include.part) for include in includes] == [("component", "{ Tabs, Steps }")]


def test_ids() -> None:
    found = read(
        '<Anchor id="a" />\n\n<div\n  id={"b"}>\n<a name="c"/></div>\n\n<h2 id="d">e</h2> <A id={f} name="g"/>\n'
    )
    assert [(item.id, item.line) for item in found.ids] == [("a", 1), ("b", 3), ("c", 5), ("d", 7)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import A from './a.mdx'\n\ntext\n\n<A />\n", [("./a.mdx", 5)]),
        ('import A, {toc} from "@site/a.md";\nimport B from "b"\n\n<A/>\n', [("@site/a.md", 4)]),
        ("import A from './a.mdx'\n\n<Tabs items={[A]} />\n", [("./a.mdx", 1)]),
        ("# A\nimport A from './a.mdx'\n\n<A />\n", [("./a.mdx", 4)]),
        # silent
        ("import A from './a.mdx'\n\ntext\n", []),
        ("import A from './a.tsx'\n\n<A />\n", []),
        ("```\nimport A from './a.mdx'\n```\n\n<A />\n", []),
        ("to\nimport A from './a.mdx'\n\n<A />\n", []),
    ],
)
def test_imports(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(item.written, item.span.line) for item in read(text).includes if item.kind == "import"] == expected


def test_prose_that_begins_like_an_import_is_prose() -> None:
    assert links("import the [module](a.md) first\n") == [("inline", "a.md", "module")]
    assert links("export all [of](a.md) it\n") == [("inline", "a.md", "of")]


def test_exports_end_at_a_blank_line_outside_brackets() -> None:
    assert links("export const a = {\n  b: 1,\n\n  c: '[x](y.md)',\n}\n\n[d](e.md)\n") == [("inline", "e.md", "d")]
    assert links("export const a = `\n\n") == []


@pytest.mark.parametrize("comment", ["{/* %s */}", "<!-- %s -->"])
def test_comments_are_directives(comment: str) -> None:
    text = comment % "linklint-disable-next-line no-x -- why" + "\n[a](b)\n"
    assert [(item.kind, item.rules, item.first) for item in read(text).directives] == [("next-line", ("no-x",), 2)]
    assert not read(f"`{text.splitlines()[0]}`").directives


def test_words_and_titles() -> None:
    document = read("import a from 'b c d'\n\n# Two <b>words</b>\n\n<C title='not counted'>three more words</C>\n")
    assert (document.words, document.title) == (5, "Two words")


def test_plain_markdown_reads_the_same() -> None:
    text = "# T\n\n[a](b.md 'c') ![d](e.png)\n\n- f\n\n| g |\n|---|\n| [h][i] |\n\n[i]: j.md\n"
    plain = parse(text.encode(), Dialect(extensions=tuple(name for name in EXTENSIONS if name != "mdx")))
    assert read(text) == plain


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("<summary>See https://example.com/a</summary>", "https://example.com/a"),
        ("See <b>https://example.com</b>.", "https://example.com"),
        ("See https://example.com/{version}/a", "https://example.com/{version}/a"),
    ],
)
def test_an_address_ends_where_a_tag_begins(text: str, href: str) -> None:
    assert [link.href for link in parse(text.encode(), Dialect(extensions=EXTENSIONS)).links] == [href]
