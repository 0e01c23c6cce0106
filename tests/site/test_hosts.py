"""What the configs of hosts redirect: as files of HTML sites, which know no redirects of their own."""

from __future__ import annotations

import msgspec
import pytest

from linklint.model.document import Document
from linklint.model.files import MemoryRepository
from linklint.model.settings import SiteSettings
from linklint.site import detect
from linklint.site.hosts import with_host_redirects
from linklint.site.hosts.patterns import read_rule
from linklint.site.profile import Lookup, Mount
from linklint.site.redirects import follow_redirects
from linklint.site.resolve import search
from linklint.site.tables import MountTables, Tables
from tests.site.sites import link_to, make_site, site_with, written_links

URL = {"url": "https://e.x"}  # so that what is not there is missing


def hops(old: str, new: str, url: str) -> tuple[str, ...] | None:
    rule = read_rule(old, new)
    journey = follow_redirects(url, {} if rule else {old: new}, (rule,) if rule else ())
    return ("?",) if journey and journey.lost else journey.hops if journey else None


@pytest.mark.parametrize(
    ("old", "new", "url", "expected"),
    [
        ("/old", "/new", "/old/", ("/new",)),
        ("/old/:path*", "/new/:path*", "/old", ("/new/",)),
        ("/old/:path*", "/new/:path*", "/old/a/b", ("/new/a/b",)),
        ("/old/:path*", "/new/:path*", "/older", None),
        ("/old/:path+", "/new/:path+", "/old", None),
        ("/a/:slug", "/b/:slug/x", "/a/q/", ("/b/q/x",)),
        ("/a/:slug", "/b/:slug", "/a/q/r", None),
        ("/a/:slug?", "/b", "/a", ("/b",)),
        ("/a-:b.html", "/b/:b", "/a-q.html", ("/b/q",)),
        ("/g/:slug(typescript|latex)", "/h/:slug", "/g/latex", ("/h/latex",)),
        ("/g/:slug(typescript|latex)", "/h/:slug", "/g/other", None),
        ("/p/:id(\\d+)", "/q/:id", "/p/12", ("/q/12",)),
        ("/p/:id(\\d+)", "/q/:id", "/p/x", None),
        ("/blog/(.*)", "https://b.x/$1", "/blog/a/b", ("https://b.x/a/b",)),
        ("/:lang(en|fr)/:path*", "/:path*", "/fr/a", ("/a",)),
        ("/a.b/:c", "/d", "/axb/q", None),
        ("/e/:x", "https://h.x:8080/:x", "/e/1", ("https://h.x:8080/1",)),
        ("/d(/|)", "/e", "/d", ("/e",)),
        ("/d(/|)", "/e", "/d/f", None),
        ("/d/:version(v[0-9.]+|next/)/:path*", "/e/:path", "/d/v1.2/f", ("/e/f",)),
        ("/d/:version(v[0-9.]+|next/)/:path*", "/e/:path", "/d/v/f", None),
        ("/d/(|v0.5/)x", "/e", "/d/v0.5/x", ("/e",)),
        # What is not understood is not guessed at.
        ("/x{/:y}?", "/z", "/x/1", ("?",)),
        ("/c/(a(b+)+)", "/d", "/c/abb", ("?",)),
        ("/c/(a(b+)+)", "/d", "/other", None),
        ("/c/:a", "/d/:other", "/c/1", ("?",)),
        ("/c/:a((?!x).*)", "/d", "/c/1", ("?",)),
        ("/" + "/".join(f":p{n}" for n in range(20)), "/d", "/" + "/".join("a" * 20), ("?",)),
    ],
)
def test_patterns(old: str, new: str, url: str, expected: tuple[str, ...] | None) -> None:
    assert hops(old, new, url) == expected


@pytest.mark.parametrize("pattern", ["/:a(.*)-:b(.*)/:c", "/*/*/*/*", "/:a-:b-:c-:d-:e"])
def test_patterns_that_take_long_are_not_tried(pattern: str) -> None:
    hops(pattern, "/new", "/" + "-a/" * 600)


