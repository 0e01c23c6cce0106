"""The subjects of one kind as columns: what many rules ask of every link is read once and kept in one byte.

A *mask* says for each subject whether it is meant: an integer with one byte for each, 1 or 0, the first subject lowest.
So masks are joined for all subjects at once with ``&``, ``|`` and ``^``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress, repeat
from typing import Any

UNREAD = 255
"""The code of a value that nobody has asked for yet."""
SPARSE = 32
"""Where only one of so many subjects is meant, the next one is looked for."""

Get = Callable[[Any, Any], Any]
Judge = Callable[[Any], bool]


class Column:
    """A fact with few values, of every subject: the number of its value among those seen so far."""

    def __init__(self, size: int) -> None:
        self.codes = bytearray([UNREAD]) * size
        self.unread = mark_all(size)
        self.numbers: dict[Any, int] = {}


class Columns:
    """The subjects of one kind, always the same ones, and what has been read of them. A fact is read by ``steps``: the
    functions that lead from the subject to the value, over other subjects in between."""

    def __init__(self, world: Any, subjects: Sequence[Any]) -> None:
        self.world = world
        self.subjects = subjects
        self.size = len(subjects)
        self.all = mark_all(self.size)
        self.columns: dict[str, Column] = {}

    def select(self, mask: int) -> Sequence[Any]:
        """The subjects of a mask, in their order."""
        return self.subjects if mask == self.all else list(self.pick(self.subjects, mask))

    def pick(self, things: Sequence[Any], mask: int) -> Iterator[Any]:
        """Of things that there are one of for each subject, those that belong to the mask."""
        data = mask.to_bytes(self.size, "little")
        if mask.bit_count() * SPARSE < self.size:
            return (things[index] for index in find_all(data))
        return compress(things, data)

    def keep(self, mask: int, holds: Judge) -> int:
        """The subjects of the mask for which it holds."""
        return self.mark(mask, map(holds, self.select(mask)))

    def keep_by_value(self, mask: int, steps: Sequence[Get], judge: Judge) -> int:
        """The subjects of the mask whose fact is judged well; each value is judged once."""
        values = read_all(self.world, self.select(mask), steps)
        verdicts = {value: judge(value) for value in set(values)}
        return self.mark_by_value(mask, verdicts, values)

    def keep_by_values(
        self, mask: int, steps: Sequence[Get], other_steps: Sequence[Get], holds: Callable[[Any, Any], bool]
    ) -> int:
        """The subjects of the mask that have both facts, and for whose values it holds. The second fact is read first:
        what a rule compares with is missing more often than what it asks about."""
        others = read_all(self.world, self.select(mask), other_steps)
        mask = self.mark(mask, (other is not None for other in others))
        others = [other for other in others if other is not None]
        values = read_all(self.world, self.select(mask), steps)
        pairs = zip(values, others, strict=True)
        return self.mark(mask, (value is not None and holds(value, other) for value, other in pairs))

    def keep_by_code(self, mask: int, fact: str, steps: Sequence[Get], judge: Judge) -> int:
        """As by value, for a fact with few values, which is read at most once for each subject of all masks."""
        column = self.columns.setdefault(fact, Column(self.size))
        unread = mask & column.unread
        if unread:
            self.read(column, unread, steps)
        wanted = bytearray(UNREAD + 1)
        for value, number in column.numbers.items():
            wanted[number] = judge(value)
        return mask & int.from_bytes(column.codes.translate(wanted), "little")

    def read(self, column: Column, mask: int, steps: Sequence[Get]) -> None:
        """Fill in what is missing. Raises OverflowError for a fact that has more values than it may."""
        values, numbers = read_all(self.world, self.select(mask), steps), column.numbers
        for value in set(values).difference(numbers):
            numbers[value] = len(numbers)
        if len(numbers) > UNREAD:
            raise OverflowError("a fact has more values than a column can tell apart")
        codes = map(numbers.__getitem__, values)
        if mask == self.all:
            column.codes = bytearray(codes)
        else:
            for index, code in zip(self.pick(range(self.size), mask), codes, strict=True):
                column.codes[index] = code
        column.unread ^= mask

    def mark(self, mask: int, verdicts: Iterable[bool]) -> int:
        """The subjects of the mask whose verdict is true; there is one for each."""
        marks = bytes(verdicts)
        if mask == self.all or 1 not in marks:
            return int.from_bytes(marks, "little")
        if 0 not in marks:
            return mask
        kept = bytearray(self.size)
        for index in compress(self.pick(range(self.size), mask), marks):
            kept[index] = 1
        return int.from_bytes(kept, "little")

    def mark_by_value(self, mask: int, verdicts: Mapping[Any, bool], values: Sequence[Any]) -> int:
        """The subjects of the mask whose value has a true verdict."""
        found = set(verdicts.values())
        if len(found) < 2:
            return mask if True in found else 0
        return self.mark(mask, map(verdicts.__getitem__, values))


def mark_all(size: int) -> int:
    """The mask of so many subjects that means all of them."""
    return int.from_bytes(bytes([1]) * size, "little")


def read_all(world: Any, subjects: Iterable[Any], steps: Sequence[Get]) -> list[Any]:
    """The fact of each of the subjects, None where it is missing. Of what stands in between it is read once each: all
    links of one page have the same source."""
    values = list(map(steps[0], repeat(world), subjects))
    if len(steps) == 1:
        return values
    between = list(set(values) - {None})
    further = dict(zip(between, read_all(world, between, steps[1:]), strict=True))
    return list(map(further.get, values))


def find_all(data: bytes) -> Iterator[int]:
    """The places of all ones."""
    place = data.find(1)
    while place >= 0:
        yield place
        place = data.find(1, place + 1)
