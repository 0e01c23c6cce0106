"""Suppressions in MDX, which has no HTML comments: from the file to the report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import linklint, make_repository

CONFIG = "module.exports = {title: 'x', url: 'https://example.com', baseUrl: '/', presets: [['classic', {}]]};\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {"docusaurus.config.js": CONFIG, "package.json": "{}", "docs/index.md": "# Home\n\n[a](a.mdx)\n"}
    return make_repository(tmp_path / "site", files)


def check(site: Path, text: str, *arguments: str) -> dict[str, Any]:
    (site / "docs" / "a.mdx").write_text(text)
    rules = ("--rule", "no-broken-links", "--rule", "unused-suppression", "--rule", "no-blanket-suppression")
    report: dict[str, Any] = json.loads(linklint(site, "check", "--output", "json", *rules, *arguments).out)
    return report


def findings(report: dict[str, Any]) -> list[tuple[str, int]]:
    return [(finding["rule"], finding["line"]) for finding in report["findings"]]


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\n{/* linklint-disable-next-line no-broken-links -- planned */}\n[x](gone.md)\n",
        "# A\n\n[x](gone.md) {/* linklint-disable-line no-broken-links -- planned */}\n",
        "# A\n\n{/* linklint-disable no-broken-links -- planned */}\n\n[x](gone.md)\n\n{/* linklint-enable */}\n",
        "# A\n\n{/* linklint-disable-file no-broken-links -- planned */}\n\n[x](gone.md)\n",
        "---\nlinklint: {disable: {no-broken-links: planned}}\n---\n\n# A\n\n[x](gone.md)\n",
    ],
    ids=["next line", "line", "range", "file", "front matter"],
)
def test_a_suppression_of_each_kind(site: Path, text: str) -> None:
    report = check(site, text)
    assert report["findings"] == []
    (entry,) = report["suppressed"]
    assert (entry["rule"], entry["path"], entry["reason"]) == ("no-broken-links", "docs/a.mdx", "planned")
    assert findings(check(site, text, "--no-suppressions"))[0][0] == "no-broken-links"


def test_an_example_in_a_fence_is_none(site: Path) -> None:
    fence = "```mdx\n{/* linklint-disable-file no-broken-links -- planned */}\n```\n"
    assert findings(check(site, f"# A\n\n{fence}\n[x](gone.md)\n")) == [("no-broken-links", 7)]


def test_one_that_suppresses_nothing_is_told(site: Path) -> None:
    text = "# A\n\n{/* linklint-disable-next-line no-broken-links -- planned */}\n[home](index.md)\n"
    assert findings(check(site, text)) == [("unused-suppression", 3)]


def test_one_that_is_expired_is_told_and_suppresses_nothing(site: Path) -> None:
    text = "# A\n\n{/* linklint-disable-next-line no-broken-links until 2020-01-31 -- planned */}\n[x](gone.md)\n"
    assert findings(check(site, text)) == [("unused-suppression", 3), ("no-broken-links", 4)]


def test_one_for_all_rules_is_told(site: Path) -> None:
    text = "# A\n\n{/* linklint-disable-next-line */}\n[x](gone.md)\n"
    assert findings(check(site, text)) == [("no-blanket-suppression", 3)]
