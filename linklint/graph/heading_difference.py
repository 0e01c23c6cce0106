"""The headings of a page, before and after: which are new, gone, or called something else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from linklint.model.document import Heading


class HeadingPair(NamedTuple):
    """``kind``: added, removed, renamed."""

    kind: str
    before: Heading | None
    after: Heading | None


def align_headings(before: Sequence[Heading], after: Sequence[Heading]) -> list[HeadingPair]:
    """What differs between two sequences of headings, in their order. Where headings stand in the place of others, the
    n-th of a level is taken for the n-th of that level, renamed. A heading that only stands elsewhere is none."""
    from difflib import SequenceMatcher  # loaded by runs that compare

    if before == after:
        return []
    pairs: list[HeadingPair] = []
    matcher = SequenceMatcher(None, list(map(_name, before)), list(map(_name, after)), autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag != "equal":
            pairs += _pair_by_level(before[first:last], after[start:end])
    return _drop_moved(pairs)


def _name(heading: Heading) -> tuple[str, str | None]:
    return heading.text, heading.id


def _pair_by_level(before: Sequence[Heading], after: Sequence[Heading]) -> list[HeadingPair]:
    left = list(after)
    pairs = []
    for heading in before:
        found = next((other for other in left if other.level == heading.level), None)
        if found is not None:
            left.remove(found)
        pairs.append(HeadingPair("renamed" if found else "removed", heading, found))
    return [*pairs, *(HeadingPair("added", None, heading) for heading in left)]


def _drop_moved(pairs: Sequence[HeadingPair]) -> list[HeadingPair]:
    """Without what is gone from one place and new, under the same name, at another."""
    new = [_name(pair.after) for pair in pairs if pair.after]
    gone = [_name(pair.before) for pair in pairs if pair.before]
    moved = set(new) & set(gone)
    kept = []
    for pair in pairs:
        before = pair.before if pair.before and _name(pair.before) not in moved else None
        after = pair.after if pair.after and _name(pair.after) not in moved else None
        if before or after:
            kind = "renamed" if before and after else "removed" if before else "added"
            kept.append(HeadingPair(kind, before, after))
    return kept
