"""Traps of repositories that many people know, which were read without a look at their sources before."""

import pytest

from linklint.model.files import MemoryRepository, Names, SourceFile
from linklint.model.site import Site
from tests.site.sites import make_site, orphan_states, site_of, written_links

ZENSICAL = '[project]\nsite_name = "Docs"\n'
MATTER = "---\ntitle: A\n---\n\n"
RSTACK = "import { define } from 'rstack';\n\ndefine.lib({});\ndefine.doc(async () => {\n  return CONFIG;\n});\n"
DOCSIFY = "<script>window.$docsify = {SETTINGS}</script><script src='//cdn.jsdelivr.net/npm/docsify@4'></script>"
VITEPRESS = "export default {rewrites: {':c0/README.md': ':c0/index.md'}}"
HUGO = 'baseURL = "https://example.com/"\n'


def statuses(files: dict[str, str], path: str) -> list[str]:
    return [link.status for link in written_links(make_site(files), path)]


def frameworks(files: dict[str, str]) -> set[str]:
    return {each.name for each in make_site(files).frameworks} - {"plain", "html"}


def with_links(files: dict[str, str], *links: str) -> Site:
    repository = MemoryRepository(files)
    names = [*repository.names.files.values(), *(SourceFile(link, kind="symlink") for link in links)]
    repository.names = Names(names)
    return site_of(repository)


def test_mkdocs_a_heading_behind_a_definition_is_no_term() -> None:
    text = "# A {#a}\n\n: one\n\n: two\n\n    more\n\n# `B=<x>` {#b}\n\n: three\n\n[a](#a) [b](#b) [c](#c)\n"
    files = {"zensical.toml": ZENSICAL, "docs/index.md": text}
    assert statuses(files, "docs/index.md") == ["ok", "ok", "fragment-missing"]


@pytest.mark.parametrize(("template", "expected"), [
    ('<img src="{{ .Get "src" | relURL }}">', ["asset", "asset-missing"]),
    ('<img src="{{ relURL (.Get "src") }}">', ["asset", "asset-missing"]),
    ('<img src="{{ .Get "src" }}">', ["asset-missing", "asset-missing"]),
])  # fmt: skip
def test_hugo_a_shortcode_of_the_site_names_files_from_the_top(template: str, expected: list[str]) -> None:
    files = {
        "hugo.toml": HUGO,
        "layouts/shortcodes/figure.html": template,
        "static/assets/a.png": "",
        "content/user/a.md": MATTER + '{{< figure src="assets/a.png" >}} {{< figure src="assets/b.png" >}}',
    }
    assert statuses(files, "content/user/a.md") == expected


def test_vitepress_makes_a_page_of_a_symbolic_link() -> None:
    files = {
        ".vitepress/config.ts": VITEPRESS,
        "a/README.md": "[guide](../guide/) [file](../guide/README.md) [other](../other/)",
        "README.md": "# Home",
    }
    found = [link.status for link in written_links(with_links(files, "guide/README.md"), "a/README.md")]
    assert found == ["opaque", "missing", "missing"]
    assert statuses(files, "a/README.md") == ["missing"] * 3


@pytest.mark.parametrize(("tool", "expected"), [("define.doc(", {"rspress"}), ("define.app(", set())])
def test_rspress_is_one_of_the_tools_of_rstack(tool: str, expected: set[str]) -> None:
    config = RSTACK.replace("CONFIG", "{root: 'pages', route: {cleanUrls: true}}").replace("define.doc(", tool)
    files = {"rstack.config.ts": config, "pages/index.md": "[a](/a) [b](/b)", "pages/a.md": "# A"}
    assert frameworks(files) == expected
    if expected:
        assert statuses(files, "pages/index.md") == ["ok", "missing"]


@pytest.mark.parametrize(("package", "expected"), [
    ("@rspress/plugin-algolia", "missing"),
    ("./plugins/api", "opaque"),  # which may make pages
])  # fmt: skip
def test_rspress_is_told_its_plugins_in_rstack(package: str, expected: str) -> None:
    config = RSTACK.replace("  return", f"  const {{ make }} =\n    await import('{package}');\n  return")
    files = {
        "rstack.config.ts": config.replace("CONFIG", "{plugins: [make()]}"),
        "docs/index.md": "[a](/a) [b](/b)",
        "docs/a.md": "# A",
    }
    assert statuses(files, "docs/index.md") == ["ok", expected]


