"""Docusaurus 2 and 3: docs with versions and several instances, blogs, pages, translations.

Rules: https://docusaurus.io/docs; the modules of this folder name the sources that they follow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial

import msgspec

from linklint.model.document import Dialect, Document
from linklint.model.files import Names
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.destination import Destination, read_destination
from linklint.site.doubts import doubt_below
from linklint.site.glancing import glance
from linklint.site.paths import extension, join, name, parent
from linklint.site.profile import Detection, Lookup, Mount, Profile, Read, Redirect
from linklint.site.profiles.docusaurus.addresses import MARKDOWN, find_address, find_id, is_document, makes_page
from linklint.site.profiles.docusaurus.config import Config, content_of, load_config
from linklint.site.profiles.docusaurus.generated import explain_generated, find_react_routes
from linklint.site.profiles.docusaurus.links import Known, by_address, find_lookups, rewrite
from linklint.site.profiles.docusaurus.listed import find_contexts
from linklint.site.profiles.docusaurus.navigation import find_homes, list_generated, list_navigation
from linklint.site.profiles.docusaurus.plugins import is_patched
from linklint.site.profiles.docusaurus.sidebars import find_categories, is_doubtful
from linklint.site.profiles.javascript_sites import find_config_folders
from linklint.site.profiles.mdx import find_includes, find_parts, judge_mdx_fragment, mdx_fragments
from linklint.site.profiles.quiet import find_quiet
from linklint.site.sure_folders import find_sure_folders
from linklint.source.slugs import github_slug, github_slug_in_case

Explain = Callable[[str], str | None]
STEM = "docusaurus.config"
REFRESH = re.compile(rb"<meta\s[^<>]*?http-?equiv=[\"']?refresh", re.IGNORECASE)
EXTENSIONS = (
    "autolinks", "containers", "escaped-heading-ids", "footnotes", "heading-ids", "math", "strikethrough", "tables",
)  # fmt: skip
DIALECT_MD = Dialect(extensions=EXTENSIONS, masks=("mdx-code-blocks",))
DIALECT_MDX = Dialect(extensions=tuple(sorted((*EXTENSIONS, "comment-ids", "mdx"))), masks=("mdx-code-blocks",))


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """Every config that is not a test's or an example's."""
    return [Detection(folder, f"the config {path}") for folder, path in find_config_folders(names, STEM)]


def open_docusaurus(found: Detection, names: Names, read: Read, settings: SiteSettings) -> Mount:
    """The site of one config."""
    configs = dict(find_config_folders(names, STEM))
    path = configs.get(found.root, join(found.root, STEM + ".js") or "")
    config = load_config(path, found.root, names, read)
    react = find_react_routes(config, names)
    categories = cache(lambda: find_categories(config.contents, names, read))
    explain = partial(explain_generated, config, react, categories)
    known = Known(config, names, explain())
    parts = cache(
        lambda: find_parts(
            found.root, names, read, [each for each in names.ending(*MARKDOWN) if is_document(config, each)]
        )
    )
    mount = Mount(
        framework="docusaurus",
        root=found.root,
        reason=found.reason,
        dialect=partial(find_dialect, config, parts),
        address=partial(find_address, config, names),
        lookups=partial(find_lookups, known),
        rewrite=partial(rewrite, config.base),
        indexes=("index.md", "index.mdx", "readme.md", "readme.mdx"),
        opaque=known.explain,
        judge=judge_mdx_fragment,
        includes=partial(find_includes, config.root, names),
        redirects=partial(list_redirects, config),
        site_url=config.url.rstrip("/") + config.base,
        copied=config.static,
        rewrites=config.slash is not None,
    )
    if is_patched(names, read):
        mount = msgspec.structs.replace(mount, slugs_known=lambda path: False)
    return msgspec.structs.replace(mount, learn=partial(learn, mount, known, explain, read))


def find_dialect(config: Config, parts: Callable[[], frozenset[str]], path: str) -> Dialect | None:
    """MDX for ``.mdx`` and, unless the config says otherwise, ``.md``."""
    if not is_document(config, path) and (extension(path) not in MARKDOWN or path not in parts()):
        return None
    return DIALECT_MD if config.format == "md" and path.endswith(".md") else DIALECT_MDX


def learn(
    mount: Mount, known: Known, explain: Callable[..., Explain], read: Read, documents: Mapping[str, Document]
) -> Mount:
    """Ids and pages, once front matter is known, and where plugins that are not known make no pages."""
    config = known.config
    ids: dict[str, dict[str, str]] = {}
    pages = set()
    for path, document in documents.items():
        content = content_of(config, path)
        if content is None or not makes_page(content, path, known.names):
            continue
        pages.add(path)
        if content.kind == "docs":
            ids.setdefault(content.named_in, {})[find_id(content, path, document)] = path
    known = msgspec.structs.replace(known, ids=ids, pages=frozenset(pages), folders=frozenset(map(parent, pages)))
    if config.strange:
        known = msgspec.structs.replace(
            known, explain=explain(cache(partial(find_sure, config, known.names, documents)))
        )
    h1 = any(
        name(parent(path)) in ("Heading", "MDXComponents") or "/theme/Heading" in path for path in known.names.files
    )
    return msgspec.structs.replace(
        mount,
        lookups=partial(find_lookups, known),
        opaque=known.explain,
        fragments=partial(
            mdx_fragments,
            not h1,
            quiet=cache(partial(find_quiet, config.root, known.names, read, documents)),
            slug_of=github_slug_in_case if config.keeps_case else github_slug,
        ),
        own=partial(find_own, known),
        navigation=partial(list_navigation, known, read),
        listings=partial(list_generated, known, read),
        roots=partial(find_homes, known, read),
        orphans=partial(doubt_orphans, known, read),
    )


def find_sure(config: Config, names: Names, documents: Mapping[str, Document]) -> frozenset[str]:
    """The folders of addresses that documents alone make, as their links tell."""
    found = {path: find_address(config, names, path, document) for path, document in documents.items()}

    def read(href: str) -> Destination:
        to = read_destination(href)
        below_base = config.base != "/" and (to.path + "/").startswith(config.base)
        return to._replace(path=to.path[len(config.base) - 1 :]) if below_base else to

    return find_sure_folders({path: each for path, each in found.items() if each is not None}, documents, read)


def doubt_orphans(known: Known, read: Read, pages: Sequence[Page], linked: frozenset[str]) -> Mapping[str, str]:
    """Orphan state is unknown where a sidebar could not be read whole. Nobody need link a page that only sends visitors
    of an old address on."""
    doubted = {content.folder for content in known.config.contents if is_doubtful(content, read)}
    contents = {page.path: content_of(known.config, page.path) for page in pages}
    states = {path: "unknown" for path, content in contents.items() if content and content.folder in doubted}
    if any(page.path not in linked and page.path not in states for page in pages):
        states |= doubt_below(find_contexts(known.config.root, known.names, read), pages, linked)
    sending = [page.path for page in pages if page.path not in linked and glance(read, page.path, sends_on)]
    return {**states, **dict.fromkeys(sending, "intended")}


def sends_on(data: bytes) -> bool:
    """Whether a page's head holds a refresh (https://docusaurus.io/docs/markdown-features/head-metadata)."""
    return REFRESH.search(data) is not None


def find_own(known: Known, destination: Destination) -> Sequence[Lookup]:
    """A full URL on the host that the config names."""
    own = read_destination(known.config.url).host if known.config.url else ""
    if not own or destination.host.removeprefix("www.") != own.removeprefix("www."):
        return []
    if not (destination.path + "/").startswith(known.config.base):
        return []
    return list(by_address(known, "", destination.path))


def list_redirects(config: Config, documents: Mapping[str, Document]) -> Iterable[Redirect]:
    """Those of the plugin for client redirects."""
    for keypath, old, new in config.redirects:
        yield Redirect(old, new, config.tree.location(keypath))


PROFILE = Profile("docusaurus", detect, open_docusaurus)
