"""Small histories, and the surroundings in which GitHub Actions and pre-commit start a run on them."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.workspace.test_repository import git, write

ZEROS = "0" * 40


def read_git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", "-C", folder, *arguments], check=True, capture_output=True, text=True).stdout.strip()


def commit(folder: Path, message: str, **files: str) -> str:
    """Writes the files, commits everything and returns the hash."""
    write(folder, **files)
    git(folder, "add", "--all")
    git(folder, "commit", "-q", "--allow-empty", "-m", message)
    return read_git(folder, "rev-parse", "HEAD")


def make_pull_request(folder: Path) -> dict[str, str]:
    """``main`` with three commits, ``topic`` with two that began at the second, and GitHub's merge of both at
    ``refs/pull/7/merge``, checked out. Returns the hashes by name. Two dozen processes of git make it, so it is made
    once and copied."""
    made, hashes = _make_once()
    shutil.copytree(made.name, folder, symlinks=True, dirs_exist_ok=True)
    git(folder, "update-index", "--refresh")  # the index holds where each file lies on the disk
    return dict(hashes)


@cache
def _make_once() -> tuple[TemporaryDirectory[str], dict[str, str]]:
    made = TemporaryDirectory(prefix="linklint-tests-")
    return made, _make_by_git(Path(made.name))


def _make_by_git(folder: Path) -> dict[str, str]:
    git(folder, "init", "-q", "--initial-branch=main")
    hashes = {"first": commit(folder, "first", README_md="# Home\n\n[one](one.md)\n", one_md="# One\n")}
    hashes["fork"] = commit(folder, "second", two_md="# Two\n\n[home](README.md)\n")
    git(folder, "checkout", "-q", "-b", "topic")
    commit(folder, "topic 1", three_md="# Three\n\n[one](one.md)\n")
    hashes["topic"] = commit(folder, "topic 2", three_md="# Three\n\n[one](one.md) [gone](gone.md)\n")
    git(folder, "checkout", "-q", "main")
    hashes["main"] = commit(folder, "third", four_md="# Four\n")
    git(folder, "checkout", "-q", "--detach", "main")
    git(folder, "merge", "-q", "--no-ff", "-m", "merge", "topic")
    hashes["merge"] = read_git(folder, "rev-parse", "HEAD")
    git(folder, "update-ref", "refs/pull/7/merge", "HEAD")
    return hashes


def clone(source: Path, folder: Path, ref: str, *options: str) -> Path:
    """A clone as actions/checkout makes it: one ref, fetched and checked out detached."""
    folder.mkdir(parents=True)
    git(folder, "init", "-q")
    git(folder, "remote", "add", "origin", f"file://{source}")
    git(source, "config", "uploadpack.allowFilter", "true")
    git(source, "config", "uploadpack.allowAnySHA1InWant", "true")
    git(folder, "fetch", "-q", "--no-tags", *options, "origin", f"+{ref}:refs/remotes/pull/head")
    git(folder, "checkout", "-q", "--detach", "refs/remotes/pull/head")
    return folder


def surround(folder: Path, event: str, payload: dict[str, Any], **variables: str) -> dict[str, str]:
    """The variables of a run that this event started; the payload lies beside the repository."""
    path = folder.parent / f"{event}.json"
    path.write_text(json.dumps(payload))
    return {"GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": event, "GITHUB_EVENT_PATH": str(path), **variables}


def surround_pull_request(folder: Path, hashes: dict[str, str], event: str = "pull_request") -> dict[str, str]:
    homes = {"head": {"repo": {"full_name": "fork/site"}}, "base": {"repo": {"full_name": "owner/site"}}}
    payload = {"pull_request": {**homes, "base": {**homes["base"], "sha": hashes["main"]}}}
    return surround(folder, event, payload, GITHUB_SHA=hashes["merge"], GITHUB_REF="refs/pull/7/merge")
