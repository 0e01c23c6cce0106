"""Every format against its golden file.

``REGENERATE_GOLDENS=1 pytest tests/report`` writes them anew; read the diff before it is committed.
"""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
import pytest

from linklint.model.place import Location
from linklint.report import FORMATS, Rendering
from linklint.report.docs import rule_page
from linklint.report.explain import layout_rule, layout_table
from linklint.report.footer import write_footer
from tests.report.sample import EMPTY, REPORT, RULE

GOLDEN = Path(__file__).parent / "golden"
PLAIN = Rendering(width=80, version="1.2.3")
RENDERINGS = {
    "plain": PLAIN,
    "verbose": msgspec.structs.replace(PLAIN, verbose=True),
    "quiet": msgspec.structs.replace(PLAIN, quiet=True),
    "color": msgspec.structs.replace(PLAIN, color=True),
    "actions": msgspec.structs.replace(PLAIN, in_actions=True, stop_token="1f2e3d"),
}


def compare(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("REGENERATE_GOLDENS"):
        path.write_bytes(text.encode())
    assert text == path.read_bytes().decode()


@pytest.mark.parametrize(
    ("format_name", "rendering"),
    [("full", name) for name in RENDERINGS]
    + [("concise", "plain"), ("concise", "actions"), ("json", "plain"), ("github", "plain")]
    + [(name, "plain") for name in ("grouped", "jsonl", "gitlab", "junit", "checkstyle", "rdjson", "sarif", "markdown")]
    + [("grouped", "color"), ("grouped", "actions")],
)
def test_format(format_name: str, rendering: str) -> None:
    compare(f"{format_name}-{rendering}.txt", FORMATS[format_name](REPORT, RENDERINGS[rendering]))


def test_nothing_found() -> None:
    text = "".join(f"== {name}\n{write(EMPTY, PLAIN)}" for name, write in FORMATS.items())
    compare("empty.txt", text)


def test_a_cause_is_named_where_it_is_another_place() -> None:
    finding = REPORT.findings[0]
    elsewhere = msgspec.structs.replace(finding, cause=Location("clusters.yml", 4, 3, 4, 9))
    here = msgspec.structs.replace(finding, cause=finding.location)
    shown = [FORMATS["full"](msgspec.structs.replace(REPORT, findings=(each,)), PLAIN) for each in (elsewhere, here)]
    assert ["= cause: clusters.yml:4:3" in text for text in shown] == [True, False]
    assert "= cause" not in shown[1]


def test_footer_alone() -> None:
    compare("footer.txt", write_footer(REPORT, PLAIN))


def test_rule_page() -> None:
    compare("rule-page.md", rule_page(RULE))


def test_rule_and_table_in_the_terminal() -> None:
    table = layout_table([["日本", "1", "x"], ["a\x1b", "200"]], ["page", "links", "place"])
    compare("explain.txt", layout_rule(RULE, "error") + "\n" + table)
