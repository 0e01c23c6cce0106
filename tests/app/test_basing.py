"""What a run is compared with, how much it shows, and what it says when there is nothing to compare with."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import linklint
from tests.workspace.histories import clone, commit, make_pull_request, surround, surround_pull_request
from tests.workspace.test_repository import git, write

ORPHANS = ["four.md", "three.md", "two.md"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "site"


@pytest.fixture
def hashes(folder: Path) -> dict[str, str]:
    """The topic adds three.md, an orphan with a broken link; two.md and four.md are orphans of main."""
    return make_pull_request(folder)


def check(folder: Path, variables: dict[str, str], *arguments: str) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(linklint(folder, "check", "--output", "json", *arguments, **variables).out)
    return report


def show(folder: Path, variables: dict[str, str], *arguments: str) -> str:
    return linklint(folder, "check", *arguments, **variables).out


def findings(report: dict[str, Any]) -> list[tuple[str, str]]:
    return [(finding["path"], finding["rule"]) for finding in report["findings"]]


NEW = [("three.md", "new-page-has-inlink"), ("three.md", "no-broken-links")]
ALONE = ("no-orphans", "new-page-has-inlink")


def test_auto_shows_what_a_pull_request_made_new(folder: Path, hashes: dict[str, str]) -> None:
    variables = surround_pull_request(folder, hashes)
    assert findings(check(folder, variables, "--scope", "auto")) == NEW
    shown = show(folder, variables, "--scope", "auto")
    told = (
        f"compared the work tree at {hashes['merge'][:12]} with commit {hashes['main'][:12]}, "
        "the base of the pull request; "
    )
    assert told in shown
    assert "older findings are not shown" in shown


def test_auto_shows_everything_on_a_push_and_marks_what_is_new(folder: Path, hashes: dict[str, str]) -> None:
    git(folder, "checkout", "-q", "main")
    report = check(folder, surround(folder, "push", {"before": hashes["fork"]}), "--scope", "auto")
    assert {path for path, rule in findings(report) if rule in ALONE} == {"four.md", "two.md"}
    assert {finding["path"] for finding in report["findings"] if finding["new"]} == {"four.md"}


def test_auto_shows_everything_on_a_schedule_without_a_word(folder: Path, hashes: dict[str, str]) -> None:
    variables = surround(folder, "schedule", {})
    report = check(folder, variables, "--scope", "auto")
    assert report["summary"]["new"] is None
    assert [path for path, rule in findings(report) if rule == "no-orphans"] == ORPHANS
    assert "notice:" not in show(folder, variables, "--scope", "auto")


def test_a_scope_that_an_event_cannot_serve_is_told(folder: Path, hashes: dict[str, str]) -> None:
    shown = show(folder, surround(folder, "schedule", {}), "--scope", "new")
    assert "notice: the event schedule has no base to compare with: everything is reported\n" in shown


def test_all_alone_compares_with_nothing(folder: Path, hashes: dict[str, str]) -> None:
    assert check(folder, surround_pull_request(folder, hashes))["summary"]["new"] is None


def test_since_auto_compares_and_shows_everything(folder: Path, hashes: dict[str, str]) -> None:
    report = check(folder, surround_pull_request(folder, hashes), "--since", "auto")
    assert [path for path, rule in findings(report) if rule in ALONE] == ORPHANS
    assert report["summary"]["new"] == len(NEW)


def test_a_named_revision_outranks_the_event(folder: Path, hashes: dict[str, str]) -> None:
    variables = surround_pull_request(folder, hashes)
    report = check(folder, variables, "--since", hashes["first"], "--scope", "auto")
    assert {path for path, _ in findings(report)} == {"four.md", "three.md", "two.md"}


@pytest.mark.parametrize("scope", ["auto", "new", "touched"])
def test_a_shallow_clone_reports_everything_and_names_the_remedy(
    folder: Path, hashes: dict[str, str], tmp_path: Path, scope: str
) -> None:
    shallow = clone(folder, tmp_path / "shallow", "refs/pull/7/merge", "--depth=1")
    ran = linklint(shallow, "check", "--scope", scope, **surround_pull_request(folder, hashes))
    assert ran.code == 1
    assert ran.out.count("fetch-depth: 2") == 1
    assert "without a base everything is reported" in ran.out
    assert all(f"no page links to {path}" in ran.out.lower() or path in ran.out for path in ORPHANS)


def test_a_shallow_clone_of_two_is_enough(folder: Path, hashes: dict[str, str], tmp_path: Path) -> None:
    shallow = clone(folder, tmp_path / "shallow", "refs/pull/7/merge", "--depth=2")
    assert findings(check(shallow, surround_pull_request(folder, hashes), "--scope", "auto")) == NEW


def test_a_checkout_of_the_base_is_not_green(folder: Path, hashes: dict[str, str]) -> None:
    """pull_request_target checks out the base branch: nothing of the change is there, and nothing is new."""
    git(folder, "checkout", "-q", "main")
    variables = surround_pull_request(folder, hashes, "pull_request_target")
    ran = linklint(folder, "check", "--scope", "auto", "--fail-on", "warning", "-q", **variables)
    assert ran.code == 1
    assert "warning: the checked-out commit is part of the base branch" in ran.out


def test_a_partial_clone_that_lacks_the_base_reports_everything(
    folder: Path, hashes: dict[str, str], tmp_path: Path
) -> None:
    git(folder, "checkout", "-q", "topic")
    hashes["topic"] = commit(folder, "edit", one_md="# One, edited\n")
    partial = clone(folder, tmp_path / "partial", "refs/heads/topic", "--filter=blob:none")
    git(partial, "fetch", "-q", "--filter=blob:none", "origin", "main")
    ran = linklint(partial, "check", "--scope", "auto", **surround_pull_request(folder, hashes))
    assert "clone without `filter`" in ran.out
    assert ran.code == 1


def test_a_picture_that_a_partial_clone_lacks_does_not_matter(
    folder: Path, hashes: dict[str, str], tmp_path: Path
) -> None:
    git(folder, "checkout", "-q", "main")
    (folder / "garden.png").write_bytes(b"\x89PNG one")
    before = commit(folder, "picture")
    (folder / "garden.png").write_bytes(b"\x89PNG two")
    commit(folder, "another picture", six_md="# Six\n")
    partial = clone(folder, tmp_path / "partial", "refs/heads/main", "--filter=blob:none")
    (partial / "garden.png").write_bytes(b"")  # so that git has to look into it
    report = check(partial, {}, "--since", before, "--scope", "new")
    assert [path for path, _ in findings(report)] == ["six.md"]


def test_a_picture_that_is_not_there_hides_no_renamed_page(
    folder: Path, hashes: dict[str, str], tmp_path: Path
) -> None:
    git(folder, "checkout", "-q", "main")
    (folder / "garden.png").write_bytes(b"\x89PNG one")
    before = commit(folder, "picture", roses_md="# Roses\n" * 9, home_md="# Home\n\n[r](roses.md)\n")
    git(folder, "mv", "roses.md", "tulips.md")
    (folder / "garden.png").write_bytes(b"\x89PNG two")
    commit(folder, "another name", six_md="# Six\n")
    partial = clone(folder, tmp_path / "partial", "refs/heads/main", "--filter=blob:none")
    (partial / "garden.png").write_bytes(b"")
    report = check(partial, {}, "--since", before, "--scope", "new")
    assert [each["rule"] for each in report["findings"] if each["path"] == "home.md"] == ["renamed-page-links"]


def test_a_sparse_checkout_leaves_the_same_files_out_of_both_sides(folder: Path, hashes: dict[str, str]) -> None:
    git(folder, "sparse-checkout", "set", "--no-cone", "/*", "!/two.md")
    variables = surround_pull_request(folder, hashes)
    report = check(folder, variables, "--since", "auto")
    assert (report["summary"]["pages"], report["summary"]["fixed"]) == (4, 0)
    shown = show(folder, variables, "--scope", "auto", "-q")
    assert "warning: 1 file is not in the work tree (a sparse checkout)" in shown
    assert "`git sparse-checkout disable`" in shown
    git(folder, "sparse-checkout", "disable")
    assert "sparse" not in show(folder, variables, "--scope", "auto", "-q")


def test_files_of_git_lfs_are_the_same_on_both_sides(
    folder: Path, hashes: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the history they are pointers, in the work tree git-lfs has put the text; nothing changed."""
    git(folder, "checkout", "-q", "main")
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0" * 64 + "\nsize 40\n"
    program = tmp_path / "programs" / "git-lfs"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\ncat > /dev/null\nprintf '{pointer}'\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    git(folder, "config", "filter.lfs.clean", "git-lfs clean -- %f")
    (folder / ".gitattributes").write_text("large.md filter=lfs\n")
    before = commit(folder, "large", large_md="# Large\n\n[gone](gone.md)\n")
    report = check(folder, {}, "--since", before)
    assert ("large.md", "no-broken-links") in findings(report)
    assert report["summary"]["new"] == 0


