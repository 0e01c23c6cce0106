"""What the tags of each template language mean: links, includes, comments, and what is text."""

from __future__ import annotations

import pytest

from tests.source.masked_documents import includes, links, read

Links = list[tuple[str, str, str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('[a]({{< relref "x.md#f" >}} "t")', [("inline", '{{< relref "x.md#f" >}}', "a")]),
        ('[a]({{% ref path="x y.md" lang="de" %}})', [("inline", '{{% ref path="x y.md" lang="de" %}}', "a")]),
        ("[a]({{< ref `x>}}.md` >}})", [("inline", "{{< ref `x>}}.md` >}}", "a")]),
        ('[r]: {{< ref "x.md" >}}\n\n[a][r]', [("reference", '{{< ref "x.md" >}}', "a")]),
        ('{{< card link="/docs" title="D" >}}', [("shortcode", "/docs", "D")]),
        ('{{< figure src="i.png" link="/y" alt="z" />}}', [("shortcode", "i.png", "z"), ("shortcode", "/y", "z")]),
        ("{{< note >}}\n[c](c.md)\n{{< /note >}}", [("inline", "c.md", "c")]),
        ("{{% steps %}}\n## [c](c.md)\n{{% /steps %}}", [("inline", "c.md", "c")]),
        ("[{{< icon x >}} a](b)", [("inline", "b", "{{< icon x >}} a")]),
        # silent
        ('[a]({{</* relref "x.md" */>}})', []),
        ('{{</* card link="/docs" */>}}', []),
        ('{{/* [a](b) */}}{{/* {{< card link="/docs" >}} */}}', []),
        ('```\n{{< card link="/docs" >}}\n```', []),
        ('`{{< card link="/docs" >}}`', []),
        ("{{< highlight go >}}\n[a](b)\n{{< /highlight >}}", []),
        ("{{< card link=/docs >}}", []),
        ('{{< video src="a.mp4" >}}', []),
        # not closed, or closed by the other mark
        ("{{< note [a](b)", [("inline", "b", "a")]),
        ("{{< note %}} [a](b)", [("inline", "b", "a")]),
    ],
)
def test_hugo(text: str, expected: Links) -> None:
    assert links(text, "hugo") == expected


def test_hugo_includes() -> None:
    text = '{{% include "_inc/x.md" %}}\n{{< param v >}} {{< ref "a" >}}\n\n```\n{{< readfile file="c.md" >}}\n```\n'
    assert includes(text, "hugo") == [("include", "_inc/x.md", None, 1), ("shortcode", "param v", None, 2)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a]({% link _docs/x.md %})", [("inline", "{% link _docs/x.md %}", "a")]),
        ("[a]({% post_url 2016-07-26-n %}#f)", [("inline", "{% post_url 2016-07-26-n %}#f", "a")]),
        ("|a|\n|-|\n|[t]({{ '/x/' | relative_url }})|", [("inline", "{{ '/x/' | relative_url }}", "t")]),
        ("{% raw %}[r](r.md) [s]({{ x }}){% endraw %}", [("inline", "r.md", "r")]),
        ("{% callout %}\n[a](b)\n{% endcallout %}", [("inline", "b", "a")]),
        # silent
        ("{% comment %}[a](b){% endcomment %}", []),
        ("{%- comment -%}\n[a](b)\n{%- endcomment -%}", []),
        ("{% highlight html %}\n<a href=x>y</a>\n{% endhighlight %}", []),
        ("`{% raw %}[a](b){% endraw %}`", []),
    ],
)
def test_liquid(text: str, expected: Links) -> None:
    assert links(text, "liquid") == expected


