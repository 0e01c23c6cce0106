"""What workflows publish on the host of a site besides it: other sites, folders of the repository, what is left there.

https://github.com/peaceiris/actions-gh-pages, https://github.com/JamesIves/github-pages-deploy-action,
https://docs.aws.amazon.com/cli/latest/reference/s3/sync.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linklint.model.files import Names
from linklint.site.paths import join, within

STEP = re.compile(r"^[ \t]*-[ \t]", re.MULTILINE)
SOURCE = re.compile(r"^[ \t]*(?:publish_dir|folder):[ \t]*[\"']?(?:\./)?([\w.\-/]+?)/?[\"']?[ \t]*$", re.MULTILINE)
TARGET = re.compile(r"^[ \t]*(?:destination_dir|target-folder):[ \t]*[\"']?([^\s\"'#]*)", re.MULTILINE)
# A copy that takes away at its target what the source has not got, but for what is left out. Commands go on in the
# next line behind a backslash.
MIRROR = re.compile(r"\b(?:aws[ \t]+s3[ \t]+sync|rsync)\b(?:[^\n\\]|\\.|\\\n)*")
LEFT = re.compile(r"--exclude[= \t]+[\"']?/?([\w\-]+(?:/[\w\-]+)*)/\*{0,2}[\"']?(?=\s|\\|\Z)")


def find_places(text: str) -> Iterator[str]:
    """The folders of the host, as far as their names are known, that a workflow of several such steps publishes
    something else in, and those that it leaves as they are."""
    targets = [target for _, target in _read_steps(text)]
    for target in targets if len(targets) > 1 else ():
        known, mark, _ = target.partition("${{")
        place = (join("", known.rpartition("/")[0] if mark else known) or "").strip("/")
        if place:
            yield place
    for command in MIRROR.findall(text):
        if "--delete" in command:
            yield from LEFT.findall(command)


def find_laid(text: str, names: Names) -> Iterator[str]:
    """The folders of the repository that a workflow publishes as they are at the top of the host, beside a site."""
    steps = list(_read_steps(text))
    for source, target in steps if len(steps) > 1 else ():
        inside = any(other != source and within(other, source) for other, _ in steps)
        if not target.strip("./") and source in names.directories and not inside:
            yield source


def _read_steps(text: str) -> Iterator[tuple[str, str]]:
    """Source and target of each step that publishes a folder."""
    for step in STEP.split(text):
        source, target = SOURCE.search(step), TARGET.search(step)
        if source:
            yield source[1], target[1] if target else ""
