"""The rules in the box, each read when it is asked for: a run needs half of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from linklint.config.compact import NOTHING, Compact, read_rule
from linklint.config.rules import PACKS, read_boxed
from linklint.errors import UserError
from linklint.model.rule import Rule


class Box(Mapping[str, Rule]):
    """Id → rule. A file of the box holds the one rule that it is named after (``tests/rules`` see to that, and to its
    being right: here nothing is validated again). Those that are in ``compact`` come from there."""

    def __init__(self, files: Mapping[str, bytes], compact: Compact = NOTHING) -> None:
        self._compact = compact
        self._read: dict[str, Rule] = {}
        self._files = {
            name.removesuffix(".yml"): data for name, data in sorted(files.items()) if not name.startswith(PACKS)
        }

    def __getitem__(self, id_: str) -> Rule:
        rule = self._read.get(id_)
        if rule is None:
            rule = self._read[id_] = self._find(id_)
        return rule

    def _find(self, id_: str) -> Rule:
        data = self._files[id_]
        if id_ in self._compact.rules:
            return read_rule(self._compact.rules[id_])
        for rule in read_boxed(f"linklint:{id_}.yml", data, trusted=True):
            if rule.id == id_:
                return rule
        raise UserError(f"the file {id_}.yml of the box does not define the rule {id_}")

    def __contains__(self, id_: object) -> bool:
        return id_ in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)
