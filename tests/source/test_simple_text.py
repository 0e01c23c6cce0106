"""The short way through texts without links shows what the tokenizer shows."""

from collections.abc import Iterable
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.token import Token

from linklint.model.document import Dialect
from linklint.source.markdown.inlines import PositionedInlines
from linklint.source.markdown.links import draft_link, render_alt
from linklint.source.markdown.offsets import Body, Origin, Piece
from linklint.source.markdown.parser import build_parser
from linklint.source.markdown.simple import Content, read_simple
from linklint.source.parse import parse

EVERY = (
    "admonitions alerts attributes autolinks containers definition-lists docfx footnotes heading-ids math mdx "
    "obsidian strikethrough tables tabs tasklists wikilinks"
).split()
PIECES = [
    "word", "a", "Ü", "7", " ", "  ", "\n", "*", "**", "`", "_", "!", ":", "&", "&amp;", "<", ">", "-", ".", ",", "(",
    ")", '"', "'", "\\", "[", "]", "://", "http", "www.", "@", "~", "=", "+", "|", "%", "#", "$", "{", "}", "^", "\t",
    "\u00a0", "[a](b)", "[", "](", "](x/y_z)", "](x*y `)", '](x "t")', "![", "![i](j)", "”", "**", "__", " \n ",
    "：", "。", "）", "中", "×", "::", "C++", "100%", "&a", "&#", ";", "%%",
    "[a]", "[word 7]", "][a]", "[]", "[`c`]", "[b]", "[a][", "[[a", "[[", "]]", "[[word|", "[[x#^y]]", "![[i.png]]",
    "![a]",
    "\U000f0000\U0010fffd\U0010fffd", "\U000f0001",
]  # fmt: skip


REFERENCES = {
    "A": {"href": "x/a.md", "title": ""},
    "WORD 7": {"href": "y", "title": "t"},
    "`C`": {"href": "z", "title": ""},
}


class Link(NamedTuple):
    """A link or image that begins. ``text``: an image's description."""

    image: bool
    href: str
    start: int
    end: int
    destination: tuple[int, int] | None
    title: str | None
    text: str = ""
    syntax: str = "inline"
    label: str | None = None


Part = str | Link | None
"""A text; a link or an image; None: a link ends."""


def read_briefly(*contents: str, extensions: Iterable[str] = ()) -> list[list[Part] | None]:
    """What the short way finds in each content; None where it leaves it to the tokenizer."""
    inline = build_parser(tuple(extensions)).inline
    assert isinstance(inline, PositionedInlines)
    found = read_simple(contents, inline.marks, REFERENCES, wikilinks=inline.has_wikilinks)
    return [read_parts(content) for content in found]


def read_parts(content: Content) -> list[Part] | None:
    if content is None or isinstance(content, str):
        return None if content is None else join([content])
    parts: list[Part] = [content.texts[0]]
    for number, (syntax, image, href, start, end, first, title, label) in enumerate(content.links):
        first -= content.ahead
        place = (first, first + len(href)) if label is None else None
        link = Link(image, href, start - content.ahead, end - content.ahead, place, title, "", syntax, label)
        text, after = content.texts[2 * number + 1 : 2 * number + 3]
        parts += (link._replace(text=text), after) if image else (link, text, None, after)
    assert content.read_all() == "".join(part for part in parts if isinstance(part, str))
    return join(parts)


def tokenize(content: str, extensions: tuple[str, ...]) -> list[Part] | None:
    """What the long way finds; None when there is more than text, links and images."""
    env = {
        "body": Body(content, 0),
        "block": None,
        "depth": 0,
        "too_deep": None,
        "undefined": [],
        "references": REFERENCES,
    }
    md = build_parser(extensions)
    parts: list[Part] = []
    for token in md.inline.parse(content, md, env, []):
        if token.type in ("text", "text_special", "code_inline"):
            parts.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.type == "link_open" and token.info in ("", "wikilink"):
            parts.append(read_link(token, content))
        elif token.type == "link_close":
            parts.append(None)
        elif token.type == "image":
            alt = token.content if token.info else render_alt(token.children or ())
            parts.append(read_link(token, content)._replace(text=alt))
        elif token.type.rpartition("_")[0] not in ("strong", "em"):
            return None
    return None if env["undefined"] else join(parts)


def read_link(token: Token, content: str) -> Link:
    origin = Origin(Body(content, 0), [Piece(0, 0)])
    draft = draft_link(token, content, origin, {}, "body", 0)
    image = draft.element == "img"
    return Link(
        image, draft.href, draft.start, draft.end, draft.destination, draft.title, "", draft.syntax, draft.label
    )


