"""One page's membership in one cluster."""

from __future__ import annotations

from linklint.facts.change_world import moved_page
from linklint.facts.link import neighbours
from linklint.facts.memberships import members_of, own_word
from linklint.facts.page import declared
from linklint.facts.registry import BOOLEAN, CLUSTER, INTEGER, LINKS, PAGE, TEXT, TEXTS, fact
from linklint.facts.text import normalise_text
from linklint.facts.world import World
from linklint.model.glob import compile_glob
from linklint.model.site import Cluster, Link, Member, Page
from linklint.site.paths import join, parent

UNINTENDED_PLACES = frozenset({"nav", "header", "footer", "listing"})
"""What stands here stands on every page, whatever the page is about."""
GLOB_SIGNS = frozenset("*?[{")


@fact("member", "cluster", CLUSTER)
def cluster(world: World, member: Member) -> Cluster:
    """The cluster."""
    return member.cluster


@fact("member", "page", PAGE)
def page(world: World, member: Member) -> Page | None:
    """The page; missing when nothing is there."""
    return member.page


@fact("member", "page.exists", BOOLEAN)
def page_exists(world: World, member: Member) -> bool:
    """Whether the declared page exists."""
    return member.page is not None


@fact("member", "path", TEXT)
def path(world: World, member: Member) -> str:
    """The page's path, as declared when nothing is there."""
    return member.page.path if member.page else member.path


@fact("member", "candidates", TEXTS, costly=True)
def candidates(world: World, member: Member) -> tuple[str, ...] | None:
    """What a path that names no page may have meant, counted from the repository's top: the page that the change moved
    away from there; else the same path below the folder of the file that declares it; else at most three pages of that
    name elsewhere, or of one with a typo. For an address the addresses of such pages."""
    if member.page is not None:
        return None
    moved = moved_page(world, member.path)
    if moved is not None:
        return (moved.address if member.path.startswith("/") else moved.path,)
    if member.path.startswith("/"):
        near = neighbours(world).near(member.path, "", asset=False) if GLOB_SIGNS.isdisjoint(member.path) else ()
        return tuple(world.site.by_path[path].address for path in near) or None
    written, folder = member.path, parent(member.declared.path)
    while folder:
        below = join(folder, written)
        if below is not None and names_pages(world, below):
            return (below,)
        folder = parent(folder)
    if not GLOB_SIGNS.isdisjoint(written):
        return None
    return tuple(neighbours(world).near(written, "", asset=False)) or None


@fact("member", "role", TEXT)
def role(world: World, member: Member) -> str:
    """The page's role in the cluster: hub, spoke or a word of your own."""
    return member.role


@fact("member", "keyword", TEXT)
def keyword(world: World, member: Member) -> str | None:
    """The page's keyword in this cluster, else the one in its front matter."""
    return word_of(world, member, "keyword")


@fact("member", "keyword.normalized", TEXT)
def keyword_normalized(world: World, member: Member) -> str | None:
    """The keyword as anchor texts are compared: case folded, white space collapsed, edge punctuation dropped."""
    return normalise_text(keyword(world, member) or "") or None


@fact("member", "stage", TEXT)
def stage(world: World, member: Member) -> str | None:
    """The page's stage of the reader's journey in this cluster, else the one in its front matter."""
    return word_of(world, member, "stage")


@fact("member", "declared_at", TEXT)
def declared_at(world: World, member: Member) -> str:
    """Where the membership is declared: path:line."""
    world.worded.add(member.declared.path)
    return f"{member.declared.path}:{member.declared.line}"


@fact("member", "missing_roles", TEXTS)
def missing_roles(world: World, member: Member) -> tuple[str, ...]:
    """The roles of its cluster that the page must link to by the config's roles, and does not. A link in a nav, header,
    footer or listing does not count; a role that no other member has cannot be missed."""
    linked = {link.target for link in meant_links(world, member)}
    missing = []
    for wanted in sorted(related_roles(world, member, "required")):
        others = pages_with_role(world, member, wanted)
        if others and not others & linked:
            missing.append(wanted)
    return tuple(missing)


@fact("member", "missing_roles.count", INTEGER)
def missing_roles_count(world: World, member: Member) -> int:
    """The number of roles of its cluster that the page must link to and does not."""
    return len(missing_roles(world, member))


@fact("member", "forbidden_links", LINKS)
def forbidden_links(world: World, member: Member) -> tuple[Link, ...]:
    """The page's links to members of its cluster whose role the config's roles forbid it to link to. Links in a nav,
    header, footer or listing do not count."""
    forbidden = related_roles(world, member, "forbidden")
    pages = {page for role in forbidden for page in pages_with_role(world, member, role)}
    return tuple(link for link in meant_links(world, member) if link.target in pages)


def names_pages(world: World, written: str) -> bool:
    """Whether a path or a glob from the repository's top names a page."""
    if written in world.site.by_path or GLOB_SIGNS.isdisjoint(written):
        return written in world.site.by_path
    try:
        matches = compile_glob(written)
    except ValueError:
        return False
    return any(matches(page.path) for page in world.site.pages)


def word_of(world: World, member: Member, word: str) -> str | None:
    """What the clusters file says of the member, else the front matter of its page, under ``word`` (``stage``,
    ``keyword``); None where neither says a text or a number."""
    value = own_word(member, word) or (declared(world, member.page, word) if member.page else None)
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else None


def related_roles(world: World, member: Member, relation: str) -> list[str]:
    """The roles to which links of the member are ``required``, ``allowed`` or ``forbidden`` by the config."""
    rules = world.settings.roles.get(member.role, {})
    return [role for role, allowed in rules.items() if allowed == relation]


def pages_with_role(world: World, member: Member, role: str) -> set[Page]:
    """The other published pages of the cluster in that role."""
    found = (other.page for other in members_of(world)[member.cluster] if other.role == role)
    return {page for page in found if page and page.published and page is not member.page}


def meant_links(world: World, member: Member) -> list[Link]:
    """The outlinks of the page that somebody meant: not those of menus and listings."""
    links = world.graph.outlinks(member.page) if member.page else ()
    return [link for link in links if link.place not in UNINTENDED_PLACES]
