"""Links to the repository's own address on GitHub."""

from tests.site.sites import make_site, written_links

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
