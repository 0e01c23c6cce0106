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


BLOG = {
    "index.html": "---\nlayout: default\n---\n<a href=/2026/01/02/frost.html>f</a>",
    "_layouts/default.html": "{{ content }}",
    "_posts/2026-01-02-frost.md": "---\ntitle: Frost\n---\n",
}


@pytest.mark.parametrize("more", [{}, {"Gemfile": "gem 'github-pages'", "package.json": "{}"}])
def test_a_blog_needs_no_config(more: dict[str, str]) -> None:
    site = make_site({**BLOG, **more})
    assert {page.path: (page.framework, page.url) for page in site.pages} == {
        "index.html": ("jekyll", "/"),
        "_posts/2026-01-02-frost.md": ("jekyll", "/2026/01/02/frost.html"),
    }
    assert [link.status for link in site.links if not link.generated] == ["ok"]


@pytest.mark.parametrize(
    "files",
    [
        {"index.md": "# Home", "CNAME": "example.com"},
        {"index.md": "# Home", "Gemfile": "gem 'github-pages'"},
        {**BLOG, ".nojekyll": ""},
        {**BLOG, "package.json": "{}"},
        {**BLOG, "gatsby-config.js": ""},
        {**BLOG, "scaffolds/post.md": ""},
        {path: text for path, text in BLOG.items() if "posts" not in path},
        {path: text for path, text in BLOG.items() if "layouts" not in path},
        {f"lib/{path}": text for path, text in BLOG.items()},
    ],
)
def test_what_may_be_anything_needs_one(files: dict[str, str]) -> None:
    assert "jekyll" not in frameworks({"README.md": "", **files})


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


CALL = "build:\n\tbundle exec jekyll build --trace --config _config_base.yml,_config_public.yml$(more)\n"
NAMED = {
    "site/_config_base.yml": "permalink: pretty\ndefaults: []\nkramdown: {input: GFM}\n",
    "site/_config_public.yml": "baseurl: /docs\nkramdown: {parse_block_html: true}\n",
    "site/_config_local.yml": "baseurl: /local\nexclude: [guide.md]\n",
    "site/_layouts/default.html": "{{ content }}",
    "site/index.md": "---\n---\n[g](/docs/guide/) [n](/docs/none/)",
    "site/guide.md": "---\n---\n",
}


@pytest.mark.parametrize(
    "programs",
    [
        {"site/Makefile": CALL},
        {"site/ci/build.sh": "jekyll build --config=_config_base.yml,_config_public.yml"},
        {"package.json": '{"scripts": {"b": "jekyll b --config site/_config_base.yml,site/_config_public.yml"}}'},
        {"site/Makefile": CALL + "local:\n\tjekyll serve \\\n  --config _config_base.yml,_config_local.yml\n" + CALL},
        {".github/workflows/b.yml": 'run: jekyll build --config "_config_base.yml,_config_public.yml"'},
    ],
)
def test_configs_may_have_names_that_programs_give(programs: dict[str, str]) -> None:
    site = make_site({**NAMED, **programs})
    assert {page.framework for page in site.pages} == {"jekyll"}
    assert [link.status for link in site.links if not link.generated] == ["ok", "missing"]


@pytest.mark.parametrize("more", [{}, {"site/Makefile": "jekyll build"}, {"other/Makefile": CALL}])
def test_configs_that_no_program_gives_make_no_site(more: dict[str, str]) -> None:
    assert "jekyll" not in frameworks({**NAMED, **more})


def test_the_usual_config_is_enough() -> None:
    site = make_site({**NAMED, "site/Makefile": CALL, "site/_config.yml": "permalink: pretty\n"})
    assert [link.status for link in site.links if not link.generated] == ["missing", "missing"]
