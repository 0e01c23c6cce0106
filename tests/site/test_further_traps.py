"""Traps of repositories that linklint had not seen before: it speaks of what is wrong, and of nothing else."""

import pytest

from linklint.data.javascript import read_config
from tests.site.sites import make_site, orphan_states, written_links

DOCUSAURUS = "export default {presets: [['classic', {docs: {routeBasePath: '/', OPTIONS}}]]}"
STARLIGHT = "import starlight from '@astrojs/starlight';\nexport default {integrations: [starlight({OPTIONS})]}"
BOOK = {"book.toml": "CONFIG", "src/SUMMARY.md": "- [A](a.md)\n- [B](v/b.md)", "src/a.md": "# A", "src/v/b.md": "# B"}


def statuses(files: dict[str, str], path: str) -> list[str]:
    return [link.status for link in written_links(make_site(files), path)]


def test_a_small_site_beside_many_markdown_files_of_the_same_folder_keeps_its_own() -> None:
    archive = {f"archive/{number}.md": "# Old" for number in range(9)}
    files = {"docusaurus.config.js": DOCUSAURUS, "docs/a.md": "[b](b) [c](c)", "docs/b.md": "# B", **archive}
    site = make_site(files)
    assert site.by_path["docs/b.md"].url == "/b"
    assert site.by_path["archive/1.md"].url == "/archive/1.md"
    assert [link.status for link in written_links(site, "docs/a.md")] == ["ok", "missing"]


def test_a_version_that_a_script_copies_of_the_current_one() -> None:
    config = DOCUSAURUS.replace("OPTIONS", "includeCurrentVersion: false, lastVersion: '2.x'")
    files = {
        "docusaurus.config.js": config,
        "versions.json": '["2.x", "1.x"]',
        "docs/a.md": "# A\n\n[b](b) [old](/1.x/b) [c](c)",
        "docs/b.md": "# B",
        "versioned_docs/version-1.x/b.md": "# B",
    }
    assert make_site(files).by_path["docs/b.md"].url == "/b"
    assert statuses(files, "docs/a.md") == ["ok", "ok", "missing"]
    there = {**files, "versioned_docs/version-2.x/b.md": "# B"}
    assert "docs/b.md" not in make_site(there).by_path


def test_a_version_that_a_script_copies_of_one_that_is_shown_too() -> None:
    files = {
        "docusaurus.config.js": DOCUSAURUS.replace("OPTIONS", "sidebarPath: './sidebars.js'"),
        "sidebars.js": "module.exports = {all: ['a', 'b', 'gone']}",
        "versioned_sidebars/version-2.x-sidebars.json": '{"all": ["a", "b", "lost"]}',
        "versions.json": '["2.x", "1.x", "0.x"]',
        "docs/a.md": "# A\n\n[b](b) [old](/1.x/b) [c](c) [next](/next/b) [d](/1.x/c) [older](/0.x/b)",
        "docs/b.md": "# B",
        "versioned_docs/version-1.x/b.md": "# B",
    }
    assert make_site(files).by_path["docs/b.md"].url == "/b"
    assert statuses(files, "docs/a.md") == ["ok", "ok", "missing", "opaque", "missing", "opaque"]
    entries = [entry for entry in make_site(files).entries if entry.kind == "nav"]
    assert [(entry.file, entry.key) for entry in entries if entry.status != "ok"] == [
        ("versioned_sidebars/version-2.x-sidebars.json", "lost")
    ]


def test_calls_of_docusaurus_that_stand_for_addresses_and_files() -> None:
    files = {
        "docusaurus.config.js": DOCUSAURUS.replace("presets", "baseUrl: '/base/', presets"),
        "static/img/a.png": "",
        "docs/x/b.png": "",
        "docs/x/a.mdx": "<img src={useBaseUrl('img/a.png')} /> <img src={useBaseUrl('/img/c.png')} />\n\n"
        '<img src={require("./b.png").default} /> <img src={require("@site/static/img/c.png").default} />'
        " <img src={picture} />",
    }
    assert statuses(files, "docs/x/a.mdx") == ["asset", "asset-missing", "asset", "asset-missing", "unresolvable"]


