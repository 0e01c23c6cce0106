"""What a search for a destination comes to."""

from __future__ import annotations

from typing import NamedTuple


class Resolution(NamedTuple):
    """What ``model.Link`` says of a destination; ``target`` is a repository path here."""

    kind: str
    status: str
    target: str | None = None
    target_path: str = ""
    fragment: str | None = None
    reason: str = ""
    redirects: tuple[str, ...] = ()


class Hit(NamedTuple):
    """Something was found. ``page``: its path; None for an asset or a folder. ``status`` is other than ``ok`` where
    that alone says how the search ended."""

    path: str
    page: str | None = None
    status: str = "ok"
    reason: str = ""
    redirects: tuple[str, ...] = ()
