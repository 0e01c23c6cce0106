"""Links by GitHub's rules: every status, and for each alarm its silence."""

import pytest

from linklint.model.files import MemoryRepository, Names, SourceFile
from tests.site.sites import link_to, make_site, site_of, site_with, status_of, written_links


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("guide.md", "guide.md"),
        ("./guide.md", "guide.md"),
        ("/guide.md", "guide.md"),
        ("a/../guide.md", "guide.md"),
        ("guide.md?plain=1", "guide.md"),
        ("gui%64e.md", "guide.md"),
        ("a/", "a/README.md"),
        ("a", "a/README.md"),
        ("/a/", "a/README.md"),
        ("b/", "b/index.md"),
        (".", "README.md"),
        ("/", "README.md"),
        ("#", "README.md"),
        ("#top", "README.md"),
        ("SHOUT.MD", "SHOUT.MD"),
        ("a%20b.md", "a b.md"),
        ("100%25.md", "100%.md"),
    ],
)
def test_pages_are_found_by_file_and_by_folder(href: str, target: str) -> None:
    files = ["guide.md", "a/README.md", "a/index.md", "b/index.md", "SHOUT.MD", "a b.md", "100%.md"]
    link = link_to(href, *files)
    assert (link.kind, link.status, link.target and link.target.path) == ("internal", "ok", target)


@pytest.mark.parametrize("href", ["main.py", "image.png#L3", "main.py#L10-L12", "src", "src/", "LICENSE", "/src/x.c"])
def test_files_and_folders_without_a_page_are_assets(href: str) -> None:
    link = link_to(href, "main.py", "image.png", "src/x.c", "LICENSE")
    assert (link.kind, link.status, link.target) == ("asset", "asset", None)


@pytest.mark.parametrize("href", ["guide", "nope.md", "a/nope.md", "/nope.md", "docs", "http//x"])
def test_what_is_not_there_is_missing(href: str) -> None:
    link = link_to(href, "guide.md", "a/README.md")
    assert (link.status, link.target) == ("missing", None)
    assert link.reason


@pytest.mark.parametrize(
    ("href", "slip"),
    [
        ("www.example.com", '"https://" is missing before it'),
        ("www.example.co.uk/a.html#b", '"https://" is missing before it'),
        ("github.com/me/garden", '"https://" is missing before it'),
        ("https//example.com/a", '":" is missing after "https"'),
        ("http/example.com", '":" is missing after "http"'),
        ("me+garden@example.com", '"mailto:" is missing before it'),
        ("(https://example.com/a)", '"(" stands before the address'),
        ("[/guide]", '"[" stands before the address'),
        ("[x](https://example.com/a)", "a whole link stands where its address alone belongs"),
        ("[x](a.md)", "a whole link stands where its address alone belongs"),
        ("“https://example.com”", '"“" stands before the address'),
    ],
)
def test_an_address_that_begins_with_a_host_lacks_its_scheme(href: str, slip: str) -> None:
    link = link_to(href)
    assert (link.status, link.reason) == ("malformed", slip)


def test_a_host_with_a_port_is_no_scheme() -> None:
    assert (link_to("example.org:8080/x").status, link_to("vscode:x").status) == ("malformed", "external")


@pytest.mark.parametrize(
    "href",
    [
        "docs/github.com/x",
        "/github.com/x",
        "rose@2x.png",
        "guide.fr",
        "seeds@1.2.3",
        "read.me/x",
        "./example.com",
        "(a)/b",
    ],
)
def test_a_path_that_does_not_begin_with_a_host_lacks_none(href: str) -> None:
    assert link_to(href).status in ("missing", "asset-missing")


def test_a_folder_may_be_named_like_a_host() -> None:
    assert link_to("example.com/a.md", "example.com/a.md").status == "ok"
    assert status_of("example.com/x.txt", "example.com/x.txt") == "asset"
    card = make_site({"README.md": '<x-card href="example.com/x">a</x-card>'}).links
    assert [link.status for link in card if link.status == "malformed"] == []


def test_a_host_is_none_of_a_sites_routes() -> None:
    files = {
        "next.config.js": "module.exports = {}",
        "package.json": '{"dependencies": {"next": "15"}}',
        "app/docs/[...slug]/page.tsx": "",
        "app/docs/intro/page.mdx": "[a](github.com/me/garden) [b](./more)",
    }
    links = written_links(make_site(files), "app/docs/intro/page.mdx")
    assert [link.status for link in links] == ["malformed", "opaque"]


UUID = "5f856517-5303-4237-95de-2bfa5bc4b9de"


