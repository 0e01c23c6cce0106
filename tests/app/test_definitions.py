"""Links that share the definition of a reference: what is wrong with its destination is told once, where it stands."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from linklint.app import parsing
from linklint.cli.main import call
from linklint.engine.fingerprints import fingerprint
from tests.app.remembered import Runs
from tests.cli.running import make_repository
from tests.workspace.test_repository import git, write

USES = "[a][x] and [b][x].\n\nOnce more [c][x].\n"
DEFINITION = "\n[x]: missing.md\n"
TEXT = USES + DEFINITION
RULE = ("--rule", "no-broken-links")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write(tmp_path, README_md=TEXT)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(capsysbinary: pytest.CaptureFixture[bytes], *arguments: str, rule: tuple[str, ...] = RULE) -> dict[str, Any]:
    call(["check", "--output", "json", *rule, *arguments])
    report: dict[str, Any] = json.loads(capsysbinary.readouterr().out)
    return report


def lines(report: Mapping[str, Any]) -> list[int]:
    return [finding["line"] for finding in report["findings"]]


def places(finding: Mapping[str, Any]) -> list[tuple[int, int, str]]:
    return [(place["line"], place["column"], place["message"]) for place in finding["related"]]


def test_several_uses_are_one_finding_at_the_definition(site: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    (finding,) = check(capsysbinary)["findings"]
    assert (finding["line"], finding["column"], finding["end_column"]) == (5, 1, 16)
    assert finding["message"].endswith("(3 links use this definition)")
    assert places(finding) == [
        (line, column, "the reference is used here") for line, column in [(1, 1), (1, 12), (3, 11)]
    ]


def test_one_use_is_told_at_the_definition_too_and_is_not_counted(
    site: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    write(site, README_md="[a][x]\n" + DEFINITION)
    (finding,) = check(capsysbinary)["findings"]
    assert (finding["line"], places(finding)) == (3, [(1, 1, "the reference is used here")])
    assert "definition" not in finding["message"]


def test_two_definitions_are_two_findings_and_other_links_are_told_by_themselves(
    site: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    write(site, README_md="[a][x] [b][y] [c](missing.md) ![d][x]\n" + DEFINITION + "[y]: missing.md\n")
    found = check(capsysbinary)["findings"]
    assert [(finding["line"], finding["column"]) for finding in found] == [(1, 15), (3, 1), (4, 1)]
    assert len({finding["fingerprint"] for finding in found}) == 3


def test_a_definition_that_no_link_uses_is_not_told(site: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    write(site, README_md="[a] [[b]\n\n[x]: missing.md\n")
    assert lines(check(capsysbinary)) == []


def test_a_use_in_a_footnote_counts(site: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    write(site, README_md="[a][x] so[^1] and so[^1].\n\n[^1]: As [b][x] says.\n" + DEFINITION)
    (finding,) = check(capsysbinary)["findings"]
    assert (finding["line"], [place[:2] for place in places(finding)]) == (5, [(1, 1), (3, 10)])


def test_what_two_pages_show_of_one_file_is_told_once(site: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    (site / "mkdocs.yml").write_text("site_name: G\nmarkdown_extensions: [{pymdownx.snippets: {base_path: [docs]}}]\n")
    (site / "docs" / "more").mkdir(parents=True)
    for path in ("index.md", "more/soil.md"):
        (site / "docs" / path).write_text('# Page\n\n--8<-- "part.md"\n')
    (site / "docs" / "part.md").write_text("[a][x] [b][x]\n" + DEFINITION)
    (finding,) = [each for each in check(capsysbinary)["findings"] if each["path"] == "docs/part.md"]
    assert (finding["line"], len(finding["related"])) == (3, 2)


def test_what_is_about_the_words_of_a_link_is_told_at_each(
    site: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    write(site, README_md="[here][x] and [click here][x].\n\n[x]: two.md\n", two_md="# Two\n")
    assert lines(check(capsysbinary, rule=("--rule", "no-generic-anchor-text"))) == [1, 1]


def test_links_are_counted_as_before(site: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert check(capsysbinary)["summary"]["links"] == 3
    write(site, README_md=TEXT.replace("missing.md", "two.md"), two_md="# Two\n")
    call(["graph", "--format", "json"])
    assert [link["line"] for link in json.loads(capsysbinary.readouterr().out)["links"]] == [1, 1, 3]


DIRECTIVE = "<!-- linklint-disable-next-line no-broken-links -- to come -->\n"


@pytest.mark.parametrize(
    ("text", "told", "suppressed"),
    [
        (USES + "\n" + DIRECTIVE + DEFINITION[1:], [], 1),
        (DIRECTIVE + TEXT, [(6, "")], 1),
        (USES.replace("Once", DIRECTIVE + "Once") + DEFINITION, [(6, "(2 links use this definition)")], 1),
        (DIRECTIVE + "[a][x]\n" + DEFINITION, [], 1),
        ("<!-- linklint-disable-file no-broken-links -->\n\n" + TEXT, [], 1),
        (DIRECTIVE + USES.replace("Once", DIRECTIVE + "Once") + DEFINITION, [], 2),
    ],
    ids=["the definition", "a line with two uses", "one use", "the only use", "the file", "all uses"],
)
def test_directives_at_the_definition_and_at_uses(
    site: Path, capsysbinary: pytest.CaptureFixture[bytes], text: str, told: list[tuple[int, str]], suppressed: int
) -> None:
    write(site, README_md=text)
    report = check(capsysbinary, rule=(*RULE, "--rule", "unused-suppression"))
    found = [(finding["line"], finding["message"].partition("(")[2]) for finding in report["findings"]]
    assert found == [(line, words.removeprefix("(")) for line, words in told]
    assert (report["summary"]["suppressed"], len(report["suppressed"])) == (suppressed, suppressed)


def write_known(site: Path, *texts: str) -> None:
    """A baseline as it was written when each use was told by itself."""
    known = [fingerprint("no-broken-links", ("README.md", "body", "missing.md", text), 0) for text in texts]
    entries = [json.dumps({"fp": fp, "rule": "no-broken-links", "path": "README.md"}) for fp in known]
    (site / ".linklint.yml").write_text("baseline: old.jsonl\n")
    (site / "old.jsonl").write_text("\n".join(entries) + "\n")


def test_a_baseline_of_each_use_keeps_the_definition_quiet(
    site: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    write_known(site, "a", "b", "c")
    report = check(capsysbinary)
    assert (lines(report), len(report["suppressed"])) == ([], 1)


def test_one_more_use_wakes_what_the_baseline_knows(site: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    write_known(site, "a", "b")
    (finding,) = check(capsysbinary)["findings"]
    assert (finding["line"], finding["worsened"]) == (5, True)


def test_a_baseline_that_is_written_now_says_as_much(site: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    (site / ".linklint.yml").write_text("baseline: old.jsonl\n")
    (site / "old.jsonl").write_text("")
    call(["baseline", *RULE])
    write_known_text = (site / "old.jsonl").read_text()
    capsysbinary.readouterr()
    write_known(site, "a", "b", "c")
    names = {json.loads(line)["fp"] for line in (site / "old.jsonl").read_text().splitlines()}
    assert {json.loads(line)["fp"] for line in write_known_text.splitlines()} == names
    (site / "old.jsonl").write_text(write_known_text)
    assert lines(check(capsysbinary)) == []
    write(site, README_md="[a][x]\n" + DEFINITION)
    call(["baseline", "--prune", *RULE])
    assert len((site / "old.jsonl").read_text().splitlines()) == 1


def since(capsysbinary: pytest.CaptureFixture[bytes], *arguments: str) -> dict[str, Any]:
    return check(capsysbinary, "--since", "HEAD", *(arguments or ("--scope", "new")))


def test_a_definition_that_a_change_breaks_is_new_where_it_stands(
    site: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    write(site, README_md=TEXT.replace("missing.md", "gone.md"))
    report = since(capsysbinary)
    assert (lines(report), report["summary"]["fixed"]) == ([5], 1)


def test_a_link_that_a_change_adds_is_told_on_its_own_line(
    site: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    write(site, README_md=TEXT.replace("Once more", "One,\n[d][x], and once more"))
    (finding,) = since(capsysbinary)["findings"]
    assert (finding["line"], finding["new"], finding["worsened"]) == (4, True, True)
    assert finding["message"].endswith("(4 links use this definition)")
    assert places(finding)[0] == (6, 1, "the reference is defined here")
    assert (4, 1) not in {place[:2] for place in places(finding)[1:]}


def test_a_link_that_a_change_words_anew_is_told(site: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    write(site, README_md=TEXT.replace("[c]", "[d]"))
    (finding,) = since(capsysbinary)["findings"]
    assert (finding["line"], finding["new"], finding["worsened"]) == (3, True, False)


def test_a_link_that_a_change_takes_away_mends_nothing(site: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    write(site, README_md=TEXT.replace("[c][x]", "c") + "\nMore.\n")
    report = since(capsysbinary, "--scope", "all")
    assert [(finding["line"], finding["new"]) for finding in report["findings"]] == [(5, False)]
    assert (report["summary"]["new"], report["summary"]["fixed"]) == (0, 0)


def test_a_definition_in_place_of_the_links_own_destinations_is_no_news(
    site: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    write(site, README_md=TEXT.replace("[x]", "(missing.md)").rpartition("\n(")[0])
    report = since(capsysbinary, "--scope", "all")
    assert [(finding["line"], finding["new"]) for finding in report["findings"]] == [(1, False), (1, False), (3, False)]
    assert report["summary"]["fixed"] == 0


def test_a_file_that_moves_takes_its_definitions_along(site: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    write(site, guide_md="# Guide\n\nWords enough to be known again.\n\n[a][x] [b][x]\n" + DEFINITION)
    git(site, "add", ".")
    git(site, "commit", "-qm", "second")
    (site / "more").mkdir()
    git(site, "mv", "guide.md", "more/guide.md")
    report = since(capsysbinary, "--scope", "all")
    assert [(finding["path"], finding["new"]) for finding in report["findings"]] == [
        ("README.md", False),
        ("more/guide.md", False),
    ]


def test_a_page_that_a_change_deletes_takes_the_place_of_its_definition(
    site: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    write(site, README_md=TEXT.replace("missing.md", "two.md"), two_md="# Two\n")
    git(site, "add", ".")
    git(site, "commit", "-qm", "second")
    (site / "two.md").unlink()
    report = check(capsysbinary, "--since", "HEAD", rule=(*RULE, "--rule", "deleted-page-needs-redirect"))
    (finding,) = report["findings"]
    assert finding["rule"] == "deleted-page-needs-redirect"
    assert [place["line"] for place in finding["related"]].count(5) == 1
    assert report["summary"]["fixed"] == 0


def test_a_definition_that_moves_is_told_again_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``ask`` compares each report with that of a run without a cache."""
    monkeypatch.setattr(parsing, "WORTH_KEEPING", 0)
    runs = Runs(make_repository(tmp_path / "top", {"README.md": "# Home\n\n" + TEXT}), monkeypatch)
    assert [finding.location.line for finding in runs.ask()[0].findings] == [7]
    (runs.top / "README.md").write_text("# Home\n\nWords.\n\n" + TEXT)
    report, made = runs.ask()
    assert (report.findings[0].location.line, report.findings[0].uses[0].location.line, made) == (9, 5, 0)


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (
            "{for: page, about: destination, require: {title: {exists: true}}, message: x}",
            'only a rule for links is about a destination, not one for "page"',
        ),
        (
            "{for: link, about: destination, at: $link.source, require: {text: x}, message: x}",
            '"about" puts the finding where the destination is written, and "at" elsewhere',
        ),
        ("{for: link, about: target, require: {text: x}, message: x}", '"target" is not link or destination'),
    ],
)
def test_only_links_have_destinations(
    site: Path, capsysbinary: pytest.CaptureFixture[bytes], rule: str, told: str
) -> None:
    (site / ".linklint.yml").write_text(f"rules:\n  house/mine: {rule}\n")
    assert call(["check"]) == 2
    assert told in capsysbinary.readouterr().err.decode()


def test_a_rule_of_ones_own_tells_each_use_unless_it_is_about_the_destination(
    site: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    own = "for: link, require: {status: {ne: missing}}, message: gone"
    (site / ".linklint.yml").write_text(
        f"rules:\n  house/each: {{{own}}}\n  house/once: {{{own}, about: destination}}\n"
    )
    report = check(capsysbinary, rule=("--rule", "house/each", "--rule", "house/once"))
    told = [(finding["rule"], finding["line"], len(finding["related"])) for finding in report["findings"]]
    assert told == [("house/each", 1, 1), ("house/each", 1, 1), ("house/each", 3, 1), ("house/once", 5, 3)]


def test_what_is_related_to_many_links_is_cut_off_for_people(
    site: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    write(site, README_md="[a][x] " * 8 + "\n" + DEFINITION)
    call(["check", *RULE])
    out = capsysbinary.readouterr().out.decode()
    assert (out.count("the reference is used here"), "and 3 more places; `-v` shows all" in out) == (5, True)
    call(["check", "-v", *RULE])
    assert capsysbinary.readouterr().out.decode().count("the reference is used here") == 8
