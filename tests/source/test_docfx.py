"""Markdown as docfx writes it: what is a link, what a file that is put in, and what is neither."""

import pytest

from linklint.model.document import Dialect, Document
from linklint.source.dialects import GFM
from linklint.source.parse import parse
from tests.timing import check_linear

DOCFX = Dialect(extensions=("alerts", "autolinks", "docfx", "math", "strikethrough", "tables"))


def read(text: str, dialect: Dialect = DOCFX) -> Document:
    return parse(text.encode(), dialect)


def hrefs(text: str, dialect: Dialect = DOCFX) -> list[str]:
    return [link.href for link in read(text, dialect).links]


@pytest.mark.parametrize(
    ("text", "written", "kind", "part"),
    [
        ("[!INCLUDE [a title](inc/a.md)]", "inc/a.md", "include", None),
        ("[!include[](a.md)]", "a.md", "include", None),
        ('words [!INCLUDE [a](~/inc/a.md "T")] words', "~/inc/a.md", "include", None),
        ("| a |\n|---|\n| [!INCLUDE [a](a.md)] |", "a.md", "include", None),
        ("[!INCLUDE [a](<a.md>)]", "a.md", "include", None),
        ("- item\n\n  [!INCLUDE [a](a.md)]", "a.md", "include", None),
        ("[!code-csharp[Main](../src/a.cs#region)]", "../src/a.cs", "code", "#region"),
        ("[!code[](~/my code/a (1).cs?range=1-3)]", "~/my code/a (1).cs", "code", "?range=1-3"),
        (':::code language="csharp" source="~/src/a.cs" id="x":::', "~/src/a.cs", "code", None),
    ],
)
def test_files_that_are_put_in(text: str, written: str, kind: str, part: str | None) -> None:
    document = read(text)
    assert [(each.written, each.kind, each.part) for each in document.includes] == [(written, kind, part)]
    assert document.links == ()


@pytest.mark.parametrize(
    "text", ["`[!INCLUDE [a](a.md)]`", "```\n[!INCLUDE [a](a.md)]\n```", "    [!code-c[](a.c)]", "[INCLUDE [a](a.md)]"]
)
def test_what_puts_no_file_in(text: str) -> None:
    assert read(text).includes == ()


def test_an_include_knows_its_place() -> None:
    text = "---\nuid: a\n---\nSee\r\n> [!INCLUDE [a](a.md)].\n"
    span = read(text).includes[0].span
    assert (text[span.start : span.end], span.line, span.column) == ("[!INCLUDE [a](a.md)]", 5, 3)


def test_other_dialects_know_no_includes() -> None:
    text = "[!INCLUDE [a](a.md)] @uid <xref:uid>"
    assert read(text, GFM).includes == ()
    assert hrefs(text, GFM) == ["a.md", "xref:uid"]


@pytest.mark.parametrize(
    ("text", "href", "shown"),
    [
        ("<xref:System.String>", "xref:System.String", "System.String"),
        ("<xref:a.b?displayProperty=name>", "xref:a.b?displayProperty=name", "a.b"),
        ('<xref:"a uid">', "xref:a uid", "a uid"),
        ("see @a.uid.", "xref:a.uid", "a.uid"),
        ('see @"a uid"', "xref:a uid", "a uid"),
        ("[text](xref:a.uid#part)", "xref:a.uid#part", "text"),
    ],
)
def test_cross_references(text: str, href: str, shown: str) -> None:
    link = read(text).links[0]
    assert (link.href, link.text) == (href, shown)


@pytest.mark.parametrize("text", ["`@uid`", r"\@uid", "a@uid.b", "@ uid", "@1", "<xref:uid", "user/@name"])
def test_what_is_no_cross_reference(text: str) -> None:
    assert not [href for href in hrefs(text) if href.startswith("xref:")]


def test_the_destination_of_a_reference_has_its_place() -> None:
    text = "a @uid and <xref:b>"
    places = [link.destination for link in read(text).links if link.destination]
    assert [text[place.start : place.end] for place in places] == ["@uid", "xref:b"]


