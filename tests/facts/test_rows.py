"""What a text says beside a place in a row."""

import pytest

from linklint.facts.rows import leave_places_out


@pytest.mark.parametrize(
    ("text", "language", "left"),
    [
        ("Part 2", "en", ""),
        ("the 3rd chapter", "en", "the"),
        ("Chapter XII", "en", ""),
        ("part two: pruning", "en", "pruning"),
        ("React 18", "en", "react"),
        ("mix and match", "en", "mix and match"),
        ("Nächster Teil", "de", ""),
        ("next Teil", "de", "next"),
        ("next Teil", "", ""),
        ("the next díl", "cs", "the díl"),
        ("", "en", ""),
    ],
)
def test_words_and_numbers_of_a_row_are_left_out(text, language, left):
    assert leave_places_out(text, language) == left
