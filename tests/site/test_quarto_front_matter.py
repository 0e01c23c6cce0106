"""Quarto: links that front matter writes (https://quarto.org/docs/websites/website-about.html; how each is read was
looked up in ``website-about.ts`` and ``website-listing-read.ts`` of https://github.com/quarto-dev/quarto-cli)."""

import json

import pytest

from linklint.model.site import Site
from tests.site.sites import make_site, orphan_states, written_links

CONFIG = {"_quarto.yml": json.dumps({"project": {"type": "website"}})}
HOME = "index.qmd"


def site_of(matter: str, path: str = HOME, **files: str) -> Site:
    more = {name.replace("_", "/", 1) + ".qmd": text for name, text in files.items()}
    return make_site({**CONFIG, HOME: "# H", "cv.qmd": "# CV", **more, path: f"---\n{matter}---\n# A\n"})


def found(site: Site, path: str = HOME) -> list[tuple[str, str, int, int]]:
    links = written_links(site, path)
    return [
        (link.written.written, link.status, link.written.span.line, link.written.span.column)
        for link in links
        if link.written
    ]


@pytest.mark.parametrize(
    ("entry", "status", "column"),
    [
        ("text: CV\n      href: cv.qmd", "ok", 13),
        ("icon: file\n      href: gone.qmd", "missing", 13),
        ("icon: github\n      href: https://github.com/me", "external", 13),
        ("icon: mail\n      url: mailto:me@example.com", "external", 12),
        ("text: CV\n      href: files/cv.pdf", "asset-missing", 13),
    ],
)
def test_links_below_a_person(entry: str, status: str, column: int) -> None:
    (link,) = found(site_of(f"title: Me\nabout:\n  template: jolla\n  links:\n    - {entry}\n"))
    assert link[1:] == (status, 7, column)


def test_a_page_is_named_from_the_folder_of_the_project_there_and_a_file_from_the_page() -> None:
    matter = "about:\n  links:\n    - href: cv.qmd\n    - href: gone.qmd\n    - other.qmd\n"
    site = site_of(matter, "me/about.qmd", me_other="# O")
    assert [link[:2] for link in found(site, "me/about.qmd")] == [
        ("cv.qmd", "ok"),
        ("gone.qmd", "missing"),
        ("other.qmd", "ok"),
    ]


def test_entries_of_a_list_are_links_of_the_page_and_those_of_a_template_are_not_known() -> None:
    matter = "listing:\n  contents:\n    - title: A\n      path: a.qmd\n    - title: B\n      path: gone.qmd\n"
    site = site_of(matter, "talks/index.qmd", talks_a="# A", talks_b="# B")
    assert found(site, "talks/index.qmd") == [("a.qmd", "ok", 5, 13), ("gone.qmd", "missing", 7, 13)]
    assert orphan_states(site)["talks/b.qmd"] == "checked"
    own = site_of(matter.replace("listing:\n", "listing:\n  template: mine.ejs\n"), "talks/index.qmd", talks_b="# B")
    assert (found(own, "talks/index.qmd"), orphan_states(own)["talks/b.qmd"]) == ([], "unknown")


def test_links_beside_a_page() -> None:
    matter = (
        "other-links:\n  - text: CV\n    href: cv.qmd\n  - text: Gone\n    href: gone.html\ncode-links:\n  - repo\n"
    )
    assert [link[:2] for link in found(site_of(matter))] == [("cv.qmd", "ok"), ("gone.html", "missing")]


@pytest.mark.parametrize(
    "matter", ["about: jolla\n", "listing: posts\n", "listing:\n  contents: posts\n", "href: gone\n"]
)
def test_what_names_no_destination(matter: str) -> None:
    assert found(site_of(matter)) == []
