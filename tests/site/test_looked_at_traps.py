"""What sites of content teams had that was told wrongly at first sight: pages of code, redirects that templates put
together, configs of packages, configs left behind, books whose program finds chapters by their names."""

import pytest

from tests.site.sites import make_site, orphan_states, written_links


def statuses(files: dict[str, str], source: str) -> dict[str, str]:
    return {link.written.href: link.status for link in written_links(make_site(files), source) if link.written}


ASTRO = {"astro.config.mjs": "import { defineConfig } from 'astro/config';\nexport default defineConfig({});"}


def test_pages_of_code_below_a_parameter_are_not_called_gone_though_nearly_all_addresses_name_markdown() -> None:
    pages = {f"src/content/docs/en/guide/p{number}.md": f"# P{number}" for number in range(24)}
    links = " ".join(f"[x](/en/guide/p{number})" for number in range(24))
    code = {"src/pages/[lang]/guide/chargers/index.astro": "---\n---\n<p>x</p>"}
    text = f"{links} [a](/en/guide/chargers) [b](/en/guide/lost)"
    found = statuses({**ASTRO, **pages, **code, "src/pages/index.md": text}, "src/pages/index.md")
    assert found["/en/guide/lost"] == "missing"
    assert found["/en/guide/chargers"] == "opaque"


HUGO = """baseURL = "https://example.com/"
[mediaTypes."text/netlify"]
delimiter = ""
[outputFormats.REDIRECTS]
mediaType = "text/netlify"
baseName = "_redirects"
[outputs]
home = ["HTML", "REDIRECTS"]
"""
TEMPLATE = """{{ $latest := index site.Params.versions 0 }}
{{ range $name := slice "tools" "plants" }}
{{ $deep := printf "docs/%s/*" $name }}
{{ $name | printf "/%-29s" }}  /docs/{{ $latest }}/{{ $name }} 301!
{{ $deep | printf "/%-29s" }}  /docs/{{ $latest }}/{{ $name }}/:splat
{{ end }}
"""


def test_addresses_that_a_template_of_redirects_puts_together_are_left_open() -> None:
    text = "[a](/tools) [b](/docs/plants/rose) [c](/docs/tools) [d](/docs/soil) [e](/plantsmen)"
    files = {"hugo.toml": HUGO, "layouts/index.redirects": TEMPLATE, "content/_index.md": text}
    found = statuses(files, "content/_index.md")
    assert {href for href, status in found.items() if status == "missing"} == {"/docs/soil", "/plantsmen"}
    plain = statuses({**files, "layouts/index.redirects": ""}, "content/_index.md")
    assert set(plain.values()) == {"missing"}


@pytest.mark.parametrize(("package", "lost"), [("@garden/vitepress", set()), ("vitepress", {"/a/b.md", "#dig"})])
def test_a_package_that_makes_the_config_of_vitepress_may_change_menus_and_ids(package: str, lost: set[str]) -> None:
    config = f"""import {{ defineConfig }} from '{package}'
export default defineConfig({{ themeConfig: {{ nav: [{{ text: 'A', link: '/a/b.md' }}] }} }})"""
    files = {
        ".vitepress/config.ts": config,
        "index.md": "# Home",
        "en/a/b.md": "# dig(deep)\n\n[x](#dig) [y](c.md)",
    }
    found = {link.written.href for link in make_site(files).links if link.written and link.status.endswith("missing")}
    assert found == lost | {"c.md"}


DOCS = '{"$schema": "https://mintlify.com/docs.json", "navigation": {"pages": ["a", "b", "c", "d", "e", "g/f"]}}'


def test_a_config_of_mintlify_that_another_framework_reads_makes_no_site() -> None:
    moved = {f"content/docs/{name}.mdx": "# X" for name in ("a", "b", "c", "d", "e")}
    site = make_site({"docs.json": DOCS, "next.config.mjs": "export default {};", **moved})
    assert not [link for link in site.links if link.file == "docs.json"]


@pytest.mark.parametrize("more", [{"next.config.mjs": "export default {};", "a.mdx": "# A"}, {"b.mdx": "# B"}])
def test_a_config_of_mintlify_some_of_whose_pages_are_there_makes_one(more: dict[str, str]) -> None:
    found = [link.status for link in make_site({"docs.json": DOCS, **more}).links if link.file == "docs.json"]
    assert sorted(set(found)) == ["missing", "ok"]


