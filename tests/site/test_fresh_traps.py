"""Traps of sites of JavaScript frameworks, and of documentation beside code, that linklint had not met before."""

import pytest

from linklint.graph import LinkGraph
from tests.site.sites import make_site, orphan_states, written_links

DOCUSAURUS = "export default {presets: [['classic', {docs: {routeBasePath: '/'}}]], MORE}"


def statuses(files: dict[str, str], path: str) -> list[str]:
    return [link.status for link in written_links(make_site(files), path)]


def test_a_menu_of_versions_leads_to_the_other_versions() -> None:
    files = {
        "docusaurus.config.js": DOCUSAURUS,
        "versions.json": '["2", "1"]',
        "docs/a.md": "---\nslug: /\n---\n# A",
        "versioned_docs/version-2/a.md": "---\nslug: /\n---\n# A",
        "versioned_docs/version-1/a.md": "# A",
    }

    def linked(more: str) -> bool:
        site = make_site({**files, "docusaurus.config.js": DOCUSAURUS.replace("MORE", more)})
        found = {link.target.path for link in site.links if link.target is not None}
        return "versioned_docs/version-1/a.md" in found

    assert linked("themeConfig: {navbar: {items: [{type: 'docsVersionDropdown'}]}}")
    assert linked("themeConfig: {navbar: {items: []}, other: {navbar: {}}}")  # another theme's
    assert not linked("themeConfig: {navbar: {items: [{to: '/', label: 'Home'}]}}")


@pytest.mark.parametrize(
    ("menu", "reached"), [("{type: 'docsVersionDropdown'}", True), ("{to: '/', label: 'Home'}", False)]
)
def test_a_menu_of_versions_leads_to_the_same_document_of_another_version(menu: str, reached: bool) -> None:
    sidebars = '{"first": ["a"], "second": ["b", "c"]}'
    config = DOCUSAURUS.replace("MORE", f"themeConfig: {{navbar: {{items: [{menu}]}}}}")
    config = config.replace("'/'}", "'/', sidebarPath: './sidebars.js'}", 1)
    files = {
        "docusaurus.config.js": config,
        "sidebars.js": f"module.exports = {sidebars}",
        "versions.json": '["1"]',
        "versioned_sidebars/version-1-sidebars.json": sidebars,
        "src/pages/index.md": "[a](/a) [b](/b)",
    }
    for folder in ("docs", "versioned_docs/version-1"):
        files |= {f"{folder}/{name}.md": "# X" for name in ("a", "b", "c", "lost")}
    graph = LinkGraph(make_site(files))
    found = {page.path for page in graph.site.pages if graph.reachable(page)}
    assert ("docs/c.md" in found) is reached
    assert not found.intersection({"docs/lost.md", "versioned_docs/version-1/lost.md"})


@pytest.mark.parametrize("item", ["ITEM", "{type: 'dropdown', items: [ITEM]}"])
def test_a_menu_leads_to_the_first_document_of_a_sidebar(item: str) -> None:
    """Of the version that is shown; pages outside of the docs lead to the latest one."""
    item = item.replace("ITEM", "{type: 'docSidebar', sidebarId: 'second'}")
    sidebars = (
        "export default {first: ['a'], second: [{type: 'category', label: 'B', items: ['b']}, 'c'], third: ['d']}"
    )
    docs = {f"docs/{name}.md": "# D" for name in "bcd"} | {"docs/a.md": "---\nslug: /\n---\n# A"}
    files = {
        "docusaurus.config.js": "export default {presets: [['classic', {docs: {sidebarPath: './sidebars.js'}}]], MORE}",
        "sidebars.js": sidebars,
        "versions.json": '["2"]',
        "src/pages/index.md": "# Home",
        "versioned_sidebars/version-2-sidebars.json": '{"first": ["a"], "second": ["b", "c"]}',
        **docs,
        **{f"versioned_{path}".replace("/", "/version-2/", 1): text for path, text in docs.items()},
    }
    files["docusaurus.config.js"] = files["docusaurus.config.js"].replace(
        "MORE", f"themeConfig: {{navbar: {{items: [{item}]}}}}"
    )
    links = [(link.source.path, link.target.path) for link in make_site(files).links if link.target and link.generated]
    assert [pair for pair in links if pair[1].endswith("/b.md") and not pair[0].endswith("/c.md")] == [
        ("docs/a.md", "docs/b.md"),
        ("src/pages/index.md", "versioned_docs/version-2/b.md"),
        ("versioned_docs/version-2/a.md", "versioned_docs/version-2/b.md"),
    ]


