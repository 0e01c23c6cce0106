"""Sites of Next.js and Nextra: routers, content folders, redirects, navigation."""

from collections.abc import Mapping

import pytest

from linklint.model.site import Link, Site
from tests.site.sites import make_site, orphan_states, written_links

NEXTRA = "import nextra from 'nextra'\nconst withNextra = nextra({ OPTIONS })\nexport default withNextra({ CONFIG })\n"


def nextra(files: Mapping[str, str], options: str = "", config: str = "") -> Site:
    return make_site({"next.config.mjs": NEXTRA.replace("OPTIONS", options).replace("CONFIG", config), **files})


def link_in(source: str, href: str, files: Mapping[str, str], config: str = "") -> Link:
    return written_links(nextra({**files, source: f"{files.get(source, '')}\n\n[x]({href})"}, config=config), source)[
        -1
    ]


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("app/page.mdx", "/"),
        ("app/docs/start/page.mdx", "/docs/start"),
        ("src/app/(marketing)/about/page.md", "/about"),
        ("pages/docs/intro.mdx", "/docs/intro"),
        ("pages/docs/index.mdx", "/docs"),
        ("content/guide/index.mdx", "/guide"),
        ("content/guide/a.md", "/guide/a"),
    ],
)
def test_routes_follow_from_the_folders(path: str, url: str) -> None:
    assert [page.url for page in nextra({path: "# X"}).pages] == [url]


@pytest.mark.parametrize(
    "path", ["app/_parts/page.mdx", "app/docs/note.mdx", "content/_part.mdx", "app/[slug]/page.mdx"]
)
def test_private_and_dynamic_folders_make_no_pages(path: str) -> None:
    site = nextra({path: "# X", "content/a.mdx": "# A"})
    assert [page.path for page in site.pages] == ["content/a.mdx"]


@pytest.mark.parametrize(
    ("text", "status"), [("{{generator:team}}", "fragment-unverifiable"), ("{team}", "fragment-missing")]
)
def test_what_a_program_puts_in_may_have_ids(text: str, status: str) -> None:
    site = nextra({"content/a.md": "[x](b.md#jane)", "content/b.md": f"# B\n\n{text}\n"})
    assert [link.status for link in written_links(site, "content/a.md")] == [status]


def test_nextras_content_lies_below_its_base_path() -> None:
    files = {"content/a.mdx": "# A", "app/docs/[[...mdxPath]]/page.jsx": ""}
    site = nextra(files, options="contentDirBasePath: '/docs'")
    assert [page.url for page in site.pages] == ["/docs/a"]


@pytest.mark.parametrize(
    ("href", "status"),
    [
        ("/guide/b", "ok"), ("./b", "ok"), ("b.mdx", "ok"), ("../top", "ok"), ("#part", "ok"), ("#own", "ok"),
        ("#title", "fragment-missing"), ("/guide/gone", "missing"), ("./gone.mdx", "missing"), ("/code", "opaque"),
        ("/tags/x", "opaque"), ("/x.png", "asset"), ("/gone.png", "asset-missing"), ("/guide/B", "case-mismatch"),
    ],
)  # fmt: skip
def test_destinations_are_addresses(href: str, status: str) -> None:
    files = {
        "content/guide/a.mdx": "# Title\n\n## Part\n\n## Named [#own]\n", "content/guide/b.mdx": "# B",
        "content/top.mdx": "# T", "app/code/page.tsx": "", "app/tags/[tag]/page.tsx": "", "public/x.png": "",
        "app/[[...mdxPath]]/page.tsx": "",
    }  # fmt: skip
    assert link_in("content/guide/a.mdx", href, files).status == status


def test_base_path_and_redirects_of_the_config_count() -> None:
    config = """basePath: '/base', redirects: async () => [
      { source: '/old', destination: '/b' }, { source: '/was/:slug(one|b)', destination: '/:slug' },
      { source: '/all/:path*', destination: '/:path*' }, { source: '/by/:id', destination: '/b' }]"""
    files = {"content/b.mdx": "# B"}
    expected = {"/b": "ok", "/base/b": "missing", "/old": "redirect", "/was/b": "redirect", "/was/other": "missing",
                "/all/b": "redirect",
                "/by/12": "opaque", "/gone": "missing"}  # fmt: skip
    assert {href: link_in("content/a.mdx", href, files, config).status for href in expected} == expected


