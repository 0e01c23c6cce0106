"""Did you mean …?"""

import pytest

from linklint.data.suggest import closest, closest_hint


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("pages", ["page", "link"], "page"),
        ("requre", ["require", "related"], "require"),
        ("inlink.count", ["inlinks.count", "outlinks.count"], "inlinks.count"),
        ("REQUIRE", ["require"], "require"),
        ("require_reason", ["require-reason"], "require-reason"),
        ("orphans", ["no-orphans", "no-near-orphans"], "no-orphans"),
        ("heading", ["section.heading", "text"], "section.heading"),
        ("text.lowr", ["text.lower", "text.words"], "text.lower"),
        ("keyword.paths", ["keyword.pages.path", "keyword"], "keyword.pages.path"),
    ],
)
def test_near_words(word: str, known: list[str], meant: str) -> None:
    assert closest(word, known) == meant


@pytest.mark.parametrize("word", ["", "zebra", "x", "a" * 200, "page"])
def test_nothing_near(word: str) -> None:
    assert closest(word, ["page", "link", "require"]) is None
    assert closest_hint(word, ["page", "link", "require"]) == ""


@pytest.mark.parametrize("word", ["text.lenght", "text.upper", "depth.count"])
def test_what_differs_has_to_be_near_itself(word: str) -> None:
    assert closest(word, ["text.lower", "text.code", "garden.count"]) is None


def test_the_answer_does_not_depend_on_the_order() -> None:
    words = ["bat", "cat", "rat", "hat"]
    assert closest("aat", words) == closest("aat", words[::-1]) == closest("aat", set(words))


def test_the_question() -> None:
    assert closest_hint("titel", ["title"]) == 'did you mean "title"?'
