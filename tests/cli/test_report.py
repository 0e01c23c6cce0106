"""``linklint report``: the command line, and that a config's data is joined."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.running import linklint, track_files

CLUSTERS = "c: {hub: README.md, spokes: [guide/watering.md, guide/weeding.md]}\n"


@pytest.fixture
def clustered(garden: Path) -> Path:
    return track_files(garden, {"clusters.yml": CLUSTERS, ".linklint.yml": "clusters: clusters.yml\n"})


def test_clusters_say_what_to_do_next(clustered: Path) -> None:
    ran = linklint(clustered, "report", "clusters")
    assert (ran.code, ran.err) == (0, "")
    assert "  1. guide/weeding.md:1: link to README.md, its hub\n" in ran.out
    assert "linked in the text: up 50% and down 100% of 2 spokes" in ran.out


@pytest.mark.parametrize("kind", ["hub", "clusters", "anchors", "equity"])
@pytest.mark.parametrize("name", ["text", "csv", "markdown", "json"])
def test_every_kind_in_every_format_also_to_a_file(clustered: Path, kind: str, name: str) -> None:
    shown = linklint(clustered, "report", kind, "--format", name)
    assert (shown.code, shown.err) == (0, "")
    assert "guide/weeding.md" in shown.out
    ran = linklint(clustered / "guide", "report", kind, "--format", name, "--output", "../../report.txt")
    assert (ran.code, ran.out) == (0, "")
    assert (clustered.parent / "report.txt").read_text() == shown.out


def test_hub_csv_begins_with_the_seven_columns_of_the_sheet(clustered: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(linklint(clustered, "report", "hub", "--format", "csv").out)))
    assert list(rows[0])[:7] == [
        "url", "title", "primary_keyword", "cluster", "inlinks", "priority", "target_pages",
    ]  # fmt: skip
    assert {row["path"]: row["target_pages"] for row in rows}["guide/weeding.md"] == "/"


def test_one_cluster_only_and_one_that_does_not_exist(clustered: Path) -> None:
    report = json.loads(linklint(clustered, "report", "hub", "--format", "json", "--cluster", "c").out)
    assert [page["path"] for page in report["pages"]] == ["README.md", "guide/watering.md", "guide/weeding.md"]
    ran = linklint(clustered, "report", "hub", "--cluster", "C")
    assert ran.code == 2
    assert 'there is no cluster "C"' in ran.err
    assert 'did you mean "c"?' in ran.err


def test_without_clusters_it_says_how_to_have_some(garden: Path) -> None:
    ran = linklint(garden, "report", "clusters")
    assert (ran.code, ran.out) == (
        0,
        "No cluster is declared. Name a clusters file with `clusters:` in the config.\n",
    )


def test_a_log_of_actions_is_guarded(clustered: Path) -> None:
    out = linklint(clustered, "report", "hub", GITHUB_ACTIONS="true").out
    assert out.startswith("::stop-commands::")


DATA = "data: {search: {file: gsc.csv, key: Page, columns: {clicks: Clicks}}}\nscore: {teleport: data.search.clicks}\n"


def test_data_is_joined_moves_the_score_and_tells_rows_without_a_page(garden: Path) -> None:
    before = json.loads(linklint(garden, "report", "equity", "--format", "json").out)
    sheet = "Page,Clicks\n/notes/lonely.md,99\n/gone.md,1\n"
    track_files(garden, {".linklint.yml": DATA, "gsc.csv": sheet})
    ran = linklint(garden, "report", "equity", "--format", "json")
    after = json.loads(ran.out)
    shares = [{row["path"]: row["share"] for row in report["most"]} for report in (before, after)]
    assert shares[1]["notes/lonely.md"] > 2 * shares[0]["notes/lonely.md"]
    told = 'data.search: 1 of 2 rows of gsc.csv are about no page of this site, such as "/gone.md" in line 3'
    assert told in ran.err
    assert told in linklint(garden, "check").out
    sheet = "Page,Clicks\nhttps://elsewhere.example/x,1\n"
    track_files(garden, {"gsc.csv": sheet})
    assert "warning: data.search: none of the 1 rows of gsc.csv" in linklint(garden, "check").out
