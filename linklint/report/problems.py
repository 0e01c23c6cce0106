"""The user's mistakes, told like a compiler: what is wrong, the source line with the place marked, the way out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linklint.errors import Problem
from linklint.model.finding import Finding, Report, RunNotice, Subject, Summary
from linklint.model.place import Location
from linklint.report.excerpt import cut_excerpt
from linklint.report.github import CAP, write_github
from linklint.report.rendering import Rendering
from linklint.report.writing import inert

ROOM = 100
"""Terminal cells of a source line that are shown; stderr is no place to measure a terminal."""
GUTTER = 7
MOST = 100
"""Problems that are told one by one."""
LONGEST = 300
"""Code points of a message; what it quotes from a file may be as long as the file."""


def render_problems(problems: Sequence[Problem], level: str = "error") -> str:
    """One block per problem in the order given, then how many there are. ``level``: error, warning or notice.

    A hint that asks "did you mean" stands on the line of the message, any other on a line of its own.
    """
    lines = [line for problem in problems[:MOST] for line in _lay_out(problem, level)]
    count = len(problems)
    if count > MOST:
        lines.append(f"… and {count - MOST} more")
    lines.append(f"{count} {level}{'' if count == 1 else 's'}")
    return "".join(f"{line}\n" for line in lines)


def annotate_problems(problems: Sequence[Problem]) -> str:
    """The same as annotations of GitHub, on the lines of the config, for a run that asked for that format. A mistake on
    the command line, or of a whole file, has no line to stand on."""
    findings = tuple(
        Finding(
            rule="config",
            level="error",
            location=_locate(problem),
            message=_shorten(problem.message),
            subject=Subject("file", problem.path),
            help=problem.hint,
        )
        for problem in problems
        if problem.line
    )
    notices = tuple(RunNotice("error", _say(problem), annotated=True) for problem in problems if not problem.line)
    return write_github(Report(Summary(), findings, notices=notices[:CAP]), Rendering())


def _locate(problem: Problem) -> Location:
    return Location(problem.path, problem.line, problem.column, problem.line, max(problem.end_column, problem.column))


def _say(problem: Problem) -> str:
    """The problem without a line of a file, in one line."""
    place = f"{problem.path}: " if problem.path else ""
    return f"{place}{_shorten(problem.message)}" + (f"; {problem.hint}" if problem.hint else "")


def _lay_out(problem: Problem, level: str) -> Iterator[str]:
    asks = problem.hint.startswith("did you mean")
    ending = f" — {inert(problem.hint)}" if asks else ""
    yield f"{_name_place(problem)}: {level}: {inert(_shorten(problem.message))}{ending}"
    if problem.line and problem.excerpt.strip():
        end_column = max(problem.end_column, problem.column)
        location = Location(problem.path, problem.line, problem.column, problem.line, end_column)
        shown = cut_excerpt(problem.excerpt, location, ROOM)
        yield f"{problem.line:>{GUTTER}} | {shown.text}"
        yield f"{' ' * GUTTER} | {' ' * shown.indent}{'^' * shown.carets}"
    if problem.hint and not asks:
        yield f"{' ' * GUTTER} = help: {inert(problem.hint)}"


def _shorten(message: str) -> str:
    if len(message) <= LONGEST:
        return message
    kept = LONGEST // 2
    return f"{message[:kept]} … {message[-kept:]}"


def _name_place(problem: Problem) -> str:
    """``path:line:column``, as much of it as is known; the command line is called ``linklint``."""
    if not problem.path:
        return "linklint"
    numbers = f":{problem.line}:{problem.column}" if problem.line else ""
    return inert(problem.path) + numbers
