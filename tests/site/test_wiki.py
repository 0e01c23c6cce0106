"""GitHub's wikis: pages by their names, and what all of them show."""

import pytest

from linklint.model.site import Site
from tests.site.sites import make_site, orphan_states, written_links

HOME = {"Home.md": "# Home\n", "_Sidebar.md": ""}


def statuses(files: dict[str, str], source: str, *written: str) -> list[str]:
    site = make_site({**HOME, **files, source: "\n\n".join(written)})
    return [link.status for link in written_links(site, source)]


def target(files: dict[str, str], written: str, source: str = "A.md") -> str | None:
    link = written_links(make_site({**HOME, **files, source: written}), source)[0]
    return link.target.path if link.target else None


@pytest.mark.parametrize(
    "written",
    [
        "[x](Some-Page)", "[x](some-page)", "[x](./Some-Page)", "[x](Some%20Page)", "[x](Some-Page.md)",
        "[x](wiki/Some-Page)", "[x](../wiki/Some-Page)", "[x](/owner/project/wiki/Some-Page)", "[x](sub/Some-Page)",
        "[[Some Page]]", "[[Some-Page]]", "[[words|Some Page]]", "[x](Some-Page#part)", "[[words|Some Page#part]]",
    ],
)  # fmt: skip
@pytest.mark.parametrize("path", ["Some-Page.md", "Some Page.md", "sub/Some-Page.md"])
def test_pages_are_found_by_name(written: str, path: str) -> None:
    if written == "[x](Some-Page.md)" and path != "Some-Page.md":
        return  # the name of a file, which is another
    assert target({path: "# Page\n\n## Part\n"}, written) == path


@pytest.mark.parametrize(
    "written", ["[x](Other)", "[[Other]]", "[x](Some-Pages)", "[[Some Page|words]]", "[x](x.html)"]
)
def test_a_page_that_nobody_wrote_is_missing(written: str) -> None:
    assert statuses({"Some-Page.md": ""}, "A.md", written) in (["missing"], ["asset-missing"])


def test_the_text_of_a_wikilink_comes_first() -> None:
    (link,) = written_links(make_site({**HOME, "B.md": "", "A.md": "see [[the words | B]]"}), "A.md")
    assert link.written is not None
    assert (link.written.text, link.written.href) == ("the words", "B")
    span = link.written.destination
    assert span is not None
    assert "see [[the words | B]]"[span.start : span.end] == "B"


def test_images_and_files() -> None:
    files = {"images/p.png": "", "sub/B.md": "", "sub/q.png": ""}
    assert statuses(files, "A.md", "![x](images/p.png)", "[[images/p.png|alt=x]]", "![x](nope.png)") == [
        "asset", "asset", "asset-missing",
    ]  # fmt: skip
    assert statuses(files, "sub/C.md", "![x](q.png)", "![x](images/p.png)") == ["asset", "asset"]


def test_addresses_of_the_repository_are_outside() -> None:
    assert statuses({}, "A.md", "[x](../issues)", "[x](/owner/project)", "[x](../blob/main/a.c)") == ["outside"] * 3


def test_fragments_are_githubs() -> None:
    files = {"B.md": "# B\n\n## Some part\n"}
    assert statuses(files, "A.md", "[x](B#some-part)", "[x](B#nope)") == ["ok", "fragment-missing"]


def wiki(**more: str) -> Site:
    return make_site({**HOME, "A.md": "# A\n", **more})


def test_github_lists_all_pages() -> None:
    assert set(orphan_states(wiki())) <= {"Home.md"}
    assert [page.path for page in wiki().pages if page.root] == ["Home.md"]


def test_a_sidebar_is_no_page_but_its_links_count() -> None:
    site = wiki(**{"_Sidebar.md": "[a](A) [b](Gone)\n"})
    assert [page.path for page in site.pages] == ["A.md", "Home.md"]
    assert {(link.place, link.status) for link in site.links if link.file == "_Sidebar.md"} == {
        ("nav", "ok"), ("nav", "missing"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"wiki/Home.md": "", "wiki/_Footer.md": ""}, "wiki"),
        ({"Home.md": "", "a/_Sidebar.md": ""}, None),
        ({"_Sidebar.md": "", "README.md": ""}, None),
        ({"mkdocs.yml": "site_name: x", "docs/Home.md": "", "docs/_Sidebar.md": "", "docs/index.md": ""}, None),
    ],
)
def test_detection(files: dict[str, str], found: str | None) -> None:
    frameworks = {each.name: each.root for each in make_site({"README.md": "", **files}).frameworks}
    assert frameworks.get("wiki") == found


def test_what_lies_beside_a_wiki_is_read_as_github_shows_it() -> None:
    site = make_site({"wiki/Home.md": "", "wiki/_Footer.md": "", "README.md": "[x](wiki/Home.md) [y](Home)"})
    assert [link.status for link in written_links(site, "README.md")] == ["ok", "missing"]
