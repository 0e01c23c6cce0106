"""Hugo: addresses, references, bundles, hooks, fragments, lists. After Hugo's own source and documentation."""

import pytest

from linklint.model.site import Link, Site
from tests.site.sites import make_site, orphan_states, written_links

LAYOUT = {"layouts/_default/baseof.html": '<main id="main">{{ .Content }}</main><p id ="team">'}


def hugo(config: str = "", **files: str) -> Site:
    """A site with this ``hugo.toml``, below it the files of ``content``."""
    content = {
        path if path.startswith(("layouts/", "static/", "config")) else f"content/{path}": text
        for path, text in files.items()
    }
    return make_site({"hugo.toml": f'baseURL = "https://garden.example/"\n{config}', **LAYOUT, **content})


def url_of(path: str, matter: str = "", config: str = "", **files: str) -> str | None:
    page = hugo(config, **{path: f"---\n{matter}\n---\ntext", **files}).by_path.get(f"content/{path}")
    return page.url if page and page.framework == "hugo" else None


def link(href: str, config: str = "", source: str = "a.md", **files: str) -> Link:
    return written_links(hugo(config, **{source: f"[x]({href})", **files}), f"content/{source}")[0]


@pytest.mark.parametrize(
    ("path", "matter", "config", "url"),
    [
        ("a/b.md", "", "", "/a/b/"),
        ("_index.md", "", "", "/"),
        ("a/_index.md", "", "", "/a/"),
        ("a/b/index.md", "", "", "/a/b/"),
        ("a/b.md", "slug: c", "", "/a/c/"),
        ("a/_index.md", "slug: c", "", "/a/"),
        ("a/b.md", "url: /x/y", "", "/x/y/"),
        ("a/b.md", "url: /x/y.html", "", "/x/y.html"),
        ("a/B c.md", "", "", "/a/b-c/"),
        ("a/B.md", "", "disablePathToLower = true", "/a/B/"),
        ("a/b.md", "", "uglyURLs = true", "/a/b.html"),
        ("_index.md", "", "uglyURLs = true", "/"),
        ("a/_index.md", "", "uglyURLs = true", "/a/"),
        ("a/b.md", "", "[uglyURLs]\na = true", "/a/b.html"),
        ("a/_index.md", "", "[uglyURLs]\na = true", "/a/"),
        ("c/b.md", "", "[uglyURLs]\na = true", "/c/b/"),
        ("blog/x/index.md", "", "[permalinks]\nblog = '/blog/:contentbasename/'", "/blog/x/"),
        (
            "blog/x.md",
            "date: 2024-03-05T10:00:00Z",
            "[permalinks]\nblog = '/:year/:month/:day/:slug'",
            "/2024/03/05/x/",
        ),
        ("blog/2023/x.md", "title: A B", "[permalinks.page]\nblog = '/:sections[1:]/:title/'", "/a-b/"),
        ("blog/2024-03-05-x.md", "", "[frontmatter]\ndate = [':filename']", "/blog/x/"),
        ("a.fr.md", "", "[languages.en]\n[languages.fr]", "/fr/a/"),
        ("a.md", "", "[languages.en]\n[languages.fr]", "/a/"),
        ("a.md", "", "defaultContentLanguageInSubdir = true\n[languages.en]\n[languages.fr]", "/en/a/"),
        ("fr/a.md", "", "[languages.en]\n[languages.fr]\ncontentDir = 'content/fr'", "/fr/a/"),
        ("a.fr.md", "", "", "/a.fr/"),
        ("en/a.md", "", "[[module.mounts]]\nsource = 'content/en'\ntarget = 'content'", "/a/"),
    ],
)
def test_addresses(path: str, matter: str, config: str, url: str) -> None:
    assert url_of(path, matter, config) == url


@pytest.mark.parametrize(
    ("path", "matter", "dates", "url"),
    [
        ("blog/2024-03-05-x/index.md", "title: A.b()", "':filename', ':default'", "/x/"),
        ("blog/2024-03-05_x-y.md", "title: A.b()", "':filename'", "/x-y/"),
        ("blog/2024-03-05-x.md", "slug: own", "':filename'", "/own/"),
        ("blog/x.md", "title: Its title", "':filename'", "/its-title/"),
        ("blog/2024-03-05-x.md", "title: Its title", "':default'", "/its-title/"),
        ("blog/2024-03-05-x.md", "title: T\ndate: 2024-01-01", "':default', ':filename'", "/t/"),
        ("notes/2024-03-05-x/index.md", "", "':filename'", "/notes/x/"),
        ("notes/2024-03-05-x.md", "date: 2024-01-01", "':default', ':filename'", "/notes/2024-03-05-x/"),
    ],
)
def test_a_date_read_off_a_name_leaves_the_slug(path: str, matter: str, dates: str, url: str) -> None:
    assert url_of(path, matter, f"[frontmatter]\ndate = [{dates}]\n[permalinks]\nblog = '/:slug/'") == url


