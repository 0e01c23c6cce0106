"""Cases of other checkers and of the literature, as data with their sources named, run through linklint.

``speaks`` is what the other checker says. Where linklint says something else on purpose, ``differs`` tells why."""

from pathlib import Path
from typing import Any

import pytest

from linklint import config, engine
from linklint.app.journey import see_world
from linklint.data.yaml import read_yaml
from linklint.facts import lookup
from linklint.graph import LinkGraph
from linklint.model.files import MemoryRepository
from linklint.workspace import box_rules
from tests.building import build_site, build_world

HERE = Path(__file__).parent
FILES = {"index.html": "<title>Home</title>", "b.html": "<title>Pink</title>", "c.html": "<title>Gold</title>"}
MOST_DIFFERENCES = 6


def read(name: str) -> Any:
    return read_yaml((HERE / name).read_bytes(), name).value


SUITES = {path.stem: read(path.name) for path in sorted(HERE.glob("*.yml")) if path.stem != "scores"}
CASES = [(suite, case) for suite, given in SUITES.items() for case in given["cases"]]


def speaks(suite: str, case: dict[str, Any]) -> bool:
    """Whether one of the suite's rules speaks about the page that holds the case."""
    language = case.get("lang", "en")
    head = f'<html lang="{language}">' if language else "<html>"
    files = {**FILES, "a.html": f"{head}<title>A</title><body id=top>{case['html']}", "a.png": ""}
    repository = MemoryRepository({**files, **case.get("files", {})})
    boxed = config.read_box(box_rules())
    rules = [boxed[name] for name in SUITES[suite]["rules"]]
    tree = {"site": {"framework": "html"}, "rules": SUITES[suite]["rules"]}
    loaded = config.load_tree(tree, rules=rules, path=".linklint.yml", names=repository.names.files)
    world = see_world(repository, loaded.settings, today="2030-01-01")
    return any(finding.location.path == "a.html" for finding in engine.run(loaded.rules, world).findings)


@pytest.mark.parametrize(("suite", "case"), CASES, ids=[f"{suite}: {case['name']}" for suite, case in CASES])
def test_linklint_says_what_the_others_say_or_why_not(suite: str, case: dict[str, Any]) -> None:
    assert speaks(suite, case) is (case["speaks"] if "differs" not in case else not case["speaks"])


def test_every_suite_names_its_source_and_both_verdicts_and_few_cases_differ() -> None:
    assert len(SUITES) >= 5
    for given in SUITES.values():
        assert given["source"]
        assert {case["speaks"] for case in given["cases"]} == {True, False}
    assert sum("differs" in case for _, case in CASES) <= MOST_DIFFERENCES


@pytest.mark.parametrize("case", read("scores.yml"), ids=lambda case: case["name"])
def test_published_scores(case: dict[str, Any]) -> None:
    assert case["source"]
    site = build_site("; ".join(f"{page} -> {', '.join(targets)}" for page, targets in case["links"].items()))
    world = build_world(site)
    graph = LinkGraph(site, damping=case.get("score", {}).get("damping", 0.85))
    for page, share in case.get("expected", {}).items():
        assert graph.score(site.by_path[f"{page}.md"]) == pytest.approx(share, abs=0.0006)
    for name, fact in (("hubs", "hub_score"), ("authorities", "authority_score")):
        accessor = lookup("page", fact)
        assert accessor is not None
        for page, share in case.get(name, {}).items():
            assert accessor.get(world, site.by_path[f"{page}.md"]) == pytest.approx(share, abs=0.0001)
