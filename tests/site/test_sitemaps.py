"""Sitemaps that lie in the repository."""

from linklint.model.settings import Settings, SiteSettings
from tests.site.sites import make_site, site_with

HEAD = '<?xml version="1.0"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
PAGES = {"index.html": "<title>Home</title>", "a/index.html": "<title>A</title>", "b.html": "<title>B</title>"}


def sitemap(*urls: str) -> str:
    return HEAD + "".join(f"<url><loc>{url}</loc></url>\n" for url in urls) + "</urlset>\n"


def entries(text: str, path: str = "sitemap.xml", **site: object) -> list[tuple[str, str, str | None]]:
    """(key, status, target) of the sitemap's entries in a site of HTML pages."""
    found = site_with({**PAGES, path: text}, framework="html", **site).entries
    return [(each.key, each.status, each.target.path if each.target else None) for each in found]


def test_entries_lead_to_pages_by_their_addresses() -> None:
    text = sitemap("https://x.org/", "https://x.org/a/", "https://x.org/b.html", "https://x.org/gone.html")
    assert entries(text) == [
        ("https://x.org/", "ok", "index.html"),
        ("https://x.org/a/", "ok", "a/index.html"),
        ("https://x.org/b.html", "ok", "b.html"),
        ("https://x.org/gone.html", "missing", None),
    ]


def test_an_entry_stands_where_its_address_is_written() -> None:
    site = site_with({**PAGES, "sitemap.xml": sitemap("https://x.org/", "https://x.org/a/")}, framework="html")
    assert [(each.location.line, each.location.column) for each in site.entries] == [(3, 11), (4, 11)]


def test_a_site_below_a_folder_of_its_host_is_recognised() -> None:
    text = sitemap("https://me.github.io/shop/", "https://me.github.io/shop/a/", "https://me.github.io/shop/x")
    assert [status for _, status, _ in entries(text)] == ["ok", "ok", "missing"]


def test_only_our_own_host_counts_when_it_is_known() -> None:
    text = sitemap("https://x.org/", "https://other.org/a/")
    assert entries(text, url="https://x.org") == [("https://x.org/", "ok", "index.html")]


def test_nothing_is_said_of_a_sitemap_that_fits_another_site() -> None:
    text = sitemap("https://x.org/one", "https://x.org/two", "https://x.org/b.html")
    assert [status for _, status, _ in entries(text)] == ["opaque", "opaque", "ok"]


def test_redirected_addresses_and_unpublished_pages_are_told() -> None:
    files = {
        "_config.yml": "",
        "_redirects": "/old /b.html",
        "index.md": "---\n---\n",
        "b.md": "---\n---\n",
        "c.md": "---\npublished: false\n---\n",
        "sitemap.xml": sitemap("https://x.org/", "https://x.org/b.html", "https://x.org/old", "https://x.org/c.html"),
    }
    site = make_site(files, Settings(site=SiteSettings(framework="jekyll")))
    found = [(each.status, each.target.path if each.target else None) for each in site.entries]
    assert found[1:] == [("ok", "index.md"), ("ok", "b.md"), ("redirect", "b.md"), ("unpublished", "c.md")]


def test_templates_comments_indexes_and_other_places_name_nothing() -> None:
    assert entries(HEAD + "<url><loc>https://x.org{{ page.url }}</loc></url></urlset>") == []
    assert entries(HEAD + "<!-- <url><loc>https://x.org/a/</loc></url> --></urlset>") == []
    assert entries("<sitemapindex><sitemap><loc>https://x.org/s.xml</loc></sitemap></sitemapindex>") == []
    assert entries(HEAD + "<url><loc>WEBSITE/a</loc></url></urlset>") == []
    assert entries(sitemap("https://x.org/a/"), path="templates/sitemap.xml") == []
    assert site_with({"README.md": "", "a.md": "", "sitemap.xml": sitemap("https://x.org/a.md")}).entries == ()


def test_entities_and_namespaces_are_read() -> None:
    text = sitemap("https://x.org/b.html?a=1&amp;b=2") + "<image:loc>https://x.org/none.png</image:loc>"
    assert entries(text) == [("https://x.org/b.html?a=1&amp;b=2", "ok", "b.html")]
