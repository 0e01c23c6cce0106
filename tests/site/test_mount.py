"""All that a profile may say, said by a small invented framework with pretty URLs: what the core makes of it."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import msgspec

from linklint.model.document import Document, WrittenLink
from linklint.model.files import MemoryRepository
from linklint.model.place import Location, Span, pack_spans
from linklint.model.settings import Settings, SiteSettings
from linklint.model.site import Page, Site
from linklint.site import build
from linklint.site.destination import Destination
from linklint.site.fragments import github_fragments
from linklint.site.frameworks import sources
from linklint.site.paths import join
from linklint.site.profile import Address, Lookup, Mount, NavigationLink, Redirect, Standing
from linklint.source.dialects import GFM
from linklint.source.parse import parse
from tests.site.sites import written_links

NAVIGATION = {"nav.yml": "/c/"}


def find_address(path: str, document: Document) -> Address | None:
    stem = path.removeprefix("content/").removesuffix(".md")
    if stem.startswith("_"):
        return None
    url = "/" if stem == "index" else f"/{stem}/"
    draft = bool((document.front_matter or {}).get("draft"))
    return Address(url, also=(f"/fr{url}",), published=not draft, root=url == "/", lang="en", kind="article")


def find_lookups(standing: Standing, destination: Destination) -> list[Lookup]:
    path = join(standing.url, destination.path) if not destination.absolute else join("", destination.path)
    if path is None:
        return [Lookup("outside", destination.path, "above the site")]
    url = f"/{path}/" if path else "/"
    return [Lookup("url", url), Lookup("file", f"static/{path}")]


def navigate(documents: Mapping[str, Document]) -> list[NavigationLink]:
    span = Span(0, 1, 7, 3, 7, 6)
    return [
        NavigationLink(file, WrittenLink("nav", "a", href, href, "nav", pack_spans(span)), "menu.0")
        for file, href in NAVIGATION.items()
    ]


def redirect(documents: Mapping[str, Document]) -> list[Redirect]:
    place = Location("_redirects", 1)
    return [
        Redirect("/old/", "/older/", place),
        Redirect("/older/", "/b/#there", place),
        Redirect("/away/", "https://example.com/", place),
        Redirect("/gone/", "/nowhere/", place),
        Redirect("/generated/", "/tags/x/", place),
        Redirect("/loop/", "/loop2/", place),
        Redirect("/loop2/", "/loop/", place),
    ]


def list_next(pages: Sequence[Page]) -> list[tuple[str, str]]:
    paths = [page.path for page in pages]
    return [*pairwise(paths), (paths[0], "content/nope.md")]


MOUNT = Mount(
    framework="pretty",
    root="",
    reason="invented",
    dialect=lambda path: GFM if path.startswith("content/") and path.endswith(".md") else None,
    address=find_address,
    lookups=find_lookups,
    fragments=github_fragments,
    opaque=lambda url: "a generated page" if url.startswith("/tags/") else None,
    own=lambda destination: [Lookup("url", destination.path)] if destination.host == "docs.example" else [],
    undefined=lambda path, label: "defined elsewhere" if label.startswith("api.") else None,
    includes=lambda path, document: (document.front_matter or {}).get("parts", ()),
    navigation=navigate,
    listings=list_next,
    redirects=redirect,
)


def make(files: Mapping[str, str], mount: Mount = MOUNT, **site: object) -> Site:
    repository = MemoryRepository(
        {f"content/{path}" if path.endswith(".md") else path: text for path, text in files.items()}
    )
    documents = {
        path: parse(repository.read(path) or b"", dialect) for path, dialect in sources([mount], repository.names)
    }
    return build(repository, [mount], documents, Settings(site=SiteSettings(**site)))  # type: ignore[arg-type]  # ditto


def resolved(href: str, **files: str) -> tuple[str, str | None]:
    others = {"b.md": "# There", "draft.md": "---\ndraft: true\n---\n", "static/x.png": ""}
    site = make({"a.md": f"[x](<{href}>)", **others, **{f"{name}.md": text for name, text in files.items()}})
    link = written_links(site, "content/a.md")[0]
    return link.status, link.target.path if link.target else None


def test_urls_are_looked_up_before_files() -> None:
    assert resolved("../b/") == ("ok", "content/b.md")
    assert resolved("/b") == ("ok", "content/b.md")
    assert resolved("b") == ("missing", None)
    assert resolved("/x.png") == ("asset", None)
    assert resolved("/B/") == ("case-mismatch", "content/b.md")
    assert resolved("../../x") == ("outside", None)


def test_further_addresses_of_a_page_lead_to_it() -> None:
    assert resolved("/fr/b/#there") == ("ok", "content/b.md")
    assert resolved("/de/b/") == ("missing", None)


def test_drafts_are_unpublished_targets_and_show_no_links_that_count() -> None:
    assert resolved("/draft/") == ("unpublished", "content/draft.md")
    site = make({"index.md": "", "a.md": "---\ndraft: true\n---\n[b](/b/)", "b.md": ""}, MOUNT)
    assert [page.published for page in site.pages] == [False, True, True]


def test_redirects_are_followed_to_what_is_there() -> None:
    assert resolved("/old/") == ("redirect", "content/b.md")
    assert resolved("/away/") == ("redirect", None)
    assert resolved("/gone/") == ("missing", None)
    assert resolved("/generated/") == ("opaque", None)
    assert resolved("/loop/") == ("redirect-loop", None)
    link = written_links(make({"a.md": "[x](/old/)", "b.md": ""}), "content/a.md")[0]
    assert link.redirects == ("/older/", "/b/#there")


def test_a_page_wins_over_a_redirect_and_a_redirect_over_another_letter_case() -> None:
    assert resolved("/old/", old="") == ("ok", "content/old.md")
    assert resolved("/old/", OLD="") == ("redirect", "content/b.md")


def test_generated_pages_are_opaque_only_where_nothing_is_found() -> None:
    assert resolved("/tags/soil/") == ("opaque", None)
    assert resolved("/tag/soil/") == ("missing", None)


def test_own_addresses_count_where_they_lead_to_a_page() -> None:
    assert resolved("https://docs.example/b/") == ("ok", "content/b.md")
    assert resolved("https://docs.example/c/") == ("external", None)


def test_a_template_expression_is_resolved_where_the_framework_knows_it() -> None:
    def put_in(standing: Standing) -> str:
        return standing.written.href.replace("{{ home }}", "/b/").replace("{{ shop }}", "https://shop.example/")

    mount = msgspec.structs.replace(MOUNT, rewrite=put_in)
    site = make(
        {"a.md": "[x](<{{ home }}#there>) [y](<{{ shop }}>) [z](<{{ other }}>) [w](b)", "b.md": "# There"}, mount
    )
    links = written_links(site, "content/a.md")
    assert [link.status for link in links] == ["ok", "external", "unresolvable", "missing"]


def test_labels_defined_elsewhere_are_unresolvable() -> None:
    site = make({"a.md": "[the type][api.types.x] and [the other][no-such-type]"})
    assert [link.status for link in written_links(site, "content/a.md")] == ["unresolvable", "undefined-reference"]


def test_a_partial_brings_its_links_and_headings_to_each_page_that_includes_it() -> None:
    including = "---\nparts: [content/_p.md]\n---\n# Own"
    files = {
        "a.md": including,
        "b.md": including,
        "_p.md": "## Shared\n[s](#shared) [c](/c/) [o](#own)",
        "c.md": "[a](/a/#shared)",
    }
    site = make(files)
    links = written_links(site, "content/_p.md")
    assert [(link.source.path, link.status) for link in links] == [
        (page, "ok") for page in ("content/a.md", "content/b.md") for _ in range(3)
    ]
    assert "content/_p.md" not in site.by_path
    assert written_links(site, "content/c.md")[0].status == "ok"


def test_partials_that_include_each_other_end() -> None:
    site = make(
        {
            "a.md": "---\nparts: [content/_p.md]\n---\n",
            "_p.md": "---\nparts: [content/_p.md, content/a.md]\n---\n[c](/c/)",
        }
    )
    assert [link.status for link in written_links(site, "content/_p.md")] == ["missing"]


def test_navigation_is_shown_by_the_roots_and_is_an_entry() -> None:
    site = make({"index.md": "", "c.md": ""})
    links = [link for link in site.links if link.place == "nav"]
    assert [(link.source.path, link.file, link.target and link.target.path, link.generated) for link in links] == [
        ("content/index.md", "nav.yml", "content/c.md", False)
    ]
    entries = [entry for entry in site.entries if entry.kind == "nav"]
    assert [(entry.key, entry.location.line, entry.status) for entry in entries] == [("menu.0", 7, "ok")]


def test_redirects_are_entries_with_the_status_of_their_end() -> None:
    statuses = {entry.key: entry.status for entry in make({"b.md": ""}).entries if entry.kind == "redirect"}
    assert statuses == {
        "/old/": "ok", "/older/": "ok", "/away/": "ok", "/gone/": "missing", "/generated/": "opaque",
        "/loop/": "redirect-loop", "/loop2/": "redirect-loop",
    }  # fmt: skip


def test_listings_between_existing_pages_are_generated_links() -> None:
    site = make({"a.md": "", "b.md": ""})
    listed = [
        (link.source.path, link.target.path, link.generated)
        for link in site.links
        if link.target and link.place == "listing"
    ]
    assert listed == [("content/a.md", "content/b.md", True)]


def test_what_the_profile_says_of_a_page_is_kept() -> None:
    page = make({"index.md": "# Home"}).pages[0]
    assert (page.url, page.lang, page.root, page.framework, page.title) == ("/", "en", True, "pretty", "Home")
