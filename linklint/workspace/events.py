"""What GitHub Actions says of the event that started a run: which commits it is about."""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Mapping
from typing import Any

import msgspec

LARGEST = 64 * 1024 * 1024  # bytes; GitHub's payloads end at 25 MB
COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


class Event(msgspec.Struct, frozen=True):
    """``sha`` and ``ref`` are what GitHub checked out by itself. ``base`` is the commit that the change is meant to be
    compared with: the base branch's of a pull request or of a merge group, the one before a push; empty where the
    event has none. ``from_fork``: the changed files come from another repository. All commits are full hashes."""

    name: str
    sha: str = ""
    ref: str = ""
    base: str = ""
    from_fork: bool = False


def read_event(variables: Mapping[str, str]) -> Event | None:
    """The event of this run; None outside GitHub Actions. A payload that cannot be read leaves the event without a
    base."""
    name = variables.get("GITHUB_EVENT_NAME", "")
    if variables.get("GITHUB_ACTIONS") != "true" or not name:
        return None
    payload = _read_payload(variables.get("GITHUB_EVENT_PATH", ""))
    base, from_fork = "", False
    if "pull_request" in payload:
        base = _commit(payload, "pull_request", "base", "sha")
        homes = [_text(payload, "pull_request", side, "repo", "full_name") for side in ("head", "base")]
        from_fork = homes[0] != homes[1]
    elif name == "merge_group":
        base = _commit(payload, "merge_group", "base_sha")
    elif name == "push":
        base = _commit(payload, "before")
    return Event(name, variables.get("GITHUB_SHA", ""), variables.get("GITHUB_REF", ""), base, from_fork)


def _read_payload(path: str) -> Mapping[str, Any]:
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST:
            return {}
        with open(path, "rb") as file:
            payload = json.loads(file.read())
    except (OSError, ValueError, RecursionError):
        return {}
    return payload if isinstance(payload, dict) else {}


def _text(payload: Any, *keys: str) -> str:
    for key in keys:
        payload = payload.get(key) if isinstance(payload, dict) else None
    return payload if isinstance(payload, str) else ""


def _commit(payload: Mapping[str, Any], *keys: str) -> str:
    """A full hash, else nothing: no text of an event reaches git as anything else."""
    text = _text(payload, *keys)
    return text if COMMIT.fullmatch(text) else ""
