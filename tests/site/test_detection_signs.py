"""The signs of frameworks: without one there is no site, so a profile whose signs are absent need not be asked."""

from pathlib import Path

import pytest

from linklint.model.files import MemoryRepository
from linklint.site.frameworks import FRAMEWORKS, find_words, has_sign, load_profile

SITES = Path(__file__).resolve().parents[2] / "benchmarks" / "oracle" / "sites"
ALWAYS = ("obsidian", "plain", "html")
BOOK = {"book.toml": "[book]\n", "src/SUMMARY.md": "- [a](a.md)\n", "src/a.md": "# A\n"}
SPACE = {".gitbook.yaml": "root: ./\n", "README.md": "# A\n", "SUMMARY.md": "* [a](README.md)\n"}
SUMMARY = {"README.md": "# A\n", "SUMMARY.md": "# Table of contents\n\n* [a](README.md)\n"}
MINTLIFY = {"docs.json": '{"$schema": "https://mintlify.com/docs.json", "navigation": {"pages": ["a"]}}', "a.mdx": "a"}
FERN = {"fern.config.json": "{}", "docs.yml": "navigation:\n  - page: A\n    path: a.mdx\n", "a.mdx": "a"}
DOCFX = {"docfx.json": '{"build": {"content": [{"files": "**/*.md"}]}}', "a.md": "# A\n"}
WIKI = {"Home.md": "# A\n", "_Footer.md": "x\n"}
SCRIPT = {
    "package.json": '{"scripts": {"build": "eleventy"}, "dependencies": {"@11ty/eleventy": "3"}}',
    "a.md": "# A\n",
}


def read_sites() -> dict[str, dict[str, str]]:
    found = {
        "mdbook": BOOK,
        "gitbook": SPACE,
        "gitbook by summary": SUMMARY,
        "mintlify": MINTLIFY,
        "fern": FERN,
        "docfx": DOCFX,
        "wiki": WIKI,
    }
    found |= {"eleventy by script": SCRIPT, "wiki": WIKI}
    for site in sorted(SITES.iterdir()):
        files = [path for path in site.rglob("*") if path.is_file() and path.stat().st_size < 100_000]
        found[site.name] = {str(path.relative_to(site)): path.read_text("utf-8", "replace") for path in files}
    return found


SAMPLES = read_sites()


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_profile_that_finds_a_site_finds_its_signs(sample: str) -> None:
    repository = MemoryRepository(SAMPLES[sample])
    words = find_words(repository.names)
    found = [name for name in FRAMEWORKS if load_profile(name).detect(repository.names, repository.read)]
    assert all(has_sign(name, words) for name in found)
    if sample.partition(" ")[0].partition("-")[0] in FRAMEWORKS:
        assert sample.partition(" ")[0].partition("-")[0] in found


@pytest.mark.parametrize("name", [name for name in FRAMEWORKS if name not in ALWAYS])
def test_without_its_signs_a_profile_finds_nothing(name: str) -> None:
    for files in SAMPLES.values():
        left = {path: text for path, text in files.items() if not has_sign(name, words_of(path))}
        repository = MemoryRepository(left)
        assert not has_sign(name, find_words(repository.names))
        assert not load_profile(name).detect(repository.names, repository.read)


def words_of(path: str) -> frozenset[str]:
    return find_words(MemoryRepository({path: ""}).names)
