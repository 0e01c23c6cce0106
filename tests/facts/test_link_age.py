"""How old a link is."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from msgspec.structs import replace

from linklint.facts import History
from linklint.model.document import Note
from linklint.model.site import FileFacts
from tests.building import build_site
from tests.facts.asking import ask_links

Lines = Mapping[str, Collection[int]]


class Git:
    """What it was asked for, and that all lines came in 2025, the day being the line."""

    def __init__(self) -> None:
        self.asked: list[Lines] = []

    def tell(self, lines: Lines) -> Mapping[str, Mapping[int, str]]:
        self.asked.append(lines)
        return {path: {line: f"2025-05-{line:02}" for line in found if line < 4} for path, found in lines.items()}


def test_a_link_is_as_old_as_its_line_and_git_is_asked_once() -> None:
    git = Git()
    ask = ask_links(build_site("a -> b, c, b generated; b -> a, a, a"), history=History(line_days=git.tell))
    assert ask("href")
    assert not git.asked
    assert ask("added") == ["2025-05-02", "2025-05-03", None, "2025-05-02", "2025-05-03", None]
    assert ask("age") == [30, 29, None, 30, 29, None]
    assert git.asked == [{"a.md": {2, 3}, "b.md": {2, 3, 4}}]


def test_without_git_nothing_is_known() -> None:
    ask = ask_links(build_site("a -> b"))
    assert (ask("added"), ask("age")) == ([None], [None])


def test_files_whose_lines_git_counts_in_another_way_are_not_asked_for() -> None:
    git = Git()
    site = build_site("a -> b; b -> a; c -> a; d -> a")
    files = (
        FileFacts("a.md", 1, True, "utf-8", (Note("lone-cr", "x"),), ()),
        FileFacts("b.md", 1, True, "utf-16", (Note("encoding", "x"),), ()),
        FileFacts("c.md", 1, True, "utf-8", (Note("nul", "x"),), ()),
        FileFacts("d.md", 1, True, "unknown", (Note("encoding", "x"),), ()),
    )
    assert ask_links(replace(site, files=files), history=History(line_days=git.tell))("age")[3] == 30
    assert git.asked == [{"d.md": {2}}]
