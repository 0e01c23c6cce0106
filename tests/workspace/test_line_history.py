"""On which day lines came, in real repositories."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from linklint.workspace.hunks import Hunk
from linklint.workspace.line_history import find_line_days, read_lines, read_steps, trace
from tests.workspace.test_history import commit, git


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    return tmp_path


def ask(folder: Path, name: str = "a", count: int = 0, **options: str) -> list[str | None]:
    """The day of each line of a file in the work tree."""
    path = folder / f"{name}.md"
    lines = range(1, 1 + (count or path.read_bytes().count(b"\n")))
    found = find_line_days(str(folder), {f"{name}.md": lines}, **{"today": "2030-01-01", **options})
    return [found.days.get(f"{name}.md", {}).get(line) for line in lines]


def test_each_line_came_with_the_commit_that_wrote_it(folder: Path) -> None:
    commit(folder, "2020-01-01", a="one\ntwo\nthree\n")
    commit(folder, "2021-01-01", a="zero\none\nTWO\nthree\n")
    commit(folder, "2022-01-01", a="one\nTWO\nthree\nfour\n", b="other\n")
    assert ask(folder) == ["2020-01-01", "2021-01-01", "2020-01-01", "2022-01-01"]
    assert ask(folder, "b") == ["2022-01-01"]


def test_a_renamed_file_keeps_its_lines_also_where_some_change_on_the_way(folder: Path) -> None:
    text = "".join(f"line {number}\n" for number in range(20))
    commit(folder, "2020-01-01", a=text)
    commit(folder, "2021-01-01", a=None, moved=text)
    commit(folder, "2022-01-01", moved=None, ä=text.replace("line 3\n", "line three\n"), moved2="new\n")
    assert ask(folder, "ä")[2:5] == ["2020-01-01", "2022-01-01", "2020-01-01"]


def test_two_files_that_take_each_others_names_keep_their_lines(folder: Path) -> None:
    one, two = ("".join(f"{word} {number}\n" for number in range(9)) for word in ("one", "two"))
    commit(folder, "2020-01-01", a=one)
    commit(folder, "2021-01-01", b=two)
    git(folder, "mv", "a.md", "c.md")
    git(folder, "mv", "b.md", "a.md")
    git(folder, "mv", "c.md", "b.md")
    git(folder, "commit", "--quiet", "-m", "x", day="2022-01-01")
    # Both names are still there, so git sees two files that were written anew: so does `git blame`.
    assert set(ask(folder) + ask(folder, "b")) == {"2022-01-01"}


def test_lines_that_are_not_committed_are_of_today(folder: Path) -> None:
    commit(folder, "2020-01-01", a="one\ntwo\nthree\n")
    (folder / "a.md").write_text("new\none\nTWO\nthree\n")
    assert ask(folder) == ["2030-01-01", "2020-01-01", "2030-01-01", "2020-01-01"]
    git(folder, "add", "--all")
    assert ask(folder) == ["2030-01-01", "2020-01-01", "2030-01-01", "2020-01-01"]
    git(folder, "mv", "a.md", "b.md")
    assert ask(folder, "b") == ["2030-01-01", "2020-01-01", "2030-01-01", "2020-01-01"]


def test_lines_of_a_commit_are_asked_as_they_are_there(folder: Path) -> None:
    commit(folder, "2020-01-01", a="one\n")
    commit(folder, "2021-01-01", a="zero\none\n")
    (folder / "a.md").write_text("changed\n" * 5)
    found = find_line_days(str(folder), {"a.md": [1, 2]}, "HEAD")
    assert found.days == {"a.md": {1: "2021-01-01", 2: "2020-01-01"}}
    assert find_line_days(str(folder), {"a.md": [1]}, "HEAD~1").days == {"a.md": {1: "2020-01-01"}}


def test_what_a_merge_brought_has_the_day_of_the_merge(folder: Path) -> None:
    commit(folder, "2020-01-01", a="one\n")
    git(folder, "switch", "--quiet", "--create", "side")
    commit(folder, "2020-02-01", a="one\ntwo\n")
    git(folder, "switch", "--quiet", "main")
    commit(folder, "2020-03-01", b="other\n")
    git(folder, "merge", "--quiet", "--no-edit", "side", day="2020-04-01")
    assert ask(folder) == ["2020-01-01", "2020-04-01"]
    assert ask(folder, "b") == ["2020-03-01"]


def test_in_a_shallow_clone_only_what_came_later_is_known(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    commit(folder, "2020-01-01", a="one\n")
    commit(folder, "2021-01-01", a="one\ntwo\n")
    commit(folder, "2022-01-01", a="one\ntwo\nthree\n")
    clone = tmp_path_factory.mktemp("shallow") / "clone"
    git(folder, "clone", "--quiet", "--depth=2", f"file://{folder}", str(clone))
    (clone / "a.md").write_text("one\ntwo\nthree\nfour\n")
    assert ask(clone) == [None, None, "2022-01-01", "2030-01-01"]
    assert find_line_days(str(clone), {"a.md": [1]}).is_cut
    assert not find_line_days(str(clone), {"a.md": [3]}).is_cut
    git(clone, "fetch", "--quiet", "--unshallow")
    assert ask(clone) == ["2020-01-01", "2021-01-01", "2022-01-01", "2030-01-01"]


def test_in_a_partial_clone_nothing_is_fetched_and_what_git_lacks_is_unknown(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    commit(folder, "2020-01-01", a="one\n")
    commit(folder, "2021-01-01", a="one\ntwo\n")
    git(folder, "config", "uploadpack.allowFilter", "true")
    clone = tmp_path_factory.mktemp("partial") / "clone"
    git(folder, "clone", "--quiet", "--filter=blob:none", f"file://{folder}", str(clone))
    (clone / "a.md").write_text("one\ntwo\nthree\n")
    assert ask(clone) == [None, None, "2030-01-01"]
    assert find_line_days(str(clone), {"a.md": [1]}).is_cut


def test_where_git_cannot_compare_the_work_tree_no_line_is_taken_for_another(folder: Path) -> None:
    commit(folder, "2020-01-01", a="one\n")
    commit(folder, "2021-01-01", a="one\ntwo\n")
    (folder / "a.md").write_text("zero\none\ntwo\n")
    (folder / ".git" / "index").write_bytes(b"no index")
    found = find_line_days(str(folder), {"a.md": [1, 2, 3]}, today="2030-01-01")
    assert (found.days, found.is_cut) == ({}, True)
    assert find_line_days(str(folder), {"a.md": [1, 2]}).days == {"a.md": {1: "2020-01-01", 2: "2021-01-01"}}


def test_nothing_is_known_outside_git_and_before_the_first_commit(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    plain = tmp_path_factory.mktemp("plain")
    for place in (plain, folder):
        (place / "a.md").write_text("one\n")
        assert ask(place) == [None]


def test_text_that_looks_like_a_patch_is_text(folder: Path) -> None:
    odd = "@@ -1,9 +1,9 @@\n-- a.md\n++ b.md\n\x01abc 1\ndiff --git x y\nrename from x\n"
    commit(folder, "2020-01-01", a="one\n" + odd)
    commit(folder, "2021-01-01", a=odd + "two\n")
    assert ask(folder) == ["2020-01-01"] * 6 + ["2021-01-01"]
    commit(folder, "2022-01-01", a=odd.replace("1,9", "2,8"))
    assert ask(folder) == ["2022-01-01"] + ["2020-01-01"] * 5


def test_names_that_git_quotes_or_could_take_for_a_pattern(folder: Path) -> None:
    names = ['say "roses"', "tab\there", "white  space", "[a-z]*", ":(top)x", "naïve", "-a"]
    commit(folder, "2020-01-01", **dict.fromkeys(names, "one\n"))
    commit(folder, "2021-01-01", **dict.fromkeys(names, "one\ntwo\n"))
    assert [ask(folder, name) for name in names] == [["2020-01-01", "2021-01-01"]] * len(names)


def test_a_file_without_a_suffix_is_found_too(folder: Path) -> None:
    (folder / "NAV[1]").write_text("one\n")
    commit(folder, "2020-01-01", a="x\n")
    assert find_line_days(str(folder), {"NAV[1]": [1]}).days == {"NAV[1]": {1: "2020-01-01"}}


def test_no_program_that_the_repository_names_is_run(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    trace_file = tmp_path_factory.mktemp("run") / "ran"
    program = tmp_path_factory.mktemp("program") / "program"
    program.write_text(f'#!/bin/sh\necho ran >> {trace_file}\ncat "$1" 2>/dev/null\n')
    program.chmod(0o755)
    (folder / ".gitattributes").write_text("*.md diff=evil\n")
    commit(folder, "2020-01-01", a="one\n")
    commit(folder, "2021-01-01", a="one\ntwo\n")
    for key in (
        "diff.evil.textconv",
        "diff.evil.command",
        "diff.external",
        "core.pager",
        "core.fsmonitor",
        "gpg.program",
    ):
        git(folder, "config", key, str(program))
    for key, value in {"log.showSignature": "true", "color.ui": "always", "diff.noprefix": "false",
                       "diff.mnemonicPrefix": "true", "diff.context": "9", "diff.interHunkContext": "9",
                       "diff.renames": "false", "log.diffMerges": "combined"}.items():  # fmt: skip
        git(folder, "config", key, value)
    (folder / "a.md").write_text("zero\none\ntwo\n")
    assert ask(folder) == ["2030-01-01", "2020-01-01", "2021-01-01"]
    assert not trace_file.exists()


def test_binary_and_huge_gaps_in_a_files_history_do_no_harm(folder: Path) -> None:
    commit(folder, "2020-01-01", a="one\n\0\nthree\n")
    commit(folder, "2021-01-01", a="one\ntwo\nthree\n")
    (folder / ".gitattributes").write_text("*.md -diff\n")
    commit(folder, "2022-01-01", a="one\ntwo\nthree\nfour\n")
    assert ask(folder) == ["2020-01-01", "2021-01-01", "2020-01-01", "2022-01-01"]


def test_it_agrees_with_blame_on_a_made_history(folder: Path) -> None:
    lines = [f"line {number}" for number in range(30)]
    for step in range(1, 13):
        del lines[(step * 7) % len(lines)]
        lines.insert((step * 5) % len(lines), f"new {step}")
        lines[(step * 11) % len(lines)] += "!"
        commit(folder, f"2020-{step:02}-01", a="\n".join(lines) + "\n")
    told = subprocess.run(
        ["git", "-C", folder, "blame", "--date=short", "-s", "a.md"],
        check=True, capture_output=True, text=True, env={**os.environ, "TZ": "UTC"},
    ).stdout  # fmt: skip
    days = {
        line.split()[0].strip("^")[:7]: line.split()[1]
        for line in subprocess.run(
            ["git", "-C", folder, "log", "--format=%h %as", "--abbrev=7"], check=True, capture_output=True, text=True
        ).stdout.splitlines()
    }
    assert ask(folder) == [days[line.split()[0].strip("^")[:7]] for line in told.splitlines()]


@pytest.mark.parametrize(
    ("hunk", "earlier", "written"),
    [
        (Hunk(3, 0, 4, 2), {1: 1, 2: 2, 3: 3, 4: 6}, [4, 5]),
        (Hunk(2, 2, 1, 0), {1: 1, 4: 2, 5: 3, 6: 4, 7: 5, 8: 6}, []),
        (Hunk(2, 1, 2, 3), {1: 1, 3: 5, 4: 6}, [2, 3, 4]),
        (Hunk(0, 0, 1, 2), {1: 3, 2: 4, 3: 5, 4: 6}, [1, 2]),
        (Hunk(1, 2, 0, 0), {3: 1, 4: 2, 5: 3, 6: 4, 7: 5, 8: 6}, []),
    ],
)
def test_lines_are_traced_through_a_hunk(hunk: Hunk, earlier: dict[int, int], written: list[int]) -> None:
    assert trace({line: line for line in range(1, 7)}, [hunk]) == (earlier, written)


def test_an_output_in_small_pieces_is_read_the_same() -> None:
    log = b"--- a.md\n+++ a.md\n@@ -1 +1,2 @@ x\n<one\n>two\n\x01abc 86400\n\n"
    log += b"diff --git a.md a.md\n--- /dev/null\n+++ a.md\n@@ -0,0 +1 @@\n>\n"
    pieces = [log[start : start + 3] for start in range(0, len(log), 3)]
    assert list(read_lines(pieces)) == list(read_lines([log]))
    steps = list(read_steps(pieces, "now"))
    assert [(step.commit, step.day) for step in steps] == [(b"", "now"), (b"abc", "1970-01-02")]
    assert steps[0].files[0].hunks == [Hunk(1, 1, 1, 2)]
    assert steps[1].files[0].before == ""
