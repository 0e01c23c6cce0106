"""What a framework says of its sites. A profile is a row of ``frameworks.FRAMEWORKS``; opened on a folder of the
repository, with the framework's own config read, it is a ``Mount``: a record of functions, most of which have a
default here or next door, so that a profile says only what is particular to it.

A profile is built in two steps. ``open`` sees names and bytes (config files), before any parse. ``Mount.learn``, where
given, sees all documents and returns the mount that is used from then on: front matter that cascades, the repository's
own address told from its links, whether ``/`` is the content root.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple, TypeVar

import msgspec

from linklint.model.document import Dialect, Document, WrittenLink
from linklint.model.endings import PAGES
from linklint.model.files import Names
from linklint.model.place import Location
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.components import is_link_component
from linklint.site.destination import Destination, read_destination
from linklint.site.excerpts import Ranges
from linklint.site.fragments import Verdict, document_fragments, judge_fragment
from linklint.site.paths import within
from linklint.site.redirects import RedirectRule

Read = Callable[[str], bytes | None]
Learned = TypeVar("Learned")


class Address(NamedTuple):
    """Where a document is published. ``also`` are further URLs of the same page (fallback languages, index names).
    ``lang``: None leaves it to front matter, the ``lang`` attribute and language folders. ``title``: None for the
    document's own. ``kind`` and ``orphan`` as in ``model.Page``."""

    url: str
    also: tuple[str, ...] = ()
    kind: str = "article"
    published: bool = True
    lang: str | None = None
    root: bool = False
    orphan: str = "checked"
    title: str | None = None


ABOVE = "it leads above the repository's top"
"""Why nobody can tell what a destination leads to."""


class Lookup(NamedTuple):
    """One way to read a destination. ``kind`` ``file``: a repository path (a page, a folder's index page, an asset);
    ``url``: an address of this mount; ``anywhere``: one of any mount. Any other kind is a link status that ends the
    search: ``opaque``, ``outside``, ``unresolvable``, with its reason."""

    kind: str
    path: str
    reason: str = ""


class Standing(NamedTuple):
    """Where a destination is written: the file, the page that shows it (the same, but for a partial), that page's
    URL, ``<base href>`` and the link itself (its syntax tells whether the framework rewrites it)."""

    file: str
    page: str
    url: str
    base: str | None
    written: WrittenLink


class NavigationLink(NamedTuple):
    """A link of the navigation. ``file`` and the link's span say where it is written. ``shown_on`` are the pages that
    show it; None: all of them, told once, from the mount's roots. ``titled``: no text is written, and the title of the
    page that it leads to is shown."""

    file: str
    written: WrittenLink
    key: str = ""
    shown_on: tuple[str, ...] | None = None
    titled: bool = False


class Redirect(NamedTuple):
    """An old address and where it leads now: a URL path of the mount, a repository path, or a full URL; empty where
    that cannot be known. ``rule``: ``old`` is a pattern, and this is what it says. ``rewrite``: visitors see the new
    page at the old address. ``host``: the only host that it is for, where the config names one. ``yields``: a page that
    stands at the old address is shown, and nobody redirected. ``written``: old and new as the line gives them, where
    the path that the site lies below was taken off. ``fallback``: the home page is shown at each address where there is
    no page."""

    old: str
    new: str
    location: Location
    rule: RedirectRule | None = None
    rewrite: bool = False
    host: str = ""
    yields: bool = False
    written: tuple[str, str] | None = None
    fallback: bool = False


class Detection(NamedTuple):
    """A site found: its folder (empty: the repository's top) and, in words, how it was recognised."""

    root: str
    reason: str


def github_index_names() -> tuple[str, ...]:
    """Names of the file that stands for its folder, best first, compared without letter case."""
    return ("readme.md", "readme.markdown", "index.md", "index.markdown")


