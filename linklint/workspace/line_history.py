"""On which day lines came to the branch that is checked out: one walk over its history, for all files at once.

``git blame`` reads the history anew for every file, and takes minutes for some thousand. Here ``git log`` tells it
once, newest commit first, and each line that was asked for is followed to what it was before, until a commit is met
that wrote it. Of a merge, the first parent is followed: what it brought has the merge's day. To look at all parents
takes ten times as long where there are many merges.
"""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import NamedTuple

from linklint.model.endings import PAGES
from linklint.workspace.git import GitError, run_git, silence_filters, stream_git
from linklint.workspace.history import read_date
from linklint.workspace.hunks import HEADER, Hunk, read_name

PLAIN_SUFFIX = re.compile(r"[a-z0-9]+")
# Lines of the files themselves begin with < and >, so that none of them looks like one of those that are read.
PATCH = (
    "--patch", "--unified=0", "--inter-hunk-context=0", "--output-indicator-new=>", "--output-indicator-old=<",
    "--find-renames", "-l1000", "--text", "--no-color", "--no-ext-diff", "--no-textconv", "--no-prefix",
    "--src-prefix=", "--dst-prefix=", "--no-relative", "--submodule=short", "--end-of-options",
)  # fmt: skip
LOG = (
    "-c", "log.diffMerges=separate",  # what -m means; with --first-parent that is one patch
    "log", "--format=%x01%H %at", "--first-parent", "-m", "--no-show-signature", "--no-notes",
)  # fmt: skip
TOLD = re.compile(rb"^(?:\x01|diff --git |@@ -|--- |\+\+\+ |rename from |rename to )[^\n]*", re.MULTILINE)


class LineDays(NamedTuple):
    """``days``: path → line → ISO date. Lines whose day git does not know are not there. ``is_cut``: some are older
    than what git has here, as in a shallow or a partial clone."""

    days: Mapping[str, Mapping[int, str]]
    is_cut: bool = False


class FilePatch(NamedTuple):
    """What became of one file: its names (``before`` empty: it is new; ``after`` empty: it is gone) and its hunks."""

    before: str
    after: str
    hunks: Sequence[Hunk]


class Step(NamedTuple):
    """A commit, or (``commit`` empty) what lies between the newest one and the work tree."""

    commit: bytes
    day: str
    files: Sequence[FilePatch]


def find_line_days(
    top: str, lines: Mapping[str, Collection[int]], commit: str = "HEAD", *, today: str | None = None
) -> LineDays:
    """The days of these lines (path → numbers from 1) of the files as they are in ``commit``; where ``today`` is given,
    as they are in the work tree, whose own lines came on that day. A changed line came with its change; a renamed file
    keeps its lines. Days are those that authors' clocks showed, in UTC."""
    if not lines or run_git(top, "rev-parse", "--verify", "--quiet", f"{commit}^{{commit}}") is None:
        return LineDays({})
    files = [commit, "--", *choose_files(lines)]
    walk = Walk(lines)
    try:
        if today is not None:
            output = stream_git(top, "diff", *PATCH, *files, settings=silence_filters(top))
            walk.follow(output, frozenset(), today)
    except GitError:
        return LineDays({}, is_cut=True)  # where the lines of the work tree stand in the commit is not known
    try:
        is_cut = walk.follow(stream_git(top, *LOG, *PATCH, *files), read_boundary(top))
    except GitError:
        is_cut = True
    return LineDays(walk.days, is_cut)


def choose_files(paths: Iterable[str]) -> Iterator[str]:
    """Git's patterns for all files of these kinds: under which names the files stood before is not known yet."""
    suffixes = set(PAGES)
    for path in paths:
        suffix = path.rpartition("/")[2].rpartition(".")[2].lower()
        if PLAIN_SUFFIX.fullmatch(suffix):
            suffixes.add(suffix)
        else:
            yield f":(literal){path}"
    for suffix in sorted(suffixes):
        yield f":(glob,icase)**/*.{suffix}"


