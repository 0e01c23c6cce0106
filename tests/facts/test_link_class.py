"""The class of the text is told of many links at a glance, and is always the one that a close look finds."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from linklint.facts.link_class import is_code_word, may_say_no_words, text_class
from linklint.facts.text import class_of, generic_texts, normalise_text, primary_language
from linklint.model.document import WrittenLink
from linklint.model.place import pack_spans
from linklint.model.site import Link
from tests.building import build_site, build_world, span_at

SITE = build_site(
    "a; b; c; d",
    {
        "a": {"lang": "en-GB"},
        "b": {"title": "Sea salt", "lang": "de"},
        "c": {"title": "About B", "front_matter": {"keyword": "salt"}},
        "d": {"title": None},
    },
)
PHRASES = {"en": ["click here", "here"], "de": ["hier"], "*": ["link"]}
TEXTS = st.sampled_from(
    "|| |»|!here!|Here|hier|link|click here|Sea salt|sea  SALT.|about b|salt|b.md|https://x.example|WWW.x|hot|c.md "
    "|the salt of b|Ünder|→|a\tb|'quoted'|[1]".split("|")
)
WRITTEN = st.fixed_dictionaries(
    {
        "element": st.sampled_from(["a", "a", "area", "img", "iframe"]),
        "href": st.sampled_from(["b.md", "c.md", " c.md", "https://x.example", "salt", ""]),
        "text": TEXTS,
        "aria_label": st.none() | TEXTS,
        "title": st.none() | TEXTS,
        "only_images": st.booleans(),
        "made": st.booleans(),
        "code": st.booleans(),
    }
)
ENDS = st.tuples(st.sampled_from(SITE.pages), st.none() | st.sampled_from(SITE.pages))
LINKS = st.lists(st.tuples(ENDS, st.none() | WRITTEN), max_size=12)


def make_link(source: Any, target: Any, fields: dict[str, Any] | None) -> Link:
    written = fields and WrittenLink(syntax="html", written=fields["href"], spans=pack_spans(span_at(1)), **fields)
    return Link(source, source.path, written or None, "internal", "ok", "body", target)


def look_closely(link: Link) -> str | None:
    written, target = link.written, link.target
    if written is None or written.element in ("img", "iframe"):
        return None
    if written.made and not written.aria_label and not written.title:
        return None
    generic = generic_texts(primary_language(link.source.lang), PHRASES)
    label = normalise_text(written.aria_label or "")
    return class_of(
        written.text,
        "" if written.code else written.href,
        names=(written.aria_label or "", written.title or ""),
        image=written.only_images,
        generic=(normalise_text(written.text) in generic and not is_code_word(written)) or label in generic,
        keyword=(target.document.front_matter or {}).get("keyword") if target else None,
        title=target.title if target else None,
    )


@given(LINKS)
def test_many_links_have_the_classes_that_each_has(described: Any) -> None:
    links = [make_link(*ends, fields) for ends, fields in described]
    world = build_world(SITE, generic_phrases=PHRASES)
    expected = list(map(look_closely, links))
    assert [text_class(world, link) for link in links[::2]] == expected[::2]
    assert text_class.of_many(world, links) == expected


@given(LINKS)
def test_what_seems_to_be_words_has_no_rare_class(described: Any) -> None:
    links = [make_link(*ends, fields) for ends, fields in described]
    world = build_world(SITE, generic_phrases=PHRASES)
    for class_, peculiar in zip(text_class.of_many(world, links), may_say_no_words.of_many(world, links), strict=True):
        assert peculiar or class_ not in text_class.rare


def test_plain_words_are_not_peculiar() -> None:
    plain = {"element": "a", "href": "b.md", "text": "Sea salt"}
    links = [make_link(SITE.pages[0], SITE.pages[1], plain | {"text": text}) for text in ("Sea salt", "hot", "b.md")]
    assert may_say_no_words.of_many(None, links) == [False, False, True]
