"""Rules about the age of links, as the documentation has them, in real repositories."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from linklint.app.check import check
from linklint.app.request import Request
from linklint.model.finding import Report
from linklint.workspace import git as asking
from tests.cli.running import ROOT, write_files
from tests.workspace.test_history import git

DOCUMENTED = re.findall(r"```yaml\n(.*?)```", (ROOT / "docs" / "own-rules.md").read_text(), re.DOTALL)
FRONT = "---\ndate: 2019-01-01\n---\n"


def days_ago(number: int) -> str:
    return (datetime.datetime.now(datetime.UTC).date() - datetime.timedelta(number)).isoformat()


def commit(top: Path, ago: int, **files: str) -> None:
    write_files(top, {f"{name.replace('_', '.')}": text for name, text in files.items()})
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "-m", "x", day=days_ago(ago))


def run(top: Path, rule: str, **more: object) -> Report:
    """With one rule of the documentation."""
    (text,) = [text for text in DOCUMENTED if f"  house/{rule}:" in text]
    (top / ".linklint.yml").write_text(f"extends: []\n{text}")
    return check(Request(cache=False, **more), str(top))  # type: ignore[arg-type] # fields of a request


def places(report: Report) -> list[str]:
    return [f"{finding.location.path}:{finding.location.line}" for finding in report.findings]


@pytest.fixture
def top(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet")
    return tmp_path


def test_links_to_redirects_are_told_when_they_are_old(top: Path) -> None:
    redirects = "/old.html /new.html 301\n"
    write_files(top, {"_redirects": redirects, "index.html": "<a href=/old.html>one</a>\n", "new.html": "<h1>N</h1>\n"})
    commit(top, 91)
    commit(top, 89, index_html="<a href=/old.html>one</a>\n<a href=/old.html>two</a>\n<a href=/new.html>three</a>\n")
    report = run(top, "old-links-to-redirects")
    assert places(report) == ["index.html:1"]
    assert report.findings[0].message == (
        f"This link has led to a redirect since {days_ago(91)}; new.html is where it ends"
    )
    assert not [notice for notice in report.notices if "shallow" in notice.message]


def test_old_pages_are_told_when_their_last_link_is_old(top: Path) -> None:
    commit(top, 800, README_md="[a](a.md)\n", a_md=FRONT + "# A\n", b_md=FRONT + "# B\n", c_md="# C\n")
    commit(top, 100, README_md="[a](a.md)\n[b](b.md)\n[c](c.md)\n")
    assert places(run(top, "old-pages-get-fresh-links")) == ["a.md:4"]


def test_a_link_that_is_not_committed_is_of_today(top: Path) -> None:
    commit(top, 800, README_md="[a](a.md)\n", a_md=FRONT + "# A\n")
    assert places(run(top, "old-pages-get-fresh-links")) == ["a.md:4"]
    write_files(top, {"more.md": "[a](a.md)\n"})
    assert places(run(top, "old-pages-get-fresh-links")) == []
    (top / "more.md").unlink()
    write_files(top, {"README.md": "New. [a](a.md)\n"})
    assert places(run(top, "old-pages-get-fresh-links")) == []


def test_a_shallow_clone_says_what_it_cannot_know_and_only_when_asked(
    top: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    commit(top, 800, README_md="[a](a.md)\n", a_md=FRONT + "# A\n")
    commit(top, 700, b_md="# B\n")
    clone = tmp_path_factory.mktemp("shallow") / "clone"
    git(clone.parent, "clone", "--quiet", "--depth=1", f"file://{top}", str(clone))
    report = run(clone, "old-pages-get-fresh-links")
    assert places(report) == []
    assert ["shallow" in notice.message for notice in report.notices if notice.level == "notice"].count(True) == 1
    assert not any("shallow" in notice.message for notice in run(clone, "guides-link-to-pricing").notices)


def test_outside_git_no_age_is_guessed(tmp_path: Path) -> None:
    write_files(tmp_path, {"README.md": "[a](a.md)\n", "a.md": FRONT + "# A\n"})
    assert places(run(tmp_path, "old-links-to-redirects")) == []
    assert places(run(tmp_path, "old-pages-get-fresh-links")) == []


def test_a_base_has_the_ages_of_its_own_lines(top: Path) -> None:
    commit(top, 800, README_md="[a](a.md)\n", a_md=FRONT + "# A\n", z_md="# Z\n")
    commit(top, 10, README_md="Anew: [a](a.md)\n")
    report = run(top, "old-pages-get-fresh-links", since="HEAD~1", scope="all")
    assert places(report) == []
    assert report.summary.fixed == 1


def test_git_is_asked_once_for_all_files_and_only_when_a_rule_asks(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(top, 800, **{f"p{number}_md": f"[a](p{number + 1}.md)\n[b](p0.md)\n" for number in range(9)})
    calls = []
    start = asking.subprocess.Popen

    def note(command: list[str], *more: object, **options: object) -> object:
        calls.append([word for word in command if word in ("log", "blame", "diff")])
        return start(command, *more, **options)  # type: ignore[call-overload] # passed on as they are

    monkeypatch.setattr(asking.subprocess, "Popen", note)
    run(top, "old-links-to-redirects")
    assert [call for call in calls if call] == [["diff"], ["log"]]
    calls.clear()
    run(top, "guides-link-to-pricing")
    assert [call for call in calls if call] == []
