"""What can go wrong, and whose fault it is.

``UserError``    the user's mistake: exit code 2, every problem with ``path:line:column`` and the way out.
``IncompleteError``the run could not be finished (disk full, a report that could not be written): exit code 3.
``EvaluationError``a sound rule failed on a subject: exit code 3.
Anything else that escapes is our bug: exit code 3, with a report ready to paste.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec


class Problem(msgspec.Struct, frozen=True):
    """One mistake in a file that the user wrote, or on the command line (then ``path`` is empty).

    ``line`` and ``column`` are 1-based and count code points; 0 means unknown. ``excerpt`` is the source line that
    the caret stands under. ``hint`` is the way out: "did you mean …", the values that are allowed.
    """

    message: str
    path: str = ""
    line: int = 0
    column: int = 0
    end_column: int = 0
    excerpt: str = ""
    hint: str = ""


class LinklintError(Exception):
    """Base of the errors that linklint raises on purpose."""


class UserError(LinklintError):
    """All mistakes found at once, in the order of path, line and column."""

    def __init__(self, problems: Sequence[Problem] | Problem | str) -> None:
        if isinstance(problems, str):
            problems = Problem(problems)
        if isinstance(problems, Problem):
            problems = [problems]
        self.problems: tuple[Problem, ...] = tuple(
            sorted(problems, key=lambda problem: (problem.path, problem.line, problem.column, problem.message))
        )
        super().__init__("; ".join(problem.message for problem in self.problems))


class IncompleteError(LinklintError):
    """The run stopped before it could say everything; the message tells why and what to do."""


class EvaluationError(LinklintError):
    """A rule that was found to be sound failed while it judged a subject: our bug. The cause is chained."""

    def __init__(self, rule: str, subject: str) -> None:
        self.rule = rule
        self.subject = subject
        super().__init__(f"the rule {rule} failed while it judged {subject}")
