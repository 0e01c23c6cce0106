"""Which ``_config.yml`` makes a site of Jekyll's."""

from __future__ import annotations

import pytest

from tests.site.sites import make_site

TEXTS = {"README.md": "[script](tools/run.sh) [guide](guide.md#set-up)", "guide.md": "## Set up", "tools/run.sh": ""}
THEME = "theme: jekyll-theme-slate\nplugins: [jekyll-relative-links]\nmarkdown: kramdown\ninclude: [CONTRIBUTING.md]\n"


def frameworks(files: dict[str, str]) -> set[str]:
    return {page.framework for page in make_site(files).pages}


def test_a_theme_around_readmes_leaves_them_to_github() -> None:
    site = make_site({**TEXTS, "_config.yml": THEME, "_includes/head-custom.html": "<meta name=x>"})
    assert {page.framework for page in site.pages} == {"plain"}
    assert [link.status for link in site.links] == ["asset", "ok"]


@pytest.mark.parametrize(
    "more",
    [
        {"_config.yml": "permalink: pretty\n"},
        {"_config.yml": "collections: {docs: {output: true}}\n"},
        {"_config.yml": THEME, "_posts/2026-01-02-frost.md": "---\ntitle: Frost\n---\n"},
        {"_config.yml": THEME, "_layouts/default.html": "{{ content }}"},
        {"_config.yml": THEME, "Gemfile": "gem 'github-pages'\n"},
    ],
)
def test_what_only_a_site_has_makes_it_one(more: dict[str, str]) -> None:
    assert "jekyll" in frameworks({"index.md": "---\ntitle: Home\n---\n", **more})
