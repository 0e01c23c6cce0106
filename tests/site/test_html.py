"""Hand-written HTML, resolved as a browser would."""

import pytest

from linklint.model.files import MemoryRepository
from linklint.model.settings import SiteSettings
from linklint.site import detect
from tests.site.sites import link_to, make_site, orphan_states, site_with, status_of, written_links

TITLE = "<title>A page</title>"


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("a.html", "a.html"),
        ("sub/", "sub/index.html"),
        ("sub", "sub/index.html"),
        ("sub/index.html", "sub/index.html"),
        ("/a.html?x=1", "a.html"),
        ("/", "index.html"),
        ("./", "index.html"),
        ("sub\\index.html", "sub/index.html"),
        ("#", "index.html"),
        ("", "index.html"),
        ("#top", "index.html"),
    ],
)
def test_pages_are_found(href: str, target: str) -> None:
    link = link_to(href, "a.html", "sub/index.html", source="index.html")
    assert (link.status, link.target and link.target.path) == ("ok", target)


@pytest.mark.parametrize(
    ("href", "status"),
    [
        ("nope.html", "missing"),
        ("/nope.html", "missing"),
        ("a", "missing"),
        ("A.html", "case-mismatch"),
        ("nope.css", "asset-missing"),
        ("style.css", "asset"),
        ("../x.html", "outside"),
        ("{{ url }}", "unresolvable"),
        ("javascript:void(0)", "external"),
    ],
)
def test_what_is_not_quite_there(href: str, status: str) -> None:
    assert status_of(href, "a.html", "style.css", source="index.html") == status


@pytest.mark.parametrize(
    ("base", "href", "status"),
    [
        ("sub/", "a.html", "ok"),
        ("sub/x.html", "a.html", "ok"),
        ("/sub/", "a.html", "ok"),
        ("sub", "a.html", "missing"),
        ("https://cdn.example.com/", "a.html", "opaque"),
    ],
)
def test_base_href_moves_relative_destinations(base: str, href: str, status: str) -> None:
    page = f'<base href="{base}"><a href="{href}">x</a>'
    assert written_links(make_site({"index.html": page, "sub/a.html": ""}), "index.html")[0].status == status


def test_urls_of_index_pages_are_those_of_their_folders() -> None:
    site = make_site({"index.html": "", "a/index.html": "", "a/b.html": ""})
    assert {page.path: page.url for page in site.pages} == {
        "index.html": "/",
        "a/index.html": "/a/",
        "a/b.html": "/a/b.html",
    }
    assert site.by_url["/a/index.html"] is site.by_path["a/index.html"]


@pytest.mark.parametrize(
    ("fragment", "status"),
    [("id", "ok"), ("name", "ok"), ("heading", "ok"), ("ID", "case-mismatch"), ("a-heading", "fragment-missing"),
     ("/route", "fragment-unverifiable"), ("!state", "fragment-unverifiable"), (":~:text=x", "ok")],
)  # fmt: skip
def test_fragments_are_ids_and_names_only(fragment: str, status: str) -> None:
    page = '<p id="id"><a name="name"></a><h2 id="heading">A heading</h2>'
    site = make_site({"index.html": f'<a href="a.html#{fragment}">x</a>', "a.html": page})
    assert written_links(site, "index.html")[0].status == status


def test_without_a_home_page_absolute_addresses_cannot_be_known() -> None:
    assert status_of("/fundraising", source="demo/page.html") == "opaque"
    assert status_of("/style.css", "demo/style.css", source="demo/page.html") == "asset"


def test_absolute_addresses_that_mostly_lead_nowhere_belong_to_sites_that_do_not_exist() -> None:
    demo = '<a href="/x">x</a><a href="/y">y</a>'
    site = make_site({"index.html": '<a href="/a.html">a</a>', "a.html": "", "demo/index.html": demo})
    assert {link.status for link in written_links(site, "demo/index.html")} == {"opaque"}
    known = site_with({"index.html": "", "demo/index.html": demo}, url="https://example.com")
    assert {link.status for link in written_links(known, "demo/index.html")} == {"missing"}


@pytest.mark.parametrize(
    ("config", "text", "status"),
    [("vercel.json", '{"cleanUrls": true}', "ok"), ("CNAME", "example.com", "ok"), ("netlify.toml", "", "ok"),
     ("firebase.json", '{"hosting": {"cleanUrls": true}}', "ok"), ("vercel.json", '{"cleanUrls": false}', "missing"),
     ("vercel.json", "[" * 100_000, "missing"), ("other.json", '{"cleanUrls": true}', "missing")],
)  # fmt: skip
def test_addresses_without_extension_are_the_hosts_matter(config: str, text: str, status: str) -> None:
    site = make_site({"index.html": '<a href="about">x</a>', "about.html": "", config: text})
    assert written_links(site, "index.html")[0].status == status


