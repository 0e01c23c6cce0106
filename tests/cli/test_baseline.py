"""``linklint baseline``: what is known is kept quiet, counted, and never hides what is new or worse."""

import json
from pathlib import Path

from tests.cli.running import linklint, track_files
from tests.workspace.test_repository import git

BASELINE = ".linklint-baseline.jsonl"


def adopt(garden: Path, *arguments: str) -> str:
    """Writes the baseline and names it in the config; what was told."""
    ran = linklint(garden, "baseline", *arguments)
    assert (ran.code, ran.out) == (0, "")
    config = garden / ".linklint.yml"
    if not config.exists():
        config.write_text(f"baseline: {BASELINE}\n")
    return ran.err


def entries(garden: Path) -> list[str]:
    lines = (garden / BASELINE).read_text().splitlines()
    return [f"{entry['path']} {entry['rule']}" for entry in map(json.loads, lines)]


def test_it_says_what_it_wrote_and_how_to_use_it(garden: Path) -> None:
    assert adopt(garden) == (
        f"linklint: wrote 3 findings to {BASELINE}\n"
        f"linklint: add `baseline: {BASELINE}` to .linklint.yml so that `linklint check` uses it,\n"
        f"linklint: and `{BASELINE} merge=union` to .gitattributes so that branches merge without conflicts\n"
    )
    assert adopt(garden) == f"linklint: wrote 3 findings to {BASELINE}\n"


def test_known_findings_are_hidden_and_counted(garden: Path) -> None:
    adopt(garden)
    ran = linklint(garden)
    assert ran.code == 0
    assert ran.out.startswith("All good: no findings in 4 pages")
    assert f"Hidden by the baseline {BASELINE}: 3 findings.\n" in ran.out
    assert linklint(garden, "--no-suppressions").code == 1
    report = json.loads(linklint(garden, "--output", "json").out)
    assert report["findings"] == []
    assert {entry["where"] for entry in report["suppressed"]} == {BASELINE}


def test_what_is_new_is_shown_even_on_moved_lines(garden: Path) -> None:
    adopt(garden)
    page = garden / "README.md"
    page.write_text("# Garden\n\nA new line.\n\n[New](nowhere.md).\n" + page.read_text())
    ran = linklint(garden, "--output", "concise")
    assert ran.code == 1
    assert [line for line in ran.out.splitlines() if ": error: " in line] == [
        'README.md:5:1: error: "nowhere.md" leads nowhere: there is no nowhere.md [no-broken-links]'
    ]


def test_entries_that_no_longer_exist_are_told_of(garden: Path) -> None:
    adopt(garden)
    assert "no longer exist" not in linklint(garden).out
    track_files(garden, {"gone.md": "# Seeds\n\n[Home](README.md), [lonely](notes/lonely.md)\n"})
    told = (
        f"notice: {BASELINE} names 2 findings that no longer exist; run `linklint baseline --prune` to take them out\n"
    )
    assert told in linklint(garden).out
    one = f"notice: {BASELINE} names 1 finding that no longer exists; run `linklint baseline --prune` to take it out\n"
    assert one in linklint(garden, "--rule", "no-orphans").out
    assert "no longer exist" not in linklint(garden, "--rule", "no-dead-ends").out
    adopt(garden)
    assert entries(garden) == ["guide/watering.md no-broken-links"]


def test_with_rule_or_skip_the_entries_of_others_stay(garden: Path) -> None:
    adopt(garden)
    everything = (garden / BASELINE).read_text()
    track_files(garden, {"a.md": "# A\n\n[x](y.md)\n"})
    adopt(garden, "--rule", "no-orphans")
    assert entries(garden) == [
        "README.md no-broken-links",
        "guide/watering.md no-broken-links",
        "a.md no-orphans",
        "notes/lonely.md no-orphans",
    ]
    adopt(garden, "--skip", "no-orphans")
    assert len(entries(garden)) == 5
    (garden / "a.md").unlink()
    adopt(garden)
    assert (garden / BASELINE).read_text() == everything


def test_with_paths_the_entries_of_other_files_stay(garden: Path) -> None:
    assert "wrote 1 finding to" in adopt(garden, "guide")
    assert entries(garden) == ["guide/watering.md no-broken-links"]
    assert [line.split(":")[0] for line in linklint(garden, "--output", "concise").out.splitlines()] == [
        "README.md", "notes/lonely.md",
    ]  # fmt: skip
    assert "wrote 2 findings to" in adopt(garden, "notes/lonely.md")
    assert entries(garden) == ["guide/watering.md no-broken-links", "notes/lonely.md no-orphans"]
    track_files(garden, {"guide/watering.md": "# W\n", "new.md": "# N\n\n[lonely](notes/lonely.md)\n"})
    assert "took 0 findings out" in adopt(garden, "--prune", "README.md")
    assert "took 1 finding out" in adopt(garden, "--prune", "guide")
    assert entries(garden) == ["notes/lonely.md no-orphans"]


