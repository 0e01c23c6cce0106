"""What a link is and where it leads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, get_args

from linklint.facts.change_world import moved_page
from linklint.facts.registry import BOOLEAN, INTEGER, PAGE, TEXT, TEXTS, Column, fact
from linklint.facts.text import primary_language
from linklint.facts.world import World, once_per_world
from linklint.model.document import Syntax
from linklint.model.site import KINDS, STATUSES, Link, Page
from linklint.site.fragments import FRAGMENT_IS

if TYPE_CHECKING:
    from linklint.site import Neighbours

REPAIRABLE = frozenset({"missing", "asset-missing", "case-mismatch", "fragment-missing"})


@fact("link", "source", PAGE, own=True)
def source(world: World, link: Link) -> Page:
    """The page that shows the link."""
    return link.source


@fact("link", "target", PAGE, own=True)
def target(world: World, link: Link) -> Page | None:
    """The page that the link leads to, also when only fragment, letter case or publishing is wrong."""
    return link.target


@fact("link", "file", TEXT, own=True)
def file(world: World, link: Link) -> str:
    """The file in which the link is written."""
    return link.file


@fact("link", "href", TEXT, own=True)
@Column
def href(world: World, links: Sequence[Link]) -> list[str | None]:
    """The destination exactly as it is written; missing for generated links."""
    return [link.written.written if link.written else None for link in links]


@fact("link", "fragment", TEXT, own=True)
def fragment(world: World, link: Link) -> str | None:
    """What follows the #; missing when there is none."""
    return link.fragment


@fact("link", "target_path", TEXT, own=True)
def target_path(world: World, link: Link) -> str | None:
    """The repository path or URL path that the destination stands for, also when nothing is there."""
    return link.target_path or None


@fact("link", "kind", TEXT, values=KINDS, own=True)
def kind(world: World, link: Link) -> str:
    """internal, external, asset, mail or other."""
    return link.kind


@fact("link", "status", TEXT, values=STATUSES, own=True)
def status(world: World, link: Link) -> str:
    """What became of the destination."""
    return link.status


@fact("link", "wrong_case", TEXT, values=("path", "fragment"), own=True)
def wrong_case(world: World, link: Link) -> str | None:
    """What of the destination differs from the real name in letter case or Unicode form only; missing: nothing."""
    if link.status != "case-mismatch":
        return None
    return "fragment" if link.reason.startswith(FRAGMENT_IS) else "path"


@fact("link", "reason", TEXT, own=True)
def reason(world: World, link: Link) -> str | None:
    """Why the link has its status, in words."""
    return link.reason or None


@fact("link", "candidates", TEXTS, costly=True)
def candidates(world: World, link: Link) -> tuple[str, ...] | None:
    """Existing destinations that a broken link may have meant, as they would be written there; at most three. First the
    page that the change moved away from where the link leads."""
    if link.status not in REPAIRABLE:
        return None
    from linklint.site import nearest  # only a run with findings needs it

    moved = moved_page(world, link.target_path) if link.status == "missing" else None
    return nearest(link, neighbours(world), moved.path if moved is not None else None)


@fact("link", "redirect.hops", INTEGER, own=True)
def redirect_hops(world: World, link: Link) -> int:
    """The number of redirects on the way."""
    return len(link.redirects)


@fact("link", "redirect.to", TEXT, own=True)
def redirect_to(world: World, link: Link) -> str | None:
    """Where the last redirect leads."""
    return link.redirects[-1] if link.redirects else None


@fact("link", "rel", TEXTS, own=True)
def rel(world: World, link: Link) -> tuple[str, ...]:
    """The values of the rel attribute, in lower case."""
    return link.written.rel if link.written else ()


@fact("link", "nofollow", BOOLEAN, own=True)
def nofollow(world: World, link: Link) -> bool:
    """Whether search engines are asked not to follow the link."""
    return link.nofollow


@fact("link", "to_itself", BOOLEAN, own=True)
def to_itself(world: World, link: Link) -> bool | None:
    """Whether the link leads to the page that shows it; missing when it leads to no page."""
    return link.target is link.source if link.target is not None else None


@fact("link", "to_other_language", BOOLEAN, own=True)
@Column
def to_other_language(world: World, links: Sequence[Link]) -> list[bool | None]:
    """Whether the link leads to a page in another language; missing when it leads to no page, when the language of one
    of the two is not known, or when the host puts the language into the address, as it may do by its visitors'."""
    spoken = {lang: primary_language(lang) for lang in {page.lang for page in world.site.pages}}

    def leads_away(link: Link) -> bool | None:
        if link.target is None or not spoken[link.source.lang] or not spoken[link.target.lang]:
            return None
        is_other = spoken[link.source.lang] != spoken[link.target.lang]
        return None if is_other and _is_filled_in(link) else is_other

    return list(map(leads_away, links))


def _is_filled_in(link: Link) -> bool:
    """Whether the target lies in a folder of its language, and the written address from the host's top does not."""
    if link.target is None or link.written is None or not link.written.href.startswith("/"):
        return False
    first = link.target.url.split("/", 2)[1].casefold()
    return first == (link.target.lang or "").casefold() and first not in link.written.href.casefold().split("/")


@fact("link", "generated", BOOLEAN, own=True)
def generated(world: World, link: Link) -> bool:
    """Whether the framework makes the link; nobody wrote it."""
    return link.generated


@fact("link", "crawlable", BOOLEAN, own=True)
def crawlable(world: World, link: Link) -> bool:
    """Whether search engines can follow the link: it has a real address in its href."""
    return link.written is None or link.written.crawlable


@fact("link", "syntax", TEXT, values=get_args(Syntax), own=True)
def syntax(world: World, link: Link) -> str | None:
    """How it is written; missing for generated links."""
    return link.written.syntax if link.written else None


@fact("link", "element", TEXT, own=True)
def element(world: World, link: Link) -> str:
    """What a browser gets: a, area or img, or a frame: iframe or frame."""
    return link.written.element if link.written else "a"


@fact("link", "label", TEXT, own=True)
def label(world: World, link: Link) -> str | None:
    """The label of a reference, as it is written."""
    return link.written.label if link.written else None


@fact("link", "line", INTEGER)
def line(world: World, link: Link) -> int | None:
    """The line on which the link stands; missing for generated links."""
    world.worded.add(link.file)
    return link.written.span.line if link.written else None


@once_per_world
def neighbours(world: World) -> Neighbours:
    """The names of the site. Where the base has the same pages and files, what was near there is near here."""
    from linklint.site import Neighbours

    if world.base is not None and names_of_site(world.base) == names_of_site(world):
        return neighbours(world.base)
    return Neighbours(world.site)


def names_of_site(world: World) -> tuple[list[str], tuple[str, ...]]:
    """The paths of its published pages and of its files."""
    return [page.path for page in world.site.pages if page.published], world.site.names