class Mount(msgspec.Struct, frozen=True, kw_only=True):
    """One site of the repository.

    dialect      how a source file is to be read; None: the file is no document of this site (it may be an asset).
    endings      of the files (lower case, without the dot) that may be documents: ``dialect`` is asked of no others.
    address      where a document is published; None: it has no address of its own (a partial, a navigation file).
    lookups      the ways to read a destination, in order; the first that finds something wins.
    rewrite      the destination after the framework has put in what it knows (template expressions, shortcodes); what
                 it cannot know stays as written.
    fragments    valid fragments of a page made of these documents (its own first, then what it includes); None:
                 cannot be known.
    slugs_known  whether a page's headings get their ids by ``fragments``' rules for certain; where they do not, a
                 fragment that is not among them cannot be known.
    judge        whether a written fragment is among the target's fragments (None: an asset's, or unknown).
    indexes      names (lower case) of the files that stand for their folder when a folder's path is looked up.
    opaque       why an address that nothing was found for may exist all the same (generated pages, routes); None:
                 it does not.
    ignored      why an address or a file that nothing was found for may be made where git ignores it; None: git does
                 not.
    excuse       why a link that nothing was found for, by where it stands, may lead somewhere all the same.
    own          what a full URL names here, if it is likely one of ours (the host in a ``CNAME`` file); empty: it is
                 somebody else's. Where nothing is found it stays external; the configured ``url`` is strict.
    undefined    why a reference label that a file (its path comes first) does not define is no mistake here; None: it
                 is one; empty: the label is defined elsewhere, and the link is among the further ones.
    keeps        whether a written link counts: a component's is one only by its name.
    further      links that the parser does not see (front matter, data).
    includes     paths of the documents that this one includes, in order.
    excerpts     those of them of which only some lines are taken.
    navigation · listings · redirects   what the framework adds; a listing is (page path, page path).
    roots        paths of the home pages. orphans: path → orphan state, for pages whose state follows from how the
                 whole site is linked; ``linked`` are the paths that some other page links.
    learn        see above. learned: what of that decides where links lead, if ``learn_by`` tells it apart.
    clean        the host serves ``x.html`` as ``/x``, also of files that are only copied.
    site_url     the site's address as the framework's config says it; empty where it says none.
    copied       folders (repository paths) whose files the build copies to the top of the site.
    rewrites     addresses of pages in Markdown are written anew, so that it is all the same how they are spelled there.
    left_out     of a document without an address: the folder of those whose addresses cannot be told; None: it is no
                 page by itself.
    texts        a plugin puts the Markdown of each page beside it: ``/a.md`` is there where ``/a`` is.
    """

    framework: str
    root: str
    reason: str
    dialect: Callable[[str], Dialect | None]
    address: Callable[[str, Document], Address | None]
    lookups: Callable[[Standing, Destination], Sequence[Lookup]]
    rewrite: Callable[[Standing], str] = lambda standing: standing.written.href
    fragments: Callable[[Sequence[Document]], frozenset[str] | None] = document_fragments
    slugs_known: Callable[[str], bool] = lambda path: True
    judge: Callable[[str, frozenset[str] | None, WrittenLink], Verdict] = judge_fragment
    indexes: tuple[str, ...] = github_index_names()
    opaque: Callable[[str], str | None] = lambda url: None
    ignored: Callable[[Lookup], str | None] = lambda lookup: None
    excuse: Callable[[Standing, Destination], str | None] = lambda standing, destination: None
    own: Callable[[Destination], Sequence[Lookup]] = lambda destination: ()
    undefined: Callable[[str, str], str | None] = lambda path, label: None
    keeps: Callable[[WrittenLink], bool] = is_link_component
    further: Callable[[str, Document], Iterable[WrittenLink]] = lambda path, document: ()
    includes: Callable[[str, Document], Sequence[str]] = lambda path, document: ()
    excerpts: Callable[[str, Document], Mapping[str, Ranges]] = lambda path, document: {}
    navigation: Callable[[Mapping[str, Document]], Iterable[NavigationLink]] = lambda documents: ()
    listings: Callable[[Sequence[Page]], Iterable[tuple[str, str]]] = lambda pages: ()
    redirects: Callable[[Mapping[str, Document]], Iterable[Redirect]] = lambda documents: ()
    roots: Callable[[Sequence[Page]], Iterable[str]] = lambda pages: ()
    orphans: Callable[[Sequence[Page], frozenset[str]], Mapping[str, str]] = lambda pages, linked: {}
    learn: Callable[[Mapping[str, Document]], Mount] | None = None
    learned: object = None
    endings: AbstractSet[str] = PAGES
    clean: bool = False
    site_url: str = ""
    copied: tuple[str, ...] = ()
    texts: bool = False
    rewrites: bool = False
    left_out: Callable[[str], str | None] | None = None

    @property
    def base(self) -> str:
        """The path that the site lies below, without a trailing slash; pages' addresses begin after it."""
        return read_destination(self.site_url).path.rstrip("/")

    def explain(self, lookup: Lookup) -> str | None:
        """Why that for which nothing was found may exist all the same; None: it does not."""
        return self.opaque("/" + lookup.path if lookup.kind == "file" else lookup.path) or self.ignored(lookup)

    def name_address(self, address: str) -> str:
        """An address of the site as visitors see it: with the path that the site lies below, if it has not got it."""
        base = self.base
        bare = not base or not address.startswith("/") or address.startswith("//") or within(address, base)
        return address if bare else base + address


def change_for_good(mount: Mount, change: Callable[[Mount], Mount]) -> Mount:
    """The mount as ``change`` leaves it, and as it leaves what the mount learns to be."""
    changed, learn = change(mount), mount.learn
    if learn is None:
        return changed
    return msgspec.structs.replace(changed, learn=lambda documents: change_for_good(learn(documents), change))


def learn_by(
    find: Callable[[Mapping[str, Document]], Learned], apply: Callable[[Learned], Mount]
) -> Callable[[Mapping[str, Document]], Mount]:
    """``Mount.learn`` in two steps: what the documents tell, then the mount that follows from it and sees no document.
    So two mounts that were opened alike and learned the same do the same."""

    def learn(documents: Mapping[str, Document]) -> Mount:
        learned = find(documents)
        return msgspec.structs.replace(apply(learned), learned=(learned,))

    return learn


class Profile(NamedTuple):
    """A framework: how its sites are found (from names and bytes, before any parse) and opened. ``configs``: names of
    the configs of a site, beside its signs in YAML and TOML, that have to be sound YAML, TOML, JSON or Python; with a
    slash at its end, of a folder that holds such. ``comments``: those in JSON may hold comments and last commas."""

    name: str
    detect: Callable[[Names, Read], Sequence[Detection]]
    open: Callable[[Detection, Names, Read, SiteSettings], Mount]
    configs: tuple[str, ...] = ()
    comments: bool = False
