"""A config in a folder speaks of that folder: nothing outside it is a page, but links may lead there."""

from __future__ import annotations

from linklint.config import load
from linklint.model.files import MemoryRepository
from linklint.model.settings import Settings
from linklint.site import build, detect, sources
from linklint.source.parse import parse

FILES = {
    "README.md": "# The program\n",
    "src/main.py": "",
    "docs/.linklint.yml": "site: {roots: [index.md]}\n",
    "docs/index.md": "[one](guide/one.md), [code](../src/main.py), [program](../README.md), [gone](../gone.md)",
    "docs/guide/one.md": "[home](/index.md)",
    "docs/demo.html": "<title>Demo</title>",
}


def load_settings(start: str) -> Settings:
    repository = MemoryRepository(FILES)
    return load(repository.read, start=start, box={"packs/recommended.yml": b"rules: {}"}, names=FILES).settings


def test_only_the_folder_of_the_config_has_pages() -> None:
    repository, settings = MemoryRepository(FILES), load_settings("docs")
    mounts = detect(repository, settings.site)
    documents = {
        path: parse(repository.read(path) or b"", dialect) for path, dialect in sources(mounts, repository.names)
    }
    site = build(repository, mounts, documents, settings)
    assert [(page.path, page.url, page.root) for page in site.pages] == [
        ("docs/demo.html", "/demo.html", False),
        ("docs/guide/one.md", "/guide/one.md", False),
        ("docs/index.md", "/", True),
    ]
    statuses = {link.written.written: link.status for link in site.links if link.written}
    assert statuses == {
        "guide/one.md": "ok",
        "../src/main.py": "asset",
        "../README.md": "asset",
        "../gone.md": "missing",
        "/index.md": "ok",
    }


def test_a_config_at_the_top_speaks_of_everything() -> None:
    repository = MemoryRepository(FILES)
    mounts = detect(repository, load_settings("").site)
    paths = [path for path, _ in sources(mounts, repository.names)]
    assert paths == ["README.md", "docs/demo.html", "docs/guide/one.md", "docs/index.md"]