def test_a_build_writes_the_config_of_a_book_and_some_chapters() -> None:
    files = {
        "doc/book.toml.in": '[book]\ntitle = "@name@"\nsrc = "source"\n',
        "doc/source/SUMMARY.md.in": "- [A](a.md)",
        "doc/source/a.md": "[b](b.md) [made](conf-file.md) [x](@docroot@/b.md) [y](@docroot@)",
        "doc/source/b.md": "# B",
        "src/README.md": "[x](@docroot@/b.md) [gone](conf-file.md) [user](@octocat) [kept](a@b@/c.md)",
    }
    assert statuses(files, "doc/source/a.md") == ["ok", "opaque", "unresolvable", "unresolvable"]
    assert statuses(files, "src/README.md") == ["unresolvable", "missing", "missing", "missing"]


@pytest.mark.parametrize("config", ["writerside.cfg", "project.ihp"])
def test_writerside_fills_in_titles_and_variables(config: str) -> None:
    text = "[](b.md) [%name%](%link%) [c](c.topic) [](gone.md)"
    files = {config: "<ihp/>", "topics/a.md": text, "topics/deep/b.md": "# B"}
    links = written_links(make_site(files), "topics/a.md")
    assert [link.status for link in links] == ["ok", "opaque", "opaque", "missing"]
    del files[config]
    assert statuses(files, "topics/a.md") == ["missing", "missing", "asset-missing", "missing"]


@pytest.mark.parametrize(("config", "expected"), [("rocket.config.mjs", "unknown"), ("docs/x.json", "checked")])
def test_rocket_lists_the_pages_of_its_folder(config: str, expected: str) -> None:
    pages = {f"docs/guides/{name}.md": f"# Guides >> {name} ||1" for name in "abcdefghijkl"}
    files = {"README.md": " ".join(f"[n]({path})" for path in pages if not path.endswith("l.md"))} | pages
    files |= {"lone.md": "# Lone", config: ""}
    assert orphan_states(make_site(files)) == {"docs/guides/l.md": expected, "lone.md": "checked"}


@pytest.mark.parametrize(("matter", "expected"), [(MATTER, ["opaque", "missing"]), ("", ["missing", "missing"])])
def test_sveltekit_makes_pages_of_readmes_with_front_matter(matter: str, expected: list[str]) -> None:
    files = {
        "svelte.config.js": "import adapter from '@sveltejs/adapter-auto'; export default {kit: {adapter: adapter()}}",
        "content/01-start/02-actions/README.md": matter + "[later](bind-this) [file](gone.md)",
        "content/01-start/03-bind-this/README.md": matter + "# Bind",
    }
    assert statuses(files, "content/01-start/02-actions/README.md") == expected


@pytest.mark.parametrize(("config", "expected"), [
    ({"_config.yml": "theme: jekyll-theme-cayman\nplugins:\n  - jekyll-relative-links"}, ["ok", "missing", "ok"]),
    ({}, ["missing", "missing", "ok"]),
])  # fmt: skip
def test_github_pages_shows_pages_without_their_ending(config: dict[str, str], expected: list[str]) -> None:
    files = {"README.md": "[d](Data-Files) [x](More-Files) [f](Data-Files.md)", "Data-Files.md": "# Data"} | config
    assert statuses(files, "README.md") == expected


def test_docsify_a_site_in_a_folder_of_the_site_is_one_though_it_is_a_test() -> None:
    outer = DOCSIFY.replace("SETTINGS", "{homepage: 'home.md'}")
    inner = DOCSIFY.replace("SETTINGS", "{loadSidebar: 'sidebar.md', homepage: 'index.md'}")
    files = {
        "docs/index.html": outer,
        "docs/home.md": "# Home",
        "docs/test/index.html": inner,
        "docs/test/index.md": "# Test",
        "docs/test/page1.md": "# One",
        "docs/test/sidebar.md": "- [One](page1)\n- [Two](page2)",
    }
    assert statuses(files, "docs/test/sidebar.md") == ["ok", "missing"]
    assert frameworks({"test/index.html": inner, "test/page1.md": "# One"}) == set()


@pytest.mark.parametrize(("key", "expected"), [("sort_rank", "unknown"), ("score", "checked")])
def test_pages_that_say_their_rank_are_listed_by_another_repository(key: str, expected: str) -> None:
    pages = {f"docs/{name}.md": f"---\ntitle: {name}\n{key}: 3\n---\n\n# A" for name in "abcdefghijkl"}
    pages |= {f"src/{name}.md": "# A" for name in "abcdefghijkmn"}
    files = {"README.md": " ".join(f"[n]({path})" for path in pages if not path.endswith("l.md"))} | pages
    assert orphan_states(make_site(files | {"lone.md": "# Lone"})) == {"docs/l.md": expected, "lone.md": "checked"}


