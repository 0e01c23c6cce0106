"""Links that a slip keeps from being any: told where nothing else can be meant, and only where they are none."""

from __future__ import annotations

import pytest

from linklint.model.document import Dialect
from linklint.source.dialects import GFM
from linklint.source.parse import parse

BLANKS = Dialect(extensions=("blank-destinations",))
DEFINED = Dialect(extensions=("blank-definitions",))


def slips(text: str, dialect: Dialect = GFM) -> list[tuple[str, str, str]]:
    """What stands there, what was to be shown, and its address."""
    found = parse(text.encode(), dialect).mistyped
    assert all(
        text[link.destination.start : link.destination.end] == link.written for link in found if link.destination
    )
    return [(text[link.span.start : link.span.end], link.text, link.href) for link in found]


@pytest.mark.parametrize(
    ("slip", "text", "address"),
    [
        ("[roses] (roses.md)", "roses", "roses.md"),
        ("[our roses]  (../roses.html#red)", "our roses", "../roses.html#red"),
        ("[`roses`] (https://example.com/roses?a=b)", "`roses`", "https://example.com/roses?a=b"),
        ("![a rose] (./rose)", "a rose", "./rose"),
        ("(roses)[roses.md]", "roses", "roses.md"),
        ("(all roses)[https://example.com]", "all roses", "https://example.com"),
        ("[by night](by night.md)", "by night", "by night.md"),
        ("[by night](/by night.md#at home)".replace(" home", "-home"), "by night", "/by night.md#at-home"),
        ("![](Screen Shot 2018-07-23 at 2.30.01 PM.png)", "", "Screen Shot 2018-07-23 at 2.30.01 PM.png"),
        ("[at dusk](https://example. com/dusk)", "at dusk", "https://example. com/dusk"),
        ("[at dusk](#at dusk)", "at dusk", "#at dusk"),
        ("[at dusk](/{{version}}/at dusk.md)", "at dusk", "/{{version}}/at dusk.md"),
        ("[roses]（https://example.com/roses）", "roses", "https://example.com/roses"),
        ("[roses]（#red）", "roses", "#red"),
        ("[roses](/roses/#red）", "roses", "/roses/#red"),
    ],
)
def test_a_slip_is_told(slip: str, text: str, address: str) -> None:
    for line in (slip, f"See {slip}, please.", f"- **More:** {slip}", f"| a |\n|---|\n| {slip} |", f"# About {slip}"):
        assert slips(line) == [(slip, text, address)], line


@pytest.mark.parametrize("behind", ["", ".", " and more", "\nand more", ", or so: `more`"])
@pytest.mark.parametrize("address", ["https://example.com/a_(b)", "../roses.md", "http://example.com/?a=b#c"])
def test_a_link_that_nothing_ends(address: str, behind: str) -> None:
    slip = f"[our roses]({address}"
    assert slips(f"See {slip}{behind}") == [(slip, "our roses", address)]


def test_a_slip_follows_words_without_blanks_in_chinese() -> None:
    assert slips("请阅读[玫瑰花园] (roses.md)。") == [("[玫瑰花园] (roses.md)", "玫瑰花园", "roses.md")]


@pytest.mark.parametrize(
    "text",
    [
        "[roses](roses.md) (roses.md) and [roses](<by night.md>)",
        "`[roses] (roses.md)` \\[roses] (roses.md)",
        "    [roses] (roses.md)",
        "<!-- [roses] (roses.md) -->",
        "[roses] (roses), [roses] (see roses.md), [roses] (example), [roses] (/users)",
        "[1] (https://example.com) and [x] (roses.md)",
        "array[index] (./roses.md)",
        "- [x] (optional) water [the roses]",
        "[^note] (roses.md), [!NOTE] (roses.md)",
        "[the roses] (roses.md)\n\n[the roses]: roses.md",
        "f(value)[0], (both)[roses], (both)[https], grow(roses)[roses.md]",
        "[roses](roses.md)[more.md]",
        "[roses](not an address), [a-z](x y), [GET](/a b)",
        "[roses](/{{ version }}/roses.html), [roses](https://example.com/<% year %>/{% url 'a' %})",
        "![a rose](./rose.png =300x200), ![a rose](rose.png = 300x)",
        '[roses](roses.md "a title.md")',
        "[a [roses] (roses.md)](more.md)",
        "(see [roses](roses.md))[^1]",
        "[roses](https://example.com/ 'a title')\n[roses](./roses.md\n\"a title\") [roses](roses.md and more",
        "[roses]（说明）[roses]（see https://example.com）",
    ],
)
def test_brackets_and_parentheses_that_mean_no_link(text: str) -> None:
    assert slips(text) == []


@pytest.mark.parametrize("dialect", [GFM, BLANKS])
def test_both_ways_through_a_text_tell_the_same(dialect: Dialect) -> None:
    """Words without any other sign go the short way; code sends a text the long way."""
    for slip in ("[our roses] (../roses.md)", "(our roses)[roses.md]"):
        assert len(slips(f"See {slip}.", dialect)) == len(slips(f"See {slip} and ``a ` b``.", dialect)) == 1


@pytest.mark.parametrize(
    ("text", "address", "title"),
    [
        ("[by night](by night.md)", "by night.md", None),
        ("[by night](by night.md#a)", "by night.md#a", None),
        ('[by night](by  the night.md "By night")', "by  the night.md", "By night"),
        ("![by night]( by night.png )", "by night.png", None),
        ("[by night](<by night.md>)", "by night.md", None),
        ('[by night](night.md "By night")', "night.md", "By night"),
        ("[by night](night.md (By night))", "night.md", "By night"),
    ],
)
def test_blanks_are_a_part_of_the_address_for_some(text: str, address: str, title: str | None) -> None:
    document = parse(text.encode(), BLANKS)
    (link,) = document.links
    assert (link.href, link.written, link.title) == (address, address, title)
    assert link.destination
    assert text[link.destination.start : link.destination.end] == address
    assert document.mistyped == ()


@pytest.mark.parametrize(
    ("definition", "href"),
    [
        ("[rose]: my roses.md", "my roses.md"),
        ('[rose]: my own roses.md  "A title"', "my own roses.md"),
        ("[rose]: my roses.md\n  'A title'", "my roses.md"),
        ("[rose]: <my roses.md>", "my roses.md"),
        ("[rose]: roses.md\nand more", "roses.md"),
    ],
)
def test_kramdown_and_pandoc_read_a_definition_to_the_end_of_its_line(definition: str, href: str) -> None:
    (link,) = parse(f"[our roses][rose]\n\n{definition}\n".encode(), DEFINED).links
    assert (link.href, link.destination is not None) == (href, True)
    assert [each.href for each in parse(b"[a](b c.md)", DEFINED).links] == ["b c.md"]


@pytest.mark.parametrize("definition", ['[rose]: my "roses" md', "[rose]: [my](roses.md) here", "[rose] : my roses.md"])
def test_what_is_no_definition_to_them(definition: str) -> None:
    assert all(link.href != "my" for link in parse(f"[our roses][rose]\n\n{definition}\n".encode(), DEFINED).links)


@pytest.mark.parametrize("dialect", [GFM, BLANKS])
def test_others_have_no_definition_with_blanks(dialect: Dialect) -> None:
    document = parse(b"[our roses][rose]\n\n[rose]: my roses.md\n", dialect)
    assert (len(document.links), len(document.undefined)) == (0, 1)