@pytest.mark.parametrize(
    ("token", "url"),
    [
        ("filename", "/2024-03-05-x/"),
        ("contentbasename", "/2024-03-05-x/"),
        ("slugorfilename", "/x/"),
        ("slugorcontentbasename", "/x/"),
    ],
)
def test_only_the_slug_loses_the_date_that_a_name_begins_with(token: str, url: str) -> None:
    config = f"[frontmatter]\ndate = [':filename']\n[permalinks]\nblog = '/:{token}/'"
    assert url_of("blog/2024-03-05-x.md", "", config) == url
    assert url_of("blog/2024-03-05-x/index.md", "", config) == url


def test_what_is_no_page() -> None:
    assert url_of("a/note.md", **{"a/index.md": ""}) is None
    assert url_of("a/deep/note.md", **{"a/index.md": ""}) is None
    assert url_of("a/note.md", **{"a/_index.md": ""}) == "/a/note/"
    assert url_of("a.md", "build: {render: never}") is None
    assert url_of("a.md", "headless: true") is None


def test_front_matter_cascades_to_pages_below() -> None:
    section = {"_common/_index.md": "---\ncascade:\n  build: {render: never}\n---\n"}
    assert url_of("_common/part.md", **section) is None
    assert url_of("other/part.md", **section) == "/other/part/"


def test_drafts_are_unpublished_and_future_pages_are_not() -> None:
    site = hugo(**{"a.md": "---\ndraft: true\n---\n", "b.md": "+++\ndate = 2999-01-01\n+++\n"})
    assert [page.published for page in site.pages] == [False, True]


@pytest.mark.parametrize(
    ("href", "status"),
    [
        ("../b/", "ok"),
        ("/b/", "ok"),
        ("/b", "ok"),
        ("b/", "missing"),
        ("b.md", "missing"),
        ("/B/", "case-mismatch"),
        ("https://garden.example/b/", "ok"),
        ("https://garden.example/c/", "external"),
        ("/files/x.pdf", "asset"),
        ("/files/y.pdf", "asset-missing"),
        ('{{< ref "b.md" >}}', "ok"),
        ('{{< relref "/b#there" >}}', "ok"),
        ('{{% relref path="b" %}}', "ok"),
        ('{{< ref "deep" >}}', "ok"),
        ('{{< ref "c.md" >}}', "missing"),
        ('{{< ref "b.md#gone" >}}', "fragment-missing"),
        ("{{< param address >}}", "ok"),
        ("{{< param other >}}", "unresolvable"),
        ("/tags/soil/", "ok"),
        ("/tags/sand/", "missing"),
        ("/notes/", "ok"),
        ("/notes/page/2/", "opaque"),
        ("/index.xml", "opaque"),
    ],
)
def test_links_without_a_hook_are_relative_to_the_url(href: str, status: str) -> None:
    files = {
        "b.md": "---\ntags: [Soil]\n---\n## There",
        "notes/deep.md": "",
        "static/files/x.pdf": "",
    }
    assert link(href, "[params]\naddress = '/b/'", **files).status == status


def test_a_render_hook_finds_files_too() -> None:
    hook = {
        "layouts/_markup/render-link.html": '{{ if eq $u.String "term" }}{{ end }}{{ .PageInner.GetPage .Destination }}'
    }
    files = {"b.md": "## There", "s/c.md": ""}
    assert link("b.md#there", **files, **hook).status == "ok"
    assert link("b.md#gone", **files, **hook).status == "fragment-missing"
    assert link("s/c", **files, **hook).status == "ok"
    assert link("../b/", **files, **hook).status == "ok"
    assert link("gone.md", **files, **hook).status == "missing"
    assert link("term", **files, **hook).status == "external"
    assert link("term", **files).status == "missing"


def test_a_render_hook_that_gives_destinations_as_they_are_finds_no_files() -> None:
    hook = {"layouts/_markup/render-link.html": '<a href="{{ .Destination | safeURL }}" class="x">{{ .Text }}</a>'}
    files = {"b.md": "## There"}
    assert link("b.md", **files, **hook).status == "missing"
    assert link("/B", **files, **hook).status == "case-mismatch"
    assert link("../b/#there", **files, **hook).status == "ok"