def test_the_home_page_of_an_unknown_site_is_not_the_readme() -> None:
    files = {
        "README.md": "# Sponsors",
        "src/content/a.mdx": "[s](/#sponsors) [t](/#team) [b](b.mdx#gone)",
        "src/content/b.mdx": "# B",
    }
    found = statuses(files, "src/content/a.mdx")
    assert found[:2] == ["opaque", "opaque"]
    assert found[2] != "opaque"
    assert statuses({"README.md": "# Sponsors", "docs/a.md": "[s](/#sponsors) [t](/#team)"}, "docs/a.md") == [
        "ok",
        "fragment-missing",
    ]


def test_vuepress_takes_posts_beside_its_config() -> None:
    files = {
        ".vuepress/config.js": "module.exports = {}",
        "_layouts/default.html": "<p>{{ content }}</p>",
        "_posts/2020-01-02-a.md": MATTER + "# A",
        "README.md": "# Home",
    }
    assert frameworks(files) == {"vuepress"}
    del files[".vuepress/config.js"]
    assert frameworks(files) == {"jekyll"}


def test_mintlify_reads_a_navigation_of_many_versions() -> None:
    padding = '"x": ["' + "y" * 1_200_000 + '"]'
    config = '{"$schema": "https://mintlify.com/docs.json", "navigation": {"pages": ["index"]}, PADDING}'
    files = {"docs.json": config.replace("PADDING", padding), "index.mdx": "[a](/gone)"}
    assert frameworks(files) == {"mintlify"}
    assert statuses(files, "index.mdx") == ["missing"]
    files["docs.json"] = config.replace("PADDING", padding.replace("y" * 1_200_000, "y" * 4_500_000))
    assert frameworks(files) == {"mintlify"}
    assert statuses(files, "index.mdx") == ["opaque"]


@pytest.mark.parametrize(("folder", "expected"), [("src/docs/markdown", "missing"), ("src/pages", "missing")])
def test_addresses_below_a_prefix_name_what_stands_in_a_folder(folder: str, expected: str) -> None:
    pages = {
        f"{folder}/p{number}.md": f"[n](/docs/p{number + 1}) [m](/docs/json/x{number % 5})" for number in range(45)
    }
    files = pages | {"README.md": "# Site", f"{folder}/p45.md": "[gone](/docs/gone) [one](/docs/p1) [app](/app)"}
    assert statuses(files, f"{folder}/p45.md") == [expected, "ok", "opaque"]
    assert statuses(files, f"{folder}/p3.md") == ["ok", "opaque"]


def test_addresses_below_a_prefix_are_left_open_where_few_name_what_stands_in_a_folder() -> None:
    pages = {f"src/pages/p{number}.md": f"[n](/docs/p{number + 1}) [m](/docs/x{number})" for number in range(19)}
    files = pages | {"README.md": "# Site", "src/pages/p19.md": "[gone](/docs/gone)"}
    assert statuses(files, "src/pages/p3.md") == ["opaque", "opaque"]
    assert statuses(files, "src/pages/p19.md") == ["opaque"]


@pytest.mark.parametrize(("build", "expected"), [("link", "opaque"), ("never", "missing")])
def test_hugo_templates_send_visitors_on_from_pages_that_are_links(build: str, expected: str) -> None:
    files = {
        "hugo.toml": HUGO + '[outputFormats.REDIRECTS]\nbaseName = "_redirects"\n[outputs]\nhome = ["REDIRECTS"]\n',
        "layouts/index.redirects": "/old /new\n{{ range site.Pages }}{{ .RelPermalink }} https://e.com{{ end }}",
        "content/docs/api.md": f"---\ntitle: API\n_build: {{ render: {build} }}\n---\n",
        "content/docs/start.md": "---\ntitle: Start\n---\n\n[api](../api) [other](../other)",
    }
    assert statuses(files, "content/docs/start.md") == [expected, "missing"]
    del files["layouts/index.redirects"]
    assert statuses(files, "content/docs/start.md") == ["missing", "missing"]


def test_a_redirect_to_an_unknown_place_holds_for_its_own_addresses_alone() -> None:
    files = {
        "hugo.toml": HUGO + '[outputFormats.REDIRECTS]\nbaseName = "_redirects"\n[outputs]\nhome = ["REDIRECTS"]\n',
        "layouts/index.redirects": "/docs/:_/daily/*  https://e.com\n",
        "content/docs/a.md": MATTER + "[x](/docs/a/daily/x/) [y](/docs/a/daily) [z](/docs/gone/) [a](/docs/a/)",
    }
    assert statuses(files, "content/docs/a.md") == ["opaque", "opaque", "missing", "ok"]