BOOK = {
    "00_intro.md": "[a](values) [b](structure) [c](functions#inner) [d](data) [e](objects) [f](lost)",
    "01_values.md": "[a](intro#top) [b](structure)",
    "02_structure.md": "# S",
    "03_functions.md": "# F",
    "04_data.md": "# D",
    "05_objects.md": "# O",
}


def test_a_book_whose_links_name_chapters_without_their_numbers() -> None:
    found = statuses(BOOK, "00_intro.md")
    assert found == {
        "values": "ok",
        "structure": "ok",
        "functions#inner": "fragment-unverifiable",
        "data": "ok",
        "objects": "ok",
        "lost": "missing",
    }


def test_a_few_such_links_are_mistakes() -> None:
    few = {**BOOK, "00_intro.md": "[a](values) [b](structure) [c](functions)", "01_values.md": ""}
    assert set(statuses(few, "00_intro.md").values()) == {"missing"}


def test_what_forms_open_needs_no_link() -> None:
    files = {
        "index.html": "<title>Home</title>" + "".join(f"<a href={name}.html>a</a>" for name in "abcde"),
        **{f"{name}.html": "<title>A</title>" for name in "abcde"},
        "thank-you.html": "<title>Thanks</title><p>We will write to you.</p>",
        "search.html": "<title>Search</title><div id=results></div>",
        "lost.html": "<title>Lost</title>",
        "docs/thanks.html": "<title>To all who helped</title>",
    }
    assert orphan_states(make_site(files)) == {
        "thank-you.html": "intended",
        "search.html": "intended",
        "lost.html": "checked",
        "docs/thanks.html": "checked",
    }


def test_templates_of_a_language_of_their_own_hold_expressions() -> None:
    text = '<title>T</title><a href="<<t $in.next>>.html">x</a><a href="lost.html">y</a>'
    found = statuses({"index.html": "<title>T</title>", "chapter.html": text}, "chapter.html")
    assert sorted(found.values()) in (["missing", "unresolvable"], ["unresolvable", "unresolvable"])


def test_an_address_of_a_language_is_not_put_below_the_language_once_more() -> None:
    config = "module.exports = require('nextra')({})({ i18n: { locales: ['en', 'ca'], defaultLocale: 'en' } })"
    files = {"next.config.js": config, "pages/index.en.mdx": "# Home", "pages/risks/a.ca.mdx": "[x](../lost/b)"}
    (link,) = written_links(make_site(files), "pages/risks/a.ca.mdx")
    assert (link.status, "/ca/ca/" in link.reason) == ("missing", False)


def test_what_a_plugin_of_starlight_makes_below_its_base_is_left_open_in_each_language() -> None:
    config = """import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
import starlightOpenAPI from 'starlight-openapi';
export default defineConfig({ integrations: [starlight({
  locales: { en: { lang: 'en' }, de: { lang: 'de' } },
  plugins: [starlightOpenAPI([{ base: 'api/rest', schema: './a.yaml' }])],
})] });"""
    text = "# Home\n\n[a](/en/api/rest/) [b](/en/api/rest/users/) [c](/en/api/soap/)"
    files = {"astro.config.mjs": config, "src/content/docs/en/index.md": text, "src/content/docs/de/index.md": "# H"}
    found = statuses(files, "src/content/docs/en/index.md")
    assert found == {"/en/api/rest/": "opaque", "/en/api/rest/users/": "opaque", "/en/api/soap/": "missing"}


ELEVENTY = """const path = require('path');
const input = %s;
module.exports = function (config) {
  return { dir: { input, includes: '../includes/', data: '../data/' } };
};"""


@pytest.mark.parametrize("folder", ["path.relative(__dirname, 'src/content')", "path.join('src', 'content')"])
def test_folders_of_eleventy_that_the_config_puts_together_are_read(folder: str) -> None:
    files = {
        "eleventy.config.js": ELEVENTY % folder,
        "src/content/index.md": "[a](/b/) [c](/d/)",
        "src/content/b.md": "B",
    }
    site = make_site({**files, "src/includes/part.md": "[x](/lost/)"})
    assert {page.path: page.url for page in site.pages} == {"src/content/index.md": "/", "src/content/b.md": "/b/"}
    assert [link.status for link in written_links(site, "src/content/index.md")] == ["ok", "missing"]


