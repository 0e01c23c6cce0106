"""Whatever stands in links, headings and templates, what a framework makes of it is found out in linear time."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable

import pytest

from linklint.site.profiles.eleventy.templates import drop_comments
from linklint.site.profiles.fern.fragments import find_parts
from linklint.site.profiles.hugo.fragments import has_hidden_headings
from linklint.site.profiles.hugo.shortcodes import find_plain
from linklint.site.profiles.plain_ids import is_filled
from linklint.site.profiles.quiet import read_module
from tests.site.sites import site_with
from tests.timing import check_linear

LENGTH = 15_000  # characters: what takes quadratic time needs half a second or more for so many
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

    def work(length: int) -> None:
        text = unit * (length // len(unit))
        shown = text.replace("<", "").replace(">", "")
        links = f"[a](<{shown}>) [b](x.md) [c](#{shown.replace(' ', '').replace('(', '')})"
        body = f"---\ntitle: x\n---\n# h\n\n{links}\n\n{text}\n\n## {text}\n"
        site_with({**files, page: body}, framework=framework)

    check_linear(work, LENGTH)


REDIRECTS = "---\npermalink: /_redirects\n---\n"
FORM = "/x/" + "{{ a }}-" * 30
BESIDE: dict[str, tuple[str, Callable[[int], dict[str, str]]]] = {
    "a script of Hugo's": (
        "hugo",
        lambda length: {**FRAMEWORKS["hugo"][0], "content/a.md": "# A", "copy.sh": "cp -" + "a" * length},
    ),
    "a component of Astro's": (
        "astro",
        lambda length: {
            "astro.config.mjs": "export default {}",
            "src/pages/a.md": "[x](#b)",
            "src/X.astro": f"<p id={' ' * length}",
        },
    ),
    "a plugin of Docusaurus": (
        "docusaurus",
        lambda length: {
            "docusaurus.config.js": "module.exports = {plugins: ['./p.js']}",
            "docs/a.md": "# A",
            "p.js": f"({' ' * length}",
        },
    ),
    **{
        f"redirects that a template makes: {unit}": ("eleventy", lambda length, unit=unit: make_redirects(unit, length))
        for unit in ("{%", "{{", "{{ ", "{{ x.from }} /a")
    },
    "many fragments of one page with many headings": (
        "plain",
        lambda length: {
            "x/a.md": "".join(f"[a](b.md#h.{number}) " for number in range(length // 8)),
            "x/b.md": "".join(f"## h.{number}\n\n" for number in range(length // 8)),
        },
    ),
    "many addresses of pages with one name": (
        "plain",
        lambda length: {
            "README.md": "\n".join(f"[x](/docs/{number}/overview)" for number in range(length // 15)),
            **{f"a/b/{number}/overview.md": "" for number in range(length // 15)},
        },
    ),
    "many notes with one name": (
        "obsidian",
        lambda length: {f"{number}/overview.md": NOTE.format(number + 1) for number in range(length // 40)},
    ),
}
NOTE = "# One\n\n[[overview]] [[{0}/overview#one]] [[overview#two]] ![](overview.png)\n"


def make_redirects(unit: str, length: int) -> dict[str, str]:
    texts = {"{{ ": "{{" + " " * length, "{{ x.from }} /a": "{{ x.from }} /a"}
    text = texts.get(unit, unit * (length // len(unit)))
    return {".eleventy.js": "", "a.md": "# A", "r.njk": REDIRECTS + text, "_data/x.yaml": "\n" * length}


@pytest.mark.parametrize("name", BESIDE)
def test_a_site_of_many_like_things_is_read_in_linear_time(name: str) -> None:
    framework, make = BESIDE[name]
    check_linear(lambda length: site_with(make(length), framework=framework), LENGTH)


def test_addresses_that_a_layout_makes_are_no_matter_of_their_names() -> None:
    """Each name fits the form in very many ways."""
    layout = {".eleventy.js": "", "_includes/l.njk": f"<a href='{FORM}'>x</a>"}
    pages = dict.fromkeys(("x/a.md", f"x/{'-' * 90}.md"), "---\nlayout: l.njk\n---\n# A")
    start = time.process_time()
    site_with(layout | pages, framework="eleventy")
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


def test_of_pages_with_one_name_an_address_means_that_in_its_folder() -> None:
    framework, make = BESIDE["many addresses of pages with one name"]
    site = site_with(make(1500), framework=framework)
    assert {link.target.path for link in site.links if link.target} >= {"a/b/0/overview.md", "a/b/99/overview.md"}


def test_notes_with_one_name_are_told_apart_by_their_folders() -> None:
    count = 300
    notes = {f"{number}/overview.md": NOTE.format((number + 1) % count) for number in range(count)}
    site = site_with(notes, framework="obsidian")
    assert {link.source.path for link in site.links if link.target is link.source} == {page.path for page in site.pages}
    counts = Counter(link.status for link in site.links if link.written)
    assert counts == {"ok": 2 * count, "opaque": count, "missing": count}


def test_blanks_behind_a_mark_of_generated_text_are_passed_over_once() -> None:
    check_linear(lambda length: find_parts(b"BEGIN GENERATED\n" + b" " * length + b"<"), LENGTH)
    assert not find_parts(b"BEGIN GENERATED\n" + b" " * 100 + b"<").further


@pytest.mark.parametrize(
    "unit",
    [
        "{/*",
        "/*",
        "<!--",
        "<a ",
        "<a name",
        " id=",
        " id={",
        " id=`a${",
        "import ",
        "{...",
        "id ",
        "h(",
        "\n ",
        "`",
        "//",
    ],
)
def test_the_code_of_a_component_is_read_in_linear_time(unit: str) -> None:
    check_linear(lambda length: (read_module((unit * (length // len(unit))).encode()), None)[1], 10 * LENGTH)


@pytest.mark.parametrize(
    "unit",
    [
        "{{/*",
        "{{/* */",
        "<!--",
        "<h1 ",
        " id=",
        " id='",
        "<h1 id=a",
        "partial ",
        'partial "',
        "template `a",
        "\n# ",
        "{{",
    ],
)
def test_the_template_of_a_shortcode_is_read_in_linear_time(unit: str) -> None:
    check_linear(lambda length: (find_plain({"a": [unit * (length // len(unit))]}, {}), None)[1], 10 * LENGTH)


@pytest.mark.parametrize("unit", ["{{< /", "    ## a\n", "```\n", "~~~", " ", "{{"])
def test_what_is_hidden_in_a_text_is_found_in_linear_time(unit: str) -> None:
    def work(length: int) -> None:
        text = (unit * (length // len(unit)) + "\n{{< / >}}\n").encode()
        has_hidden_headings(text)
        is_filled(text)

    check_linear(work, 10 * LENGTH)
