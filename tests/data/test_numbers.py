"""Numbers as exports write them."""

import pytest

from linklint.data.numbers import read_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0), ("12", 12), ("-3", -3), ("+3", 3), ("\u22123", -3), ("007", 7),
        ("1.5", 1.5), ("-0.25", -0.25), ("1,234", 1234), ("1,234,567.8", 1234567.8), ("12 345", 12345),
        ("12\u202f345,0", None), ("1'234", 1234), ("12.3%", 0.123), ("12.3 %", 0.123), ("100%", 1.0), ("0.07%", 0.0007),
        ("-12%", -0.12),
    ],
)  # fmt: skip
def test_with_a_decimal_point(text: str, number: float | None) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12,3", 12.3),
        ("1.234", 1234),
        ("1.234,5", 1234.5),
        ("12,3 %", 0.123),
        ("12\u202f345,5", 12345.5),
        ("1.5", None),
    ],
)
def test_with_a_decimal_comma(text: str, number: float | None) -> None:
    assert read_number(text, ",") == number


@pytest.mark.parametrize(
    "text",
    ["", " ", "-", "n/a", "12,3", "1,23,456", "1,2345", "1.2.3", "1e5", "0x10", "nan", "inf", "%", "12px", "1,234 ,5",
     "٣", "9" * 16, "1" + ",000" * 5],
)  # fmt: skip
def test_what_is_no_number(text: str) -> None:
    assert read_number(text) is None


def test_whole_numbers_stay_whole() -> None:
    assert type(read_number("1,200")) is int
    assert type(read_number("3%")) is float