REDIRECTS = """
# a comment
/old  /new
/gone /nowhere   301  # why
/away https://other.x/page 302!
/news/* /blog/:splat
/y/:year/:slug /blog/:slug 301!
/one /two
/two /new
/l1 /l2
/l2 /l1
/here /new 200
/api/* https://api.x/:splat 200
/for /new 302 Country=de
/store id=:id /new
https://old.x/* https://e.x/:splat 301!
https://e.x/moved/* https://e.x/blog/:splat 301!
/hidden /404.html 404
/lonely
"""
FILES = {"index.html": "", "new.html": "", "blog/post.html": ""}


@pytest.mark.parametrize(
    ("href", "status", "target"),
    [
        ("/old", "redirect", "new.html"),
        ("/old/", "redirect", "new.html"),
        ("old", "redirect", "new.html"),
        ("/gone", "missing", None),
        ("/away", "redirect", None),
        ("/news/post", "redirect", "blog/post.html"),
        ("/news/none", "missing", None),
        ("/y/2020/post", "redirect", "blog/post.html"),
        ("/y/2020", "missing", None),
        ("/one", "redirect", "new.html"),
        ("/l1", "redirect-loop", None),
        ("/here", "ok", "new.html"),
        ("/api/x", "opaque", None),
        ("/for", "opaque", None),
        ("/store", "opaque", None),
        ("/hidden", "missing", None),
        ("/lonely", "missing", None),
        ("/other", "missing", None),
        ("/moved/post", "redirect", "blog/post.html"),
        ("/new", "ok", "new.html"),
    ],
)
def test_redirects_file(href: str, status: str, target: str | None) -> None:
    files = {**FILES, "_redirects": REDIRECTS, "index.html": f'<a href="{href}">x</a>'}
    link = written_links(site_with(files, **URL), "index.html")[0]
    assert (link.status, link.target.path if link.target else None) == (status, target)


def test_chains_name_their_hops_and_entries_their_places() -> None:
    files = {**FILES, "_redirects": REDIRECTS, "index.html": '<a href="/one">x</a>'}
    site = site_with(files, **URL)
    assert written_links(site, "index.html")[0].redirects == ("/two", "/new")
    entries = {entry.key: entry for entry in site.entries if entry.kind == "redirect"}
    assert [
        (entries[key].location.line, entries[key].status) for key in ("/old", "/gone", "/l1", "/news/*", "/for")
    ] == [
        (3, "ok"),
        (4, "missing"),
        (10, "redirect-loop"),
        (6, "ok"),
        (14, "opaque"),
    ]
    assert entries["/old"].target is not None
    assert "/hidden" not in entries


TOML = """
[build]
publish = "."
[[redirects]]
  from = "/old"
  to = "/new"
[[redirects]]
  from = "/news/*"
  to = "/blog/:splat"
  status = 301
  force = true
[[redirects]]
  from = "/de"
  to = "/new"
  conditions = {Language = ["de"]}
"""
VERCEL = """{"cleanUrls": true,
 "redirects": [{"source": "/old", "destination": "/new"}, {"source": "/news/:path*", "destination": "/blog/:path*"},
               {"source": "/:path*", "has": [{"type": "host", "value": "old.x"}], "destination": "https://e.x/:path*"},
               {"source": "/de", "has": [{"type": "cookie", "key": "a"}], "destination": "/new"}],
 "rewrites": [{"source": "/here", "destination": "/new"}, {"source": "/api/(.*)", "destination": "/functions/$1"}]}"""
FIREBASE = """{"hosting": {"cleanUrls": true,
 "redirects": [{"source": "/old", "destination": "/new", "type": 301},
               {"source": "/news/:rest*", "destination": "/blog/:rest", "type": 301},
               {"regex": "^/x", "destination": "/y"}],
 "rewrites": [{"source": "/here", "destination": "/new.html"}, {"source": "/api/**", "function": "api"}]}}"""
