"""Addresses of joined data → pages, as the site resolves them."""

import pytest

from linklint import site
from linklint.model.files import MemoryRepository
from linklint.model.place import Location
from linklint.model.settings import DataRow, DataTable, Settings, SiteSettings
from linklint.source.parse import parse


def join(files: dict[str, str], keys: list[str], **settings: object) -> list[str | None]:
    """The path of the page that each key is about."""
    table = DataTable("t", "t.csv", {}, tuple(DataRow(key, Location("t.csv", 2), {}) for key in keys))
    whole = Settings(site=SiteSettings(**settings), data=(table,))  # type: ignore[arg-type]  # given by tests
    repository = MemoryRepository(files)
    mounts = site.detect(repository, whole.site)
    documents = {path: parse(files[path].encode(), dialect) for path, dialect in site.sources(mounts, repository.names)}
    return [row.page.path if row.page else None for row in site.build(repository, mounts, documents, whole).rows]


PLAIN = {"README.md": "# Home", "guide/a.md": "# A", "guide/README.md": "# Guide", "x y.md": "# X"}
JEKYLL = {
    "_config.yml": "permalink: /:title/\nbaseurl: /blog\n",
    "index.md": "---\n---\n# Home",
    "_posts/2024-01-02-frost.md": "---\n---\n# Frost",
    "about.html": "---\n---\n",
}
NETLIFY = {"_redirects": "/old /a.html 301\n", "a.html": "<title>A</title>", "index.html": "<title>Home</title>"}


@pytest.mark.parametrize(
    ("key", "page"),
    [
        ("guide/a.md", "guide/a.md"), ("/guide/a.md", "guide/a.md"), ("https://e.com/guide/a.md?x=1#y", "guide/a.md"),
        ("./guide/a.md", "guide/a.md"), ("https://e.com", "README.md"), ("/", "README.md"), ("/x%20y.md", "x y.md"),
        ("/gone.md", None), ("", None), ("mailto:a@e.com", None), ("a b://c", None), ("../guide/a.md", None),
    ],
)  # fmt: skip
def test_keys_are_paths_and_addresses(key: str, page: str | None) -> None:
    assert join(PLAIN, [key]) == [page]


def test_hosts_add_and_drop_slashes_and_endings() -> None:
    keys = ["https://e.com/a", "https://e.com/a/", "https://e.com/a.html", "https://e.com/index.html"]
    assert join(NETLIFY, keys, framework="html") == ["a.html", "a.html", "a.html", "index.html"]


def test_redirects_are_followed() -> None:
    assert join(NETLIFY, ["https://e.com/old"], framework="html") == ["a.html"]


def test_permalinks_and_base_paths_of_a_framework() -> None:
    keys = ["https://e.com/blog/frost/", "https://e.com/blog/about.html", "https://e.com/blog/"]
    assert join(JEKYLL, keys) == ["_posts/2024-01-02-frost.md", "about.html", "index.md"]


def test_other_hosts_are_not_ours() -> None:
    keys = ["https://e.com/guide/a.md", "https://www.e.com/guide/a.md", "https://other.com/guide/a.md"]
    assert join(PLAIN, keys) == ["guide/a.md", "guide/a.md", None]
    assert join(PLAIN, keys, url="https://other.com") == [None, None, "guide/a.md"]
