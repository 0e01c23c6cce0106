"""What a change did, as Markdown: inert, within its room, with a picture that page text cannot break."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from linklint.app.pictures import MOST_EDGES, MOST_NODES, draw
from linklint.model.effect import Effect, GroupEffect, LinkEffect, NumberEffect, PageEffect, Picture
from linklint.model.finding import Compared, Report, Summary
from linklint.model.place import Location
from linklint.report import FORMATS, Rendering
from linklint.report.effect_text import lay_out_effect, write_picture
from linklint.report.effects import list_sections
from tests.report.test_summary import OURS, elements

ODD = st.text(alphabet=st.sampled_from("`|\\<>[]()!@#*_~\n\r\t :/ahref=\"'&;-+1.x\u202e{}%日"), min_size=1, max_size=40)


def make(*paths: str) -> Report:
    effect = Effect(
        pages=tuple(PageEffect("added", path) for path in paths),
        links=tuple(LinkEffect("added", Location(path), path, path, "b.md") for path in paths),
        orphaned=paths,
        depths=tuple(NumberEffect(path, 1, None) for path in paths),
        picture=draw([], [LinkEffect("added", Location(path), "", path, "b.md") for path in paths], paths, ()),
    )
    return Report(Summary(pages=1), (), compared=Compared("c" * 40, "main", effect=effect))


@given(ODD)
def test_page_text_makes_no_element(path: str) -> None:
    text = FORMATS["markdown"](make(path), Rendering())
    # Block elements of our own: a rendered fence is code, a details element is raw HTML.
    assert elements(text) - {"html_block", "h3"} <= OURS
    ours = re.findall(r"^<details><summary>[A-Za-z (1)]*</summary>$|^</details>$", text, re.M)
    assert len(ours) == sum(line.startswith("<") for line in text.split("\n"))


@given(ODD)
def test_a_label_of_the_picture_ends_where_it_should(path: str) -> None:
    shown = write_picture(draw([], [LinkEffect("added", Location(path), "", path, "other.md")], [path], ()))
    (line,) = [line for line in shown.split("\n") if line.startswith("  n0[")]
    label = line.removeprefix('  n0["').removesuffix('"]')
    assert re.fullmatch(r"(?:[\w /.-]|#\d+;)*", label)
    assert shown.count("```") == 2


def test_what_does_not_fit_is_left_out_by_whole_sections() -> None:
    report = make(*(f"{number}-{'x' * 200}.md" for number in range(30)))
    whole = lay_out_effect(report, 900 * 1024)
    for room in (len(whole) - 1, len(whole) // 2, 400):
        cut = lay_out_effect(report, room)
        assert len(cut.encode()) <= room
        assert cut.count("<details>") == cut.count("</details>")
        assert cut.count("```") in (0, 2)


def test_a_large_change_makes_a_small_picture() -> None:
    links = [LinkEffect("removed", Location(f"{n}.md"), "", f"{n % 50}.md", f"{n}.md") for n in range(200)]
    links.append(LinkEffect("removed", Location("z.md"), "", "y.md", "z.md"))
    picture = draw([], links, ["z.md"], ())
    assert len(picture.nodes) <= MOST_NODES
    assert len(picture.edges) <= MOST_EDGES
    assert picture.more == 151 - len(picture.edges)  # a page that links to itself is no edge
    names = [path for path, _ in picture.nodes]
    assert names[:2] == ["y.md", "z.md"]
    assert f"{picture.more} more changed links are not in the picture" in write_picture(picture)


def test_an_edited_link_is_one_that_went_and_one_that_came() -> None:
    picture = draw([], [LinkEffect("edited", Location("a.md"), "", "a.md", "c.md", "b.md")], (), ())
    names = [path for path, _ in picture.nodes]
    assert {(names[a], names[b], kind) for a, b, kind in picture.edges} == {
        ("a.md", "b.md", "removed"),
        ("a.md", "c.md", "added"),
    }


def test_no_link_no_picture() -> None:
    assert write_picture(Picture((("a.md", "added"),))) == ""


def test_a_whole_folder_is_one_line_and_its_pages_stand_below() -> None:
    gone = [f"de/{number}.md" for number in range(30)]
    effect = Effect(
        pages=tuple(PageEffect("removed", path) for path in [*gone, "en/a.md"]),
        links=tuple(LinkEffect("removed", Location(path), "", path, "b.md") for path in [*gone, *gone, "en/a.md"]),
        groups=(GroupEffect("removed", "de/", tuple(gone)),),
    )
    report = Report(Summary(pages=1), (), compared=Compared("c" * 40, "main", effect=effect))
    sections = {section.heading: section.lines for section in list_sections(report)}
    assert sections["Pages (31)"] == [("removed", "de/: 30 pages"), ("removed", "en/a.md")]
    assert sections["Links (61)"] == [("removed", "de/: 60 links on its pages"), ("removed", "en/a.md:1:1 -> b.md")]
    assert sections["Pages of a folder or language that was removed (30)"] == [("removed", path) for path in gone]
    text = lay_out_effect(report, 900 * 1024)
    assert "- removed `de/: 30 pages`\n- removed `en/a.md`\n" in text
    assert "- removed `de/19.md`\n- and 10 more lines\n" in text
