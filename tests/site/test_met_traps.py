"""Traps of repositories that linklint met by chance: what generators make of addresses, code and menus. Each has a link
that must be told and one that must not."""

from __future__ import annotations

import json

import pytest

from tests.site.sites import make_site, written_links


def statuses(files: dict[str, str], path: str) -> list[str]:
    return [link.status for link in written_links(make_site(files), path)]


MINTLIFY = {"$schema": "https://mintlify.com/docs.json", "name": "x", "theme": "mint"}
NEXTRA = {"package.json": '{"dependencies": {"next": "15", "nextra": "4"}}', "next.config.mjs": ""}
DOCUSAURUS = {"docusaurus.config.js": "export default {url: 'https://a.org', baseUrl: '/', presets: ['classic']}"}
DOCSIFY = """<script>
window.$docsify = {loadSidebar: true, alias: {'/': 'en/README.md', '/en/(.*)': 'en/$1', %s}}
</script>
<script src="//unpkg.com/docsify@4.13.1/lib/docsify.min.js"></script>"""


def test_mintlify_shows_folders_that_others_build_into() -> None:
    files = {"docs.json": json.dumps({**MINTLIFY, "navigation": {"pages": ["a", "roses/build/b"]}})}
    text = "[b](/roses/build/b) [c](/roses/build/c) [d](/node_modules/d)"
    assert statuses({**files, "a.mdx": text, "roses/build/b.mdx": "# B", "node_modules/d.mdx": ""}, "a.mdx") == [
        "ok", "missing", "missing",
    ]  # fmt: skip


@pytest.mark.parametrize("said", ["en/api.json", ["en/api.json"], {"source": "/en/api.json", "directory": "ref"}])
def test_the_description_of_an_api_gives_addresses_to_mintlifys_pages(said: object) -> None:
    navigation = {
        "groups": [{"group": "API", "openapi": said, "pages": ["GET /roses"]}, {"group": "A", "pages": ["a"]}]
    }
    api = {"paths": {"/roses": {"get": {"x-mint": {"metadata": {"title": "R"}, "href": "/en/roses/list"}}}}}
    files = {"docs.json": json.dumps({**MINTLIFY, "navigation": navigation}), "en/api.json": json.dumps(api)}
    text = "[r](/en/roses/list) [s](/en/roses/lists)"
    assert statuses({**files, "a.mdx": text}, "a.mdx") == ["opaque", "missing"]


def test_browsers_climb_no_higher_than_the_host() -> None:
    text = "[c](../../../c) [d](../../../gone)"
    assert statuses({**NEXTRA, "content/a/b.mdx": text, "content/c.mdx": "# C"}, "content/a/b.mdx") == ["ok", "missing"]


def test_items_of_nextras_menus_lead_to_parts_of_the_page_that_is_shown() -> None:
    meta = "export default {a: {title: 'A', href: '#first'}, b: {title: 'B', href: '/gone'}}"
    files = {**NEXTRA, "content/index.mdx": "# I", "content/a/index.mdx": "# A", "content/a/_meta.js": meta}
    assert statuses(files, "content/a/_meta.js") == ["missing"]


def test_code_in_headings_may_name_its_language() -> None:
    files = {"next.config.mjs": "import rehypeSlug from 'rehype-slug'"}
    text = (
        "## Using `prune(){:js}`\n\n## `roses{:.key}`\n\n[a](#using-prune) [b](#roses) [c](#using-prunejs) [d](#using)"
    )
    assert statuses({**files, "pages/a.mdx": text}, "pages/a.mdx") == ["ok", "ok", "ok", "fragment-missing"]


def test_what_is_imported_just_below_a_heading_may_have_ids() -> None:
    item = "export const Item = ({name}) => <a href={`#${name}`} name={name}>{name}</a>"
    files = {**DOCUSAURUS, "src/Item.tsx": item, "docs/b.md": "[a](a.mdx#rose) [c](c.mdx#rose)"}
    shown = "# A\nimport { Item } from '/src/Item.tsx'\n\n<Item name='rose' />"
    assert statuses({**files, "docs/a.mdx": shown, "docs/c.mdx": "# C\nimport is a word\n"}, "docs/b.md") == [
        "fragment-unverifiable", "fragment-missing",
    ]  # fmt: skip


def test_a_widget_makes_no_pages() -> None:
    def build(plugin: str) -> dict[str, str]:
        config = f"export default {{url: 'https://a.org', baseUrl: '/', presets: ['classic'], plugins: ['{plugin}']}}"
        return {"docusaurus.config.js": config, "docs/a.md": "[b](/gone)"}

    assert statuses(build("@inkeep/cxkit-docusaurus"), "docs/a.md") == ["missing"]
    assert statuses(build("docusaurus-plugin-roses"), "docs/a.md") == ["opaque"]


