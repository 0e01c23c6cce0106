"""A suppression in a source file, after the run: did it suppress anything?"""

from __future__ import annotations

import msgspec

from linklint.facts.registry import BOOLEAN, DATE, INTEGER, TEXT, TEXTS, fact
from linklint.facts.world import World
from linklint.model.document import Directive


class DirectiveSubject(msgspec.Struct, frozen=True, eq=False):
    """A directive and what became of it. ``judged``: rules that it names ran on its file, so that ``used`` means
    something. ``unknown``: the names in it that are no rule's; ``meant``: the rule that comes nearest to the first of
    them. ``idle``: those of rules that ran and of which it suppressed nothing."""

    path: str
    directive: Directive
    used: bool = False
    judged: bool = False
    expired: bool = False
    unknown: tuple[str, ...] = ()
    meant: str | None = None
    idle: tuple[str, ...] = ()


def is_expired(directive: Directive, today: str) -> bool:
    """Whether the last day on which it holds is over. Both are ISO dates, which sort as text."""
    return directive.until is not None and today > directive.until


@fact("directive", "path", TEXT)
def path(world: World, subject: DirectiveSubject) -> str:
    """The file's path."""
    return subject.path


@fact("directive", "line", INTEGER)
def line(world: World, subject: DirectiveSubject) -> int:
    """The line on which the directive stands."""
    return subject.directive.span.line


@fact("directive", "kind", TEXT)
def kind(world: World, subject: DirectiveSubject) -> str:
    """next-line, line, range or file."""
    return subject.directive.kind


@fact("directive", "rules", TEXTS)
def rules(world: World, subject: DirectiveSubject) -> tuple[str, ...]:
    """The rules that it names."""
    return subject.directive.rules


@fact("directive", "unknown_rules", TEXTS)
def unknown_rules(world: World, subject: DirectiveSubject) -> tuple[str, ...]:
    """The names in it that are no rule's."""
    return subject.unknown


@fact("directive", "idle_rules", TEXTS)
def idle_rules(world: World, subject: DirectiveSubject) -> tuple[str, ...]:
    """The rules that it names, and that ran on the file, of which it suppressed no finding."""
    return subject.idle


@fact("directive", "blanket", BOOLEAN)
def blanket(world: World, subject: DirectiveSubject) -> bool:
    """Whether it names no rule and so means all."""
    return not subject.directive.rules


@fact("directive", "reason", TEXT)
def reason(world: World, subject: DirectiveSubject) -> str | None:
    """The reason that it gives."""
    return subject.directive.reason or None


@fact("directive", "until", DATE)
def until(world: World, subject: DirectiveSubject) -> str | None:
    """The last day on which it holds."""
    return subject.directive.until


@fact("directive", "expired", BOOLEAN)
def expired(world: World, subject: DirectiveSubject) -> bool:
    """Whether that day is over."""
    return subject.expired


@fact("directive", "used", BOOLEAN)
def used(world: World, subject: DirectiveSubject) -> bool:
    """Whether it suppressed a finding."""
    return subject.used


@fact("directive", "judged", BOOLEAN)
def judged(world: World, subject: DirectiveSubject) -> bool:
    """Whether the rules that it names ran on the file, so that it could have been used."""
    return subject.judged


@fact("directive", "problem", TEXT)
def problem(world: World, subject: DirectiveSubject) -> str | None:
    """What is wrong with its own words; such a directive suppresses nothing."""
    return subject.directive.problem


@fact("directive", "verdict", TEXT)
def verdict(world: World, subject: DirectiveSubject) -> str | None:
    """What it does not do that it should, in words: "suppresses nothing" with the reason, or which of its rules is
    none or has nothing to suppress; missing when it does its work, and when that cannot be told since a rule that it
    names did not run."""
    directive = subject.directive
    if directive.problem is not None:
        return f"suppresses nothing: {directive.problem}"
    if subject.expired:
        return f"suppresses nothing: its last day was {directive.until}"
    if subject.unknown:
        asked = f"; did you mean {subject.meant}?" if subject.meant else ""
        return f"names {' and '.join(subject.unknown)}, but there is no such rule{asked}"
    if subject.used:
        return f"suppresses nothing of {' and '.join(subject.idle)}" if subject.idle else None
    return "suppresses nothing" if subject.judged else None
