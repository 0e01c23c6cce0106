"""Where a problem points."""

from linklint.data.yaml import read_yaml

TREE = read_yaml('rules:\n  a: {level: bad, options: {max: "60"}}\n  b:\nmessage: "no {titel} here"\n', "a.yml")


def marked(*keypath: str | int, key: bool = False, part: str = "") -> str:
    problem = TREE.problem(keypath, "x", key=key, part=part)
    return problem.excerpt[problem.column - 1 : problem.end_column - 1]


def test_value_and_key() -> None:
    assert marked("rules", "a", "level") == "bad"
    assert marked("rules", "a", "level", key=True) == "level"


def test_what_is_not_there_is_shown_at_what_holds_it() -> None:
    assert marked("rules", "a", "options", "min") == '{max: "60"}'
    assert TREE.problem(("nowhere",), "x").line == 1


def test_an_empty_value_is_shown_by_its_key() -> None:
    assert marked("rules", "b") == "b"


def test_a_value_of_several_lines_is_marked_to_the_end_of_its_first() -> None:
    assert marked("rules") == 'a: {level: bad, options: {max: "60"}}'


def test_a_part_of_the_value() -> None:
    assert marked("message", part="{titel}") == "{titel}"
    assert marked("message", part="elsewhere") == '"no {titel} here"'
    assert marked("rules", "a", "options", "max", part="60") == '"60"'


def test_the_span_of_a_value_counts_line_ends_as_one_character() -> None:
    text = "a: x\nb:\n  - ü y\n  - 'two'\n"
    tree = read_yaml(text.replace("\n", "\r\n"), "a.yml")
    for keypath, value in (("a",), "x"), (("b", 0), "ü y"), (("b", 1), "'two'"):
        span = tree.span(keypath)
        assert text[span.start : span.end] == value
        assert (span.line, span.column) == (tree.location(keypath).line, tree.location(keypath).column)