def test_titles_of_tabs_are_neither_headings_nor_links() -> None:
    document = read("# Title\n\n# [Windows](#tab/windows)\n\n[a](a.md)\n\n#### [Linux](#tab/linux/x)\n\ntext\n\n---\n")
    assert [heading.text for heading in document.headings] == ["Title"]
    assert [tab.text for tab in document.tabs] == ["Windows", "Linux"]
    assert [link.href for link in document.links] == ["a.md"]


@pytest.mark.parametrize("text", ["# [Windows](#windows)", "# See [Windows](#tab/windows)", "# [a](#tab/a) [b](b.md)"])
def test_headings_with_other_links_stay_headings(text: str) -> None:
    document = read(text)
    assert (len(document.headings), document.tabs) == (1, ())
    assert document.links


def test_images_with_colons() -> None:
    text = ':::image type="content" source="m/a.png" alt-text="A cat" lightbox="m/b.png":::'
    links = read(text).links
    assert [(link.syntax, link.element, link.href, link.text) for link in links] == [
        ("inline", "a", "m/b.png", "A cat"),
        ("image", "img", "m/a.png", "A cat"),
    ]
    places = [link.destination for link in links if link.destination]
    assert [text[place.start : place.end] for place in places] == ["m/b.png", "m/a.png"]
    assert links[0].only_images


def test_text_that_is_not_to_be_translated_is_text() -> None:
    document = read('# Use :::no-loc text="Blazor"::: now')
    assert document.headings[0].text == "Use Blazor now"


def test_what_stands_in_rows_and_columns_is_markdown_however_far_it_is_indented() -> None:
    text = (
        ':::row:::\n    :::column span="2":::\n        ## Head\n        [a](a.md)\n    :::column-end:::\n'
        "    :::column:::\n        - [b](b.md)\n    :::column-end:::\n:::row-end:::\n\n    [code](c.md)\n"
    )
    document = read(text)
    assert [(link.href, link.span.line, link.span.column) for link in document.links] == [
        ("a.md", 4, 9),
        ("b.md", 7, 11),
    ]
    assert [heading.text for heading in document.headings] == ["Head"]


@pytest.mark.parametrize("start", ['::: zone pivot="a"', ':::zone target="docs"', '::: moniker range=">= b"'])
def test_lines_that_begin_and_end_zones_are_not_shown(start: str) -> None:
    end = "::: zone-end" if "zone" in start else "::: moniker-end"
    document = read(f"{start}\n# Head\n[a](a.md)\n{end}\n")
    assert ([heading.text for heading in document.headings], document.words) == (["Head"], 2)
    assert [link.href for link in document.links] == ["a.md"]


def test_a_row_that_never_ends_holds_the_rest() -> None:
    assert hrefs(":::row:::\n      [a](a.md)\n") == ["a.md"]


def test_videos_and_styles_are_no_links() -> None:
    text = '> [!VIDEO https://example.com/v]\n\n> [!div class="nextstepaction"]\n> [Next](next.md)\n'
    assert hrefs(text) == ["next.md"]


def test_alerts_hold_links() -> None:
    assert hrefs("> [!NOTE]\n> See [a](a.md).\n") == ["a.md"]


def test_rows_in_rows_are_lines() -> None:
    assert hrefs(":::row:::\n  :::row:::\n    [a](a.md)\n  :::row-end:::\n    [b](b.md)\n") == ["a.md"]
    assert hrefs(":::row:::\n[a](a.md)\n:::row-end:::\n:::row:::\n    [b](b.md)\n:::row-end:::") == ["a.md", "b.md"]


@pytest.mark.parametrize(
    "text", ["[!include[", "[!code[](", "<xref:", "@'", ":::row:::\n", ':::image a="', "[!video ", "::: zone\n> "]
)
def test_many_beginnings_without_an_end_take_linear_time(text: str) -> None:
    def work(size: int) -> None:
        document = read(text * (size // len(text)))
        assert [note.kind for note in document.notes if note.kind != "nesting"] == []

    check_linear(work, 5_000)
