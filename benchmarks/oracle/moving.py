"""Addresses that a host sends on: rules of ``_redirects`` (Netlify's, Cloudflare's) and of the manifest of routes that
Next.js writes. Read here anew, so that nothing of linklint's own reading is taken for granted."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import NamedTuple

PARAMETER = re.compile(r":(\w+)[*+?]?(?:\([^)]*\))?")


class Move(NamedTuple):
    """``old`` matches whole paths; ``source`` is what the rule says, empty for rules of the framework's own. Names in
    ``new`` (``:splat``) stand for groups. ``forced``: also where a file is there. ``rewrite``: visitors stay at the old
    address."""

    old: re.Pattern[str]
    source: str
    new: str
    forced: bool = False
    rewrite: bool = False

    @property
    def plain(self) -> bool:
        """Whether it is about one address."""
        return not re.search(r"[:*(]", self.source)

    def lead(self, path: str) -> str | None:
        """Where the rule sends visitors of the path."""
        match = self.old.fullmatch(path)
        if match is None:
            return None
        groups = match.groupdict()
        return re.sub(r":(\w+)[*+?]?", lambda name: groups.get(name[1], name[0]) or "", self.new)


def read_hosted(output: Path) -> list[Move]:
    """The rules of a folder's ``_redirects``: lines of an old address, a new one and a status."""
    file = output / "_redirects"
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    found = []
    for words in (line.partition("#")[0].split() for line in lines):
        if len(words) >= 2:
            pattern = re.sub(r"\\?:(\w+)", r"(?P<\1>[^/]+)", re.escape(words[0].rstrip("/"))).replace(
                r"\*", "(?P<splat>.*)"
            )
            found.append(
                Move(
                    re.compile(pattern + "/?"), words[0], words[1], words[-1].endswith("!"), words[-1].startswith("200")
                )
            )
    return found


def read_manifest(file: Path, base: str) -> list[Move]:
    """Redirects (those about slashes at the end too), then rewrites of Next.js: with regular expressions whose groups
    are the parameters in their order."""
    manifest = json.loads(file.read_text(encoding="utf-8"))
    rewrites = manifest["rewrites"]
    listed = rewrites if isinstance(rewrites, list) else [each for part in rewrites.values() for each in part]
    found = []
    for rule in (*manifest["redirects"], *listed):
        pattern = rule["regex"]
        for parameter in PARAMETER.findall(rule["source"]):
            pattern = re.sub(r"(?<!\\)\((?!\?)", f"(?P<{parameter}>", pattern, count=1)
        source = "" if rule.get("internal") else rule["source"].removeprefix(base)
        sent = "statusCode" in rule
        found.append(Move(re.compile(pattern), source, rule["destination"], forced=sent, rewrite=not sent))
    return found