def test_several_languages_switch_hugos_own_hook_on() -> None:
    languages = "[languages.en]\n[languages.fr]"
    found = link("b.md", languages, **{"b.md": ""})
    assert (found.status, found.source.rewritten) == ("ok", True)
    found = link("b.md", **{"b.md": ""})
    assert (found.status, found.source.rewritten) == ("missing", False)


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("[x](/guide#pages) [x](/guide/#pages)", ["ok", "ok"]),  # GetPage trims the slash at the end
        ("[x](/guide#seiten) [x](/guide/#seiten)", ["fragment-missing", "fragment-missing"]),
        ('<a href="/guide/#pages">x</a> <a href="/guide/#seiten">x</a>', ["fragment-missing", "ok"]),
    ],
)
def test_hugos_own_hook_finds_the_page_of_the_language_and_html_passes_by_it(text: str, statuses: list[str]) -> None:
    languages = "defaultContentLanguage = 'de'\n[languages.de]\n[languages.fr]"
    files = {"guide.md": "## Seiten", "guide.fr.md": "## Pages", "a.fr.md": text}
    site = hugo(languages, **files)
    assert [each.status for each in written_links(site, "content/a.fr.md")] == statuses


def test_a_hook_of_the_repository_may_leave_addresses_to_the_browser() -> None:
    hook = {"layouts/_markup/render-link.html": '{{ if hasPrefix .Destination "/" }}{{ site.GetPage .Destination }}'}
    files = {"s/_index.md": "## Here", "_index.md": "## There"}
    assert link("../#here", source="s/a.md", **files, **hook).status == "ok"
    assert link("../#there", source="s/a.md", **files, **hook).status == "fragment-missing"


def test_files_of_bundles_lie_beside_their_page() -> None:
    files = {"s/x/plan.png": "", "s/x/note.md": "", "other.md": "[p](/s/x/plan.png) [q](/s/plan.png)"}
    site = hugo(**{"s/x/index.md": "![p](plan.png) ![q](gone.png)", **files})
    assert [each.status for each in written_links(site, "content/s/x/index.md")] == ["asset", "asset-missing"]
    assert [each.status for each in written_links(site, "content/other.md")] == ["asset", "asset-missing"]


@pytest.mark.parametrize(
    ("text", "fragment", "status"),
    [
        ("## What is *new*?", "what-is-new", "ok"),
        ("## Über uns", "über-uns", "ok"),
        ("## Same\n\n## Same", "same-1", "ok"),
        ("## Same\n\n## Same", "same-2", "fragment-missing"),
        ("## Long {#short}", "short", "ok"),
        ("## A", "main", "ok"),
        ("## A", "team", "ok"),
        ("A[^note].\n\n[^note]: B", "fn:1", "ok"),
        ("A[^note].\n\n[^note]: B", "note", "fragment-missing"),
        ('## A\n\n{{< figure src="x.png" >}}', "b", "fragment-missing"),
        ("## A\n\n{{< of-a-theme >}}", "b", "fragment-unverifiable"),
        ("## A {##b}", "b", "ok"),
        ("## A {#b}", "c", "fragment-missing"),
        ("## A\n\n{{% notice note %}}\n{{% /notice %}}", "b", "fragment-missing"),
        ("## A\n\n{{< of-a-theme >}}", "a", "ok"),
        ('## A\n\n{{% include "part" %}}', "shared", "ok"),
        ('## A\n\n{{% include "part" %}}', "b", "fragment-missing"),
    ],
)
def test_fragments(text: str, fragment: str, status: str) -> None:
    site = hugo(**{"a.md": f"[x](#{fragment})\n\n{text}\n", "part.md": "## Shared\n", "x.png": ""})
    assert written_links(site, "content/a.md")[0].status == status


def test_terms_have_ids_where_the_config_says_so() -> None:
    on = "[markup.goldmark.parser]\nautoDefinitionTermID = true"
    text = {"a.md": "[x](#soil)\n\nSoil\n: what plants stand in\n"}
    assert written_links(hugo(on, **text), "content/a.md")[0].status == "ok"
    assert written_links(hugo(**text), "content/a.md")[0].status == "fragment-missing"


def test_pages_that_are_not_rendered_may_send_readers_on() -> None:
    files = {
        "gone.md": "---\nredirect: https://example.org/x\nbuild: {render: link}\n---",
        "shown.md": "---\nredirect: https://example.org/x\n---",
        "hidden.md": "---\nbuild: {render: link}\n---",
    }
    assert link("/gone/", **files).status == "redirect"
    assert link("/shown/", **files).status == "ok"
    assert link("/hidden/", **files).status == "missing"


def test_fallback_pages_are_found_without_the_slash_too() -> None:
    mounts = "".join(
        f"[[module.mounts]]\nsource = 'content/{folder}'\ntarget = 'content'\nlang = '{lang}'\n"
        for folder, lang in (("en", "en"), ("fr", "fr"), ("en", "fr"))
    )
    config = f"[languages.en]\n[languages.fr]\n{mounts}"
    files = {"en/b.md": "", "fr/a.md": "[x](../b) [x](../b/) [x](../c)"}
    found = written_links(hugo(config, **files), "content/fr/a.md")
    assert [each.status for each in found] == ["ok", "ok", "missing"]


