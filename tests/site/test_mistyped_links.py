"""Links that a slip keeps from being any, in the dialects of the frameworks."""

from __future__ import annotations

import pytest

from tests.site.sites import make_site, written_links

SLIPS = "See [the roses] (roses.md), (more)[https://example.com/], [night](by night.md).\n"
JEKYLL = {"_config.yml": "title: Garden\n", "_posts/2020-01-01-dawn.md": "---\ntitle: Dawn\n---\n"}
MKDOCS = {"mkdocs.yml": "site_name: Garden\n"}
HUGO = {"hugo.toml": "title = 'Garden'\n"}
DOCUSAURUS = {"docusaurus.config.js": "module.exports = {presets: [['classic', {}]]};\n"}
QUARTO = {"_quarto.yml": "project: {type: website}\n"}


@pytest.mark.parametrize(
    ("config", "folder", "ending", "blanks"),
    [
        ({}, "", "md", "mistyped"),
        (HUGO, "content/", "md", "mistyped"),
        (DOCUSAURUS, "docs/", "mdx", "mistyped"),
        (JEKYLL, "", "md", "ok"),
        (MKDOCS, "docs/", "md", "ok"),
        (QUARTO, "", "qmd", "ok"),
    ],
)
def test_what_is_no_link(config: dict[str, str], folder: str, ending: str, blanks: str) -> None:
    page = f"{folder}start.{ending}"
    files = {page: f"---\ntitle: Start\n---\n{SLIPS}", f"{folder}by night.md": "---\ntitle: By night\n---\n"}
    links = written_links(make_site({**config, **files}), page)
    told = {link.written.text: (link.kind, link.status) for link in links if link.written}
    assert told == {
        "the roses": ("internal", "mistyped"),
        "more": ("external", "mistyped"),
        "night": ("internal", blanks),
    }


def test_it_is_said_what_was_meant() -> None:
    text = SLIPS + "\n![a rose] (rose.png) [dusk](https://example. com/dusk)\n"
    links = written_links(make_site({"README.md": text}), "README.md")
    assert [link.reason for link in links if link.status == "mistyped"] == [
        "Markdown makes one only of [the roses](roses.md)",
        "Markdown makes one only of [more](https://example.com/)",
        "Markdown makes one only of [night](<by night.md>)",
        "Markdown makes one only of ![a rose](rose.png)",
        'the address "https://example. com/dusk" holds a blank',
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("> See the [guide](https://example.com/help-\n> channels/).", "a line ends within the address "),
        ("See the [guide](https://example.com/help\nand more.", "Markdown makes one only of [guide]"),
        ('See the [guide](https://example.com/help\n"Help").', ""),
    ],
)
def test_a_line_that_ends_within_an_address(text: str, reason: str) -> None:
    links = written_links(make_site({"README.md": text}), "README.md")
    found = [link.reason for link in links if link.status == "mistyped"]
    assert (found[0] if found else "").startswith(reason)
    assert bool(found) == bool(reason)
    assert not reason.startswith("a line") or found == [f'{reason}"https://example.com/help-channels/"']
