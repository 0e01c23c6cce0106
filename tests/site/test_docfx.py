"""docfx: which files are pages, where they are published, and what links lead to."""

import json

import pytest

from linklint.model.site import Link
from tests.site.docfx_sites import docset, first_link, statuses
from tests.site.sites import make_site, orphan_states, written_links

OTHERS = {
    "docs/b.md": "# B\n\n## Part\n",
    "docs/sub/c.md": "",
    "docs/sub/index.md": "",
    "docs/images/x.png": "",
    "docs/includes/part.md": "",
    "docs/loose.pdf": "",
    "README.md": "",
}


def link(text: str, **build: object) -> Link:
    return first_link(docset({**OTHERS, "docs/a.md": text}, **build))


def test_pages_and_their_addresses() -> None:
    site = docset({"docs/a/b.md": "", "docs/a/index.md": "", "docs/README.md": "", "docs/toc.yml": "[]", "top.md": ""})
    assert {page.path: (page.url, page.framework) for page in site.pages} == {
        "docs/README.md": ("/README.html", "docfx"),
        "docs/a/b.md": ("/a/b.html", "docfx"),
        "docs/a/index.md": ("/a/", "docfx"),
        "docs/index.md": ("/", "docfx"),
        "top.md": ("/top.md", "plain"),
    }
    assert [page.path for page in site.pages if page.root] == ["docs/index.md"]


def test_mappings_say_where_files_come_from_and_go_to() -> None:
    content = [
        {"files": ["*.md"]},
        {"src": "../more", "files": "**.MD", "exclude": ["old/"], "dest": "extra"},
        "guide/**",
    ]
    files = {
        "more/x/y.md": "",
        "more/old/z.md": "",
        "docs/sub/no.md": "",
        "docs/guide/g.md": "",
        "docs/guide/.h.md": "",
    }
    site = docset(files, content=content)
    urls = {page.path: page.url for page in site.pages if page.framework == "docfx"}
    assert urls == {"docs/index.md": "/", "more/x/y.md": "/extra/x/y.html", "docs/guide/g.md": "/guide/g.html"}


def test_a_link_between_files_of_two_mappings() -> None:
    content = [{"files": ["*.md"]}, {"src": "../more", "files": "**.md", "dest": "extra"}]
    site = docset({"docs/a.md": "[x](../more/y.md) [y](extra/y.html) [z](more/y.md)", "more/y.md": ""}, content=content)
    assert statuses(site, "docs/a.md") == ["ok", "ok", "missing"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("[x](b.md)", "docs/b.md"),
        ("[x](b.md#part)", "docs/b.md"),
        ("[x](b.md?view=latest#part)", "docs/b.md"),
        ("[x](~/sub/c.md)", "docs/sub/c.md"),
        ("[x](sub/index.md)", "docs/sub/index.md"),
        ("[x](sub/)", "docs/sub/index.md"),
        ("[x](b.html)", "docs/b.md"),
        ("[x](b)", "docs/b.md"),
        ("[x](/sub/c.html)", "docs/sub/c.md"),
        (r"[x](sub\\c.md)", "docs/sub/c.md"),
        ('<a href="b.md">x</a>', "docs/b.md"),
        (":::row:::\n    [x](b.md)\n:::row-end:::", "docs/b.md"),
    ],
)
def test_links_are_names_of_files(text: str, target: str) -> None:
    found = link(text)
    assert (found.status, found.target and found.target.path) == ("ok", target)


@pytest.mark.parametrize(
    "text", ["[x](nope.md)", "[x](~/nope.md)", "[x](sub/b.md)", "[x](../b.md)", "[x](nope.html)", "[x](no/)"]
)
def test_what_is_not_there_is_missing(text: str) -> None:
    assert link(text).status == "missing"


@pytest.mark.parametrize("text", ["[x](includes/part.md)", "[x](../README.md)"])
def test_what_the_build_does_not_take_is_missing(text: str) -> None:
    found = link(text)
    assert found.status == "missing"
    assert "docs/docfx.json does not take" in found.reason


def test_images_are_files() -> None:
    assert link("![x](images/x.png)").status == "asset"
    assert link("![x](images/y.png)").status == "asset-missing"
    assert link(':::image source="images/y.png" alt-text="y":::').status == "asset-missing"


def test_the_letter_case_counts() -> None:
    assert link("[x](B.md)").status == "case-mismatch"


def test_addresses_below_the_host_are_known_where_the_sitemap_tells_the_base() -> None:
    site = {"sitemap": {"baseUrl": "https://example.com/"}}
    assert link("[x](/sub/c.html)", **site).status == "ok"
    assert link("[x](/sub/d.html)", **site).status == "missing"
    assert link("[x](/other/d.html)", **site).status == "opaque"
    assert link("[x](https://example.com/sub/c.html)", **site).status == "ok"
    assert link("[x](https://example.com/sub/d.html)", **site).status == "external"
    assert link("[x](/tools/sub/c.html)", sitemap={"baseUrl": "https://example.com/tools"}).status == "ok"


def test_addresses_below_an_unknown_host_are_opaque() -> None:
    assert link("[x](/sub/d.html)").status == "opaque"


def test_generated_folders_are_opaque() -> None:
    text = "[x](api/Foo.yml) [y](api/) [z](apis/Foo.yml)"
    site = docset({"docs/a.md": text}, metadata=[{"src": ["../src/*.csproj"], "dest": "api"}])
    assert statuses(site, "docs/a.md") == ["opaque", "opaque", "asset-missing"]


