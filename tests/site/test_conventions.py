"""What names and front matter tell of repositories that no profile builds: blanks, lessons, content of other sites."""

import pytest

from tests.site.sites import make_site, orphan_states, site_with, written_links


@pytest.mark.parametrize(
    ("source", "status"),
    [
        (".github/ISSUE_TEMPLATE/bug.md", "planned"),
        ("ISSUE_TEMPLATE.md", "planned"),
        (".github/pull_request_template.md", "planned"),
        ("SUMMARY.md", "planned"),
        ("guides/issue.md", "malformed"),
        ("README.md", "malformed"),
    ],
)
def test_blanks_are_to_be_filled_in(source: str, status: str) -> None:
    assert written_links(make_site({source: "[a page to come]()"}), source)[0].status == status


@pytest.mark.parametrize(
    ("source", "status", "orphan"),
    [
        ("editor/notes.example.md", "opaque", "intended"),
        ("editor/README.sample.md", "opaque", "intended"),
        ("docs/notes.example.md", "missing", "checked"),
        ("editor/notes-example.md", "missing", "checked"),
        ("editor/example.md", "missing", "checked"),
    ],
)
def test_examples_of_files_are_read_elsewhere(source: str, status: str, orphan: str) -> None:
    site = make_site({"README.md": "", source: "[x](./a)"})
    assert written_links(site, source)[0].status == status
    assert orphan_states(site)[source] == orphan


def test_the_workbench_makes_ids_of_a_lessons_terms() -> None:
    page = {"README.md": "", "learners/reference.md": "[x](#path)\n\n[path]{#path}\n: A place."}
    lesson = {"config.yaml": "carpentry: swc", "episodes/01.md": ""}
    assert written_links(make_site({**page, **lesson}), "learners/reference.md")[0].status == "fragment-unverifiable"
    assert written_links(make_site(page), "learners/reference.md")[0].status == "fragment-missing"


def content(matter: str) -> dict[str, str]:
    return {f"{name}/index.md": f"---\n{matter}\n---\n[x](/zh/book)" for name in "abcdefghijkl"}


def test_pages_with_a_generators_front_matter_are_another_sites_content() -> None:
    links = {"README.md": " ".join(f"[x]({name}/index.md)" for name in "abcdefghijk")}
    built, shown = make_site({**content("weight: 1"), **links}), make_site({**content("title: x"), **links})
    assert orphan_states(built)["l/index.md"] == "unknown"
    assert orphan_states(shown)["l/index.md"] == "checked"
    assert written_links(built, "l/index.md")[0].status == "opaque"
    assert written_links(shown, "l/index.md")[0].status == "missing"


def test_a_few_such_pages_are_none() -> None:
    files = {"README.md": "", "a.md": "---\nweight: 1\n---\n[x](/zh/book)"}
    assert written_links(make_site(files), "a.md")[0].status == "missing"


@pytest.mark.parametrize("name", ["RELEASE.md", "EMERITUS.md", "ADOPTERS.md"])
def test_files_that_projects_have_by_custom(name: str) -> None:
    site = make_site({"README.md": "", name: "", f"guides/{name.lower()}": ""})
    assert orphan_states(site) == {name: "intended", f"guides/{name.lower()}": "checked"}


def test_a_summary_among_the_content_of_another_site_makes_no_book() -> None:
    summary = "# Table of contents\n\n* [Home](README.md)\n"
    hugo = {"hugo.yaml": "title: x", "content/_index.md": "", "content/tool/a.md": ""}
    site = make_site({**hugo, "content/tool/SUMMARY.md": summary})
    assert "gitbook" not in [each.name for each in site.frameworks]
    assert "gitbook" in [each.name for each in make_site({**hugo, "tool/SUMMARY.md": summary}).frameworks]


@pytest.mark.parametrize(
    ("href", "status"), [("/api/x", "opaque"), ("/admin", "opaque"), ("/away", "redirect"), ("/other", "missing")]
)
def test_a_rewrite_to_another_host_shows_pages_that_are_not_here(href: str, status: str) -> None:
    rules = "/api/* https://api.example/:splat 200\n/admin https://cms.example/ 200\n/away https://away.example/ 301\n"
    files = {"index.html": f'<a href="{href}">x</a>', "_redirects": rules}
    link = written_links(site_with(files, url="https://garden.example"), "index.html")[0]
    assert link.status == status
    assert (" shows " in link.reason) == (status == "opaque")


def test_test_data_with_a_space() -> None:
    site = make_site({"README.md": "", "Test Data/broken.md": "[x](gone.md)"})
    assert sorted(site.by_path) == ["README.md"]


def test_an_unpacked_archive_is_another_repository() -> None:
    files = {"README.md": "", "style/prism-master/README.md": "[x](gone.md)", "web-main/guide.md": "[x](gone.md)"}
    assert sorted(make_site({**files, "style/prism-master/package.json": "{}"}).by_path) == [
        "README.md",
        "web-main/guide.md",
    ]
