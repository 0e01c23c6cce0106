"""``--since``: what a change made new, worse and better."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from linklint.cli.main import call
from tests.workspace.test_repository import git, write

HOME = "# Home\n\n[one](one.md) and [two](two.md) and [old](lost.md)\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home page with one broken link, and two pages."""
    write(tmp_path, README_md=HOME, one_md="# One\n\n[two](two.md#part)\n", two_md="# Two\n\n## Part\n")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(capsysbinary: pytest.CaptureFixture[bytes], *arguments: str) -> dict[str, Any]:
    call(["check", "--since", "HEAD", "--output", "json", *arguments])
    report: dict[str, Any] = json.loads(capsysbinary.readouterr().out)
    return report


def marks(report: dict[str, Any]) -> list[tuple[str, str, int, bool, bool]]:
    return [
        (finding["rule"], finding["path"], finding["line"], finding["new"], finding["worsened"])
        for finding in report["findings"]
    ]


def test_nothing_changed_nothing_is_new(site: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    report = check(capsysbinary)
    assert marks(report) == [("no-broken-links", "README.md", 3, False, False)]
    assert (report["summary"]["new"], report["summary"]["fixed"]) == (0, 0)


def test_lines_that_move_are_not_new(site: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    write(site, README_md=HOME.replace("# Home", "# Home\n\nSome words."))
    assert marks(check(capsysbinary)) == [("no-broken-links", "README.md", 5, False, False)]


def test_a_deleted_page_breaks_links_elsewhere(site: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    (site / "two.md").unlink()
    report = check(capsysbinary, "--scope", "new")
    assert marks(report) == [("deleted-page-needs-redirect", "README.md", 3, True, False)]
    assert report["findings"][0]["level"] == "error"
    assert [place["path"] for place in report["findings"][0]["related"]] == ["README.md", "one.md"]
    assert report["summary"]["new"] == 1


def test_an_unlinked_page_is_told_where_the_link_was(site: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    write(site, README_md=HOME.replace("[one](one.md)", "one"))
    assert marks(check(capsysbinary, "--scope", "new")) == [("no-new-orphans", "README.md", 3, True, False)]


def test_a_mended_link_is_fixed(site: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    write(site, README_md=HOME.replace("lost.md", "one.md"))
    report = check(capsysbinary)
    assert (marks(report), report["summary"]["fixed"]) == ([], 1)


def test_findings_move_with_a_renamed_page(site: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    write(site, one_md="# One\n\nA page with many words, so that git sees that it is the same.\n\n[x](two.md#none)\n")
    git(site, "add", ".")
    git(site, "commit", "-qm", "second")
    git(site, "mv", "one.md", "first.md")
    git(site, "mv", "two.md", "second.md")
    write(site, README_md=HOME.replace("one.md", "first.md").replace("two.md", "second.md"))
    text = (site / "first.md").read_text()
    write(site, first_md=text.replace("two.md", "second.md"))
    assert marks(check(capsysbinary)) == [
        ("no-broken-links", "README.md", 3, False, False),
        ("no-broken-fragments", "first.md", 5, False, False),
    ]


def test_a_measure_that_got_worse_counts_as_new(site: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    limit = ("--rule", "max-links-per-page", "--set", "rules.max-links-per-page.options.max=1")
    assert marks(check(capsysbinary, *limit)) == [("max-links-per-page", "README.md", 1, False, False)]
    write(site, README_md=HOME + "\n[one](one.md)\n")
    assert marks(check(capsysbinary, *limit)) == [("max-links-per-page", "README.md", 1, True, True)]


def test_clusters_are_those_of_each_side(site: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    config = "clusters: clusters.yml\n"
    (site / ".linklint.yml").write_text(config)
    (site / "clusters.yml").write_text("c: {hub: one.md, spokes: []}\n")
    git(site, "add", ".")
    git(site, "commit", "-qm", "clusters")
    (site / "clusters.yml").write_text("c: {hub: one.md, spokes: [two.md]}\n")
    assert marks(check(capsysbinary, "--scope", "new")) == [("spoke-links-to-hub", "two.md", 1, True, False)]


def test_touched_shows_what_stands_in_changed_files(site: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    write(site, one_md="# One\n\nNew words. [two](two.md#part)\n")
    assert marks(check(capsysbinary, "--scope", "touched")) == []
    write(site, README_md=HOME + "\nMore words.\n")
    assert marks(check(capsysbinary, "--scope", "touched")) == [("no-broken-links", "README.md", 3, False, False)]


def test_what_is_left_out_is_told(site: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert call(["check", "--since", "HEAD", "--scope", "new"]) == 0
    assert b"1 older finding is not shown" in capsysbinary.readouterr().out


@pytest.mark.parametrize("revision", ["nowhere", "--output=PWNED"])
def test_an_unknown_revision_is_the_users_mistake(
    site: Path, capsysbinary: pytest.CaptureFixture[bytes], revision: str
) -> None:
    assert call(["check", f"--since={revision}"]) == 2
    assert b"git knows no commit" in capsysbinary.readouterr().err
    assert not list(site.glob("*PWNED*"))


@pytest.mark.parametrize("scope", ["new", "touched"])
def test_a_scope_alone_looks_at_what_is_not_committed(
    site: Path, capsysbinary: pytest.CaptureFixture[bytes], scope: str
) -> None:
    write(site, one_md="# One\n\n[gone](gone.md)\n")
    assert call(["check", "--scope", scope, "--output", "concise"]) == 1
    assert capsysbinary.readouterr().out.startswith(b"one.md:3:1: error")


@pytest.mark.parametrize("scope", ["new", "touched"])
def test_a_clean_work_tree_is_never_green_for_having_no_change(
    site: Path, capsysbinary: pytest.CaptureFixture[bytes], scope: str
) -> None:
    assert call(["check", "--scope", scope]) == 1
    out = capsysbinary.readouterr().out
    assert b"nothing differs from HEAD" in out
    assert b"everything is reported" in out


def test_a_scope_outside_git_is_refused(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    write(tmp_path, README_md=HOME)
    assert call(["check", "--scope", "new", str(tmp_path)]) == 2
    assert b"--scope new needs git" in capsysbinary.readouterr().err
