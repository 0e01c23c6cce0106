"""Whatever stands in links, headings and templates, what a framework makes of it is found out in linear time."""

from __future__ import annotations

import time
from collections import Counter

import pytest

from linklint.site.profiles.eleventy.templates import drop_comments
from linklint.site.profiles.fern.fragments import find_parts
from tests.site.sites import site_with

LENGTH = 60_000  # characters: what takes quadratic time needs ten seconds or more for so many
FRAMEWORKS = {
    "jekyll": ({"_config.yml": "title: x\n", "Gemfile": "gem 'jekyll'\n"}, "a.md"),
    "eleventy": ({".eleventy.js": "module.exports = function () {}\n"}, "a.md"),
    "hugo": ({"hugo.toml": "title = 'x'\n", "layouts/a.html": ""}, "content/a.md"),
    "docfx": ({"docfx.json": '{"build": {"content": [{"files": ["**/*.md"]}]}}'}, "a.md"),
    "gitbook": ({".gitbook.yaml": "root: ./\n", "SUMMARY.md": "* [a](a.md)\n"}, "a.md"),
    "vuepress": ({".vuepress/config.js": "module.exports = {markdown: {}}"}, "a.md"),
    "rspress": ({"rspress.config.ts": "export default {root: '.'}"}, "a.md"),
    "hexo": ({"_config.yml": "root: /", "package.json": '{"dependencies": {"hexo": "7"}}'}, "source/a.md"),
    "zola": ({"config.toml": "base_url = '/'", "content/b.md": ""}, "content/a.md"),
    "nuxt": ({"package.json": '{"dependencies": {"docus": "5"}}', "content/b.md": ""}, "content/a.md"),
    "sphinx": ({"conf.py": "extensions = ['myst_parser']\nmyst_heading_anchors = 3", "index.md": "x"}, "a.md"),
    "fern": ({"docs.yml": "navigation: [{page: A, path: a.mdx}]", "fern.config.json": "{}"}, "a.mdx"),
    "plain": ({}, "a.md"),
}


