"""Where a page stands on the reader's journey."""

import pytest

from linklint.model.settings import Settings
from tests.building import build_site
from tests.facts.asking import ask_pages


def with_stages(text, stages, **found):
    matter = {name: {"front_matter": {"stage": stage}} for name, stage in found.items()}
    return ask_pages(build_site(text, matter), settings=Settings(stages=stages))


@pytest.fixture(scope="module")
def ask():
    text = "a -> b; b -> c; c -> x; d (draft); e -> d; x; y -> y2; y2 -> y"
    return with_stages(text, ("learn", "compare", "buy"), a="learn", b="other", c="compare", d="buy", e="learn")


def test_a_stage_has_its_number_in_the_config(ask):
    assert [ask(page, "stage.number") for page in "abcdx"] == [1, None, 2, 3, None]


def test_the_last_stage_is_the_last_that_a_published_page_has(ask):
    assert [ask(page, "stage.is_last") for page in "abcx"] == [False, None, True, None]


def test_pages_lead_on_when_a_path_of_links_ends_at_the_last_stage(ask):
    assert [ask(page, "stage.leads_on") for page in ("a", "b", "c", "e", "x", "y")] == [True] * 3 + [False] * 3


def test_without_stages_nothing_is_said():
    ask = with_stages("a -> b; b", (), a="learn")
    assert [ask("a", name) for name in ("stage.number", "stage.is_last", "stage.leads_on")] == [None] * 3