def test_every_page_is_in_nextras_sidebar_and_meta_files_write_links() -> None:
    meta = "export default { a: 'A', more: { title: 'More', href: '/gone' }, out: { href: 'https://example.com' } }"
    site = nextra({"content/index.mdx": "# I", "content/a.mdx": "# A", "content/_meta.js": meta})
    assert orphan_states(site) == {}
    assert [link.status for link in written_links(site, "content/_meta.js")] == ["missing", "external"]


def test_folders_named_like_a_route_with_a_parameter_are_its_content() -> None:
    files = {"content/blog/first.mdx": "[x](/blog/second) [x](/blog/gone) [x](#y)", "content/blog/second.mdx": "# S"}
    site = make_site({"next.config.js": "module.exports = {}", "app/blog/[slug]/page.tsx": "", **files})
    assert {page.url: page.orphan for page in site.pages} == {"/blog/first": "unknown", "/blog/second": "unknown"}
    statuses = [link.status for link in written_links(site, "content/blog/first.mdx")]
    assert statuses == ["ok", "opaque", "fragment-unverifiable"]


def test_a_next_site_without_markdown_is_none() -> None:
    site = make_site({"next.config.js": "module.exports = {}", "app/page.tsx": "", "README.md": "# R"})
    assert {page.framework for page in site.pages} == {"plain"}


def test_parts_from_beside_the_content_bring_their_headings_and_links() -> None:
    page = "import Part from '../parts/part.mdx';\n\n<Part />\n\n[x](#within) [x](#elsewhere)"
    files = {"content/a.mdx": page, "content/b.mdx": "# B", "parts/part.mdx": "## Within\n\n[x](/b) [x](/gone)"}
    site = nextra(files)
    assert [link.status for link in written_links(site, "content/a.mdx")] == ["ok", "fragment-missing"]
    assert [link.status for link in written_links(site, "parts/part.mdx")] == ["ok", "missing"]


@pytest.mark.parametrize(
    ("module", "status"), [("nextra/components", "fragment-missing"), ("../parts/api", "fragment-unverifiable")]
)
def test_components_of_nextra_make_no_ids(module: str, status: str) -> None:
    text = f"import {{ Tabs }} from '{module}'\n\n<Tabs />"
    assert link_in("content/a.mdx", "#gone", {"content/a.mdx": text}).status == status


def test_footnotes_have_ids() -> None:
    text = "A note.[^1]\n\n[^1]: Note."
    assert link_in("content/a.mdx", "#user-content-fn-1", {"content/a.mdx": text}).status == "ok"
    assert link_in("content/a.mdx", "#fn-1", {"content/a.mdx": text}).status == "fragment-missing"


def test_nextra_slugs_tabs_summaries_and_explicit_ids_but_no_titles() -> None:
    text = """# Same

## Same

## Mine [#My-Own]

## Again [#my-own]

<h2 id="Raw">Raw</h2>

<h2>Bare</h2>

<Tabs items={['One', 'Same']}>
<Tabs.Tab>a</Tabs.Tab>
<Tabs.Tab>b</Tabs.Tab>
</Tabs>

<details>
<summary>More</summary>
and text
</details>

<details>
<summary>Alone</summary>

text
</details>
"""
    page = nextra({"content/a.mdx": text}).pages[0]
    assert page.fragments == {"same", "my-own", "my-own-1", "Raw", "one", "same-1", "more"}


def test_markdown_from_elsewhere_has_ids_that_cannot_be_known() -> None:
    text = "import { MDXRemote } from 'nextra/components'\n\n<MDXRemote />"
    assert link_in("content/a.mdx", "#gone", {"content/a.mdx": text}).status == "fragment-unverifiable"


def test_nextra_adds_the_base_path_to_links_of_markdown() -> None:
    text = '[x](/b) [x](/docs/b) <a href="/docs/b">x</a>'
    site = nextra({"content/a.mdx": text, "content/b.mdx": "# B"}, config="basePath: '/docs'")
    assert [link.status for link in written_links(site, "content/a.mdx")] == ["ok", "missing", "ok"]


def plain_next(files: Mapping[str, str], config: str = "") -> Site:
    return make_site({"next.config.mjs": f"export default {{ {config} }}", **files})


def test_pages_below_a_parameter_may_be_anything() -> None:
    text = "[x](/docs/waves/deep) [x](/docs/waves/gone)"
    site = plain_next({"app/page.mdx": text, "app/docs/[topic]/deep/page.mdx": "# D"})
    assert [link.status for link in written_links(site, "app/page.mdx")] == ["opaque", "missing"]