def test_folders_that_only_the_config_names_are_opaque() -> None:
    content = [{"files": ["**.md"]}, {"files": ["obj/api/**.yml"]}]
    site = docset({"docs/a.md": "[x](obj/api/a.yml) [y](obj/a.yml)"}, content=content)
    assert statuses(site, "docs/a.md") == ["opaque", "asset-missing"]


def test_files_that_git_ignores_are_opaque() -> None:
    site = docset(
        {"docs/.gitignore": "changes.md\n/log/\n", "docs/a.md": "[x](changes.md) [y](log/b.md) [z](lot/b.md)"}
    )
    assert statuses(site, "docs/a.md") == ["opaque", "opaque", "missing"]


def test_a_config_may_have_comments_and_last_commas() -> None:
    config = '{\n  // all\n  "build": {"content": [{"files": ["**.md",]},], /* no */},\n}'
    site = make_site({"docfx.json": config, "a.md": "[x](b.md)", "b.md": ""})
    assert {page.framework for page in site.pages} == {"docfx"}


@pytest.mark.parametrize(
    "path", ["samples/one/docfx.json", "test/docfx.json", "templates/docfx.json", "node_modules/x/docfx.json"]
)
def test_examples_are_no_docsets(path: str) -> None:
    config = json.dumps({"build": {"content": ["**.md"]}})
    site = make_site({path: config, f"{path.rpartition('/')[0]}/a.md": "", "README.md": ""})
    assert "docfx" not in {each.name for each in site.frameworks}


@pytest.mark.parametrize("config", ["{}", '{"metadata": []}', '{"build": {"content": ["no/*.md"]}}', "[", ""])
def test_configs_that_build_no_pages_are_no_docsets(config: str) -> None:
    assert [each.name for each in make_site({"docfx.json": config, "a.md": ""}).frameworks] == ["plain"]


def test_a_repository_may_have_several_docsets() -> None:
    config = json.dumps({"build": {"content": ["**.md"]}})
    files = {"one/docfx.json": config, "one/a.md": "[x](~/b.md)", "one/b.md": ""}
    files |= {"two/docfx.json": config, "two/a.md": "[x](~/b.md)"}
    site = make_site(files)
    assert {each.root for each in site.frameworks if each.name == "docfx"} == {"one", "two"}
    assert [written_links(site, path)[0].status for path in ("one/a.md", "two/a.md")] == ["ok", "missing"]


def test_a_docset_in_a_docset_has_its_own_root() -> None:
    config = json.dumps({"build": {"content": ["**.md"]}})
    files = {"docfx.json": config, "b.md": "", "inner/docfx.json": config, "inner/a.md": "[x](~/b.md) [y](~/c.md)"}
    site = make_site({**files, "inner/c.md": ""})
    assert [link.status for link in written_links(site, "inner/a.md")] == ["missing", "ok"]


def test_files_to_be_put_in_must_be_there() -> None:
    text = (
        "[!INCLUDE [x](includes/part.md)]\n\n[!INCLUDE [x](includes/no.md)]\n\n[!code-c[](no.c)]\n\n[!code-c[](a.md#x)]"
    )
    found = written_links(docset({**OTHERS, "docs/a.md": text}), "docs/a.md")
    assert [(link.target_path, link.written and link.written.span.line) for link in found] == [
        ("docs/includes/no.md", 3),
        ("docs/no.c", 5),
    ]
    assert {link.status for link in found} == {"missing", "asset-missing"}


def test_links_of_included_files_begin_at_those_and_are_told_there() -> None:
    files = {
        "docs/a.md": "[!INCLUDE [x](includes/part.md)]",
        "docs/b.md": "[!INCLUDE [x](includes/part.md)]",
        "docs/includes/part.md": "[x](../c.md) [y](c.md)",
        "docs/c.md": "",
    }
    site = docset(files)
    found = [(link.source.path, link.status) for link in written_links(site, "docs/includes/part.md")]
    assert found == [("docs/a.md", "ok"), ("docs/a.md", "missing"), ("docs/b.md", "ok"), ("docs/b.md", "missing")]
    assert "docs/c.md" not in orphan_states(site)


def test_overwrite_files_are_no_pages() -> None:
    text = "---\nuid: A.B\nremarks: *content\n---\n[x](nope.md)\n"
    site = docset({"docs/specs/a.md": text}, content=["*.md", "specs/*.txt"], overwrite="specs/*.md")
    assert "docs/specs/a.md" not in site.by_path
    assert next(file for file in site.files if file.path == "docs/specs/a.md").notes == ()


def test_pages_that_only_redirect() -> None:
    files = {
        "docs/old/x.md": "---\nredirect_url: ../new/y.html#part\n---\n",
        "docs/old/lost.md": "---\nredirect_url: ../no.html\n---\n",
        "docs/new/y.md": "",
        "docs/a.md": "[x](old/x.md) [y](old/x.html) [z](old/lost.md)",
    }
    site = docset(files)
    assert statuses(site, "docs/a.md") == ["redirect", "redirect", "missing"]
    assert "docs/old/x.md" not in site.by_path
    entries = {entry.key: entry.status for entry in site.entries if entry.kind == "redirect"}
    assert entries == {"docs/old/x.md": "ok", "docs/old/lost.md": "missing"}


def test_pages_that_ask_not_to_be_found_need_no_links() -> None:
    files = {"docs/a.md": "---\nROBOTS: NOINDEX,NOFOLLOW\n---\n", "docs/b.md": "---\nrobots: index\n---\n"}
    assert orphan_states(docset(files)) == {"docs/a.md": "intended", "docs/b.md": "checked"}
