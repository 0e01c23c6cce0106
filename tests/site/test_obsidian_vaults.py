"""Obsidian: templates are no notes, names of notes to come, paths that climb above the vault."""

import pytest

from tests.site.sites import make_site, written_links
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
    names = [f"[[Idea {number}]]" for number in range(lost)] + ["[[b]]"] * 40
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


SHOWN = " ".join(f"[x](/docs/4.x/topic-{number})" for number in range(25))
TOPICS = {f"docs/topic-{number}.md": "# Topic" for number in range(25)}


def test_addresses_of_a_site_that_shows_the_vault_are_no_names_of_notes() -> None:
    text = f"{SHOWN}\n\n[x](/docs/4.x/topic-1#why-so) [x](/docs/4.x/other) [[gone]] [[topic-1#gone]]"
    site = make_site({"docs/.obsidian/app.json": "{}", **TOPICS, "docs/a.md": text})
    links = written_links(site, "docs/a.md")
    assert {(each.status, each.target_path) for each in links[:25]} == {("ok", path) for path in TOPICS}
    statuses = [each.status for each in links[25:]]
    assert statuses == ["fragment-unverifiable", "opaque", "missing", "fragment-missing"]


def test_a_few_names_from_the_top_are_names_of_notes() -> None:
    site = build({"a.md": "[x](/gone) [x](/b) [x](/c#gone)", "b.md": "", "c.md": "# C"})
    assert [each.status for each in written_links(site, "a.md")] == ["missing", "ok", "fragment-missing"]