def read_boundary(top: str) -> frozenset[bytes]:
    """The commits where a shallow clone ends: git shows them as if they had written all that they hold."""
    path = os.fsdecode((run_git(top, "rev-parse", "--git-path", "shallow") or b"").rstrip(b"\n"))
    try:
        with open(os.path.join(top, path), "rb") as file:
            return frozenset(file.read().split())
    except (OSError, ValueError):
        return frozenset()


class Walk:
    """Lines on their way back. ``days``: where they have arrived."""

    def __init__(self, lines: Mapping[str, Collection[int]]) -> None:
        self.days: dict[str, dict[int, str]] = {}
        # Name of the file at this step → its name now, and line at this step → line now.
        self._waiting = {path: (path, {line: line for line in sorted(found)}) for path, found in lines.items()}

    def follow(self, output: Generator[bytes, None, None], boundary: Collection[bytes], first_day: str = "") -> bool:
        """Goes back as long as lines wait, and to the boundary at most; whether some still wait there. Raises
        GitError; what has arrived by then is right."""
        with closing(output):
            for step in read_steps(output, first_day):
                if step.commit in boundary:
                    break
                self._go_back(step)
                if not self._waiting:
                    break
        return bool(self._waiting)

    def _go_back(self, step: Step) -> None:
        before = {}
        for file in step.files:
            if file.after not in self._waiting:
                continue
            path, lines = self._waiting.pop(file.after)
            earlier, written = trace(lines, file.hunks)
            if step.day and written:
                self.days.setdefault(path, {}).update(dict.fromkeys(written, step.day))
            if earlier and file.before:
                before[file.before] = path, earlier
        self._waiting |= before


def trace(lines: Mapping[int, int], hunks: Sequence[Hunk]) -> tuple[dict[int, int], list[int]]:
    """Where lines (in order: number after the hunks → what is asked for) stood before them; and what is asked for of
    those that the hunks wrote."""
    earlier: dict[int, int] = {}
    written: list[int] = []
    shift, coming = 0, iter(hunks)
    hunk = next(coming, None)
    for line, asked in lines.items():
        while hunk and line >= end_of(hunk.after, hunk.written):
            shift = end_of(hunk.before, hunk.removed) - end_of(hunk.after, hunk.written)
            hunk = next(coming, None)
        if hunk and hunk.written and line >= hunk.after:
            written.append(asked)
        else:
            earlier[line + shift] = asked
    return earlier, written


def end_of(first: int, count: int) -> int:
    """The line below a part of a hunk; of an empty part, ``first`` is the line above it."""
    return first + (count or 1)


def read_steps(output: Iterable[bytes], first_day: str) -> Iterator[Step]:
    """The steps of a log, newest first. What stands before the first commit came on ``first_day``."""
    commit, day, files = b"", first_day, list[FilePatch]()
    before = after = ""
    hunks: list[Hunk] = []

    def end_file() -> None:
        nonlocal before, after, hunks
        if before or after:
            files.append(FilePatch(before, after, hunks))
        before, after, hunks = "", "", []

    for line in read_lines(output):
        if line.startswith(b"@@"):
            if match := HEADER.match(line):
                hunks.append(Hunk(*(1 if number is None else int(number) for number in match.groups())))
        elif line.startswith(b"diff "):
            end_file()
        elif line.startswith((b"--- ", b"rename from ")):
            before = read_name(line.removeprefix(b"--- ").removeprefix(b"rename from "))
        elif line.startswith((b"+++ ", b"rename to ")):
            after = read_name(line.removeprefix(b"+++ ").removeprefix(b"rename to "))
        else:
            end_file()
            yield Step(commit, day, files)
            commit, _, seconds = line[1:].partition(b" ")
            day, files = read_date(seconds), []
    end_file()
    yield Step(commit, day, files)


def read_lines(output: Iterable[bytes]) -> Iterator[bytes]:
    """The lines that tell something, of an output that comes in pieces."""
    rest = b""
    for piece in output:
        whole, newline, rest = (rest + piece).rpartition(b"\n")
        if newline:
            yield from TOLD.findall(whole)
    yield from TOLD.findall(rest)
