"""Reads the internal links of Markdown repositories a second time, crudely, and shows where linklint judges otherwise.

    python benchmarks/ecosystem/disagree.py REPOSITORY...

A link is found by regular expressions, its file among the names that git lists, its fragment among crude slugs. Every
line that is printed deserves a look: one of the two is wrong.
"""

from __future__ import annotations

import argparse
import csv
import html
import posixpath
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

sys.path.insert(0, str(Path(__file__).resolve().parent))
from crude import COMMENT, FENCE, FRONT_MATTER, SPAN
from headings import fragments

INLINE = re.compile(
    r"\]\(\s*(?:<(?P<pointed>[^<>\n]*)>|(?P<href>[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*))(?:\s+[\"'(][^\n]*?[\"')])?\s*\)"
)
DEFINITION = re.compile(r"^[ >]{0,6}\[(?!\^)(?P<label>[^\]\n]+)\]:\s*<?(?P<href>[^\s<>]+)>?", re.M)
RAW = re.compile(r"""<(?:a|img)\b[^<>]*?\s(?:href|src)\s*=\s*["'](?P<href>[^"'<>\n]*)["'](?:\s+title=)?""", re.I)
BADGE = re.compile(r"""<a href="#[a-zA-Z]+-[\w-]+" title=""")  # all-contributors': they lead nowhere on purpose
USE = re.compile(r"\[(?P<text>[^\[\]]+)\](?:\[(?P<label>[^\[\]]*)\])?(?![(:])")
BAD = {"missing", "asset-missing", "fragment-missing", "case-mismatch", "malformed"}
FINE = {"ok", "asset"}


def destinations(text: str) -> Iterator[tuple[int, str]]:
    """Line and destination of every crude link."""
    for pattern in (FRONT_MATTER, FENCE, COMMENT, SPAN):
        text = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    for pattern in (INLINE, RAW):
        for match in pattern.finditer(text):
            if BADGE.match(match[0]):
                continue
            groups = match.groupdict()
            href = groups.get("pointed") or groups["href"] or ""
            yield text.count("\n", 0, match.start(match.lastgroup or 0)) + 1, href
    defined = {squeeze(match["label"]): match["href"] for match in reversed(list(DEFINITION.finditer(text)))}
    for match in USE.finditer(text):
        href = defined.get(squeeze(match["label"] or match["text"]) or "-")
        if href is not None:
            yield text.count("\n", 0, match.start()) + 1, href


def squeeze(label: str) -> str:
    return " ".join(label.split()).casefold()


class Opinion:
    """What the names that git lists and the texts say."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        output = subprocess.run(["git", "-C", folder, "ls-files", "-z"], capture_output=True, check=True).stdout
        self.names = set(filter(None, output.decode("utf-8", "surrogateescape").split("\0")))
        self.folders = {""}
        for name in self.names:
            while name:
                name = posixpath.dirname(name)
                self.folders.add(name)
        self.ids: dict[str, set[str]] = {}

    def judge(self, source: str, href: str) -> str | None:
        """``fine``, ``bad`` with the reason, or None where nothing can be said."""
        href = html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", href)).strip()
        if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", href) or re.search(r"\{\{|\}\}|\{%|<%|\$\{", href):
            return None
        if not href:
            return "bad: no destination"
        path, mark, fragment = href.partition("#")
        path = unquote(path.partition("?")[0])
        base = "" if path.startswith("/") else posixpath.dirname(source)
        target = posixpath.normpath(posixpath.join(base, path.lstrip("/"))) if path else source
        target = "" if target == "." else target
        if target.startswith(".."):
            return None
        if target not in self.names and target not in self.folders:
            return f"bad: no {target}"
        if path.endswith("/") and target in self.names:
            return f"bad: {target} is no folder"
        if not mark or fragment.lower() in ("", "top", "readme"):
            return "fine"
        if target in self.folders:
            readme = [
                name
                for name in self.names
                if posixpath.dirname(name) == target
                and re.match(r"readme\.(md|markdown)$", posixpath.basename(name), re.I)
            ]
            if not readme:
                return None
            target = readme[0]
        if not target.lower().endswith((".md", ".markdown")):
            return None
        fragment = unquote(fragment).removeprefix("user-content-")
        return "fine" if fragment in self.known(target) else f"bad: no #{fragment} in {target}"

    def known(self, page: str) -> set[str]:
        if page not in self.ids:
            self.ids[page] = set(fragments((self.folder / page).read_bytes().decode("utf-8", "replace")))
        return self.ids[page]


def lint(folder: Path) -> dict[tuple[str, int], dict[str, list[str]]]:
    """File and line → destination → statuses, of the links that linklint sees."""
    command = [sys.executable, "-m", "linklint", "graph", "--format", "csv", "--table", "links", str(folder)]
    done = subprocess.run(command, capture_output=True, check=True, cwd=Path(__file__).resolve().parents[2])
    found: dict[tuple[str, int], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in csv.DictReader(done.stdout.decode("utf-8", "replace").splitlines()):
        if row["line"]:
            found[row["file"], int(row["line"])][row["href"]].append(row["status"])
    return found


def compare(folder: Path) -> int:
    opinion, theirs = Opinion(folder), lint(folder)
    count = disagreements = 0
    for name in sorted(opinion.names):
        path = folder / name
        if not name.lower().endswith((".md", ".markdown")) or path.is_symlink() or not path.is_file():
            continue
        text = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").removeprefix("\ufeff")
        for line, href in destinations(text):
            verdict = opinion.judge(name, href)
            if verdict is None:
                continue
            count += 1
            near = [status for each in range(line - 3, line + 2) for status in theirs[name, each].get(href, ())]
            if (FINE if verdict == "fine" else BAD).intersection(near):
                continue
            problem = f"linklint: {near[0]}" if near else "not seen by linklint"
            disagreements += 1
            print(f"{name}:{line} {href!r} {verdict}; {problem}")
    print(f"{folder.name}: {count} crude internal links, {disagreements} disagreements", file=sys.stderr)
    return disagreements


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("repositories", type=Path, nargs="+", metavar="REPOSITORY")
    options = parser.parse_args()
    return int(sum(compare(path.resolve()) for path in options.repositories) > 0)


if __name__ == "__main__":
    sys.exit(main())
