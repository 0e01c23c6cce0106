"""Whoever asks how a text is worded says so: else a run would be told again that no longer holds."""

import ast
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "linklint"
WORDING = {"opening", "word", "words", "lines"}
OWNERS = {"document", "written", "link"}
"""What documents and written links are called."""
ASKED = {
    *product(WORDING, OWNERS),
    *product(("start", "end", "edges"), {*OWNERS, "one", "other"}),
    *product(("start", "end", "line", "column", "end_line"), ("span", "title_span")),
}
LAYERS = ("site", "graph", "facts", "engine")
SILENT = {
    "site/excerpts.py: cut_fragments": "files of which pages take some lines are in Site.excerpted",
    "site/linking.py: written_edges": "likewise",
    "site/profiles/docfx/fragments.py: _slug_headings": "the order, which is compared",
    "site/profiles/mkdocs/fragments.py: _tab_fragments": "likewise",
    "site/profiles/nextjs/fragments.py: nextra_fragments": "likewise",
    "site/profiles/eleventy/site.py: find_code": "the text is read as well, which is noted",
    "site/profiles/eleventy/site.py: is_kept_aside": "likewise",
    "site/profiles/sphinx/links.py: is_called_external": "compared with what a glance said",
    "site/profiles/vitepress/addresses.py: find_lookups": "likewise",
    "graph/difference.py: links": "runs that compare are not remembered",
    "facts/change.py: broken_links_told": "likewise",
    "facts/change_causes.py: _place_of_inclusion": "likewise",
    "facts/change_causes.py: _place_of_removed": "likewise",
    "facts/change_victims.py: broken_by_page": "likewise",
    "facts/change_victims.py: fragments_by_page": "likewise",
    "facts/link_age.py: added": "runs that ask for history are not remembered",
    "facts/link_age.py: line_days": "likewise",
    "facts/directive.py: line": "pages with directives are told anew",
    "engine/suppression.py: silence": "likewise",
    "facts/entry.py: places_of_links": "whether two places are the same",
    "facts/subjects.py: written_links": "likewise",
    "facts/link_writing.py: gaps": "the fact that asks for them says so",
}
"""Those that need not say so, with the reason."""


def find_questions(path: Path) -> Iterator[tuple[str, bool]]:
    """The functions of a module that ask a document or a written link how it is worded, and whether they say so."""
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(function, ast.FunctionDef):
            names = [node for node in ast.walk(function) if isinstance(node, ast.Attribute)]
            if any((node.attr, name_of(node.value)) in ASKED for node in names):
                yield function.name, any(node.attr == "worded" for node in names)


def name_of(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


@pytest.mark.parametrize("layer", LAYERS)
def test_who_asks_for_words_says_so(layer: str) -> None:
    silent = sorted(
        f"{path.relative_to(PACKAGE)}: {name}"
        for path in sorted((PACKAGE / layer).rglob("*.py"))
        for name, said in find_questions(path)
        if not said
    )
    assert silent == sorted(each for each in SILENT if each.startswith(f"{layer}/"))


def test_the_facts_that_ask() -> None:
    found = {name for path in (PACKAGE / "facts").glob("*.py") for name, _ in find_questions(path)}
    assert found >= {"words", "lines", "position", "weighted_texts", "links_per_100_words"}
