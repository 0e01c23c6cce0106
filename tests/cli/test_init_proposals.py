"""What ``linklint init`` proposes: the address and clusters, both of which must hold once they are uncommented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import linklint, make_repository

REST = {f"notes/note{number}.md": "# Note\n\n[home](/README.md)\n" for number in range(12)}
HOME = "# Home\n\n" + "".join(f"[x](/{path})\n" for path in REST)


def findings(folder: Path) -> list[str]:
    ran = linklint(folder, "--output", "json")
    assert ran.code in (0, 1), ran.err
    return [f"{found['rule']} {found['path']}" for found in json.loads(ran.out)["findings"]]


def adopt(folder: Path) -> None:
    """Uncomment the line that names the proposal."""
    config = folder / ".linklint.yml"
    assert "\n# clusters: " in config.read_text()
    config.write_text(config.read_text().replace("\n# clusters: ", "\nclusters: "))


def links(*paths: str) -> str:
    return " ".join(f"[{path}](/{path})" for path in paths) + "\n"


def group(hub: str, spokes: list[str], matter: str = "") -> dict[str, str]:
    """A hub that links all of its spokes but the last, and is linked by all of them but the first."""
    files = {hub: f"{matter}# Hub\n\n{links(*spokes[:-1])}"}
    files |= {spoke: f"{matter}# Spoke\n\n{links(hub) if spoke != spokes[0] else ''}" for spoke in spokes}
    home = f"{HOME}{links(hub, spokes[-1])}"
    return {**REST, **files, "README.md": home}


SCATTERED = [f"{letter}/{letter}.md" for letter in "bcdef"]
SOURCES = {
    "folder": ("folder roses/", group("roses/README.md", [f"roses/{letter}.md" for letter in "bcdef"])),
    "tag": ('tag "Roses"', group("a/a.md", SCATTERED, "---\ntags: [Roses]\n---\n")),
    "series": ('series "Roses"', group("a/a.md", SCATTERED, "---\nseries: Roses\n---\n")),
    "category": ('category "Roses"', group("a/a.md", SCATTERED, "---\ncategories: [Roses]\n---\n")),
    "links": ("pages that link each other", group("a/a.md", SCATTERED)),
}


@pytest.mark.parametrize("source", SOURCES)
def test_a_proposal_changes_nothing_until_it_is_adopted_and_then_tells_the_two_missing_links(
    tmp_path: Path, source: str
) -> None:
    what, files = SOURCES[source]
    folder = make_repository(tmp_path / "garden", files)
    assert findings(folder) == []
    ran = linklint(folder, "init")
    assert "Wrote .linklint-clusters.yml, which proposes 1 cluster; nothing reads it until" in ran.out
    text = (folder / ".linklint-clusters.yml").read_text()
    assert f"# {what}: the hub links 4 of 5 pages, 4 of them link the hub\n" in text
    assert "a PROPOSAL of `linklint init`" in text
    assert findings(folder) == []
    adopt(folder)
    first, last = ("roses/b.md", "roses/f.md") if source == "folder" else ("b/b.md", "f/f.md")
    hub = next(path for path in files if path in ("roses/README.md", "a/a.md"))
    expected = [f"hub-links-to-spokes {hub}", f"spoke-links-to-hub {first}"]
    assert sorted(findings(folder)) == expected, f"{hub} does not link {last}"


def test_a_folder_is_proposed_as_a_glob_that_takes_in_new_pages(tmp_path: Path) -> None:
    folder = make_repository(tmp_path / "garden", SOURCES["folder"][1])
    linklint(folder, "init")
    assert '  spokes:\n    - "roses/*.md"\n' in (folder / ".linklint-clusters.yml").read_text()
    adopt(folder)
    (folder / "roses/new.md").write_text("# New\n")
    assert "spoke-links-to-hub roses/new.md" in findings(folder)


def test_where_nothing_holds_together_nothing_is_proposed(tmp_path: Path) -> None:
    folder = make_repository(tmp_path / "garden", {**REST, "README.md": HOME})
    assert "proposes" not in linklint(folder, "init").out
    assert [path.name for path in folder.iterdir() if "linklint" in path.name] == [".linklint.yml"]
    assert "clusters" not in (folder / ".linklint.yml").read_text()


def test_clusters_that_the_pages_declare_are_not_proposed_again(tmp_path: Path) -> None:
    files = group("a/a.md", SCATTERED, "---\ntags: [Roses]\ncluster: roses\n---\n")
    folder = make_repository(tmp_path / "garden", files)
    assert "proposes" not in linklint(folder, "init").out
    assert not (folder / ".linklint-clusters.yml").exists()


def test_a_file_of_that_name_is_never_replaced(tmp_path: Path) -> None:
    folder = make_repository(
        tmp_path / "garden", {**SOURCES["tag"][1], ".linklint-clusters.yml": "mine: {hub: a/a.md}\n"}
    )
    ran = linklint(folder, "init")
    assert (ran.code, "\n.linklint-clusters.yml is there already; it stays as it is.\n" in ran.out) == (0, True)
    assert (folder / ".linklint-clusters.yml").read_text() == "mine: {hub: a/a.md}\n"
    assert "# clusters:" not in (folder / ".linklint.yml").read_text()


def test_names_of_every_kind_load_again(tmp_path: Path) -> None:
    names = ["yes.md", "1.md", 'ro\'se "x".md', "a # b.md", "garten-für-rosen.md", "- x.md", "other.markdown"]
    files = {"on/README.md": "# Hub\n\n" + " ".join(f"[x](<{name.replace('#', '%23')}>)" for name in names)}
    files |= {f"on/{name}": f"# {name}\n" for name in names}
    folder = make_repository(tmp_path / "garden", {**REST, **files, "README.md": HOME + links("on/README.md")})
    linklint(folder, "init")
    adopt(folder)
    assert linklint(folder, "config").code == 0
    assert sorted(findings(folder)) == sorted(f"spoke-links-to-hub on/{name}" for name in names)


MKDOCS = {
    "mkdocs.yml": "site_name: Garden\nsite_url: https://garden.org/\n",
    "docs/index.md": "# Home\n\n[x](roses.md)\n",
    "docs/roses.md": "# Roses\n",
    "README.md": "# Garden\n\n[roses](https://garden.org/roses/)\n",
}


def test_the_address_is_written_where_it_adds_no_finding(tmp_path: Path) -> None:
    folder = make_repository(tmp_path / "garden", MKDOCS)
    linklint(folder, "init")
    assert "\n  url: https://garden.org # links to it are internal\n" in (folder / ".linklint.yml").read_text()
    (folder / "README.md").write_text("[roses](https://garden.org/rosse/)\n")
    assert findings(folder) == ["no-broken-links README.md"]


def test_an_address_that_adds_findings_is_commented_out_and_says_how_many(tmp_path: Path) -> None:
    folder = make_repository(tmp_path / "garden", {**MKDOCS, "docs/index.md": "[x](https://garden.org/rosse/)\n"})
    before = findings(folder)
    linklint(folder, "init")
    config = (folder / ".linklint.yml").read_text()
    assert "\n  # url: https://garden.org # makes links to it internal: 1 finding more, to be looked at\n" in config
    assert findings(folder) == before
