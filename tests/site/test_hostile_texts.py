"""Whatever stands in links, headings and templates, what a framework makes of it is found out in linear time."""

from __future__ import annotations

import time

import pytest

from linklint.site.profiles.eleventy.templates import drop_comments
from tests.site.sites import site_with

LENGTH = 60_000  # characters: what takes quadratic time needs ten seconds or more for so many
FRAMEWORKS = {
    "jekyll": ({"_config.yml": "title: x\n", "Gemfile": "gem 'jekyll'\n"}, "a.md"),
    "eleventy": ({".eleventy.js": "module.exports = function () {}\n"}, "a.md"),
    "hugo": ({"hugo.toml": "title = 'x'\n", "layouts/a.html": ""}, "content/a.md"),
    "docfx": ({"docfx.json": '{"build": {"content": [{"files": ["**/*.md"]}]}}'}, "a.md"),
    "gitbook": ({".gitbook.yaml": "root: ./\n", "SUMMARY.md": "* [a](a.md)\n"}, "a.md"),
    "plain": ({}, "a.md"),
}


@pytest.mark.parametrize(
    ("framework", "unit"),
    [
        ("jekyll", "{{"), ("jekyll", "{{ "), ("jekyll", "{% link "), ("jekyll", "{% for a in site.b "),
        ("eleventy", "{{"), ("eleventy", "{#"), ("eleventy", "<!--"), ("eleventy", "{% set "), ("eleventy", "{ #a"),
        ("hugo", "{{< ref "), ("hugo", "{{< ref a   "), ("docfx", "<xref:"),
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
