"""Traps of sites of JavaScript frameworks that linklint had not seen before."""

import pytest

from tests.site.sites import make_site, orphan_states, written_links

VITEPRESS = "import { defineConfig } from 'vitepress'\nexport default defineConfig({cleanUrls: true})"
STARLIGHT = "import starlight from '@astrojs/starlight';\nexport default {integrations: [starlight({sidebar: ['a']})]}"
PLUGIN = "export const change = () => ({name: 'x', HOOK(code, id) { if (/\\.md$/.test(id)) return code + '## Types' }})"


def statuses(files: dict[str, str], path: str) -> list[str]:
    return [link.status for link in written_links(make_site(files), path)]


def redirected(files: dict[str, str]) -> list[tuple[int, str]]:
    site = make_site({"index.html": "<title>Home</title>", "new.html": "<title>New</title>", **files})
    return [(entry.location.line, entry.status) for entry in site.entries if entry.kind == "redirect"]


def test_what_git_ignores_lies_beside_pages_not_beside_pictures() -> None:
    files = {
        "astro.config.mjs": STARLIGHT,
        "src/content/docs/docs/a.md": "[x](/docs/component/x/) [y](/docs/components/y/)",
        "src/assets/docs/component/shot.png": "",
        ".gitignore": "/src/content/docs/docs/component/\n",
    }
    assert statuses(files, "src/content/docs/docs/a.md") == ["opaque", "missing"]


def test_the_lists_of_many_examples_do_not_hide_that_of_the_site() -> None:
    files = {
        "www/astro.config.mjs": STARLIGHT,
        "www/src/content/docs/a.md": "[x](/made/) [y](/none/)",
        "www/.gitignore": "made.md\n",
        **{f"examples/{number}/app/.gitignore": "*.log\n" for number in range(600)},
    }
    assert statuses(files, "www/src/content/docs/a.md") == ["opaque", "missing"]


def test_a_page_goes_before_a_redirect_that_is_not_forced() -> None:
    assert redirected({"_redirects": "/old /new\n/new /old\n"}) == [(1, "ok"), (2, "ok")]
    assert redirected({"_redirects": "/old /new 301!\n/new /old 301!\n"}) == [
        (1, "redirect-loop"),
        (2, "redirect-loop"),
    ]
    assert redirected({"_redirects": "/a /b\n/b /a\n"}) == [(1, "redirect-loop"), (2, "redirect-loop")]
    toml = '[[redirects]]\nfrom = "/old"\nto = "/new"\nFORCE\n[[redirects]]\nfrom = "/new"\nto = "/old"\nFORCE\n'
    assert {status for _, status in redirected({"netlify.toml": toml.replace("FORCE", "force = true")})} == {
        "redirect-loop"
    }
    assert {status for _, status in redirected({"netlify.toml": toml.replace("FORCE", "")})} == {"ok"}


def test_a_second_redirect_of_an_address_is_never_used() -> None:
    assert redirected({"_redirects": "/old /gone\n/old /new\n"}) == [(1, "missing"), (2, "ok")]
    assert redirected({"_redirects": "/old /new\n/old /gone\n"}) == [(1, "ok"), (2, "ok")]


def test_pages_that_a_plugin_of_the_site_transforms_have_further_headings() -> None:
    files = {".vitepress/config.ts": VITEPRESS, "index.md": "# A\n\n[t](#types)"}
    assert statuses(files, "index.md") == ["fragment-missing"]
    for hook, expected in (("transform", "fragment-unverifiable"), ("transformIndexHtml", "fragment-missing")):
        plugin = {".vitepress/plugins/change.ts": PLUGIN.replace("HOOK", hook)}
        assert statuses({**files, **plugin}, "index.md") == [expected]
    other = {".vitepress/plugins/change.ts": PLUGIN.replace("HOOK", "transform").replace("## Types", "text")}
    assert statuses({**files, **other}, "index.md") == ["fragment-missing"]
    assert statuses({**files, "scripts/change.ts": PLUGIN.replace("HOOK", "transform")}, "index.md") == [
        "fragment-missing"
    ]


