"""``linklint cache``: what the cache holds, and deleting it."""

from __future__ import annotations

from linklint.app.request import Request, choose_cache
from linklint.errors import UserError
from linklint.workspace import Cache, open_repository


def describe_cache(cwd: str) -> str:
    """Where it is, and how much is in it."""
    state = open_cache(cwd).state()
    if state.problem is not None:
        return f"{state.path} is not used: {state.problem}"
    return f"{state.path}: {state.entries} entries, {state.size / 1e6:.1f} MB"


def clear_cache(cwd: str) -> str:
    """Deletes it, and says what there was. Raises UserError when it cannot be deleted."""
    cache = open_cache(cwd)
    state = cache.state()
    if cache.problem is not None:
        raise UserError(f"{cache.path} was not deleted: {cache.problem}")
    try:
        cache.clear()
    except OSError as error:
        raise UserError(f"{cache.path} cannot be deleted: {error.strerror}") from None
    return f"deleted {state.path}: {state.entries} entries, {state.size / 1e6:.1f} MB"


def open_cache(cwd: str) -> Cache:
    """The cache of the repository that holds ``cwd``. Raises UserError outside git, where none is kept."""
    repository = open_repository((), cwd)
    cache = choose_cache(Request(), repository)
    if cache is None:
        raise UserError(f"{repository.top} is not in a git repository; a cache is only kept in one")
    return cache
