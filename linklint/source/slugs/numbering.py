"""What happens to a slug that an earlier heading of the document has already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Explicit = Sequence[str | None]


def number_until_free(
    slugs: Iterable[str],
    explicit: Explicit = (),
    taken: Iterable[str] = (),
    *,
    count_explicit: bool = True,
    first: int = 1,
) -> list[str]:
    """A slug that is taken gets the first free of ``-1``, ``-2``, …: ``foo, foo, foo-1`` become
    ``foo, foo-1, foo-1-1``. ``count_explicit``: an explicit id is taken from its heading on. ``first``: the
    number to begin with."""
    used = set(taken)
    following: dict[str, int] = {}
    found: list[str] = []
    for index, slug in enumerate(slugs):
        given = explicit[index] if index < len(explicit) else None
        if given is None:
            number = following.get(slug, first)
            unique = slug
            while unique in used:
                unique = f"{slug}-{number}"
                number += 1
            following[slug] = number
            slug = unique
        else:
            slug = given
        if given is None or count_explicit:
            used.add(slug)
        found.append(slug)
    return found


def number_by_count(slugs: Iterable[str], explicit: Explicit = ()) -> list[str]:
    """The second of equal slugs gets ``-1``, the third ``-2``, whether that is taken or not:
    ``foo, foo, foo-1`` become ``foo, foo-1, foo-1``. Explicit ids are not counted."""
    counts: dict[str, int] = {}
    found: list[str] = []
    for index, slug in enumerate(slugs):
        given = explicit[index] if index < len(explicit) else None
        if given is None:
            count = counts.get(slug, 0)
            counts[slug] = count + 1
            found.append(f"{slug}-{count}" if count else slug)
        else:
            found.append(given)
    return found
