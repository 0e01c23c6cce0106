"""What the config says of the site: frameworks, content folders, ignored files."""

import pytest

from linklint.errors import UserError
from linklint.model.files import MemoryRepository
from linklint.model.settings import SiteSettings
from linklint.site import detect, sources
from tests.site.sites import site_with


def test_an_unknown_framework_is_told_with_the_nearest_one() -> None:
    with pytest.raises(UserError) as raised:
        detect(MemoryRepository({"a.md": ""}), SiteSettings(framework="plane"))
    assert "plain" in raised.value.problems[0].hint


def test_every_content_folder_that_is_not_there_is_told() -> None:
    with pytest.raises(UserError) as raised:
        detect(MemoryRepository({"docs/a.md": ""}), SiteSettings(content=("doc", "./docs/", "blog")))
    assert len(raised.value.problems) == 2
    assert "docs" in raised.value.problems[0].hint + raised.value.problems[1].hint


def test_every_glob_that_is_none_is_told() -> None:
    with pytest.raises(UserError) as raised:
        detect(MemoryRepository({"a.md": ""}), SiteSettings(ignore=("[", "a/**"), orphans_ok=("",)))
    assert len(raised.value.problems) == 2


def test_ignored_files_are_no_pages_but_known() -> None:
    files = {"README.md": "[a](drafts/a.md#x) [b](drafts/b.md)", "drafts/a.md": "[c](nope.md)"}
    site = site_with(files, ignore=("drafts/**",))
    assert [page.path for page in site.pages] == ["README.md"]
    assert [link.status for link in site.links] == ["fragment-unverifiable", "missing"]


def test_sources_are_sorted_and_read_by_extension() -> None:
    repository = MemoryRepository({"b.MD": "", "a.html": "", "c.markdown": "", "d.mdx": "", "e.txt": ""})
    mounts = detect(repository, SiteSettings())
    found = sources(mounts, repository.names)
    assert [(path, dialect.syntax) for path, dialect in found] == [
        ("a.html", "html"),
        ("b.MD", "markdown"),
        ("c.markdown", "markdown"),
        ("d.mdx", "markdown"),
    ]


def test_entries_of_ignored_files_are_left_out() -> None:
    files = {
        "README.md": "# Top",
        "old/mkdocs.yml": "site_name: x\nnav: [gone.md]\n",
        "old/docs/index.md": "# Old",
    }
    assert [entry.file for entry in site_with(files).entries] == ["old/mkdocs.yml"]
    assert site_with(files, ignore=["old/**"]).entries == ()
