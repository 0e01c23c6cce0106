"""SARIF as GitHub's code scanning takes it."""

from __future__ import annotations

import json

import msgspec

from linklint.model.finding import RuleText
from linklint.report import FORMATS, Rendering
from tests.report.sample import REPORT


def read(*, on_github: bool = False, **changed: object) -> dict[str, object]:
    report = msgspec.structs.replace(REPORT, **changed)
    (run,) = json.loads(FORMATS["sarif"](report, Rendering(on_github=on_github)))["runs"]
    return run  # type: ignore[no-any-return]


def test_suppressed_findings_are_left_out_on_github_since_it_opens_alerts_for_them() -> None:
    assert REPORT.suppressed
    assert len(read()["results"]) == len(REPORT.findings) + len(REPORT.suppressed)  # type: ignore[arg-type]
    results = read(on_github=True)["results"]
    assert isinstance(results, list)
    assert len(results) == len(REPORT.findings)
    assert not any("suppressions" in result for result in results)


def test_the_title_of_an_alert_is_no_template() -> None:
    run = read(
        on_github=True, rules=(RuleText("no-broken-links", "error", '"{href}" leads nowhere', "Why."),), findings=()
    )
    (described,) = run["tool"]["driver"]["rules"]  # type: ignore[index]
    assert described["shortDescription"] == {"text": "no-broken-links"}
    assert described["fullDescription"] == {"text": "Why."}


def test_a_run_is_named_after_what_it_shows() -> None:
    def name(*area: str) -> str:
        return read(area=area)["automationDetails"]["id"]  # type: ignore[no-any-return, index]

    assert [name(), name("docs"), name("docs", "web/site")] == [
        "linklint/",
        "linklint/docs/",
        "linklint/docs,web/site/",
    ]
    assert name(*map(str, range(100))).count("/") == 2
    assert len(name(*map(str, range(100)))) < 100
