"""``linklint diff``: what a change does to a site, in three formats, and the same in the job summary."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import linklint
from tests.workspace.histories import clone, commit, make_pull_request, surround_pull_request
from tests.workspace.test_repository import git, write

HOME = "# Home\n\n[one](one.md) [four](four.md)\n"
CLUSTERS = "c: {hub: README.md, spokes: [one.md, two.md]}\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Home links to one and four, four to two."""
    git(tmp_path, "init", "-q")
    (tmp_path / ".linklint.yml").write_text("clusters: clusters.yml\n")
    (tmp_path / "clusters.yml").write_text(CLUSTERS)
    long = "A page with enough words that git knows it again under another name.\n"
    commit(
        tmp_path,
        "first",
        README_md=HOME,
        one_md="# One\n",
        four_md="# Four\n\n[two](two.md)\n",
        two_md=f"# Two\n\n{long}",
    )
    return tmp_path


def diff(folder: Path, *arguments: str, **variables: str) -> dict[str, Any]:
    ran = linklint(folder, "diff", "HEAD", "--format", "json", *arguments, **variables)
    assert (ran.code, ran.err) == (0, "")
    value: dict[str, Any] = json.loads(ran.out)
    return value


def test_nothing_changed(site: Path) -> None:
    value = diff(site)
    empty = ("pages", "links", "orphaned", "adopted", "depths", "scores", "clusters", "new", "worsened", "fixed")
    assert {name: value[name] for name in empty} == {name: [] for name in empty}
    assert (value["orphans_before"], value["orphans_after"]) == (0, 0)
    assert value["picture"] == {"nodes": [], "edges": [], "more": 0}


def test_pages_that_come_go_and_move(site: Path) -> None:
    git(site, "mv", "two.md", "second.md")
    (site / "one.md").unlink()
    write(site, new_md="# New\n")
    assert [(page["kind"], page["path"], page["before"]) for page in diff(site)["pages"]] == [
        ("added", "new.md", None), ("removed", "one.md", None), ("renamed", "second.md", "two.md"),
    ]  # fmt: skip


def test_links_that_come_go_and_lead_elsewhere(site: Path) -> None:
    write(
        site,
        README_md="# Home\n\n[one](two.md) [new words](four.md)\n",
        two_md="# Two\n\n[one](one.md)\n",
        four_md="# Four\n",
    )
    found = [
        (link["kind"], link["location"]["path"], link["source"], link["target"], link["before"])
        for link in diff(site)["links"]
    ]
    assert found == [
        ("edited", "README.md", "README.md", "two.md", "one.md"),
        ("added", "two.md", "two.md", "one.md", None),
        ("removed", "four.md", "four.md", "two.md", None),
    ]


def test_links_that_follow_a_renamed_page_are_the_same(site: Path) -> None:
    git(site, "mv", "two.md", "second.md")
    write(site, four_md="# Four\n\n[two](second.md)\n")
    value = diff(site)
    assert (value["links"], value["orphaned"], value["adopted"], value["depths"]) == ([], [], [], [])


def test_orphans_before_and_after(site: Path) -> None:
    commit(site, "orphan", five_md="# Five\n")
    write(site, README_md=HOME.replace("[one](one.md)", "[five](five.md)"))
    value = diff(site)
    assert (value["orphans_before"], value["orphans_after"]) == (1, 1)
    assert (value["orphaned"], value["adopted"]) == (["one.md"], ["five.md"])


def test_an_orphan_that_is_renamed_is_no_new_one(site: Path) -> None:
    commit(site, "orphan", five_md="# Five\n\nA page with enough words to be known again by git, whatever its name.\n")
    git(site, "mv", "five.md", "fifth.md")
    value = diff(site)
    assert (value["orphaned"], value["adopted"]) == ([], [])


def test_depths_and_scores_that_move(site: Path) -> None:
    write(site, README_md=HOME + "\n[two](two.md)\n", four_md="# Four\n\n[one](one.md)\n")
    value = diff(site)
    assert value["depths"] == [{"path": "two.md", "before": 2.0, "after": 1.0}]
    moves = {move["path"]: move["after"] > move["before"] for move in value["scores"]}
    assert moves["one.md"] is True
    write(site, README_md="# Home\n\n[one](one.md)\n", four_md="# Four\n")
    assert [move["path"] for move in diff(site)["depths"] if move["after"] is None] == ["four.md", "two.md"]