def test_what_git_ignores_a_build_may_make() -> None:
    files = {
        "astro.config.mjs": STARLIGHT.replace("OPTIONS", ""),
        ".gitignore": "node_modules/\n*.log\n/src/content/docs/releases.md\n# x\n/src/content/docs/api/\n",
        "src/content/docs/a.md": "[r](/releases/) [api](/api/types/) [s](/releasing/) [d](/apis/types/)",
    }
    assert statuses(files, "src/content/docs/a.md") == ["opaque", "opaque", "missing", "missing"]
    files = {"docs/.gitignore": "made.md", "docs/a.md": "[m](made.md) [n](never.md)", "README.md": "[m](made.md)"}
    assert statuses(files, "docs/a.md") == ["opaque", "missing"]
    assert statuses({**files, ".gitignore": "other.md"}, "README.md") == ["missing"]


@pytest.mark.parametrize(
    ("ignored", "expected"),
    [
        ("/drivers", ["missing", "asset-missing", "opaque"]),  # it lies at the top, where the site is not
        ("/docs/drivers", ["opaque", "opaque", "asset-missing"]),
        ("drivers", ["opaque", "opaque", "opaque"]),
        ("/drivers.md", ["missing", "asset-missing", "asset-missing"]),
    ],
)
def test_a_pattern_excuses_what_lies_where_it_points(ignored: str, expected: list[str]) -> None:
    files = {"docs/.vitepress/config.ts": "export default {}", "docs/index.md": "# Home", ".gitignore": ignored}
    files |= {"docs/a.md": "[d](/drivers/one) [p](/drivers/one.pdf)", "README.md": "![e](drivers/one.png)"}
    assert statuses(files, "docs/a.md") + statuses(files, "README.md") == expected


def test_a_pattern_excuses_the_pages_that_a_site_has_elsewhere() -> None:
    config = DOCUSAURUS.replace("OPTIONS", "path: '../docs', routeBasePath: 'docs'")
    files = {"website/docusaurus.config.js": config, "docs/a.md": "[x](/docs/api/b) [y](/docs/apis/b)"}
    assert statuses({**files, ".gitignore": "/docs/api/"}, "docs/a.md") == ["opaque", "missing"]


def test_what_is_ignored_is_told_as_git_tells_it() -> None:
    hugo = {"hugo.toml": "baseURL = 'https://example.com/'\n", "content/reference/spec/_index.md": "# Spec\n"}
    links = "[x](/reference/spec/main/) [y](/reference/spec/main/page/) [z](/reference/other/) [w](/reference/gone/)\n"
    nested = {**hugo, "content/reference/spec/.gitignore": "*/\n", "content/a.md": links}
    assert statuses(nested, "content/a.md") == ["opaque", "opaque", "missing", "missing"]
    anywhere = {**hugo, ".gitignore": "*.log\nelsewhere/**/page.md\nother*\n", "content/a.md": links}
    assert statuses(anywhere, "content/a.md") == ["missing", "missing", "opaque", "missing"]
    below = {**hugo, ".gitignore": "content/reference/**/page.md\n!content/reference/gone.md\n", "content/a.md": links}
    assert statuses(below, "content/a.md") == ["missing", "opaque", "missing", "missing"]


def test_what_a_build_makes_of_everything_makes_no_page_known() -> None:
    """Somebody added one file of the output all the same."""
    files = {
        "hugo.toml": "baseURL = 'https://example.com/'\n",
        ".gitignore": "/public/\n",
        "public/robots.txt": "",
        "content/a.md": "[x](/gone/) [y](/gone.png)\n",
    }
    assert statuses(files, "content/a.md") == ["missing", "asset-missing"]


