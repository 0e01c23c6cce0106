"""What is said of addresses of a site that lies below a path: as its files give them, or as visitors see them."""

import pytest

from tests.site.sites import make_site, site_with, written_links

PACKAGE = '{"dependencies": {"astro": "5"}}'
REDIRECTS = "{ '/old': '/shop/new', '/older': '/shop/nope', '/a': '/shop/b' }"
ASTRO = f"export default {{ base: '/shop', redirects: {REDIRECTS} }}"
LINES = """\
/shop/was /shop/new 301
/shop/gone /shop/nowhere 301
/elsewhere /new 301
/ /shop/ 302
/top /shop/new 302
/bottom /shop/nowhere 302
"""
PAGES = {"src/pages/new.md": "# New", "package.json": PACKAGE}


def test_entries_give_both_addresses_as_their_lines_do() -> None:
    site = make_site({**PAGES, "astro.config.mjs": ASTRO, "public/_redirects": LINES, "src/pages/index.md": "# Home"})
    told = {(entry.key, entry.to): entry.status for entry in site.entries}
    assert told == {
        ("/old", "/shop/new"): "ok",
        ("/older", "/shop/nope"): "missing",
        ("/a", "/shop/b"): "missing",
        ("/shop/was", "/shop/new"): "ok",
        ("/shop/gone", "/shop/nowhere"): "missing",
        ("/elsewhere", "/new"): "ok",
        ("/", "/shop/"): "ok",
        ("/top", "/shop/new"): "ok",
        ("/bottom", "/shop/nowhere"): "missing",
    }


@pytest.mark.parametrize(("base", "shown"), [("base: '/shop'", "/shop/new/"), ("", "/new/")])
def test_pages_are_named_by_the_address_that_visitors_see(base: str, shown: str) -> None:
    files = {
        **PAGES,
        "astro.config.mjs": f"export default {{ {base} }}",
        "src/pages/a.md": f"[x]({shown.replace('new', 'New')})",
    }
    site = make_site(files)
    page = site.by_path["src/pages/new.md"]
    assert (page.url, page.address) == ("/new/", shown)
    assert site.by_url[shown] is site.by_url["/new/"] is page
    link = written_links(site, "src/pages/a.md")[0]
    assert (link.status, link.reason) == ("case-mismatch", f"it is named {shown.rstrip('/')}")


@pytest.mark.parametrize(
    ("href", "status", "hops", "reason"),
    [
        ("/shop/old", "redirect", ("/shop/new",), ""),
        ("/shop/was", "redirect", ("/shop/new",), ""),
        ("/shop/older", "missing", ("/shop/nope",), "it is redirected to /shop/nope, which is not there"),
        ("/shop/gone", "missing", ("/shop/nowhere",), "it is redirected to /shop/nowhere, which is not there"),
        ("/shop/never", "missing", (), "there is no /shop/never"),
        ("/shop/new", "ok", (), ""),
    ],
)
def test_links_lead_to_addresses_as_visitors_see_them(
    href: str, status: str, hops: tuple[str, ...], reason: str
) -> None:
    files = {**PAGES, "astro.config.mjs": ASTRO, "public/_redirects": LINES, "src/pages/index.md": f"[x]({href})"}
    (link,) = written_links(make_site(files), "src/pages/index.md")
    assert (link.status, link.redirects, link.reason) == (status, hops, reason)


def test_a_site_at_the_top_of_its_host_has_nothing_before_its_addresses() -> None:
    files = {"_redirects": "/old /new\n/gone /nowhere\n", "new.html": "", "index.html": "<a href=/old>x</a>"}
    site = site_with(files, framework="html")
    assert [(entry.key, entry.to) for entry in site.entries] == [("/old", "/new"), ("/gone", "/nowhere")]
    (link,) = written_links(site, "index.html")
    assert link.redirects == ("/new",)
    assert {each.base for each in site.frameworks} == {""}


