"""Masks: foreign syntax breaks nothing, keeps its places, and is put back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linklint.model.document import Dialect
from linklint.source.lines import Lines
from linklint.source.masks.masking import SYNTAXES, mask_text
from linklint.source.parse import parse
from tests.source.masked_documents import links, read

_FRAGMENTS = (
    "{{", "}}", "{%", "%}", "{#", "#}", "{{<", ">}}", "{{%", "{{</*", "*/>}}", "{{/*", "*/}}", "--8<-- ", '"x.md"',
    "\n", "\r\n", "\r", " ", "`", "```\n", "a", "# ", "- ", "[", "](", ")", "<a href=", '"', "'", ">", "raw", "endraw",
    "comment", "endcomment", "include", "highlight", "endhighlight", "relref", "/", "#include a", "<!--@include: b-->",
    "\\", "|", "\U000f0000", "\U0010fffd", "é",
)  # fmt: skip
_TEXTS = st.lists(st.sampled_from(_FRAGMENTS), max_size=30).map("".join)


@given(_TEXTS, st.sampled_from(sorted(SYNTAXES)))
def test_a_masked_text_is_as_long_and_differs_only_in_its_masks(text: str, name: str) -> None:
    masked = mask_text(text, 0, [name])
    assert len(masked.text) == len(text)
    end = 0
    for mask in masked.masks:
        assert end <= mask.start < mask.end <= len(text)
        assert masked.text[end : mask.start] == text[end : mask.start]
        end = mask.end
        for link in mask.links:
            assert mask.start <= link.start <= link.end <= mask.end
            assert text[link.start : link.end] == link.href
    assert masked.text[end:] == text[end:]
    assert Lines(text).count >= Lines(masked.text).count


@given(_TEXTS, st.sampled_from(sorted(SYNTAXES)))
def test_what_was_masked_is_put_back_exactly(text: str, name: str) -> None:
    if not any(ord(character) >= 0xF0000 for character in text):
        masked = mask_text(text, 0, [name])
        if not any(masked.text[mask.start : mask.end].isspace() or ":href" in masked.text for mask in masked.masks):
            assert masked.filling.restore(masked.text) == text


@given(_TEXTS, st.sampled_from(sorted(SYNTAXES)))
def test_destinations_are_exact_whatever_is_masked(text: str, name: str) -> None:
    for link in read(text, name).links:
        if link.destination is not None:
            assert text[link.destination.start : link.destination.end] == link.written


@given(_TEXTS)
def test_masking_from_an_offset_on_leaves_what_is_before(text: str) -> None:
    for name in SYNTAXES:
        masked = mask_text("{{ a }}{% b %}\n" + text, 15, [name])
        assert masked.text.startswith("{{ a }}{% b %}\n")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places_stay_exact_with_every_line_end(end: str) -> None:
    text = 'a {{ x }}\n\n{% if y %}\n[t{{ z }}]( {{ u }}/v "w" )\n{% endif %}\n'.replace("\n", end)
    link = read(text, "liquid").links[0]
    assert (link.span.line, link.span.column, link.destination and link.destination.column) == (4, 1, 13)
    assert link.written == link.href == "{{ u }}/v"
    assert link.text == "t{{ z }}"


def test_without_masks_nothing_changes() -> None:
    text = "[a]({{ x }}) {% raw %}[b](c){% endraw %}"
    assert links(text) == [("inline", "c", "b")]
    assert links(text, "no-such-mask") == [("inline", "c", "b")]


def test_a_text_without_foreign_syntax_gives_the_same_document() -> None:
    text = "# T\n\n[a](b.md) `{` { % } <b>x</b>\n"
    assert read(text, *SYNTAXES) == read(text)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ('<a {{ attrs }} href="x">t</a>', [("html", "x", "t")]),
        ('<a {% if y %}class="z"{% endif %} href="x">t</a>', [("html", "x", "t")]),
        ('<a href="{{ url }}">t</a>', [("html", "{{ url }}", "t")]),
        ("<a href={{ url }}>t</a>", [("html", "{{ url }}", "t")]),
        ("<a {{ attributes }}>t</a>", []),
        ('<a href="/x/{% if a %}b{% endif %}">t</a>', [("html", "/x/{% if a %}b{% endif %}", "t")]),
    ],
)
def test_tags_with_expressions_stay_tags(tag: str, expected: list[tuple[str, str, str]]) -> None:
    assert links(tag, "liquid") == expected
    assert links(f"text {tag} text", "liquid") == expected


def test_a_line_of_conditions_is_blank_and_breaks_no_list() -> None:
    document = read("# A\n{% if x %}\n## B\n{% endif %}\n- [c](d)\n", "liquid")
    assert [(heading.level, heading.text) for heading in document.headings] == [(1, "A"), (2, "B")]
    assert len(document.links) == 1


def test_headings_show_expressions_and_keep_their_source() -> None:
    heading = read("## A {{ v }}{% comment %}x{% endcomment %} {#i-{{ n }}}\n", "liquid").headings[0]
    assert heading.text == "A {{ v }}"
    assert heading.raw == "A {{ v }}{% comment %}x{% endcomment %}"
    assert heading.id == "i-{{ n }}"


def test_titles_show_expressions() -> None:
    assert read("# A {{ v }}\n", "liquid").title == "A {{ v }}"


def test_html_pages_are_masked_too() -> None:
    hidden = "{% comment %}<a href=x>{% endcomment %}"
    text = f'<title>{{{{ t }}}}</title>\n<p>~~~ {{% include a.html %}}\n<a href="{{{{ u }}}}">{{{{ v }}}}</a>{hidden}\n'
    document = parse(text.encode(), Dialect(syntax="html", masks=("liquid",)))
    assert document.title == "{{ t }}"
    assert [(link.href, link.text, link.span.line) for link in document.links] == [("{{ u }}", "{{ v }}", 3)]
    assert [(item.kind, item.written) for item in document.includes] == [("include", "a.html")]


def test_the_head_of_a_page_keeps_its_expressions() -> None:
    text = (
        '<link rel="canonical" href="{{ site }}/a"><meta http-equiv="refresh" content="0; url={{ page.to }}">'
        '<link rel="alternate" hreflang="de" href="{{ de }}"><base href="{{ base }}">'
    )
    head = parse(text.encode(), Dialect(syntax="html", masks=("liquid",))).head
    assert (head.canonical, head.refresh, head.base) == ("{{ site }}/a", "{{ page.to }}", "{{ base }}")
    assert [each.href for each in head.alternates] == ["{{ de }}"]