@pytest.mark.parametrize(
    ("config", "path"),
    [(".vitepress/config.ts", "a.md"), ("astro.config.mjs", "src/content/docs/a.md")],
)
def test_components_read_parameters_in_fragments(config: str, path: str) -> None:
    text = "# A\n\n[s](#sort=updated) [f](#category=State&sort=name) [n](#none) [e](#=x)"
    files = {config: VITEPRESS if config.startswith(".") else STARLIGHT, path: text}
    assert statuses(files, path) == [
        "fragment-unverifiable", "fragment-unverifiable", "fragment-missing", "fragment-missing",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("href", "status"),
    [
        ("https://<your-host>.example.com/", "unresolvable"),
        ("/docs/<version>/a.md", "unresolvable"),
        ("https://example.com<br>", "malformed"),
        ("https://exa<mple.com", "malformed"),
        ("docs/a.md#<id>", "missing"),
    ],
)
def test_a_name_in_angle_brackets_is_to_be_filled_in(href: str, status: str) -> None:
    assert statuses({"README.md": f"[x]({href})"}, "README.md") == [status]


@pytest.mark.parametrize(
    ("scripts", "url"),
    [
        ('"example": "eleventy --config=example.config.js --input=example", "build": "eleventy"', "/a/"),
        ('"build": "npx eleventy --input=docs/x"', "/docs/a.md"),
        ('"build": "eleventy --config=other.config.js --input=docs/x"', "/docs/a.md"),
    ],
)
def test_a_command_that_builds_an_example_says_nothing_of_the_site(scripts: str, url: str) -> None:
    files = {
        "package.json": f'{{"scripts": {{{scripts}}}, "devDependencies": {{"@11ty/eleventy": "3"}}}}',
        "eleventy.config.js": "export default () => ({dir: {input: 'docs'}})",
        "other.config.js": "export default () => ({})",
        "docs/a.md": "# A",
        "docs/x/b.md": "# B",
    }
    assert make_site(files).by_path["docs/a.md"].url == url


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("config.addTemplate('sitemap.njk', text)", ["opaque", "missing"]),
        ("for (const path of paths) config.addTemplate(path, text)", ["opaque", "opaque"]),
        ("config.addFilter('x', text)", ["missing", "missing"]),
    ],
)
def test_templates_without_a_file_make_pages(call: str, expected: list[str]) -> None:
    files = {
        "eleventy.config.js": f"export default (config) => {{ {call}; return {{dir: {{input: 'docs'}}}} }}",
        "package.json": '{"devDependencies": {"@11ty/eleventy": "3"}}',
        "docs/a.md": "[s](/sitemap/) [n](/none/)",
    }
    assert statuses(files, "docs/a.md") == expected


def test_github_shows_the_community_files_beside_a_site() -> None:
    text = "# A\n\n## Style guide\n\n[s](#style-guide) [n](#none)"
    files = {"docusaurus.config.js": "export default {}", "docs/a.md": "# A", "CONTRIBUTING.md": text, "notes.md": text}
    assert statuses(files, "CONTRIBUTING.md") == ["ok", "fragment-missing"]
    assert statuses(files, "notes.md") == ["ok", "fragment-unverifiable"]


def test_a_file_with_a_layout_is_read_from_the_top_of_its_site() -> None:
    files = {"README.md": "[x](/x) [y](y.md)", "demo/a.md": "---\nlayout: page\n---\n[x](/x) [y](y.md)"}
    assert statuses(files, "README.md") == ["missing", "missing"]
    assert statuses(files, "demo/a.md") == ["opaque", "missing"]


@pytest.mark.parametrize(
    ("path", "program", "expected"),
    [
        ("scripts/docs.mts", "const out = join('src', 'docs', 'api');\nawait mkdir(out)", ["opaque", "missing"]),
        (
            "scripts/docs.mts",
            "writeFileSync('src/docs/api/x.md', text); mkdirSync('src/docs/api')",
            ["opaque", "missing"],
        ),
        ("scripts/docs.mts", "const out = join('src', 'docs', 'api');\nawait readFile(out)", ["missing", "missing"]),
        ("scripts/docs.mts", "await mkdir(join('src', 'docs', 'other'))", ["missing", "missing"]),
        ("examples/scripts/docs.mts", "await mkdir(join('src', 'docs', 'api'))", ["missing", "missing"]),
    ],
)
def test_programs_fill_folders(path: str, program: str, expected: list[str]) -> None:
    files = {
        "package/src/docs/.vitepress/config.ts": VITEPRESS,
        "package/src/docs/a.md": "[x](/api/x) [y](/apis/y)",
        f"package/{path}": program,
    }
    assert statuses(files, "package/src/docs/a.md") == expected


