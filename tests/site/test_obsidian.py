"""Obsidian: notes that name each other, in vaults that are told from other Markdown."""

import pytest

from linklint.model.site import Link, Site
from tests.site.sites import make_site, orphan_states, site_with, written_links


def build(files: dict[str, str]) -> Site:
    return site_with({".obsidian/app.json": "{}", **files}, framework="obsidian")


def link(text: str, *others: str, source: str = "a/Note.md") -> Link:
    site = build({**dict.fromkeys(others, "# Some heading\n"), source: text})
    return written_links(site, source)[0]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("[[Guide]]", "b/Guide.md"),
        ("[[guide]]", "b/Guide.md"),
        ("[[Guide|the guide]]", "b/Guide.md"),
        ("[[Guide.md]]", "b/Guide.md"),
        ("[[b/Guide]]", "b/Guide.md"),
        ("[[/b/Guide]]", "b/Guide.md"),
        ("[[../b/Guide]]", "b/Guide.md"),
        ("[[Guide#Some heading]]", "b/Guide.md"),
        ("[[Twin]]", "a/Twin.md"),
        ("[[Deep]]", "Deep.md"),
        ("[[What is it?]]", "What is it?.md"),
        ("[[Part: one]]", "Part: one.md"),
        ("[[100%]]", "100%.md"),
        ("[[v1.2]]", "v1.2.md"),
        ("![[Guide]]", "b/Guide.md"),
        ("| a |\n| - |\n| [[Guide\\|x]] |", "b/Guide.md"),
        ("[x](Guide.md)", "b/Guide.md"),
        ("[x](b/Guide)", "b/Guide.md"),
        ("[x](What%20is%20it%3F.md)", "What is it?.md"),
        ("[x](<Part%3A one.md>)", "Part: one.md"),
    ],
)
def test_names_stand_for_notes(text: str, target: str) -> None:
    others = ["b/Guide.md", "a/Twin.md", "Twin.md", "c/Deep.md", "Deep.md", "What is it?.md", "Part: one.md", "100%.md"]
    found = link(text, *others, "v1.2.md")
    assert (found.status, found.target and found.target.path) == ("ok", target)


@pytest.mark.parametrize(
    "text", ["[[Nope]]", "[[a/Guide]]", "[[./Guide]]", "[[uide]]", "[x](Nope.md)", "![[nope.png]]"]
)
def test_what_is_not_there_is_missing(text: str) -> None:
    assert link(text, "b/Guide.md").status in ("missing", "asset-missing")


def test_code_comments_and_templates_hold_no_broken_links() -> None:
    assert written_links(build({"Note.md": "`[[Nope]]`\n\n%% [[Nope]] %%\n"}), "Note.md") == []
    assert link("[[{{date}}]]").status == "unresolvable"


def test_attachments_are_found_by_name() -> None:
    assert link("![[pic.png|100]]", "files/pic.png").status == "asset"
    assert link("![[paper.pdf#page=3]]", "files/paper.pdf").status == "asset"


@pytest.mark.parametrize(
    ("text", "fragment", "status"),
    [
        ("# A heading", "A heading", "ok"),
        ("# A heading", "a HEADING", "ok"),
        ("# A heading: more (of it)", "A heading more of it", "ok"),
        ("# How large？", "How large", "ok"),
        ("# One\n## Two", "One#Two", "ok"),
        ("# One\n## Two", "Three#Two", "fragment-missing"),
        ("# A heading", "Another heading", "fragment-missing"),
        ("# See [[Note|it]]", "See it", "ok"),
        ("A text. ^block-1", "^block-1", "ok"),
        ("A text. ^block-1", "^block-2", "fragment-missing"),
        ("| a |\n| - |\n| b |\n\n^table", "^table", "ok"),
        ("![[picture.png]]^picture", "^picture", "ok"),
        ("An order^picture", "^picture", "fragment-missing"),
    ],
)
def test_headings_and_blocks(text: str, fragment: str, status: str) -> None:
    site = build({"Guide.md": text, "Note.md": f"[[Guide#{fragment}]]"})
    assert written_links(site, "Note.md")[0].status == status


def test_a_heading_of_the_same_note() -> None:
    site = build({"Note.md": "# Here\n\n[[#Here]] [[#Gone]]"})
    assert [found.status for found in written_links(site, "Note.md")] == ["ok", "fragment-missing"]


def test_properties_hold_links() -> None:
    site = build({"Note.md": '---\nup: "[[Guide|x]]"\nsee:\n  - "[[Nope]]"\n---\n', "Guide.md": ""})
    found = [(each.status, each.place, each.written and each.written.span.line) for each in site.links if each.written]
    assert found == [("ok", "frontmatter", 2), ("missing", "frontmatter", 3)]


