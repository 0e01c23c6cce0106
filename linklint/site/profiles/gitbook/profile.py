"""GitBook as a row of the table of frameworks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

import msgspec

from linklint.model.document import Dialect, Document
from linklint.model.files import Names
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.glancing import glance
from linklint.site.paths import below, join, name, within
from linklint.site.profile import Address, Detection, Mount, Profile, Read
from linklint.site.profiles.conventions import is_set_aside, is_standing
from linklint.site.profiles.gitbook.fragments import judge, look_beside, page_fragments
from linklint.site.profiles.gitbook.links import find_includes, find_lookups, read_navigation, read_redirects
from linklint.site.profiles.gitbook.spaces import Space, find_spaces, open_space
from linklint.source.dialects import GITHUB_EXTENSIONS

# GitBook writes the name of the file in the place of a text, and shows the title of the page there.
GITBOOK = Dialect(extensions=tuple(sorted((*GITHUB_EXTENSIONS, "filled-names"))), masks=("gitbook",))


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """A ``.gitbook.yaml``, or a summary that GitBook wrote."""
    return [Detection(root, f"{reason} (a space of GitBook)") for root, reason in find_spaces(names, read)]


def open_gitbook(found: Detection, names: Names, read: Read, site: SiteSettings) -> Mount:
    """The space in the folder; named by the config, the first one below it."""
    roots = [root for root, _ in find_spaces(names, read) if within(root, found.root)]
    root = found.root if found.root in roots or not roots else roots[0]
    space = open_space(root, names, read, site.url)
    mount = Mount(
        framework="gitbook",
        root=root,
        reason=found.reason,
        dialect=partial(_find_dialect, space, names),
        address=partial(_find_address, space),
        lookups=partial(find_lookups, space, names),
        fragments=partial(page_fragments, {}),
        judge=judge,
        indexes=("readme.md", "index.md"),
        includes=find_includes,
        navigation=partial(read_navigation, space),
        listings=partial(_list_folders, space, names),
        redirects=lambda documents: list(read_redirects(space)),
        roots=partial(_find_roots, space),
    )
    return msgspec.structs.replace(mount, learn=partial(_learn, mount, space, read))


def _learn(mount: Mount, space: Space, read: Read, documents: Mapping[str, Document]) -> Mount:
    beside = {id(document): glance(read, path, look_beside) for path, document in documents.items()}
    return msgspec.structs.replace(
        mount,
        navigation=lambda _: list(read_navigation(space, documents)),
        fragments=partial(page_fragments, beside),
    )


def _find_dialect(space: Space, names: Names, path: str) -> Dialect | None:
    """Markdown of the space's folder. Of folders with a leading dot, only the blocks that pages include."""
    if not within(path, space.root) or not path.endswith((".md", ".markdown")) or is_set_aside(path, names):
        return None
    inner = "/" + below(path, space.root)
    return GITBOOK if "/." not in inner or "/.gitbook/includes/" in inner else None


def _find_address(space: Space, path: str, document: Document) -> Address | None:
    """``a/b.md`` → ``/a/b``; a README stands for its folder. None for the summary and for blocks."""
    inner = below(path, space.root)
    if path == space.summary or "/." in "/" + inner:
        return None
    is_hidden = (document.front_matter or {}).get("hidden") is True
    orphan = "intended" if is_hidden or is_standing(path) else "checked"
    if path == space.readme:
        return Address("/", also=("/" + inner.rpartition(".")[0],), kind="home", root=True)
    url = "/" + inner.rpartition(".")[0]
    if name(url).lower() == "readme":
        return Address(url.rpartition("/")[0] or "/", also=(url,), kind="section", orphan=orphan)
    return Address(url, orphan=orphan)


def _find_roots(space: Space, pages: Sequence[Page]) -> list[str]:
    """The space's README; without one, the first page that it has."""
    here = [page.path for page in pages]
    return [space.readme] if space.readme in here else here[:1]


def _list_folders(space: Space, names: Names, pages: Sequence[Page]) -> Iterator[tuple[str, str]]:
    """Without a summary, the folders are the navigation."""
    if join("", space.summary) not in names.files:
        for home in _find_roots(space, pages):
            yield from ((home, page.path) for page in pages)


PROFILE = Profile("gitbook", detect, open_gitbook)
