"""Pull requests on a handbook of plain Markdown files: all that is new, worse and fixed, and where it is told."""

from __future__ import annotations

import pytest

from tests.history import garden
from tests.history.asking import expect, lint, tell
from tests.history.building import WAYS, History, build, in_way, merge_by_git
from tests.history.garden_links import DELETIONS, LINKS
from tests.history.garden_names import HEADINGS, PAGES
from tests.history.garden_pages import CLUSTERS, IRRELEVANT, NEW_PAGES

REQUESTS = [*LINKS, *DELETIONS, *PAGES, *HEADINGS, *NEW_PAGES, *CLUSTERS, *IRRELEVANT]


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> History:
    return build(tmp_path_factory.mktemp("garden") / "handbook", garden.SITE, garden.WENT_ON, REQUESTS)


@pytest.mark.parametrize(
    ("number", "way"), [in_way(number, way, REQUESTS[number].title) for number in range(len(REQUESTS)) for way in WAYS]
)
def test_what_the_author_is_told(history: History, number: int, way: str) -> None:
    assert tell(lint(history, number, way)) == expect(REQUESTS[number], way)


def test_the_merges_are_those_that_git_makes(history: History) -> None:
    for number in range(len(REQUESTS)):
        own, built = merge_by_git(history, number)
        assert own == built, REQUESTS[number].title
