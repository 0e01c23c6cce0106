"""Slips of the finger, counted and found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linklint.data.spelling import Spellings, count_edits, squeeze

WORDS = st.text("abcde", min_size=4, max_size=9)


@pytest.mark.parametrize(
    ("a", "b", "edits"),
    [
        ("garden", "garden", 0),
        ("garden", "gardn", 1),
        ("garden", "gardden", 1),
        ("garden", "gerden", 1),
        ("garden", "gadren", 1),
        ("garden", "agrdne", 2),
        ("garden", "gar", None),
        ("", "ab", 2),
    ],
)
def test_edits_are_counted_up_to_two(a: str, b: str, edits: int | None) -> None:
    assert count_edits(a, b, 2) == count_edits(b, a, 2) == edits


@pytest.mark.parametrize(
    ("word", "squeezed"),
    [
        ("01-Getting_started", "gettingstarted"),
        ("Berries", "berry"),
        ("roses", "rose"),
        ("as", "as"),
        ("2020-01-02", "20200102"),
        ("--", "--"),
        ("v1.2", "v12"),
        ("3d-models", "dmodel"),
    ],
)
def test_what_does_not_tell_words_apart_is_squeezed_out(word: str, squeezed: str) -> None:
    assert squeeze(word) == squeezed


@given(st.lists(WORDS, max_size=12), WORDS)
def test_close_words_are_those_that_comparing_with_each_finds(words: list[str], word: str) -> None:
    allowed = 1  # squeezed words of four to nine letters
    wanted = squeeze(word)
    expected = {
        each
        for each in words
        if len(wanted) > 3
        and squeeze(each) != wanted
        and (count_edits(wanted, squeeze(each), allowed) is not None)
        and (squeeze(each)[0] == wanted[0] or len(wanted) > 6)
    }
    assert {each for _, each in Spellings(words).close(word)} == expected


def test_words_with_other_numbers_are_other_words() -> None:
    spellings = Spellings(["chapter-12", "chapter-2"])
    assert spellings.close("chapter-1") == []
    assert spellings.close("chaptr-12") == [(1, "chapter-12")]
