"""The rules in the box, each read when it is asked for: a run needs half of them, and every file takes milliseconds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from linklint.config.rules import PACKS, read_boxed
from linklint.errors import UserError
from linklint.model.rule import Rule


class Box(Mapping[str, Rule]):
    """Id → rule. A file of the box holds the one rule that it is named after (``tests/rules`` see to that, and to its
    being right: here nothing is validated again)."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = {
            name.removesuffix(".yml"): data for name, data in sorted(files.items()) if not name.startswith(PACKS)
        }

    def __getitem__(self, id_: str) -> Rule:
        data = self._files[id_]
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