def test_pointers_that_were_not_fetched_are_told(folder: Path, hashes: dict[str, str]) -> None:
    write(folder, large_md="version https://git-lfs.github.com/spec/v1\noid sha256:" + "0" * 64 + "\nsize 12345\n")
    shown = show(folder, {})
    assert "warning: 1 page is a pointer of Git LFS" in shown
    assert "`lfs: true`" in shown


def test_encrypted_pages_are_told_and_no_fault(folder: Path, hashes: dict[str, str]) -> None:
    (folder / "large.md").write_bytes(b"\0GITCRYPT\0\xaa\r\xb4[x](gone.md)\0")
    shown = show(folder, {})
    assert "warning: 1 page is encrypted" in shown
    assert "could not be read" not in shown


def test_documents_whose_place_in_the_site_cannot_be_told_are_counted(folder: Path, hashes: dict[str, str]) -> None:
    assert "left out" not in show(folder, {})
    (folder / "src/content/team").mkdir(parents=True)
    (folder / "src/content/team/ada.md").write_text("[x](gone.md)\n")
    (folder / "astro.config.mjs").write_text("export default {}\n")
    shown = show(folder, {})
    assert "notice: 1 document is left out, with its links (src/content/team)" in shown


def test_links_into_a_submodule_are_told_with_its_remedy(folder: Path, hashes: dict[str, str], tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    git(inner, "init", "-q")
    commit(inner, "inner", page_md="# Page\n")
    git(folder, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(inner), "module")
    assert "submodules: true" not in show(folder, {})
    write(folder, two_md="# Two\n\n[page](module/page.md)\n")
    shown = show(folder, {})
    assert "warning: 1 link leads into another repository (module)" in shown
    assert "`submodules: true`" in shown


def test_in_pre_commit_files_that_are_not_added_are_no_pages(folder: Path, hashes: dict[str, str]) -> None:
    write(folder, scratch_md="# Scratch\n\n[gone](gone.md)\n", one_md="# One\n\n[s](scratch.md)\n")
    git(folder, "add", "one.md")
    report = check(folder, {"PRE_COMMIT": "1"}, "--scope", "touched")
    assert findings(report) == [("one.md", "no-untracked-targets")]
    assert ("scratch.md", "no-broken-links") in findings(check(folder, {}, "--scope", "touched"))
