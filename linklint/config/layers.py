"""``extends``: packs of the box and local rules files, read once each, in the order in which they apply."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from linklint.config.compact import NOTHING, Compact, read_tree
from linklint.config.paths import explain_path, resolve_file, suggest_file
from linklint.config.rules import PACKS, find_entries
from linklint.config.shape import Shaped, check_shape, numbered
from linklint.data.suggest import closest
from linklint.data.tree import KeyPath, Tree
from linklint.data.yaml import read_yaml
from linklint.errors import Problem, UserError
from linklint.site.paths import extension, parent

Read = Callable[[str], bytes | None]
SCHEME = "linklint:"
DEFAULT = "linklint:recommended"


class Layer(NamedTuple):
    """A mapping from rule id to rule or setting, and where it stands. ``boxed``: it is a pack of the box."""

    shaped: Shaped
    base: KeyPath
    entries: Mapping[str, Any]
    boxed: bool


class Sources:
    """Where packs and files come from. Remembers what it has read, so that each is applied once."""

    def __init__(
        self,
        read: Read,
        box: Mapping[str, bytes],
        names: Iterable[str],
        problems: list[Problem],
        compact: Compact = NOTHING,
    ) -> None:
        self.read = read
        self.compact = compact
        self.packs = {
            name.removeprefix(PACKS).removesuffix(".yml"): data for name, data in box.items() if name.startswith(PACKS)
        }
        self.names = frozenset(names)
        self.problems = problems
        self._seen: set[str] = set()

    @property
    def used_packs(self) -> frozenset[str]:
        """The packs of the box that were read."""
        return frozenset(path for path in self._seen if path.startswith(SCHEME))

    def extend(
        self, entries: Sequence[str], tree: Tree, keypath: KeyPath, folder: str, chain: tuple[str, ...]
    ) -> list[Layer]:
        """The layers of an ``extends`` list, those that they extend first. ``folder``: what its paths are relative to.
        ``chain``: the files and packs that led here."""
        layers: list[Layer] = []
        for index, entry in numbered(entries):
            place = (*keypath, index) if (*keypath, index) in tree.positions else keypath
            boxed = tree.path.startswith(SCHEME)
            name = SCHEME + entry if boxed and not entry.startswith(SCHEME) else entry
            found = self._find_pack(name, tree, place) if name.startswith(SCHEME) else None
            if not name.startswith(SCHEME):
                found = self._find_file(name, folder, tree, place)
            if found is None:
                continue
            path, data = found
            if path in chain:
                circle = " → ".join([*chain[chain.index(path) :], path])
                self.problems.append(tree.problem(place, f'"{entry}" leads back to itself: {circle}'))
            elif path not in self._seen:
                self._seen.add(path)
                layers.extend(self._read_layer(path, data, (*chain, path)))
        return layers

    def _find_pack(self, name: str, tree: Tree, place: KeyPath) -> tuple[str, bytes] | None:
        data = self.packs.get(name.removeprefix(SCHEME))
        if data is None:
            near = closest(name.removeprefix(SCHEME), self.packs)
            packs = ", ".join(SCHEME + pack for pack in sorted(self.packs))
            hint = f'did you mean "{SCHEME}{near}"?' if near else f"there are: {packs}"
            self.problems.append(tree.problem(place, f'there is no pack "{name}"', hint))
            return None
        return name, data

    def _find_file(self, name: str, folder: str, tree: Tree, place: KeyPath) -> tuple[str, bytes] | None:
        if name in self.packs and not explain_path(name):
            message = f'"{name}" is no file'
            self.problems.append(tree.problem(place, message, f'did you mean "{SCHEME}{name}"?'))
            return None
        path = resolve_file(name, folder, tree, place, self.problems)
        if path is None:
            return None
        data = self.read(path)
        if data is None:
            pack = None if extension(path) else self._find_like(name)
            hint = f'did you mean "{pack}"?' if pack else suggest_file(path, self.names)
            self.problems.append(tree.problem(place, f'the rules file "{path}" cannot be read', hint))
            return None
        return path, data

    def _find_like(self, name: str) -> str | None:
        """The pack that is meant by what would be a strange name for a file."""
        packs = [SCHEME + pack for pack in self.packs]
        return DEFAULT if name == SCHEME.rstrip(":") and DEFAULT in packs else closest(name, packs)

    def _read_layer(self, path: str, data: bytes, chain: tuple[str, ...]) -> list[Layer]:
        # The box is validated by the tests, not by every run.
        boxed = path.startswith(SCHEME)
        known = self.compact.packs.get(path) if boxed else None
        try:
            tree = read_yaml(data, path) if known is None else read_tree(known, path)
        except UserError as error:
            self.problems.extend(error.problems)
            return []
        shaped = Shaped(tree, frozenset()) if boxed else check_shape(self._keep_rules(tree), "rules", self.problems)
        base, entries = find_entries(shaped.tree)
        extends = shaped.tree.value.get("extends", ())
        listed = [extends] if isinstance(extends, str) else extends
        below = self.extend(listed, shaped.tree, ("extends",), parent(path), chain)
        return [*below, Layer(shaped, base, entries, boxed)]

    def _keep_rules(self, tree: Tree) -> Tree:
        """The tree with what can be shared; a whole config is not."""
        if not isinstance(tree.value, dict) or not tree.value.keys() & {"extends", "rules"}:
            return tree
        for key in tree.value:
            if key not in ("extends", "rules"):
                hint = 'a file that is extended shares only "extends" and "rules"'
                self.problems.append(tree.problem((key,), f'"{key}" cannot stand here', hint, key=True))
        kept = {key: value for key, value in tree.value.items() if key in ("extends", "rules")}
        return Tree(kept, tree.path, tree.lines, tree.positions, tree.first_line)
