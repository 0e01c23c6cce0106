"""What other languages ask a value for by ``length``, ``size`` or ``count``, and what asks the same here."""

from __future__ import annotations

from collections.abc import Callable

from linklint.data.suggest import closest
from linklint.engine.values import NUMBERS, describe_type, is_subject
from linklint.engine.vocabulary import Accessor

COUNTING = {
    "characters": ("characters",), "chars": ("characters",), "count": ("count", "words"),
    "len": ("characters", "count"), "length": ("characters", "count"), "letters": ("characters",),
    "number": ("count",), "size": ("count", "characters"), "total": ("count",), "word_count": ("words",),
    "wordcount": ("words",),
}  # fmt: skip
"""What it is called elsewhere → the last words of the facts that may be meant."""


def find_length_hint(name: str, look_up: Callable[[str], Accessor | None]) -> str:
    """The way out for a name that ends as if it asked for a length; empty where it does not. ``look_up``: the fact of
    a name."""
    before, dot, last = name.rpartition(".")
    if last == "count" and before.rpartition(".")[2] in ("word", "words"):
        before, dot, last = *before.rpartition(".")[:2], "wordcount"
    asked = last if last in COUNTING else closest(last, COUNTING)
    if asked is None:
        return ""
    for word in COUNTING[asked]:
        found = look_up(f"{before}{dot}{word}")
        if found is not None and not is_subject(found.type):
            return f'did you mean "{before}{dot}{word}"?'
    whole = look_up(before) if before else None
    if whole is None or is_subject(whole.type):
        return ""
    if whole.type.name == "text" and not whole.type.many:
        return f'how long a text is, matches asks: {before}: {{matches: ".{{61}}"}} holds for more than 60 characters'
    if whole.type.name in NUMBERS and not whole.type.many:
        return f'did you mean "{before}"?'
    return f'"{before}" is {describe_type(whole.type)}, and nothing counts it'
