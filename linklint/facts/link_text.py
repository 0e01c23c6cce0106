"""With which words a link leads, and where in its page it stands."""

from __future__ import annotations

import re

from linklint.facts.memberships import keyword_of
from linklint.facts.registry import BOOLEAN, INTEGER, NUMBER, TEXT, fact
from linklint.facts.text import CLASSES, class_of, count_words, generic_texts, normalise_text, primary_language
from linklint.facts.world import World, once_per_world
from linklint.model.document import Document, Heading
from linklint.model.site import BODY_PLACES, PLACES, Link

NO_ASCII_WORD = re.compile(r"[^A-Za-z0-9]+")


@fact("link", "text", TEXT)
def text(world: World, link: Link) -> str | None:
    """The anchor text as readers and crawlers see it; an image's alt text; missing for generated links."""
    return link.written.text if link.written else None


@fact("link", "text.normalized", TEXT)
def text_normalized(world: World, link: Link) -> str | None:
    """The anchor text as texts are compared: case folded, white space collapsed, edge punctuation and emoji dropped."""
    return normalise_text(link.written.text) if link.written else None


@fact("link", "text.lower", TEXT)
def text_lower(world: World, link: Link) -> str | None:
    """The anchor text in lower case, without white space at its ends: how Lighthouse compares."""
    return link.written.text.strip().lower() if link.written else None


@fact("link", "text.ascii", TEXT)
def text_ascii(world: World, link: Link) -> str | None:
    """The ASCII letters and digits of the anchor text in lower case, each run of all else one space, none at the ends:
    how markdownlint compares (of other scripts nothing is left)."""
    return NO_ASCII_WORD.sub(" ", link.written.text).strip().lower() if link.written else None


@fact("link", "text.begins_title", BOOLEAN)
def text_begins_title(world: World, link: Link) -> bool | None:
    """Whether the anchor text is the target's title or the first words of it; missing when either has no words."""
    text = normalise_text(link.written.text) if link.written else ""
    title = normalise_text(link.target.title or "") if link.target else ""
    return f"{title} ".startswith(f"{text} ") if text and title else None


@fact("link", "text.words", INTEGER)
def text_words(world: World, link: Link) -> int | None:
    """The number of words of the anchor text; missing in scripts that are written without spaces."""
    return count_words(link.written.text) if link.written else None


@fact("link", "text.characters", INTEGER)
def text_characters(world: World, link: Link) -> int | None:
    """The number of characters of the anchor text, white space at its ends not counted."""
    return len(link.written.text.strip()) if link.written else None


@fact("link", "text.class", TEXT, values=CLASSES)
def text_class(world: World, link: Link) -> str | None:
    """empty, symbol, url, generic, image, exact, partial, title or other, the first that fits; missing for images,
    whose alt text is no anchor text, for frames, and where a script or a component makes the text. exact and partial
    need a keyword of the target."""
    known = text_classes(world)
    if link not in known:
        known[link] = classify(world, link)
    return known[link]


@fact("link", "place", TEXT, values=PLACES)
def place(world: World, link: Link) -> str:
    """body, heading, table, related, nav, header, footer, aside, frontmatter or listing."""
    return link.place


@fact("link", "position", NUMBER)
def position(world: World, link: Link) -> float | None:
    """Where in the body the link stands: 0 at its first word, 1 at its end; missing outside the body."""
    document = document_of(link)
    if document is None or not document.words or link.written is None or link.place not in {*BODY_PLACES, "related"}:
        return None
    return min(link.written.word / document.words, 1.0)


@fact("link", "section.heading", TEXT)
def section_heading(world: World, link: Link) -> str | None:
    """The text of the heading above the link; missing before the first heading."""
    heading = heading_of(link)
    return heading.text if heading else None


@fact("link", "section.index", INTEGER)
def section_index(world: World, link: Link) -> int | None:
    """The number of the heading above the link: 1 is the first of the file, 0 before it."""
    return link.written.section + 1 if document_of(link) and link.written else None


@fact("link", "section.is_last", BOOLEAN)
def section_is_last(world: World, link: Link) -> bool | None:
    """Whether the link stands in the last section of its file."""
    document = document_of(link)
    return link.written.section == len(document.headings) - 1 if document and link.written else None


@fact("link", "nth_to_target", INTEGER)
def nth_to_target(world: World, link: Link) -> int | None:
    """1 for the page's first link to its target, 2 for the second, and so on; missing when it leads to no page."""
    return ordinals(world).get(link)


@fact("link", "nth_in_section", INTEGER)
def nth_in_section(world: World, link: Link) -> int | None:
    """1 for the first body link below its heading to its target and fragment, 2 for the second, and so on; missing
    outside the body and when it leads to no page. Only links of one file are counted together."""
    return section_ordinals(world).get(link)


@once_per_world
def text_classes(world: World) -> dict[Link, str | None]:
    """Filled as it is asked: many rules ask for the class of the same link."""
    return {}


def classify(world: World, link: Link) -> str | None:
    written = link.written
    if written is None or written.element in ("img", "iframe", "frame"):
        return None
    names = [name for name in (written.aria_label, written.title) if name]
    if written.made and not names:
        return None
    language = primary_language(link.source.lang)
    shown = [written.text, *([written.aria_label] if written.aria_label else [])]
    return class_of(
        written.text,
        written.href,
        names=names,
        image=written.only_images,
        generic=any(normalise_text(name) in generic_in(world, language) for name in shown),
        keyword=keyword_of(world, link.target) if link.target else None,
        title=link.target.title if link.target else None,
    )


@once_per_world
def generic_tables(world: World) -> dict[str | None, frozenset[str]]:
    """Language → its generic texts, filled as it is asked."""
    return {}


def generic_in(world: World, language: str | None) -> frozenset[str]:
    """The generic texts of a language, put together once."""
    tables = generic_tables(world)
    if language not in tables:
        tables[language] = generic_texts(language, world.generic_phrases)
    return tables[language]


def document_of(link: Link) -> Document | None:
    """The document in which the link is written; a partial's is not at hand."""
    return link.source.document if link.written and link.file == link.source.path else None


def heading_of(link: Link) -> Heading | None:
    document = document_of(link)
    if document is None or link.written is None or not 0 <= link.written.section < len(document.headings):
        return None
    return document.headings[link.written.section]


@once_per_world
def ordinals(world: World) -> dict[Link, int]:
    seen: dict[tuple[int, int], int] = {}
    found: dict[Link, int] = {}
    for link in world.site.links:
        if link.target:
            ends = (link.source.index, link.target.index)
            found[link] = seen[ends] = seen.get(ends, 0) + 1
    return found


@once_per_world
def section_ordinals(world: World) -> dict[Link, int]:
    seen: dict[tuple[object, ...], int] = {}
    found: dict[Link, int] = {}
    for link in world.site.links:
        if link.target and link.written and link.place in BODY_PLACES:
            where = (link.source.index, link.file, link.written.section, link.target.index, link.fragment)
            found[link] = seen[where] = seen.get(where, 0) + 1
    return found
