"""What a change did. Its numbers are those of the victim, the page that it happened to."""

from __future__ import annotations

from typing import Any

from linklint.facts.change_causes import REMOVED, causes
from linklint.facts.change_subject import CHANGE_KINDS, WHATS, ChangeSubject
from linklint.facts.change_victims import broken_links
from linklint.facts.change_world import base_of
from linklint.facts.registry import ANY, BOOLEAN, INTEGER, LINKS, PAGE, TEXT, fact
from linklint.facts.world import World, once_per_world
from linklint.model.site import Entry, Link, Page

WITHOUT_REDIRECTS = frozenset({"plain", "wiki"})
PLACES_TOLD = 5
"""As for lists in messages."""


@fact("change", "what", TEXT, values=WHATS)
def what(world: World, change: ChangeSubject) -> str:
    """What changed: page, link, heading, anchor (the words with which pages link to one page), cluster, redirect, or
    setting (a key of the front matter, or the keyword that the clusters file gives)."""
    return change.what


@fact("change", "kind", TEXT, values=CHANGE_KINDS)
def kind(world: World, change: ChangeSubject) -> str:
    """added, removed, renamed (a page with another path or address, a heading with other words) or edited; kept, for a
    page or cluster that is as it was, though its standing may differ. A page that is published no more is removed."""
    return change.kind


def side_of_victim(world: World, change: ChangeSubject) -> World:
    """The world that the victim belongs to: the base for a page that is gone."""
    return world if change.page.after is not None else base_of(world)


@fact("change", "victim", PAGE, side=side_of_victim)
def victim(world: World, change: ChangeSubject) -> Page | None:
    """The page that it happened to: itself, the target of a link, the page of a heading, the hub of a cluster. As it is
    now; as it was, when it is gone. Missing where no published page is concerned."""
    return change.page.after or change.page.before


@fact("change", "key", TEXT)
def key(world: World, change: ChangeSubject) -> str | None:
    """The key of a setting (keyword, under whatever key it is), the old address of a redirect, the name of a cluster,
    an anchor text."""
    return change.name[-1] if change.what in ("setting", "redirect", "cluster", "anchor") else None


@fact("change", "deleted", BOOLEAN)
def deleted(world: World, change: ChangeSubject) -> bool:
    """Whether the page's file is gone, not only its address."""
    before = change.page.before
    return change.page.after is None and before is not None and before.path not in world.site.names


@fact("change", "path.before", TEXT)
def path_before(world: World, change: ChangeSubject) -> str | None:
    """The victim's path in the base."""
    return change.page.before.path if change.page.before else None


@fact("change", "path.after", TEXT)
def path_after(world: World, change: ChangeSubject) -> str | None:
    """The victim's path in the head."""
    return change.page.after.path if change.page.after else None


@fact("change", "url.before", TEXT)
def url_before(world: World, change: ChangeSubject) -> str | None:
    """The victim's address in the base."""
    return change.page.before.address if change.page.before else None


@fact("change", "url.after", TEXT)
def url_after(world: World, change: ChangeSubject) -> str | None:
    """The victim's address in the head."""
    return change.page.after.address if change.page.after else None


def text_of(thing: Any) -> str | None:
    """The anchor text of a link, or the text of a heading; None for what has none."""
    written = thing.written if isinstance(thing, Link) else thing
    text = getattr(written, "text", None)
    return None if text is None else str(text)


@fact("change", "text.before", TEXT)
def text_before(world: World, change: ChangeSubject) -> str | None:
    """The text of the link, heading or anchor in the base."""
    return text_of(change.before)


@fact("change", "text.after", TEXT)
def text_after(world: World, change: ChangeSubject) -> str | None:
    """The text of the link, heading or anchor in the head."""
    return text_of(change.after)


@fact("change", "value.before", ANY)
def value_before(world: World, change: ChangeSubject) -> Any:
    """The value of a setting in the base."""
    return getattr(change.before, "value", None)


