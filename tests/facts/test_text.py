"""Classes of anchor texts: the first that fits."""

import pytest

from linklint.facts.text import class_of, count_words, generic_texts, normalise_text

PHRASES = {"en": ["click here", "more"], "de": ["hier", "mehr"], "*": ["link"]}


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        ("", {}, "empty"),
        ("  ", {"names": [" "]}, "empty"),
        ("", {"names": ["Guide"]}, "other"),
        ("→", {}, "symbol"),
        ("", {"names": ["»"]}, "symbol"),
        ("https://example.com/a", {}, "url"),
        ("www.example.com", {}, "url"),
        ("a.md", {"href": "a.md"}, "url"),
        ("/a", {"href": "/a"}, "url"),
        ("a-b_c", {"href": "a-b_c"}, "other"),
        ("more", {"generic": True}, "generic"),
        ("https://example.com", {"generic": True}, "url"),
        ("Alt text", {"image": True, "keyword": "alt text"}, "image"),
        ("Alt Text!", {"keyword": "alt text"}, "exact"),
        ("the text for alt", {"keyword": "alt text"}, "partial"),
        ("writing alt text well", {"keyword": "alt text"}, "partial"),
        ("salt textures", {"keyword": "alt text"}, "other"),
        ("A guide to salt", {"keyword": "alt text", "title": "A Guide to Salt"}, "title"),
        ("A guide", {"title": "A guide to salt"}, "other"),
        ("https and you", {}, "other"),
    ],
)
def test_class_is_the_first_that_fits(text, options, expected):
    assert class_of(text, **options) == expected


@pytest.mark.parametrize(
    ("text", "language", "generic"),
    [
        ("Click  here »", "en", True),
        ("hier", "en", False),
        ("hier", "de", True),
        ("Link", "de", True),
        ("hier", None, True),
        ("hier", "fi", True),
        ("click here to learn about salt", "en", False),
        ("…", "en", False),
    ],
)
def test_generic_is_the_whole_text_in_the_list_of_its_language(text, language, generic):
    assert (normalise_text(text) in generic_texts(language, PHRASES)) is generic


def test_no_list_makes_nothing_generic():
    assert not generic_texts("en", {})


def test_words_are_counted_where_spaces_part_them():
    assert [count_words(text) for text in ("a guide – to salt", "", "了解更多", "여기를 클릭")] == [4, 0, None, 2]