@pytest.mark.parametrize(("plugin", "status"), [("remark-other-sites", "unresolvable"), ("remark-math", "missing")])
def test_a_remark_plugin_of_the_repository_may_know_marks(plugin: str, status: str) -> None:
    config = f"const mark = require('{plugin}');\n" + DOCUSAURUS.replace("MORE", "title: 'Site'")
    files = {
        "web/docusaurus.config.js": config,
        "plugins/remark-other-sites/package.json": "{}",
        "web/docs/a.md": "[other](@other/page) [none](page)",
    }
    assert statuses(files, "web/docs/a.md") == [status, "missing"]


def test_a_script_writes_docs_that_are_not_there() -> None:
    files = {
        "docusaurus.config.js": DOCUSAURUS.replace("MORE", "title: 'Site'"),
        "static/_redirects": "/old /user-guide/new 301\n",
        "README.md": "# Site",
    }
    for more, expected in (({}, {"opaque"}), ({"docs/a.md": "# A"}, {"missing"})):
        assert {entry.status for entry in make_site({**files, **more}).entries} == expected


def test_a_page_that_sends_visitors_on_needs_no_link() -> None:
    files = {
        "docusaurus.config.js": DOCUSAURUS.replace("MORE", "title: 'Site'"),
        "sidebars.js": "",
        "docs/index.md": "# Home",
        "docs/old.md": '<head>\n  <meta http-equiv="refresh" content="1; url=/new" />\n</head>\n',
    }
    files["docusaurus.config.js"] = files["docusaurus.config.js"].replace("'/'", "'/', sidebarPath: 'sidebars.js'")
    files |= {"sidebars.js": "module.exports = {docs: ['index']}", "docs/new.md": "# New"}
    states = orphan_states(make_site(files))
    assert (states["docs/old.md"], states["docs/new.md"]) == ("intended", "checked")


def test_webpack_reads_a_slash_from_static_folders_too() -> None:
    files = {
        "docusaurus.config.js": DOCUSAURUS.replace("MORE", "title: 'Site'"),
        "static/img/a.png": "",
        "docs/a.md": "<img src={require('/img/a.png').default} /> <img src={require('/img/b.png').default} />",
    }
    assert statuses(files, "docs/a.md") == ["asset", "asset-missing"]


def test_pages_that_tell_their_place_in_a_navigation_are_in_one() -> None:
    pages = {
        f"docs/p{number}.md": f"---\ntitle: P\norder: {number}\n---\n# P's way (it's long)" for number in range(11)
    }
    others = {f"examples/e{number}/README.md": "# E" for number in range(12)}
    files = {"README.md": "[p](docs/p0.md)", **others, **pages, "docs/p0.md": "# P", "docs/other.md": "# O"}
    assert orphan_states(make_site(files))["docs/p5.md"] == "unknown"
    assert orphan_states(make_site(files))["docs/other.md"] == "unknown"
    unplaced = {path: text.replace("order", "pages") for path, text in files.items()}
    linked = {**unplaced, "README.md": " ".join(f"[p](docs/p{number}.md)" for number in range(11))}
    assert orphan_states(make_site(linked))["docs/other.md"] == "checked"
    link = "[a](docs/p1.md#p's-way-(it's-long)) [b](docs/p1.md#p-s-way) [c](docs/p1.md#ps-way-its-long)"
    assert statuses({**files, "README.md": link}, "README.md") == ["ok", "fragment-missing", "ok"]
    assert statuses({**unplaced, "README.md": link}, "README.md")[0] == "fragment-missing"


def test_a_loader_of_any_kind_is_given_the_files_that_it_watches() -> None:
    files = {
        ".vitepress/config.ts": "export default {themeConfig: {sidebar: []}}",
        "index.md": "# Home",
        "blog/posts/a.md": "# A",
        "notes/b.md": "# B",
        "data/posts.data.ts": "export default { watch: ['../blog/posts/*.md'], load(files) { return files } }",
    }
    states = orphan_states(make_site(files))
    assert (states["blog/posts/a.md"], states["notes/b.md"]) != ("checked", "checked")
    assert states["notes/b.md"] == "checked"


