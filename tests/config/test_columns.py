"""What rules ask of joined data that nobody joins: told where it was meant, silent where nothing is joined."""

import pytest

from linklint.config import load
from linklint.errors import UserError
from linklint.workspace import box_rules

SHEET = b"Page,Clicks,Position\n/a.md,3,4\n"
JOINED = "data: {search: {file: gsc.csv, key: Page, columns: {clicks: Clicks, position: Position}}}\n"
GROWTH = "extends: [linklint:growth]\n"


def warnings(config: str) -> tuple[str, ...]:
    files = {".linklint.yml": config.encode(), "gsc.csv": SHEET}
    return load(files.get, box=box_rules(), names=["a.md", "gsc.csv"]).warnings


def house(where: str, subject: str = "page") -> str:
    rule = f"for: {subject}, require: {where}, message: speaks"
    return f"extends: []\nrules:\n  house/rule: {{{rule}}}\n"


@pytest.mark.parametrize(
    "where",
    [
        "{data.search.clicks: {gte: 1}}",
        "{percentile.data.search.position: {gte: 50}}",
        "{front_matter.data.serach.clicks: {gte: 1}}",
        "{some: {of: inlinks, where: {source.data.search.clicks: {gte: 1}}}}",
        "{some: {of: rows, where: {values.position: {gte: 1}}}}",
    ],
)
def test_what_is_joined_may_be_asked(where: str) -> None:
    assert warnings(JOINED + house(where)) == ()


@pytest.mark.parametrize(
    ("where", "meant"),
    [
        ("{data.search.click: {gte: 1}}", "data.search.clicks"),
        ("{data.searhc.position: {gte: 1}}", "data.search.position"),
        ("{percentile.data.search.positon: {gte: 50}}", "percentile.data.search.position"),
        ("{some: {of: inlinks, where: {source.data.search.clics: {gte: 1}}}}", "source.data.search.clicks"),
        ("{some: {of: rows, where: {values.clics: {gte: 1}}}}", "values.clicks"),
    ],
)
def test_a_misspelt_fact_is_a_mistake(where: str, meant: str) -> None:
    with pytest.raises(UserError) as raised:
        warnings(JOINED + house(where))
    (problem,) = raised.value.problems
    assert problem.hint == f'did you mean "{meant}"?'
    assert problem.line == 4
    assert problem.excerpt[problem.column - 1 : problem.end_column - 1] in where


def test_a_column_unlike_all_others_names_those_that_there_are() -> None:
    with pytest.raises(UserError) as raised:
        warnings(JOINED + house("{data.search.bounces: {gte: 1}}"))
    assert raised.value.problems[0].hint == "columns of search: clicks, position"


def test_a_rule_that_is_off_is_not_asked() -> None:
    assert warnings(JOINED + house("{data.search.click: {gte: 1}}").replace("require", "level: off, require")) == ()


@pytest.mark.parametrize("config", ["", JOINED])
def test_a_rule_of_the_users_for_a_table_that_nobody_joins_is_warned_of_once(config: str) -> None:
    where = "{data.visits.sessions: {gte: 1}, data.visits.bounces: {lt: 9}}"
    (warning,) = warnings(config + house(where))
    line = 4 if config else 3
    assert warning.startswith(f'.linklint.yml:{line}:37: house/rule asks for "data.visits.sessions"')
    assert 'join a file as "visits"' in warning


def test_rules_of_the_box_say_nothing_without_data() -> None:
    assert warnings(GROWTH) == ()


def test_rules_of_the_box_miss_a_table_where_another_is_joined() -> None:
    (warning,) = warnings(GROWTH + JOINED.replace("search", "serch"))
    assert warning.startswith(".linklint.yml:2:1: donors-link-to-needy, starved-pages, striking-distance ask")
    assert warning.endswith('data joined as "search", and there is none; did you mean it by "serch"?')


def test_rules_of_the_box_miss_a_column() -> None:
    (warning,) = warnings(GROWTH + JOINED)
    assert warning.startswith(".linklint.yml:2:8: donors-link-to-needy, starved-pages, striking-distance ask for")
    assert 'the column "impressions" of data.search' in warning


def test_nothing_is_said_where_all_is_joined() -> None:
    assert warnings(GROWTH + JOINED.replace("position: Position", "position: Position, impressions: Clicks")) == ()
