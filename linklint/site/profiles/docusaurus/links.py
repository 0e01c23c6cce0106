"""How a destination written in a Docusaurus site is read.

After ``resolveMarkdownLinkPathname`` and the remark plugins ``transformLinks`` and ``transformImage`` of Docusaurus 3;
https://docusaurus.io/docs/markdown-features/links: file paths of Markdown are looked up beside the file, then in the
content folders, then in the site's; everything else is an address, relative to the page's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

import msgspec

from linklint.model.document import WrittenLink
from linklint.model.files import Names
from linklint.site.components import FROM_MARKDOWN
from linklint.site.destination import Destination
from linklint.site.paths import extension, join, parent, within
from linklint.site.profile import ABOVE, Lookup, Standing
from linklint.site.profiles.docusaurus.config import Config, content_of
from linklint.site.profiles.docusaurus.contents import Content
from linklint.site.profiles.docusaurus.sidebars import find_document

DOCUMENT = "doc"  # prop of a sidebar's or navbar's link whose destination is a document's id; label: its folder
ADDRESS = "to"  # of one that is an address, read from the site's top
PARTS = frozenset({"md", "mdx"})
SITE = "@site/"
# A picture of a page, as the build names it by its content (``getFileLoaderUtils`` in @docusaurus/utils).
BUILT = re.compile(r"/assets/(?:files|fonts|images|medias)/([^/]+)-[0-9a-f]{32}(\.\w+)")
# Calls that https://docusaurus.io/docs/static-assets shows: an address below the base path, and a file.
BASED = re.compile(r"\{\s*(?:useBaseUrl|withBaseUrl)\(\s*(['\"`])([^'\"`$\\{}]+)\1\s*\)\s*\}")
REQUIRED = re.compile(r"\{\s*require\(\s*(['\"`])((?:@site/|\.{1,2}/|/)[^'\"`$\\{}]+)\1\s*\)(?:\.default)?\s*\}")


class Known(msgspec.Struct, frozen=True):
    """What the names and documents tell. ``ids``: content folder → document id → path. ``pages``: paths of files that
    Docusaurus makes pages of; ``folders``: those in which they lie. ``explain``: see ``explain_generated``."""

    config: Config
    names: Names
    explain: Callable[[str], str | None]
    ids: Mapping[str, Mapping[str, str]] = {}
    pages: frozenset[str] = frozenset()
    folders: frozenset[str] = frozenset()


def rewrite(base: str, standing: Standing) -> str:
    """The destination, with calls of ``useBaseUrl`` and ``require`` put in."""
    href = standing.written.href
    based = BASED.fullmatch(href)
    if based:
        return based[2] if "://" in based[2] else base + based[2].lstrip("/")
    required = REQUIRED.fullmatch(href)
    return required[2] if required else href


def find_lookups(known: Known, standing: Standing, destination: Destination) -> list[Lookup]:
    """All readings, in the order in which Docusaurus tries them."""
    config, path, written = known.config, destination.path, standing.written
    if written.prop == DOCUMENT and written.label is not None:
        return _by_id(known, written, path)
    if path.startswith(SITE):
        return [Lookup("file", join(config.root, path[len(SITE) :]) or "")]
    from_markdown = written.syntax in FROM_MARKDOWN
    if from_markdown and extension(path) in PARTS:
        return _by_file(known, standing, path)
    if REQUIRED.fullmatch(written.href):
        # webpack reads what begins with a slash from static folders, and the site's (its option ``resolve.roots``).
        roots = (*config.static, config.root) if destination.absolute else (parent(standing.file),)
        return [Lookup("file", join(root, path) or "") for root in roots]
    found = []
    if from_markdown and extension(path) and not destination.absolute:
        asset = join(parent(standing.file), path)
        if asset is not None:
            found.append(Lookup("file", asset))
    if not destination.absolute:
        # A browser climbs from the whole address, of which the site's base is a part.
        folder = "" if written.prop == ADDRESS and written.syntax == "nav" else standing.url.rpartition("/")[0]
        joined = join(config.base + folder, path)
        while joined is None and path.startswith("../"):  # browsers climb no higher than the host
            path = path[3:]
            joined = join(config.base + folder, path)
        path = "/" + (joined or "") + ("/" if path.endswith("/") and joined else "")
    found += by_address(known, standing.page, path)
    if from_markdown and config.own_links and destination.absolute and _is_elsewhere(known, path):
        found.append(Lookup("opaque", path, "a component of the site's own makes the addresses of links"))
    return [*found, *_mended(known, standing, destination.path)] if from_markdown else found


def _is_elsewhere(known: Known, path: str) -> bool:
    """Whether an address lies neither below the base path nor in a folder of the site: in another part of the host."""
    first = path.split("/")[1]
    folders = [content.folder for content in known.config.contents]
    outside = known.config.base != "/" and not (path + "/").startswith(known.config.base)
    return outside and not any(f"{folder}/{first}" in known.names.directories for folder in folders)


def by_address(known: Known, page: str, path: str) -> Iterator[Lookup] | list[Lookup]:
    """The readings of an address that begins with ``/``: a page in the language of the linking one, in the default
    language, a static file, something that Docusaurus makes."""
    config = known.config
    bare = path[len(config.base) - 1 :] if (path + "/").startswith(config.base) else path
    bare = bare if bare.startswith("/") else "/"
    content = content_of(config, page)
    locale = content.locale if content else ""
    urls = [f"/{locale}{bare}", bare] if locale and not within(bare.rstrip("/"), f"/{locale}") else [bare]
    urls += [bare[len(each) + 1 :] or "/" for each in config.locales if within(bare.rstrip("/"), "/" + each)]
    found = []
    for url in urls:
        found += [Lookup("url", url), Lookup("url", url[:-1] if url.endswith("/") else url + "/")]
        found += [Lookup("url", url[: -len(ending) - 1]) for ending in config.extensions if url.endswith("." + ending)]
        if url.endswith("/index.html"):
            found.append(Lookup("url", url[: -len("index.html")]))
    for folder in config.static:
        file = join(folder, bare) or ""
        found += [
            Lookup("file", each)
            for each in (file, f"{file}/index.html")
            if each in known.names.files or extension(bare)
        ]
    found += [Lookup("file", file) for url in urls for file in _list_sources(known, url)]
    reasons = [reason for url in urls if (reason := known.explain(url))]
    if (built := BUILT.fullmatch(bare)) and known.names.named(f"{built[1]}{built[2]}"):
        reasons.append("the name that a build gives to a picture, of what it shows")
    return [*found, Lookup("opaque", bare, reasons[0])] if reasons else found


def _list_sources(known: Known, url: str) -> Iterator[str]:
    """The file of a version that would have the address, and is not here: a build may bring it. Addresses do not tell
    its folder, for they begin with the version."""
    for content in known.config.contents:
        if content.version and content.built and within(url, content.route):
            file = (join(content.folder, url[len(content.route) :].strip("/")) or "") + ".md"
            if file not in known.names.files:
                yield file


def _by_id(known: Known, written: WrittenLink, identifier: str) -> list[Lookup]:
    content = next(each for each in known.config.contents if each.folder == written.label)
    path = find_document(content, identifier, known.ids.get(content.folder, {}))
    if path:
        return [Lookup("file", path)]
    if known.config.strange:
        return [Lookup("opaque", identifier, f"a plugin ({known.config.strange[0]}) may make this document")]
    # As a file, for the sake of documents that a build brings.
    return [Lookup("file", f"{content.folder}/{identifier}.md", f'no document has the id "{identifier}"')]


def _by_file(known: Known, standing: Standing, path: str) -> list[Lookup]:
    """A link to a Markdown file. What Docusaurus makes no page of, and what another plugin (another instance of one)
    makes pages of, stays a link to a file that is not published (``createContentHelpers``)."""
    config = known.config
    content = content_of(config, standing.file) or content_of(config, standing.page)
    folders = _content_folders(content)
    if path.startswith("/"):
        tried = [*folders, config.root]
    elif path.startswith(("./", "../")):
        tried = [parent(standing.file)]
    else:
        tried = [parent(standing.file), *folders, config.root]
    first = join(tried[0], path)
    if first is not None and first in known.pages and _is_of_one_plugin(config, content, first):
        return [Lookup("file", first)]
    paths = [joined for folder in tried if (joined := join(folder, path)) is not None]
    outside = [
        each
        for each in paths
        if each in known.names.files and not (each in known.pages and _is_of_one_plugin(config, content, each))
    ]
    found = [Lookup("file", each) for each in paths if each not in outside]
    if outside and not any(lookup.path in known.pages for lookup in found):
        if config.mended:
            return [*found, Lookup("unresolvable", outside[0], "a remark plugin of the site may rewrite this link")]
        other = "a page of another plugin, to which there are no links by file"
        what = other if outside[0] in known.pages else "not a page of the site"
        return [*found, Lookup("missing", outside[0], f"{outside[0]} is {what}")]
    if not paths:
        kind = "unresolvable" if config.mended else "outside"
        return [Lookup(kind, path, ABOVE)]
    return [*found, *_mended(known, standing, path)]


def _is_of_one_plugin(config: Config, content: Content | None, path: str) -> bool:
    other = content_of(config, path)
    if content is None or other is None:
        return True
    return (content.kind, content.instance) == (other.kind, other.instance)


def _mended(known: Known, standing: Standing, path: str) -> list[Lookup]:
    """What a remark plugin of the site may make of a link that climbs to a folder without any page: documents that
    come from another repository name its files so; or of one that begins with a mark: ``@other-site/page``."""
    if known.config.mended and path.startswith("@"):
        return [Lookup("unresolvable", path, "a remark plugin of the site may rewrite this link")]
    there = join(parent(standing.file), path) if known.config.mended and path.startswith("../") else None
    if there is None or parent(there) in known.folders:
        return []
    return [Lookup("unresolvable", path, "a remark plugin of the site may rewrite this link")]


def _content_folders(content: Content | None) -> list[str]:
    if content is None:
        return []
    return [folder for folder in (content.overlay, content.folder, content.original) if folder]
