"""Gathers the evidence for what linklint reports in a repository of Markdown: see ``evidence.py``.

python benchmarks/ecosystem/markdown_evidence.py REPOSITORY findings.json > docs/ecosystem/NAME.csv
"""

from __future__ import annotations

import argparse
import csv
import difflib
import json
import posixpath
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))
from disagree import DEFINITION, destinations, squeeze
from evidence import ATTRIBUTE, LINKS, PAGES, SHOWN, Evidence, listed
from headings import fragments, headings

DESTINATION = re.compile(r"\]\(\s*<?(?P<href>[^\s<>]*?)>?(?:\s+[\"'(].*)?\s*\)$", re.S)
BRACKETS = re.compile(r"\[(?P<text>[^\[\]]*)\](?:\[(?P<label>[^\[\]]*)\])?$")
README = re.compile(r"readme\.(md|markdown)", re.I)
RULES = LINKS | PAGES | {"no-undefined-references"}


class MarkdownEvidence(Evidence):
    """As ``Evidence``, by GitHub's rules: slugs of headings, references, READMEs of folders."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.pages = sorted(name for name in self.names if name.lower().endswith((".md", ".markdown")))
        self.linking: dict[str, set[str]] = defaultdict(set)
        for page in self.pages:
            for _, href in destinations(self.text(page).replace("\r\n", "\n")):
                self.linking[self.page_at(self.resolve(page, href)[0])].add(page)

    def page_at(self, target: str) -> str:
        """The README that GitHub shows for a folder; any other path as it is."""
        shown = [
            name
            for name in self.pages
            if posixpath.dirname(name) == target and README.fullmatch(posixpath.basename(name))
        ]
        return shown[0] if target in self.folders and shown else target

    def resolve(self, source: str, written: str) -> tuple[str, str]:
        target, fragment = super().resolve(source, re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", written))
        return "" if target == "." else target, fragment

    def prove(self, finding: dict[str, Any]) -> tuple[str, str]:
        if finding["rule"] == "no-undefined-references":
            return self.prove_undefined(finding)
        if finding["rule"] == "no-broken-links" and self.read_destination(finding) == "":
            return "true", "the destination is empty: [text]()"
        if finding["rule"] in ("no-case-mismatch", "no-fragment-case-mismatch"):
            target, _ = self.resolve(finding["path"], self.read_destination(finding) or "")
            if self.page_at(target) not in self.names:
                return self.prove_case(target)
        return super().prove(finding)

    def span(self, finding: dict[str, Any]) -> str:
        lines = re.split(r"\r\n|\r|\n", self.text(finding["path"]).removeprefix("\ufeff"))
        lines = lines[finding["line"] - 1 : finding["end_line"]]
        lines[-1] = lines[-1][: finding["end_column"] - 1]
        return "\n".join([lines[0][finding["column"] - 1 :], *lines[1:]])

    def read_destination(self, finding: dict[str, Any]) -> str | None:
        span = self.span(finding)
        inline = DESTINATION.search(span)
        if inline:
            return inline["href"]
        attribute = ATTRIBUTE.search(span)
        if attribute:
            return next(group for group in attribute.groups() if group is not None)
        use = BRACKETS.search(span)
        for match in DEFINITION.finditer(self.text(finding["path"])):
            if use and squeeze(match["label"]) == squeeze(use["label"] or use["text"]):
                return match["href"]
        return None

    def prove_undefined(self, finding: dict[str, Any]) -> tuple[str, str]:
        use = BRACKETS.search(self.span(finding))
        label = squeeze(use["label"] or use["text"]) if use else ""
        labels = sorted({squeeze(match["label"]) for match in DEFINITION.finditer(self.text(finding["path"]))})
        if not use or label in labels:
            return "open", f"[{label}] is defined"
        return "true", f"no definition of [{label}] among the {len(labels)} of the file"

    def prove_case(self, target: str) -> tuple[str, str]:
        right = [name for name in self.names if name.lower() == target.lower()]
        if not right or target in self.names:
            return "open", f"{target} in other letters is not there"
        return "true", f"no file {target}; git lists {listed(right)}"

    def prove_missing(self, target: str) -> tuple[str, str]:
        verdict, evidence = super().prove_missing(target)
        commit = self.git("log", "-1", "--diff-filter=D", "--format=%h", "--", target).strip()
        if not commit:
            return verdict, f"{evidence}; it never was there (git log)"
        moves = self.git("show", "-M", "--name-status", "--format=", commit).splitlines()
        moved = [row.split("\t")[2] for row in moves if row.startswith("R") and row.split("\t")[1] == target]
        return verdict, f"{evidence}; {f'renamed to {moved[0]}' if moved else 'deleted'} in {commit}"

    def prove_fragment(self, target: str, fragment: str) -> tuple[str, str]:
        target = self.page_at(target)
        if target not in self.names:
            return "open", f"no file {target}"
        text = self.text(target)
        known = list(dict.fromkeys(fragments(text)))
        count = len(headings(text.replace("\r\n", "\n")))
        if fragment in known:
            return "open", f"{target} has {fragment}"
        same = [each for each in known if each.lower() == fragment.lower()]
        if same:
            return "true", f"no heading or id is exactly {fragment}; {target} has {same[0]} (ids count letter case)"
        near = difflib.get_close_matches(fragment.lower(), known, SHOWN, 0.6)
        others = len(known) - min(count, len(known))
        return (
            "true",
            f"none of the {count} headings and {others} other ids of {target} gives {fragment}; "
            f"nearest: {listed(near) or 'none like it'}",
        )

    def prove_page(self, page: str, is_orphan: bool) -> tuple[str, str]:
        linking = sorted(self.linking[page] - {page})
        if is_orphan and linking:
            return "open", f"an orphan, but linked from {listed(linking)}"
        if is_orphan:
            return super().prove_page(page, is_orphan)
        reached = self.reached()
        if not linking or page in reached:
            return "open", f"unreachable, but {'in reach' if page in reached else 'without a link'}"
        return (
            "true",
            f"linked only from {listed(linking)}; following all links from {self.root()} reaches none of them",
        )

    def root(self) -> str:
        return self.page_at("")

    def reached(self) -> set[str]:
        """The pages that links lead to from the README at the top, and the READMEs of folders."""
        found: set[str] = {page for page in self.pages if README.fullmatch(posixpath.basename(page))}
        while True:
            more = {page for page in self.pages if page not in found and self.linking[page] & found}
            if not more:
                return found
            found |= more


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("repository", type=Path)
    parser.add_argument("findings", type=Path)
    options = parser.parse_args()
    evidence = MarkdownEvidence(options.repository)
    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow(["commit", "path", "line", "rule", "verdict", "evidence"])
    for finding in json.loads(options.findings.read_text())["findings"]:
        if finding["rule"] in RULES:
            place = [finding["path"], finding["line"], finding["rule"]]
            rows.writerow([evidence.commit, *place, *evidence.prove(finding)])
    return 0


if __name__ == "__main__":
    sys.exit(main())
