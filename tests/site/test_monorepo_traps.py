"""Traps of documentation beside code, and of sites with components of their own, that linklint had not met before."""

import pytest

from tests.site.sites import make_site, orphan_states, written_links

DOCUSAURUS = "export default {baseUrl: '/docs/', presets: [['classic', {docs: {routeBasePath: '/'}}]], MORE}"


def statuses(files: dict[str, str], path: str) -> list[str]:
    return [link.status for link in written_links(make_site(files), path)]


@pytest.mark.parametrize(("component", "status"), [
    ("export default {...Original, a: LocalLink}", "opaque"),
    ("export default {...Original, Image}", "missing"),
])  # fmt: skip
def test_a_component_of_the_sites_own_may_lead_to_the_rest_of_the_host(component: str, status: str) -> None:
    files = {
        "docusaurus.config.js": DOCUSAURUS.replace("MORE", "title: 'Site'"),
        "src/theme/MDXComponents.js": component,
        "docs/guide/a.md": "[x](/enterprise/) [y](/guide/none) [z](/docs/none) [a](/guide/a)",
    }
    assert statuses(files, "docs/guide/a.md") == [status, "missing", "missing", "ok"]


def test_an_item_of_the_navbar_names_a_document_by_its_type_only() -> None:
    items = "[{href: '?lang=py', docId: 'none'}, {type: 'doc', docId: 'gone'}]"
    config = DOCUSAURUS.replace("MORE", f"themeConfig: {{navbar: {{items: {items}}}}}")
    site = make_site({"docusaurus.config.js": config, "docs/index.md": "# Home"})
    assert [link.written.href for link in site.links if link.written and link.status == "missing"] == ["gone"]


def test_visits_of_a_blog_whose_home_is_code_begin_at_the_latest_post() -> None:
    files = {
        "docusaurus.config.js": "export default {presets: [['classic', {docs: {path: 'fetched'}}]]}",
        "README.md": "# Site",
        "src/pages/index.js": "",
        "blog/2024-01-01-a.md": "# A",
        "blog/2025-01-01-b.md": "# B",
    }
    assert [page.path for page in make_site(files).pages if page.root] == ["README.md", "blog/2025-01-01-b.md"]


@pytest.mark.parametrize(("text", "found"), [
    ("[x](%s) [y](%[1]s) [z](%sale)", ["unresolvable", "unresolvable", "missing"]),
    ("<a href='__LINK__'>x</a> [y](__init__.py)", ["unresolvable", "asset-missing"]),
    ("<a href='#badge'><img src='https://example.org/b.svg'></a> [text](#badge)", ["ok", "fragment-missing"]),
    ("## [1.2.0](./#1.2.0)\n\n[1.2](./#1.2.0)", ["fragment-unverifiable", "fragment-missing"]),
])  # fmt: skip
def test_what_programs_fill_in_is_no_address(text: str, found: list[str]) -> None:
    hrefs = [link for link in written_links(make_site({"README.md": text}), "README.md") if link.kind != "external"]
    assert [link.status for link in hrefs] == found


def test_a_page_that_names_nothing_that_is_here_was_written_for_another_place() -> None:
    links = " ".join(f"[x](../how-to/part-{number}.md)" for number in range(10))
    files = {"README.md": "# Code", "samples/in/other.md": links, "docs/kept.md": links.replace("9.md", "9.md#a")}
    assert set(statuses(files, "samples/in/other.md")) == {"opaque"}
    moved = {**files, **{f"guides/how-to/part-{number}.md": "# Part" for number in range(3)}}
    assert set(statuses(moved, "samples/in/other.md")) == {"missing"}
    mails = {"AUTHORS.md": " ".join(f"[x](author-{number}@example.org)" for number in range(10))}
    assert set(statuses(mails, "AUTHORS.md")) == {"malformed"}
    some = {**files, "samples/how-to/part-3.md": "# Part"}
    assert set(statuses(some, "samples/in/other.md")) == {"ok", "missing"}
    assert set(statuses({"docs/x/README.md": links, "README.md": "# Code"}, "docs/x/README.md")) == {"missing"}


def test_go_takes_in_texts_of_its_own() -> None:
    files = {
        "README.md": "# Code",
        "cmd/help.go": 'package cmd\n\n//go:embed prompts/*.md "assets" all:tpl\nvar texts embed.FS\n',
        "cmd/prompts/ask.md": "# Ask",
        "cmd/assets/deep/guide.md": "# Guide",
        "cmd/other/notes.md": "# Notes",
        "cmd/prompts/deep/more.md": "# More",
    }
    states = orphan_states(make_site(files))
    taken = {path for path, state in states.items() if state == "unknown"}
    assert taken == {"cmd/prompts/ask.md", "cmd/assets/deep/guide.md"}


def test_a_redirect_of_all_below_an_address_holds_for_the_address_too() -> None:
    redirect = "{source: '/panel/:path*', destination: 'https://panel.example.org', permanent: true}"
    files = {
        "package.json": '{"dependencies": {"nextra": "2"}}',
        "next.config.js": f"module.exports = {{redirects: () => [{redirect}]}}",
        "pages/index.mdx": "[a](/panel) [b](/panel/b) [c](/panels)",
    }
    assert statuses(files, "pages/index.mdx") == ["opaque", "opaque", "missing"]


def test_an_address_climbs_no_higher_than_the_host() -> None:
    files = {
        "docusaurus.config.js": "export default {presets: [['classic', {docs: {routeBasePath: '/'}}]]}",
        "docs/index.md": "# Home",
        "docs/start/a.md": "[b](../../../more/b/#here) [c](../../../more/c/)",
        "docs/more/b.md": "# B\n\n## Here",
    }
    assert statuses(files, "docs/start/a.md") == ["ok", "missing"]


def test_a_template_of_eleventy_that_writes_json_has_no_front_matter() -> None:
    files = {
        ".eleventy.js": "module.exports = () => ({dir: {input: 'src'}})",
        "src/data.json.njk": '{\n\t"date": "{{ posts | first }}"\n}\n',
        "src/a.njk": '---json\n{"permalink": "/b/"}\n---\n<a href="/b/">b</a> <a href="/a/">a</a>',
    }
    site = make_site(files)
    assert not any(note.kind.startswith("front-matter") for file in site.files for note in file.notes)
    assert [link.status for link in written_links(site, "src/a.njk")] == ["ok", "missing"]


def test_git_may_ignore_the_source_of_an_address_with_an_ending() -> None:
    files = {
        ".vitepress/config.ts": "export default {}",
        ".gitignore": "contributing.md\n",
        "index.md": "[a](./contributing.md) [b](./contributors.md)",
    }
    assert statuses(files, "index.md") == ["opaque", "missing"]
