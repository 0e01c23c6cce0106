"""Folders and languages that came, went or moved as a whole."""

from __future__ import annotations

from linklint.app.whole_folders import group_pages
from linklint.graph import LinkGraph
from linklint.graph.difference import Difference
from tests.building import build_site


def group(before: str, after: str, renames: dict[str, str] | None = None, langs: dict[str, str] | None = None):
    """The groups of a change between two lists of pages."""
    sites = [
        build_site("; ".join(names.split()), {name: {"lang": (langs or {}).get(name)} for name in names.split()})
        for names in (before, after)
    ]
    difference = Difference(LinkGraph(sites[0]), LinkGraph(sites[1]), renames or {})
    return [(each.kind, each.before, each.name, len(each.pages)) for each in group_pages(difference.pages)]


DE = "docs/de/a.md docs/de/b.md docs/de/x/c.md"
EN = "docs/en/a.md"


def test_a_folder_that_went_or_came_is_one_group_the_outermost():
    assert group(f"{EN} {DE}", EN) == [("removed", None, "docs/de/", 3)]
    assert group(EN, f"{EN} {DE}") == [("added", None, "docs/de/", 3)]
    assert group(f"home.md {EN} {DE}", "home.md") == [("removed", None, "docs/", 4)]


def test_a_folder_of_which_a_page_is_left_a_small_one_and_the_top_are_none():
    assert group(f"{EN} {DE}", f"{EN} docs/de/x/c.md") == []
    assert group(f"{EN} docs/de/a.md docs/de/b.md", EN) == []
    assert group("a.md b.md c.md d.md", "d.md") == []


def test_a_folder_that_moved_is_one_group_and_its_pages_that_went_are_none():
    moved = {path: path.replace("docs/de", "de") for path in DE.split()}
    assert group(f"{EN} {DE}", f"{EN} {' '.join(moved.values())}", moved) == [("renamed", "docs/de/", "de/", 3)]
    others = {"docs/de/a.md": "docs/en/aa.md", "docs/de/b.md": "docs/en/bb.md", "docs/de/x/c.md": "docs/en/cc.md"}
    assert group(f"{EN} {DE}", f"{EN} {' '.join(others.values())}", others) == []


def test_a_language_that_went_from_folders_that_stay():
    langs = {f"p{number}.{lang}.md": lang for number in range(3) for lang in ("de", "en")}
    english = " ".join(name for name in langs if ".en." in name)
    assert group(" ".join(langs), english, langs=langs) == [("removed", None, "language de", 3)]
    assert group(" ".join(langs), f"{english} p0.de.md", langs=langs) == []
