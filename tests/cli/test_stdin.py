"""``linklint check - --stdin-filename FILE``: an editor's text on the graph of the rest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.cli.running import linklint, start_linklint
from tests.workspace.test_repository import git


def check(folder: Path, name: str, text: str, *arguments: str) -> list[tuple[str, str, int]]:
    ran = linklint(folder, "check", "-", "--stdin-filename", name, "--output", "json", *arguments, given=text.encode())
    assert ran.code in (0, 1), ran.err
    report: dict[str, Any] = json.loads(ran.out)
    return [(finding["rule"], finding["path"], finding["line"]) for finding in report["findings"]]


def test_the_text_is_judged_in_place_of_the_file(garden: Path) -> None:
    text = "# Watering\n\nMore words.\n\n[x](nowhere.md) [weeding](weeding.md)\n"
    assert check(garden, "guide/watering.md", text) == [("no-broken-links", "guide/watering.md", 5)]
    assert check(garden, "guide/watering.md", "# Watering\n\n[weeding](weeding.md)\n") == []
    assert "nowhere" not in (garden / "guide" / "watering.md").read_text()


def test_only_what_stands_in_the_file_is_reported(garden: Path) -> None:
    """The text orphans other pages and breaks links elsewhere; an editor shows one file."""
    assert {path for _, path, _ in check(garden, "README.md", "# Garden\n")} <= {"README.md"}
    shown = linklint(garden, "check", "-", "--stdin-filename", "README.md", given=b"# Garden\n").out
    assert "outside of" not in shown


def test_the_links_of_the_text_count(garden: Path) -> None:
    (orphan,) = check(garden, "notes/lonely.md", (garden / "notes" / "lonely.md").read_text())
    assert orphan[0] == "no-orphans"
    (garden / "README.md").write_text((garden / "README.md").read_text() + "\n[lonely](notes/lonely.md)\n")
    assert check(garden, "notes/lonely.md", "# Lonely\n\n[weeding](../guide/weeding.md)\n") == []


def test_a_file_that_is_not_there_yet(garden: Path) -> None:
    text = "# New\n\n[gone](nowhere.md) [weeding](guide/weeding.md)\n"
    assert ("no-broken-links", "new.md", 3) in check(garden, "new.md", text)
    assert ("no-broken-links", "guide/new.md", 3) in check(garden / "guide", "new.md", text.replace("guide/", ""))
    assert not (garden / "new.md").exists()


def test_the_text_is_new_against_a_base(garden: Path) -> None:
    git(garden, "add", "--all")
    git(garden, "commit", "-q", "-m", "first")
    text = (garden / "guide" / "watering.md").read_text() + "\n[x](nowhere.md)\n"
    found = check(garden, "guide/watering.md", text, "--since", "HEAD", "--scope", "new")
    assert [(rule, path) for rule, path, _ in found] == [("no-broken-links", "guide/watering.md")]


def test_bytes_that_are_no_text_are_a_finding(garden: Path) -> None:
    ran = start_linklint(garden, "check", "-", "--stdin-filename", "README.md", input=b"\xff\xfe\x00\x81" * 9)
    assert ran.returncode in (0, 1)
    assert b"Traceback" not in ran.stderr


def test_half_of_it_is_a_mistake(garden: Path) -> None:
    for arguments in (["-"], ["--stdin-filename", "a.md"], ["-", "guide", "--stdin-filename", "a.md"]):
        ran = linklint(garden, "check", *arguments)
        assert ran.code == 2
        assert "need each other" in ran.err


def test_a_file_in_no_folder_is_a_mistake(garden: Path) -> None:
    ran = linklint(garden, "check", "-", "--stdin-filename", "nowhere/x.md", given=b"# X\n")
    assert ran.code == 2
    assert "there is no file or folder named nowhere" in ran.err