def test_a_sidebar_whose_groups_a_function_makes_may_show_any_page() -> None:
    config = STARLIGHT.replace("OPTIONS", "sidebar: [{label: 'x', items: [{slug: 'a'}]}, GROUP]")
    pages = {"src/content/docs/index.md": "# Home", "src/content/docs/a.md": "# A", "src/content/docs/b.md": "# B"}
    made = {"astro.config.mjs": "const group = (key, more) => ({label: key, ...more});\n" + config}
    made["astro.config.mjs"] = made["astro.config.mjs"].replace("GROUP", "group('x', {items: ['b']})")
    states = orphan_states(make_site({**pages, **made}))
    assert states["src/content/docs/b.md"] == "unknown"
    written = {"astro.config.mjs": config.replace(", GROUP", "")}
    assert orphan_states(make_site({**pages, **written}))["src/content/docs/b.md"] == "checked"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("export default define<Theme>({a: 1})", {"a": 1}),
        ("export default define<Theme<'x'>, B[]>(() => ({a: 1}))", {"a": 1}),
    ],
)
def test_a_call_may_be_given_types(text: str, value: object) -> None:
    assert read_config(text, "x.ts").value == value


def test_less_than_is_no_type() -> None:
    assert read_config("export default {a: b < c, d: 1}", "x.ts").value["d"] == 1


def test_a_page_of_vitepress_that_a_component_fills_may_have_any_id() -> None:
    files = {
        "docs/.vitepress/config.ts": "export default {}",
        "docs/index.md": "[e](/made.html#e) [w](/written.html#e)",
        "docs/made.md": "<script setup>\nimport A from './A.vue'\n</script>\n\n<A />",
        "docs/written.md": "# Written",
    }
    assert statuses(files, "docs/index.md") == ["fragment-unverifiable", "fragment-missing"]


def test_a_page_that_a_component_names_by_its_built_file_is_no_orphan() -> None:
    files = {
        "docs/.vitepress/config.ts": "export default {}",
        "docs/index.md": "# Home",
        "docs/partners/all.md": "# All",
        "docs/partners/some.md": "# Some",
        "docs/partners/Page.vue": '<a href="/partners/all.html">all</a> <a href="/partners/other.html">some</a>',
    }
    states = orphan_states(make_site(files))
    assert (states["docs/partners/all.md"], states["docs/partners/some.md"]) == ("unknown", "checked")


def test_redirects_of_mdbook_may_begin_with_a_dot() -> None:
    config = '[output.html.redirect]\n"./b.html" = "./v/b.html"\n"./c.html" = "./v/c.html"\n'
    site = make_site({**BOOK, "book.toml": config})
    assert [(entry.key, entry.status) for entry in site.entries if entry.kind == "redirect"] == [
        ("/b.html", "ok"),
        ("/c.html", "missing"),
    ]


def test_names_that_a_preprocessor_of_mdbook_knows() -> None:
    text = "[x](items.fn.body) [y](<./std::mem>) [z](c.md) [b](v/b.md) [w](../items/enum.mdr)"
    known = {**BOOK, "book.toml": '[preprocessor.spec]\ncommand = "x"\n', "src/a.md": text}
    assert statuses(known, "src/a.md")[:4] == ["opaque", "missing", "missing", "ok"]
    assert statuses({**known, "book.toml": ""}, "src/a.md")[:2] == ["asset-missing", "missing"]


def test_a_rewrite_of_an_address_to_itself_is_no_loop() -> None:
    lines = "/*.txt /:splat.md 301\n/llms.md /llms.txt 301\n/llms.txt /llms.txt 200!\n/x /y 301\n/y /x 301\n"
    files = {"docs/.vitepress/config.ts": "export default {}", "docs/index.md": "", "docs/public/_redirects": lines}
    entries = make_site(files).entries
    assert {entry.key for entry in entries if entry.status == "redirect-loop"} == {"/x", "/y"}


def test_html_that_a_site_only_copies_is_read_at_another_address() -> None:
    files = {"docusaurus.config.js": DOCUSAURUS, "docs/a.md": "[o](/old.html) [n](/none.html)"}
    page = '<meta http-equiv="refresh" content="0; url=/en/a">'
    site = make_site({**files, "static/old.html": page, "old/b.html": page})
    assert [entry.file for entry in site.entries if entry.kind == "redirect"] == ["old/b.html"]
    assert [link.status for link in written_links(site, "docs/a.md")] == ["asset", "missing"]


