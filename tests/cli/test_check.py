"""``linklint check`` as its users meet it: what is shown, where it goes, and the exit code."""

import json
from pathlib import Path

import pytest

from tests.cli.running import linklint, make_repository, write_files


def places(folder: Path, *arguments: str) -> list[str]:
    """``path rule`` of each finding in the JSON."""
    ran = linklint(folder, *arguments, "--output", "json")
    return [f"{finding['path']} {finding['rule']}" for finding in json.loads(ran.out)["findings"]]


ALL = ["README.md no-broken-links", "guide/watering.md no-broken-links", "notes/lonely.md no-orphans"]


def test_check_is_what_linklint_does_by_itself(garden: Path) -> None:
    assert linklint(garden) == linklint(garden, "check")
    assert linklint(garden).code == 1
    assert places(garden) == ALL


def test_full_shows_place_line_mark_and_what_was_meant(garden: Path) -> None:
    out = linklint(garden, "--rule", "no-broken-links").out
    assert (
        'error[no-broken-links]: "weedin.md" leads nowhere: there is no guide/weedin.md\n'
        "  --> guide/watering.md:3:8\n"
        "   |\n"
        " 3 | As for [weeding](weedin.md), see [home](../README.md).\n"
        "   |        ^^^^^^^^^^^^^^^^^^^^\n"
        "   = did you mean: weeding.md?\n"
    ) in out
    assert "\nFound 2 errors in 4 pages with 8 links.\nNot checked: 1 external link.\n" in out


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["guide"], [ALL[1]]),
        (["guide/"], [ALL[1]]),
        (["notes/lonely.md"], [ALL[2]]),
        (["guide", "notes"], ALL[1:]),
        (["check", "README.md", "guide"], ALL[:2]),
        (["guide", "."], ALL),
        (["guide/weeding.md"], []),
    ],
)
def test_paths_choose_which_findings_are_shown(garden: Path, arguments: list[str], expected: list[str]) -> None:
    assert places(garden, *arguments) == expected


def test_a_path_never_makes_the_graph_smaller(garden: Path) -> None:
    summary = json.loads(linklint(garden, "notes", "--output", "json").out)["summary"]
    assert (summary["pages"], summary["links"], summary["errors"]) == (4, 8, 0)
    ran = linklint(garden, "guide")
    assert ran.code == 1
    assert "Found 1 error in 4 pages" in ran.out
    assert "notice: 2 more findings lie outside of guide\n" in ran.out
    assert linklint(garden, "notes").code == 0


def test_from_a_folder_below_everything_is_shown_with_paths_from_the_top(garden: Path) -> None:
    assert places(garden / "guide") == ALL
    assert places(garden / "guide", ".") == [ALL[1]]
    assert places(garden / "guide", "../notes/lonely.md") == [ALL[2]]


def test_the_folder_itself_outside_git(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.md": "[b](b.md)", "build/c.md": "[d](d.md)", "sub/e.md": "[f](f.md)"})
    assert places(tmp_path, "--rule", "no-broken-links") == ["a.md no-broken-links", "sub/e.md no-broken-links"]
    assert places(tmp_path / "sub", "--rule", "no-broken-links") == ["e.md no-broken-links"]


def test_what_is_left_out_outside_git_is_told(garden: Path, tmp_path: Path) -> None:
    folders = ["build", "dist", "sub/node_modules", "sub/target", "sub/vendor", "env", ".venv"]
    write_files(tmp_path / "loose", {"a.md": "# A", **{f"{folder}/c.md": "# C" for folder in folders}})
    told = "are left out by their names: build, dist, env, sub/node_modules, sub/target and 1 more\n"
    assert told in linklint(tmp_path / "loose").out
    write_files(garden, {"build/c.md": "# C"})
    assert "left out" not in linklint(garden).out
    assert "left out" not in linklint(write_files(tmp_path / "plain", {"a.md": "# A", ".venv/c.md": "# C"})).out


def test_the_nearest_config_of_the_first_path_holds(garden: Path) -> None:
    write_files(garden, {"guide/.linklint.yml": "extends: []\n", ".linklint.yml": "rules: {no-orphans: off}\n"})
    assert places(garden, ".") == ALL[:2]
    assert places(garden, "guide") == []
    assert places(garden / "guide") == []
    assert places(garden, "--config", "guide/.linklint.yml") == []
    assert places(garden / "guide", "--config", "../.linklint.yml") == ALL[:2]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["--rule", "no-orphans"], ALL[2:]),
        (["--rule", "no-orphans", "--rule", "no-broken-links"], ALL),
        (["--rule", "no-*"], ALL),
        (["--skip", "no-orphans"], ALL[:2]),
        (["--skip", "no-broken-*", "--skip", "no-orphans"], []),
        (["--set", "rules.no-orphans=off"], ALL[:2]),
        (["--set", "rules.no-orphans.level=off"], ALL[:2]),
        (["--set", "ignore=[guide/**, gone.md]"], [ALL[0], ALL[2]]),
        (["--set", "orphans_ok=[notes/**]", "--set", "rules.no-broken-links=off"], []),
    ],
)
def test_options_choose_rules_and_settings(garden: Path, arguments: list[str], expected: list[str]) -> None:
    found = places(garden, *arguments)
    assert [place for place in found if place in ALL] == expected


