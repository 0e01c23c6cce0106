"""Obsidian: templates are no notes, names of notes to come, paths that climb above the vault."""

import pytest

from tests.site.sites import written_links
from tests.site.test_obsidian import build, link

TEMPLATES = {".obsidian/templates.json": '{"folder": "Blanks"}'}
BLANK = "---\ncreated: {{date}}\n---\n[[{{title}}]] [[Nowhere]]"


def test_templates_that_a_setting_names_are_no_notes() -> None:
    site = build({**TEMPLATES, "Blanks/Note.md": BLANK, "a.md": "[[b]]", "b.md": ""})
    assert sorted(site.by_path) == ["a.md", "b.md"]
    assert [each.file for each in site.links if each.written] == ["a.md"]
    assert not [file for file in site.files if file.notes]


def test_other_folders_of_that_name_are_notes() -> None:
    site = build({"Blanks/Note.md": "[[Nowhere]]", "a.md": "[[b]]", "b.md": ""})
    assert written_links(site, "Blanks/Note.md")[0].status == "missing"


def test_templaters_code_makes_a_template() -> None:
    issue = "[the code <% cursor %> is lost](img/y.png)"
    site = build({"t/Image.md": "![<%* tR += caption %>](../img/x.png)", "a.md": issue})
    assert sorted(site.by_path) == ["a.md"]
    assert [each.status for each in site.links if each.written] == ["missing"]


@pytest.mark.parametrize(("lost", "status"), [(10, "planned"), (2, "missing")])
def test_names_of_notes_that_are_to_be_written(lost: int, status: str) -> None:
    names = [f"[[Idea {number}]]" for number in range(lost)] + ["[[b]]"] * 20
    site = build({"a.md": " ".join(names), "b.md": "[x](gone.md) [[c/d/gone]]"})
    assert {each.status for each in written_links(site, "a.md")} == {status, "ok"}
    assert [each.status for each in written_links(site, "b.md")] == ["missing", "missing"]


def test_a_published_vault_has_no_such_names() -> None:
    names = " ".join(f"[[Idea {number}]]" for number in range(30))
    site = build({"a.md": f"---\npublish: true\n---\n{names}", "b.md": "[[a]]"})
    assert {each.status for each in written_links(site, "a.md")} == {"missing"}


@pytest.mark.parametrize(
    ("href", "status"),
    [("../../img/x.png", "asset"), ("../../../img/x.png", "asset"), ("../img/x.png", "asset"),
     ("img/x.png", "asset"), ("./img/x.png", "missing"), ("../../img/y.png", "missing")],
)  # fmt: skip
def test_above_the_vault_there_is_nothing_to_climb_to(href: str, status: str) -> None:
    assert link(f"![x]({href})", "img/x.png", source="a/Note.md").status == status
