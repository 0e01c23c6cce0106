from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linklint.report import FORMATS, Rendering
from linklint.report.json import dump_json
from tests.report.oracle import find_control_characters, find_hidden_characters, read_commands
from tests.report.sample import EMPTY, REPORT

SUMMARY = (
    "pages links internal external unresolvable opaque outside errors warnings notices new fixed suppressed framework "
    "roots"
).split()
FINDING = (
    "rule level path line column end_line end_column message help docs subject cause related suggestions new worsened "
    "fingerprint"
).split()


def load(text: str) -> Any:
    return json.loads(text)


def test_keys_stand_in_the_order_of_the_format() -> None:
    value = load(FORMATS["json"](REPORT, Rendering()))
    assert list(value) == ["version", "tool", "summary", "findings", "suppressed"]
    assert list(value["summary"]) == SUMMARY
    assert all(list(finding) == FINDING for finding in value["findings"])
    assert list(value["findings"][0]["subject"]) == ["kind", "id", "path", "url"]
    assert list(value["findings"][2]["related"][0]) == ["path", "line", "column", "message"]
    assert list(value["suppressed"][0]) == ["rule", "path", "line", "reason", "where"]


def test_texts_keep_their_value() -> None:
    value = load(FORMATS["json"](REPORT, Rendering()))
    assert [finding["message"] for finding in value["findings"]] == [finding.message for finding in REPORT.findings]
    assert [finding["path"] for finding in value["findings"]] == [finding.location.path for finding in REPORT.findings]


pieces = st.sampled_from(
    ["##[add-mask]", "::error::", "#", "[", "\n", "\x1b", "\x85", "\u202e", "\ufe0f", "\udcff", "日"]
)
strings = st.lists(pieces | st.text(max_size=3)).map("".join)


@given(strings, strings)
def test_any_text_is_safe_and_exact(key: str, text: str) -> None:
    dumped = dump_json({"value": [text, {key: text}]})
    output = dumped.encode()
    assert load(dumped) == {"value": [text, {key: text}]}
    assert read_commands(output) == []
    assert find_control_characters(output) == []
    assert find_hidden_characters(output) == []


def test_wide_text_is_written_as_it_is() -> None:
    assert dump_json("日本 é 🌱") == '"日本 é 🌱"'


@pytest.mark.parametrize("report", [REPORT, EMPTY])
def test_it_fits_its_schema(report: Any) -> None:
    config = pytest.importorskip("linklint.config")
    schema = config.schema("json")
    jsonschema.Draft7Validator.check_schema(schema)
    jsonschema.Draft7Validator(schema).validate(load(FORMATS["json"](report, Rendering())))
