"""A config of a site that cannot be read is told of: what it says of the site is not known to the run."""

from __future__ import annotations

import pytest

from linklint.app.checkout import find_gaps
from linklint.model.files import MemoryRepository
from tests.site.sites import site_of

HOMES = {"Gemfile": "gem 'jekyll'", "fern/fern.config.json": "{}", "docs/index.md": "# I", "guide/SUMMARY.md": "# G"}
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
        ("zola.toml", "base_url = 'https://x.org'\ntitle = = 1\n", "2:9"),
        ("config.toml", "base_url = 'https://x.org'\ntitle = = 1\n", "2:9"),
        ("config/_default/hugo.toml", "baseURL = = 1\n", "1:11"),
        ("hugo.json", '{"baseURL": ]', "1:13"),
        ("config.yaml", "baseURL: [\n", "1:10"),
        ("guide/.gitbook.yaml", "structure:\n  readme: [\n", "2:11"),
        ("docs/conf.py", "extensions = ['myst_parser'\nproject = 'x'\n", "1:14"),
        ("_toc.yml", "format: jb-book\nroot: a\nchapters: [\n", "3:11"),
        ("docs.json", '{"$schema": "https://mintlify.com/docs.json",\n"navigation": {"pages": ["a" "b"]}}', "2:30"),
        ("mint.json", '{"name": "x", "colors": {}, "navigation": {"pages": ["a"}}', "1:57"),
        ("fern/docs.yml", "title: x\nnavigation:\n  - page: x\n    path: [\n", "4:11"),
        ("myst.yml", "version: 1\nproject:\n  title: [\n", "3:10"),
        ("_quarto.yml", "project:\n  title: [\n", "2:10"),
        ("docs/docfx.json", '{"build": {"content": [{"files": "*.md"}], "dest": "x" "y": 1}}', "1:56"),
        ("docs/docfx.json", '// a comment\n{"build": {"content": [{"files": "*.md"}]}', "2:43"),
        ("docs/_toctree.yml", "- local: a\n  title: [\n", "2:10"),
    ],
)
def test_the_first_mistake_is_told(path: str, text: str, place: str) -> None:
    (notice,) = told({**HOMES, path: text})
    assert notice.startswith(f"{path}:{place}: ")
    assert notice.endswith(", so nothing that this config says of the site is known")


@pytest.mark.parametrize(
    "files",
    [
        {"mkdocs.yml": "site_name: x\nsite_name: y\nextra: !made x\n"},
        {"mkdocs.yml": "site_name: x\n", "other.yml": "a: [", "docs/theme/book.toml": "[x", "hugo.yaml.txt": "a: ["},
        {"docs.json": "{", "package.json": "{"},
        {"docs.json": '{"openapi": "3.1", "navigation": [}'},
        {"docs/docfx.json": '/* a\n */ {"build": {"content": [{"files": "*.md"},]}, "x": "// b"} // c'},
        {"config.toml": "title = = 1\n", "conf.py": "print 'x'\n", "myst.yml": "mind: [\n"},
        {"docs/conf.py": "extensions = ['sphinx_rtd_theme'\n", "docs/index.rst": "A\n=\n"},
        {"docs/conf.py": "extensions = ['myst_parser']\nx = f'{y['a']}'\n", "docs/index.md": "# I"},
    ],
    ids=[
        "sound",
        "of others",
        "of other formats",
        "of data",
        "with comments",
        "of other programs",
        "of other texts",
        "of a later Python",
    ],
)
def test_nothing_is_told_of_what_can_be_read_or_is_no_config_of_the_site(files: dict[str, str]) -> None:
    assert told(files) == []


def test_a_comma_that_only_linklint_overlooks_is_told_as_one() -> None:
    config = '{"$schema": "https://mintlify.com/docs.json", "navigation": {"pages": ["a"],}}'
    assert told({"docs.json": config}) == [
        "docs.json:1:76: not JSON: the last value is followed by a comma (remove it), so the program that builds the "
        "site cannot read this config"
    ]


def test_the_site_keeps_its_rules_and_nothing_is_told_that_the_config_decides() -> None:
    config = '{"$schema": "https://mintlify.com/docs.json", "navigation": {"pages": ["a" "b"]}}'
    page = "[b](/b) [c](/gone) [d](gone.mdx) ![e](e.png) [f](b#gone)"
    site = site_of(MemoryRepository({"docs.json": config, "a.mdx": page, "b.mdx": "# B"}))
    assert [(link.written.href, link.status) for link in site.links if link.written is not None] == [
        ("/b", "ok"),
        ("/gone", "opaque"),
        ("gone.mdx", "missing"),
        ("e.png", "opaque"),
        ("b#gone", "fragment-unverifiable"),
    ]
    assert {page.orphan for page in site.pages} == {"unknown"}
