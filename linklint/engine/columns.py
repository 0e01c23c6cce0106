"""The subjects of one kind as columns: what many rules ask of every link is read once and kept in one byte.

A *mask* says for each subject whether it is meant: an integer with one byte for each, 1 or 0, the first subject lowest.
So masks are joined for all subjects at once with ``&``, ``|`` and ``^``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import compress, repeat
from typing import Any

UNREAD = 255
"""The code of a value that nobody has asked for yet."""
SPARSE = 32
"""Where only one of so many subjects is meant, the next one is looked for."""
DENSE = 8
"""Where fewer than one of so many subjects is not meant, the stretches between them are taken as wholes."""

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
    functions that lead from the subject to the value, over other subjects in between. ``others``: where a step leads
    from each subject; the source and the target of a link are asked for by many rules."""

    def __init__(self, world: Any, subjects: Sequence[Any]) -> None:
        self.world = world
        self.subjects = subjects
        self.size = len(subjects)
        self.all = mark_all(self.size)
        self.columns: dict[str, Column] = {}
        self.others: dict[Get, list[Any]] = {}

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

    def keep_listed(self, mask: int, get: Get, values: frozenset[Any]) -> int:
        """The subjects of the mask whose text is one of those."""
        return self.mark(mask, map(values.__contains__, read_each(self.world, self.select(mask), get)))

    def keep_by_value(self, mask: int, steps: Sequence[Get], judge: Judge) -> int:
        """The subjects of the mask whose fact is judged well; each value is judged once."""
        keys, values = self.look_up(mask, steps)
        verdicts = {value: judge(value) for value in set(values.values())}
        if len(steps) > 1:
            verdicts = {key: verdicts[value] for key, value in values.items()}
        return self.mark_by_value(mask, verdicts, keys)

    def keep_by_values(
        self, mask: int, steps: Sequence[Get], other_steps: Sequence[Get], holds: Callable[[Any, Any], bool]
    ) -> int:
        """The subjects of the mask that have both facts, and for whose values it holds. The second fact is read first:
        what a rule compares with is missing more often than what it asks about."""
        others = self.read_values(mask, other_steps)
        mask = self.mark(mask, (other is not None for other in others))
        others = [other for other in others if other is not None]
        values = self.read_values(mask, steps)
        pairs = zip(values, others, strict=True)
        return self.mark(mask, (value is not None and holds(value, other) for value, other in pairs))

    def keep_by_code(self, mask: int, fact: str, steps: Sequence[Get], judge: Judge, values: Sequence[str] = ()) -> int:
        """As by value, for a fact with few values, which is read at most once for each subject of all masks. Where the
        wanted ones of its ``values`` (all that it may have) are rare, most subjects are told from those at a glance."""
        column = self.columns.setdefault(fact, Column(self.size))
        unread = mask & column.unread
        if unread and values:
            unread = self.keep_peculiar(unread, fact, steps, [value for value in (*values, None) if judge(value)])
        if unread:
            self.read(column, unread, steps)
        wanted = bytearray(UNREAD + 1)
        for value, number in column.numbers.items():
            wanted[number] = judge(value)
        return mask & int.from_bytes(column.codes.translate(wanted), "little")

    def keep_peculiar(self, mask: int, fact: str, steps: Sequence[Get], values: Sequence[str | None]) -> int:
        """The subjects of the mask that may have one of the values, as far as can be told at a glance."""
        rare: Collection[str] = getattr(steps[-1], "rare", ())
        if len(steps) > 1 or not all(value in rare for value in values):
            return mask
        look: Get = steps[-1].look  # type: ignore[attr-defined] # whatever has rare values has this
        return self.keep_by_code(mask, f"{fact} may be rare", (look,), bool)

    def knows(self, fact: str, mask: int) -> bool:
        """Whether a fact with few values has been read of all subjects of the mask."""
        column = self.columns.get(fact)
        return column is not None and not mask & column.unread

    def read(self, column: Column, mask: int, steps: Sequence[Get]) -> None:
        """Fill in what is missing. Raises OverflowError for a fact that has more values than it may."""
        keys, values = self.look_up(mask, steps)
        numbers = column.numbers
        for value in set(values.values()).difference(numbers):
            numbers[value] = len(numbers)
        if len(numbers) > UNREAD:
            raise OverflowError("a fact has more values than a column can tell apart")
        codes = bytes(map({key: numbers[value] for key, value in values.items()}.__getitem__, keys))
        self.put(column.codes, mask, codes)
        column.unread ^= mask

    def put(self, table: bytearray, mask: int, data: bytes) -> None:
        """Put one byte for each subject of the mask into a table of all subjects."""
        if len(data) == self.size:
            table[:] = data
        elif (self.size - len(data)) * DENSE < self.size:
            done = 0
            for start, end in find_stretches(mask.to_bytes(self.size, "little")):
                table[start:end] = data[done : done + end - start]
                done += end - start
        else:
            for index, byte in zip(self.pick(range(self.size), mask), data, strict=True):
                table[index] = byte

    def read_values(self, mask: int, steps: Sequence[Get]) -> list[Any]:
        """The fact of each subject of the mask, None where it is missing."""
        keys, values = self.look_up(mask, steps)
        return list(map(values.__getitem__, keys))

    def look_up(self, mask: int, steps: Sequence[Get]) -> tuple[list[Any], Mapping[Any, Any]]:
        """What decides about the fact, for each subject of the mask: the other subject whose fact it is, or else the
        value itself; and the value of each of these. All links of one page have the same source: it is asked once."""
        *way, last = steps
        if not way:
            values = read_each(self.world, self.select(mask), last)
            return values, dict(zip(values, values, strict=True))
        others = self.follow(mask, way)
        return others, {other: None if other is None else last(self.world, other) for other in set(others)}

    def follow(self, mask: int, way: Sequence[Get]) -> list[Any]:
        """The other subject to which the steps lead from each subject of the mask, None where there is none."""
        first, *further = way
        if first not in self.others and 2 * mask.bit_count() > self.size:
            self.others[first] = read_each(self.world, self.subjects, first)
        if first in self.others:
            found = list(self.pick(self.others[first], mask))
        else:
            found = read_each(self.world, self.select(mask), first)
        for step in further:
            ends = {other: None if other is None else step(self.world, other) for other in set(found)}
            found = list(map(ends.__getitem__, found))
        return found

    def mark(self, mask: int, verdicts: Iterable[bool]) -> int:
        """The subjects of the mask whose verdict is true; there is one for each."""
        marks = bytes(verdicts)
        if mask == self.all or 1 not in marks:
            return int.from_bytes(marks, "little")
        if 0 not in marks:
            return mask
        kept = bytearray(self.size)
        if 2 * marks.count(1) > len(marks):
            self.put(kept, mask, marks)
        else:
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


def read_each(world: Any, subjects: Sequence[Any], get: Get) -> list[Any]:
    """What the function gives for each subject; in one go where it has a way to do that."""
    of_many: Callable[[Any, Sequence[Any]], list[Any]] | None = getattr(get, "of_many", None)
    return list(map(get, repeat(world), subjects)) if of_many is None else of_many(world, subjects)


def find_all(data: bytes) -> Iterator[int]:
    """The places of all ones."""
    place = data.find(1)
    while place >= 0:
        yield place
        place = data.find(1, place + 1)


def find_stretches(data: bytes) -> Iterator[tuple[int, int]]:
    """Where the ones begin and end that follow each other."""
    end, start = 0, data.find(1)
    while start >= 0:
        end = data.find(0, start)
        end = len(data) if end < 0 else end
        yield start, end
        start = data.find(1, end)
