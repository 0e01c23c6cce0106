"""How MkDocs reads destinations
(https://github.com/mkdocs/mkdocs/blob/1.6.1/mkdocs/structure/pages.py, ``_RelativePathTreeprocessor``).

What Markdown makes links of is read from the file, as a name in the docs folder; what has no extension and is no file
stays as it is, and so does raw HTML: browsers read that from the page's address.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from linklint.model.files import Names
from linklint.site.destination import Destination
from linklint.site.paths import below, extension, join, name, parent, within
from linklint.site.profile import ABOVE, Lookup, Standing
from linklint.site.profiles.mkdocs.addresses import MARKDOWN, is_excluded, is_source
from linklint.site.profiles.mkdocs.blog import Blog, is_view
from linklint.site.profiles.mkdocs.languages import Languages, split_language, translations
from linklint.site.profiles.mkdocs.settings import MkdocsSettings

REWRITTEN = frozenset({"inline", "reference", "image", "autolink"})
# Files that MkDocs, its themes and usual plugins write.
BUILT = re.compile(
    r"/(?:404\.html|sitemap\.xml(?:\.gz)?|objects\.inv|versions\.json|feed_\w+\.(?:xml|json)|llms(?:-full)?\.txt"
    r"|(?:assets|css|js|img|fonts|webfonts|search)/.*)"
)


class Reader(NamedTuple):
    """What it takes to read a destination. ``nav_files`` are files whose lists are the navigation; ``rebased``: an
    included file's links keep leading where they lead from there (the plugin include-markdown). ``copies``: as in
    ``copies.find_copies``."""

    settings: MkdocsSettings
    names: Names
    blogs: Sequence[Blog]
    languages: Languages
    nav_files: frozenset[str]
    rebased: bool
    copies: Mapping[str, str] = {}


def find_lookups(reader: Reader, standing: Standing, destination: Destination) -> list[Lookup]:
    """The ways to read a destination of this site."""
    settings = reader.settings
    if any(standing.file == tree.path for tree in settings.layers):
        found = _read_nav(reader, destination)
    elif not _is_rewritten(reader, standing, destination):
        found = _read_url(reader, standing, destination)
    else:
        found = _read_file(reader, standing, destination)
    if settings.generator and found[-1].kind in ("file", "url"):
        found.append(Lookup("opaque", destination.path, settings.generator))
    return found


def _is_rewritten(reader: Reader, standing: Standing, destination: Destination) -> bool:
    if destination.absolute:
        return reader.settings.absolute_is_docs and standing.written.syntax in REWRITTEN
    return standing.written.syntax in REWRITTEN or reader.settings.zensical


def _base_of(reader: Reader, standing: Standing) -> str:
    """The folder that relative names begin at: the page's, wherever the text was taken from."""
    snippets = "pymdownx.snippets" in reader.settings.extensions and within(standing.file, reader.settings.docs)
    is_rebased = reader.rebased and not snippets
    return parent(standing.file if standing.file in reader.nav_files or is_rebased else standing.page)


def _read_file(reader: Reader, standing: Standing, destination: Destination) -> list[Lookup]:
    settings, path = reader.settings, destination.path
    base = settings.docs if destination.absolute else _base_of(reader, standing)
    target = join(base, path)
    if standing.file in reader.nav_files and path.endswith("/") and target in reader.names.directories:
        return [Lookup("file", target)]  # in a list that is the navigation: what the folder's own one lists
    if extension(path.rstrip("/")) in MARKDOWN:
        path = path.rstrip("/")  # ``_target_uri`` takes it off
    is_name = posixpath.splitext(name(path.rstrip("/")))[1] != "" and name(path) not in ("", ".", "..")
    if target is None and not is_name:
        return _read_url(reader, standing, destination)
    if target is None:
        return [Lookup("missing", path, ABOVE)]
    if not is_name and target not in reader.names.files:
        return _read_url(reader, standing, destination)
    if not within(target, settings.docs) and settings.prefix:
        return [Lookup("opaque", target, settings.generator)]
    if not within(target, settings.docs):
        inside = target in reader.names.files
        reason = f"it leads out of {settings.docs}, so the build leaves it as it is"
        return [Lookup("opaque", target, reason)] if inside else [Lookup("missing", target, f"there is no {target}")]
    found = _read_target(reader, target, standing.page)
    if extension(target) not in MARKDOWN and found[-1].kind == "file" and not destination.absolute:
        found.extend(_read_url(reader, standing, destination))  # what is no file is left as it is
    return found


