"""Sites that find a page by the name of its file alone, as only their links tell."""

from __future__ import annotations

from collections.abc import Mapping

from linklint.model.site import Site
from tests.site.sites import make_site, written_links

FOLDERS = ("about", "admin", "guides", "tools", "more")
PAGES = {f"docs/{FOLDERS[number % 5]}/p{number}.md": "" for number in range(50)}
LINKS = "\n\n".join(f"[Page {number}](p{number}.md)" for number in range(50))


def site_of(files: Mapping[str, str]) -> Site:
    return make_site({"README.md": "", **PAGES, "docs/about/p0.md": LINKS, **files})


def statuses(site: Site, path: str) -> list[str]:
    return [link.status for link in written_links(site, path)]


def test_names_lead_to_the_only_files_of_the_name() -> None:
    site = site_of({"docs/more/p4.md": "[a](p1.md) [b](p2.md#part) [c](gone.md)", "docs/guides/p2.md": "# Part"})
    assert statuses(site, "docs/more/p4.md") == ["ok", "ok", "missing"]
    assert {link.target.path for link in written_links(site, "docs/more/p4.md") if link.target} == {
        "docs/admin/p1.md",
        "docs/guides/p2.md",
    }


def test_of_files_of_one_name_the_only_one_below_the_nearest_folder_is_meant() -> None:
    files = {"docs/de/b/p1.md": "", "docs/en/two.md": "", "docs/fr/two.md": ""}
    site = site_of({**files, "docs/de/a/x.md": "[x](p1.md) [x](two.md)"})
    assert statuses(site, "docs/de/a/x.md") == ["ok", "missing"]
    assert next(link.target.path for link in written_links(site, "docs/de/a/x.md") if link.target) == "docs/de/b/p1.md"


def test_where_pages_were_moved_the_links_are_broken() -> None:
    ways = "\n\n".join(f"[Page {number}](../{FOLDERS[number % 5]}/p{number}.md)" for number in range(10))
    site = site_of({"docs/more/p4.md": ways + "\n\n[a](p1.md)"})
    assert statuses(site, "docs/more/p4.md")[-1] == "missing"


def test_few_links_tell_nothing() -> None:
    site = make_site({"README.md": "", **PAGES, "docs/about/p0.md": "[a](p1.md) [a](p2.md) [a](p3.md)"})
    assert statuses(site, "docs/about/p0.md") == ["missing"] * 3


def test_other_folders_at_the_top_are_read_as_usual() -> None:
    assert statuses(site_of({"wiki/a.md": "[a](p1.md)"}), "wiki/a.md") == ["missing"]
