"""What a page says by itself: address, title, front matter."""

from __future__ import annotations

from collections import Counter
from typing import Any

from linklint.facts.registry import ANY, BOOLEAN, INTEGER, TEXT, TEXTS, fact
from linklint.facts.text import normalise_text
from linklint.facts.world import World, once_per_world
from linklint.model.site import PAGE_KINDS, Page
from linklint.site.visited import WITHOUT_GENERATOR, has_generator, is_on_site


@fact("page", "path", TEXT, own=True)
def path(world: World, page: Page) -> str:
    """The file's path from the repository's top."""
    return page.path


@fact("page", "number", INTEGER)
def number(world: World, page: Page) -> int:
    """The place of the page among all pages by path, from 1: of two pages, the one that comes first has the less."""
    return page.index + 1


@fact("page", "url", TEXT, own=True)
def url(world: World, page: Page) -> str:
    """The URL path at which visitors find the page."""
    return page.address


@fact("page", "title", TEXT, own=True)
def title(world: World, page: Page) -> str | None:
    """The title: the front matter's, else the first level 1 heading, else the HTML title."""
    return page.title


@fact("page", "title.normalized", TEXT, own=True)
def title_normalized(world: World, page: Page) -> str | None:
    """The title as anchor texts are compared: case folded, white space collapsed, edge punctuation dropped."""
    return normalise_text(page.title) if page.title else None


@fact("page", "description", TEXT)
def description(world: World, page: Page) -> str | None:
    """The description in the front matter or the HTML head."""
    return page.document.description


@fact("page", "words", INTEGER)
def words(world: World, page: Page) -> int:
    """The number of words of the text."""
    world.worded.add(page.path)
    return page.document.words


@fact("page", "lines", INTEGER)
def lines(world: World, page: Page) -> int:
    """The number of lines of the file."""
    world.worded.add(page.path)
    return page.document.lines


@fact("page", "lang", TEXT, own=True)
def lang(world: World, page: Page) -> str | None:
    """The language tag, as the site or the page declares it."""
    return page.lang


@fact("page", "kind", TEXT, values=PAGE_KINDS, own=True)
def kind(world: World, page: Page) -> str:
    """home, section, article, tag, pagination, generated, or error: what servers show in place of a page that is not
    there (404.html)."""
    return page.kind


@fact("page", "published", BOOLEAN, own=True)
def published(world: World, page: Page) -> bool:
    """Whether the site publishes the page: false for drafts and the like."""
    return page.published


@fact("page", "on_site", BOOLEAN)
def on_site(world: World, page: Page) -> bool:
    """Whether the site's visitors can come to the page: false for Markdown beside a site that a generator builds, as
    a README, which only GitHub shows, and for what is not meant for them: files in folders with a leading dot and
    instructions to coding agents (``AGENTS.md``)."""
    return is_on_site(page, generator=is_generated(world))


@fact("page", "themed", BOOLEAN, own=True)
def themed(world: World, page: Page) -> bool:
    """Whether a generator builds the page: its theme may put menus around the text that the sources do not show."""
    return page.framework not in WITHOUT_GENERATOR


@once_per_world
def is_generated(world: World) -> bool:
    """Whether a generator builds a site of files of the repository."""
    return has_generator(world.site)


@fact("page", "root", BOOLEAN)
def root(world: World, page: Page) -> bool:
    """Whether visits start here: a home page, or a root named in the config."""
    return page.root


@fact("page", "noindex", BOOLEAN, own=True)
def noindex(world: World, page: Page) -> bool:
    """Whether the page asks search engines to leave it out."""
    return page.noindex


@fact("page", "canonical", TEXT)
def canonical(world: World, page: Page) -> str | None:
    """The path or URL of another page that this one names as canonical; missing when it stands for itself."""
    return page.canonical


@fact("page", "canonical.here", BOOLEAN)
def canonical_here(world: World, page: Page) -> bool | None:
    """Whether the page that this one names as canonical is one of the repository's; missing when it stands for
    itself."""
    return None if page.canonical is None else page.canonical in world.site.by_path


@fact("page", "in_sitemap", BOOLEAN)
def in_sitemap(world: World, page: Page) -> bool | None:
    """Whether a sitemap in the repository names the page; missing when there is none of this site."""
    pages = sitemap_pages(world)
    return page in pages if pages else None


@fact("page", "front_matter.*", ANY)
def front_matter(world: World, page: Page, key: str) -> Any:
    """The value of a key of the front matter; dots lead into nested mappings."""
    return look_up(page.document.front_matter or {}, key)


@fact("page", "missing_front_matter", TEXTS)
def missing_front_matter(world: World, page: Page) -> tuple[str, ...]:
    """The keys that the config requires (front_matter: required) and the page's front matter lacks or leaves empty."""
    matter = page.document.front_matter or {}
    required = world.settings.site.required_front_matter
    return tuple(key for key in required if look_up(matter, key) in (None, "", [], {}))


@fact("page", "missing_front_matter.count", INTEGER)
def missing_front_matter_count(world: World, page: Page) -> int:
    """The number of keys that the config requires and the page's front matter lacks or leaves empty."""
    return len(missing_front_matter(world, page))


@fact("page", "priority", ANY)
def priority(world: World, page: Page) -> Any:
    """The priority that the front matter gives."""
    return declared(world, page, "priority")


@fact("page", "audience", ANY)
def audience(world: World, page: Page) -> Any:
    """The audience that the front matter gives."""
    return declared(world, page, "audience")


@once_per_world
def sitemap_pages(world: World) -> frozenset[Page]:
    """The pages that a sitemap of the repository names. One of which most addresses are of no page that is known here
    is another site's, or of pages whose addresses code makes."""
    entries = [entry for entry in world.site.entries if entry.kind == "sitemap"]
    found = Counter(entry.file for entry in entries if entry.target)
    every = Counter(entry.file for entry in entries)
    return frozenset(entry.target for entry in entries if entry.target and 2 * found[entry.file] >= every[entry.file])


def declared(world: World, page: Page, word: str) -> Any:
    """The front matter's value of one of linklint's words, under the key that the repository uses for it."""
    return look_up(page.document.front_matter or {}, world.site.front_matter_keys.get(word, word))


def look_up(value: Any, key: str) -> Any:
    """The value at ``key``; a key with dots is taken whole if it is there, else as a way through mappings."""
    if not isinstance(value, dict):
        return None
    if key in value:
        return value[key]
    first, _, rest = key.partition(".")
    return look_up(value.get(first), rest) if rest else None
