"""``--statistics``: counts in place of findings."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import linklint, track_files


def test_counts_by_rule_and_folder(garden: Path) -> None:
    ran = linklint(garden, "check", "--statistics")
    assert ran.code == 1
    assert ran.out.startswith(
        "rule             findings  errors  warnings\n"
        "---------------  --------  ------  --------\n"
        "no-broken-links  2         2       0\n"
        "no-orphans       1         0       1\n"
        "\n"
        "folder  findings  errors  warnings\n"
    )
    rows = ran.out.split("\n\n")[1].splitlines()[2:]
    assert sorted(row.split() for row in rows) == [
        ["(top)", "1", "1", "0"],
        ["guide", "1", "1", "0"],
        ["notes", "1", "0", "1"],
    ]
    assert "cluster" not in ran.out
    assert "Found 2 errors and 1 warning" in ran.out


def test_counts_by_cluster(garden: Path) -> None:
    track_files(garden, {
        ".linklint.yml": "clusters: clusters.yml\n",
        "clusters.yml": "a: {hub: README.md, spokes: [guide/watering.md]}\nb: {hub: guide/watering.md, spokes: []}\n",
    })  # fmt: skip
    table = linklint(garden, "check", "--statistics", "--rule", "no-broken-links").out.split("\n\n")[2]
    assert table.splitlines()[0].split() == ["cluster", "findings", "errors"]
    assert sorted(row.split() for row in table.splitlines()[2:]) == [["a", "2", "2"], ["b", "1", "1"]]


def test_findings_in_no_cluster_are_counted_too(garden: Path) -> None:
    track_files(garden, {
        ".linklint.yml": "clusters: clusters.yml\n",
        "clusters.yml": "a: {hub: README.md, spokes: [guide/weeding.md]}\n",
    })  # fmt: skip
    out = linklint(garden, "check", "--statistics", "--rule", "no-broken-links").out
    assert "(in no cluster)" in out


def test_with_an_output_both_are_written(garden: Path, tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    ran = linklint(garden, "check", "--statistics", "--output", f"json={path}")
    assert path.exists()
    assert ran.out.startswith("rule ")


def test_nothing_found_is_no_table(garden: Path) -> None:
    out = linklint(garden, "check", "--statistics", "--rule", "no-self-links").out
    assert out.startswith("All good: ")
