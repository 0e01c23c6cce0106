"""Texts of which only words changed: everything else is still known of them, at other places."""

from collections.abc import Mapping

import pytest

from linklint import config
from linklint.app.journey import Journey, lint
from linklint.app.parsing import Parsing, parse_one
from linklint.app.retelling import LostError, move_finding
from linklint.app.rewording import Moves, find_moves
from linklint.app.touching import list_pages, looks_the_same
from linklint.model.document import Dialect, Document
from linklint.model.files import SourceFile
from linklint.model.finding import place_in_report
from linklint.model.place import Location
from linklint.model.rule import Example, Rule
from linklint.workspace import DiskRepository, box_rules

RULES = config.read_box(box_rules())
TODAY = "2030-01-01"
PAGE = """---
title: The page
---
# The page

See [the other](other.md), a [third][] and ![a picture](x.png).

## A heading

[third]: third.md
"""


def read(text: str) -> Document:
    return parse_one((text.encode(), Dialect(extensions=("tables",))))


def moves(before: str, after: str) -> Moves | None:
    return find_moves("a.md", read(before), read(after))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("See [", "Do see, if you can, ["),
        ("\n## A", "\nMore words.\n\n> A quotation.\n\n```\n[code](x.md)\n```\n\n## A"),
        ("# The page\n\n", "# The page\n\n\n\n\n"),
        (" and ![", "\nand\n!["),
    ],
)
def test_words_that_came(old: str, new: str) -> None:
    found = moves(PAGE, PAGE.replace(old, new))
    assert found is not None
    before, after = read(PAGE), read(PAGE.replace(old, new))
    for was, now in zip(before.links, after.links, strict=True):
        start = Location("a.md", was.span.line, was.span.column, was.span.end_line, was.span.end_column)
        moved = found.follow(start)
        assert moved is not None
        assert (moved.line, moved.column, moved.end_column) == (now.span.line, now.span.column, now.span.end_column)
    assert found.follow(Location("a.md")) == Location("a.md")
    assert found.follow(Location("b.md", 7, 2)) == Location("b.md", 7, 2)
    assert found.follow(Location("a.md", 6, 1, 6, 2)) is None  # nothing that is known stands there


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("other.md", "another.md"),
        ("[the other]", "[the others]"),
        ("## A heading", "## Another heading"),
        ("## A heading", "### A heading"),
        ("title: The page", "title: A page"),
        ("title: The page", "title: The page\ndraft: true"),
        ("See [", "[x](x.md) ["),
        ("See [", "This is generated: do not edit. See ["),
        ("a picture", "the picture"),
        ("## A heading", '## A heading\n\n<a id="x"></a>'),
        ("third.md\n", "fourth.md\n"),
        ("## A heading", "<!-- linklint-disable-next-line no-orphans -- why -->\n## A heading"),
        ("See [the other](other.md), a [third][]", "See a [third][], [the other](other.md)"),
        ("See", "S\0e"),
    ],
)
def test_more_than_words(old: str, new: str) -> None:
    assert moves(PAGE, PAGE.replace(old, new)) is None


def test_front_matter_that_moved() -> None:
    found = moves(PAGE, PAGE.replace("title:", "\n\ntitle:"))
    assert found is not None
    assert found.follow(Location("a.md", 2, 1, 2, 9)) == Location("a.md", 4, 1, 4, 9)
    assert found.follow(Location("a.md", 3, 1, 3, 4)) is None


def test_things_that_passed_each_other() -> None:
    """The documents say the same, in another order."""
    before = "# A\n\n![p](p.png)\n\n[r]: b.md\n\n[r]\n"
    after = "# A\n\n[r]: b.md\n\n![p](p.png)\n\n[r]\n"
    assert moves(before, after) is None


def add_words(text: str, path: str) -> str:
    """The text with a paragraph after its front matter and one at its end."""
    if not path.endswith((".md", ".mdx")):
        return text
    head, body = "", text
    if text.startswith("---\n") and "\n---\n" in text:
        head, mark, body = text.partition("\n---\n")
        head += mark
    return f"{head}\nWords before all others.\n\n{body.rstrip()}\n\nWords after all others.\n"


def see(rule: Rule, example: Example, files: Mapping[str, str]) -> tuple[Journey, DiskRepository, Parsing]:
    """What the rule says of the files, with the config of the example."""
    repository = DiskRepository("/", [SourceFile(path) for path in files], in_git=False)
    repository.overlaid = {path: text.encode() for path, text in files.items()}
    configuration = config.load_tree(
        example.config, rules=[rule], path=".linklint.yml", names=files, read=repository.read
    )
    parsing = Parsing()
    journey = lint(
        repository, configuration.settings, configuration.rules, today=TODAY, parser=parsing.parse_all,
    )  # fmt: skip
    return journey, repository, parsing


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_what_rules_say_of_other_words(rule: Rule) -> None:
    """A page of which nothing was asked that words could change: all findings are what they were, at other places."""
    for example in rule.examples:
        files = {path: text for path, text in example.files.items() if text is not None}
        if example.base is None:
            tell_with_more_words(rule, example, files)


def tell_with_more_words(rule: Rule, example: Example, files: Mapping[str, str]) -> bool:
    """Whether the findings could be told again. They are what a run says."""
    journey, repository, parsing = see(rule, example, files)
    world = journey.world
    worded = world.worded | world.site.excerpted | repository.read_again
    pages = list_pages(world.site, worded, repository, parsing)
    texts = {path: add_words(text, path) if path in pages else text for path, text in files.items()}
    after = see(rule, example, texts)[0]
    followed: dict[str, Moves] = {}
    for path in pages:
        old, new = world.site.by_path[path].document, after.world.site.by_path[path].document
        found = find_moves(path, old, new)
        if found is None or not looks_the_same(pages[path], texts[path].encode()):
            return False
        followed[path] = found
    try:
        told = sorted((move_finding(each, followed) for each in journey.outcome.findings), key=place_in_report)
    except LostError:
        return False
    assert told == list(after.outcome.findings), example.name
    return bool(pages) and bool(told)


def test_what_rules_say_is_told_again() -> None:
    """The test above tells most of what rules say that ask for no words."""
    told = [
        tell_with_more_words(rule, example, {path: text for path, text in example.files.items() if text is not None})
        for rule in map(RULES.__getitem__, ("no-broken-links", "no-broken-fragments", "no-orphans", "role-links"))
        for example in rule.examples
        if example.expect
    ]
    print(sum(told), len(told))
    assert sum(told) > 0.8 * len(told)
