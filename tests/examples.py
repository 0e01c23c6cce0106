"""How many examples of a property are tried: all of them by ``make test-long``, fewer by every other run."""

from __future__ import annotations

from hypothesis import settings

ALL = 100
"""``max_examples`` of the profile ``thorough``."""


def some(count: int) -> int:
    """``count`` by the profile ``thorough``, its part of it by another one."""
    return max(1, count * settings.default.max_examples // ALL)
