"""Content that a build brings along: opaque where the repository says so, and only there."""

import pytest

from linklint.model.site import Link
from tests.site.sites import make_site, orphan_states, written_links
from tests.site.test_hugo import LAYOUT

HUGO = {"hugo.toml": 'baseURL = "https://garden.example/"', **LAYOUT}
FETCH = '#!/bin/sh\nDIR="content/guides/remote"\ngit clone https://git.example/docs "$DIR"\n'


def link(href: str, source: str = "content/docs/_index.md", **files: str) -> Link:
    site = make_site({**HUGO, "content/docs/soil.md": "# Soil", source: f"[x]({href})", **files})
    return written_links(site, source)[0]


@pytest.mark.parametrize(
    ("href", "ignore", "status"),
    [
        ("main/start/", "content/docs/*/", "opaque"),
        ("/docs/main/start/", "content/docs/*/", "opaque"),
        ("/docs/main/start/", "/content/docs/main", "opaque"),
        ("/cli/grow/", "content/cli/grow*", "opaque"),
        ("/cli/prune/", "content/cli/grow*", "missing"),
        ("/docs/main/start/", "content/docs/*/\n!content/docs/main/", "missing"),
        ("/docs/main/start/", "public/\nnode_modules/", "missing"),
        ("/docs/sand/", "content/docs/*/", "opaque"),
        ("/blog/sand/", "content/docs/*/", "missing"),
    ],
)
def test_pages_that_git_ignores_are_made_by_a_build(href: str, ignore: str, status: str) -> None:
    assert link(href, **{".gitignore": ignore, "content/cli/_index.md": ""}).status == status


def test_a_list_of_a_folder_speaks_of_that_folder() -> None:
    assert link("/docs/main/", **{"content/docs/.gitignore": "main"}).status == "opaque"
    assert link("/docs/main/", **{"content/blog/.gitignore": "main", "content/blog/a.md": ""}).status == "missing"


def test_a_file_that_github_shows_names_paths_and_no_ends_of_paths() -> None:
    files = {**HUGO, "content/a.md": "", ".gitignore": "content/docs/", "docs/a.md": "", "docs/README.md": "[x](b.md)"}
    assert written_links(make_site(files), "docs/README.md")[0].status == "missing"


@pytest.mark.parametrize(
    ("href", "name", "script", "status"),
    [
        ("/guides/remote/plough/", "hack/import.sh", FETCH, "opaque"),
        ("/guides/local/", "hack/import.sh", FETCH, "missing"),
        ("/guides/remote/plough/", "hack/import.sh", FETCH.replace("git clone", "echo"), "missing"),
        ("/guides/remote/plough/", "tests/import.sh", FETCH, "missing"),
        ("/guides/remote/plough/", "notes.txt", FETCH, "missing"),
        ("/guides/remote/plough/", "Makefile", FETCH, "opaque"),
    ],
)
def test_folders_that_a_script_fetches(href: str, name: str, script: str, status: str) -> None:
    assert link(href, **{name: script, "content/guides/_index.md": ""}).status == status


@pytest.mark.parametrize(
    ("href", "table", "status"),
    [
        ("/support/", '"/SUPPORT.md","/support.md"\n', "opaque"),
        ("/Support/", "SUPPORT.md, support.md, Help\n", "opaque"),
        ("/support/", "SUPPORT.md is not support.md\n", "missing"),
        ("/other/", '"/SUPPORT.md","/support.md"\n', "missing"),
    ],
)
def test_pages_that_a_table_names_as_copies(href: str, table: str, status: str) -> None:
    assert link(href, **{"sources/community": table}).status == status


def test_a_missing_source_file_by_its_name() -> None:
    hook = {"layouts/_default/_markup/render-link.html": "{{ .Page.GetPage .Destination }}"}
    files = {**hook, "hack/import.sh": FETCH, "content/guides/local/_index.md": ""}
    assert link("../remote/plough.md", "content/guides/local/a.md", **files).status == "opaque"
    assert link("../other/plough.md", "content/guides/local/a.md", **files).status == "missing"


def test_eleventy_gives_the_pages_of_a_folder_other_addresses() -> None:
    files = {"eleventy.config.js": "", "package.json": "{}", "docs/v1/a.md": "", "docs/index.md": "", "blog/b.md": ""}

    def status(href: str, ignore: str) -> str:
        site = make_site({**files, "a.md": f"[x]({href})", ".gitignore": ignore})
        return written_links(site, "a.md")[0].status

    assert status("/docs/templates/", "docs/current") == "opaque"
    assert status("/docs/templates/", "_site") == "missing"
    assert status("/blog/templates/", "docs/current") == "missing"


def test_hugo_sections_outside_of_the_content_are_read_as_they_will_stand() -> None:
    files = {
        "content/a.md": "",
        "docs/_index.md": "",
        "docs/img/a.png": "",
        "docs/how/_index.md": "",
        "docs/how/plant.md": "# Plant",
    }

    def status(text: str, source: str = "docs/how/dig.md") -> str:
        return written_links(make_site({**HUGO, **files, source: text}), source)[0].status

    assert status("![a](../../img/a.png)") == "asset"
    assert status("[x](../plant/)") == "ok"
    assert status("[x](plant.md)") == "ok"
    assert status("[x](../prune/)") == "missing"
    assert status("![a](../../img/b.png)") == "asset-missing"
    assert status("![a](../../img/a.png)", "notes/how/dig.md") == "asset-missing"


def test_their_orphans_are_the_themes() -> None:
    config = {"config.toml": HUGO["hugo.toml"], **LAYOUT, "content/a.md": "", "README.md": ""}
    site = make_site({**config, "docs/_index.md": "", "docs/dig.md": "", "notes/dig.md": ""})
    assert orphan_states(site)["docs/dig.md"] == "unknown"
    assert orphan_states(site)["notes/dig.md"] == "checked"


def test_files_found_so_stay_found_where_much_else_is_another_sites() -> None:
    files = {"content/a.md": "", "docs/_index.md": "", "docs/img/a.png": "", "docs/how/_index.md": ""}
    lost = {f"docs/how/{name}.md": "![a](../../img/a.png) ![b](../../img/b.png) [c](../c)" for name in "defghijkl"}
    site = make_site({**HUGO, **files, **lost})
    assert {written_links(site, path)[0].status for path in lost} == {"asset"}


@pytest.mark.parametrize(("pages", "status"), [(3, "opaque"), (60, "missing")])
def test_a_folder_of_many_pages_is_written_here(pages: int, status: str) -> None:
    """A script that names it fetches a page or two, or copies them all elsewhere."""
    here = {f"content/guides/remote/{number}.md": "" for number in range(pages)}
    assert link("/guides/remote/plough/", **{"hack/import.sh": FETCH, **here}).status == status


def test_what_a_build_makes_stays_out_of_the_folders_beside_it() -> None:
    page = "[a](/docs/api/) [b](/docs/other/) [c](/docs/rules/gone/)"
    eleventy = {
        "eleventy.config.js": "module.exports = () => ({dir: {input: 'source'}})",
        ".gitignore": "source/docs/api\n",
    }
    site = make_site({**eleventy, "source/index.md": page, "source/docs/rules/a.md": ""})
    assert [each.status for each in written_links(site, "source/index.md")] == ["opaque", "opaque", "missing"]
