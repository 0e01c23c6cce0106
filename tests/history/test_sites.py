"""Pull requests on sites that generators build: with a navigation, redirects, includes, drafts and two languages."""

from __future__ import annotations

import pytest

from tests.history import magazine, manual, shop
from tests.history.asking import expect, lint, tell
from tests.history.building import WAYS, History, build, in_way, merge_by_git

SITES = {"manual": manual, "shop": shop, "magazine": magazine}
REQUESTS = [(name, number) for name, site in SITES.items() for number in range(len(site.REQUESTS))]


@pytest.fixture(scope="module")
def histories(tmp_path_factory: pytest.TempPathFactory) -> dict[str, History]:
    folder = tmp_path_factory.mktemp("sites")
    return {name: build(folder / name, site.SITE, site.WENT_ON, site.REQUESTS) for name, site in SITES.items()}


@pytest.mark.parametrize(
    ("name", "number", "way"),
    [
        in_way(number, way, f"{name}: {SITES[name].REQUESTS[number].title}", name)
        for name, number in REQUESTS
        for way in WAYS
    ],
)
def test_what_the_author_is_told(histories: dict[str, History], name: str, number: int, way: str) -> None:
    assert tell(lint(histories[name], number, way)) == expect(SITES[name].REQUESTS[number], way)


def test_the_merges_are_those_that_git_makes(histories: dict[str, History]) -> None:
    for name, number in REQUESTS:
        own, built = merge_by_git(histories[name], number)
        assert own == built, SITES[name].REQUESTS[number].title
