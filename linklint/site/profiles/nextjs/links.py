"""Addresses of a Next.js site's documents, and how destinations are read: as a browser does.

Nextra takes ``.md`` and ``.mdx`` off the ends of destinations (its ``remark-link-rewrite``).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.site.destination import Destination
from linklint.site.paths import below, extension, join, name, parent, within
from linklint.site.profile import Address, Lookup, Standing
from linklint.site.profiles.nextjs.config import Config
from linklint.site.profiles.nextjs.folders import MARKDOWN, Folder, route_of

ENDING = re.compile(r"\.mdx?$")
ABOVE = "it leads above the site's top"
# ``!docs!/install``: a name of another site, for a plugin to fill in.
MARK = re.compile(r"!\w[\w-]*!(?:/|$)")


def find_folder(config: Config, path: str) -> Folder | None:
    """The folder that makes a page of the file, or of the page that includes it."""
    found = [folder for folder in config.folders if within(path, folder.path)]
    return max(found, key=lambda folder: len(folder.path), default=None)


def is_document(config: Config, path: str) -> bool:
    """Whether the file is Markdown of the site."""
    return extension(path) in MARKDOWN and find_folder(config, path) is not None


def find_url(config: Config, path: str, document: Document | None = None) -> str | None:
    """The URL path without a slash at its end; None: no page by itself."""
    folder = find_folder(config, path)
    if folder is None:
        return None
    inside, stem = below(path, folder.path), name(path).rpartition(".")[0]
    if folder.kind == "app":
        url = route_of(parent(inside)) if stem == "page" else None
        return None if url is None or "[" in url else url
    is_code = folder.kind == "pages" and inside.startswith("api/")
    if any(segment.startswith("_") for segment in inside.split("/")) or is_code:
        return None
    whole, mark, locale = inside.rpartition(".")[0].rpartition(".")
    if not mark or locale not in config.locales:  # else Nextra's x.ja.mdx, the page /ja/x
        whole, locale = inside.rpartition(".")[0], ""
    bare = re.sub(r"(?:^|/)index$", "", whole)
    bare = "/".join(segment for segment in bare.split("/") if not re.fullmatch(r"\(.*\)", segment))
    slug = (document.front_matter or {}).get("slug") if document and folder.guessed else None
    if isinstance(slug, str) and slug:
        bare = slug.strip("/").rpartition("/")[2]
    url = (f"{folder.route}/{bare}" if bare else folder.route) or "/"
    url = f"/{locale}{url}".rstrip("/") if locale else url
    return None if any(re.fullmatch(pattern, url) for pattern in folder.hidden) else url


def find_address(config: Config, path: str, document: Document) -> Address | None:
    """The address; a page whose theme lists pages by itself has no orphan state that could be told."""
    url = find_url(config, path, document)
    if url is None:
        return None
    matter = document.front_matter or {}
    locale = url.split("/")[1] if url.split("/")[1] in config.locales else None
    home = url == "/" or (locale is not None and url == f"/{locale}")
    also = [url, url.rstrip("/") + "/", *([f"{url}.md"] if config.texts else [])]
    if locale and locale == config.locales[0]:
        bare = url[len(locale) + 1 :] or "/"
        also += [bare, bare.rstrip("/") + "/"]
    return Address(
        url.rstrip("/") + "/" if config.slash else url,
        also=tuple(dict.fromkeys(also)),
        kind="home" if home else "article",
        published=matter.get("draft") is not True and matter.get("published") is not False,
        lang=locale,
        root=home,
        orphan="checked" if config.nextra else "unknown",
    )


def find_lookups(
    config: Config, names: Names, explain: Callable[[str], str | None], standing: Standing, destination: Destination
) -> list[Lookup]:
    """A page, a file of ``public``, something that code makes."""
    path, written = destination.path, standing.written
    if MARK.match(path):
        return [Lookup("unresolvable", path, "a plugin of the site's own may know this mark")]
    found: list[Lookup] = []
    beside = None if destination.absolute else join(parent(standing.file), path)
    if config.by_file and not destination.absolute and ENDING.search(path):
        return [Lookup("file", beside)] if beside is not None else [Lookup("outside", path, ABOVE)]
    folder = find_folder(config, standing.page)
    # What shows a folder of Markdown is the site's own code: it may well know links by file.
    by_file = config.nextra or (folder is not None and folder.kind == "content")
    is_file = extension(path) and written.syntax in ("image", "inline", "reference", "html")
    if beside is not None and is_file and (written.element == "img" or beside in names.files):
        is_page = ENDING.search(path) is not None
        if not is_page or (by_file and is_document(config, beside)):
            found.append(Lookup("file", beside))
    if written.element == "img" and path.startswith(("@", "~")):
        return [Lookup("unresolvable", path, "an alias of the site's own")]
    if by_file and written.syntax in ("inline", "reference"):
        path = ENDING.sub("", path)
    if destination.absolute:
        # Nextra makes Next's own links of Markdown's, and these add the base path by themselves.
        is_added = config.nextra and written.syntax in ("inline", "reference")
        if config.base != "/" and (path + "/").startswith(config.base) and not is_added:
            path = "/" + path[len(config.base) :]
    else:
        joined = join(standing.url.rpartition("/")[0], path)
        if joined is None and by_file and beside in names.files:
            # Right by file, and browsers do not leave the host: they take the address from its top.
            return [*found, Lookup("file", beside)]
        if joined is None and config.base == "/" and not ENDING.search(destination.path):
            while path.startswith("../"):  # browsers climb no higher than the host
                path = path[3:]
            joined = join("", path)
        if joined is None:
            return [*found, Lookup("outside", path, ABOVE)]
        path = "/" + joined
    url = "/" + (join("", path) or "")
    locale = standing.url.split("/")[1] if standing.url.split("/")[1] in config.locales else ""
    urls = [url, *([f"/{locale}{url}".rstrip("/")] if locale and not within(url, f"/{locale}") else [])]
    if folder is not None and folder.kind == "pages":  # its router takes addresses for the reader's language first
        urls.reverse()
    for each in urls:
        found += [Lookup("url", each), Lookup("url", each.rstrip("/") + "/")]
    file = join(config.root, "public" + url) or ""
    if extension(url) or file in names.files:
        found.append(Lookup("file", file))
    reasons = [reason for each in urls if (reason := explain(each))]
    return [*found, Lookup("opaque", url, reasons[0])] if reasons else found