@pytest.mark.parametrize(
    ("href", "status"),
    [
        (f"/r/{UUID}", "opaque"),
        (f"/r/{UUID}.png", "asset-missing"),
        (f"r/{UUID}", "missing"),
        (f"/{UUID}/a", "missing"),
    ],
)
def test_an_application_names_what_it_keeps(href: str, status: str) -> None:
    assert status_of(href) == status


def test_a_missing_file_of_another_kind_is_a_missing_asset() -> None:
    assert link_to("nope.png").status == "asset-missing"
    assert link_to("nope.png").kind == "asset"


def test_a_missing_image_is_a_missing_asset_whatever_its_name() -> None:
    site = make_site({"README.md": "![x](pictures/rose)"})
    assert [link.status for link in site.links] == ["asset-missing"]


@pytest.mark.parametrize("href", ["../../issues", "../../wiki", "../../releases/latest", "../x.md", "/../x.md"])
def test_above_the_top_nothing_can_be_verified(href: str) -> None:
    assert status_of(href) == "outside"


def test_a_link_that_climbs_and_comes_back_is_inside() -> None:
    assert status_of("../b/c.md", "b/c.md", source="a/README.md") == "ok"
    assert status_of("../../b/c.md", "b/c.md", source="a/README.md") == "outside"


@pytest.mark.parametrize(
    ("href", "right"),
    [("Guide.md", "guide.md"), ("A/README.md", "a/README.md"), ("A/", "a/README.md"), ("A", "a/README.md")],
)
def test_letter_case_that_differs_is_told_with_the_right_one(href: str, right: str) -> None:
    link = link_to(href, "guide.md", "a/README.md")
    assert (link.status, link.target and link.target.path) == ("case-mismatch", right)


def test_the_exact_name_wins_over_one_in_other_letter_case() -> None:
    assert link_to("Guide.md", "guide.md", "Guide.md").status == "ok"


def test_another_unicode_form_is_told_as_such() -> None:
    link = link_to("u\u0308ber.md", "\u00fcber.md")
    assert link.status == "case-mismatch"
    assert "Unicode" in link.reason


def test_images_in_the_wrong_case_are_told_too() -> None:
    site = make_site({"README.md": "![x](Rose.png)", "rose.png": ""})
    assert [(link.kind, link.status) for link in site.links] == [("asset", "case-mismatch")]


@pytest.mark.parametrize(
    ("href", "kind", "status"),
    [
        ("https://example.com/a", "external", "external"),
        ("//example.com", "external", "external"),
        ("mailto:a@b.c", "mail", "external"),
        ("tel:1", "mail", "external"),
        ("javascript:x()", "other", "external"),
        ("http://", "internal", "malformed"),
        ("C:/docs/a.md", "internal", "malformed"),
        ("{{ url }}", "internal", "unresolvable"),
        ("", "internal", "malformed"),
    ],
)
def test_the_rest_of_the_world(href: str, kind: str, status: str) -> None:
    link = link_to(href)
    assert (link.kind, link.status) == (kind, status)


def test_an_empty_href_in_html_is_the_page_itself() -> None:
    site = make_site({"README.md": '<a href="">x</a>'})
    assert [(link.status, link.target and link.target.path) for link in site.links] == [("ok", "README.md")]


def test_a_backslash_is_no_separator_in_markdown() -> None:
    link = link_to("a\\\\b.md", "a/b.md")
    assert link.status == "missing"
    assert "backslash" in link.reason


def test_untracked_targets_are_told_only_of_tracked_sources() -> None:
    files = {"README.md": "[x](new.md)", "new.md": "[y](newer.md)", "newer.md": ""}
    site = make_site(files, untracked=["new.md", "newer.md"])
    assert [link.status for link in site.links] == ["untracked", "ok"]


@pytest.mark.parametrize(
    ("href", "status"),
    [("sub", "opaque"), ("sub/a.md", "opaque"), ("alias", "asset"), ("alias/a.md", "opaque"), ("sparse.png", "asset"),
     ("subs/a.md", "missing")],
)  # fmt: skip
def test_submodules_symlinks_and_absent_files_are_known_by_name(href: str, status: str) -> None:
    class Sparse(MemoryRepository):
        def __init__(self) -> None:
            super().__init__({"README.md": f"[x]({href})"})
            further = [
                SourceFile("sub", "submodule"),
                SourceFile("alias", "symlink"),
                SourceFile("sparse.png", present=False),
            ]
            self.names = Names([*self.names.files.values(), *further])

    assert [link.status for link in site_of(Sparse()).links] == [status]