def test_a_framework_can_be_named(garden: Path) -> None:
    assert json.loads(linklint(garden, "--output", "json").out)["summary"]["framework"] == ["plain"]
    assert "no pages were found" in linklint(garden, "--framework", "html").err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 1),
        (["--fail-on", "error"], 1),
        (["--fail-on", "never"], 0),
        (["--rule", "no-orphans"], 0),
        (["--rule", "no-orphans", "--fail-on", "warning"], 1),
        (["--rule", "no-orphans", "--fail-on", "notice"], 1),
        (["--rule", "no-orphans", "--fail-on", "warning", "--min-level", "error"], 1),
        (["--rule", "no-dead-ends"], 0),
        (["guide/weeding.md"], 0),
    ],
)
def test_exit_codes_of_findings(garden: Path, arguments: list[str], code: int) -> None:
    assert linklint(garden, *arguments).code == code


def test_the_lowest_level_hides_findings_and_says_so(garden: Path) -> None:
    assert places(garden, "--min-level", "error") == ALL[:2]
    out = linklint(garden, "--rule", "no-orphans", "--min-level", "error").out
    assert "Found 1 warning in 4 pages with 8 links; none of them has the level asked for.\n" in out


def test_a_clean_repository_is_told_to_be_clean(tmp_path: Path) -> None:
    ran = linklint(make_repository(tmp_path, {"README.md": "# A\n\n[b](b.md)", "b.md": "# B\n\n[a](README.md)"}))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("All good: no findings in 2 pages with 2 links.\nRead as plain: ")


def test_suppressions_are_counted_and_can_be_laid_aside(garden: Path) -> None:
    text = (garden / "README.md").read_text()
    (garden / "README.md").write_text(f"<!-- linklint-disable-file no-broken-links -- to be written -->\n\n{text}")
    assert places(garden) == ALL[1:]
    assert "Suppressed by directives: 1 finding.\n" in linklint(garden).out
    assert places(garden, "--no-suppressions") == ALL
    (entry,) = json.loads(linklint(garden, "--output", "json").out)["suppressed"]
    assert (entry["rule"], entry["reason"], entry["where"]) == ("no-broken-links", "to be written", "README.md:1")


def test_a_directive_that_names_no_rule_is_told_of(garden: Path) -> None:
    (garden / ".linklint.yml").write_text("rules: {no-orphans: off}\n")
    page = garden / "guide" / "weeding.md"
    directives = ["no-orphan", "no-orphans", "house/none", "no-broken-links"]
    comments = "".join(f"<!-- linklint-disable-file {rule} -- why -->\n\n" for rule in directives)
    page.write_text(comments + page.read_text())
    out = linklint(garden, "--output", "concise", "guide/weeding.md").out
    assert [line for line in out.splitlines() if "unused-suppression" in line] == [
        f"guide/weeding.md:{line}:1: warning: This directive {what} [unused-suppression]"
        for line, what in [
            (1, "names no-orphan, but there is no such rule; did you mean no-orphans?"),
            (5, "names house/none, but there is no such rule"),
            (7, "suppresses nothing"),
        ]
    ]


def test_quiet_leaves_the_findings_and_verbose_lists_what_was_not_checked(garden: Path) -> None:
    page = garden / "guide" / "weeding.md"
    page.write_text(page.read_text() + "\n[x](<{{ site.url }}/x.md>)\n")
    quiet = linklint(garden, "-q").out
    assert "error[no-broken-links]" in quiet
    assert "Found" not in quiet
    assert linklint(garden, "-q", "--min-level", "error", "--skip", "no-broken-links").out == ""
    assert "Could not be verified: 1 unresolvable (-v lists them).\n" in linklint(garden).out
    assert "guide/weeding.md:5:1: unresolvable {{ site.url }}/x.md" in linklint(garden, "-v").out


def test_a_path_that_holds_nothing_to_judge_is_told_of_even_when_quiet(garden: Path) -> None:
    write_files(garden, {"photo.txt": "", "build/x.md": "[x](y.md)", ".gitignore": "build\n"})
    for path in ("photo.txt", "build"):
        ran = linklint(garden, path, "-q")
        assert (ran.code, ran.out) == (
            0,
            f"warning: nothing was checked in {path}: it holds no page that git tracks or could track\n",
        )


def test_names_that_are_not_utf_8_are_shown_escaped(garden: Path) -> None:
    Path(str(garden / "caf") + "\udce9.md").write_text("[x](nowhere.md)", encoding="utf-8")
    ran = linklint(garden, "--output", "concise")
    assert "caf\\udce9.md:1:1: error: " in ran.out
    findings = json.loads(linklint(garden, "--output", "json").out)["findings"]
    assert "caf\udce9.md" in {finding["path"] for finding in findings}


