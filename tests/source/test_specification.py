"""The links of the specifications' examples are those of the specifications' own HTML."""

from __future__ import annotations

import json
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from linklint.model.document import Dialect
from linklint.source.dialects import COMMONMARK, GFM
from linklint.source.parse import parse

DATA = Path(__file__).parents[1] / "data" / "specifications"
COMMONMARK_EXAMPLES = json.loads((DATA / "commonmark-spec-0.31.2.json").read_text(encoding="utf-8"))
GFM_EXAMPLES = json.loads((DATA / "gfm-spec-0.29.json").read_text(encoding="utf-8"))


class ExpectedLinks(HTMLParser):
    """The (element, destination) pairs of an HTML text, line ends removed as the URL standard says."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: Counter[tuple[str, str]] = Counter()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = {"a": "href", "img": "src"}.get(tag)
        for key, value in attrs:
            if key == name:
                self.links[tag, unquote((value or "").replace("\n", ""))] += 1
                return


def read_links(markdown: str, dialect: Dialect) -> Counter[tuple[str, str]]:
    document = parse(markdown.encode(), dialect)
    assert [note for note in document.notes if note.kind in ("unreadable", "nesting")] == []
    return Counter((link.element, unquote(link.href)) for link in document.links if link.href or link.destination)


def test_all_examples_are_there() -> None:
    assert len(COMMONMARK_EXAMPLES) == 652
    assert len(GFM_EXAMPLES) == 24
    assert sum(len(ExpectedLinks(example["html"]).links) > 0 for example in COMMONMARK_EXAMPLES) > 130


@pytest.mark.parametrize("example", COMMONMARK_EXAMPLES, ids=lambda example: str(example["example"]))
def test_commonmark_links(example: dict[str, str]) -> None:
    dialect = Dialect(front_matter=())
    assert read_links(example["markdown"], dialect) == ExpectedLinks(example["html"]).links


@pytest.mark.parametrize("example", GFM_EXAMPLES, ids=lambda example: str(example["example"]))
def test_gfm_links(example: dict[str, str]) -> None:
    assert read_links(example["markdown"], GFM) == ExpectedLinks(example["html"]).links


def test_plain_addresses_are_no_links_in_commonmark() -> None:
    assert not parse(b"www.example.com https://example.com a@example.com", COMMONMARK).links