def test_includes_above_the_repository_hide_no_page() -> None:
    files = {"eleventy.config.js": ELEVENTY % "'.'", "index.md": "[a](/b/)", "b.md": "B"}
    assert {page.path for page in make_site(files).pages} == {"index.md", "b.md"}


@pytest.mark.parametrize(
    ("source", "href", "status"),
    [
        ("README.md", "../master/a.md", "ok"),
        ("docs/x.md", "../../main/a.md#a", "ok"),
        ("docs/x.md", "../../blob/main/a.md", "outside"),
        ("README.md", "../master/lost.md", "outside"),
        ("README.md", "../other/a.md", "outside"),
        ("README.md", "../../master/a.md", "outside"),
    ],
)
def test_a_link_by_way_of_the_branch_leads_to_the_file(source: str, href: str, status: str) -> None:
    assert statuses({source: f"[x]({href})", "a.md": "# A"}, source) == {href: status}


def test_addresses_with_dates_name_posts_though_their_route_is_code() -> None:
    posts = {f"src/content/posts/2026-03-{number:02}-p{number}.md": "# P" for number in range(1, 25)}
    code = {"src/pages/[...slug].astro": "---\n---\n<p>x</p>", "src/content.config.ts": ""}
    links = " ".join(f"[x](/2026/03/{number:02}/p{number})" for number in range(1, 25))
    text = f"{links} [a](/2026/04/01/lost/) [b](/2026/04/)"
    found = statuses({**ASTRO, **posts, **code, "src/pages/index.md": text}, "src/pages/index.md")
    assert found["/2026/03/07/p7"] == "asset"  # which is there; its own address is code's matter
    assert (found["/2026/04/01/lost/"], found["/2026/04/"]) == ("missing", "opaque")


@pytest.mark.parametrize(
    ("fragment", "status"), [("repo-content-pjax-container", "ok"), ("repo-top", "fragment-missing")]
)
def test_a_link_to_the_top_names_an_id_of_the_page_that_github_shows(fragment: str, status: str) -> None:
    assert statuses({"README.md": f'<a href="#{fragment}">top</a>'}, "README.md") == {f"#{fragment}": status}


@pytest.mark.parametrize(("count", "expected"), [(24, ["missing", "missing", "opaque"]), (5, ["opaque"] * 3)])
def test_a_theme_of_vuepress_makes_no_page_below_folders_whose_addresses_are_those_of_files(
    count: int, expected: list[str]
) -> None:
    config = {".vuepress/config.js": "module.exports = { theme: 'vuepress-theme-garden' }"}
    pages = {f"guide/p{number}.md": "# P" for number in range(count)}
    links = " ".join(f"[x](/guide/p{number}.html)" for number in range(count))
    text = f"# Home\n\n{links} [a](/guide/lost.html) [b](/guide/lost/) [c](/tag/roses/)"
    found = statuses({**config, **pages, "README.md": text}, "README.md")
    assert [found[href] for href in ("/guide/lost.html", "/guide/lost/", "/tag/roses/")] == expected


@pytest.mark.parametrize(("count", "expected"), [(14, ["missing", "opaque"]), (5, ["opaque"] * 2)])
def test_code_of_hexo_makes_no_page_below_folders_whose_addresses_are_those_of_files(
    count: int, expected: list[str]
) -> None:
    files = {
        "_config.yml": "title: Garden\ntheme: own\n",
        "package.json": '{"dependencies": {"hexo": "^7.0.0"}}',
        "scripts/more.js": "hexo.extend.generator.register('more', () => [])",
        **{f"source/guide/p{number}.md": f"[x](p{(number + 1) % count}.html)" for number in range(count)},
        "source/guide/index.md": "[a](lost.html) [b](../tag/roses.html)",
    }
    found = statuses(files, "source/guide/index.md")
    assert [found[href] for href in ("lost.html", "../tag/roses.html")] == expected
