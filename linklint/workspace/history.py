"""When each file of a repository was first committed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from linklint.workspace.git import decode_name, run_git

HEADER = b"\x01"


def first_commits(top: str, commit: str = "HEAD") -> Mapping[str, str]:
    """Path → ISO date (UTC) on which its author first committed it, of the files of ``commit``. A file that was only
    renamed keeps its date. Empty outside git and in a shallow clone, where the oldest commits are not there to ask."""
    if is_shallow(top) is not False:
        return {}
    output = run_git(
        top,
        "log",
        "-z",
        f"--format={HEADER.decode()}%at",
        "--name-status",
        "--diff-filter=AR",
        "--find-renames=100%",  # by blob id alone: no file need be read, nor fetched in a partial clone
        "--no-ext-diff",
        "--no-textconv",
        "--no-show-signature",
        "--end-of-options",
        commit,
        "--",  # a file may have the commit's name
    )
    return dict(follow_names(output)) if output else {}


def is_shallow(top: str) -> bool | None:
    """Whether the clone lacks the oldest commits; None outside git."""
    output = run_git(top, "rev-parse", "--is-shallow-repository")
    return None if output is None else output.strip() != b"false"


def follow_names(output: bytes) -> Iterator[tuple[str, str]]:
    """(name in the newest commit, date), from a log that begins with the newest."""
    now: dict[bytes, bytes] = {}  # a name as it was then → what it is now
    done: set[bytes] = set()
    date, words = "", iter(output.split(b"\0"))
    for word in words:
        word = word.strip(b"\n")
        if word.startswith(HEADER):
            date = read_date(word[1:])
        elif word.startswith(b"R"):
            old, new = next(words), next(words)
            if now.get(new, new) not in done:
                now[old] = now.pop(new, new)
        elif word == b"A":
            path = next(words)
            path = now.pop(path, path)
            if path not in done and date:
                yield decode_name(path), date
            done.add(path)


def read_date(seconds: bytes) -> str:
    """The day in UTC; empty for a time that no calendar has (git takes any number)."""
    try:
        return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return ""