def join(parts: list[Part]) -> list[Part]:
    """The same with what stands between two links as one text, that is not empty."""
    joined: list[Part] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, str) and isinstance(last, str):
            joined[-1] = last + part
        elif part != "":
            joined.append(part)
    return joined


CONTENTS = st.lists(st.sampled_from(PIECES), max_size=14).map(lambda pieces: "".join(pieces).strip())


OF_PANDOC = ("footnotes", "math", "pandoc", "quarto-references", "tables")


@pytest.mark.parametrize("extensions", [(), ("autolinks", "strikethrough", "tables"), OF_PANDOC, tuple(EVERY)])
@given(st.lists(CONTENTS, max_size=4))
def test_both_ways_show_the_same_text(extensions: tuple[str, ...], contents: list[str]) -> None:
    for content, short in zip(contents, read_briefly(*contents, extensions=extensions), strict=True):
        assert short is None or short == tokenize(content, extensions)


@given(st.lists(CONTENTS, max_size=6))
def test_reads_many_contents_as_one_by_one(contents: list[str]) -> None:
    assert read_briefly(*contents) == [read_briefly(content)[0] for content in contents]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "Plain words, a dash - and (brackets): all of it.",
        "Use `code` and **strong words** or *emphasis*, snake_case!",
        "two\nlines & more < less <5 R&D a&&b |x|",
        "C++, 100 of Foo::Bar (1 + 2 = 3) -> >=4",
        "by \U000f0000\U0010fffd, [\U000f0001\U0010fffd](\U000f0002\U0010fffd)",
        "`a*b` **and `x` then y**",
        "two  \n  lines \n  more",
        "a [link `c]`](../b/c_d*e.md#f?x=y@z) and **[another](x)**",
        '[a](b.md "title `") ![](c.png) [](d.md)',
        "**Note:** see _the [guide](x.md) now_, `a` (*b*)",
        "*[a](b)* and **`c`** **(d)**, __e__.",
        "**类型：** `object` **Git。**",
        "[a], [text `b`][a], [a][] and [word\n7] are used, **[a]** too; List[str] and [b] are not",
        "![a] and ![pic][word 7]",
        "**#1, 55+** of *+x…*, _“Hi!”_ (_-a_) __'b'__",
        "**[[Page_of notes#^id|its name]]** ![[i.png|100]] ![[Page]] [[Page]].",
    ],
)
def test_takes_the_short_way_for(content: str) -> None:
    (short,) = read_briefly(content, extensions=EVERY)
    assert short is not None
    assert short == tokenize(content, tuple(EVERY))


@pytest.mark.parametrize(
    "content",
    ["<b>", "http://x.org", "www.x.org", "WWW.x.org", "a@b.c", "a\t\nb", "a\\*", "&lt;", "``a``", "***a***", "** a**",
     "%%a%%", "@a", "a ^b", "\U000f0000\U0010fffd \U000f0000 ", "*a", "a `b", "_a", "~~a~~",
     "$x$", "[[a*]]", "[[a\\|b]]", "{{ a }}", "a\n\tb", "\U000f0000\U0010fffd", "[b][c]", "[a][b]", "[a]()", "[a](<b>)",
     "[a](b(c))", "[a](", "![a][b]", "[b][]",
     "[a](b\\_)", "[a](b&amp;c)", "[a](b 'c')", "[[a](b)](c)", "[a](b){#c}", "[^1]",
     "[!VIDEO x](y)", "[](){#a}", "[www.x.org](a)", "a**.b**", "[![i](j)](k)"],
)  # fmt: skip
def test_leaves_to_the_tokenizer(content: str) -> None:
    assert read_briefly(content, extensions=EVERY) == [None]


@pytest.mark.parametrize("content", ["100% of @all", "x ^ y", "$5", "[100%](a) $5"])
def test_what_only_some_dialects_heed_is_plain_in_others(content: str) -> None:
    for extensions in ((), ("autolinks", "strikethrough", "tables")):
        (short,) = read_briefly(content, extensions=extensions)
        assert short is not None
        assert short == tokenize(content, extensions)
    assert read_briefly(content, extensions=EVERY) == [None]


def test_headings_and_words_come_out_the_same() -> None:
    document = parse(b"# The `code` of **strong** words\n\nfive words *in this* line\n", Dialect())
    assert (document.headings[0].text, document.words) == ("The code of strong words", 10)
