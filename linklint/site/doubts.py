"""Orphan states, as ``Mount.orphans`` gives them, where something that is not read may list pages."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from linklint.model.site import Page
from linklint.site.paths import within


def doubt_all(pages: Sequence[Page], linked: frozenset[str]) -> dict[str, str]:
    """A theme, a template or code may list any page."""
    return {page.path: "unknown" for page in pages}


def doubt_below(folders: Collection[str], pages: Sequence[Page], linked: frozenset[str]) -> dict[str, str]:
    """Something may list any page below these folders."""
    return {page.path: "unknown" for page in pages if any(within(page.path, folder) for folder in folders)}
