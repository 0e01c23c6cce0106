"""What repositories that were read for the first time were told that is not so, and what they should have been told."""

from __future__ import annotations

import pytest

from linklint.model.files import MemoryRepository, Names, SourceFile
from tests.site.sites import make_site, orphan_states, site_of, written_links


def statuses(files: dict[str, str], name: str) -> list[str]:
    """The statuses of a file's links."""
    return [link.status for link in written_links(make_site(files), name)]


def test_sections_of_hugo_beside_a_config_of_mkdocs_that_tells_of_no_page() -> None:
    files = {
        "mkdocs.yml": "site_name: A\n",
        "docs/README.md": "",
        "docs/a/_index.md": "[b](b/) [c](../C-c/)",
        "docs/a/b.md": "[c](../../c-c/) [none](../none.md)",
        "docs/C-c/_index.md": "",
    }
    site = make_site(files)
    assert {page.path.rpartition("/")[2] for page in site.pages if page.framework == "mkdocs"} == set()
    named = {**files, "mkdocs.yml": "site_name: A\nnav: [a/_index.md]\n"}
    assert any(page.framework == "mkdocs" for page in make_site(named).pages)
    one = {"mkdocs.yml": "site_name: A\n", "docs/index.md": "", "docs/a/index.md": "", "docs/a/_index.md": ""}
    assert any(page.framework == "mkdocs" for page in make_site(one).pages)


def test_pages_that_are_copied_to_hugo_have_addresses_in_lower_case() -> None:
    files = {
        "site/hugo.toml": "",
        "site/content/_index.md": "# A",
        "docs/a/_index.md": "[b](big-b/) [c](small/) [none](none.md)",
        "docs/a/Big-B.md": "",
        "docs/a/small.md": "",
    }
    assert statuses(files, "docs/a/_index.md") == ["ok", "ok", "missing"]


@pytest.mark.parametrize(("folder", "status"), [("docs", "opaque"), ("other", "missing")])
def test_a_folder_of_pages_behind_a_symbolic_link(folder: str, status: str) -> None:
    files = {"hugo.toml": "", "content/_index.md": "[x](/docs/part/page/)"}
    repository = MemoryRepository(files)
    linked = SourceFile(f"content/{folder}", kind="symlink")
    repository.names = Names([*repository.names.files.values(), linked])
    assert [link.status for link in written_links(site_of(repository), "content/_index.md")] == [status]


@pytest.mark.parametrize("name", ["properdocs.yml", "properdocs.yaml"])
def test_properdocs_is_mkdocs_by_another_name(name: str) -> None:
    files = {name: "site_name: A\n", "docs/index.md": "[b](b.md) [none](none.md)", "docs/b.md": ""}
    site = make_site(files)
    assert {page.framework for page in site.pages} == {"mkdocs"}
    assert [link.status for link in written_links(site, "docs/index.md")] == ["ok", "missing"]


def test_links_of_myst_that_are_called_external_are_addresses() -> None:
    config = "extensions = ['myst_parser']\nmyst_enable_extensions = ['attrs_inline']\n"
    text = "[a](a.html){.external} [b](../llms.txt){.big .external} [c](a.html){.big} [d](none.html){.external-x}"
    files = {"docs/conf.py": config, "docs/index.md": "# A", "docs/sub/a.md": text}
    assert statuses(files, "docs/sub/a.md") == ["ok", "opaque", "missing", "missing"]


def test_what_a_template_fills_in_is_read_from_elsewhere() -> None:
    link = '<a href="none/">x</a>'
    files = {
        "index.html": f"<!doctype html><title>A</title>{link}",
        "theme/home.html": f'{{% extends "main.html" %}}{{% block a %}}{link}{{% endblock %}}',
        "page.html": f"<title>A</title>{link}",
    }
    found = {name: statuses(files, name) for name in files}
    assert list(found.values()) == [["missing"], ["opaque"], ["missing"]]


def test_what_a_build_copies_names_files_from_the_folder_that_it_copies() -> None:
    files = {"README.md": "# A", "app/public/texts/a.md": "![x](/texts/b.png) ![y](/texts/none.png)"}
    files |= {"app/public/texts/b.png": "", "app/c.md": "![x](/texts/b.png)"}
    assert statuses(files, "app/public/texts/a.md") == ["asset", "asset-missing"]
    assert statuses(files, "app/c.md") == ["asset-missing"]


def test_a_fragment_that_is_a_route_is_for_an_app_that_shows_the_text() -> None:
    text = "# A\n\n[x](#/en/button) [y](#none) [z](#a/b)"
    assert statuses({"README.md": text}, "README.md") == [
        "fragment-unverifiable",
        "fragment-missing",
        "fragment-missing",
    ]


