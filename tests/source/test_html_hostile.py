"""Pathological HTML is read in linear time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.source.html_documents import links, parse
from tests.timing import check_linear

N = 5_000
HOSTILE: dict[str, tuple[Callable[[int], str], int]] = {
    "nested div": (lambda n: "<div>" * n + "<a href=x>t</a>", 1),
    "nested formatting": (lambda n: "<b>" * n + "<a href=x>t", 1),
    "formatting reopened in each block": (lambda n: "".join(f"<p><b id=i{i}>t" for i in range(n)) + "<a href=x>", 1),
    "fonts told apart": (lambda n: "".join(f"<p><font color={i}>t" for i in range(n)) + "<a href=x>", 1),
    "nested links": (lambda n: "<a href=x>t" * n, N),
    "links nested in tables": (lambda n: "<a href=x>t<table><td>" * n, N),
    "one link over many blocks": (lambda n: "<a href=x>" + "<p>t" * n, 1),
    "links and formatting": (lambda n: "<a href=x><b>" * n, N),
    "nested tables": (lambda n: "<table>" * n + "<a href=x>", 1),
    "nested svg, other end tags": (lambda n: "<svg>" * n + "</math>" * n + "<a href=x>", 1),
    "nested templates": (lambda n: "<template>" * n + "<a href=x>", 0),
    "headings never closed": (lambda n: "<h1>t" * n + "<a href=x>", 1),
    "end tags alone": (lambda n: "</a>" * n + "<a href=x>", 1),
    "attributes": (lambda n: "<a " + " ".join(f"x{i}=1" for i in range(n)) + " href=x>", 1),
    "attributes of an end tag": (lambda n: "</p " + " ".join(f"x{i}=1" for i in range(n)) + "><a href=x>", 1),
    "equal attributes": (lambda n: "<a" + " href=x" * n + ">", 1),
    "entities": (lambda n: '<a href="' + "&amp" * n + "&#1" * n + '">', 1),
    "long entity name": (lambda n: '<a href="&' + "a" * n + '">', 1),
    "long number": (lambda n: '<a href="&#' + "9" * n + ';">', 1),
    "rel": (lambda n: '<a href=x rel="' + "x " * n + '">', 1),
    "unclosed comments": (lambda n: "<a href=x>" + "<!--" * n, 1),
    "declarations": (lambda n: "<![" * n + "><a href=x>", 1),
    "unclosed tags": (lambda n: "<a href=x>" + "<a " * n, 1),
    "unclosed quotes": (lambda n: '<a href="' * n, 0),
    "unclosed end tags": (lambda n: "<a href=x>" + "</a <" * n, 1),
    "less-than signs": (lambda n: "<" * n + "a href=x>", 1),
    "instructions": (lambda n: "<?" * n + "><a href=x>", 1),
    "script": (lambda n: "<a href=x><script>" + "<!--<script></s" * n, 1),
    "title": (lambda n: "<a href=x><title>" + "</titl" * n, 1),
    "nul": (lambda n: "<a href=\0x>\0" * n, N),
    "options": (lambda n: "<select><option>" * n + "</select><a href=x>", 1),
    "spaces in a tag": (lambda n: "<a" + " " * n + "href" + " " * n + "=" + " " * n + "x" + " " * n + ">", 1),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markup_is_read_in_linear_time_and_no_link_is_lost(name: str) -> None:
    make, count = HOSTILE[name]
    assert len(links(make(N))) == count
    check_linear(lambda size: links(make(size)), N)


def test_containers_that_are_nested_too_deep_are_told() -> None:
    (note,) = parse("\n" + "<div>" * 3_000 + "<a href=x>t</a>").notes
    assert (note.kind, note.line, note.column) == ("nesting", 2, 10_001)


@pytest.mark.parametrize("text", ["<p>" * 3_000, "<li>" * 3_000, "<br>" * 3_000, "<div></div>" * 3_000])
def test_long_pages_are_not_deep_pages(text: str) -> None:
    assert parse(text).notes == ()
