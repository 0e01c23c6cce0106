"""Hugo: pages whose templates put ids into them that are made of data (``id="{{ .name }}"``), or other files with their
headings (``readFile "a.md" | markdownify``), so that they may have any
(https://gohugo.io/templates/lookup-order/)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.site.paths import below, first_segment, name, within
from linklint.site.profile import Read
from linklint.site.profiles.hugo.config import Config, find_place

MADE = re.compile(
    r"\sid\s*=\s*[\"']?\{\{(?![^{}]*\.Anchor\b)"
    r"|\{\{[^{}|]*\breadFile\b[^{}|]*\|[^{}]*(?:markdownify|RenderString|safeHTML)"
)
# What stands around the text: nobody links to an entry of the menu.
AROUND = re.compile(r"(?:.*[/_-])?(?:breadcrumbs?|menu|nav|navbar|navigation|search|sidebar|toc)(?:[_-][\w-]*)?\.html")
# Nobody links to the id of the whole page, or of a control.
UNLINKED = re.compile(r"<(?:body|button|html|input|option|select|textarea)\b[^<>]*>")
PARTIAL = re.compile(r"\bpartial(?:Cached)?\s+[\"`]([^\"`]+)[\"`]")
COMPUTED = re.compile(r"\bpartial(?:Cached)?\s+[($.]")
QUOTED = re.compile(r"[\"`]([^\"`\n]+)[\"`]")
PARTS = ("partials", "_partials")
ASIDE = ("shortcodes", "_shortcodes", "_markup")


def find_made(config: Config, names: Names, read: Read, documents: Mapping[str, Document]) -> frozenset[int]:
    """The identities of these documents. The first folder of a page's logical path decides which templates show it, or
    what its front matter says."""
    texts = read_layouts(config, names, read)
    makes = {path for path, text in texts.items() if not AROUND.fullmatch(path) and MADE.search(UNLINKED.sub("", text))}
    without = _find_without_text(texts, documents)
    if not makes and not without:
        return frozenset()
    found: dict[tuple[str, bool], bool] = {}
    made = []
    for path, document in documents.items():
        place = find_place(config, path)
        if place is None:
            continue
        key = (first_segment(place.logical), name(path).startswith("_index."))
        if key not in found:
            found[key] = not makes.isdisjoint(reach(texts, find_entries(texts, *key)))
        if found[key] or _find_layout(document) in without:
            made.append(id(document))
    return frozenset(made)


def _find_without_text(texts: Mapping[str, str], documents: Mapping[str, Document]) -> frozenset[str]:
    """The layouts that pages name whose templates do not show their text: a script may show something in its place, as
    of the description of an API."""
    named = set(map(_find_layout, documents.values()))
    showing: dict[str, bool] = {}
    for path in texts:
        layout = name(path).removesuffix(".html")
        if layout in named:
            shows = any("Content" in texts[each] for each in reach(texts, [path]))
            showing[layout] = shows or showing.get(layout, False)
    return frozenset(layout for layout, shows in showing.items() if not shows)


def _find_layout(document: Document) -> str:
    return str((document.front_matter or {}).get("layout", ""))


def read_layouts(config: Config, names: Names, read: Read) -> dict[str, str]:
    """Path below the layouts → text of the templates that make pages; an inner site's own stand for its theme's."""
    texts: dict[str, str] = {}
    for folder in config.layouts:
        for path in names.ending("html"):
            inner = below(path, folder) if within(path, folder) else ""
            if inner and names.files[path].kind == "file" and not set(ASIDE) & set(inner.split("/")):
                texts.setdefault(inner, (read(path) or b"").decode("utf-8", "replace"))
    return texts


def find_entries(texts: Mapping[str, str], section: str, is_list: bool) -> list[str]:
    """The templates that may show a section's pages, or its list: its own, or else those for all; and their frame."""
    pages = [path for path in texts if path.partition("/")[0] not in PARTS]
    fitting = [path for path in pages if is_list != name(path).startswith(("single", "page."))]
    own = [path for path in fitting if section and within(path, section)]
    common = [path for path in fitting if "/" not in path or path.startswith("_default/")]
    return [*(own or common), *(path for path in pages if name(path).startswith("baseof."))]


def reach(texts: Mapping[str, str], entries: list[str]) -> set[str]:
    """These templates, and the partials that they take in. Where an expression names one, all whose path begins with a
    text that stands in quotes there; all of the site, where none does."""
    found: set[str] = set()
    waiting = list(entries)
    parts = {path.partition("/")[2].removesuffix(".html"): path for path in texts if path.partition("/")[0] in PARTS}
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found.add(path)
        named = (parts.get(each.removesuffix(".html")) for each in PARTIAL.findall(texts[path]))
        waiting += [each for each in named if each is not None]
        if COMPUTED.search(texts[path]):
            quoted = [each for each in QUOTED.findall(texts[path]) if len(each) > 2]
            meant = [each for part, each in parts.items() if any(begins(part, said) for said in quoted)]
            waiting += meant or parts.values()
    return found


def begins(part: str, said: str) -> bool:
    """Whether a partial's name may be made of this text: goes on after it where ``printf`` puts in, or a word ends."""
    start, cut, _ = said.partition("%")
    rest = part.removeprefix(start)
    return part.startswith(start) and bool(cut or start.endswith("/") or rest[:1] in ("", ".", "/", "-", "_"))