AZURE = """{"routes": [{"route": "/old", "redirect": "/new", "statusCode": 301},
 {"route": "/here", "rewrite": "/new.html"}, {"route": "/admin", "allowedRoles": ["a"]}]}"""
STATIC = (
    """{"root": ".", "redirects": {"/old": {"url": "/new.html", "status": 301}}, "routes": {"/here": "new.html"}}"""
)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("netlify.toml", TOML, {"/old": "redirect", "/news/post": "redirect", "/de": "opaque", "/x": "missing"}),
        (
            "vercel.json",
            VERCEL,
            {
                "/old": "redirect",
                "/news/post": "redirect",
                "/de": "opaque",
                "/here": "ok",
                "/api/x": "opaque",
                "/x": "missing",
            },
        ),
        (
            "firebase.json",
            FIREBASE,
            {"/old": "redirect", "/news/post": "redirect", "/here": "ok", "/api/a/b": "opaque", "/x": "missing"},
        ),
        ("staticwebapp.config.json", AZURE, {"/old": "redirect", "/here": "ok", "/admin": "missing"}),
        ("static.json", STATIC, {"/old": "redirect", "/here": "ok", "/x": "missing"}),
        ("vercel.json", "{ no json", {"/old": "missing"}),
        ("netlify.toml", "no = toml =", {"/old": "missing"}),
        ("vercel.json", '{"redirects": {"source": 1}, "rewrites": [null, {"source": []}]}', {"/old": "missing"}),
        ("firebase.json", "[]", {"/old": "missing"}),
    ],
)
def test_configs_of_hosts(name: str, text: str, expected: dict[str, str]) -> None:
    links = "".join(f'<a href="{href}">x</a>' for href in expected)
    site = site_with({**FILES, name: text, "index.html": links}, **URL)
    assert {link.written.href: link.status for link in written_links(site, "index.html") if link.written} == expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("_redirects", "/* /index.html 200"),
        ("vercel.json", '{"rewrites": [{"source": "/(.*)", "destination": "/index.html"}]}'),
        ("firebase.json", '{"hosting": [{"rewrites": [{"source": "**", "destination": "/index.html"}]}]}'),
        ("staticwebapp.config.json", '{"navigationFallback": {"rewrite": "/index.html"}}'),
        ("static.json", '{"routes": {"/**": "index.html"}}'),
    ],
)
def test_where_one_page_answers_for_all_addresses_none_is_missing(name: str, text: str) -> None:
    files = {**FILES, name: text, "index.html": '<a href="/any/where">x</a>'}
    assert written_links(site_with(files, **URL), "index.html")[0].status == "opaque"
    del files[name]
    assert written_links(site_with(files, **URL), "index.html")[0].status == "missing"


def test_files_come_before_redirects() -> None:
    files = {**FILES, "_redirects": "/new /blog/post", "index.html": '<a href="/new">x</a>'}
    link = written_links(site_with(files, **URL), "index.html")[0]
    assert (link.status, link.target and link.target.path) == ("ok", "new.html")


def test_configs_stand_above_the_site_or_among_the_files_that_it_copies() -> None:
    pages = {"docs/index.html": '<a href="/old">x</a>', "docs/new.html": ""}
    for folder in ("docs", "", "docs/public", "docs/static", "docs/src/static"):
        config = f"{folder}/_redirects".lstrip("/")
        site = site_with({**pages, config: "/old /new"}, **URL)
        assert written_links(site, "docs/index.html")[0].status == "redirect", config
    site = site_with({**pages, "examples/_redirects": "/old /new"}, **URL)
    assert written_links(site, "docs/index.html")[0].status == "missing"


def test_files_as_github_shows_them_have_no_host() -> None:
    site = make_site({"README.md": "[x](/old) [y](old)", "new.md": "", "_redirects": "/old /new.md"})
    assert [link.status for link in written_links(site, "README.md")] == ["missing", "missing"]
    assert not site.entries


