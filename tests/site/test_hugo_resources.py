"""Hugo: files beside pages, ids that templates make, front matter below blank lines."""

import pytest

from linklint.model.site import Site
from tests.site.sites import make_site, written_links

LANGUAGES = "[languages.en]\n[languages.es]\n"


def hugo(config: str = "", **files: str) -> Site:
    return make_site({"hugo.toml": config, **{path.replace("__", "/"): text for path, text in files.items()}})


def statuses(site: Site, path: str) -> list[str]:
    return [link.status for link in written_links(site, path)]


@pytest.mark.parametrize(
    ("text", "file", "status"),
    [
        ("![x](plan.png)", "plan.es.png", "asset"),
        ("![x](plan.png)", "plan.fr.png", "asset-missing"),
        ("![x](other.png)", "plan.es.png", "asset-missing"),
        ('{{< figure src="plan.png" >}}', "plan.es.png", "asset"),
        ('{{< figure src="plan.png" >}}', "plan.PNG", "asset"),
        ('{{< figure src="plan.png" >}}', "plans.png", "asset-missing"),
    ],
)
def test_files_of_a_bundle_have_no_language_in_their_address(text: str, file: str, status: str) -> None:
    site = hugo(LANGUAGES, **{"content/a/index.md": text, f"content/a/{file}": ""})
    assert statuses(site, "content/a/index.md") == [status]


def test_front_matter_may_stand_below_blank_lines() -> None:
    site = hugo(**{"content/a.md": "\n---\nslug: moved\n---\n[x](/moved/) [y](/a/)"})
    assert site.by_path["content/a.md"].url == "/moved/"
    assert statuses(site, "content/a.md") == ["ok", "missing"]


TEAM = {
    "layouts/partials/menus/top.html": "<nav></nav>",
    "layouts/partials/sidebar-tree.html": '<li id="{{ .name }}"></li>',
    "layouts/partials/team.html": '<div id="{{ .name }}"></div>',
    "content/about/_index.md": "## Us",
}
LINK = "[x](/about/#staff) [y](/about/#us) [z](/b/#staff)"


@pytest.mark.parametrize(
    ("layout", "status"),
    [
        ('{{ partial "team" . }}', "fragment-unverifiable"),
        ('{{ partial "team.html" . }}', "fragment-unverifiable"),
        ('{{ partial (printf "%s" .x) . }}', "fragment-unverifiable"),
        ('{{ partial (printf "te%s" .x) . }}', "fragment-unverifiable"),
        ('{{ partial (printf "menus/%s" .x) . }}', "fragment-missing"),
        ('{{ $part := print "team" .x }}{{ partial $part . }}', "fragment-unverifiable"),
        ('{{ $part := print "menus/" .tea }}{{ eq .x "tea" }}{{ partial $part . }}', "fragment-missing"),
        ('{{ partial "menu" . }}', "fragment-missing"),
        ('{{ partial "sidebar-tree" . }}', "fragment-missing"),
        ("{{ .Content }}", "fragment-missing"),
    ],
)
def test_ids_that_a_template_makes_of_data_are_unknown_where_it_shows_the_page(layout: str, status: str) -> None:
    site = hugo(**TEAM, **{"layouts/about/list.html": layout, "content/b.md": LINK})
    assert statuses(site, "content/b.md") == [status, "ok", "fragment-missing"]