def test_components_of_the_site_that_give_no_ids() -> None:
    parts = {
        "src/components/Quiet.astro": "---\nimport Inner from './Inner.astro';\n---\n<p><Inner /><slot /></p>",
        "src/components/Inner.astro": "<b>{Astro.props.title}</b>",
        "src/components/Loud.astro": "---\nimport Deep from './Deep.astro';\n---\n<Deep />",
        "src/components/Deep.astro": "<h2 id={Astro.props.slug}>x</h2>",
    }
    base = "src/content/docs"
    pages = {
        f"{base}/quiet.mdx": "import Quiet from '@/components/Quiet.astro'\n\n# A\n\n## Part\n\n<Quiet />",
        f"{base}/loud.mdx": "import Loud from '../../components/Loud.astro'\n\n<Loud />",
        f"{base}/package.mdx": "import { Box } from 'boxes'\n\n<Box />",
        f"{base}/a.md": "[a](/quiet/#part) [b](/quiet/#other) [c](/loud/#other) [d](/package/#other)",
    }
    files = {"astro.config.mjs": STARLIGHT.replace("OPTIONS", ""), **parts, **pages}
    unsure = "fragment-unverifiable"
    assert statuses(files, f"{base}/a.md") == ["ok", "fragment-missing", unsure, unsure]
    missing = {path: text for path, text in files.items() if not path.endswith("Inner.astro")}
    assert statuses(missing, f"{base}/a.md")[1] == unsure


def test_components_of_docusaurus_that_give_no_ids() -> None:
    files = {
        "docusaurus.config.js": DOCUSAURUS,
        "src/components/Box.tsx": "import React from 'react';\nimport './box.css';\nexport default () => <p />;",
        "src/components/box.css": "#id {}",
        "docs/box.mdx": "import Box from '@site/src/components/Box';\n\n<Box />",
        "docs/a.md": "[b](box.mdx#none)",
    }
    assert statuses(files, "docs/a.md") == ["fragment-missing"]
    files["src/components/Box.tsx"] = "export default (box) => <p id={box.name} />;"
    assert statuses(files, "docs/a.md") == ["fragment-unverifiable"]


def test_pages_that_a_loader_of_a_package_makes() -> None:
    config = "import { changelogsLoader } from 'starlight-changelogs/loader';\nexport const collections = {\n"
    config += "changelogs: defineCollection({loader: changelogsLoader([{base: 'internals/changelog'}])})}"
    files = {
        "astro.config.mjs": STARLIGHT.replace("OPTIONS", ""),
        "src/content.config.ts": config,
        "src/content/docs/internals/a.md": "[c](/internals/changelog/version/2/) [d](/internals/changes/)",
    }
    assert statuses(files, "src/content/docs/internals/a.md") == ["opaque", "missing"]
    files["src/content.config.ts"] = config.replace("starlight-changelogs/loader", "astro/loaders")
    assert statuses(files, "src/content/docs/internals/a.md") == ["missing", "missing"]


def test_links_of_documents_that_come_from_another_repository() -> None:
    config = "import links from './src/transformers/content-links';\n" + DOCUSAURUS
    files = {
        "docusaurus.config.js": config,
        "docs/latest/api/a.md": "[d](../../DEPS) [s](../../shell/README.md) [b](../b.md) [c](c.md)",
        "docs/latest/x.md": "# X",
    }
    assert statuses(files, "docs/latest/api/a.md") == ["unresolvable", "unresolvable", "missing", "missing"]
    files["docusaurus.config.js"] = DOCUSAURUS
    assert statuses(files, "docs/latest/api/a.md")[1] == "missing"