SITES = {
    "vitepress": {
        "docs/.vitepress/config.mjs": "export default { base: '/shop/' }",
        "docs/public/_redirects": "/shop/was /shop/new\n/shop/gone /shop/nowhere\n/ /shop/\n",
        "docs/index.md": "# Home",
        "docs/new.md": "# New",
    },
    "vuepress": {
        "docs/.vuepress/config.js": "module.exports = { base: '/shop/' }",
        "docs/.vuepress/public/_redirects": "/shop/was /shop/new\n/shop/gone /shop/nowhere\n/ /shop/\n",
        "docs/README.md": "# Home",
        "docs/new.md": "# New",
    },
    "rspress": {
        "rspress.config.ts": "export default { base: '/shop/' }",
        "docs/public/_redirects": "/shop/was /shop/new\n/shop/gone /shop/nowhere\n/ /shop/\n",
        "docs/index.md": "# Home",
        "docs/new.md": "# New",
    },
    "nuxt": {
        "nuxt.config.ts": "export default { app: { baseURL: '/shop/' } }",
        "package.json": '{"dependencies": {"@nuxt/content": "3"}}',
        "public/_redirects": "/shop/was /shop/new\n/shop/gone /shop/nowhere\n/ /shop/\n",
        "content/index.md": "# Home",
        "content/new.md": "# New",
    },
    "hexo": {
        "_config.yml": "root: /shop/\npermalink: :title/\n",
        "package.json": '{"dependencies": {"hexo": "7.0.0"}}',
        "source/_redirects": "/shop/was /shop/new\n/shop/gone /shop/nowhere\n/ /shop/\n",
        "source/index.md": "# Home",
        "source/new.md": "# New",
    },
    "zola": {
        "config.toml": 'base_url = "https://example.com/shop/"',
        "static/_redirects": "/shop/was /shop/new/\n/shop/gone /shop/nowhere\n/ /shop/\n",
        "content/_index.md": "# Home",
        "content/new.md": "# New",
    },
    "nextjs": {
        "next.config.js": "module.exports = { basePath: '/shop' }",
        "package.json": '{"dependencies": {"next": "14"}}',
        "public/_redirects": "/shop/was /shop/new\n/shop/gone /shop/nowhere\n/ /shop\n",
        "pages/index.mdx": "# Home",
        "pages/new.mdx": "# New",
    },
    "eleventy": {
        "eleventy.config.js": "export default function () { return { pathPrefix: '/shop/' }; }",
        "package.json": '{"devDependencies": {"@11ty/eleventy": "3"}}',
        "_redirects": "/shop/was /shop/new/\n/shop/gone /shop/nowhere\n/ /shop/\n",
        "index.md": "# Home",
        "new.md": "# New",
    },
    "hugo": {
        "hugo.toml": 'baseURL = "https://example.com/shop/"',
        "static/_redirects": "/shop/was /shop/new/\n/shop/gone /shop/nowhere\n/ /shop/\n",
        "content/_index.md": "# Home",
        "content/new.md": "# New",
    },
}


@pytest.mark.parametrize("framework", SITES)
def test_the_base_path_of_every_framework_is_known_to_the_redirects_of_its_host(framework: str) -> None:
    site = make_site(SITES[framework])
    assert [entry.status for entry in site.entries] == ["ok", "missing", "ok"]
    assert {each.base for each in site.frameworks if each.name == framework} == {"/shop"}


@pytest.mark.parametrize("hostname", ["https://example.com", "https://example.com/shop/", "https://example.com/shop"])
@pytest.mark.parametrize(
    ("framework", "path", "config"),
    [
        ("vitepress", "docs/.vitepress/config.mjs", "export default { base: '/shop/', sitemap: { hostname: 'HOST' } }"),
        (
            "vuepress",
            "docs/.vuepress/config.js",
            "module.exports = { base: '/shop/', themeConfig: {hostname: 'HOST'} }",
        ),
        ("rspress", "rspress.config.ts", "export default { base: '/shop/', siteOrigin: 'HOST' }"),
        ("nuxt", "nuxt.config.ts", "export default { app: { baseURL: '/shop/' }, site: { url: 'HOST' } }"),
    ],
)
def test_the_base_of_a_site_stands_once_in_its_address(framework: str, path: str, config: str, hostname: str) -> None:
    site = make_site({**SITES[framework], path: config.replace("HOST", hostname)})
    assert {each.base for each in site.frameworks if each.name == framework} == {"/shop"}


def test_a_message_names_the_base_once() -> None:
    config = "module.exports = {base: '/shop/', plugins: [['sitemap', {hostname: 'https://example.com/shop/'}]]}"
    files = {"docs/.vuepress/config.js": config, "docs/README.md": "[a](/gone.md) [b](/shop/gone.html)"}
    site = make_site(files)
    assert {link.reason for link in written_links(site, "docs/README.md")} == {"there is no /shop/gone.html"}


@pytest.mark.parametrize(
    ("named", "href", "status"),
    [
        ("docs/p{}", "/docs/gone", "missing"),  # they name this site, which lies there
        ("docs/p{}", "/docs/guide/gone", "missing"),
        ("docs/guide/p{}", "/docs/guide/gone", "missing"),  # a folder of the site
        ("docs/api/p{}", "/docs/api/x", "opaque"),  # one that it has not got
        ("docs/api/p{}", "/api/x", "opaque"),  # Docusaurus puts the base before it
        ("shop/p{}", "/shop/x", "opaque"),
        ("shop/p{}", "/docs/shop/x", "missing"),
    ],
)
def test_a_folder_that_full_addresses_name_is_foreign_where_no_page_lies_in_it(
    named: str, href: str, status: str
) -> None:
    full = " ".join(f"[x](https://garden.example/{named.format(number)})" for number in range(5))
    files = {
        "docusaurus.config.js": "export default {url: 'https://garden.example', baseUrl: '/docs/',"
        " presets: [['classic', {docs: {routeBasePath: '/'}}]]}",
        "docs/guide/p1.md": f"# P\n\n{full}\n",
        "docs/a.md": f"# A\n\n[x]({href})\n",
    }
    (link,) = written_links(make_site(files), "docs/a.md")
    assert link.status == status
