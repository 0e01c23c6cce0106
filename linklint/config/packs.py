"""The packs in the box, for lists and documentation."""

from __future__ import annotations

from collections.abc import Mapping

from linklint.config.layers import SCHEME, Sources
from linklint.config.rulebook import Rulebook
from linklint.config.rules import PACKS, read_box
from linklint.data.tree import Tree
from linklint.errors import Problem, UserError


def read_packs(box: Mapping[str, bytes]) -> dict[str, dict[str, str]]:
    """Pack name (``recommended``) → rule id → the level that the pack gives it, with what it extends. Raises
    ``UserError`` for a box that is broken."""
    rules = read_box(box)
    packs = {}
    for name in sorted(name.removeprefix(PACKS).removesuffix(".yml") for name in box if name.startswith(PACKS)):
        problems: list[Problem] = []
        book = Rulebook(rules, problems)
        sources = Sources(lambda _: None, box, (), problems)
        for layer in sources.extend([SCHEME + name], Tree({}, ""), (), "", ()):
            book.apply(layer)
        if problems:
            raise UserError(problems)
        packs[name] = {active.rule.id: active.level for active in book.activate((), ())}
    return packs