def test_cluster_coverage(site: Path) -> None:
    write(site, one_md="# One\n\n[home](README.md)\n")
    (cluster,) = diff(site)["clusters"]
    assert cluster == {
        "id": "c",
        "up": {"path": "up", "before": 0.0, "after": 0.5},
        "down": {"path": "down", "before": 0.5, "after": 0.5},
    }


def test_findings_new_worse_and_fixed(site: Path) -> None:
    commit(site, "broken", one_md="# One\n\n[lost](lost.md)\n")
    write(site, one_md="# One\n\n[gone](gone.md)\n")
    value = diff(site, "--rule", "no-broken-links")
    assert [(finding["path"], finding["line"]) for finding in value["new"]] == [("one.md", 3)]
    assert "lost.md" in value["fixed"][0]["message"]
    limit = ("--rule", "max-links-per-page", "--set", "rules.max-links-per-page.options.max=1")
    write(site, README_md=HOME + "\n[two](two.md)\n")
    assert [finding["path"] for finding in diff(site, *limit)["worsened"]] == ["README.md"]


def test_text_has_every_section_and_is_short(site: Path) -> None:
    write(
        site, README_md="# Home\n\n[four](four.md) [x](gone.md)\n" + "".join(f"[{n}](two.md#{n}) " for n in range(30))
    )
    shown = linklint(site, "diff", "HEAD").out
    assert shown.startswith("Since ")
    assert ", HEAD\n" in shown.splitlines(keepends=True)[0]
    for title in (
        "New findings",
        "Pages that are orphans now (1)\n  + one.md\n",
        "Links (31)\n",
        "Clicks from",
        "Link score",
    ):
        assert title in shown
    assert "  and 11 more lines\n" in shown


def test_the_job_summary_tells_the_same(site: Path) -> None:
    write(site, README_md="# Home\n\n[four](four.md)\n")
    markdown = linklint(site, "diff", "HEAD", "--format", "markdown").out
    summary = linklint(site, "check", "--since", "HEAD", "--output", "markdown").out
    picture = markdown[markdown.index("```mermaid") : markdown.index("Thick:")]
    assert picture in summary
    assert "n0 -.-> n1\n" in picture
    assert "orphans: 0 before, 1 after" in summary
    assert "<details><summary>Pages that are orphans now (1)</summary>\n\n- `one.md`\n" in summary
    assert "New findings" in markdown
    assert "New findings" not in summary  # the tables have them


def test_a_summary_without_a_base_has_no_change(site: Path) -> None:
    assert "What changed" not in linklint(site, "check", "--output", "markdown").out


def test_it_writes_to_a_file(site: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("out") / "diff.md"
    ran = linklint(site, "diff", "HEAD", "--format", "markdown", "--output", str(path))
    assert (ran.code, ran.out) == (0, "")
    assert path.read_text().startswith("### What changed since `")


def test_an_unknown_base_is_the_users_mistake(site: Path) -> None:
    ran = linklint(site, "diff", "--", "--output=PWNED")
    assert ran.code == 2
    assert "git knows no commit" in ran.err
    assert linklint(site, "diff").code == 2


def test_auto_is_what_the_event_names_or_says_why_not(tmp_path: Path) -> None:
    hashes = make_pull_request(tmp_path / "site")
    variables = surround_pull_request(tmp_path / "site", hashes)
    shown = linklint(tmp_path / "site", "diff", "auto", **variables).out
    assert f"Since {hashes['main'][:12]}, the base of the pull request\n" in shown
    assert "pages: 1 added; links: 1 added" in shown
    shallow = clone(tmp_path / "site", tmp_path / "shallow", "refs/pull/7/merge", "--depth=1")
    ran = linklint(shallow, "diff", "auto", **variables)
    assert "fetch-depth: 2" in ran.out
