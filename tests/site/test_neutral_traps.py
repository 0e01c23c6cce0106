"""Traps of documentation sites and blogs that were chosen by neutral words, without a look at their sources."""

import pytest

from linklint.model.files import MemoryRepository, Names, SourceFile
from linklint.model.site import Site
from tests.site.sites import make_site, orphan_states, site_of, written_links

MINTLIFY = '{"$schema": "https://mintlify.com/docs.json", "navigation": {"pages": [PAGES]}}'
STARLIGHT = """import starlight from '@astrojs/starlight'; IMPORTS
export default {integrations: [starlight({title: 'Docs'})], OPTIONS}"""
TSCONFIG = '{"compilerOptions": {"baseUrl": ".", "paths": {"@/*": ["./src/*"]}}}'
VUEPRESS = {".vuepress/config.js": "module.exports = {}"}
DOCUSAURUS = "export default {presets: [['classic', {docs: {routeBasePath: '/'}}]]}"


def statuses(files: dict[str, str], path: str) -> list[str]:
    return [link.status for link in written_links(make_site(files), path)]


def frameworks(site: Site) -> set[str]:
    return {each.name for each in site.frameworks} - {"plain", "html"}


def with_links(files: dict[str, str], *links: str) -> Site:
    repository = MemoryRepository(files)
    names = [*repository.names.files.values(), *(SourceFile(link, kind="symlink") for link in links)]
    repository.names = Names(names)
    return site_of(repository)


@pytest.mark.parametrize(("outer", "expected"), [
    ('"index", "ja/index"', ["ok", "ok", "missing"]),  # a translation of the site, its config too
    ('"index"', ["missing", "missing", "ok"]),  # another site
])  # fmt: skip
def test_mintlify_a_config_among_pages_of_another_is_a_copy(outer: str, expected: list[str]) -> None:
    files = {
        "docs.json": MINTLIFY.replace("PAGES", outer),
        "index.mdx": "# Home",
        "only.mdx": "# Only",
        "ja/docs.json": MINTLIFY.replace("PAGES", '"ja/index"'),
        "ja/index.mdx": "[a](/only) [b](/ja/index) [c](/inner)",
        "ja/inner.mdx": "# Inner",
    }
    assert statuses(files, "ja/index.mdx") == expected


def test_mintlify_shows_the_first_page_at_the_top() -> None:
    files = {"docs.json": MINTLIFY.replace("PAGES", '"home", "a"'), "home.mdx": "# Home", "a.mdx": "[home](/) [x](/x)"}
    assert statuses(files, "a.mdx") == ["ok", "missing"]
    site = make_site(files)
    assert [link.target.path for link in written_links(site, "a.mdx") if link.target] == ["home.mdx"]


def test_astro_pages_lie_behind_a_symbolic_link() -> None:
    files = {
        "astro.config.mjs": STARLIGHT.replace("IMPORTS", "").replace("OPTIONS", ""),
        "docs/index.md": "[a](/guides/a/) [b](/guides/b/)",
        "docs/guides/a.mdx": "# A",
    }
    assert [link.status for link in written_links(with_links(files, "src/content/docs"), "docs/index.md")] == [
        "ok",
        "missing",
    ]
    assert frameworks(with_links(files)) == set()


@pytest.mark.parametrize(("options", "expected"), [
    ("", ["asset", "asset-missing"]),
    ("vite: {resolve: {alias: {'@': path.resolve('./src')}}}", ["asset", "asset-missing"]),
    ("vite: {resolve: {alias: {'@': path.resolve('./lib')}}}", ["unresolvable", "unresolvable"]),
])  # fmt: skip
def test_astro_pictures_are_named_by_aliases_of_typescript(options: str, expected: list[str]) -> None:
    files = {
        "astro.config.mjs": STARLIGHT.replace("IMPORTS", "").replace("OPTIONS", options),
        "tsconfig.json": TSCONFIG,
        "src/assets/a.png": "",
        "src/content/docs/index.md": "![a](@/assets/a.png) ![b](@/assets/b.png)",
    }
    assert statuses(files, "src/content/docs/index.md") == expected


@pytest.mark.parametrize(("page", "expected"), [
    ("# Home\n\n<Part name='steps' />\n", ["ok", "fragment-missing"]),
    ("# Home\n\n<Part name='steps' /> <Part name='other' />\n", ["fragment-missing"] * 2),  # says something else
    ("# Home\n", ["fragment-missing"] * 2),
])  # fmt: skip
def test_vuepress_a_component_shows_files_below_its_page(page: str, expected: list[str]) -> None:
    files = VUEPRESS | {
        "a/README.md": page + "\n## Last\n",
        "a/android/steps.md": "## A\n\n[last](#last) [none](#none)",
        "a/ios/steps.md": "## Steps",
    }
    assert statuses(files, "a/android/steps.md")[:2] == expected


