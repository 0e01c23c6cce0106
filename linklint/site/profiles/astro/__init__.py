"""Astro, with Starlight: pages by file, content collections, docs in several languages.

Rules: https://docs.astro.build and https://starlight.astro.build; the modules of this folder say more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, partial

import msgspec

from linklint.model.document import Dialect, Document
from linklint.model.files import Names
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.paths import extension, join, within
from linklint.site.profile import Detection, Mount, Profile, Read, Redirect
from linklint.site.profiles.astro.addresses import find_address, find_left_out, is_document, taken_urls
from linklint.site.profiles.astro.config import PAGES, Config, load_config
from linklint.site.profiles.astro.evident import with_evident_routes
from linklint.site.profiles.astro.links import explain_routes, find_lookups, find_own
from linklint.site.profiles.astro.navigation import (
    front_matter_links,
    list_generated,
    list_navigation,
    sidebar_is_known,
)
from linklint.site.profiles.javascript_sites import find_config_folders, get_text, names_files
from linklint.site.profiles.mdx import Quiet, find_includes, find_parts, judge_mdx_fragment, mdx_fragments
from linklint.site.profiles.quiet import find_quiet

STEM = "astro.config"
COMPONENTS = frozenset({"astro", "jsx", "svelte", "tsx", "vue"})
# https://docs.astro.build/en/guides/content-collections/#querying-build-time-collections
GATHERS = re.compile(rb"\bgetCollection\(|\bAstro\.glob\(|\bimport\.meta\.glob\(")
# ``id="usage"``, and what code says of an id: ``const id = given ?? 'usage'``.
MADE_ID = re.compile(rb"""\bid\s*+=\s*+\{?[\w\s.?|()]*+["'`]([A-Za-z][\w-]*)["'`]""")
COMMON = ("autolinks", "footnotes", "strikethrough", "tables")


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """Every config that is not a test's or an example's and has Markdown of its own."""
    found = []
    for folder, path in find_config_folders(names, STEM):
        config = load_config(path, folder, names, read)
        if any(is_document(config, each) for each in names.ending(*PAGES)):
            found.append(Detection(folder, f"the config {path}" + (", with Starlight" if config.starlight else "")))
    return found


def open_astro(found: Detection, names: Names, read: Read, settings: SiteSettings) -> Mount:
    """The site of one config."""
    configs = dict(find_config_folders(names, STEM))
    path = configs.get(found.root, join(found.root, STEM + ".mjs") or "")
    config = load_config(path, found.root, names, read)
    parts = cache(
        lambda: find_parts(
            found.root, names, read, [each for each in names.ending(*PAGES) if is_document(config, each)]
        )
    )
    mount = Mount(
        framework="astro",
        root=found.root,
        reason=found.reason,
        dialect=partial(find_dialect, config, parts),
        address=partial(find_address, config, frozenset()),
        lookups=partial(find_lookups, config, names, explain_routes(config, frozenset()), frozenset()),
        indexes=("index.md", "index.mdx"),
        fragments=partial(find_fragments, config.starlight is not None, Quiet, frozenset),
        judge=judge_mdx_fragment,
        further=partial(front_matter_links, read),
        includes=partial(find_includes, config.root, names),
        own=partial(find_own, config, names),
        navigation=partial(list_navigation, config),
        listings=partial(list_generated, config),
        redirects=partial(list_redirects, config),
        orphans=partial(doubt_orphans, config, cache(partial(lists_pages, config.root, names, read))),
        site_url=config.url.rstrip("/") + config.base,
        copied=(config.public,),
        left_out=partial(find_left_out, config),
    )
    return msgspec.structs.replace(mount, learn=partial(learn, mount, config, names, read))


def find_dialect(config: Config, parts: Callable[[], frozenset[str]], path: str) -> Dialect | None:
    """MDX for ``.mdx``; Markdown with raw HTML for ``.md``; both with Starlight's asides."""
    is_own = is_document(config, path)
    if not is_own and (extension(path) not in PAGES or path not in parts()):
        return None
    extensions = {*COMMON}
    is_docs = config.starlight and (within(path, config.starlight.folder) or not is_own)
    extensions |= {"containers"} if is_docs else set()
    extensions |= {"heading-ids"} if config.heading_ids else set()
    extensions |= {"mdx"} if extension(path) == "mdx" else set()
    return Dialect(extensions=tuple(sorted(extensions)))


def learn(mount: Mount, config: Config, names: Names, read: Read, documents: Mapping[str, Document]) -> Mount:
    """All addresses, once front matter is known, and what components bring."""
    config = with_evident_routes(config, documents)
    taken = frozenset(taken_urls(config, documents))
    if config.custom:
        config = msgspec.structs.replace(config, by_file=names_files(documents, names, twins=True))
    explain = explain_routes(config, frozenset(url[1:].partition("/")[0] for url in taken))
    return msgspec.structs.replace(
        mount,
        address=partial(find_address, config, taken),
        lookups=partial(find_lookups, config, names, explain, taken),
        opaque=explain,
        fragments=partial(
            find_fragments,
            config.starlight is not None,
            cache(partial(find_quiet, config.root, names, read, documents)),
            cache(partial(find_made_ids, config.root, config.pages, names, read)),
        ),
    )


def find_fragments(
    starlight: bool,
    quiet: Callable[[], Quiet],
    made: Callable[[], AbstractSet[str]],
    documents: Sequence[Document],
) -> frozenset[str] | None:
    """Ids and slugs of headings; Starlight's title has the id ``_top``. ``quiet``: as in ``mdx_fragments``. ``made``:
    ids that components around the text give."""
    found = mdx_fragments(False, documents, quiet)
    if found is None:
        return None
    return found | made() | {"_top"} if starlight else found | made()


def find_made_ids(root: str, pages: str, names: Names, read: Read) -> frozenset[str]:
    """The ids that the site's components and layouts write out, and pages of code that show documents: those with
    parameters. Other pages of code show only themselves."""
    folder = join(root, "src") or ""
    return frozenset(
        each.decode()
        for path in names.ending(*COMPONENTS)
        if within(path, folder) and ("[" in path or not within(path, pages))
        for each in MADE_ID.findall(read(path) or b"")
    )


def list_redirects(config: Config, documents: Mapping[str, Document]) -> Iterable[Redirect]:
    """``redirects`` of the config; those with parameters are among the patterns of its routes."""
    table = config.tree.value.get("redirects") if isinstance(config.tree.value, Mapping) else None
    for old, new in table.items() if isinstance(table, Mapping) else ():
        new = new if isinstance(new, str) else get_text(new, "destination")
        if new and "[" not in old + new:
            # The base path is no part of the old address, but of the new one.
            below_base = config.base != "/" and new.startswith(config.base)
            found = new[len(config.base) - 1 :] if below_base else new
            yield Redirect(old, found, config.tree.location(("redirects", old)), written=(old, new))


def lists_pages(root: str, names: Names, read: Read) -> bool:
    """Whether a component of the site gathers pages, of which it may list any."""
    folder = join(root, "src") or ""
    return any(GATHERS.search(read(path) or b"") for path in names.ending(*COMPONENTS) if within(path, folder))


def doubt_orphans(
    config: Config, lists: Callable[[], bool], pages: Sequence[Page], linked: frozenset[str]
) -> Mapping[str, str]:
    """Orphan state is unknown where the sidebar could not be read whole, or a component lists pages."""
    starlight = config.starlight
    if starlight is None or (sidebar_is_known(starlight) and not lists()):
        return {}
    return {page.path: "unknown" for page in pages if within(page.path, starlight.folder)}


PROFILE = Profile("astro", detect, open_astro)
