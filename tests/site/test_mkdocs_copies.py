"""MkDocs: what a build copies into the docs folder, told from the navigation."""

import pytest

from linklint.model.site import Site
from tests.site.sites import make_site, orphan_states, written_links

NAMES = ("a", "b", "c", "d", "e")
HELD = {f"docs/made/tools/{each}.md": f"# {each}\n\n## More\n" for each in (*NAMES, "f")}
ENTRIES = ", ".join(f"tools/{each}.md" for each in NAMES)


def copied(text: str, nav: str = ENTRIES, files: dict[str, str] = HELD) -> Site:
    config = f"site_url: https://example.com/\nnav: [index.md, {nav}]\n"
    return make_site({"mkdocs.yml": config, "docs/index.md": text, "docs/made/list.md": "", **files})


@pytest.mark.parametrize(
    ("href", "status"),
    [
        ("/tools/a/", "ok"),
        ("/tools/f/", "ok"),
        ("tools/a.md", "ok"),
        ("tools/a.md#more", "ok"),
        ("tools/a.md#less", "fragment-missing"),
        ("/made/tools/a/", "ok"),
        ("/tools/g/", "missing"),
        ("tools/g.md", "missing"),
        ("/list/", "missing"),
    ],
)
def test_links_to_copies_lead_to_what_is_copied(href: str, status: str) -> None:
    (link,) = written_links(copied(f"[x]({href})"), "docs/index.md")
    assert link.status == status
    if "/a" in href:
        assert link.target is not None
        assert link.target.path == "docs/made/tools/a.md"


def test_the_navigation_leads_to_what_is_copied() -> None:
    entries = [entry for entry in copied("").entries if entry.kind == "nav"]
    assert {entry.status for entry in entries} == {"ok"}


@pytest.mark.parametrize(
    ("nav", "files"),
    [
        (ENTRIES.partition(", ")[2], HELD),
        (ENTRIES + ", x/1.md, x/2.md, x/3.md, x/4.md, x/5.md", HELD),
        (ENTRIES, {path.replace("docs/", "other/"): text for path, text in HELD.items()}),
    ],
)
def test_too_little_tells_nothing(nav: str, files: dict[str, str]) -> None:
    site = copied("[x](tools/a.md)", nav, files)
    assert written_links(site, "docs/index.md")[0].status == "missing"


def test_a_file_that_is_there_is_no_copy() -> None:
    site = copied("[x](tools/f.md)", files={**HELD, "docs/tools/f.md": "# F"})
    (link,) = written_links(site, "docs/index.md")
    assert link.target is site.by_path["docs/tools/f.md"]


@pytest.mark.parametrize(
    ("config", "alone"),
    [
        ("", []),  # a script brings the index; the navigation has all pages
        ("not_in_nav: /c.md\n", ["docs/c.md"]),
        ("nav: [b.md]\n", ["docs/a.md", "docs/c.md"]),
    ],
)
def test_pages_without_an_index_are_in_the_navigation(config: str, alone: list[str]) -> None:
    pages = {f"docs/{each}.md": f"# {each}" for each in "abc"}
    assert [*orphan_states(make_site({"mkdocs.yml": f"site_name: x\n{config}", **pages}))] == alone