def test_menus_in_components_lead_to_pages_that_link_each_other() -> None:
    files = {
        ".vitepress/config.ts": "export default {themeConfig: {sidebar: []}}",
        "index.md": "# Home",
        "cloud/usage.md": "[cli](cli.md)",
        "cloud/cli.md": "[usage](usage.md)",
        ".vitepress/theme/Menu.vue": "<script>const menu = [{link: '/cloud/usage'}]</script>",
    }

    def state(more: dict[str, str]) -> str:
        return make_site({**files, **more}).by_path["cloud/usage.md"].orphan

    assert state({}) == "unknown"
    assert state({".vitepress/theme/Menu.vue": "<script>const menu = [{link: '/cloud'}]</script>"}) == "checked"


def test_a_page_may_take_in_markdown_as_a_component() -> None:
    files = {
        ".vitepress/config.ts": "export default {themeConfig: {sidebar: []}}",
        "index.md": "# Home\n\n<script setup>\nimport Part from './src/parts/a.md'\n</script>\n",
        "src/parts/a.md": "# A",
        "src/parts/b.md": "# B",
    }
    states = orphan_states(make_site(files))
    assert (states["src/parts/a.md"], states["src/parts/b.md"]) == ("unknown", "checked")


@pytest.mark.parametrize(("text", "found"), [
    (':more{to="https://example.org"}', ["external"]),
    (':more{to="https://exa"mple.org"}', ["malformed"]),
    ('<a href="your-oauth2-URL-here">x</a>', ["unresolvable"]),
    ('<a href="your-guide">x</a>', ["missing"]),
])  # fmt: skip
def test_ends_of_attributes_and_blanks_to_fill_in_are_no_addresses(text: str, found: list[str]) -> None:
    assert statuses({"README.md": text}, "README.md") == found


def test_git_may_ignore_a_file_by_another_name_than_its_address_has() -> None:
    files = {
        "docusaurus.config.js": DOCUSAURUS.replace("MORE", "title: 'Site'"),
        ".gitignore": "docs/Contribute.md\ndocs/_*.md\n",
        "docs/a.md": "[x](/contribute) [y](/Contributing) [z](/b/none)",
        "docs/b/c.md": "# C",
    }
    assert statuses(files, "docs/a.md") == ["opaque", "opaque", "missing"]
    files[".gitignore"] = "docs/Contribute.md\n"
    assert statuses(files, "docs/a.md") == ["opaque", "missing", "missing"]


def test_eleventy_copies_files_of_formats_that_are_no_templates() -> None:
    files = {
        ".eleventy.js": "module.exports = (c) => { c.setTemplateFormats(['md', 'svg']); return {dir: {input: 'src'}} }",
        "src/a.md": "![x](/img/x.svg) ![y](/img/y.svg) [home](/) [none](/none/)",
        "src/img/x.svg": "",
    }
    assert statuses(files, "src/a.md") == ["asset", "asset-missing", "opaque", "missing"]


def test_eleventy_may_be_told_to_write_no_folders() -> None:
    said = "c.addGlobalData('permalink', () => { return (data) => `${STEM}.${data.page.outputFileExtension}` })"
    files = {
        "eleventy.config.js": f"module.exports = (c) => {{ {said} }}".replace("STEM", "data.page.filePathStem"),
        "index.md": "[a](/a.html) [b](/b.html)",
        "a.md": "# A",
    }
    assert statuses(files, "index.md") == ["ok", "missing"]


def test_a_layout_of_eleventy_may_make_ids_of_a_list_of_sections() -> None:
    files = {
        ".eleventy.js": "module.exports = () => ({dir: {input: 'src'}})",
        "src/_includes/list.njk": '{% for each in toc %}<h2 id="{{ each.name | slugify }}">x</h2>{% endfor %}',
        "src/_includes/page.njk": '<h2 id="{{ page.fileSlug }}">x</h2>{{ content | safe }}',
        "src/index.md": "---\nlayout: list.njk\n---\n[a](/a/#two) [home](/#two)",
        "src/a.md": "---\nlayout: page.njk\n---\n<h2 id='one'>A</h2>",
    }
    assert statuses(files, "src/index.md") == ["fragment-missing", "fragment-unverifiable"]