def test_undefined_references_are_kept() -> None:
    site = make_site({"README.md": "[the text][no-such] and [the text][yes]\n\n[yes]: a.md\n", "a.md": ""})
    assert sorted(link.status for link in site.links) == ["ok", "undefined-reference"]


def test_external_prefixes_are_opaque_only_when_nothing_is_there() -> None:
    assert status_of("/api/users", external_prefixes=("/api/",)) == "opaque"
    assert status_of("api/users", external_prefixes=("/api",)) == "opaque"
    assert status_of("/apis/users", external_prefixes=("/api/",)) == "missing"
    assert status_of("/api/a.md", "api/a.md", external_prefixes=("/api/",)) == "ok"


def test_own_host_is_internal_and_strict() -> None:
    site = {"url": "https://example.com/docs/", "hosts": ("old.example.com",)}
    assert status_of("https://example.com/docs/a.md", "a.md", **site) == "ok"
    assert status_of("https://www.example.com/docs/b.md", "a.md", **site) == "missing"
    assert status_of("https://old.example.com/a.md", "a.md", **site) == "ok"
    assert status_of("https://example.com/shop", "a.md", **site) == "external"
    assert status_of("https://other.example.com/docs/b.md", "a.md", **site) == "external"


def test_addresses_begin_at_the_content_root_else_at_the_top() -> None:
    files = {"docs/README.md": "[a](/a.md) [b](/b.md) [c](/docs/a.md)", "docs/a.md": "", "b.md": ""}
    site = site_with(files, content=("docs",))
    assert [link.status for link in site.links] == ["ok", "asset", "ok"]
    assert [page.url for page in site.pages] == ["/", "/a.md"]


def test_several_absolute_links_of_which_most_lead_nowhere_belong_to_a_built_site() -> None:
    text = " ".join(f"[x](/docs/{number}/)" for number in range(6))
    assert {link.status for link in make_site({"README.md": text}).links} == {"opaque"}
    few = " ".join(f"[x](/docs/{number}/)" for number in range(4))
    assert {link.status for link in make_site({"README.md": few}).links} == {"missing"}
    most = {f"{number}.md": "" for number in range(4)} | {
        "README.md": "[x](/9.md) " + "".join(f"[x](/{n}.md)" for n in range(4))
    }
    assert [link.status for link in written_links(make_site(most), "README.md")] == ["missing", "ok", "ok", "ok", "ok"]


@pytest.mark.parametrize(
    ("href", "status"),
    [
        ("/images/a.png", "asset"),
        ("/images/b.png", "asset"),
        ("/images/c.png", "opaque"),
        ("/images/A.png", "opaque"),
        ("images/a.png", "asset-missing"),
    ],
)
def test_addresses_of_a_built_site_may_be_files_that_a_build_copies(href: str, status: str) -> None:
    site = " ".join(f"[x](/docs/{number}/)" for number in range(6))
    files = {"README.md": site, "public/images/a.png": "", "app/static/images/b.png": "", "static/images/d.png": ""}
    assert written_links(make_site({**files, "app/a.md": f"[x]({href})"}), "app/a.md")[0].status == status


def test_without_a_built_site_an_address_begins_at_the_top() -> None:
    files = {"README.md": "[x](/images/a.png)", "public/images/a.png": ""}
    assert written_links(make_site(files), "README.md")[0].status == "asset-missing"


ROUTES = [
    "(0)concepts/(1)signals.mdx",
    "(0)concepts/(2)more/index.md",
    "2_guides/01-first.md",
    "2_guides/10-b.draft.md",
]


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("/concepts/signals", "routes/(0)concepts/(1)signals.mdx"),
        ("/concepts/more/", "routes/(0)concepts/(2)more/index.md"),
        ("/guides/first#x", "routes/2_guides/01-first.md"),
        ("/guides/b.draft", "routes/2_guides/10-b.draft.md"),
        ("/guides/second", None),
        ("/0/signals", None),
    ],
)
def test_numbers_for_the_order_stand_in_no_address(href: str, target: str | None) -> None:
    others = " ".join(f"[x](/elsewhere/{number})" for number in range(6))
    files = {f"routes/{path}": "# X" for path in ROUTES}
    site = make_site({**files, "routes/(3)a.md": f"[x]({href}) {others}"})
    link = written_links(site, "routes/(3)a.md")[0]
    assert (link.target.path if link.target else None) == target
    assert link.status in ("ok", "fragment-unverifiable") if target else link.status == "opaque"
