"""Words are counted as they are defined, however fast: against one regular expression that says what a word is."""

from __future__ import annotations

import re
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linklint.source.words import FIRST_WORDS, add_up_words, count_words, cut_words
from tests.examples import some

ALONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
WORD = re.compile(rf"[{ALONE}]|[^\W{ALONE}]+(?:['’.\-][^\W{ALONE}]+)*")
PIECES = [
    *"ab9œ。（—_-.'’ \n\t,×é²ªœЖ中カ\u30fb\u3099\u0300\xa0\u2028—「",
    "{\U00100000\U0010fffd",
    "\U000f0001\U0010fffd\U0010fffd",
    "word ",
    "x-y",
    "..",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=20)


@settings(max_examples=some(1000))
@given(TEXTS)
def test_counts_what_the_definition_finds(text: str) -> None:
    assert count_words(text) == len(WORD.findall(text))


@pytest.mark.parametrize("code", range(256))
def test_knows_every_character_of_latin_1(code: int) -> None:
    for text in (chr(code), f"a{chr(code)}b", f"a{chr(code)}-b", f"{chr(code)}a-"):
        assert count_words(text) == len(WORD.findall(text))


@settings(max_examples=some(200))
@given(TEXTS, st.integers(0, 150), TEXTS)
def test_cuts_after_the_hundredth_word(piece: str, times: int, end: str) -> None:
    text = piece * times + end
    shown = re.sub("\\{?[\U000f0000-\U0010fffd]+", " ", text)[:2000]
    words = [match.end() for match in WORD.finditer(shown)]
    cut = shown[: words[FIRST_WORDS - 1]] if len(words) >= FIRST_WORDS else shown
    assert cut_words(text) == " ".join(cut.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [("state-of-the-art", 1), ("don't", 1), ("don’t", 1), ("3.11", 1), ("a--b", 2), ("-", 0), ("日本 go", 3), ("", 0)],
)
def test_examples(text: str, expected: int) -> None:
    assert count_words(text) == expected


@settings(max_examples=some(1000))
@given(st.lists(TEXTS.filter(lambda text: "\0" not in text), max_size=6))
def test_adds_up_what_many_texts_have(texts: list[str]) -> None:
    assert add_up_words(texts)[: len(texts) + 1] == [0, *accumulate(len(WORD.findall(text)) for text in texts)]