FUMADOCS = {
    "package.json": '{"dependencies": {"fumadocs-core": "^15.0.0", "next": "15"}}',
    "next.config.mjs": "export default {}",
    "source.config.ts": "export const docs = defineDocs({dir: 'content/docs'})",
    "lib/source.ts": "export const source = loader({baseUrl: '/', source: docs.toFumadocsSource(), MORE})",
    "app/[[...slug]]/page.tsx": "const page = source.getPage(params.slug); if (!page) notFound()",
    "content/docs/a.mdx": "[b](/b) [x](/docs/b) [none](/none) [one](/b#one) [two](/b#two) [c](/api/c) [b](./b.mdx)",
    "content/docs/(group)/b.mdx": "# B\n\n## One\n\n## Other [#three]\n",
    "content/docs/api/c.mdx": "# C",
}


def test_loaders_of_fumadocs_tell_where_documents_are_shown() -> None:
    files = {**FUMADOCS, "lib/source.ts": FUMADOCS["lib/source.ts"].replace("MORE", "icon(name) { return name }")}
    found = statuses(files, "content/docs/a.mdx")
    assert found == ["ok", "missing", "missing", "ok", "fragment-missing", "ok", "ok"]
    files["content/docs/a.mdx"] = "[three](/b#three) [other](/b#other)"
    assert statuses(files, "content/docs/a.mdx") == ["ok", "fragment-missing"]


@pytest.mark.parametrize("changed", [
    {"lib/source.ts": FUMADOCS["lib/source.ts"].replace("MORE", "i18n")},
    {"lib/source.ts": FUMADOCS["lib/source.ts"].replace("MORE", "url: (slugs) => slugs.join('/')")},
    {"app/[[...slug]]/page.tsx": "source.getPage(slug) ?? blog.getPage(slug) ?? notFound()"},
])  # fmt: skip
def test_what_fumadocs_shows_is_open_where_code_says_more(changed: dict[str, str]) -> None:
    assert statuses({**FUMADOCS, **changed}, "content/docs/a.mdx")[2] == "opaque"


def test_stories_beside_components_need_no_links() -> None:
    files = {"README.md": "[a](docs/a.md)", "docs/a.md": "# A", "src/Intro.story.md": "# Intro", "src/Intro.md": "# I"}
    states = orphan_states(make_site(files))
    assert (states["src/Intro.story.md"], states["src/Intro.md"]) == ("intended", "checked")


def test_code_that_rewrites_addresses_leaves_folders_alone() -> None:
    links = " ".join(f"[x](/docs/p{number})" for number in range(12))
    files = {
        ".vitepress/config.ts": "export default {cleanUrls: true, rewrites(id) { return change(id) }}",
        "index.md": links + " [gone](/docs/gone) [post](/blog/2024/a)",
        **{f"docs/p{number}.md": "# P" for number in range(12)},
        "posts/2024-a.md": "# A",
    }
    assert statuses(files, "index.md")[12:] == ["missing", "opaque"]
    fewer = {**files, "index.md": links.replace("[x](/docs/p3)", "") + " [gone](/docs/gone)"}
    assert statuses(fewer, "index.md")[11:] == ["opaque"]


def test_the_router_of_vitepress_finds_an_index_without_its_slash() -> None:
    files = {
        ".vitepress/config.ts": "export default {cleanUrls: true, themeConfig: {nav: [{text: 'S', link: '/sync'}]}}",
        "index.md": "[sync](/sync) <a href='/sync'>sync</a> <a href='/none'>x</a>",
        "sync/index.md": "# Sync",
    }
    site = make_site(files)
    assert [link.status for link in site.links if link.file == ".vitepress/config.ts"] == ["ok"]
    assert [link.status for link in written_links(site, "index.md")] == ["missing", "ok", "missing"]


@pytest.mark.parametrize(("line", "status"), [
    ("/* /index.html 200", "missing"), ("/* /index.html 200!", "opaque"), ("/* /app/page.html 200", "opaque"),
])  # fmt: skip
def test_a_home_page_instead_of_an_error_mends_no_link(line: str, status: str) -> None:
    files = {".vitepress/config.ts": "export default {}", "index.md": "[none](/none)", "public/_redirects": line}
    assert statuses(files, "index.md") == [status]
