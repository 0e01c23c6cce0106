"""Goes through the commits in which maintainers mended links, and asks whether linklint tells these links before, and
is silent about what they were replaced with.

    python -m benchmarks.ecosystem.mends FOLDER OWNER/NAME... [--commits 25]

FOLDER holds clones named OWNER+NAME with their history; their work trees are left alone. A commit counts when its
message speaks of links that were mended, and a link in it when one line was replaced with another one that has as many
links, of the same texts, and another destination. Links to other hosts are left out, and so are commits that add, move
or delete files, or change more than content, or headings: there the links were right before.

Prints each link with what linklint says of it before and after: ``told`` or the status that it has.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from linklint.app.check import run
from linklint.app.request import Request
from linklint.errors import UserError

SPEAKS = r"(fix|repair|correct|resolv|broken|dead|stale|wrong|update).*(link|anchor|404|href|url|fragment)"
ENDINGS = (".md", ".mdx", ".markdown", ".html", ".htm")
CONTENT = tuple(f"*{ending}" for ending in ENDINGS)
LINK = re.compile(r"\[(?P<text>[^\[\]]*)\]\((?P<to>[^()\s]+(?:\([^()\s]*\))?)[^()]*\)|href=[\"'](?P<href>[^\"']+)[\"']")
ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
HUNK = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
HEADING = re.compile(r"\s*(#|<h\d)|(===|---)+\s*$")
AT_WORST = 400
"""Mended links of a commit. Where there are more of them, a program rewrote them all."""


class Mend(NamedTuple):
    """A destination that was replaced: where it stood, and where its substitute stands."""

    path: str
    line: int
    old: str
    now_at: str
    now_line: int
    new: str


class Verdict(NamedTuple):
    """What is said of a link: ``told``, its status, or ``no link``."""

    mend: Mend
    before: str
    after: str


def git(checkout: Path, *words: str) -> str:
    done = subprocess.run(["git", "-C", checkout, *words], capture_output=True, check=False)
    return done.stdout.decode("utf-8", "replace")


def list_commits(checkout: Path, most: int) -> list[str]:
    """The last commits whose messages speak of mended links, and that change nothing but texts of pages."""
    words = ("log", "--no-merges", "-i", "-E", f"--grep={SPEAKS}", "--format=%x00%H", "--name-status", "--", ".")
    found = []
    for told in git(checkout, *words).split("\0")[1:]:
        commit, *changes = told.split("\n")
        ways = [change.partition("\t") for change in changes if change]
        if ways and all(way == "M" and path.strip('"').endswith(ENDINGS) for way, _, path in ways):
            found.append(commit)
    return found[:most]


def find_mends(checkout: Path, commit: str) -> list[Mend]:
    """The links that the commit mended."""
    text = git(
        checkout, "-c", "core.quotePath=false", "diff", "-U0", "--no-color", "-M", f"{commit}^", commit, "--", *CONTENT
    )
    found: list[Mend] = []
    old_path = new_path = ""
    lines = iter(text.split("\n"))
    for line in lines:
        if line.startswith("--- "):
            old_path = line[6:].rstrip("\t")
        elif line.startswith("+++ "):
            new_path = line[6:].rstrip("\t")
        elif hunk := HUNK.match(line):
            removed, added = int(hunk[2] or 1), int(hunk[4] or 1)
            before = [next(lines, "")[1:] for _ in range(removed)]
            after = [next(lines, "")[1:] for _ in range(added)]
            if any(HEADING.match(each) for each in before):
                return []
            if removed == added:
                pairs = enumerate(zip(before, after, strict=True))
                for number, (old, new) in pairs:
                    start = old_path, int(hunk[1]) + number, new_path, int(hunk[3]) + number
                    found += compare_lines(old, new, *start)
    return found if len(found) <= AT_WORST else []


def compare_lines(old: str, new: str, path: str, line: int, now_at: str, now_line: int) -> Iterator[Mend]:
    """The links of a line that lead elsewhere in its substitute."""
    before, after = (
        [(match["text"], match["to"] or match["href"]) for match in LINK.finditer(text)] for text in (old, new)
    )
    if [text for text, _ in before] == [text for text, _ in after]:
        for (_, was), (_, now) in zip(before, after, strict=True):
            if was != now and not ELSEWHERE.match(was):
                yield Mend(path, line, was, now_at, now_line, now)


def look(checkout: Path, commit: str, wanted: Sequence[tuple[str, int, str]]) -> Mapping[tuple[str, int, str], str]:
    """(file, line, destination) → what is said of it at the commit."""
    whole = git(checkout, "rev-parse", commit).strip()
    git(checkout, "read-tree", whole)  # ``checkout`` would stop at the first file that is too large for the clone
    git(checkout, "update-ref", "--no-deref", "HEAD", whole)
    git(checkout, "checkout-index", "-q", "-f", "-a")
    git(checkout, "clean", "-q", "-f", "-d", "-x")
    for path in git(checkout, "ls-files", "-z", "--deleted").split("\0"):
        if path:  # what is too large for the clone
            (checkout / path).parent.mkdir(parents=True, exist_ok=True)
            (checkout / path).touch()
    try:
        seen = run(Request(), str(checkout))
    except UserError as error:
        return dict.fromkeys(wanted, f"not run: {error}"[:60])
    told = {(each.location.path, each.location.line): each.rule for each in seen.journey.outcome.findings}
    statuses: dict[tuple[str, int, str], str] = {}
    for link in seen.journey.world.site.links:
        if link.written is not None:
            key = link.file, link.written.span.line, link.written.href
            reason = f" ({link.reason})" if link.reason else ""
            statuses[key] = f"{link.status}{reason}"
    pages = seen.journey.world.site.by_path
    return {
        key: f"told {told[key[:2]]}"
        if key[:2] in told
        else statuses.get(key, "no link" if key[0] in pages else "no page")
        for key in wanted
    }


def judge(checkout: Path, commit: str, mends: Sequence[Mend]) -> Iterator[Verdict]:
    before = look(checkout, f"{commit}^", [(each.path, each.line, each.old) for each in mends])
    after = look(checkout, commit, [(each.now_at, each.now_line, each.new) for each in mends])
    for each in mends:
        yield Verdict(each, before[each.path, each.line, each.old], after[each.now_at, each.now_line, each.new])


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="+")
    parser.add_argument("--commits", type=int, default=25)
    asked = parser.parse_args(arguments)
    for name in asked.names:
        counts: Counter[str] = Counter()
        with tempfile.TemporaryDirectory() as folder:
            source = asked.folder / name.replace("/", "+")
            checkout = Path(folder) / "clone"
            subprocess.run(["git", "clone", "-q", "--shared", "--no-checkout", source, checkout], check=True)
            for commit in list_commits(checkout, asked.commits):
                mends = find_mends(checkout, commit)
                for mend, before, after in judge(checkout, commit, mends) if mends else ():
                    counts[before.split()[0]] += 1
                    print(
                        f"{name}\t{commit[:10]}\t{mend.path}:{mend.line}\t{mend.old} -> {mend.new}\t{before}\t{after}"
                    )
        print(f"# {name}: {dict(counts)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