def test_a_known_finding_that_got_worse_is_shown(garden: Path) -> None:
    links = "".join(f"[{number}](guide/watering.md#{number})\n" for number in range(4))
    track_files(garden, {"many.md": f"# Many\n\n{links}", "n.md": "[m](many.md)"})
    rule = ["--rule", "max-links-per-page", "--set", "rules.max-links-per-page.options.max=1"]
    counted = json.loads(linklint(garden, *rule, "--output", "json").out)["findings"]
    adopt(garden, *rule)
    assert linklint(garden, *rule, "--fail-on", "warning").code == 0
    track_files(garden, {"many.md": f"# Many\n\n{links}\n[weeding](guide/weeding.md)"})
    ran = linklint(garden, *rule, "--fail-on", "warning")
    assert ran.code == 1
    assert "= note: this was known before, and is worse now\n" in ran.out
    (finding,) = json.loads(linklint(garden, *rule, "--output", "json").out)["findings"]
    assert (finding["path"], finding["worsened"]) == ("many.md", True)
    assert finding["fingerprint"] in {each["fingerprint"] for each in counted}
    track_files(garden, {"many.md": "# Many\n\n[weeding](guide/weeding.md) [watering](guide/watering.md)\n"})
    assert linklint(garden, *rule, "--fail-on", "warning").code == 0


def test_the_file_that_the_config_names_is_written(garden: Path) -> None:
    track_files(garden, {"guide/.linklint.yml": "baseline: known.jsonl\n"})
    ran = linklint(garden / "guide", "baseline")
    assert ran.err == "linklint: wrote 2 findings to guide/known.jsonl\n"
    assert (garden / "guide" / "known.jsonl").exists()
    assert linklint(garden / "guide").code == 0


def test_a_baseline_that_is_named_but_missing_or_broken_is_a_mistake(garden: Path) -> None:
    track_files(garden, {".linklint.yml": "baseline: known.jsonl\n"})
    ran = linklint(garden)
    assert ran.code == 2
    assert ".linklint.yml:1:11: error: the baseline known.jsonl cannot be read: no such file or directory\n" in ran.err
    assert "write it with `linklint baseline`" in ran.err
    track_files(garden, {"known.jsonl": "<<<<<<< ours\n"})
    ran = linklint(garden)
    assert ran.code == 2
    assert "known.jsonl:1:1: error: this is the marker of a merge conflict" in ran.err
    assert linklint(garden, "baseline").code == 0
    assert linklint(garden).code == 0


def test_prune_takes_out_what_is_gone_and_adds_nothing(garden: Path) -> None:
    adopt(garden)
    text = "# Seeds\n\n[Home](README.md), [lonely](notes/lonely.md), [new](nowhere.md)\n"
    track_files(garden, {"gone.md": text})
    assert adopt(garden, "--prune") == f"linklint: took 2 findings out of {BASELINE}; 1 left\n"
    assert entries(garden) == ["guide/watering.md no-broken-links"]
    assert "nowhere.md" in linklint(garden, "--output", "concise").out
    assert adopt(garden, "--prune") == f"linklint: took 0 findings out of {BASELINE}; 1 left\n"


def test_prune_leaves_the_entries_of_rules_that_did_not_run(garden: Path) -> None:
    adopt(garden)
    track_files(garden, {"gone.md": "# Seeds\n\n[Home](README.md), [lonely](notes/lonely.md)\n"})
    assert "took 1 finding out" in adopt(garden, "--prune", "--rule", "no-orphans")
    assert len(entries(garden)) == 2


def test_prune_takes_out_what_a_merge_wrote_twice(garden: Path) -> None:
    """With merge=union git keeps the lines of both branches."""
    adopt(garden)
    text = (garden / BASELINE).read_text()
    (garden / BASELINE).write_text(text + text)
    assert linklint(garden).code == 0
    assert "took 3 findings out" in adopt(garden, "--prune")
    assert (garden / BASELINE).read_text() == text


def test_prune_without_a_baseline_is_a_mistake(garden: Path) -> None:
    ran = linklint(garden, "baseline", "--prune")
    assert ran.code == 2
    assert f"there is no baseline {BASELINE} to prune" in ran.err


def test_branches_that_add_findings_merge_without_a_conflict(garden: Path) -> None:
    def commit(message: str) -> None:
        git(garden, "add", "--all")
        git(garden, "commit", "-q", "-m", message)

    (garden / ".gitattributes").write_text(f"{BASELINE} merge=union\n")
    adopt(garden)
    commit("first")
    git(garden, "checkout", "-q", "-b", "topic")
    for branch, page in (("topic", "one.md"), ("-", "two.md")):
        git(garden, "checkout", "-q", branch if branch == "topic" else "@{-1}")
        track_files(garden, {page: "# New\n\n[gone](nowhere.md) [home](README.md)\n"})
        adopt(garden)
        commit(branch)
    git(garden, "merge", "-q", "topic")
    assert linklint(garden, "--fail-on", "notice").code == 0
    assert "took 0 findings" in adopt(garden, "--prune")


def test_what_is_not_in_scope_is_no_stale_entry(garden: Path) -> None:
    """Older findings are not shown with --scope new; that does not mean that they are gone."""
    adopt(garden)
    git(garden, "add", "--all")
    git(garden, "commit", "-q", "-m", "first")
    track_files(garden, {"new.md": "# New\n\n[gone](nowhere.md) [home](README.md)\n"})
    ran = linklint(garden, "--since", "HEAD", "--scope", "new")
    assert "no longer exist" not in ran.out
    assert "Hidden by the baseline" in ran.out
    assert "older finding" not in ran.out