@pytest.mark.parametrize(
    "rewrites",
    ["[RULES]", "{ beforeFiles: [RULES] }", "{ fallback: [RULES] }", "async () => ({ afterFiles: [RULES] })"],
)
def test_addresses_of_rewrites_are_there(rewrites: str) -> None:
    rules = (
        "{ source: '/shown', destination: '/b' }, { source: '/api/:path*', destination: 'https://example.org/:path*' }"
    )
    text = "[x](/shown) [x](/api/x/y) [x](/gone)"
    site = plain_next({"app/page.mdx": text}, "rewrites: " + rewrites.replace("RULES", rules))
    assert [link.status for link in written_links(site, "app/page.mdx")] == ["opaque", "opaque", "missing"]


@pytest.mark.parametrize(
    ("route", "folder", "url"),
    [
        ("app/docs/[[...slug]]/page.tsx", "docs", "/docs"), ("src/app/blog/[...slug]/page.jsx", "data/blog", "/blog"),
        ("src/pages/[[...path]].js", "src/content", ""), ("pages/[...slug].tsx", "content", ""),
    ],
)  # fmt: skip
def test_folders_of_a_route_that_takes_every_path_are_its_content(route: str, folder: str, url: str) -> None:
    text = "[x](a/b.md) [x](a/b) [x](../README.md)"
    files = {route: "", f"{folder}/index.md": text, f"{folder}/a/b.md": "# B", "README.md": "# R"}
    site = plain_next(files)
    addresses = {page.path: page.url for page in site.pages if page.framework == "nextjs"}
    assert addresses == {f"{folder}/index.md": url or "/", f"{folder}/a/b.md": f"{url}/a/b"}
    assert written_links(site, f"{folder}/index.md")[0].status == "ok"


def test_other_folders_beside_such_a_route_are_no_content() -> None:
    files = {
        "app/[...slug]/page.tsx": "",
        "app/docs/[[...slug]]/page.tsx": "",
        "notes/a.md": "# A",
        "app/docs/a.md": "",
    }
    assert {page.framework for page in plain_next(files).pages} == {"plain"}


def test_a_route_of_its_own_hides_the_content_below_it() -> None:
    files = {"pages/[[...path]].js": "", "pages/errors/[code].js": "", "content/errors/x.md": "# X"}
    site = plain_next({**files, "content/index.md": "[x](/errors/x) [x](/team)", "content/team.md": "# T"})
    assert {page.url for page in site.pages} == {"/", "/team"}
    assert [link.status for link in written_links(site, "content/index.md")] == ["opaque", "ok"]


def test_each_route_shows_the_folder_of_its_name() -> None:
    """The one nearest to the top: others of the name are for translations."""
    routes = ["[...slug]", "docs/[...slug]", "zh/docs/[...slug]", "blog/[...slug]"]
    files = {f"app/{route}/page.tsx": "" for route in routes}
    content = {"content/docs/a.mdx": "[x](/blog/b) [x](/docs/c) [x](/docs/a)", "content/blog/b.mdx": "# B"}
    site = plain_next({**files, **content, "content/docs-zh/a.mdx": "# A"})
    assert {page.url for page in site.pages} == {"/docs/a", "/blog/b", "/docs-zh/a"}
    assert [link.status for link in written_links(site, "content/docs/a.mdx")] == ["ok", "opaque", "ok"]


def test_of_routes_of_one_name_the_one_in_the_same_folders_is_meant() -> None:
    routes = {f"app/{part}/docs/{kind}/[slug]/page.tsx": "" for part in ("ui", "colors") for kind in ("parts", "start")}
    content = {"data/ui/docs/start/a.mdx": "[x](../parts/b) [x](../parts/c)", "data/ui/docs/parts/b.mdx": "# B"}
    site = plain_next({**routes, **content, "data/colors/docs/parts/c.mdx": "# C"})
    assert {page.url for page in site.pages} == {"/ui/docs/start/a", "/ui/docs/parts/b", "/colors/docs/parts/c"}
    assert [link.status for link in written_links(site, "data/ui/docs/start/a.mdx")] == ["ok", "opaque"]


def test_redirects_of_other_names_of_the_host_say_nothing_here() -> None:
    has = "has: [{ type: 'host', value: 'old.example.com' }], "
    other = f"{{ source: '/:path(.*)', {has}destination: 'https://example.com/x' }}"
    config = f"redirects: () => [{other}, {{ source: '/by/:id', destination: '/b' }}]"
    files = {"content/b.mdx": "# B"}
    for href, status in {"/b": "ok", "/gone": "missing", "/by/12": "opaque"}.items():
        assert link_in("content/a.mdx", href, files, config).status == status
    everybody = config.replace(has, "")
    assert link_in("content/a.mdx", "/gone", files, everybody).status == "opaque"