def test_versions_that_mike_publishes_beside_each_other() -> None:
    config = "site_url: https://example.com\nplugins:\n  - mike: {}\n"
    files = {"mkdocs.yml": config, "docs/index.md": "[dev](/dev/index.html) [a](a.md)"}
    assert statuses(files, "docs/index.md") == ["opaque", "missing"]
    files["mkdocs.yml"] = "site_url: https://example.com\nextra:\n  version:\n    provider: mike\n"
    assert statuses(files, "docs/index.md") == ["opaque", "missing"]
    files["mkdocs.yml"] = "site_url: https://example.com\n"
    assert statuses(files, "docs/index.md") == ["missing", "missing"]


def test_updates_of_mintlify_are_named_by_label_or_description() -> None:
    text = '<Update label="2026-04-14" description="SDK v2.0.0 / v3.0.0">x</Update>\n\n'
    text += "[a](#2026-04-14) [b](#sdk-v2-0-0-v3-0-0) [c](#sdk)"
    files = {"docs.json": '{"name": "x", "navigation": {"pages": ["index"]}, "theme": "mint"}', "index.mdx": text}
    assert statuses(files, "index.mdx")[-3:] == ["ok", "ok", "fragment-missing"]


def test_redirects_that_code_of_a_next_config_makes() -> None:
    written = "module.exports = { async redirects() { return [{source: '/old', destination: '/a'}] } }"
    files = {"next.config.js": written, "app/a/page.mdx": "[o](/old) [n](/new)"}
    assert statuses(files, "app/a/page.mdx") == ["redirect", "missing"]
    files["next.config.js"] = "module.exports = { async redirects() { const all = await load(); return all.map(f) } }"
    assert statuses(files, "app/a/page.mdx") == ["opaque", "opaque"]


def test_instructions_to_agents_are_no_orphans_on_any_site() -> None:
    files = {"docusaurus.config.js": DOCUSAURUS, "sidebars.js": "", "docs/CLAUDE.md": "# A", "docs/other.md": "# B"}
    files["docusaurus.config.js"] = DOCUSAURUS.replace("OPTIONS", "sidebarPath: false")
    states = orphan_states(make_site(files))
    assert (states["docs/CLAUDE.md"], states["docs/other.md"]) == ("intended", "checked")


def test_a_config_of_vitepress_in_parts() -> None:
    whole = "import { defineConfig } from 'vitepress'\nimport { shared } from './shared'\n"
    whole += "export default defineConfig({ ...shared, locales: {} })"
    shared = "import { defineConfig } from 'vitepress'\n"
    shared += "export const shared = defineConfig({ cleanUrls: true, rewrites: { 'en/:rest*': ':rest*' } })"
    pages = {"docs/en/index.md": "[a](/a) [b](/b)", "docs/en/a.md": "# A"}
    files = {"docs/.vitepress/config/index.ts": whole, "docs/.vitepress/config/shared.ts": shared, **pages}
    assert statuses(files, "docs/en/index.md") == ["ok", "missing"]
    files |= {
        "docs/netlify.toml": "[[redirects]]\nfrom = '/guide/'\nto = '/a'\n[[redirects]]\nfrom = '/x'\nto = '/y'\n"
    }
    told = {entry.key: entry.status for entry in make_site(files).entries if entry.kind == "redirect"}
    assert told == {"/guide/": "ok", "/x": "missing"}
    files["docs/.vitepress/config/shared.ts"] = "export const shared = make()"
    assert statuses(files, "docs/en/index.md") == ["opaque", "opaque"]
    assert {entry.status for entry in make_site(files).entries if entry.kind == "redirect"} == {"opaque"}
    files["docs/index.md"] = "# Home"
    assert statuses(files, "docs/en/index.md") == ["missing", "missing"]


def test_a_text_that_code_makes_is_a_text() -> None:
    config = "export default {themeConfig: {nav: [{text: `From v${major - 1}`, link: '/a'}, {link: '/b'}]}}"
    pages = {"docs/index.md": "# Home", "docs/a.md": "# A", "docs/b.md": "# B"}
    links = make_site({"docs/.vitepress/config.ts": config, **pages}).links
    told = {link.written.href: bool(link.written.text) or link.written.made for link in links if link.written}
    assert told == {"/a": True, "/b": False}