HOOK = "def on_files(files, config, **kwargs):\n    for each in files.documentation_pages():\n        see(each)\n%s"


@pytest.mark.parametrize(
    ("hook", "status"),
    [
        (HOOK % "", "missing"),
        (HOOK % "    return files\n", "missing"),
        (HOOK % "    files.append(make())\n", "opaque"),
        (HOOK % "    return add(files, config)\n", "opaque"),
        ("def on_files(files: Files, config) -> Files:\n    return Files([*files, File('a.md', b, c, d)])\n", "opaque"),
        ("def on_nav(nav, config, files):\n    walk(nav.items)\n", "missing"),
    ],
)
def test_a_hook_that_only_reads_the_list_of_files_makes_no_pages(hook: str, status: str) -> None:
    files = {"mkdocs.yml": "site_name: A\nsite_url: https://a.org/\nhooks: [h.py]\n", "h.py": hook}
    files |= {"docs/index.md": '<a href="none/">x</a>', "docs/b.md": ""}
    assert statuses(files, "docs/index.md") == [status]


def test_a_hook_may_list_pages_in_the_navigation() -> None:
    files = {"mkdocs.yml": "site_name: A\nnav: [index.md]\nhooks: [h.py]\n", "h.py": "def on_nav(nav):\n    pass\n"}
    files |= {"docs/index.md": "", "docs/b.md": ""}
    assert orphan_states(make_site(files)) == {"docs/b.md": "unknown"}
    assert orphan_states(make_site({**files, "h.py": ""})) == {"docs/b.md": "checked"}


@pytest.mark.parametrize(("number", "status"), [(40, "missing"), (39, "opaque")])
def test_many_addresses_tell_that_a_site_of_docfx_begins_at_the_top(number: int, status: str) -> None:
    config = '{"build": {"content": [{"files": ["**.md"]}]}}'
    pages = {f"docs/releases/1.{each}.md": "" for each in range(number)}
    text = " ".join(f"[x](/releases/1.{each})" for each in range(number))
    files = {"docs/docfx.json": config, **pages, "docs/index.md": f"{text} [none](/releases/none)"}
    assert statuses(files, "docs/index.md") == ["ok"] * number + [status]


def test_a_redirect_of_docfx_to_an_address_without_an_ending() -> None:
    config = '{"build": {"content": [{"files": ["**.md"]}]}}'
    matter = "---\nredirect_url: %s\n---\n"
    files = {"docfx.json": config, "index.md": "[x](/a)", "a.md": matter % "/b", "b.md": matter % "/c", "c.md": ""}
    assert statuses(files, "index.md") == ["redirect"]
    site = make_site({**files, "d.md": matter % "/none"})
    assert [entry.status for entry in site.entries] == ["ok", "ok", "missing"]


def test_two_rules_around_html_are_no_front_matter() -> None:
    text = "---\n\n<p align='center'><a href='none.md'>x</a></p>\n\n---\n\n# A\n"
    assert statuses({"README.md": text}, "README.md") == ["missing"]
    site = make_site({"README.md": "---\n<<: {title: B}\n---\n# A\n"})
    assert site.pages[0].title == "B"


@pytest.mark.parametrize(("new", "framework"), [("b.html", "plain"), ("b.md", "gitbook")])
def test_redirects_to_addresses_are_not_for_gitbook(new: str, framework: str) -> None:
    files = {".gitbook.yaml": f"redirects:\n  old: {new}\n", "README.md": "# A", "b.md": "## B {#own}\n"}
    assert {page.framework for page in make_site(files).pages} == {framework}


def test_paths_of_items_are_labels_of_rustdoc() -> None:
    labels = ["crate::docs::rfcs", "std::fmt", "docs::rfcs", "crates"]
    text = "".join(f"See [that][{label}].\n\n" for label in labels)
    found = [link.status for link in make_site({"README.md": text}).links]
    assert found == ["unresolvable"] * 2 + ["undefined-reference"] * 2


def test_pages_that_send_on_name_addresses_of_the_folder_that_is_published() -> None:
    def lead(new: str) -> str:
        return f"<!doctype html><title>A</title><meta http-equiv='refresh' content='0; url={new}'>"

    link = "<!doctype html><title>A</title><a href='/new/a/'>x</a>"
    files = {"docs/index.html": link, "docs/new/a/index.html": link, "docs/old.html": lead("/new/a/")}
    site = make_site({**files, "docs/other.html": lead("/none/")})
    assert {entry.key: entry.status for entry in site.entries} == {"docs/old.html": "ok", "docs/other.html": "missing"}
    deeper = {f"deep/{path}": text for path, text in files.items()}
    assert [entry.status for entry in make_site(deeper).entries] == ["ok"]
