"""Configs of sites that are YAML or JSON, with the places of their values."""

from __future__ import annotations

from functools import lru_cache

from linklint.data.tree import Tree
from linklint.data.yaml import read_yaml
from linklint.errors import UserError
from linklint.site.profile import Read


def read_tree(path: str, read: Read, *, lax: bool = False) -> Tree | None:
    """The values of a config; None where it is not there or cannot be read. ``lax``: tags that nobody knows and keys
    that stand twice are no mistakes."""
    data = read(path)
    return _read_data(data, path, lax) if data is not None else None


@lru_cache(maxsize=64)
def _read_data(data: bytes, path: str, lax: bool) -> Tree | None:
    """Remembered: a config is looked at when sites are sought, and when one is opened."""
    try:
        return read_yaml(data, path, unknown_tags="keep", repeated_keys="last") if lax else read_yaml(data, path)
    except UserError:
        return None
