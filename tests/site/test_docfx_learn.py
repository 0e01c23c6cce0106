"""docfx as Microsoft Learn publishes with it: addresses, other docsets, redirects, YAML pages."""

import pytest

from linklint.model.site import Link
from tests.site.docfx_sites import first_link, learn, statuses
from tests.site.sites import make_site, orphan_states, written_links

OTHERS = {"docs/b.md": "## Part\n", "docs/sub/C.md": "", "docs/sub/index.md": "", "docs/images/x.png": ""}


def link(text: str) -> Link:
    return first_link(learn({**OTHERS, "docs/a.md": text}))


def test_addresses_have_no_ending_and_lie_below_the_base() -> None:
    site = learn(OTHERS)
    assert {page.path: page.url for page in site.pages} == {
        "docs/b.md": "/tool/b",
        "docs/index.md": "/tool/",
        "docs/sub/C.md": "/tool/sub/C",
        "docs/sub/index.md": "/tool/sub/",
    }
    assert [page.path for page in site.pages if page.root] == ["docs/index.md"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("[x](b.md)", "docs/b.md"),
        ("[x](B.md#part)", "docs/b.md"),
        ("[x](sub/c.md)", "docs/sub/C.md"),
        ("[x](/tool/b)", "docs/b.md"),
        ("[x](/tool/sub/c#top)", "docs/sub/C.md"),
        ("[x](/tool/sub)", "docs/sub/index.md"),
        ("[x](/tool/sub/index)", "docs/sub/index.md"),
        ("[x](/en-us/tool/b/)", "docs/b.md"),
        ("[x](https://learn.microsoft.com/en-us/tool/b?view=x#part)", "docs/b.md"),
        ("[x](https://docs.microsoft.com/tool/b)", "docs/b.md"),
    ],
)
def test_links_to_pages_in_any_letter_case(text: str, target: str) -> None:
    found = link(text)
    assert (found.status, found.target and found.target.path) == ("ok", target)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("[x](nope.md)", "missing"),
        ("[x](/tool/sub/nope)", "missing"),
        ("[x](/tool/nope)", "opaque"),
        ("[x](/tool/elsewhere/nope)", "opaque"),
        ("![x](/tool/images/x.png)", "asset"),
        ("[x](/tool/b#nope)", "fragment-missing"),
        ("[x](https://learn.microsoft.com/tool/sub/nope)", "external"),
    ],
)
def test_addresses_of_this_docset(text: str, status: str) -> None:
    assert link(text).status == status


@pytest.mark.parametrize(
    "text", ["[x](/azure/x)", "[x](/toolbox/b)", "[x](/dotnet/api/a.b?view=c#d)", "[x](/en-us/azure)"]
)
def test_addresses_of_other_docsets_are_external(text: str) -> None:
    assert link(text).status == "external"


def test_addresses_are_opaque_where_the_base_is_not_told() -> None:
    config = '{"build": {"content": ["**.md"]}}'
    publishing = '{"docsets_to_publish": []}'
    files = {"docs/docfx.json": config, ".openpublishing.publish.config.json": publishing, "docs/a.md": "[x](/tool/b)"}
    assert written_links(make_site(files), "docs/a.md")[0].status == "opaque"


def test_redirections_tell_the_base() -> None:
    config = '{"build": {"content": ["**.md"]}}'
    pages = {f"docs/{name}.md": "" for name in ("one", "two", "sub/three")}
    entries = ", ".join(
        f'{{"source_path": "docs/old-{number}.md", "redirect_url": "/a/tool/{name}"}}'
        for number, name in enumerate(("one", "two", "sub/three", "gone"))
    )
    files = {
        "docs/docfx.json": config,
        ".openpublishing.publish.config.json": '{"docsets_to_publish": []}',
        ".openpublishing.redirection.json": f'{{"redirections": [{entries}]}}',
        **pages,
    }
    assert {page.url for page in make_site(files).pages} == {"/a/tool/one", "/a/tool/two", "/a/tool/sub/three"}