def test_redirects_of_a_site_stay_when_it_has_learned() -> None:
    repository = MemoryRepository({**FILES, "_redirects": "/old /new"})
    mount = detect(repository, SiteSettings(framework="html"))[0]
    assert [redirect.old for redirect in mount.redirects({})] == ["/old"]
    assert mount.learn is not None
    learned = mount.learn({"index.html": Document("html", 1, 0)})
    assert [redirect.old for redirect in learned.redirects({})] == ["/old"]
    assert link_to("/old", source="index.html").status != "redirect"


@pytest.mark.parametrize(("config", "found"), [('{"cleanUrls": true}', True), ("{}", False)])
def test_copied_pages_have_clean_addresses_where_the_host_makes_them(config: str, found: bool) -> None:
    repository = MemoryRepository({**FILES, "vercel.json": config, "static/demos/one.html": ""})
    mount = with_host_redirects(_plain_mount(repository), repository.names, repository.read)
    tables = Tables(repository.names, {}, [MountTables({}, {}, {}, {})], frozenset(), {}, ())
    for url in ("/demos/one", "/demos/one/"):
        hit = search([Lookup("url", url)], mount, 0, tables)
        assert (hit is not None and hit.path == "static/demos/one.html") is found
    assert search([Lookup("url", "/demos/two")], mount, 0, tables) is None


def _plain_mount(repository: MemoryRepository) -> Mount:
    """A mount whose framework does not look at files by itself."""
    return msgspec.structs.replace(detect(repository, SiteSettings(framework="html"))[0], clean=False)


def test_a_pattern_that_fits_the_address_of_a_page_redirects_no_further() -> None:
    files = {
        **FILES,
        "blog/show.html": "",
        "_redirects": "/show /blog/show\n/:lang/show /:lang/more/show",
        "index.html": '<a href="/show">x</a>',
    }
    site = site_with(files, **URL)
    link = written_links(site, "index.html")[0]
    assert (link.status, link.target_path, link.redirects) == ("redirect", "blog/show.html", ("/blog/show",))
    assert [entry.status for entry in site.entries] == ["ok", "ok"]


def test_a_redirect_read_for_two_sites_is_one_entry_that_either_may_know() -> None:
    pages = {"hugo.toml": "", "content/new.md": "# New", "a.html": "", "b.html": ""}
    site = make_site({**pages, "_redirects": "/old /new/\n/older /b\n/feed /feed.xml\n/none /nothing"})
    assert {"hugo", "html"} <= {each.name for each in site.frameworks}
    redirects = [(entry.key, entry.status) for entry in site.entries if entry.kind == "redirect"]
    assert redirects == [("/old", "ok"), ("/older", "ok"), ("/feed", "opaque"), ("/none", "missing")]


def test_a_redirect_to_a_file_that_a_build_may_make_is_told_apart_from_a_page_that_is_missing() -> None:
    files = {**FILES, "_redirects": "/feed /feed.xml\n/none /nothing\n/case /NEW\nhttps://d.x/from /none"}
    found = [entry.status for entry in site_with(files, **URL).entries]
    assert found == ["asset-missing", "missing", "case-mismatch"]
    found = [entry.status for entry in site_with({**files, "CNAME": "d.x"}).entries]
    assert found[-1] == "missing"


@pytest.mark.parametrize(("line", "status"), [("/base/old /base/b", "redirect"), ("/baseline/old /b", "missing")])
def test_addresses_of_a_host_hold_the_path_that_the_site_lies_below(line: str, status: str) -> None:
    config = (
        "export default {url: 'https://e.x', baseUrl: '/base/', "
        "presets: [['classic', {docs: {routeBasePath: '/'}, blog: false}]]};"
    )
    files = {"docusaurus.config.js": config, "docs/a.md": "[x](/old)", "docs/b.md": "# B\n", "static/_redirects": line}
    link = written_links(make_site(files), "docs/a.md")[0]
    assert (link.status, link.target.path if link.target else None) == (
        status,
        "docs/b.md" if status != "missing" else None,
    )
