"""Mistakes on the command line: exit code 2, what is wrong, and what was probably meant."""

import re
from pathlib import Path

import click
import pytest

import linklint as package
from linklint.cli.foreign import FOREIGN
from linklint.cli.main import main
from tests.cli.running import linklint, make_repository, start_linklint, write_files


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["chekc"], 'there is no command, file or folder named "chekc"; did you mean "linklint check"?'),
        (["explian", "README.md"], 'did you mean "linklint explain"?'),
        (["help"], 'did you mean "linklint --help"?'),
        (["nowhere.md"], "there is no file or folder named nowhere.md"),
        (["guide", "guide/watring.md"], "named guide/watring.md — did you mean "),
        (
            ["gide", "nots"],
            'named gide — did you mean "guide"?\nlinklint: error: there is no file or folder named nots',
        ),
        (["guide", "nowhere"], "there is no file or folder named nowhere"),
        (["--otuput", "json"], "No such option '--otuput'. Did you mean '--output'?"),
        (["--output", "jsn"], "'jsn' is not a format; the formats are full, concise,"),
        (["--output", "json", "--output", "sarif=-"], "json and sarif cannot share stdout; give one a file"),
        (["--output", "full", "--output", "junit"], "junit and full cannot share stdout"),
        (["--output", "gitlab", "--statistics"], "gitlab and --statistics cannot share stdout"),
        (["--rule", "no-orphan"], '--rule: there is no rule "no-orphan" — did you mean "no-orphans"?'),
        (["--skip", "no-orphan"], '--skip: there is no rule "no-orphan" — did you mean "no-orphans"?'),
        (["--rule", "no-orphans,no-dead-ends"], "help: write --rule once for each rule"),
        (["--set", "fail"], "'fail' is not of the form KEY=VALUE, such as site.framework=plain"),
        (["--set", "site.framwork=plain"], 'unknown key "framwork" — did you mean "framework"?'),
        (["--set", "rules.max-click-depth.options.max=many"], "--set rules.max-click-depth.options.max"),
        (["--framework", "pain"], '--framework: error: there is no framework "pain"'),
        (["--fail-on", "eror"], "'eror' is not one of 'error', 'warning', 'notice', 'never'"),
        (["--config", "nowhere.yml"], 'the config "nowhere.yml" cannot be read'),
        (["--config", "../x.yml"], "only files of the repository are read"),
        (["explain"], "Missing argument 'RULE|PAGE'"),
        (["explain", "no-orphan"], 'no-orphan is not a page or a rule of this repository — did you mean "no-orphans"?'),
        (
            ["explain", "guide/watring.md"],
            'guide/watring.md is not a page of this repository — did you mean "guide/',
        ),
        (["explain", "README.md", "weding.md"], "weding.md is not a page"),
        (["facts", "pge"], 'there are no facts of "pge" — did you mean "page"?'),
        (["facts", "zebra"], "there are facts of page, link,"),
        (["schema", "confg"], "'confg' is not one of 'config', 'rules', 'clusters', 'json'"),
        (["schema"], "Missing argument 'NAME'. Choose from: config, rules, clusters, json\n"),
        (["explain", "no-orphans", "README.md"], "no-orphans is a rule; a way leads from a page to a page"),
        (["--output", "json=README.md/report.json"], "a file stands where a folder is meant"),
        (["--output", "json=guide"], "guide is a folder; name a file to write to"),
        (["graph", "--table", "pages"], "--table is for --format csv, and this is json"),
        (["--config", "guide"], "it is a folder; name a file in it"),
        (["graph", "--format", "svg"], "'svg' is not one of 'json', 'csv', 'dot', 'graphml', 'mermaid'"),
        (["config", "nowhere.md"], "there is no file or folder named nowhere.md"),
        (["test-rules", "nowhere.yml"], "there is no file or folder named nowhere.yml"),
        (["init", "now"], "unexpected extra argument"),
        (["rules", "--josn"], "No such option '--josn'"),
        (["--format", "json"], "No such option '--format'. Write --output FORMAT[=PATH], as in --output json.\n"),
        (["check", "-fjson"], "No such option '-f'. Write --output FORMAT[=PATH]"),
        (["--output-format=sarif"], "'--output-format'. Write --output FORMAT[=PATH]"),
        (["report", "hub", "--output-format", "csv"], "'--output-format'. Write --format FORMAT.\n"),
        (["-o", "x.json"], "'-o'. Write --output FORMAT[=PATH]"),
        (["graph", "-o", "x.json"], "'-o'. Write --output PATH.\n"),
        (["--ignore", "no-orphans"], "leave a rule out; in the config it is `rules: {ID: off}`. Files are left out by"),
        (["report", "hub", "--ignore", "x"], "'--ignore'. Files are left out by `ignore: [GLOB]` in the config.\n"),
        (["--select", "no-orphans"], "'--select'. Write --rule ID to run exactly this rule; the config adds one with"),
        (["--disable", "no-orphans"], "'--disable'. Write --skip ID to leave a rule out"),
        (["--enable", "no-orphans"], "'--enable'. Write --rule ID"),
        (["--exclude", "drafts"], "by `ignore: [GLOB]` in the config, or by --set 'ignore=[GLOB]'.\n"),
        (["--fix"], "No such option '--fix'. linklint changes no page; its findings say what to write instead"),
        (["explain", "--fix"], "'--fix'. linklint changes no page"),
        (["rules", "--format", "json"], "No such option '--format'.\n"),
    ],
)
def test_a_mistake_is_told_with_what_was_meant(garden: Path, arguments: list[str], told: str) -> None:
    ran = linklint(garden, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


def test_a_folder_that_is_called_like_a_misspelt_command_is_a_path(garden: Path) -> None:
    write_files(garden, {"chek/a.md": "[x](b.md)"})
    assert "chek/a.md:1:1" in linklint(garden, "chek", "--output", "concise").out
    assert "rules/a.md" in linklint(write_files(garden, {"rules/a.md": "[x](b.md)"}), "./rules").out


def test_no_pages_is_a_mistake(tmp_path: Path) -> None:
    ran = linklint(make_repository(tmp_path, {"notes.txt": ""}))
    assert ran.code == 2
    assert f"no pages were found in {tmp_path}; linklint reads Markdown and HTML files" in ran.err
    assert ran.err.endswith("could track\n1 error\n")
    assert "read as a site of hugo; " in linklint(tmp_path, "--framework", "hugo").err
    write_files(tmp_path, {"a.md": "# A", ".linklint.yml": "ignore: ['**']\n"})
    assert "; the config ignores **\n" in linklint(tmp_path).err


def test_paths_of_two_repositories_are_a_mistake(garden: Path, tmp_path: Path) -> None:
    other = make_repository(tmp_path / "other", {"a.md": ""})
    ran = linklint(garden, ".", str(other))
    assert ran.code == 2
    assert "run linklint once for each repository" in ran.err


def test_mistakes_in_the_config_stop_the_run_with_all_of_them(garden: Path) -> None:
    write_files(garden, {".linklint.yml": "ruls: {}\nsite: {url: nope}\n"})
    ran = linklint(garden, "--rule", "no-orphan")
    assert (ran.code, ran.out) == (2, "")
    for told in (
        '.linklint.yml:1:1: error: unknown key "ruls"',
        ".linklint.yml:2:13: error: ",
        "--rule: ",
        "3 errors\n",
    ):
        assert told in ran.err


@pytest.mark.parametrize("command", ["check", "explain", "rules", "facts", "config", "test-rules", "init", "graph"])
def test_every_command_explains_itself(garden: Path, command: str) -> None:
    ran = linklint(garden, command, "--help")
    assert (ran.code, ran.err) == (0, "")
    assert f"Usage: linklint {command} " in ran.out
    assert linklint(garden, command, "-h") == ran
    assert f"  {command} " in linklint(garden, "--help").out


def test_the_version(garden: Path) -> None:
    assert linklint(garden, "--version") == (0, f"linklint {package.__version__}\n", "")


@pytest.mark.parametrize(
    "outputs", [["json"], ["full", "github"], ["json", "sarif=x.sarif"], ["full", "json=x.json", "junit=x.xml"]]
)
def test_outputs_that_do_not_meet_may_be_several(garden: Path, outputs: list[str]) -> None:
    places = [each.replace("=", f"={garden}/") for each in outputs]
    assert linklint(garden, *(word for place in places for word in ("--output", place))).code == 1


def test_a_config_that_is_there_and_cannot_be_read_is_a_mistake(garden: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.yml").write_text("rules: {no-broken-links: off}\n")
    link = garden / ".linklint.yml"
    link.symlink_to(tmp_path / "elsewhere.yml")
    ran = linklint(garden)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == ".linklint.yml: error: this config cannot be read: it leads out of the repository\n1 error\n"
    assert linklint(garden, "explain", "README.md").code == 2
    link.unlink()
    write_files(garden, {"config/own.yml": "rules: {no-broken-links: off}\n"})
    link.symlink_to("config/own.yml")
    assert linklint(garden).code == 0


def test_nothing_that_lies_in_the_current_folder_is_run(garden: Path) -> None:
    """``python -m`` would look for modules there first."""
    names = ("click", "markdown_it/__init__", "msgspec", "yaml", "sitecustomize", "linklint_more", "re", "json")
    write_files(garden, {f"{name}.py": "open('run.txt', 'w').close()\n" for name in names})
    ran = start_linklint(garden, "check", "--fail-on", "never")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert not (garden / "run.txt").exists()


def test_the_options_that_are_named_in_place_of_others_exist() -> None:
    commands = [main.get_command(click.Context(main), name) for name in main.list_commands(click.Context(main))]
    ours = {option for command in commands if command for each in command.params for option in each.opts}
    for foreign, choices in FOREIGN.items():
        assert choices, foreign
        for option, sentence in choices:
            named = set(re.findall(r"--[a-z-]+", sentence)) - {"--version"}
            assert named <= ours, foreign
            assert not option or option in ours, foreign


def test_what_is_left_out_by_the_option_that_is_named_for_it_is_left_out(garden: Path) -> None:
    assert "guide/watering.md" in linklint(garden, "--output", "concise").out
    assert "guide/watering.md" not in linklint(garden, "--output", "concise", "--set", "ignore=[guide/**]", "-q").out