REDIRECTIONS = [
    {"source_path": "docs/old.md", "redirect_url": "/tool/b#part", "redirect_document_id": True},
    {"source_path": "Docs/sub/older.md", "redirect_url": "/tool/old"},
    {"source_path_from_root": "/docs/away.md", "redirect_url": "/azure/x"},
    {"source_path": "docs/sub/lost.md", "redirect_url": "/tool/sub/nope"},
    {"source_path": "docs/loop.md", "redirect_url": "/tool/loop2"},
    {"source_path": "docs/loop2.md", "redirect_url": "/tool/loop"},
]


@pytest.mark.parametrize(
    ("href", "status", "target"),
    [
        ("old.md", "redirect", "docs/b.md"),
        ("OLD.md", "redirect", "docs/b.md"),
        ("/tool/old", "redirect", "docs/b.md"),
        ("sub/older.md", "redirect", "docs/b.md"),
        ("away.md", "redirect", None),
        ("sub/lost.md", "missing", None),
        ("loop.md", "redirect-loop", None),
        ("older.md", "missing", None),
    ],
)
def test_redirections_of_files_that_are_gone(href: str, status: str, target: str | None) -> None:
    found = first_link(learn({**OTHERS, "docs/a.md": f"[x]({href})"}, redirections=REDIRECTIONS))
    assert (found.status, found.target.path if found.target else None) == (status, target)


def test_lines_of_redirection_files_are_entries() -> None:
    site = learn(OTHERS, redirections=REDIRECTIONS)
    assert {entry.key: entry.status for entry in site.entries if entry.kind == "redirect"} == {
        "docs/old.md": "ok",
        "docs/sub/older.md": "ok",
        "docs/away.md": "ok",
        "docs/sub/lost.md": "missing",
        "docs/loop.md": "redirect-loop",
        "docs/loop2.md": "redirect-loop",
    }


def test_other_repositories_files_are_opaque() -> None:
    text = "[!code-c[](~/../samples/x.c)]\n\n[!code-c[](~/../sample/x.c)]\n"
    assert statuses(learn({"docs/a.md": text}), "docs/a.md") == ["opaque", "asset-missing"]


LANDING = """### YamlMime:Landing
title: Start
landingContent:
- links:
  - text: B
    url: b.md
  - text: Gone
    url: gone.md
"""


def test_pages_in_yaml_link_and_are_linked() -> None:
    site = learn({"docs/start.yml": LANDING, "docs/b.md": "[x](start.yml) [y](/tool/start)"})
    assert statuses(site, "docs/start.yml") == ["ok", "missing"]
    assert statuses(site, "docs/b.md") == ["ok", "ok"]
    assert orphan_states(site) == {}
    assert (site.by_path["docs/start.yml"].url, site.by_path["docs/start.yml"].title) == ("/tool/start", "Start")


@pytest.mark.parametrize("mime", ["ManagedReference", "ZonePivotGroups", "TableOfContent"])
def test_other_yaml_is_no_page(mime: str) -> None:
    site = learn({"docs/x.yml": f"### YamlMime:{mime}\nurl: gone.md\n", "docs/a.md": "[x](x.yml)"})
    assert "docs/x.yml" not in site.by_path
    assert statuses(site, "docs/a.md") == ["asset"]


def test_blueprints_of_articles_are_no_pages() -> None:
    site = learn({".github/projects/article-templates/how-to.md": "[x](link.md)", ".github/pull.md": "[x](gone.md)"})
    assert ".github/projects/article-templates/how-to.md" not in site.by_path
    assert statuses(site, ".github/pull.md") == ["missing"]


def test_notices_need_no_links() -> None:
    assert orphan_states(learn({"docs/ThirdPartyNotices.md": ""})) == {"docs/ThirdPartyNotices.md": "intended"}


@pytest.mark.parametrize(("key", "value", "noindex"), [("ROBOTS", "NOINDEX, FOLLOW", True), ("ROBOTS", "INDEX", False)])
def test_pages_ask_not_to_be_found_in_capitals(key: str, value: str, noindex: bool) -> None:
    assert learn({"docs/a.md": f"---\n{key}: {value}\n---\n"}).by_path["docs/a.md"].noindex is noindex