def test_an_alias_may_say_a_route_as_it_is() -> None:
    files = {"docs/en/_sidebar.md": "[a](en/a.md) [b](en/gone.md)", "docs/en/README.md": "", "docs/en/a.md": ""}
    index = {"docs/index.html": DOCSIFY % "'/en/.*/_sidebar.md': '/en/_sidebar.md'"}
    assert statuses({**index, **files}, "docs/en/_sidebar.md") == ["ok", "missing"]
    away = {"docs/index.html": DOCSIFY % "'/de/_sidebar.md': '/en/_sidebar.md'", "docs/de/_sidebar.md": "[c](gone.md)"}
    site = make_site({**files, **away})
    assert [page.path for page in site.pages if page.framework == "docsify" and "/de/" in page.path] == []


def test_documenter_finds_headings_by_their_names() -> None:
    julia = {"docs/make.jl": 'using Documenter\nmakedocs(sitename="Roses")\n', "README.md": "[r](@ref)"}
    text = "[Care](@ref) [`prune`](@ref) [b](b.md) [c](gone.md) [d](#Care-of-Roses.jl)"
    files = {**julia, "docs/src/a.md": text, "docs/src/b.md": "# B"}
    assert statuses(files, "docs/src/a.md") == ["opaque"] * 2 + ["ok", "missing", "fragment-unverifiable"]
    assert statuses(files, "README.md") == ["missing"]
    other = {**files, "docs/make.jl": "using Roses\n"}
    assert statuses(other, "docs/src/a.md")[0] == "missing"


def test_exdoc_takes_addresses_with_blanks() -> None:
    files = {"guides/a.md": "[By night](By night.md)", "guides/By night.md": "# By night"}
    assert statuses({"mix.exs": "{:ex_doc, ", **files}, "guides/a.md") == ["ok"]
    assert statuses(files, "guides/a.md") == ["mistyped"]


def test_pages_that_git_ignores_lie_below_the_content_and_not_the_layouts() -> None:
    hugo = {
        "hugo.toml": "",
        ".gitignore": "content/doc/user/*\n",
        "layouts/doc/user/single.html": "{{ .Content }}",
        "content/doc/_index.md": "[a](/doc/user/a/#b) [b](/doc/gone/)",
    }
    assert statuses(hugo, "content/doc/_index.md") == ["opaque", "missing"]
    assert statuses({**hugo, ".gitignore": ""}, "content/doc/_index.md") == ["missing", "missing"]


def test_a_book_of_jupyters_is_no_site_of_mkdocs_that_was_forgotten() -> None:
    files = {
        "mkdocs.yml": "site_name: Roses\n",
        "docs/conf.py": "extensions = ['myst_nb']\n",
        "docs/_toc.yml": "format: jb-book\nroot: intro\nchapters:\n- file: care\n",
        "docs/intro.md": "[care](pruning) [gone](gone.md)",
        "docs/care.md": "(pruning)=\n\n# Care",
    }
    assert statuses(files, "docs/intro.md") == ["ok", "missing"]
    listed = {**files, "mkdocs.yml": "site_name: Roses\nnav: [intro.md]\n"}
    assert statuses(listed, "docs/intro.md") == ["missing", "missing"]


def test_a_link_that_climbs_above_gitbooks_addresses_is_no_link_to_the_home_page() -> None:
    files = {"SUMMARY.md": "* [A](a/README.md)\n", "README.md": "# Home", "b/c/README.md": "", ".gitbook.yaml": ""}
    text = "[c](../../b/c/) [d](../../b/d/)"
    assert statuses({**files, "a/a/README.md": text}, "a/a/README.md") == ["ok", "missing"]


def test_jekylls_home_page_is_its_index_where_there_is_one() -> None:
    jekyll = {
        "_config.yml": "title: Roses\n",
        "_layouts/d.html": "{{ content }}",
        "a.md": "---\n---\n[t](/#team) [g](/#gone)",
    }
    index = {"README.md": "# Gone", "index.html": "---\n---\n<a name=team></a>"}
    assert statuses({**jekyll, **index}, "a.md") == ["ok", "fragment-missing"]
    assert statuses({**jekyll, "README.md": "# Gone"}, "a.md") == ["fragment-missing", "ok"]


def test_a_template_may_list_the_documents_of_all_collections() -> None:
    config = "theme: minima\ncollections:\n  roses:\n    output: true\n"
    jekyll = {"_config.yml": config, "_roses/a.md": "---\n---\n", "index.md": "---\nlayout: d\n---\n"}
    loop = "{% for col in site.collections %}INNER{% endfor %}"
    inner = "{% for doc in col.docs %}<a href='{{ doc.url }}'>{{ doc.title }}</a>{% endfor %}"
    listing = make_site({**jekyll, "_layouts/d.html": loop.replace("INNER", inner)})
    assert ("index.md", "_roses/a.md") in {
        (link.source.path, link.target.path) for link in listing.links if link.target
    }
    naming = make_site({**jekyll, "_layouts/d.html": loop.replace("INNER", "{{ col.label }}")})
    assert not any(link.target and link.target.path == "_roses/a.md" for link in naming.links)
