"""Presets, plugins and fences of Docusaurus, as repositories that linklint had not seen before use them."""

import pytest

from tests.site.sites import make_site, written_links

DOCS = "['@docusaurus/plugin-content-docs', {routeBasePath: '/'}]"
REDOC = "['redocusaurus', {specs: [{spec: 'api.yaml'}, {spec: 'b.yaml', route: '/rest/'}]}]"
OPENAPI = "['docusaurus-plugin-openapi-docs', {config: {x: {specPath: 'x.json', outputDir: 'docs/api'}}}]"


def statuses(files: dict[str, str], path: str) -> list[str]:
    return [link.status for link in written_links(make_site(files), path)]


def test_a_preset_that_holds_no_content_adds_none_to_the_plugins() -> None:
    files = {
        "docusaurus.config.js": f"export default {{presets: [{REDOC}], plugins: [{DOCS}]}}",
        "docs/a.md": "[b](b) [c](c)",
        "docs/b.md": "# B",
    }
    assert make_site(files).by_path["docs/b.md"].url == "/b"
    assert statuses(files, "docs/a.md") == ["ok", "missing"]


def test_a_preset_that_wraps_the_classic_one_holds_its_content() -> None:
    preset = "['./preset', {docs: {routeBasePath: 'guide'}, blog: false}]"
    files = {"docusaurus.config.js": f"export default {{presets: [{preset}]}}", "docs/a.md": "# A"}
    assert make_site(files).by_path["docs/a.md"].url == "/guide/a"
    files["docusaurus.config.js"] = "export default {presets: ['./preset']}"
    assert make_site(files).by_path["docs/a.md"].url == "/docs/a"


def test_a_reference_stands_below_the_addresses_that_its_plugin_names() -> None:
    files = {
        "docusaurus.config.js": f"export default {{presets: [{REDOC}], plugins: [{DOCS}, {OPENAPI}]}}",
        "docs/a.md": "[r](/rest) [x](/api/users) [y](./api/pets) [z](/apis)",
    }
    assert statuses(files, "docs/a.md") == ["opaque", "opaque", "opaque", "missing"]
    code = files["docusaurus.config.js"].replace("specs: [", "specs: [...more, ")
    assert statuses({**files, "docusaurus.config.js": code}, "docs/a.md")[-1] == "opaque"


def test_fences_around_mdx_are_taken_off() -> None:
    config = f"export default {{plugins: [{DOCS}]}}"
    block = "```mdx-code-block\nimport Api from '@theme/Api'\n\n<Api />\n```\n"
    files = {
        "docusaurus.config.js": config,
        "docs/a.mdx": f"{block}\n[p](b.mdx#pet) [n](c.mdx#none) [t](d.mdx#none) [q](e.mdx#none)",
        "docs/b.mdx": block,
        "docs/c.mdx": "```mdx-code-block\n<a href='/none'>x</a>\n\n## Told\n```\n\n```js\n<a href='/code'>x</a>\n```\n",
        "docs/d.mdx": "import Tabs from '@theme/Tabs'\n\n<Tabs />\n",
        "docs/e.mdx": "import Note from '@theme/Note'\n\n<Note />\n",
        "src/theme/Note.js": "export default () => <p>Note</p>",
    }
    expected = ["fragment-unverifiable", "fragment-missing", "fragment-missing", "fragment-missing"]
    assert statuses(files, "docs/a.mdx") == expected
    assert statuses(files, "docs/c.mdx") == ["missing"]


def test_links_climb_through_the_base_of_the_site() -> None:
    files = {
        "docusaurus.config.js": f"export default {{baseUrl: '/docs/', plugins: [{DOCS}]}}",
        "docs/x/a.md": "[b](../../docs/x/b) [b](../x/b) [b](../../docs/b) [b](./b)",
        "docs/x/b.md": "# B",
    }
    assert statuses(files, "docs/x/a.md") == ["ok", "ok", "missing", "ok"]


def test_one_line_of_a_hosts_file_is_judged_once_for_all_sites() -> None:
    hosts = """{"redirects": [
  {"source": "/docs/old", "destination": "/docs/b"},
  {"source": "/docs/older", "destination": "/none"},
  {"source": "/docs/:rest*", "destination": "/c", "has": [{"type": "header", "key": "Host", "value": "old.org"}]}
]}"""
    files = {
        "docusaurus.config.js": f"export default {{baseUrl: '/docs/', plugins: [{DOCS}]}}",
        "docs/b.md": "[c](c)",
        "page/index.html": "<title>Page</title><a href='b.html'>b</a>",
        "page/b.html": "<title>B</title>",
        "vercel.json": hosts,
    }
    site = make_site(files)
    assert [(each.location.line, each.status) for each in site.entries] == [(2, "ok"), (3, "missing")]
    assert statuses(files, "docs/b.md") == ["missing"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("if (path.includes('/x')) { return [path.replace('/x', '/old')] }\nreturn undefined;", ["opaque", "missing"]),
        ("return path.replace('/x', '/old').replace('/b', '/older')", ["opaque", "missing"]),
        ("return [`${path}/old`]", ["opaque", "opaque"]),
        ("if (path) { return [path.replace('/x', '/old')] }\nreturn more(path)", ["opaque", "opaque"]),
        ("const l = []; l.push(path.replace('/x', '/old')); return l", ["opaque", "missing"]),
        (
            "const l: string[] = [];\nif (path) { l.push('/old/a') }\nreturn l.length > 0 ? l : undefined;",
            ["opaque", "missing"],
        ),
        ("const l = []; l.push(path.replace('/x', '/old')); l.push(...more(path)); return l", ["opaque", "opaque"]),
        ("const l = []; l.push(path.replace('/x', '/old')); add(l); return l", ["opaque", "opaque"]),
        ("const l = [path + '/a']; l.push(path.replace('/x', '/old')); return l", ["opaque", "opaque"]),
    ],
)
def test_code_makes_redirects_from_what_it_puts_in(body: str, expected: list[str]) -> None:
    plugin = f"['@docusaurus/plugin-client-redirects', {{createRedirects(path) {{ {body} }}}}]"
    files = {
        "docusaurus.config.js": f"export default {{plugins: [{DOCS}, {plugin}]}}",
        "docs/a.md": "[o](/old/a) [n](/none)",
    }
    assert statuses(files, "docs/a.md") == expected


@pytest.mark.parametrize(
    ("plugin", "status"),
    [
        ("@dipakparmar/docusaurus-plugin-umami", "missing"),
        ("docusaurus-plugin-baidu-tongji", "missing"),
        ("@gracefullight/docusaurus-plugin-microsoft-clarity", "missing"),
        ("docusaurus2-dotenv", "missing"),
        ("docusaurus-plugin-remote-content", "opaque"),
    ],
)
def test_plugins_that_count_visits_or_read_settings_make_no_pages(plugin: str, status: str) -> None:
    files = {"docusaurus.config.js": f"export default {{plugins: [{DOCS}, '{plugin}']}}", "docs/a.md": "[b](/b)"}
    assert statuses(files, "docs/a.md") == [status]
