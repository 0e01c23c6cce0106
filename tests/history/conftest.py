"""Texts are parsed once for all these pull requests: they share nearly all of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import pytest

from linklint.source import parse


def share_documents() -> Iterator[None]:
    """Whoever parses a text, it is parsed the first time only."""
    remembered = lru_cache(maxsize=None)(parse.parse)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parse, "parse", remembered)
        yield


_shared = pytest.fixture(scope="package", autouse=True)(share_documents)
