"""Which commit a run compares with, for every event and every kind of clone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from linklint.workspace import Base, find_base
from linklint.workspace.events import read_event
from tests.workspace.histories import (
    ZEROS,
    clone,
    commit,
    make_pull_request,
    read_git,
    surround,
    surround_pull_request,
)
from tests.workspace.test_repository import git, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture
def hashes(folder: Path) -> dict[str, str]:
    return make_pull_request(folder)


def find(folder: Path, variables: dict[str, str]) -> Base:
    return find_base(str(folder), variables)


def test_the_merge_commit_of_a_pull_request(folder: Path, hashes: dict[str, str]) -> None:
    base = find(folder, surround_pull_request(folder, hashes))
    assert (base.commit, base.kind, base.name) == (hashes["main"], "pull request", "the base of the pull request")


@pytest.mark.parametrize(
    "different", [{"GITHUB_SHA": "1" * 40}, {"GITHUB_REF": "refs/heads/topic"}], ids=["other commit", "other ref"]
)
def test_a_head_that_is_not_githubs_merge(folder: Path, hashes: dict[str, str], different: dict[str, str]) -> None:
    """HEAD has two parents, but nobody said that the first one is the base: main may have been merged into topic."""
    git(folder, "checkout", "-q", "topic")
    git(folder, "merge", "-q", "--no-ff", "-m", "main into topic", "main")
    commit(folder, "topic 3", five_md="# Five\n")
    base = find(folder, surround_pull_request(folder, hashes) | different)
    assert (base.commit, base.name) == (hashes["main"], "the merge base of the pull request")


def test_the_head_of_the_branch_is_compared_with_where_it_left(folder: Path, hashes: dict[str, str]) -> None:
    git(folder, "checkout", "-q", "topic")
    assert find(folder, surround_pull_request(folder, hashes)).commit == hashes["fork"]


def test_a_ref_that_ends_in_merge_with_one_parent(folder: Path, hashes: dict[str, str]) -> None:
    git(folder, "checkout", "-q", "topic")
    variables = surround_pull_request(folder, hashes) | {"GITHUB_SHA": hashes["topic"]}
    assert find(folder, variables).commit == hashes["fork"]


@pytest.mark.parametrize(("depth", "found"), [("1", False), ("2", True)])
def test_a_shallow_merge_commit(folder: Path, hashes: dict[str, str], tmp_path: Path, depth: str, found: bool) -> None:
    shallow = clone(folder, tmp_path / "shallow", "refs/pull/7/merge", f"--depth={depth}")
    base = find(shallow, surround_pull_request(folder, hashes))
    assert base.commit == (hashes["main"] if found else None)
    assert ("fetch-depth: 2" in base.trouble) != found


def test_a_shallow_branch_needs_all_history(folder: Path, hashes: dict[str, str], tmp_path: Path) -> None:
    shallow = clone(folder, tmp_path / "shallow", "refs/heads/topic", "--depth=1")
    base = find(shallow, surround_pull_request(folder, hashes))
    assert base.commit is None
    assert "fetch-depth: 0" in base.trouble


def test_histories_that_do_not_meet(folder: Path, hashes: dict[str, str]) -> None:
    git(folder, "checkout", "-q", "--orphan", "other")
    commit(folder, "other", five_md="# Five\n")
    base = find(folder, surround_pull_request(folder, hashes))
    assert (base.commit, base.trouble) == (None, f"HEAD and {hashes['main'][:12]} have no commit in common")


@pytest.mark.parametrize("event", ["pull_request", "pull_request_target"])
def test_a_checkout_of_the_base_itself_is_serious(folder: Path, hashes: dict[str, str], event: str) -> None:
    """What pull_request_target checks out by itself."""
    git(folder, "checkout", "-q", "main")
    variables = surround_pull_request(folder, hashes, event)
    base = find(folder, variables | {"GITHUB_SHA": hashes["main"], "GITHUB_REF": "refs/heads/main"})
    assert base.commit is None
    assert base.serious
    assert "nothing of the pull request is here" in base.trouble


def test_a_push_is_compared_with_what_was_there_before(folder: Path, hashes: dict[str, str]) -> None:
    git(folder, "checkout", "-q", "main")
    base = find(folder, surround(folder, "push", {"before": hashes["first"]}))
    assert (base.commit, base.kind, base.name) == (hashes["first"], "push", "the commit before the push")


def test_a_push_of_a_new_branch_has_nothing_before_it(folder: Path, hashes: dict[str, str]) -> None:
    base = find(folder, surround(folder, "push", {"before": ZEROS}))
    assert (base.commit, base.trouble) == (None, "this push made a new branch, so there is nothing before it")


def test_a_push_that_replaced_the_history(folder: Path, hashes: dict[str, str]) -> None:
    git(folder, "checkout", "-q", "main")
    assert find(folder, surround(folder, "push", {"before": hashes["topic"]})).trouble == (
        "this push replaced the history, so there is nothing before it"
    )
    assert "any more" in find(folder, surround(folder, "push", {"before": "1" * 40})).trouble


@pytest.mark.parametrize(("before", "remedy"), [("fork", "fetch-depth: 2"), ("first", "fetch-depth: 0")])
def test_a_shallow_push(folder: Path, hashes: dict[str, str], tmp_path: Path, before: str, remedy: str) -> None:
    shallow = clone(folder, tmp_path / "shallow", "refs/heads/main", "--depth=1")
    base = find(shallow, surround(folder, "push", {"before": hashes[before]}))
    assert base.commit is None
    assert remedy in base.trouble


def test_a_merge_group(folder: Path, hashes: dict[str, str], tmp_path: Path) -> None:
    variables = surround(folder, "merge_group", {"merge_group": {"base_sha": hashes["main"]}})
    base = find(folder, variables)
    assert (base.commit, base.kind) == (hashes["main"], "merge group")
    shallow = clone(folder, tmp_path / "shallow", "refs/pull/7/merge", "--depth=1")
    assert "fetch-depth: 2" in find(shallow, variables).trouble


@pytest.mark.parametrize("event", ["schedule", "workflow_dispatch"])
def test_an_event_without_a_change_has_no_base_and_no_trouble(folder: Path, hashes: dict[str, str], event: str) -> None:
    assert find(folder, surround(folder, event, {})) == Base(None, event)


def test_pre_commit_compares_with_the_last_commit(folder: Path, hashes: dict[str, str]) -> None:
    base = find(folder, {"PRE_COMMIT": "1"})
    assert (base.commit, base.kind) == (hashes["merge"], "pre-commit")


def test_pre_commit_with_refs_compares_with_where_they_part(folder: Path, hashes: dict[str, str]) -> None:
    git(folder, "checkout", "-q", "topic")
    variables = {"PRE_COMMIT": "1", "PRE_COMMIT_FROM_REF": "main", "PRE_COMMIT_TO_REF": "HEAD"}
    assert find(folder, variables).commit == hashes["fork"]


def test_pre_commit_before_the_first_commit(tmp_path: Path) -> None:
    git(write(tmp_path, a_md="a"), "init", "-q")
    assert find(tmp_path, {"PRE_COMMIT": "1"}).trouble == "there is no commit yet"
    assert find(tmp_path, {}).trouble == "there is no commit yet"


def test_pre_commit_in_actions_asks_the_event_first(folder: Path, hashes: dict[str, str]) -> None:
    assert find(folder, surround_pull_request(folder, hashes) | {"PRE_COMMIT": "1"}).commit == hashes["main"]
    pushed = surround(folder, "push", {"before": ZEROS}, PRE_COMMIT="1")
    assert find(folder, pushed).commit == hashes["merge"]


def test_elsewhere_the_last_commit(folder: Path, hashes: dict[str, str]) -> None:
    assert find(folder, {}) == Base(hashes["merge"], "uncommitted changes", "HEAD")


@pytest.mark.parametrize(
    "value", ["--output=PWNED", "HEAD; touch PWNED", "$(touch PWNED)", "@{u}", ":/x", "\0", "a" * 40 + "\n", 7, None]
)
def test_a_payload_that_holds_no_commit_reaches_git_as_nothing(
    folder: Path, hashes: dict[str, str], value: object
) -> None:
    for event, payload in (
        ("push", {"before": value}),
        ("merge_group", {"merge_group": {"base_sha": value}}),
        ("pull_request", {"pull_request": {"base": {"sha": value}}}),
    ):
        variables = surround(folder, event, payload)
        found = read_event(variables)
        assert found is not None
        assert found.base == ""
        assert find(folder, variables).commit is None
    assert not list(folder.rglob("*PWNED*"))


@pytest.mark.parametrize("text", ["", "{", "[]", "[" * 100_000, "null", '{"pull_request": 3}', "\udcff"])
def test_a_payload_that_is_none(folder: Path, hashes: dict[str, str], text: str) -> None:
    variables = surround_pull_request(folder, hashes)
    Path(variables["GITHUB_EVENT_PATH"]).write_bytes(text.encode("utf-8", "surrogateescape"))
    assert find(folder, variables).commit == hashes["main"]  # the merge commit itself says enough
    os.unlink(variables["GITHUB_EVENT_PATH"])
    assert find(folder, variables | {"GITHUB_EVENT_PATH": "/dev/zero"}).commit == hashes["main"]
    git(folder, "checkout", "-q", "topic")
    assert "payload names no commit" in find(folder, variables).trouble


def test_a_partial_clone_fetches_nothing(folder: Path, hashes: dict[str, str], tmp_path: Path) -> None:
    partial = clone(folder, tmp_path / "partial", "refs/pull/7/merge", "--filter=blob:none", "--depth=2")
    before = read_git(partial, "count-objects", "-v")
    assert find(partial, surround_pull_request(folder, hashes)).commit == hashes["main"]
    assert read_git(partial, "count-objects", "-v") == before