def _read_target(reader: Reader, target: str, page: str) -> list[Lookup]:
    """A name in the docs folder."""
    settings = reader.settings
    inner = below(target, settings.docs)
    if target in reader.copies:
        return [Lookup("file", reader.copies[target])]
    if target in reader.names.files and extension(target) in MARKDOWN and is_excluded(settings, reader.names, target):
        return [Lookup("unpublished", target, "the build leaves the file out")]
    lang = split_language(reader.languages, below(page, settings.docs))[0]
    found = [
        Lookup("file", join(settings.docs, each) or "")
        for each in translations(reader.languages, inner, lang)
        if not (join(settings.docs, each) in reader.names.directories and each)
    ]
    if settings.custom_theme is not None and not is_source(settings, target):
        found.append(Lookup("file", f"{settings.custom_theme}/{inner}"))
    if any(is_view(blog, inner) for blog in reader.blogs):
        found.append(Lookup("opaque", target, "the blog plugin makes this page"))
    elif is_built(settings, "/" + inner) and target not in reader.names.files:
        found.append(Lookup("opaque", target, "a theme may bring this file"))
    if found:
        return found
    if target in reader.names.files:
        return [Lookup("missing", target, f"{target} is in another language, each of which is built alone")]
    return [Lookup("missing", target, f"{target} is a folder, and MkDocs links files")]


def is_built(settings: MkdocsSettings, url: str) -> bool:
    """Whether MkDocs, its theme or a plugin may write the file at the address."""
    return BUILT.fullmatch(url) is not None or url[1:] in settings.feeds


def _read_nav(reader: Reader, destination: Destination) -> list[Lookup]:
    settings = reader.settings
    if destination.path.startswith("!include"):
        return [Lookup("opaque", destination.path, "another site is built into this one")]
    if destination.absolute and not settings.absolute_is_docs:
        return _read_address(reader, destination.path)
    target = join(settings.docs, destination.path.lstrip("/"))
    if reader.languages.folders and reader.languages.default:  # names begin at the folder of any language
        translated = join(join(settings.docs, reader.languages.default) or "", destination.path.lstrip("/"))
        target = translated if translated in reader.names.files else target
    if target is None or not within(target, settings.docs):
        return [Lookup("missing", destination.path, f"it leads out of {settings.docs}")]
    if target in reader.names.directories and settings.plugin("literate-nav", "awesome-pages", "awesome-nav"):
        return [Lookup("file", target)]
    return _read_target(reader, target, "")


def _read_url(reader: Reader, standing: Standing, destination: Destination) -> list[Lookup]:
    """As a browser reads it, from the page's address."""
    if destination.absolute:
        return _read_address(reader, destination.path)
    base = standing.url.rpartition("/")[0]
    if reader.settings.zensical:
        base = parent(below(standing.page, reader.settings.docs))
    path = join(base, destination.path)
    if path is None:
        # Below a base path this leaves the site; at the top of a host browsers stay there.
        if reader.settings.base != "":
            return [Lookup("opaque", destination.path, "it leads above the site")]
        path = join("", destination.path.replace("../", "")) or ""
    last = name(destination.path)
    slash = "/" if path and last in ("", ".", "..") else ""
    return _read_site(reader, f"/{path}{slash}")


def _read_address(reader: Reader, path: str) -> list[Lookup]:
    """A path of the host."""
    base = reader.settings.base
    if base and not (path + "/").startswith(base + "/"):
        return [Lookup("opaque", path, f"the site is published below {base}/")]
    slash = "/" if path.endswith("/") and path.strip("/") else ""
    found = _read_site(reader, f"/{join('', path.removeprefix(base or '')) or ''}{slash}")
    if base is None and found[-1].kind in ("file", "url"):
        found.append(Lookup("opaque", path, "nothing says below which path the site is published"))
    return found


def _read_site(reader: Reader, url: str) -> list[Lookup]:
    """An address of the site: a page, else a file that the build copies or makes."""
    settings = reader.settings
    found = [Lookup("url", url)]
    inner = url[1:]
    for folder in (settings.docs, settings.custom_theme):
        for each in (inner, f"{inner.rstrip('/')}/index.html") if folder is not None and inner else ():
            file = join(folder or "", each)
            if file in reader.names.files and extension(file) not in MARKDOWN:
                found.append(Lookup("file", file))
    if is_built(settings, url) and len(found) == 1:
        found.append(Lookup("opaque", url, "MkDocs or its theme makes this file"))
    if any(is_view(blog, inner) for blog in reader.blogs):
        found.append(Lookup("opaque", url, "the blog plugin makes this page"))
    linked = (join(settings.docs, inner.removesuffix(".html").strip("/") + ".md") or "") if inner else ""
    source = reader.names.files.get(linked)
    if source is not None and source.kind == "symlink":
        found.append(Lookup("opaque", url, f"{linked} is a symbolic link, and the page that it leads to is built here"))
    return found


def find_own(reader: Reader, destination: Destination) -> list[Lookup]:
    """What a full URL names here, where ``site_url`` is its beginning."""
    site, base = reader.settings.site, reader.settings.base or ""
    if site is None or destination.host.removeprefix("www.") != site.host.removeprefix("www."):
        return []
    if not (destination.path + "/").startswith(base + "/"):
        return []
    return _read_site(reader, destination.path[len(base) :] or "/")