def test_liquid_includes() -> None:
    text = "{% include a.html x='y' %}\n{% include_relative b.md %}\n\n{{ content }}\n\n{% if x %}\n\nx {{ y }}\n"
    assert includes(text, "liquid") == [
        ("include", "a.html", None, 1),
        ("include-relative", "b.md", None, 2),
        ("macro", "{{ content }}", None, 4),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '{% content-ref url="x.md" %}\n[x.md](x.md)\n{% endcontent-ref %}',
            [("shortcode", "x.md", ""), ("inline", "x.md", "x.md")],
        ),
        ('{% hint style="info" %}\n[a](b)\n{% endhint %}', [("inline", "b", "a")]),
        ('{% page-ref page="x.md" %}', [("shortcode", "x.md", "")]),
        ("[a]({{ b }})", []),
        ('```\n{% embed url="x.md" %}\n```', []),
        ("`{% raw %}` [a](b) `{% endraw %}`", [("inline", "b", "a")]),
    ],
)
def test_gitbook(text: str, expected: Links) -> None:
    assert links(text, "gitbook") == expected


def test_jinja() -> None:
    text = '[a]({{ f("}}") }}) {# [b](c) #}\n\n{% include "d.md" %}\n\n{{ e() }}\n\n{% raw %}[g]({{ h }}){% endraw %}\n'
    assert links(text, "jinja") == [("inline", '{{ f("}}") }}', "a")]
    assert includes(text, "jinja") == [("include", "d.md", None, 3), ("macro", "{{ e() }}", None, 5)]


def test_jinja_without_an_end_is_text() -> None:
    assert links("{{ a [b](c) {{ d }}", "jinja") == [("inline", "c", "b")]


def test_vue() -> None:
    text = "[a]({{ b }}) `{{ c` [d](e) `}}`\n\n<!-- @include: ./f.md#part{1,2} -->\n\n{{ g\n\n}} [h](i)\n"
    assert links(text, "vue") == [("inline", "{{ b }}", "a"), ("inline", "e", "d"), ("inline", "i", "h")]
    assert includes(text, "vue") == [("include", "./f.md", "#part{1,2}", 3)]


def test_vue_leaves_code_alone() -> None:
    assert includes("```\n<!-- @include: ./f.md -->\n```\n", "vue") == []


def test_handlebars() -> None:
    text = "{{#include ../a.md:part}}\n\n\\{{#include b.md}}\n\n```\n{{#include c.rs}}\n```\n{{#title T}} {{d}}\n"
    assert includes(text, "handlebars") == [("include", "../a.md", "part", 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('--8<-- "a.md"', [("snippet", "a.md", None, 1)]),
        ("  ---8<--- 'a.md:part'\r\n", [("snippet", "a.md", "part", 1)]),
        ('--8<-- "a.md:2:4"', [("snippet", "a.md", "2:4", 1)]),
        ('--8<-- "https://x.y/z.md"', [("snippet", "https://x.y/z.md", None, 1)]),
        ("--8<--\na.md\n; b.md\nc.md\n--8<--\n", [("snippet", "a.md", None, 1), ("snippet", "c.md", None, 1)]),
        (';--8<-- "a.md"', []),
        ('--8<-- "; a.md"', []),
        ('x --8<-- "a.md"', []),
        ('```\n--8<-- "a.py"\n```', []),
        ("--8<--\na.md\n", []),
    ],
)
def test_snippets(text: str, expected: list[tuple[str, str, str | None, int]]) -> None:
    assert includes(text, "snippets") == expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("liquid", "{% comment %} linklint-disable-file no-x -- why {% endcomment %}"),
        ("liquid", "{% # linklint-disable-file no-x -- why %}"),
        ("jinja", "{# linklint-disable-file no-x -- why #}"),
        ("hugo", "{{/* linklint-disable-file no-x -- why */}}"),
    ],
)
def test_comments_can_be_directives(name: str, text: str) -> None:
    found = read(text, name).directives
    assert [(item.kind, item.rules, item.reason) for item in found] == [("file", ("no-x",), "why")]
    assert not read(f"```\n{text}\n```\n", name).directives
