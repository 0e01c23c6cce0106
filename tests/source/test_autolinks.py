"""Plain addresses, cut where cmark-gfm cuts them."""

from __future__ import annotations

import pytest

from linklint.source.dialects import GFM
from linklint.source.parse import parse


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("see https://e.x/a_b.", ["https://e.x/a_b"]),
        ("(https://e.x/a_(b)).", ["https://e.x/a_(b)"]),
        ("https://e.x?a=b&amp;", ["https://e.x?a=b"]),
        ("https://e.x/a&b;", ["https://e.x/a"]),
        ("**https://e.x**", ["https://e.x"]),
        ("~~www.e.x~~", ["www.e.x"]),
        ("https://e.x/ä<br>", ["https://e.x/ä"]),
        ("HTTPS://E.X and ftp://e.x", ["HTTPS://E.X", "ftp://e.x"]),
        ("\\https://e.x", ["https://e.x"]),
        ("1https://e.x", ["https://e.x"]),
        ("http://localhost:8080/a", ["http://localhost:8080/a"]),
        ("a.b+c_d@e-f.x, z", ["a.b+c_d@e-f.x"]),
        ("mailto:a@e.x xmpp:a@e.x/r", ["mailto:a@e.x", "xmpp:a@e.x/r"]),
        ("| www.e.x | a |\n|---|---|\n", ["www.e.x"]),
        ("> é https://e.x\n> www.e.x/a\n", ["https://e.x", "www.e.x/a"]),
    ],
)
def test_addresses_are_links(text: str, written: list[str]) -> None:
    links = parse(text.encode(), GFM).links
    assert [link.written for link in links] == written
    for link in links:
        assert (link.syntax, link.span, link.text) == ("autolink", link.destination, link.written)
        assert text[link.span.start : link.span.end] == link.written
        assert link.href.removeprefix("http://").removeprefix("mailto:") == link.written.removeprefix(
            "http://"
        ).removeprefix("mailto:")


@pytest.mark.parametrize(
    "text",
    [
        "xhttps://e.x",
        "xwww.e.x",
        "www.",
        "https://",
        "https:// e.x",
        "http://a_b.c",
        "e.x and index.md",
        "`https://e.x`",
        "[https://e.x",
        "<a>https://e.x</a>",
        "a@e",
        "a@e.x-",
        "a@e.x_",
        "data:text",
    ],
)
def test_what_is_no_address_is_left_alone(text: str) -> None:
    assert [link.written for link in parse(text.encode(), GFM).links if link.syntax == "autolink"] == []


def test_an_address_in_a_links_text_belongs_to_that_link() -> None:
    (link,) = parse(b"[see https://e.x](y)", GFM).links
    assert (link.href, link.text) == ("y", "see https://e.x")
