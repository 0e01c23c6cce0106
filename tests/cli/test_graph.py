"""``linklint graph``: five formats, each read back by what reads it."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from tests.cli.running import linklint, track_files

PAGE_KEYS = [
    "body_inlinks", "clusters", "depth", "inlinks", "kind", "lang", "on_site", "outlinks", "path", "published", "root",
    "score", "title", "url",
]  # fmt: skip
LINK_KEYS = [
    "column", "file", "generated", "href", "kind", "line", "place", "source", "status", "target", "text",
]  # fmt: skip
PAGES = ["README.md", "guide/watering.md", "guide/weeding.md", "notes/lonely.md"]
EDGES = [
    ("README.md", "guide/watering.md"),
    ("README.md", "guide/weeding.md"),
    ("guide/watering.md", "README.md"),
    ("guide/weeding.md", "guide/watering.md"),
    ("notes/lonely.md", "guide/weeding.md"),
]


def test_json_has_the_documented_shape_with_sorted_keys(garden: Path) -> None:
    track_files(garden, {"clusters.yml": "c: {hub: guide/watering.md, spokes: [guide/weeding.md]}\n"})
    track_files(garden, {".linklint.yml": "clusters: clusters.yml\n"})
    ran = linklint(garden, "graph")
    assert (ran.code, ran.err) == (0, "")
    graph = json.loads(ran.out)
    assert list(graph) == ["links", "pages"]
    assert all(list(page) == PAGE_KEYS for page in graph["pages"])
    assert all(list(link) == LINK_KEYS for link in graph["links"])
    assert [page["path"] for page in graph["pages"]] == PAGES
    weeding = graph["pages"][2]
    assert sum(page["score"] for page in graph["pages"]) == pytest.approx(1)
    score = weeding.pop("score")
    assert float(f"{score:.12g}") == score
    assert weeding == {
        "path": "guide/weeding.md", "url": "/guide/weeding.md", "title": "Weeding", "kind": "article", "lang": None,
        "published": True, "on_site": True, "root": False, "inlinks": 2, "outlinks": 1, "body_inlinks": 2, "depth": 1,
        "clusters": [{"id": "c", "role": "spoke"}],
    }  # fmt: skip
    assert graph["pages"][3]["depth"] is None
    assert graph["links"][0] == {
        "source": "README.md", "file": "README.md", "line": 3, "column": 1, "href": "guide/watering.md",
        "text": "Watering", "target": "guide/watering.md", "status": "ok", "kind": "internal", "place": "body",
        "generated": False,
    }  # fmt: skip
    broken = next(link for link in graph["links"] if link["href"] == "gone.md")
    assert (broken["status"], broken["target"]) == ("missing", None)


def test_csv_has_two_tables(garden: Path) -> None:
    pages = list(csv.DictReader(io.StringIO(linklint(garden, "graph", "--format", "csv", "--table", "pages").out)))
    assert [page["path"] for page in pages] == PAGES
    assert (pages[0]["root"], pages[3]["depth"], pages[2]["inlinks"]) == ("true", "", "2")
    links = linklint(garden, "graph", "--format", "csv").out
    assert links == linklint(garden, "graph", "--format", "csv", "--table", "links").out
    rows = list(csv.DictReader(io.StringIO(links)))
    assert len(rows) == 8
    assert set(rows[0]) == set(LINK_KEYS)


@pytest.mark.parametrize("table", ["pages", "links"])
def test_no_cell_of_the_csv_is_a_formula_and_numbers_stay_numbers(garden: Path, table: str) -> None:
    text = '# =HYPERLINK("x")\n\n[+1](watering.md), [@SUM(1)](weeding.md) and [roses](../-roses.md)\n'
    track_files(garden, {"guide/=formula.md": text, "-roses.md": "# -1+1\n"})
    out = linklint(garden, "graph", "--format", "csv", "--table", table).out
    rows = list(csv.DictReader(io.StringIO(out)))
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))]
    texts = {cell for row in rows for cell in row.values() if cell.startswith("'")}
    told = {"pages": {"'-roses.md", "'-1+1", '\'=HYPERLINK("x")'}, "links": {"'+1", "'@SUM(1)", "'-roses.md"}}
    assert texts == told[table]
    assert all(row["inlinks" if table == "pages" else "line"].isdigit() for row in rows)


def test_graphml_is_xml_with_the_same_edges(garden: Path) -> None:
    track_files(garden, {"notes/a&b<c>.md": "# \x01 & <x> ]]>\n\n[w](../guide/weeding.md)\n"})
    root = ElementTree.fromstring(linklint(garden, "graph", "--format", "graphml").out)
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    path_key = next(key.get("id") for key in root.findall("g:key", space) if key.get("attr.name") == "path")
    names = {
        node.get("id"): next(data.text for data in node.findall("g:data", space) if data.get("key") == path_key)
        for node in root.iter(f"{{{space['g']}}}node")
    }
    edges = [(names[edge.get("source")], names[edge.get("target")]) for edge in root.iter(f"{{{space['g']}}}edge")]
    assert sorted(edges) == sorted([*EDGES, ("notes/a&b<c>.md", "guide/weeding.md")])


def test_dot_names_pages_and_edges(garden: Path) -> None:
    track_files(garden, {'notes/say "hi".md': "# Hi\n\n[w](../guide/weeding.md)\n"})
    out = linklint(garden, "graph", "--format", "dot").out
    names = dict(re.findall(r'^  (n\d+) \[label="((?:[^"\\]|\\.)*)"', out, re.M))
    edges = [(names[a], names[b]) for a, b in re.findall(r"^  (n\d+) -> (n\d+) ", out, re.M)]
    assert edges == [*EDGES, (r"notes/say \"hi\".md", "guide/weeding.md")]
    assert out.startswith("digraph linklint {\n")
    assert out.endswith("}\n")


def test_mermaid_names_pages_and_edges(garden: Path) -> None:
    track_files(garden, {'notes/say "hi"].md': "# Hi\n\n[w](../guide/weeding.md)\n"})
    out = linklint(garden, "graph", "--format", "mermaid").out
    names = dict(re.findall(r'^  (n\d+)\["([^"\]]*)"\]$', out, re.M))
    edges = [(names[a], names[b]) for a, b in re.findall(r"^  (n\d+) --> (n\d+)$", out, re.M)]
    assert edges == [*EDGES, ("notes/say #34;hi#34;#93;.md", "guide/weeding.md")]
    assert out.startswith("flowchart LR\n")


@pytest.mark.parametrize("name", ["json", "csv", "dot", "graphml", "mermaid"])
def test_a_file_gets_the_same_bytes(garden: Path, name: str) -> None:
    shown = linklint(garden, "graph", "--format", name).out
    ran = linklint(garden / "guide", "graph", "--format", name, "--output", "../../graph.txt")
    assert (ran.code, ran.out) == (0, "")
    assert (garden.parent / "graph.txt").read_text() == shown


def test_the_graph_is_whole_whatever_path_is_named(garden: Path) -> None:
    assert linklint(garden.parent, "graph", str(garden / "notes")).out == linklint(garden, "graph").out
