"""The directives of MyST by their names: which hold Markdown, which name files and pages, and what nobody can know
(https://myst-parser.readthedocs.io/en/latest/syntax/roles-and-directives.html)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from markdown_it.rules_block import StateBlock

from linklint.source.markdown.found import Inclusion
from linklint.source.markdown.offsets import Origin
from linklint.source.markdown.state import PositionedState
from linklint.source.restructured import find_labels, list_toctrees, split_entry

# Those of docutils, Sphinx, mystmd, sphinx-design, -togglebutton, -tabs, -proof and -exercise that hold
# Markdown. The second table: those whose argument is text, too.
HOLDING = frozenset(
    "aside axiom blockquote card-carousel card-header compound container div example-block figure figure-md grid "
    "grid-item hlist legend list-table only parsed-literal table tab-set tabs group-tab".split()
)
TITLED = frozenset(
    "admonition attention button-link caution centered card clip danger deprecated details dropdown epigraph error "
    "exercise exercise-start exercise-end grid-item-card highlights hint important margin note proof pull-quote rubric "
    "seealso sidebar solution solution-start solution-end tab tab-item tip todo toggle topic versionadded "
    "versionchanged versionremoved warning".split()
)
# Those that hold something else and show no page and no place of a page that others lead to.
QUIET = frozenset(
    "anywidget bibliography code code-block code-cell csv-table currentmodule default-role default-domain doctest "
    "embed genindex graphviz highlight image index iframe include inheritance-diagram literalinclude math mdast "
    "mermaid meta myst myst-example plot productionlist program prompt raw raw:latex raw:tex raw:typst role "
    "sectionauthor codeauthor show-index sourcecode tableofcontents tabularcolumns testcleanup testcode testoutput "
    "testsetup toc todolist toctree youtube video plantuml contents uml thebe-button digraph graph".split()
)
PROVED = frozenset(
    "algorithm assumption axiom conjecture corollary criterion definition example lemma observation property "
    "proposition proof remark theorem".split()
)
_OPTION = re.compile(r"[ \t]*:(?P<name>[\w.+\-]+):(?:[ \t]+(?P<value>.*))?")
_FIELD = re.compile(r"(?P<name>[\w.+\-]+):(?:[ \t]+(?P<value>.*))?")
_CELL_LABEL = re.compile(r"#\|[ \t]*label[ \t]*:[ \t]*(?P<label>\S+)[ \t]*")
_RULE = re.compile(r"---[ \t]*")


class Option(NamedTuple):
    """The value of an option, and where it begins in the body."""

    value: str
    start: int


class Directive(NamedTuple):
    """A directive. ``position``: where its argument begins, ``start``: where it does itself; both in the body. Its
    content, without options, are the lines ``body`` to ``last``, exclusive."""

    name: str
    argument: str
    position: int
    options: Mapping[str, Option]
    start: int
    body: int
    last: int


class Content(NamedTuple):
    """What a directive holds. ``title``: text of its own, and where that begins."""

    ids: list[tuple[str, int]]
    inclusions: list[Inclusion]
    title: tuple[str, int] | None = None
    is_markdown: bool = False


def read_options(state: StateBlock, line: int, last: int) -> tuple[int, dict[str, Option]]:
    """The line where the content of a directive begins, and its options: lines in colons, or fields between rules."""
    while line < last and state.isEmpty(line):
        line += 1
    options: dict[str, Option] = {}
    first = line
    is_block = line < last and _match(_RULE, state, line) is not None
    line += is_block
    while line < last:
        if is_block and _match(_RULE, state, line):
            return line + 1, options
        match = _match(_FIELD if is_block else _OPTION, state, line)
        if match:
            value = (match["value"] or "").strip()
            bare = value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value
            begin = match.start("value") + (match["value"] or "").find(bare) if value else match.end()
            options.setdefault(match["name"].lower(), Option(bare, begin))
        elif not is_block:
            break
        line += 1
    return (first, {}) if is_block else (line, options)


def _match(pattern: re.Pattern[str], state: StateBlock, line: int) -> re.Match[str] | None:
    return pattern.fullmatch(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])


def read_content(state: StateBlock, found: Directive) -> Content:
    """What the directive says of itself."""
    offset = state.env["body"].offset
    name, options = found.name, found.options
    ids = [(options[key].value, offset(options[key].start)) for key in ("name", "nb-name") if key in options]
    if name == "math" and "label" in options:
        ids += [(f"equation-{options['label'].value}", offset(found.start)), (options["label"].value, offset(0))]
    elif "label" in options:
        ids.append((options["label"].value, offset(options["label"].start)))
    if name == "code-cell":
        ids += list(_read_cell_labels(state, found))
    kind, _, theorem = name.partition(":")
    if (kind == "prf" and theorem in PROVED) or name == "figure-md":
        ids += [(found.argument.split()[0], offset(found.position))] if name == "figure-md" and found.argument else []
        return Content(ids, [], None if name == "figure-md" else (found.argument, found.position), True)
    if name == "toctree":
        return Content(ids, list(_read_toctree(state, found)))
    if name == "eval-rst":
        more, inclusions = _read_restructured(state, found)
        return Content([*ids, *more], inclusions)
    inclusions = list(_name_files(state, found))
    if name == "raw" and found.argument.strip().lower() == "html":
        _push_html(state, found)
    if name in TITLED:
        return Content(ids, inclusions, (found.argument, found.position), True)
    if name in HOLDING:
        return Content(ids, inclusions, None, True)
    if name == "glossary":
        return Content(ids, [*inclusions, _note(state, found)], None, True)
    return Content(ids, inclusions if name in QUIET or name.startswith(".") else [*inclusions, _note(state, found)])


def _read_cell_labels(state: StateBlock, found: Directive) -> Iterator[tuple[str, int]]:
    """Labels that a cell of a notebook gives itself by a comment."""
    for line in range(found.body, found.last):
        match = _match(_CELL_LABEL, state, line)
        if match:
            yield match["label"], state.env["body"].offset(match.start("label"))


def _note(state: StateBlock, found: Directive) -> Inclusion:
    """A directive of which it is not known what it makes."""
    offset = state.env["body"].offset
    written = f"{found.name} {found.argument}".rstrip()
    return Inclusion(written, "generator", None, offset(found.start), offset(found.position + len(found.argument)))


def _place(state: StateBlock, text: str, start: int) -> tuple[int, int]:
    offset = state.env["body"].offset
    return offset(start), offset(start + len(text))


def _name_files(state: StateBlock, found: Directive) -> Iterator[Inclusion]:
    """The files that the directive shows, and where it leads."""
    name, argument, options = found.name, found.argument, found.options
    place = _place(state, argument, found.position)
    if name == "include" and argument:
        is_code = not options.keys().isdisjoint(("literal", "code"))
        cuts = sorted(key for key in options if key.startswith(("start", "end")))
        cuts += sorted(key for key in options if key.startswith("relative"))
        cuts += ["heading-offset"] if "heading-offset" in options else []
        yield Inclusion(argument, "code" if is_code else "include", " ".join(cuts) or None, *place)
    elif name == "literalinclude" and argument:
        yield Inclusion(argument, "code", None, *place)
    elif name in ("figure", "image") and argument:
        alt = options["alt"].value if "alt" in options else ""
        yield Inclusion(argument, "image", alt, *place)
    elif name in ("button-link", "button-ref") and argument:
        kind = options["ref-type"].value if "ref-type" in options else "any"
        yield Inclusion(argument, "link " + (kind if name == "button-ref" else "url"), None, *place)
    for key in ("target", "link") if name not in ("button-link", "button-ref") else ():
        if key in options and options[key].value:
            kind = options["link-type"].value if "link-type" in options and key == "link" else "url"
            title = argument if name in TITLED else ""
            yield Inclusion(options[key].value, f"link {kind}", title, *_place(state, *options[key]))


def _read_toctree(state: StateBlock, found: Directive) -> Iterator[Inclusion]:
    kind = " ".join(["toctree", *(each for each in ("glob", "hidden") if each in found.options)])
    for line in range(found.body, found.last):
        start = state.bMarks[line] + state.tShift[line]
        entry = split_entry(state.src[start : state.eMarks[line]])
        if entry is not None:
            yield Inclusion(entry.target, kind, entry.title, *_place(state, entry.target, start + entry.start))


def _read_restructured(state: StateBlock, found: Directive) -> tuple[list[tuple[str, int]], list[Inclusion]]:
    """Labels and tables of contents of a block that is not Markdown."""
    offset = state.env["body"].offset
    begins = [state.bMarks[line] for line in range(found.body, found.last)]
    lines = [state.src[state.bMarks[line] : state.eMarks[line]] for line in range(found.body, found.last)]
    ids = [(label, offset(begins[number])) for number, label in find_labels(lines)]
    inclusions = [
        Inclusion(each.target, kind, each.title, *_place(state, each.target, begins[number] + each.start))
        for kind, number, each in list_toctrees(lines)
    ]
    return ids, [*inclusions, _note(state, found)]


def _push_html(state: StateBlock, found: Directive) -> None:
    assert isinstance(state, PositionedState)  # noqa: S101 - for mypy
    if found.body < found.last:
        content = state.getLines(found.body, found.last, state.blkIndent, True)
        token = state.push("html_block", "", 0)
        token.content = content
        token.meta["origin"] = Origin(state.env["body"], state.pieces)
