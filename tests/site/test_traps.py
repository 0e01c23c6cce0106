"""The ten traps that make linters cry wolf, each with what must be told all the same."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.site.sites import make_site, orphan_states, written_links

Files = dict[str, str]

JEKYLL: Files = {
    "_config.yml": "title: T\n",
    "_layouts/default.html": "{{ content }}",
    "index.md": "---\n---\n# Home\n",
}
MKDOCS: Files = {"mkdocs.yml": "site_name: T\nsite_url: https://e.x/\n", "docs/index.md": "# Home\n"}
MDBOOK: Files = {
    "book.toml": '[book]\ntitle = "T"\n',
    "src/SUMMARY.md": "# Summary\n\n- [A](a.md)\n",
    "src/a.md": "# A\n",
}
VITEPRESS: Files = {"docs/.vitepress/config.ts": "export default {}\n", "docs/index.md": "# Home\n"}
DOCSIFY: Files = {
    "docs/index.html": "<script>window.$docsify = {name: 'x'}</script><script src='//cdn.x/docsify@4'></script>",
    "docs/README.md": "# Home\n",
}


def statuses(files: Mapping[str, str], framework: str, source: str) -> dict[str, str]:
    """The destination of every link in the source → its status, in a repository whose framework is told by itself."""
    site = make_site(files)
    assert framework in [found.name for found in site.frameworks]
    return {link.written.href: link.status for link in written_links(site, source) if link.written}


def test_3_languages_fall_back_to_pages_of_the_main_one() -> None:
    docs = "src/content/docs"
    config = (
        "starlight({title: 'T', defaultLocale: 'root', locales: {root: {label: 'E', lang: 'en'}, de: {label: 'D'}}})"
    )
    files = {
        "astro.config.mjs": f"export default defineConfig({{integrations: [{config}]}})",
        "package.json": '{"dependencies": {"@astrojs/starlight": "1", "astro": "5"}}',
        f"{docs}/index.md": "# Home\n",
        f"{docs}/guide.md": "# Guide\n",
        f"{docs}/de/index.md": "# Start\n\n[a](/de/guide/) [b](/fr/guide/) [c](/de/none/)\n",
    }
    assert statuses(files, "astro", f"{docs}/de/index.md") == {
        "/de/guide/": "ok",
        "/fr/guide/": "missing",
        "/de/none/": "missing",
    }


def test_1_addresses_are_relative_to_the_page_and_not_to_the_file() -> None:
    files = {
        **JEKYLL,
        "_config.yml": "collections: {articles: {output: true, permalink: '/:path/'}}\n",
        "_articles/start.md": "---\n---\n# Writing\n",
        "_articles/pl/start.md": "---\n---\n# Pisanie\n",
        "_articles/pl/build.md": "---\n---\n[a](../start/#pisanie) [b](../start/#writing) [c](../none/)\n",
    }
    assert statuses(files, "jekyll", "_articles/pl/build.md") == {
        "../start/#pisanie": "ok",
        "../start/#writing": "fragment-missing",
        "../none/": "missing",
    }


@pytest.mark.parametrize(("config", "status"), [("/old/* /:splat", "redirect"), ("/other/* /:splat", "missing")])
def test_2_hosts_make_addresses(config: str, status: str) -> None:
    files = {**VITEPRESS, "docs/guide.md": "[x](/old/index)\n", "docs/public/_redirects": config}
    assert statuses(files, "vitepress", "docs/guide.md") == {"/old/index": status}


def test_4_what_lies_above_the_site_cannot_be_verified() -> None:
    files = {**MDBOOK, "src/a.md": "[x](../std/index.html) [y](none.md)\n"}
    found = statuses(files, "mdbook", "src/a.md")
    assert found["../std/index.html"] in ("outside", "opaque")
    assert found["none.md"] == "missing"


def test_5_routes_without_a_content_file() -> None:
    files = {
        **VITEPRESS,
        "docs/users/[id].md": "# One\n",
        "docs/users/[id].paths.ts": "export default {}",
        "docs/a.md": "[x](/users/7) [y](/people/7)\n",
    }
    assert statuses(files, "vitepress", "docs/a.md") == {"/users/7": "opaque", "/people/7": "missing"}


def test_6_includes_and_generators_make_headings() -> None:
    files = {
        **MKDOCS,
        "mkdocs.yml": MKDOCS["mkdocs.yml"]
        + "markdown_extensions: [pymdownx.snippets]\nplugins: [search, mkdocstrings]\n",
        "docs/api.md": "# API\n\n::: package.module\n",
        "docs/all.md": '# All\n\n--8<-- "part.txt"\n',
        "part.txt": "## From the part\n",
        "docs/index.md": "[a](api.md#package.module.f) [b](all.md#from-the-part) [c](all.md#no) [d](own.md#no)\n",
        "docs/own.md": "# Own\n",
    }
    found = statuses(files, "mkdocs", "docs/index.md")
    assert found["api.md#package.module.f"] == "fragment-unverifiable"
    assert found["all.md#from-the-part"] in ("ok", "fragment-unverifiable")
    assert found["all.md#no"] in ("fragment-missing", "fragment-unverifiable")
    assert found["own.md#no"] == "fragment-missing"


def test_7_links_are_properties_too() -> None:
    front_matter = "---\nlayout: home\nhero:\n  actions:\n    - text: Start\n      link: ./start\n---\n"
    files = {**VITEPRESS, "docs/index.md": front_matter, "docs/start.md": "# Start\n", "docs/alone.md": "# Alone\n"}
    states = orphan_states(make_site(files))
    assert "docs/start.md" not in states
    assert "docs/alone.md" in states
    broken = {**files, "docs/index.md": front_matter.replace("./start", "./none")}
    assert "missing" in [link.status for link in make_site(broken).links]


def test_8_full_addresses_of_the_own_host_are_internal() -> None:
    hrefs = ["https://e.x/a/", "https://e.x/none/", "https://v7.e.x/none/"]
    files = {**MKDOCS, "docs/a.md": "# A\n", "docs/index.md": " ".join(f"[x]({href})" for href in hrefs)}
    found = statuses(files, "mkdocs", "docs/index.md")
    assert found["https://e.x/a/"] == "ok"
    assert found["https://v7.e.x/none/"] == "external"


def test_9_what_looks_like_a_link_and_is_none() -> None:
    files = {**VITEPRESS, "docs/a.md": '<Teleport to="body">x</Teleport>\n\n`[a](b.md)` [x](none.md)\n'}
    assert statuses(files, "vitepress", "docs/a.md") == {"none.md": "missing"}
    page = "---\n---\n{% raw %}[a]({{ b }}.md){% endraw %}\n\n{% highlight html %}\n<a href='c'>c</a>\n"
    files = {**JEKYLL, "a.md": page + "{% endhighlight %}\n\n[x](none.html)\n"}
    assert statuses(files, "jekyll", "a.md").get("none.html") == "missing"
    assert "missing" not in {
        status for href, status in statuses(files, "jekyll", "a.md").items() if href != "none.html"
    }
    files = {**DOCSIFY, "docs/README.md": "[x](none.md) [y](/away ':ignore') [z](https://e.x ':target=_self')\n"}
    found = statuses(files, "docsify", "docs/README.md")
    assert found["none.md"] == "missing"
    assert found["/away"] != "missing"


@pytest.mark.parametrize(
    "written",
    [
        "[x](hash\\_join.md)",
        "[x](a.md#r&eacute;daction)",
        "[x](a.md#r%C3%A9daction)",
        "[x](sp%20ace.md)",
        "[x](<sp ace.md>)",
        "[x](  a.md  )",
        "[x](\na.md)",
        "[x](a.md#:~:text=word)",
        "[x](a.md#a-b%24c)",
        "![x](<pic (1).png>)",
        "[x][r]\n\n[r]:\n  a.md",
    ],
)
def test_10_escapes_and_encodings(written: str) -> None:
    files = {
        "README.md": written,
        "hash_join.md": "",
        "sp ace.md": "",
        "pic (1).png": "",
        "a.md": '# Rédaction\n\n<a id="a-b$c"></a>\n',
    }
    assert [link.status for link in written_links(make_site(files), "README.md")] in (["ok"], ["asset"])
    assert [link.status for link in written_links(make_site({"README.md": written}), "README.md")] in (
        ["missing"],
        ["asset-missing"],
    )


def test_10_attributes_after_a_link_are_not_part_of_it() -> None:
    files = {
        **MKDOCS,
        "mkdocs.yml": MKDOCS["mkdocs.yml"] + "markdown_extensions: [attr_list]\n",
        "docs/a.md": "# A\n",
        "docs/index.md": "[x](a.md){target=_blank} [y](none.md){target=_blank}\n",
    }
    assert statuses(files, "mkdocs", "docs/index.md") == {"a.md": "ok", "none.md": "missing"}


@pytest.mark.parametrize("framework", ["docusaurus", "mkdocs", "mdbook", "vitepress", "eleventy"])
def test_sites_of_tests_and_examples_are_none_whatever_the_framework(framework: str) -> None:
    sites = {
        "docusaurus": {"docusaurus.config.js": "module.exports = {}\n", "docs/a.md": "# A\n"},
        "mkdocs": MKDOCS,
        "mdbook": MDBOOK,
        "vitepress": VITEPRESS,
        "eleventy": {".eleventy.js": "", "a.md": "# A\n"},
    }
    for folder, found in (("documentation", True), ("integration-tests/a", False), ("demos", False), ("e2e", False)):
        site = make_site({f"{folder}/{path}": text for path, text in sites[framework].items()} | {"README.md": "# R\n"})
        assert (framework in [each.name for each in site.frameworks]) == found, folder
