"""Anchor texts made comparable, in any script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linklint.graph.text import normalise_text, normalise_texts, primary_language


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("Read  more …", "read more"),
        ("→ Learn more »", "learn more"),
        ("Click here!👉🏽", "click here"),
        ("❤️ Guide", "guide"),
        ("«Straße»", "strasse"),
        ("cafe\u0301", "café"),
        ("\u200bhere\u200b", "here"),
        ("state-of-the-art", "state-of-the-art"),
        ("[1]", "1"),
        ("See more :material-arrow-right:", "see more"),
        (":rocket: :+1: Go on :100: !", "go on"),
        (":rocket: :tada:", "rocket"),
        ("std :: vec:", "std :: vec"),
        (":a:b c:d:", "a:b c:d"),
        ("→", ""),
        ("", ""),
    ],
)
def test_ornaments_go_and_words_stay(text, normal):
    assert normalise_text(text) == normal


@pytest.mark.parametrize("text", ["மேலும் அறிக", "続きを読む", "了解更多", "اینجا کلیک کنید", "여기를 클릭", "ไทย"])
def test_no_script_loses_a_letter_or_mark(text):
    assert normalise_text(f"“{text}”!") == text


@pytest.mark.parametrize("text", ["c++", "c#", ".net", ".gitignore"])
def test_names_keep_what_tells_them_apart(text):
    assert normalise_text(text.upper()) == text


@pytest.mark.parametrize("text", ["more...", "...more", "more +", "# more"])
def test_loose_signs_are_ornaments(text):
    assert normalise_text(text) == "more"


@given(st.text(max_size=20) | st.text("a: !+", max_size=12))
def test_normalising_twice_is_normalising_once(text):
    assert normalise_text(normalise_text(text)) == normalise_text(text)


def test_primary_language_is_the_first_subtag():
    assert [primary_language(tag) for tag in ("pt-BR", "zh_CN", "DE", "", None)] == ["pt", "zh", "de", None, None]


@given(st.lists(st.text(st.sampled_from("aA. "), max_size=3)))
def test_many_texts_are_normalised_each_for_itself(texts):
    assert normalise_texts(texts) == list(map(normalise_text, texts))


@given(st.text(st.characters(max_codepoint=127)) | st.text("a: !+", max_size=12))
def test_ascii_is_normalised_as_any_text(text):
    assert normalise_text(text) == normalise_text(text + "\u200b")  # which is not ASCII, and an ornament