@fact("change", "value.after", ANY)
def value_after(world: World, change: ChangeSubject) -> Any:
    """The value of a setting in the head."""
    return getattr(change.after, "value", None)


@fact("change", "cause", TEXT)
def cause(world: World, change: ChangeSubject) -> str | None:
    """Where it was done, as path:line, of several places the first; missing where the victim itself is the place."""
    found = causes(world, change)
    if not found:
        return None
    location = found[0].location
    return f"{location.path}:{location.line}" if location.line else location.path


@fact("change", "causes.count", INTEGER)
def causes_count(world: World, change: ChangeSubject) -> int:
    """The number of places that had to change for it."""
    return len(causes(world, change))


@fact("change", "action", TEXT)
def action(world: World, change: ChangeSubject) -> str:
    """What was done, to begin a message with: "changing this link", "deleting a.md", "this change"; of several things
    the first, with their number."""
    found = causes(world, change)
    first = found[0].action if found else "this change"
    same = {entry.action for entry in found}
    others = len(found) - 1
    # Each of these is one thing done at one place, also where several have the same words.
    each = first.endswith("this link") or first.startswith(REMOVED) or first == "this change"
    if others < 1 or (len(same) == 1 and not each):
        return first
    return f"{first} and {others} other change{'s' * (others > 1)} together"


@fact("change", "broken_links", LINKS)
def broken_links_(world: World, change: ChangeSubject) -> tuple[Link, ...]:
    """The links that led to the page or heading, are still written, and now lead nowhere."""
    return broken_links(world, change)


@fact("change", "broken_links.count", INTEGER)
def broken_links_count(world: World, change: ChangeSubject) -> int:
    """The number of links that broke."""
    return len(broken_links(world, change))


@fact("change", "broken_links.told", TEXT)
def broken_links_told(world: World, change: ChangeSubject) -> str:
    """How many links broke and where they stand, in words: "2 links are left behind (a.md:3, b.md:1)"."""
    found = broken_links(world, change)
    if not found:
        return "no link is left behind"
    places = [f"{link.file}:{link.written.span.line}" for link in found if link.written]
    more = f" and {len(places) - PLACES_TOLD} more" if len(places) > PLACES_TOLD else ""
    links = "1 link is" if len(found) == 1 else f"{len(found)} links are"
    return f"{links} left behind ({', '.join(places[:PLACES_TOLD])}{more})"


@fact("change", "redirected", BOOLEAN)
def redirected(world: World, change: ChangeSubject) -> bool | None:
    """Whether the address that the victim had still answers: a page or a redirect has it. A redirect by pattern counts
    where it may be meant. Missing for a page that is new."""
    before = change.page.before
    if before is None:
        return None
    known = {before.url, before.url.rstrip("/"), before.url.strip("/"), before.path}
    return before.url in world.site.by_url or any(answers(entry, known, before.url) for entry in redirects(world))


def answers(entry: Entry, known: set[str], url: str) -> bool:
    """Whether the redirect is for the address: its key is one of the ``known`` spellings, or a pattern with whose fixed
    beginning the address begins."""
    plain = entry.key.rstrip("/") or "/"
    if plain in known:
        return True
    fixed = entry.key
    for sign in "*:({[^":
        fixed = fixed.partition(sign)[0]
    return fixed != entry.key and url.startswith(fixed)


@once_per_world
def redirects(world: World) -> tuple[Entry, ...]:
    """The entries of redirects files."""
    return tuple(entry for entry in world.site.entries if entry.kind == "redirect")


@fact("change", "redirects_used", BOOLEAN)
def redirects_used(world: World, change: ChangeSubject) -> bool:
    """Whether the site has any redirect, now or before: without any, nobody keeps old addresses alive. GitHub, which
    shows a page that no site is built of, has none."""
    page = change.page.before or change.page.after
    if page is not None and page.framework in WITHOUT_REDIRECTS:
        return False
    return bool(redirects(world) or redirects(base_of(world)))
