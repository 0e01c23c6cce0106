"""Every report in every format against its golden file, and what must hold of any.

``REGENERATE_GOLDENS=1 pytest tests/report`` writes them anew; read the diff before it is committed.
"""

import csv
import io
import json

import msgspec
import pytest
from markdown_it import MarkdownIt

from linklint.model.sheets import Membership, MissingLink
from linklint.report.cells import text_width
from linklint.report.rendering import Rendering
from linklint.report.sheets import SHEET_FORMATS, lay_out
from tests.report.sheets import CLUSTERS, EVIL, HUB, NOTHING, REPORTS
from tests.report.test_golden import compare
from tests.timing import check_linear

WIDE = Rendering(width=100)
each_kind = pytest.mark.parametrize("kind", REPORTS)


def write(kind: str, name: str, limit: int | None = None, rendering: Rendering = WIDE) -> str:
    return SHEET_FORMATS[name](lay_out(REPORTS[kind], limit), rendering)


@pytest.mark.parametrize("name", SHEET_FORMATS)
@each_kind
def test_golden(kind: str, name: str) -> None:
    compare(f"report-{kind}-{name}.txt", write(kind, name))


def test_nothing_to_tell() -> None:
    parts = [
        f"== {kind} {name}\n{SHEET_FORMATS[name](lay_out(report, None), WIDE)}"
        for kind, report in NOTHING.items()
        for name in SHEET_FORMATS
    ]
    compare("report-nothing.txt", "".join(parts))


@each_kind
def test_tables_fit_the_terminal(kind: str) -> None:
    for width in (80, 100):
        lines = write(kind, "text", rendering=msgspec.structs.replace(WIDE, width=width)).splitlines()
        rules = [number for number, line in enumerate(lines) if line.startswith("--")]
        rows = [line for number in rules for line in lines[number - 1 : number + 2]]
        assert rows
        assert max(map(text_width, rows)) <= width


@each_kind
def test_page_text_is_inert_in_a_terminal_and_in_markdown(kind: str) -> None:
    assert "\x1b" not in write(kind, "text") + write(kind, "markdown") + write(kind, "csv")
    html = MarkdownIt("commonmark").enable("table").render(write(kind, "markdown"))
    assert "<img" not in html
    assert "<a " not in html
    for cells in html.split("<code>")[1:]:
        assert "</code>" in cells


@each_kind
def test_no_cell_of_the_csv_is_a_formula(kind: str) -> None:
    rows = list(csv.reader(io.StringIO(write(kind, "csv"))))
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@"))]


@each_kind
def test_json_is_the_data_as_it_is(kind: str) -> None:
    value = json.loads(write(kind, "json"))
    assert value.pop("version") == 1
    assert value == json.loads(json.dumps(msgspec.to_builtins(REPORTS[kind])))
    assert EVIL in json.dumps(value, ensure_ascii=False).replace("\\u001b", "\x1b").replace('\\"', '"')


def write_missing(*links: MissingLink) -> str:
    (first, _) = CLUSTERS.clusters
    cluster = msgspec.structs.replace(first, hub="hub.md", missing=links, suggested=(), planned=(), members=())
    return SHEET_FORMATS["text"](lay_out(msgspec.structs.replace(CLUSTERS, clusters=(cluster,)), None), WIDE)


def test_many_links_of_one_hub_are_one_step() -> None:
    links = [MissingLink("hub", spoke, "hub.md", "/", None, 7) for spoke in ("a.md", "b.md")]
    text = write_missing(*links, MissingLink("hub", "c.md", "hub.md", "/", None, 9, section="Soil"))
    below = "\n     - a.md:7, near the top\n     - b.md:7, near the top\n     - c.md:9, under Soil\n"
    assert f"link to the hub hub.md from 3 spokes:{below}" in text
    links = [
        MissingLink("spoke", "hub.md", f"{name}.md", "/", None, line, section=section)
        for name, line, section in (("a", 7, "Soil"), ("b", 1, ""), ("c", 8, "Pests"))
    ]
    places = ("a.md, in line 7, under Soil", "b.md, where the topic comes up", "c.md, in line 8, under Pests")
    below = "".join(f"\n     - {place}" for place in places)
    assert f"link from the hub hub.md to 3 spokes:{below}\n" in write_missing(*links)


def test_what_many_links_share_is_said_once() -> None:
    links = [
        MissingLink("spoke", "hub.md", f"{name}.md", "/", None, 7, section="Soil", elsewhere="listing")
        for name in ("a", "b", "c")
    ]
    text = " ".join(write_missing(*links).split())
    told = (
        "link from the hub hub.md, in line 7, under Soil, to 3 spokes; so far linked outside the text only (listing):"
    )
    assert f"{told} - a.md - b.md - c.md" in text
    other = MissingLink("spoke", "hub.md", "d.md", "/", None, 7, elsewhere="nav", elsewhere_line=3)
    text = " ".join(write_missing(*links, other).split())
    assert "to 4 spokes: - a.md, in line 7, under Soil; so far linked outside the text only (listing) - b.md" in text
    assert "- d.md, where the topic comes up; so far linked outside the text only (nav, line 3)" in text


def test_an_address_that_cannot_be_known_is_shown_by_its_path() -> None:
    row = msgspec.structs.replace(HUB.pages[0], url="/{slug}", targets=())
    sheet = lay_out(msgspec.structs.replace(HUB, pages=(row,)), None)
    for name in ("text", "csv", "markdown"):
        assert "{slug}" not in SHEET_FORMATS[name](sheet, WIDE)
    assert "roses/README.md" in SHEET_FORMATS["text"](sheet, WIDE)


def test_a_limit_says_how_much_it_leaves_out_and_holds_for_people_only() -> None:
    assert "and 1 more" in write("anchors", "text", 1)
    assert "and 1 more" in write("equity", "markdown", 1)
    assert "and 1 more" not in write("hub", "text", 2)
    for kind in REPORTS:
        assert write(kind, "csv", 1) == write(kind, "csv")
        assert write(kind, "json", 1) == write(kind, "json")


@pytest.mark.parametrize("unit", ["x", "x/", "漢", "\u0301"])
def test_a_long_text_is_cut_in_linear_time(unit: str) -> None:
    def work(size: int) -> None:
        text = unit * (size // len(unit))
        row = msgspec.structs.replace(HUB.pages[0], title=text, url=f"/{text}", targets=())
        out = SHEET_FORMATS["text"](lay_out(msgspec.structs.replace(HUB, pages=(row,)), None), WIDE)
        assert max(map(text_width, out.splitlines())) <= 100

    check_linear(work, 100_000)


def test_the_hub_of_a_cluster_comes_first() -> None:
    spoke, hub = (
        msgspec.structs.replace(HUB.pages[0], url=f"/{role}/", targets=(), clusters=(Membership("roses", role),))
        for role in ("spoke", "hub")
    )
    text = SHEET_FORMATS["text"](lay_out(msgspec.structs.replace(HUB, pages=(spoke, hub)), None), WIDE)
    assert text.index("/hub/") < text.index("/spoke/")