def test_several_addresses_without_extension_tell_what_the_host_does() -> None:
    pages = dict.fromkeys(("a.html", "b.html", "c.html"), "")
    site = make_site(
        {"index.html": '<a href="a">a</a><a href="/b#top">b</a><a href="./c">c</a><a href="d">d</a>', **pages}
    )
    assert [link.status for link in written_links(site, "index.html")] == ["ok", "ok", "ok", "missing"]
    two = make_site({"index.html": '<a href="a">a</a><a href="/b">b</a><a href="a?x">c</a>', **pages})
    assert {link.status for link in written_links(two, "index.html")} == {"missing"}


def test_the_host_of_a_cname_file_is_ours_where_something_is_found() -> None:
    page = '<a href="https://www.example.com/a.html">a</a><a href="https://example.com/shop">b</a>'
    site = make_site({"index.html": page, "a.html": "", "CNAME": "example.com\n"})
    assert [link.status for link in written_links(site, "index.html")] == ["ok", "external"]


def test_the_host_that_the_home_page_calls_canonical_is_ours_where_something_is_found() -> None:
    page = '<a href="https://www.example.com/a.html">a</a><a href="https://example.com/shop">b</a>'
    for path, status in (("", "ok"), ("/", "ok"), ("/garden/", "external")):
        head = f'<link rel="canonical" href="https://example.com{path}">'
        site = make_site({"index.html": head + page, "a.html": ""})
        assert [link.status for link in written_links(site, "index.html")] == [status, "external"]


def test_templates_are_no_pages_and_half_templates_prove_nothing() -> None:
    files = {"index.html": "", "_includes/nav.html": '<a href="nope.html">', "x.tmpl.html": '<a href="nope.html">'}
    assert [page.path for page in make_site(files).pages] == ["index.html"]
    half = '<a href="{{ x }}">a</a><a href="nope.html">b</a><a href="index.html">c</a><a href="#x">d</a>'
    site = make_site({"index.html": "", "a.html": half})
    assert [link.status for link in written_links(site, "a.html")] == [
        "unresolvable",
        "unresolvable",
        "ok",
        "fragment-unverifiable",
    ]


def test_a_page_that_sends_visitors_on_is_a_redirect() -> None:
    old = '<meta http-equiv="refresh" content="0; url=new.html">'
    loop = '<meta http-equiv="refresh" content="0; url=loop2.html">'
    back = '<meta http-equiv="refresh" content="0; url=loop.html">'
    gone = '<meta http-equiv="refresh" content="0; url=gone.html">'
    files = {"sub/old.html": old, "sub/new.html": "", "loop.html": loop, "loop2.html": back, "dead.html": gone}
    links = '<a href="sub/old.html">1</a><a href="loop.html">2</a><a href="dead.html">3</a>'
    site = make_site({"index.html": links, **files})
    found = [(link.status, link.target and link.target.path) for link in written_links(site, "index.html")]
    assert found == [("redirect", "sub/new.html"), ("redirect-loop", None), ("missing", None)]
    assert written_links(site, "index.html")[0].redirects == ("sub/new.html",)
    assert [page.path for page in site.pages] == ["index.html", "sub/new.html"]
    assert [(entry.key, entry.status) for entry in site.entries] == [
        ("dead.html", "missing"), ("loop.html", "redirect-loop"), ("loop2.html", "redirect-loop"),
        ("sub/old.html", "ok"),
    ]  # fmt: skip


def test_a_site_of_linked_pages_has_orphans() -> None:
    linked = {f"{number}.html": TITLE for number in range(4)}
    home = "".join(f'<a href="{path}">x</a>' for path in linked)
    assert orphan_states(make_site({"index.html": home, **linked, "lost.html": TITLE})) == {"lost.html": "checked"}


def test_demos_are_opened_one_by_one() -> None:
    files = {f"grid/{number}.html": "" for number in range(3)} | {"grid/index.html": "", "lone.html": ""}
    assert set(orphan_states(make_site(files)).values()) == {"unknown"}
    assert set(orphan_states(site_with(files, framework="html")).values()) == {"checked"}


def test_a_shelf_of_small_sites_has_a_root_in_each() -> None:
    home = '<a href="a.html">a</a><a href="b.html">b</a>'
    one = {"one/index.html": home, "one/a.html": TITLE, "one/b.html": TITLE, "one/c.html": TITLE}
    site = make_site({**one, "two/index.html": "", "two/x/index.html": ""})
    assert [page.path for page in site.pages if page.root] == ["one/index.html", "two/index.html"]
    assert orphan_states(site) == {"one/c.html": "checked", "two/x/index.html": "unknown"}
    assert orphan_states(make_site({**one, "one/d.html": TITLE})) == {"one/c.html": "unknown", "one/d.html": "unknown"}


