"""``linklint init``: a short config that changes nothing but says what was found."""

import json
from pathlib import Path

import pytest

from tests.cli.running import linklint, make_repository, track_files, write_files


def report(folder: Path) -> tuple[object, object]:
    """The findings and what the site was taken for."""
    value = json.loads(linklint(folder, "--output", "json").out)
    return value["findings"], value["summary"]


HTML = "<title>{0}</title><h1>{0}</h1><a href='index.html'>home</a> <a href='b.html'>b</a> <a href='c.html'>c</a>"


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"README.md": "# Home\n", "odd: name #1.md": "# Odd\n"},
        {"page.html": HTML.format("Page"), "index.html": HTML.format("Home"), "b.html": HTML.format("B")},
        {f"shelf{number}/index.html": HTML.format(number) for number in range(9)},
        {"public/index.html": HTML.format("Home"), "public/b.html": HTML.format("B"), "public/x/y.html": "x"},
        {"only.md": "# Only\n\n[x](y.md)\n"},
    ],
    ids=["garden", "names", "both", "shelves", "folder", "no root"],
)
def test_the_config_is_short_loads_again_and_keeps_the_findings(garden: Path, files: dict[str, str]) -> None:
    repository = make_repository(garden.parent / "other", files) if files else garden
    before = report(repository)
    ran = linklint(repository, "init")
    assert (ran.code, ran.err) == (0, "")
    assert len((repository / ".linklint.yml").read_text().splitlines()) <= 12
    assert report(repository) == before
    assert linklint(repository, "config").code == 0


def test_it_prints_what_it_wrote_and_what_to_add(garden: Path) -> None:
    out = linklint(garden, "init").out
    assert out.startswith("Wrote .linklint.yml:\n\n    # linklint: ")
    for line in (garden / ".linklint.yml").read_text().splitlines():
        assert f"    {line}\n" in out or not line
    assert "`linklint baseline` keeps today's findings quiet" in out
    assert "in .pre-commit-config.yaml:\n\n    repos:\n" in out
    assert "in .github/workflows/linklint.yml:\n\n    name: linklint\n" in out


def test_with_a_baseline_the_next_run_is_clean(garden: Path) -> None:
    assert "Wrote a baseline of 3 findings.\n" in linklint(garden, "init", "--baseline").out
    ran = linklint(garden, "--fail-on", "notice")
    assert ran.code == 0
    assert "Hidden by the baseline .linklint-baseline.jsonl: 3 findings.\n" in ran.out
    (garden / "new.md").write_text("[x](nowhere.md)")
    assert linklint(garden).code == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (".linklint.yml", "{}\n"),
        (".linklint.yml", ""),
        ("linklint.yml", "{}\n"),
        ("pyproject.toml", "[tool.linklint]\n"),
    ],
)
def test_it_never_replaces_a_config(garden: Path, name: str, text: str) -> None:
    track_files(garden, {name: text})
    ran = linklint(garden, "init")
    assert (ran.code, ran.out) == (2, "")
    assert f"there is a config already, in {name}" in ran.err
    assert (garden / name).read_text() == text
    assert len([path for path in garden.iterdir() if "linklint" in path.name]) <= 1


def test_other_tools_in_pyproject_are_no_config(garden: Path) -> None:
    track_files(garden, {"pyproject.toml": "[tool.other]\n"})
    assert linklint(garden, "init").code == 0


def test_from_a_folder_below_it_is_written_at_the_top(garden: Path) -> None:
    assert linklint(garden / "guide", "init").code == 0
    assert (garden / ".linklint.yml").exists()
    assert not (garden / "guide" / ".linklint.yml").exists()


def test_where_there_is_nothing_to_lint_nothing_is_written(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.txt": ""})
    assert linklint(tmp_path, "init").code == 2
    assert not (tmp_path / ".linklint.yml").exists()


GENERATED_HOMES = {
    "hugo": {"hugo.toml": "", "content/posts/a.md": "---\ntitle: A\n---\n"},
    "jekyll": {"_config.yml": "title: x\n", "Gemfile": 'gem "jekyll"\n', "_posts/2020-01-01-a.md": "---\n---\n# A\n"},
    "astro": {"astro.config.mjs": "export default {}", "src/pages/index.astro": "", "src/pages/a.md": "# A\n"},
    "hexo": {
        "_config.yml": "title: x\n",
        "package.json": '{"dependencies": {"hexo": "7"}}',
        "source/_posts/a.md": "---\ntitle: A\ndate: 2024-05-01\n---\n",
    },
    "nuxt": {
        "nuxt.config.ts": "export default defineNuxtConfig({ modules: ['@nuxt/content'] })",
        "package.json": '{"dependencies": {"nuxt": "3", "@nuxt/content": "2"}}',
        "content/blog/a.md": "# A\n",
    },
    "zola": {"config.toml": 'base_url = "/"', "templates/index.html": "", "content/a/b.md": "+++\n+++\n"},
}


@pytest.mark.parametrize("framework", GENERATED_HOMES)
def test_a_readme_is_no_home_page_of_a_site_that_makes_its_own(tmp_path: Path, framework: str) -> None:
    top = make_repository(tmp_path / "site", {"README.md": "# Read me\n", **GENERATED_HOMES[framework]})
    assert linklint(top, "init").code == 0
    text = (top / ".linklint.yml").read_text()
    assert f"# {framework}: " in text
    assert "\n  # roots: [...] # no source file is the home page: name the pages where visits start, so that" in text
    assert "README" not in text


@pytest.mark.parametrize(
    ("files", "roots"),
    [
        ({"hugo.toml": "", "content/_index.md": "---\ntitle: x\n---\n", "content/a.md": "# A\n"}, "content/_index.md"),
        (
            {"_config.yml": "title: x\n", "Gemfile": 'gem "jekyll"\n', "index.html": "---\nlayout: home\n---\n"},
            "index.html",
        ),
        ({".eleventy.js": "module.exports = {}", "index.njk": "<p>x</p>", "a.md": "# A\n"}, "index.njk"),
    ],
)
def test_the_home_page_of_a_generated_site_is_named_where_it_has_a_source(
    tmp_path: Path, files: dict[str, str], roots: str
) -> None:
    top = make_repository(tmp_path / "site", {"README.md": "# Read me\n", **files})
    assert linklint(top, "init").code == 0
    assert f"\n  roots: [{roots}]\n" in (top / ".linklint.yml").read_text()
