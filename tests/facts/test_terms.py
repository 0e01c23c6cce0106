"""Texts as weighted terms."""

from collections import Counter
from math import log, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linklint.facts.terms import cosine, find_alike, find_terms, share_of_terms, split_terms, weigh


@pytest.mark.parametrize(
    ("text", "language", "terms"),
    [
        ("Configuring the Roses", "en", ["confi", "roses"]),
        ("Configuration", "", ["confi"]),
        ("Die Rosen schneiden", "de", ["rosen", "schne"]),
        ("Die Rosen", "en", ["die", "rosen"]),
        ("v29.7 and 1234567", "en", ["v29", "7", "1234567"]),
        ("ÉTÉ e\u0301te\u0301", "fr", ["été", "été"]),
        ("庭仕事", "ja", ["庭仕", "仕事"]),
        ("庭", "ja", ["庭"]),
        ("snake_case, kebab-case!", "en", ["snake", "case", "kebab", "case"]),
        ("of the", "en", []),
        ("→ …", "", []),
    ],
)
def test_terms_of_a_text(text, language, terms):
    assert split_terms(text, language) == terms


@given(st.text(st.sampled_from("aBé1 ß-_庭事İ\n")), st.sampled_from(["", "en", "ja"]), st.integers(1, 6))
def test_distinct_terms_are_those_of_the_text(text, language, letters):
    assert find_terms(text, language, letters) == frozenset(split_terms(text, language, letters))
    assert find_terms(f"{text}\n{text[::-1]}", language, letters) == frozenset(
        split_terms(text, language, letters) + split_terms(text[::-1], language, letters)
    )


def test_letters_say_how_much_of_a_word_counts():
    assert split_terms("feeding feed", "en", 4) == ["feed", "feed"]
    assert split_terms("Base64Decode", "en", 100) == ["base64decode"]


def test_vectors_are_tf_idf_of_length_one():
    """``a`` in both texts has the weight log(3/3) + 1 = 1, ``b`` in one log(3/2) + 1; twice: times 1 + log 2."""
    one, other = weigh([Counter("abb"), Counter("a")])
    b = (1 + log(2)) * (log(3 / 2) + 1)
    assert one == pytest.approx({"a": 1 / sqrt(1 + b * b), "b": b / sqrt(1 + b * b)})
    assert other == {"a": 1.0}
    assert weigh([Counter(), Counter("a")])[0] == {}


def test_cosine_is_zero_without_a_common_term_and_one_for_the_same():
    one, other, third = weigh([Counter("ab"), Counter("cd"), Counter("ab")])
    assert cosine(one, other) == 0
    assert cosine(one, third) == 1
    assert cosine({}, one) == 0


def test_alike_are_those_with_common_terms_most_alike_first():
    vectors = weigh([Counter("abc"), Counter("abd"), Counter("axy"), Counter("pq")])
    found = [[other for _, other in alike] for alike in find_alike(vectors, 10)]
    assert found == [[1, 2], [0, 2], [0, 1], []]
    assert [len(alike) for alike in find_alike(vectors, 1)] == [1, 1, 1, 0]


def test_a_term_that_too_many_have_makes_no_pair():
    vectors = weigh([Counter({"common": 1, f"own{number}": 1}) for number in range(25)])
    assert all(not alike for alike in find_alike(vectors, 10))
    assert all(len(alike) == 10 for alike in find_alike(vectors[:24], 10))


@given(st.lists(st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 5), max_size=5), max_size=12))
def test_what_the_index_finds_is_what_comparing_all_finds(texts):
    vectors = weigh(texts)
    for number, alike in enumerate(find_alike(vectors, 100)):
        all_others = [(cosine(vectors[number], other), at) for at, other in enumerate(vectors) if at != number]
        assert alike == sorted((each for each in all_others if each[0] > 0), key=lambda each: (-each[0], each[1]))


def test_the_share_of_terms_is_that_of_the_first() -> None:
    assert share_of_terms(frozenset("ab"), frozenset("ax")) == 0.5
    assert share_of_terms(frozenset(), frozenset("a")) is None
