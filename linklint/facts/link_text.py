"""With which words a link leads, and where in its page it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from linklint.facts.link_class import is_code_word
from linklint.facts.memberships import names_of
from linklint.facts.registry import BOOLEAN, INTEGER, NUMBER, TEXT, Column, fact
from linklint.facts.text import count_words, normalise, normalise_text
from linklint.facts.world import World, once_per_world
from linklint.model.document import Document, Heading
from linklint.model.site import BODY_PLACES, PLACES, Link, Page

NO_ASCII_WORD = re.compile(r"[^A-Za-z0-9]+")


@fact("link", "text", TEXT, own=True)
def text(world: World, link: Link) -> str | None:
    """The anchor text as readers and crawlers see it; an image's alt text; missing for generated links."""
    return link.written.text if link.written else None


@fact("link", "text.normalized", TEXT, own=True)
@Column
def text_normalized(world: World, links: Sequence[Link]) -> list[str | None]:
    """The anchor text as texts are compared: case folded, white space collapsed, edge punctuation and emoji dropped."""
    return [normalise(link.written.text) if link.written else None for link in links]


@fact("link", "text.lower", TEXT, own=True)
def text_lower(world: World, link: Link) -> str | None:
    """The anchor text in lower case, without white space at its ends: how Lighthouse compares."""
    return link.written.text.strip().lower() if link.written else None


@fact("link", "text.ascii", TEXT, own=True)
def text_ascii(world: World, link: Link) -> str | None:
    """The ASCII letters and digits of the anchor text in lower case, each run of all else one space, none at the ends:
    how markdownlint compares (of other scripts nothing is left)."""
    return NO_ASCII_WORD.sub(" ", link.written.text).strip().lower() if link.written else None


@fact("link", "text.begins_title", BOOLEAN, costly=True, own=True)
def text_begins_title(world: World, link: Link) -> bool | None:
    """Whether the anchor text is the target's title or the first words of it, or what the target is called in menus;
    missing when either has no words."""
    title = names_of(world, link.target)[1] if link.target else ""
    text = normalise_text(link.written.text) if title and link.written else ""
    if not text:
        return None
    if link.written and link.written.made:
        return True
    return title.startswith(text) and title[len(text) : len(text) + 1] in ("", " ")


@fact("link", "text.code", BOOLEAN, own=True)
def text_code(world: World, link: Link) -> bool | None:
    """Whether the anchor text is one word and written as code, as names of commands and components are."""
    return is_code_word(link.written) if link.written else None


@fact("link", "aria_hidden", BOOLEAN, own=True)
def aria_hidden(world: World, link: Link) -> bool | None:
    """Whether screen readers pass the link over: it or what it stands in has ``aria-hidden="true"`` (WAI-ARIA 1.2)."""
    return link.written.aria_hidden if link.written else None


@fact("link", "text.words", INTEGER, own=True)
@Column
def text_words(world: World, links: Sequence[Link]) -> list[int | None]:
    """The number of words of the anchor text; missing in scripts that are written without spaces."""
    return [count_words(link.written.text) if link.written else None for link in links]


@fact("link", "text.characters", INTEGER, own=True)
@Column
def text_characters(world: World, links: Sequence[Link]) -> list[int | None]:
    """The number of characters of the anchor text, white space at its ends not counted."""
    return [len(link.written.text.strip()) if link.written else None for link in links]


@fact("link", "place", TEXT, values=PLACES, own=True)
def place(world: World, link: Link) -> str:
    """body, heading, table, related, nav, header, footer, aside, frontmatter or listing."""
    return link.place


@fact("link", "position", NUMBER)
def position(world: World, link: Link) -> float | None:
    """Where in the body the link stands: 0 at its first word, 1 at its end; missing outside the body."""
    world.worded.add(link.file)
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
    return repeated(world).get(link, 1) if link.target else None


@fact("link", "nth_in_section", INTEGER)
@Column
def nth_in_section(world: World, links: Sequence[Link]) -> list[int | None]:
    """1 for the first body link below its heading to its target and fragment, 2 for the second, and so on; missing
    outside the body and when it leads to no page. Only links of one file are counted together."""
    repeated = repeated_in_section(world)
    return [
        repeated.get(link, 1) if link.target and link.written and link.place in BODY_PLACES else None for link in links
    ]


def document_of(link: Link) -> Document | None:
    """The document in which the link is written; a partial's is not at hand."""
    return link.source.document if link.written and link.file == link.source.path else None


def heading_of(link: Link) -> Heading | None:
    """The heading that the link stands below; None before the first one, and where nobody wrote the link."""
    document = document_of(link)
    if document is None or link.written is None or not 0 <= link.written.section < len(document.headings):
        return None
    return document.headings[link.written.section]


@once_per_world
def repeated(world: World) -> dict[Link, int]:
    """The links whose page has linked their target before, by number from 2."""
    seen: dict[tuple[int, int], int] = {}
    found: dict[Link, int] = {}
    for link in world.site.links:
        if link.target:
            ends = (link.source.index, link.target.index)
            number = seen[ends] = seen.get(ends, 0) + 1
            if number > 1:
                found[link] = number
    return found


@once_per_world
def repeated_in_section(world: World) -> dict[Link, int]:
    """The same of body links below one heading, also by fragment. Only those of pages that are linked more than once
    are looked at closely."""
    found: dict[Link, int] = {}
    for shown in world.graph.shown:
        links = [link for link in shown if link.target and link.place in BODY_PLACES and link.written]
        if len({link.target for link in links}) == len(links):
            continue
        seen: Counter[tuple[Page | None, str, int, str | None]] = Counter()
        for link in links:
            written = link.written
            place = link.fragment
            if place is None and written and not written.written:
                place = written.label  # what a page documents by its name, without a fragment that is known
            where = (link.target, link.file, written.section if written else 0, place)
            seen[where] += 1
            if seen[where] > 1:
                found[link] = seen[where]
    return found
