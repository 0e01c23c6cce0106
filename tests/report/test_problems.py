"""The user's mistakes as text."""

from linklint.errors import Problem
from linklint.report.problems import render_problems


def test_a_problem_with_its_line() -> None:
    problem = Problem("unknown key", "a.yml", 12, 3, 6, "  lvl: x", 'did you mean "level"?')
    assert render_problems([problem]) == (
        'a.yml:12:3: error: unknown key — did you mean "level"?\n     12 |   lvl: x\n        |   ^^^\n1 error\n'
    )


def test_other_hints_have_their_own_line() -> None:
    problems = [Problem("no rule", hint="look"), Problem("bad", "a.yml")]
    assert render_problems(problems) == (
        "linklint: error: no rule\n        = help: look\na.yml: error: bad\n2 errors\n"
    )


def test_warnings() -> None:
    assert render_problems([Problem("odd")], "warning").endswith("linklint: warning: odd\n1 warning\n")


def test_wide_characters_and_tabs_keep_the_caret_in_place() -> None:
    lines = render_problems([Problem("x", "a.yml", 1, 5, 6, "リ\tb:c", "")]).splitlines()
    assert lines[1].index("c") + 1 == lines[2].index("^")


def test_hidden_characters_are_shown_and_commands_broken() -> None:
    text = render_problems([Problem("::error::\x1b[2J\n", "##[x]\u202e", 1, 1, 2, "::add-mask::\x07", "\r::x")])
    assert not set(text) & set("\x1b\r\x07\u202e")
    assert "##[" not in text
    assert not any(line.lstrip().startswith("::") for line in text.split("\n"))


def test_very_long_messages_and_very_many_problems_are_cut() -> None:
    text = render_problems([Problem("x" * 10_000)] * 5_000)
    assert len(text) < 60_000
    assert text.endswith("… and 4900 more\n5000 errors\n")
