"""Hugo's modules: what they mount, where they are vendored, and where they are not here."""

import pytest

from tests.site.sites import make_site, written_links

IMPORTS = """
baseURL = "https://garden.example/"
[[module.imports]]
path = "example.com/tools"
[[module.imports.mounts]]
source = "pages/tools"
target = "content/tools"
[[module.imports.mounts]]
source = "pictures"
target = "static/tools"
[[module.imports]]
path = "example.com/theme/v2"
[[module.imports]]
path = "example.com/off"
disable = true
[[module.imports.mounts]]
source = "content"
target = "content/off"
"""
VENDORED = {
    "_vendor/modules.txt": "",
    "_vendor/example.com/tools/pages/tools/spade.md": "# Spade\n\n[rake](../rake/) [hoe](../hoe/)",
    "_vendor/example.com/tools/pages/tools/rake.md": "# Rake",
    "_vendor/example.com/tools/pictures/spade.png": "",
    "_vendor/example.com/theme/v2/content/about.md": "# About",
    "_vendor/example.com/theme/v2/static/logo.png": "",
}
LINKS = "[a](/tools/spade/) [b](/tools/hoe/) ![c](/tools/spade.png) [d](/about/) ![e](/logo.png) [f](/off/x/)"


def statuses(files: dict[str, str]) -> list[str]:
    site = make_site({"hugo.toml": IMPORTS, "content/_index.md": LINKS, **files})
    return [link.status for link in written_links(site, "content/_index.md")]


def test_vendored_modules_are_put_in_their_places() -> None:
    assert statuses(VENDORED) == ["ok", "missing", "asset", "ok", "asset", "missing"]
    site = make_site({"hugo.toml": IMPORTS, "content/_index.md": LINKS, **VENDORED})
    path = "_vendor/example.com/tools/pages/tools/spade.md"
    assert (site.by_path[path].framework, site.by_path[path].url) == ("hugo", "/tools/spade/")
    assert [link.status for link in written_links(site, path)] == ["ok", "missing"]


def test_what_a_module_that_is_not_here_mounts_is_open() -> None:
    assert statuses({})[:2] == ["opaque", "opaque"]
    assert statuses({})[-1] == "missing"


@pytest.mark.parametrize("mounted", ["content/notes", "content"])
def test_a_module_takes_no_place_of_the_site_s_own_content(mounted: str) -> None:
    config = (
        f'[[module.imports]]\npath = "example.com/notes"\n[[module.imports.mounts]]\nsource = "n"\ntarget = "{mounted}"'
    )
    files = {
        "hugo.toml": config,
        "content/_index.md": "# Home",
        "content/own.md": "# Own",
        "_vendor/example.com/notes/n/a.md": "# A",
    }
    pages = make_site(files).by_path
    assert pages["content/own.md"].url == "/own/"
    assert pages["_vendor/example.com/notes/n/a.md"].url == mounted.removeprefix("content") + "/a/"
