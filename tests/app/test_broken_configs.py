"""A config of a site that cannot be read is told of: what it says of the site is not known to the run."""

from __future__ import annotations

import pytest

from linklint.app.checkout import find_gaps
from linklint.model.files import MemoryRepository
from tests.site.sites import site_of

PAGES = {"docs/a.md": "# A", "content/a.md": "# A", "src/SUMMARY.md": "[a](a.md)", "src/a.md": "# A", "a.md": "# A"}


def told(files: dict[str, str]) -> list[str]:
    repository = MemoryRepository(PAGES | files)
    return [notice.message for notice in find_gaps(repository, site_of(repository))]


@pytest.mark.parametrize(
    ("path", "text", "place"),
    [
        ("mkdocs.yml", "site_name: x\nnav: [\n  a: b\nplugins:\n", "2:6"),
        ("hugo.toml", "title = = 1\n", "1:9"),
        ("book.toml", "[book]\ntitle = x\n", "2:9"),
        ("_config.yml", "title: x\nbaseurl: {\n", "2:10"),
    ],
)
def test_the_first_mistake_is_told(path: str, text: str, place: str) -> None:
    (notice,) = told({"Gemfile": "gem 'jekyll'", path: text})
    assert notice.startswith(f"{path}:{place}: ")
    assert notice.endswith(", so nothing that this config says of the site is known")


@pytest.mark.parametrize(
    "files",
    [
        {"mkdocs.yml": "site_name: x\nsite_name: y\nextra: !made x\n"},
        {"mkdocs.yml": "site_name: x\n", "other.yml": "a: [", "docs/theme/book.toml": "[x", "hugo.yaml.txt": "a: ["},
        {"docs.json": "{", "package.json": "{"},
    ],
    ids=["sound", "of others", "of other formats"],
)
def test_nothing_is_told_of_what_can_be_read_or_is_no_config_of_the_site(files: dict[str, str]) -> None:
    assert told(files) == []
