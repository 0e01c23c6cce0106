"""Rules as data. A rule in the box and a user's rule are the same thing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from linklint.model.place import Location

LEVELS = ("error", "warning", "notice", "off")
SUBJECTS = (
    "page",
    "link",
    "anchor",
    "cluster",
    "member",
    "pair",
    "entry",
    "row",
    "file",
    "directive",
    "site",
    "change",
)


ABOUT = ("link", "destination")
"""What a rule for links is about. Of a destination that several links share by a reference, it speaks once."""


class Example(msgspec.Struct, frozen=True):
    """A small repository and what the rule says of it. ``expect`` holds ``path:line`` or ``path:line:column``."""

    name: str
    files: Mapping[str, str | None]
    config: Mapping[str, Any] = {}
    base: Mapping[str, str] | None = None
    untracked: tuple[str, ...] = ()
    expect: tuple[str, ...] = ()
    location: Location = Location("")


class Rule(msgspec.Struct, frozen=True):
    """One rule. ``where`` and ``require`` are condition trees as written (plain mappings and lists), checked by
    ``engine.compiling``. ``positions`` maps a key path inside the rule, such as ``("where", "role")``, to the place of
    its value in the file (a key's own place has ``"#key"`` as last element)."""

    id: str
    subject: str
    message: str
    require: Mapping[str, Any]
    where: Mapping[str, Any] = {}
    level: str = "warning"
    options: Mapping[str, Any] = {}
    help: str = ""
    why: str = ""
    measure: str | None = None
    at: str | None = None
    about: str = "link"
    related: tuple[Any, ...] = ()
    supersedes: tuple[str, ...] = ()
    docs: str = ""
    switch_off: str = ""
    source: str = ""
    examples: tuple[Example, ...] = ()
    location: Location = Location("")
    positions: Mapping[tuple[str | int, ...], Location] = {}


class Override(msgspec.Struct, frozen=True):
    """What ``overrides`` says of one rule for the files that match. ``level`` or ``options`` None: unchanged."""

    files: tuple[str, ...]
    level: str | None = None
    options: Mapping[str, Any] | None = None


class ActiveRule(msgspec.Struct, frozen=True):
    """A rule as this run applies it: level and options after packs, config and command line; overrides in order.
    ``options`` of an override are complete (already merged over the rule's own)."""

    rule: Rule
    level: str
    options: Mapping[str, Any]
    overrides: tuple[Override, ...] = ()
