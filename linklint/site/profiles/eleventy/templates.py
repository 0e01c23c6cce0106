"""Eleventy: what templates list. A template that names a collection lists its pages; what the filters of the
repository take out of it is not known."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence

import msgspec

from linklint.model.files import Names
from linklint.site.glancing import glance
from linklint.site.paths import extension, join, parent, within
from linklint.site.profile import Read
from linklint.site.profiles.eleventy.config import Config
from linklint.site.profiles.eleventy.scripts import Script, find_calls

TEMPLATES = frozenset("njk liquid html md webc hbs mustache ejs vto js ts jsx tsx pug haml markdown".split())
COMMENT = re.compile(r"\{#|\{%-?\s*+comment\s*+-?%\}|<!--")
COMMENT_ENDS = {
    "{#": re.compile(r"#\}"),
    "{%": re.compile(r"\{%-?\s*+endcomment\s*+-?%\}"),
    "<!": re.compile(r"-->"),
}
COLLECTION = re.compile(
    r"\bcollections\??\s*(?:\.\s*([A-Za-z_][\w-]*)|(?:\?\.)?\[\s*[\"'`]([^\"'`${}]+)[\"'`]\s*\]|(\[))([^\n%}]*)"
)
CHOICE = re.compile(
    r"^\s*(?:\.length|\|\s*(?:first|last|size|length|head|slice|limit)\b|\.(?:slice|at|find)\()|\blimit\s*:"
)
NAVIGATED = re.compile(r"\|\s*eleventyNavigation")
FILTERED = re.compile(r"\|\s*(?!reverse\b|sort\b|safe\b|sort_natural\b|dump\b|default\b)\w|\.filter\(")
NEIGHBOUR = re.compile(r"\bget(?:Previous|Next)CollectionItem\b")
PARTIAL = re.compile(r"\{%-?\s*(?:include|render|renderFile|extends|import|from)\s+[\"']([^\"']+)[\"']")
ADDING = ("addShortcode", "addNunjucksShortcode", "addLiquidShortcode", "addFilter", "addPairedShortcode")
ANY, DOUBT, NAVIGATION = "*", "?", "navigation"
GLOB = re.compile(r"getFilteredByGlob \( (\[[^\]]*\]|\"[^\"]*\"|'[^']*'|`[^`]*`|\w+)")
TAG = re.compile(r"getFilteredByTags? \( ((?:[\"'][^\"']*[\"'] ?,? ?)+)\)")
QUOTED = re.compile(r"[\"'`]([^\"'`]*)[\"'`]")


class Template(msgspec.Struct, frozen=True):
    """``lists``: names of collections, ``ANY`` of them, ``NAVIGATION`` entries, or ``DOUBT``. ``neighbours``: the
    previous and the next page of a collection. ``partials``: names of what it takes in."""

    lists: frozenset[str] = frozenset()
    neighbours: bool = False
    partials: tuple[str, ...] = ()


class Collection(msgspec.Struct, frozen=True):
    """What ``addCollection`` puts into a collection: pages of globs and tags, or all; more is not known where
    ``sure`` is false."""

    globs: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    everything: bool = False
    sure: bool = True


def drop_comments(text: str) -> str:
    """The text without its comments. One that does not end is none."""
    kept, start, position = [], 0, 0
    endless: set[str] = set()  # kinds that end nowhere below, so that nobody looks for an end again
    while comment := COMMENT.search(text, position):
        kind = comment[0][:2]
        end = None if kind in endless else COMMENT_ENDS[kind].search(text, comment.end())
        if end is None:
            endless.add(kind)
            position = comment.start() + 1
        else:
            kept.append(text[start : comment.start()])
            start = position = end.end()
    return "".join((*kept, text[start:]))


def read_template(text: str) -> Template:
    """What a template names."""
    text = drop_comments(text)
    lists: set[str] = set()
    for match in COLLECTION.finditer(text):
        name, rest = match[1] or match[2] or ANY, match[4]
        if CHOICE.search(rest):
            continue
        if name == "all" and NAVIGATED.search(rest):
            lists.add(NAVIGATION)
        else:
            lists.add(DOUBT if name == "all" and FILTERED.search(rest) else name)
    return Template(frozenset(lists), NEIGHBOUR.search(text) is not None, tuple(PARTIAL.findall(text)))


def read_templates(config: Config, names: Names, read: Read) -> dict[str, Template]:
    """Repository path → template, of all files that may be templates, layouts or includes."""
    found = {}
    for path, file in names.files.items():
        inside = within(path, config.input) or config.is_template_folder(path)
        if not inside or file.kind != "file" or not file.present or extension(path) not in TEMPLATES:
            continue
        if extension(path) in ("js", "ts", "jsx", "tsx") and ".11ty." not in path:
            continue
        if "node_modules" in path.split("/") or within(path, config.data):
            continue
        found[path] = glance(read, path, look_for_template)
    return found


def look_for_template(data: bytes) -> Template:
    """What the template of a file names."""
    return read_template(data[:1_000_000].decode("utf-8", "replace"))


def shown_parts(config: Config, path: str, templates: Mapping[str, Template]) -> list[str]:
    """The template and all that it takes in, in turn."""
    found = [path]
    for each in found:
        for written in templates[each].partials if each in templates else ():
            part = find_partial(config, each, written, templates)
            if part is not None and part not in found:
                found.append(part)
    return found


def list_partials(config: Config, templates: Mapping[str, Template]) -> frozenset[str]:
    """The files that others take in, wherever they lie."""
    every = ((path, written) for path, template in templates.items() for written in template.partials)
    found = (find_partial(config, path, written, templates) for path, written in every)
    return frozenset(path for path in found if path is not None)


def find_partial(config: Config, path: str, written: str, known: Container[str]) -> str | None:
    """The file that an include names: below the folder of includes or of layouts, or beside the template."""
    folder = parent(path)
    for base in (config.includes, config.layouts, folder, config.input, config.root):
        for ending in ("", ".liquid", ".njk", ".html"):
            part = join(base, written + ending)
            if part is not None and part in known:
                return part
    return None


def read_collections(scripts: Sequence[Script]) -> dict[str, Collection]:
    """The collections that the config adds, by name."""
    found: dict[str, Collection] = {}
    for script in scripts:
        for called in script.calls("addCollection"):
            if called.arguments and isinstance(called.arguments[0], str):
                source = called.texts[1] if len(called.texts) > 1 else ""
                found[called.arguments[0]] = _read_collection(script, source)
    return found


def _read_collection(script: Script, source: str, depth: int = 0) -> Collection:
    bare = Script("", source).bare
    globs: list[str] = []
    for match in GLOB.finditer(bare):
        if match[1].isidentifier():
            value = script.evaluate(match[1])
            globs += [value] if isinstance(value, str) else value if isinstance(value, list) else []
        else:
            globs += QUOTED.findall(match[1])
    tags = [tag for match in TAG.finditer(bare) for tag in QUOTED.findall(match[1])]
    everything = "getAll" in bare or "getFilteredByTag ( tag" in bare
    if not globs and not tags and not everything:
        for word in re.findall(r"[A-Za-z_$][\w$]*", bare) if depth < 2 else ():
            inner = _declared(script, word)
            other = _read_collection(script, inner, depth + 1) if inner else Collection(sure=False)
            if other.sure:
                return other
        return Collection(sure=False)
    return Collection(tuple(str(each) for each in globs), tuple(tags), everything)


def _declared(script: Script, word: str) -> str:
    """The source of a function that the script declares."""
    tokens = script.tokens
    for index, token in enumerate(tokens[:-3]):
        if token.text in ("const", "let", "var", "function") and tokens[index + 1].text == word:
            end = next((n for n in range(index + 2, len(tokens)) if tokens[n].text == "{" and n in script.brackets), 0)
            return script.text[token.start : tokens[script.brackets[end]].end] if end else ""
    return ""


def adds_links(scripts: Sequence[Script]) -> bool:
    """Whether a shortcode or filter of the repository reads collections by itself."""
    texts = [text for name in ADDING for each in find_calls(scripts, name) for text in each.texts]
    return any("collections" in text for text in texts)
