"""Directives keep findings quiet: by line, by range, by file, with a reason, until a date."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

import msgspec

from linklint.engine.speaking import Draft
from linklint.model.document import Directive
from linklint.model.finding import Finding, Suppressed
from linklint.model.site import FileFacts

NO_REASON = "the reason is missing: write it after two dashes, as in `-- why`"


class Placed(NamedTuple):
    """A directive in its file. ``expired``: its last day has passed. ``works``: it suppresses what it covers."""

    path: str
    directive: Directive
    expired: bool
    works: bool


def place_directives(files: Iterable[FileFacts], today: str, require_reason: bool) -> list[Placed]:
    """All directives of the site. Where a reason is required, one without gets a ``problem``."""
    placed = []
    for file in files:
        for directive in file.directives:
            if require_reason and directive.problem is None and not (directive.reason or "").strip():
                directive = msgspec.structs.replace(directive, problem=NO_REASON)
            expired = directive.until is not None and directive.until < today
            placed.append(Placed(file.path, directive, expired, directive.problem is None and not expired))
    return placed


class Coverage:
    """The working directives by file, so that each finding meets only those of its own. What links share by a
    definition can be kept quiet there, and for one of the links at that."""

    def __init__(self, placed: Iterable[Placed]) -> None:
        self._by_path: dict[str, list[Placed]] = {}
        for entry in placed:
            if entry.works:
                self._by_path.setdefault(entry.path, []).append(entry)

    def covering(self, draft: Draft) -> list[Placed]:
        """The directives that cover the finding, the narrowest first. A directive never covers what is said of it; a
        file directive covers its file's subjects also where they are told in another file."""
        finding, own = draft.finding, draft.own.path
        found = [
            entry
            for path in dict.fromkeys((finding.location.path, own))
            for entry in self._by_path.get(path, ())
            if (not entry.directive.rules or finding.rule in entry.directive.rules)
            and not _judges(draft, entry)
            and (entry.directive.kind == "file" or _holds(entry, draft))
        ]
        return sorted(found, key=_width)


def _holds(entry: Placed, draft: Draft) -> bool:
    places = (draft.finding.location, draft.own) if draft.shared else (draft.finding.location,)
    first, last = entry.directive.first, entry.directive.last
    return any(entry.path == place.path and first <= place.line <= last for place in places)


def _judges(draft: Draft, entry: Placed) -> bool:
    """Whether the finding is about this directive."""
    return draft.finding.subject.kind == "directive" and draft.subject.directive is entry.directive


def _width(entry: Placed) -> tuple[bool, int, bool]:
    directive = entry.directive
    return directive.kind == "file", directive.last - directive.first, not directive.rules


def silence(finding: Finding, by: Placed) -> Suppressed:
    """The finding, kept with the directive's reason and place."""
    where = f"{by.path}:{by.directive.span.line}"
    return Suppressed(finding, by.directive.reason or "", where, by="directive")


def is_judged(directive: Directive, ran: Callable[[str], bool]) -> bool:
    """Whether every rule that the directive names ran on its file. One that names none is never judged: a rule that
    was left out of this run might be the one that it is for."""
    return bool(directive.rules) and all(map(ran, directive.rules))