@pytest.mark.parametrize(
    ("framework", "unit"),
    [
        ("jekyll", "{{"), ("jekyll", "<a href='/a/{{ "), ("jekyll", "{{ "), ("jekyll", "{% link "),
        ("jekyll", "{% for a in site.b "),
        ("eleventy", "{{"), ("eleventy", "{#"), ("eleventy", "<!--"), ("eleventy", "{% set "), ("eleventy", "{ #a"),
        ("hugo", "{{< ref "), ("hugo", "{{< ref a   "), ("docfx", "<xref:"),
        ("vuepress", "<RouterLink "), ("vuepress", '<RouterLink a="'), ("vuepress", " {#a"), ("vuepress", ":a"),
        ("rspress", " {#a"), ("rspress", " {#a}"), ("rspress", "a/"),
        ("hexo", "{% post_link "), ("hexo", "{% raw "), ("hexo", "a/"), ("hexo", "`"),
        ("zola", "{{ a("), ("zola", "{% a() %}"), ("zola", "a/"), ("zola", "{#a"),
        ("nuxt", "::a\n"), ("nuxt", "::a\n---\n"), ("nuxt", ":a[b]"), ("nuxt", ":a{"), ("nuxt", ":::::"),
        ("nuxt", ":a{to="), ("nuxt", "::a{b"), ("nuxt", "::a\n---\ntitle: "), ("nuxt", "-"),
        ("sphinx", "{ref}`"), ("sphinx", "{a}``"), ("sphinx", "{ref}`a <"), ("sphinx", "```{note}\n"),
        ("sphinx", ":::{note}\n"), ("sphinx", "(a)=\n"), ("sphinx", "```{toctree}\na*\n```\n"),
        ("sphinx", "```{eval-rst}\n.. toctree::\n\n   a/b\n```\n"), ("sphinx", "```{note}\n:a: "), ("sphinx", ":::"),
        ("sphinx", "```{a} b/c\n```\n"), ("sphinx", "```{toctree}\nx/"), ("sphinx", ".. _a:"), ("sphinx", "{a}`b``"),
        ("fern", "<Card "), ("fern", "<Card title='"), ("fern", "<Markdown src="), ("fern", "BEGIN GENERATED\n"),
        ("fern", "x."),
        ("gitbook", "<summary"), ("gitbook", "<summary>"), ("gitbook", "1"), ("plain", "{#a"), ("plain", " \u00a0"),
    ],
)  # fmt: skip
def test_a_page_of_one_repeated_text_is_read_in_linear_time(framework: str, unit: str) -> None:
    files, page = FRAMEWORKS[framework]
    text = unit * (LENGTH // len(unit))
    shown = text.replace("<", "").replace(">", "")
    links = f"[a](<{shown}>) [b](x.md) [c](#{shown.replace(' ', '').replace('(', '')})"
    body = f"---\ntitle: x\n---\n# h\n\n{links}\n\n{text}\n\n## {text}\n"
    start = time.process_time()
    site_with({**files, page: body}, framework=framework)
    assert time.process_time() - start < 4


BLANKS = " " * LENGTH
REDIRECTS = "---\npermalink: /_redirects\n---\n"
FORM = "/x/" + "{{ a }}-" * 30
BESIDE = {
    "a script of Hugo's": ("hugo", {**FRAMEWORKS["hugo"][0], "content/a.md": "# A", "copy.sh": "cp -" + "a" * LENGTH}),
    "a component of Astro's": (
        "astro",
        {"astro.config.mjs": "export default {}", "src/pages/a.md": "[x](#b)", "src/X.astro": f"<p id={BLANKS}"},
    ),
    "a plugin of Docusaurus": (
        "docusaurus",
        {"docusaurus.config.js": "module.exports = {plugins: ['./p.js']}", "docs/a.md": "# A", "p.js": f"({BLANKS}"},
    ),
    **{
        f"redirects that a template makes: {text.strip()[:8]}": (
            "eleventy",
            {".eleventy.js": "", "a.md": "# A", "r.njk": REDIRECTS + text, "_data/x.yaml": "\n" * LENGTH},
        )
        for text in ("{%" * (LENGTH // 2), "{{" * (LENGTH // 2), "{{" + BLANKS, "{{ x.from }} /a")
    },
    "many fragments of one page with many headings": (
        "plain",
        {
            "x/a.md": "".join(f"[a](b.md#h.{number}) " for number in range(8000)),
            "x/b.md": "".join(f"## h.{number}\n\n" for number in range(8000)),
        },
    ),
    "addresses that a layout makes": (
        "eleventy",
        {".eleventy.js": "", "_includes/l.njk": f"<a href='{FORM}'>x</a>", "x/a.md": "---\nlayout: l.njk\n---\n# A"}
        | {f"x/{'-' * 90}.md": "---\nlayout: l.njk\n---\n# B"},
    ),
}


@pytest.mark.parametrize("name", BESIDE)
def test_a_file_beside_the_pages_is_read_in_linear_time(name: str) -> None:
    framework, files = BESIDE[name]
    start = time.process_time()
    site_with(files, framework=framework)
    assert time.process_time() - start < 4


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a{# b #}c<!-- d -->e{% comment %}f{%- endcomment -%}g", "aceg"),
        ("a {#if x}<!-- b --> c {# d", "a {#if x} c {# d"),
        ("{# a <!-- #} b --> c", " b --> c"),
        ("{#}#}a", "a"),
        ("<!-- a {% comment %} b", "<!-- a {% comment %} b"),
    ],
)
def test_comments_of_templates(text: str, left: str) -> None:
    assert drop_comments(text) == left


def test_many_addresses_of_pages_with_one_name_take_linear_time() -> None:
    count = 4000
    files = {f"a/b/{number}/overview.md": "" for number in range(count)}
    links = "\n".join(f"[x](/docs/{number}/overview)" for number in range(count))
    start = time.process_time()
    site = site_with({**files, "README.md": links}, framework="plain")
    assert time.process_time() - start < 10
    assert {link.target.path for link in site.links if link.target} >= {"a/b/0/overview.md", "a/b/3999/overview.md"}


def test_many_notes_with_one_name_take_linear_time() -> None:
    count = 1500
    note = "# One\n\n[[overview]] [[{0}/overview#one]] [[overview#two]] ![](overview.png)\n"
    start = time.process_time()
    site = site_with({f"{n}/overview.md": note.format((n + 1) % count) for n in range(count)}, framework="obsidian")
    assert time.process_time() - start < 12
    assert {link.source.path for link in site.links if link.target is link.source} == {page.path for page in site.pages}
    counts = Counter(link.status for link in site.links if link.written)
    assert counts == {"ok": 2 * count, "opaque": count, "missing": count}


def test_blanks_behind_a_mark_of_generated_text_are_passed_over_once() -> None:
    start = time.process_time()
    assert not find_parts(b"BEGIN GENERATED\n" + b" " * LENGTH + b"<").further
    assert time.process_time() - start < 4
