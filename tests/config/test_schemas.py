"""The schemas that editors use."""

import json
from typing import Any

import pytest
from jsonschema import Draft7Validator
from referencing import Registry

from linklint.config import SCHEMAS, schema
from linklint.data.yaml import read_yaml
from linklint.errors import UserError
from linklint.model.finding import Finding, Report, Subject, Summary
from linklint.model.place import Location
from linklint.report import Rendering
from linklint.report.json import write_json
from linklint.workspace import box_rules


def walk(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        return [value, *(found for below in value.values() for found in walk(below))]
    return [found for below in value for found in walk(below)] if isinstance(value, list) else []


def validator(name: str) -> Draft7Validator:
    return Draft7Validator(schema(name), registry=Registry())


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_it_is_a_draft_07_schema_that_can_be_printed(name: str) -> None:
    assert schema(name)["$schema"] == "http://json-schema.org/draft-07/schema#"
    Draft7Validator.check_schema(json.loads(json.dumps(schema(name))))


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_it_needs_no_network_and_no_regular_expression(name: str) -> None:
    for part in walk(schema(name)):
        assert part.get("$ref", "#").startswith("#") or not isinstance(part["$ref"], str)
        assert not part.keys() & {"patternProperties", "oneOf", "anyOf"}
        assert not isinstance(part.get("pattern"), str)


def test_there_is_no_other() -> None:
    with pytest.raises(UserError) as raised:
        schema("rule")
    assert raised.value.problems[0].hint == 'did you mean "rules"?'


@pytest.mark.parametrize("name", sorted(box_rules()))
def test_the_box_is_valid(name: str) -> None:
    validator("rules").validate(read_yaml(box_rules()[name], name).value)


def test_reports_are_valid() -> None:
    finding = Finding(
        "no-orphans", "error", Location("a.md", 1, 1, 1, 2), "m", Subject("page", "a.md"), cause=Location("b.md")
    )
    validator("json").validate(json.loads(write_json(Report(Summary(), (finding,)), Rendering())))


@pytest.mark.parametrize("value", [{"site": {"x": 1}}, {"rules": {"a": "fatal"}}, {"score": {"damping": 1}}, []])
def test_bad_configs_are_not(value: Any) -> None:
    assert not validator("config").is_valid(value)