@pytest.mark.parametrize(("code", "state"), [
    ("require.context('@site/tutorials/', true)", "unknown"),
    ("require.context('../../tutorials', true)", "unknown"),
    ("require.context('@site/static/', true)", "checked"),
])  # fmt: skip
def test_docusaurus_code_lists_a_folder(code: str, state: str) -> None:
    config = "export default {plugins: [['@docusaurus/plugin-content-docs', {id: 't', path: 'tutorials', SIDE}]]}"
    files = {
        "docusaurus.config.js": config.replace("SIDE", "routeBasePath: 'tutorials', sidebarPath: './none.js'"),
        "none.js": "export default {}",
        "src/components/list.ts": f"const all = {code}",
        "tutorials/a.md": "# A",
    }
    assert orphan_states(make_site(files))["tutorials/a.md"] == state


def test_a_config_that_a_page_shows_is_no_site() -> None:
    files = {
        "docusaurus.config.js": DOCUSAURUS,
        "docs/a/index.md": "# A",
        "docs/a/files/docusaurus.config.js": "export default {themeConfig: {navbar: {items: [{to: '/none'}]}}}",
    }
    assert len(make_site(files).frameworks) == len(make_site(files | {"docs/a/files/x.js": ""}).frameworks)
    assert [each for each in make_site(files).frameworks if each.root == "docs/a/files"] == []
    files["docs/a/files/docs/b.md"] = "# B"
    assert [each.name for each in make_site(files).frameworks if each.root == "docs/a/files"] == ["docusaurus"]


@pytest.mark.parametrize(("path", "expected"), [
    (".claude/commands/plan.md", ["opaque", "opaque", "opaque"]),
    (".claude/skills/write/SKILL.md", ["opaque", "opaque", "missing"]),
    ("notes/plan.md", ["missing", "missing", "missing"]),
])  # fmt: skip
def test_what_agents_are_told_to_write(path: str, expected: list[str]) -> None:
    assert statuses({path: "[a](link) [b](/learn/topic) [c](todos/plan.md)"}, path) == expected


def test_what_a_program_is_expected_to_make_is_no_page() -> None:
    files = {"README.md": "# Top", "src/a/x.md": "[x](gone.md)", "src/b/y.md": "[y](gone.md)"}
    files["src/a/x.expect.md"] = "[x](other.md)"
    assert {page.path for page in make_site(files).pages} == {"README.md", "src/b/y.md"}


def test_astro_code_writes_the_markdown_of_pages() -> None:
    config = STARLIGHT.replace("IMPORTS", "import docs from './plugins/docs.mjs'").replace("OPTIONS", "")
    files = {
        "astro.config.mjs": config,
        "plugins/docs.mjs": "export default {hooks: {'astro:build:done': ({dir}) => write(`${page}.md`)}}",
        "src/content/docs/index.md": "[a](/a.md) [b](/b.md)",
        "src/content/docs/a.md": "# A",
    }
    assert statuses(files, "src/content/docs/index.md") == ["ok", "missing"]
    assert statuses(files | {"plugins/docs.mjs": "export default {}"}, "src/content/docs/index.md") == ["missing"] * 2


@pytest.mark.parametrize(("many", "expected"), [(20, ["ok", "missing"]), (3, ["unresolvable"] * 2)])
def test_astro_a_plugin_takes_one_ending_of_markdown_for_the_other(many: int, expected: list[str]) -> None:
    plugins = "markdown: {rehypePlugins: [links]}"
    files = {
        "astro.config.mjs": STARLIGHT.replace("IMPORTS", "").replace("OPTIONS", plugins),
        "src/content/docs/a.md": "[b](b.md) [c](c.md)",
        "src/content/docs/b.mdx": "# B",
    }
    files |= {f"src/content/docs/x{number}.md": "[b](b.md)" for number in range(many)}
    assert statuses(files, "src/content/docs/a.md") == expected


ROUTE = """---
export async function getStaticPaths() {
  const entries = await getCollection('guides')
  return [...sort(entries)].map((entry) => ({ params: { id: clean(entry.id) } }))
}
---"""


@pytest.mark.parametrize(("number", "word", "expected"), [
    (25, "guides", ["ok", "missing", "opaque"]),
    (5, "guides", None),  # too few to tell
    (25, "other", None),  # addresses of something else
])  # fmt: skip
def test_astro_links_tell_where_code_shows_a_collection(number: int, word: str, expected: list[str] | None) -> None:
    files = {
        "astro.config.mjs": "export default {}",
        "src/content.config.ts": "export const collections = {guides: defineCollection({})}",
        "src/pages/guides/[...id].astro": ROUTE,
        "src/content/guides/b/z.md": "[x](/guides/b/x0) [gone](/guides/b/gone) [code](/guides/elsewhere)",
    }
    files |= {f"src/content/guides/b/x{each}.md": f"[next](/{word}/b/x{each})" for each in range(number)}
    site = make_site(files)
    pages = {page.path: page.url for page in site.pages if page.framework == "astro"}
    assert pages.get("src/content/guides/b/x1.md") == (None if expected is None else "/guides/b/x1/")
    if expected is not None:
        assert statuses(files, "src/content/guides/b/z.md") == expected