def test_html_beside_markdown_is_a_demo_until_the_config_says_otherwise() -> None:
    files = {"README.md": "[a](a.md)", "a.md": "", "demo.html": '<a href="/x">x</a>'}
    assert orphan_states(make_site(files)) == {"demo.html": "unknown"}
    assert written_links(make_site(files), "demo.html")[0].status == "opaque"
    assert orphan_states(site_with(files, framework="plain")) == {"demo.html": "checked"}


def test_markdown_links_to_html_pages_and_back() -> None:
    site = make_site({"README.md": "[a](a.html)", "a.html": '<a href="README.md">b</a><a href="./">c</a>'})
    assert [link.target and link.target.path for link in site.links] == ["a.html", "README.md", "README.md"]


def test_with_the_framework_named_html_markdown_is_an_asset() -> None:
    site = site_with({"index.html": '<a href="a.md">x</a>', "a.md": ""}, framework="html")
    assert [(link.kind, link.status) for link in site.links] == [("asset", "asset")]


@pytest.mark.parametrize(
    ("names", "frameworks"),
    [(["a.md"], ["plain"]), (["a.html"], ["html"]), (["a.md", "b.html"], ["plain", "html"]), (["a.txt"], []),
     (["README.md", "a.html", "b.html"], ["html", "plain"]), (["a.md", "_layouts/x.html"], ["plain"]),
     (["x.mdx"], ["plain"])],
)  # fmt: skip
def test_auto_takes_what_there_is(names: list[str], frameworks: list[str]) -> None:
    mounts = detect(MemoryRepository(dict.fromkeys(names, "")), SiteSettings())
    assert [mount.framework for mount in mounts] == frameworks
    assert all(mount.reason for mount in mounts)


def test_canonical_pages() -> None:
    copy = '<link rel="canonical" href="a.html">'
    own = '<link rel="canonical" href="https://example.com/b.html">'
    other = '<link rel="canonical" href="https://other.example/c">'
    files = {"index.html": "", "a.html": "", "copy.html": copy, "b.html": own, "c.html": other}
    site = site_with(files, url="https://example.com")
    assert {page.path: page.canonical for page in site.pages if page.canonical} == {
        "copy.html": "a.html",
        "c.html": "https://other.example/c",
    }


def test_what_servers_show_in_place_of_a_missing_page_needs_no_link() -> None:
    site = make_site({"index.html": "", "404.html": "", "a.html": ""})
    assert [page.path for page in site.pages if page.orphan == "intended"] == ["404.html"]


def test_a_page_that_names_its_own_path_on_a_host_that_nobody_knows_stands_for_itself() -> None:
    named = '<link rel="canonical" href="https://unknown.example/{}.html">'
    site = make_site({"a.html": named.format("a"), "b.html": named.format("a"), "c.html": named.format("d")})
    assert [page.canonical for page in site.pages] == [None, *(f"https://unknown.example/{name}.html" for name in "ad")]


def test_pages_that_one_host_names_like_their_files_stand_for_themselves() -> None:
    """As documentation does that a company publishes from many repositories: nothing here says below which path."""
    named = '<link rel="canonical" href="https://company.example/docs/latest/{}">'
    elsewhere = '<link rel="canonical" href="https://medium.example/{}">'
    files = {
        "docs/start/index.html": named.format("start/"),
        "docs/roses.html": named.format("roses/"),
        "docs/soil.loam.html": named.format("soil.loam"),
        "docs/old-soil.html": named.format("ground"),
        "docs/guest.html": elsewhere.format("guest"),
        "docs/v1/pests.html": named.format("pests/"),
        "docs/v2/pests.html": named.format("pests/"),
    }
    said = {page.path.removeprefix("docs/"): page.canonical for page in make_site(files).pages if page.canonical}
    assert said == {
        "old-soil.html": "https://company.example/docs/latest/ground",
        "guest.html": "https://medium.example/guest",
        "v1/pests.html": "https://company.example/docs/latest/pests/",  # one of the two is a copy
        "v2/pests.html": "https://company.example/docs/latest/pests/",
    }
    few = {path: text for path, text in files.items() if "roses" in path or "soil" in path}
    assert len([page for page in make_site(few).pages if page.canonical]) == 3


@pytest.mark.parametrize(("to", "known"), [("b.html", True), ("{{ page.to }}", False)])
def test_where_a_template_sends_visitors_on_to_is_not_known(to: str, known: bool) -> None:
    refresh = f'<meta http-equiv="refresh" content="0; url={to}">'
    site = make_site({"index.html": '<a href="a.html">x</a>', "a.html": refresh, "b.html": ""})
    assert [entry.target is not None for entry in site.entries if entry.kind == "redirect"] == [known]
    assert written_links(site, "index.html")[0].status == ("redirect" if known else "opaque")
