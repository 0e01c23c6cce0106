"""``linklint baseline``: what is known is kept quiet, counted, and never hides what is new or worse."""

import json
from pathlib import Path

from tests.cli.running import linklint, track_files

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
        f"linklint: add `baseline: {BASELINE}` to .linklint.yml so that `linklint check` uses it\n"
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
    told = f"notice: {BASELINE} names 2 findings that no longer exist; run `linklint baseline` to write it anew\n"
    assert told in linklint(garden).out
    assert told.replace("2 findings", "1 finding") in linklint(garden, "--rule", "no-orphans").out
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
    assert "the baseline known.jsonl cannot be read" in ran.err
    assert "write it with `linklint baseline`" in ran.err
    track_files(garden, {"known.jsonl": "<<<<<<< ours\n"})
    ran = linklint(garden)
    assert ran.code == 2
    assert "known.jsonl:1:1: error: this is the marker of a merge conflict" in ran.err
    assert linklint(garden, "baseline").code == 0
    assert linklint(garden).code == 0