def test_what_shortcodes_of_the_site_make_of_their_arguments_is_not_known() -> None:
    text = '{{< img src="name-in-data" >}} {{< figure src="gone.png" >}} {{< img src="/x.png" >}}'
    site = hugo(**{"a.md": text, "static/x.png": ""})
    statuses = [each.status for each in written_links(site, "content/a.md")]
    assert statuses == ["unresolvable", "asset-missing", "asset"]


def test_aliases_are_redirects() -> None:
    files = {"s/b.md": "---\naliases: [/old/, sibling]\n---\n"}
    assert [link(href, **files).status for href in ("/old/", "/s/sibling/", "/sibling/")] == [
        "redirect",
        "redirect",
        "missing",
    ]


def test_pages_that_are_not_published_redirect_nobody() -> None:
    draft = "---\ndraft: true\nurl: B\naliases: [/old/]\nredirects: [{from: /older/, to: /B/}]\n---\n"
    assert hugo(**{"b.md": draft}).entries == ()
    assert link("/old/", **{"b.md": draft}).status == "missing"


def test_sections_and_the_home_page_list_their_pages() -> None:
    site = hugo(**{"_index.md": "", "posts/_index.md": "", "posts/a.md": "", "posts/b.md": "", "alone.md": ""})
    listed = {(each.source.url, each.target.url) for each in site.links if each.generated and each.target}
    assert {("/posts/", "/posts/a/"), ("/", "/posts/"), ("/", "/posts/b/")} <= listed
    assert "content/posts/a.md" not in orphan_states(site)


def test_pages_of_lists_without_a_file_and_of_themes_are_no_orphans() -> None:
    assert orphan_states(hugo(**{"posts/a.md": ""})) == {"content/posts/a.md": "unknown"}
    assert orphan_states(hugo('theme = "elsewhere"', **{"_index.md": "", "a.md": ""})).get("content/a.md") in (
        None,
        "unknown",
    )


def test_menus_are_navigation() -> None:
    menus = "[[menus.main]]\nname = 'About'\npageRef = '/about'\n[[menus.main]]\nname = 'Gone'\nurl = '/gone/'"
    site = hugo(menus, **{"_index.md": "", "about.md": ""})
    found = {(each.written.text, each.status) for each in site.links if each.place == "nav" and each.written}
    assert found == {("About", "ok"), ("Gone", "missing")}


@pytest.mark.parametrize(
    "files",
    [
        {"config.toml": 'base_url = "https://x.example"', "content/_index.md": ""},
        {"config.toml": "debug = true", "content/a.md": ""},
        {"hugo.toml": "", "README.md": ""},
        {"themes/x/exampleSite/hugo.toml": "baseURL = 'x'", "themes/x/exampleSite/content/a.md": ""},
        {"theme.toml": "", "hugo.toml": "", "content/a.md": "", "exampleSite/content/a.md": ""},
    ],
)
def test_what_is_no_hugo_site(files: dict[str, str]) -> None:
    assert "hugo" not in {each.name for each in make_site(files).frameworks}


def test_a_headless_bundle_has_no_address_for_links_either() -> None:
    files = {"q/index.md": "---\nheadless: true\n---\n", "r/index.md": "text"}
    config = "[languages.en]\nweight = 1\n[languages.fr]\nweight = 2\n"  # so that a hook of Hugo's own is at work
    assert link("/q/", config, **files).status == "missing"
    assert link("/r/", config, **files).status == "ok"


def test_markdown_of_themes_and_archetypes_needs_no_links() -> None:
    beside = {"themes/t/a.md": "", "archetypes/b.md": "", "notes/c.md": "", "notes/d.md": "[e](e.md)", "notes/e.md": ""}
    site = make_site({"hugo.toml": "", "content/_index.md": "", "README.md": "[d](notes/d.md)", **beside})
    intended = {page.path for page in site.pages if page.orphan == "intended"}
    assert "themes/t/a.md" in intended
    assert "archetypes/b.md" not in site.by_path
    assert intended.isdisjoint({"notes/c.md", "notes/e.md"})


def test_what_templates_may_read_of_the_assets_is_no_page() -> None:
    beside = {"assets/terms.md": "[x](gone.md)", "assets/part.html": "<a href=gone.html>x</a>"}
    beside |= {"assets/README.md": "[y](none.md)", "notes/c.md": "[z](../assets/terms.md) [w](../assets/none.md)"}
    site = make_site({"hugo.toml": "", "content/_index.md": "", **beside})
    assert sorted(site.by_path) == ["assets/README.md", "content/_index.md", "notes/c.md"]
    assert [(link.source.path, link.status) for link in site.links if link.written] == [
        ("assets/README.md", "missing"),
        ("notes/c.md", "asset"),
        ("notes/c.md", "missing"),
    ]
