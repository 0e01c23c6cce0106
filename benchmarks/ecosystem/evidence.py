"""Gathers, for what linklint reports in a repository, the evidence of the repository itself.

    linklint check REPOSITORY --output json > findings.json
    python benchmarks/ecosystem/evidence.py REPOSITORY findings.json > docs/ecosystem/NAME.csv

One row per broken link, fragment, letter case, undefined reference, orphan and unreachable page. This script does not
import linklint and does not take its word: of a finding it uses the rule and the place alone, reads the source there
with regular expressions, and looks among the names that git lists and the ids that stand in the target. Where it cannot
confirm a finding, the verdict is ``open``; nobody's verdict is ``true`` before a person has looked at the row.
"""

from __future__ import annotations

import argparse
import csv
import difflib
import html
import json
import posixpath
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote

LINKS = {"no-broken-links", "no-broken-fragments", "no-case-mismatch", "no-fragment-case-mismatch"}
PAGES = {"no-orphans", "no-unreachable-pages", "no-walled-gardens"}
ATTRIBUTE = re.compile(r"""\b(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.I)
INLINE = re.compile(r"\]\(\s*<?([^\s)>]*)")
ELEMENT = re.compile(r"""(?:\bid|<a\s[^>]*?\bname)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.I)
COMMENT = re.compile(r"<!--.*?-->", re.S)
COMMON = frozenset({"index.html", "README.md"})
SHOWN = 4


class Evidence:
    """The tracked files of a repository at its newest commit, and what they prove."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.commit = self.git("rev-parse", "HEAD").strip()
        self.names = set(filter(None, self.git("ls-files", "-z").split("\0")))
        self.folders = {parent for name in self.names for parent in parents(name)}

    def git(self, *words: str) -> str:
        done = subprocess.run(["git", "-C", self.folder, *words], capture_output=True, check=False)
        return done.stdout.decode("utf-8", "replace")

    def text(self, name: str) -> str:
        return (self.folder / name).read_bytes().decode("utf-8", "replace")

    def prove(self, finding: dict[str, Any]) -> tuple[str, str]:
        """Verdict and evidence."""
        if finding["rule"] in PAGES:
            return self.prove_page(finding["path"], finding["rule"] == "no-orphans")
        written = self.read_destination(finding)
        if written is None:
            return "open", "no destination found at the place"
        target, fragment = self.resolve(finding["path"], written)
        if finding["rule"] == "no-broken-links":
            return self.prove_missing(target)
        return self.prove_fragment(target, fragment)

    def resolve(self, source: str, written: str) -> tuple[str, str]:
        """The repository path and the fragment of a destination as written."""
        path, _, fragment = html.unescape(written).partition("#")
        path = unquote(path.partition("?")[0])
        base = "" if path.startswith("/") else posixpath.dirname(source)
        target = posixpath.normpath(posixpath.join(base, path.lstrip("/"))) if path else source
        return target, unquote(fragment)

    def read_destination(self, finding: dict[str, Any]) -> str | None:
        lines = re.split(r"\r\n|\r|\n", self.text(finding["path"]))[finding["line"] - 1 : finding["end_line"]]
        if not lines:
            return None
        if len(lines) == 1:
            lines[0] = lines[0][: finding["end_column"] - 1]
        lines[0] = lines[0][finding["column"] - 1 :]
        found = ATTRIBUTE.search("\n".join(lines)) or INLINE.search("\n".join(lines))
        return next((group for group in found.groups() if group is not None), None) if found else None

    def prove_missing(self, target: str) -> tuple[str, str]:
        if target in self.names or target in self.folders:
            return "open", f"{target} exists"
        folder, name = posixpath.split(target)
        same = [] if name in COMMON else sorted(other for other in self.names if posixpath.basename(other) == name)
        if same:
            return "true", f"no file {target} at this commit; that name only at {listed(same)}"
        if folder not in self.folders and folder:
            return "true", f"no file {target} and no folder {folder} at this commit"
        here = [posixpath.basename(other) for other in self.names if posixpath.dirname(other) == folder]
        near = difflib.get_close_matches(name, sorted(here), SHOWN, 0.5) or sorted(here)
        beside = f"its folder has {listed(near)}" if here else "its folder has no files"
        return "true", f"no file {target} at this commit; {beside}"

    def prove_fragment(self, target: str, fragment: str) -> tuple[str, str]:
        if target in self.folders:
            target = posixpath.join(target, "index.html")
        if target not in self.names:
            return "open", f"no file {target}"
        found = ELEMENT.findall(COMMENT.sub("", self.text(target)))
        ids = sorted({html.unescape("".join(groups)) for groups in found} - {""})
        if fragment in ids:
            return "open", f"{target} has the id {fragment}"
        if not ids:
            return "true", f"{target} has no id or name at all"
        near = difflib.get_close_matches(fragment, ids, SHOWN, 0.6)
        return "true", f"no {fragment} among the {len(ids)} ids of {target}; nearest: {listed(near) or 'none like it'}"

    def prove_page(self, page: str, is_orphan: bool) -> tuple[str, str]:
        name = posixpath.basename(page)
        naming = [other for other in self.git("grep", "-lIF", "--", name).splitlines() if other != page]
        linking = [other for other in naming if self.links_to(other, page)]
        if linking:
            return "open", f"{'an orphan' if is_orphan else 'unreachable'}, but linked from {listed(linking)}"
        if naming:
            return (
                "true",
                f"no link to it (git grep): {name} stands in {listed(naming)}, but not as a link to this page",
            )
        return "true", f"no other tracked file says {name} (git grep)"

    def links_to(self, source: str, page: str) -> bool:
        """Whether any destination in the file, with or without markup around it, resolves to the page."""
        text = self.text(source)
        found = [*ATTRIBUTE.findall(text), *((written,) for written in INLINE.findall(text))]
        return any(self.resolve(source, "".join(groups))[0] == page for groups in found)


def parents(name: str) -> list[str]:
    """All folders above a path; the top is the empty string."""
    found = []
    while name:
        name = posixpath.dirname(name)
        found.append(name)
    return found


def listed(names: list[str]) -> str:
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return ", ".join(names[:SHOWN]) + more


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("repository", type=Path)
    parser.add_argument("findings", type=Path)
    options = parser.parse_args()
    evidence = Evidence(options.repository)
    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow(["commit", "path", "line", "rule", "verdict", "evidence"])
    for finding in json.loads(options.findings.read_text())["findings"]:
        if finding["rule"] in LINKS | PAGES:
            rows.writerow(
                [evidence.commit, finding["path"], finding["line"], finding["rule"], *evidence.prove(finding)]
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
