"""Jekyll: what templates link by themselves. A loop over posts or a collection is a listing; a loop over a data file
makes that file's addresses navigation; a literal link in a layout, or in a partial of one, is navigation too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import msgspec

from linklint.model.document import WrittenLink
from linklint.model.files import Names
from linklint.model.place import Span, pack_spans
from linklint.site.glancing import glance
from linklint.site.paths import below, extension, join, within
from linklint.site.profile import Read
from linklint.site.profiles.jekyll.config import Config, is_left_out
from linklint.site.profiles.jekyll.made_addresses import (
    MadeAddress,
    find_addresses_behind,
    find_made_addresses,
)

TEMPLATES = frozenset({"html", "htm", "md", "markdown", "liquid", "xml", "svg"})
PARTIAL = re.compile(r"\{%-?\s*include(?:_cached|_relative)?\s+[\"']?([^\s%{}\"']+)")
STEP = re.compile(r"\{%-?\s*(?:for\s+\w+\s+in|assign\s+[\w-]+\s*=|tablerow\s+\w+\s+in)\s+(.{0,2000}?)-?%\}", re.DOTALL)
SOURCE = re.compile(
    r"""\b(?:site(?:\.|\[\s*["'])(?P<label>[\w-]+)|(?P<paged>paginator)\.posts|(?P<any>site\[\s*(?!site\b)[\w.-]+\s*\]))"""
)
CHOICE = re.compile(r"\|\s*(?:first|last|size|find)\b|where:\s*[\"'](?:url|permalink|path|slug|id|name)[\"']")
BY_LANGUAGE = re.compile(r"\bwhere(?:_exp)?:[^|%]*\blang")
# Patterns that are searched in every page begin with letters: those are found much faster than a word's beginning.
DATA = re.compile(r"site\.data(?<!\wsite\.data)(?:\.([\w-]+)|\b)")
PAGE_KEY = re.compile(r"\.(?<=\w\.)([a-z][\w-]*)")  # of this page, or of one in a loop
MADE_ID = re.compile(r"""id(?<!\wid)\s*=\s*["'][^"'<>{]*\{\{(?!-?\s*(?:page|include)\.)""")
# What nobody links: controls, lists of a navigation, drawings.
UNLINKED = re.compile(r"<(?:button|form|g|input|label|nav|ol|option|path|select|svg|textarea|ul|use)\b")
NEIGHBOUR = re.compile(r"page\.(?<!\wpage\.)(?:previous|next)\b")
LAYOUT = re.compile(r"\A\s*---.*?^layout\s*:\s*[\"']?([\w./-]+)", re.DOTALL | re.MULTILINE)
LINK_LINE = re.compile(
    r"^(?P<before>[ \t-]*+[\"']?(?:url|link|href|path|permalink|page)[\"']?\s*:\s*[\"']?)(?P<href>/(?!/)[^\s\"'#,{}]*)",
    re.MULTILINE,
)
WORD_LINE = re.compile(r"^[ \t]*(?:-[ \t]+|[\w-]+:[ \t]+)[\"']?([\w./-]+)[\"']?[ \t]*$", re.MULTILINE)
GROUPS = {"tags": "posts", "categories": "posts", "related_posts": "posts", "html_pages": "pages"}


class Template(msgspec.Struct, frozen=True):
    """What one template does. ``lists``: labels of collections, ``pages`` among them; ``by_language``: only those in
    the page's language; ``neighbours``: the previous and next document; ``partials`` and ``layout`` are names; ``data``
    names of data files (``*``: any). ``makes_ids``: ids of something else than the page's own data and parameters.
    ``page_keys``: what it shows of pages' front matter. ``picks``: labels of collections of which it looks up single
    documents; ``made``: addresses that it makes of values that no data file holds."""

    lists: frozenset[str] = frozenset()
    by_language: bool = False
    neighbours: bool = False
    partials: tuple[str, ...] = ()
    layout: str | None = None
    data: frozenset[str] = frozenset()
    makes_ids: bool = False
    page_keys: frozenset[str] = frozenset()
    picks: frozenset[str] = frozenset()
    made: frozenset[MadeAddress] = frozenset()


def read_template(text: str) -> Template:
    """What the template loops over and takes in."""
    lists: set[str] = set()
    picks: set[str] = set()
    by_language = False
    for step in STEP.finditer(text):
        labels = {_find_label(source) for source in SOURCE.finditer(step[1]) if source["label"] != "data"}
        if CHOICE.search(step[1]):
            picks |= labels
            continue
        # A loop over collections holds another one, over their documents.
        lists |= {"documents" if each == "collections" and ".docs" in text else each for each in labels}
        by_language = by_language or BY_LANGUAGE.search(step[1]) is not None
    layout = LAYOUT.match(text)
    data = frozenset(found[1] or "*" for found in DATA.finditer(text))
    return Template(
        frozenset(lists),
        by_language,
        NEIGHBOUR.search(text) is not None,
        tuple(PARTIAL.findall(text)),
        layout[1] if layout else None,
        data,
        _makes_ids(text),
        frozenset(PAGE_KEY.findall(text)),
        frozenset(picks),
        frozenset(find_addresses_behind(text)).union(() if data else find_made_addresses(text)),
    )


def _makes_ids(text: str) -> bool:
    """Whether one of its elements has an id that it makes."""
    for made in MADE_ID.finditer(text):
        start = text.rfind("<", 0, made.start())
        if start > text.rfind(">", 0, made.start()) and not UNLINKED.match(text, start):
            return True
    return False


def _find_label(source: re.Match[str]) -> str:
    """The label of what is looped over, as in ``site.talks`` or ``site['2019']``; that of all documents for
    ``site[collection.label]``."""
    if source["paged"] or source["any"]:
        return "posts" if source["paged"] else "documents"
    return GROUPS.get(source["label"], source["label"])


def read_templates(config: Config, names: Names, read: Read) -> dict[str, Template]:
    """Repository path → template, of layouts, partials and pages that hold Liquid."""
    found = {}
    for path, file in names.files.items():
        if (
            file.kind != "file"
            or not file.present
            or extension(path) not in TEMPLATES
            or not within(path, config.source)
        ):
            continue
        is_part = within(path, config.layouts) or within(path, config.partials)
        if not is_part and any(segment in ("node_modules", "vendor") for segment in path.split("/")):
            continue
        if is_part:
            found[path] = read_template((read(path) or b"").decode("utf-8", "replace"))
            continue
        template = glance(read, path, look_for_template)
        if template is not None and not is_left_out(config, below(path, config.source).lstrip("_")):
            found[path] = template
    return found


def look_for_template(data: bytes) -> Template | None:
    """What a page with tags of Liquid does."""
    return read_template(data.decode("utf-8", "replace")) if b"{%" in data else None


def shown_parts(config: Config, path: str, templates: Mapping[str, Template]) -> list[str]:
    """The template and all partials that it takes in, in turn."""
    found = [path]
    for each in found:
        if each in templates:
            for partial_name in templates[each].partials:
                part = join(config.partials, partial_name)
                if part is not None and part in templates and part not in found:
                    found.append(part)
    return found


def layout_chain(config: Config, layout: object, templates: Mapping[str, Template]) -> tuple[list[str], bool]:
    """The paths of a layout and of those that it stands in; and whether all of them are in the repository."""
    found: list[str] = []
    while isinstance(layout, str) and layout and layout not in ("none", "null"):
        endings = ("html", "liquid", "md", "htm", "markdown")
        paths = [f"{config.layouts}/{layout}.{ending}" for ending in endings] + [f"{config.layouts}/{layout}"]
        path = next((path for path in paths if path in templates), None)
        if path is None:
            return found, False
        if path in found:
            break
        found.append(path)
        layout = templates[path].layout
    return found, True


def merge(templates: Iterable[Template]) -> Template:
    """What several templates do together."""
    every = list(templates)
    return Template(
        frozenset().union(*(each.lists for each in every)),
        any(each.by_language for each in every),
        any(each.neighbours for each in every),
        (),
        None,
        frozenset().union(*(each.data for each in every)),
        any(each.makes_ids for each in every),
        picks=frozenset().union(*(each.picks for each in every)),
        made=frozenset().union(*(each.made for each in every)),
    )


def used_data(config: Config, used: frozenset[str], names: Names, read: Read) -> Iterable[tuple[str, str]]:
    """Path and text of the data files that templates name."""
    for path, file in names.files.items():
        if (
            not within(path, config.data)
            or file.kind != "file"
            or extension(path) not in ("yml", "yaml", "json", "csv")
        ):
            continue
        first = below(path, config.data).partition("/")[0]
        if "*" in used or first in used or first.rpartition(".")[0] in used:
            yield path, (read(path) or b"").decode("utf-8", "replace")


def data_links(texts: Iterable[tuple[str, str]], titles: Mapping[str, str]) -> list[tuple[str, WrittenLink]]:
    """The addresses in data files that templates loop over: lines ``url: /x/``. A file of which half lead nowhere is
    no navigation of this site. ``titles``: address → title of its page."""
    found: list[tuple[str, WrittenLink]] = []
    for path, text in texts:
        links = list(_read_lines(text, titles))
        known = [link for link in links if link.href in titles]
        if links and 2 * len(known) > len(links):
            found.extend((path, link) for link in links)
    return found


def data_names(texts: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Words that data files list, of which templates may make addresses."""
    return frozenset(match[1].rstrip("/") for _, text in texts for match in WORD_LINE.finditer(text))


def _read_lines(text: str, titles: Mapping[str, str]) -> Iterable[WrittenLink]:
    for match in LINK_LINE.finditer(text):
        start, end = match.span("href")
        line = text.count("\n", 0, start) + 1
        column = start - (text.rfind("\n", 0, start) + 1) + 1
        span = Span(start, end, line, column, line, column + end - start)
        href = match["href"]
        shown = titles.get(href) or href.strip("/").rpartition("/")[2].replace("-", " ")
        yield WrittenLink("frontmatter", "a", href, href, shown, pack_spans(span, span), landmark="nav")
