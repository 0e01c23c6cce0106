"""Links to the repository's own address on GitHub."""

import pytest

from tests.site.sites import make_site, orphan_states, written_links

BLOB = "https://github.com/Garden/book/blob/main"


def test_full_addresses_of_files_that_stand_here_are_internal() -> None:
    site = make_site({"README.md": f"[a]({BLOB}/guide.md) [top](https://github.com/garden/book)", "guide.md": ""})
    first, top = written_links(site, "README.md")
    assert (first.kind, first.status, first.target and first.target.path) == ("internal", "ok", "guide.md")
    assert (top.status, top.target and top.target.path) == ("ok", "README.md")


def test_what_is_not_there_may_be_on_another_branch() -> None:
    site = make_site({"README.md": f"[a]({BLOB}/guide.md) [b]({BLOB}/old.md) [c]({BLOB}/guide.md#old)", "guide.md": ""})
    links = written_links(site, "README.md")
    assert [link.status for link in links] == ["ok", "external", "fragment-unverifiable"]
    targets = [link.target.path if link.target else None for link in links]
    assert targets == ["guide.md", None, "guide.md"], "the page is linked all the same"


def test_another_repository_is_not_ours_for_a_readme_of_the_same_name() -> None:
    text = "[a](https://github.com/a/b/blob/main/README.md) [b](https://github.com/a/b/blob/main/docs/LICENSE.md)"
    site = make_site({"README.md": text, "docs/LICENSE.md": ""})
    assert {link.status for link in written_links(site, "README.md")} == {"external"}


def test_of_two_repositories_the_one_with_more_of_our_files_is_ours() -> None:
    other = "https://github.com/other/book/blob/main"
    text = f"[a]({BLOB}/a.md) [b]({BLOB}/b.md) [c]({other}/a.md)"
    site = make_site({"README.md": text, "a.md": "", "b.md": ""})
    assert [link.status for link in written_links(site, "README.md")] == ["ok", "ok", "external"]


def test_a_repository_of_which_most_named_files_are_not_here_is_not_ours() -> None:
    text = f"[a]({BLOB}/a.md) [b]({BLOB}/x.md) [c]({BLOB}/y.md)"
    assert {link.status for link in make_site({"README.md": text, "a.md": ""}).links} == {"external"}


@pytest.mark.parametrize(
    "base",
    [
        "https://raw.githubusercontent.com/Garden/book/main",
        "https://raw.githubusercontent.com/garden/book/refs/heads/main",
        "https://github.com/Garden/book/raw/main",
        "https://github.com/Garden/book/raw/refs/tags/v1",
        "https://github.com/Garden/book/blob/refs/heads/main",
        "https://github.com/Garden/book/edit/main",
    ],
)
def test_raw_files_are_files_too(base: str) -> None:
    text = f"[a]({base}/guide/a.md) [old]({base}/guide/old.md)"
    site = make_site({"README.md": text, "guide/a.md": "", "guide/b.md": ""})
    first, old = written_links(site, "README.md")
    assert (first.status, first.target and first.target.path, old.status) == ("ok", "guide/a.md", "external")
    assert orphan_states(site) == {"guide/b.md": "checked"}


@pytest.mark.parametrize(
    "href",
    [
        "https://raw.githubusercontent.com/other/book/main/guide/a.md",
        "https://raw.githubusercontent.com/Garden/book/guide",
        "https://github.com/raw/book/main/guide/a.md",
        "https://github.com/Garden/book/commits/main/guide/a.md",
        "https://gist.githubusercontent.com/Garden/book/main/guide/a.md",
    ],
)
def test_addresses_of_other_repositories_and_of_other_things_are_external(href: str) -> None:
    text = f"[b]({BLOB}/guide/b.md) [c]({BLOB}/guide/c.md) [x]({href})"
    site = make_site({"README.md": text, "guide/a.md": "", "guide/b.md": "", "guide/c.md": ""})
    assert [link.status for link in written_links(site, "README.md")] == ["ok", "ok", "external"]
    assert orphan_states(site) == {"guide/a.md": "checked"}
