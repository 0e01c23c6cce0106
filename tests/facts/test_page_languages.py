"""The same page in other languages."""

import pytest

from tests.building import build_site
from tests.facts.asking import ask_pages

PAGES = {
    "a": {"url": "/salt/", "lang": "en"}, "b": {"url": "/de/salt/", "lang": "de-AT"},
    "c": {"url": "/pt-BR/salt/", "lang": "pt-br"},
    "d": {"url": "/en-us/salt/", "lang": "en-US"}, "e": {"url": "/fr/salt/"}, "f": {"url": "/it/salt/", "lang": "it"},
    "g": {"url": "/de/pepper/", "lang": "de"}, "h": {"url": "/salt/de/", "lang": "en"},
}  # fmt: skip


@pytest.fixture(scope="module")
def ask():
    return ask_pages(build_site("a; b; c; d; e; f (draft); g; h", PAGES))


def test_language_is_the_first_part_of_the_tag(ask):
    assert [ask(name, "language") for name in "abcde"] == ["en", "de", "pt", "en", None]


def test_equivalents_differ_in_language_alone(ask):
    paths = {name: [page.path for page in ask(name, "equivalents")] for name in "abcdegh"}
    assert paths["a"] == paths["d"] == ["b.md", "c.md"]
    assert paths["b"] == ["a.md", "c.md", "d.md"]
    assert paths["e"] == paths["g"] == paths["h"] == []


def test_of_very_many_pages_at_one_address_the_first_are_told():
    named = {f"d{number:02}": {"url": "/de/salt/", "lang": "de"} for number in range(30)}
    ask_many = ask_pages(build_site("; ".join(("a", *named)), {"a": PAGES["a"], **named}))
    assert [page.path for page in ask_many("a", "equivalents")] == [f"d{number:02}.md" for number in range(20)]
    assert [page.path for page in ask_many("d29", "equivalents")] == ["a.md"]