def test_a_note_that_no_note_names_is_an_orphan_where_nearly_all_are_named() -> None:
    notes = {f"n/{number}.md": "" for number in range(9)}
    home = {"Home.md": " ".join(f"[[{number}]]" for number in range(9))}
    aside = {"2024-01-02.md": "", "templates/x.md": ""}
    states = orphan_states(build({**notes, **home, **aside, "n/lost.md": ""}))
    assert states == {"n/lost.md": "checked", "2024-01-02.md": "intended", "templates/x.md": "intended"}
    assert orphan_states(build({**notes, "Home.md": ""}))["n/1.md"] == "unknown"


def test_publish_lists_all_notes() -> None:
    site = build({"Home.md": "---\npublish: true\n---\n", "n/a.md": "", "n/b.md": "---\npermalink: own\n---\n"})
    assert orphan_states(site) == {}
    assert (site.by_url["/own"].path, site.by_url["/own"].title) == ("n/b.md", "b")


def test_vaults_without_traces_are_found_by_their_links() -> None:
    notes = {f"{number}.md": f"[[{number + 1}]]" for number in range(9)} | {"9.md": ""}
    assert "obsidian" not in {each.name for each in make_site(notes).frameworks}  # [[1]] is a number
    named = {f"n{number}.md": f"[[n{number + 1}]]" for number in range(9)} | {"n9.md": ""}
    assert "obsidian" in {each.name for each in make_site(named).frameworks}
    in_code = {path: f"```\n{text}\n```\n" for path, text in named.items()}
    for others in (in_code, {**named, "mkdocs.yml": ""}, {**named, "_Sidebar.md": ""}):
        assert "obsidian" not in {each.name for each in make_site(others).frameworks}


def test_a_language_is_a_vault() -> None:
    files = {f"{lang}/n{n}.md": f"[[n{n + 1}]]" for lang in ("en", "de", "fr") for n in range(5)}
    site = make_site({**files, **{f"{lang}/n5.md": "" for lang in ("en", "de")}, "README.md": ""})
    assert [each.root for each in site.frameworks if each.name == "obsidian"] == ["de", "en", "fr"]
    broken = [found.file for found in site.links if found.status == "missing"]
    assert broken == ["fr/n4.md"]


def test_beside_vaults_a_folder_of_examples_is_one_too_when_its_notes_name_each_other() -> None:
    vaults = {f"{lang}/n{n}.md": f"[[n{(n + 1) % 6}]]" for lang in ("en", "de", "fr") for n in range(6)}
    examples = {f"Sandbox/s{n}.md": f"[[s{(n + 1) % 6}]] [s](<s{n}>)" for n in range(6)}
    site = make_site({**vaults, **examples, "demo/a.md": "[b](<b c>)", "demo/b c.md": "", "README.md": ""})
    assert [each.root for each in site.frameworks if each.name == "obsidian"] == ["Sandbox", "de", "en", "fr"]
    assert [found.file for found in site.links if found.status == "missing"] == ["demo/a.md"]


@pytest.mark.parametrize(
    ("text", "target", "status"),
    [
        ("[[Tags#Nested tags]]", "b/long folder/Tags.md", "ok"),
        ("[[Tags#Sorting]]", "b/Tags.md", "ok"),
        ("[[Tags]]", "b/Tags.md", "ok"),
        ("[[Tags#No such]]", "b/Tags.md", "fragment-missing"),
        ("[[b/Tags#Nested tags]]", "b/Tags.md", "fragment-missing"),
    ],
)
def test_of_notes_with_one_name_that_with_the_heading_is_meant(text: str, target: str, status: str) -> None:
    site = build({"a/Note.md": text, "b/Tags.md": "# Sorting\n", "b/long folder/Tags.md": "# Nested tags\n"})
    found = written_links(site, "a/Note.md")[0]
    assert (found.target and found.target.path, found.status) == (target, status)


def test_other_repositories_are_no_vaults() -> None:
    site = make_site({"README.md": "[[1]](a.md) [[x]][y]\n\n[y]: a.md\n", "a.md": "", "site/.obsidian/x": ""})
    assert [(each.name, each.root) for each in site.frameworks if each.name == "obsidian"] == [("obsidian", "site")]
    nested = make_site({"hugo.toml": "", "content/.obsidian/x": "", "content/a.md": "[[b]]"})
    assert "obsidian" not in {each.name for each in nested.frameworks}


def test_logseq_makes_pages_of_any_name() -> None:
    files = {"logseq/config.edn": "{}", "pages/term___block.md": "", "a.md": "[[term/block]] [[Anything]] [x](gone.md)"}
    files["a.md"] += " [x]([[term/block]]) [x](((634fb104-f332)))"
    links = written_links(build(files), "a.md")
    assert [link.status for link in links] == ["ok", "opaque", "missing", "ok", "opaque"]
    del files["logseq/config.edn"]
    assert [link.status for link in written_links(build(files), "a.md")] == ["missing"] * 5