def test_a_root_that_is_no_page_is_told_of(garden: Path) -> None:
    known = ["README.md", "/", "/guide/watering.md"]
    (garden / ".linklint.yml").write_text(f"site: {{roots: {known}}}\n")
    assert "no page has the path" not in linklint(garden).out
    (garden / ".linklint.yml").write_text("site: {roots: [/, /guide/watring.md]}\n")
    told = 'no page has the path or address "/guide/watring.md"; did you mean "/guide/watering.md"?'
    assert f"warning: .linklint.yml:1:15: {told}\n" in linklint(garden).out
    assert f"warning: --set site.roots: {told}\n" in linklint(garden, "--set", "site.roots=[/guide/watring.md]").out


def test_a_path_outside_of_the_site_of_a_config_is_no_clean_run(garden: Path) -> None:
    (garden / "guide" / ".linklint.yml").write_text("rules: {}\n")
    for other in ("README.md", "."):
        ran = linklint(garden, "guide/watering.md", other)
        told = f"error: {other} lies outside of guide, which guide/.linklint.yml makes the site\n"
        assert (ran.code, told in ran.err) == (2, True), ran.err
    for paths in (["guide/watering.md"], ["guide"], ["README.md", "guide"], ["."]):
        assert linklint(garden, *paths).code != 2
    both = linklint(garden, "--config", "guide/.linklint.yml", "guide", "README.md")
    assert both.code != 2


@pytest.mark.parametrize("arguments", [[], ["--output", "concise"], ["-q"]])
def test_a_run_without_rules_does_not_look_clean(garden: Path, arguments: list[str]) -> None:
    told = "warning: no rule is on, so nothing was judged\n"
    (garden / ".linklint.yml").write_text("extends: []\n")
    ran = linklint(garden, *arguments)
    assert ran.code == 0
    assert told in ran.out + ran.err
    assert "All good" not in ran.out
    ran = linklint(garden, *arguments, "--rule", "no-case-mismatch")
    assert told not in ran.out + ran.err
    assert ("All good" in ran.out) == (not arguments)


def test_a_reference_that_leads_nowhere_is_told_at_its_definition(garden: Path) -> None:
    text = "# Soil\n\n[seeds][s], [home][h], [here][h] and [weeds](weeds.md).\n\n[s]: ../seeds.md\n[h]: ../README.md\n"
    write_files(garden, {"guide/soil.md": text})
    findings = json.loads(linklint(garden, "guide/soil.md", "--output", "json").out)["findings"]
    notes = {
        (finding["rule"], finding["line"], finding["column"]): [
            (related["line"], related["column"], related["message"]) for related in finding["related"]
        ]
        for finding in findings
        if finding["rule"] != "no-orphans"
    }
    assert notes == {
        ("no-broken-links", 5, 1): [(3, 1, "the reference is used here")],
        ("no-broken-links", 3, 38): [],
        ("no-generic-anchor-text", 3, 24): [],
    }


@pytest.mark.parametrize(
    "config",
    [
        "rules:\n",
        "rules:\n  no-generic-anchor-text: off\n",
        "rules:\n  house/mine: {for: link, level: off, options: {phrases: {en: [sharp roses]}}, message: x,"
        " require: {text: {not_in: $options.phrases}}}\n",
    ],
)
@pytest.mark.parametrize("arguments", [(), ("--rule", "house/telling")])
def test_what_a_text_is_does_not_depend_on_the_rules_that_run(
    tmp_path: Path, config: str, arguments: tuple[str, ...]
) -> None:
    rule = "  house/telling: {for: link, require: {text.class: {ne: generic}}, message: say more}\n"
    files = {".linklint.yml": config + rule, "README.md": "[click here](a.md)\n\n[sharp roses](a.md)\n", "a.md": "# A"}
    folder = make_repository(tmp_path, files)
    found = json.loads(linklint(folder, *arguments, "--output", "json").out)["findings"]
    assert [each["line"] for each in found if each["rule"] == "house/telling"] == [1]


@pytest.mark.parametrize(("count", "one_by_one"), [(2, 2), (10, 0)])
def test_many_pages_that_only_an_orphan_leads_to_are_told_with_it(garden: Path, count: int, one_by_one: int) -> None:
    links = " ".join(f"[{number}](moss-{number}.md)" for number in range(count))
    (garden / "notes" / "lonely.md").write_text(f"# Lonely\n\n{links}\n")
    for number in range(count):
        (garden / "notes" / f"moss-{number}.md").write_text("# Moss\n")
    rules = ("--rule", "no-orphans", "--rule", "no-unreachable-pages", "--output", "concise")
    told = f"No page links to notes/lonely.md, so nobody comes to the {count} pages that it leads to, either"
    found = linklint(garden, *rules).out
    assert found.splitlines()[0] == f"notes/lonely.md:1:1: warning: {told} [no-orphans]"
    assert found.count("[no-unreachable-pages]") == one_by_one
    assert linklint(garden, *rules[2:]).out.count("[no-unreachable-pages]") == count
