from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linklint.report import FORMATS, Rendering
from linklint.report.json import SUSPECT, dump_json
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


TEXTS = st.text(st.characters(), max_size=6) | st.sampled_from(["##[x", "a\x7fb", "\u202e", "#\ufe0f##[", '"\\\n'])
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3))


@given(VALUES, st.sampled_from([None, 1, 2]), st.booleans())
def test_lays_out_as_the_standard_library_does(value: Any, indent: int | None, sort_keys: bool) -> None:
    plain = json.dumps(value, ensure_ascii=False, indent=indent, sort_keys=sort_keys)
    dumped = dump_json(value, indent=indent, sort_keys=sort_keys)
    assert dumped == SUSPECT.sub(lambda found: json.dumps(found[0])[1:-1] if found[0] != "#" else "\\u0023", plain)
    assert json.loads(dumped) == value


def test_what_json_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        dump_json([float("nan")])


def test_any_iterable_is_a_list() -> None:
    assert dump_json({"a": map(str, range(2)), "b": iter(())}, indent=None) == '{"a": ["0", "1"], "b": []}'