def test_what_a_program_writes_is_no_orphan() -> None:
    note = "> ## THIS IS AN AUTOGENERATED FILE. DO NOT EDIT.\n\n# A\n\n"
    files = {"README.md": "[b](b.md)", "a.md": note, "b.md": "# B", "c.md": "# Do not edit what you have not read\n"}
    assert orphan_states(make_site(files)) == {"a.md": "unknown", "c.md": "checked"}


@pytest.mark.parametrize(
    ("theme", "state"),
    [
        ("import Theme from 'vitepress/theme'\nexport default {extends: Theme}", "checked"),
        ("import Theme from './layout'\nexport default Theme", "checked"),
        ("import Base from 'vitepress-theme-x'\nexport default {extends: Base}", "unknown"),
        ("import { Base } from '@x/theme'\nexport default Base", "unknown"),
        ("import Theme from 'vitepress/theme'\nimport { x } from 'x'\nexport default {...Theme}", "checked"),
    ],
)
def test_a_theme_of_a_package_may_list_any_page(theme: str, state: str) -> None:
    files = {
        ".vitepress/config.ts": VITEPRESS,
        "index.md": "# A",
        "alone.md": "# B",
        ".vitepress/theme/index.ts": theme,
    }
    assert orphan_states(make_site(files)) == {"alone.md": state}


def test_the_theme_takes_a_slash_for_nothing() -> None:
    menu = "{themeConfig: {nav: [{text: 'G', link: '/guide/'}]}, cleanUrls"
    hero = "hero: {actions: [{text: G, link: /guide/}, {text: N, link: /none/}]}"
    files = {
        ".vitepress/config.ts": VITEPRESS.replace("{cleanUrls", menu),
        "index.md": f"---\nlayout: home\n{hero}\n---\n[g](/guide/)",
        "guide.md": "# G",
    }
    assert statuses(files, "index.md") == ["missing", "ok", "missing"]
    assert statuses(files, ".vitepress/config.ts") == ["ok"]


def test_a_package_that_makes_the_config_may_list_any_page() -> None:
    config = VITEPRESS.replace("'vitepress'", "'@x/theme/config'")
    files = {".vitepress/config.ts": config, "index.md": "# A", "alone.md": "# B"}
    assert orphan_states(make_site(files)) == {"alone.md": "unknown"}


def test_a_component_that_gathers_pages_may_list_any() -> None:
    docs = "src/content/docs"
    files = {"astro.config.mjs": STARLIGHT, f"{docs}/index.md": "# A", f"{docs}/a.md": "# A", f"{docs}/b.md": "# B"}
    assert orphan_states(make_site(files)) == {f"{docs}/b.md": "checked"}
    lists = "---\nconst posts = await getCollection('docs')\n---\n"
    assert orphan_states(make_site({**files, "src/components/Posts.astro": lists})) == {f"{docs}/b.md": "unknown"}
    assert orphan_states(make_site({**files, "src/pages/rss.xml.js": lists})) == {f"{docs}/b.md": "checked"}


@pytest.mark.parametrize(
    ("path", "text", "state"),
    [
        ("menu.vue", "const pages = [{href: '/guide/start/'}]", "unknown"),
        ("menu.astro", "<a href='/guide/start'>", "unknown"),
        ("menu.vue", "const pages = [{href: '/other/start/'}]", "checked"),
        ("menu.vue", "const start = 'start'", "checked"),
        (
            "list.md",
            "<script setup>\nimport X from './x.vue'\n</script>\n<X :of=\"[{to: '/guide/start'}]\" />",
            "unknown",
        ),
        ("list.md", "Write `'/guide/start'` there.", "checked"),
    ],
)
def test_code_names_an_index_by_its_folder(path: str, text: str, state: str) -> None:
    files = {
        ".vitepress/config.ts": VITEPRESS,
        "index.md": "[l](list)",
        "guide/start/index.md": "# S",
        "list.md": "# L",
    }
    assert orphan_states(make_site({**files, path: text}))["guide/start/index.md"] == state
