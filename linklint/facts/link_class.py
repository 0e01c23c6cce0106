"""Which class the anchor text of a link belongs to. Asked of all links of a site, by several rules, so of many in one
go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from linklint.facts.memberships import names, names_of
from linklint.facts.registry import TEXT, Column, fact
from linklint.facts.text import (
    CLASSES,
    begins_like_url,
    class_of_shown,
    compare_with_names,
    generic_texts,
    is_address,
    normalise_text,
    primary_language,
)
from linklint.facts.world import World, once_per_world
from linklint.model.document import WrittenLink
from linklint.model.site import Link

WITHOUT_WORDS = frozenset({"img", "iframe", "frame"})
NAMING_NOTES = frozenset({"wikilink", "frontmatter"})


@Column
def may_say_no_words(world: World, links: Sequence[Link]) -> list[bool]:
    """Whether a link may say anything but words, and if only since the words are odd."""
    return [
        (written := link.written) is None
        or written.only_images
        or not (text := written.text)[:1].isalnum()
        or (text[0] in "hHwW" and begins_like_url(text))
        or text.strip() == written.href.strip()
        for link in links
    ]


@fact("link", "text.class", TEXT, values=CLASSES, own=True)
@partial(Column, rare=frozenset({"empty", "symbol", "url", "image"}), look=may_say_no_words)
def text_class(world: World, links: Sequence[Link]) -> list[str | None]:
    """empty, symbol, url, generic, image, exact, partial, title or other, the first that fits; missing for images,
    whose alt text is no anchor text, for frames, and where a script or a component makes the text. A word written as
    code is not generic, nor is a name an address. exact and partial need a keyword of the target."""
    known = text_classes(world)
    new = [link for link in links if link not in known] if known else links
    if new:
        known.update(zip(new, classify(world, new), strict=True))
    return list(map(known.__getitem__, links))


@once_per_world
def text_classes(world: World) -> dict[Link, str | None]:
    """Filled as it is asked: many rules ask for the class of the same link."""
    return {}


def classify(world: World, links: Sequence[Link]) -> Iterator[str | None]:
    """The class of each link. Most have a text and nothing else, which can be told at a glance; the others, and those
    whose text is generic in some language, are looked at closely."""
    texts: dict[str, tuple[str, str, bool]] = {}
    generic = generic_in(world, None)
    known = names(world)
    for link in links:
        written = link.written
        if written is None or written.element in WITHOUT_WORDS:
            yield None
            continue
        text = written.text
        told = texts.get(text)
        if told is None:
            shown = text.strip()
            told = texts[text] = shown, normalise_text(text), begins_like_url(shown)
        shown, normal, url = told
        if not normal or written.made or written.aria_label or normal in generic:
            yield classify_closely(world, link, written)
        elif url or shows_address(shown, written):
            yield "url"
        elif written.only_images:
            yield "image"
        elif link.target is None:
            yield "other"
        else:
            keyword, title = known.get(link.target) or names_of(world, link.target)
            yield compare_with_names(normal, keyword, title)


def classify_closely(world: World, link: Link, written: WrittenLink) -> str | None:
    """The class of an anchor text whose words have to be looked at; None where a template makes the text."""
    text, label = written.text, written.aria_label
    if written.made and not label and not written.title:
        return None
    generic, normal = generic_in(world, link.source.lang), normalise_text(text)
    says_nothing = (normal in generic and not is_code_word(written)) or bool(label and normalise_text(label) in generic)
    shown = text.strip()
    if not shown:
        shown = next((name.strip() for name in (label, written.title) if name and name.strip()), "")
        normal = normalise_text(shown)
    known = names_of(world, link.target) if link.target else ("", "")
    href = written.href if shows_address(shown, written) else ""
    return class_of_shown(shown, normal, href, image=written.only_images, generic=says_nothing, known=known)


def shows_address(shown: str, written: WrittenLink) -> bool:
    """Whether what is shown is the destination: an address, unless the destination is a plain word, the name of a
    note, or written as code, as names of files and routes are."""
    if shown != written.href.strip() or written.syntax in NAMING_NOTES:
        return False
    return not written.code and is_address(shown)


def is_code_word(written: WrittenLink) -> bool:
    """Whether a text is a name: `link` is an element, and `read more` is not."""
    return written.code and len(written.text.split()) == 1


@once_per_world
def generic_tables(world: World) -> dict[str | None, frozenset[str]]:
    """Language tag → its generic texts, filled as it is asked."""
    return {}


def generic_in(world: World, lang: str | None) -> frozenset[str]:
    """The generic texts of a language, put together once; those of all languages where it is not known."""
    tables = generic_tables(world)
    if lang not in tables:
        tables[lang] = generic_texts(primary_language(lang), world.generic_phrases)
    return tables[lang]
