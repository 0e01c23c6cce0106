"""From files of the docs folder to addresses
(https://github.com/mkdocs/mkdocs/blob/1.6.1/mkdocs/structure/files.py)."""

from __future__ import annotations

import posixpath
from collections.abc import Collection

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.site.paths import below, extension, name, parent, within
from linklint.site.profile import Address
from linklint.site.profiles.mkdocs.blog import Blog, post_url
from linklint.site.profiles.mkdocs.languages import Languages, fill_languages, split_language
from linklint.site.profiles.mkdocs.settings import MkdocsSettings

MARKDOWN = frozenset({"md", "markdown", "mdown", "mkdn", "mkd"})


def is_source(settings: MkdocsSettings, path: str) -> bool:
    """Whether the file is Markdown of the docs folder."""
    return extension(path) in MARKDOWN and within(path, settings.docs)


def is_excluded(settings: MkdocsSettings, names: Names, path: str) -> bool:
    """Whether the build leaves the file out: ``exclude_docs``, or a README beside an index."""
    inner = below(path, settings.docs)
    if settings.excluded(inner):
        return True
    if posixpath.splitext(name(path))[0] == "README" and extension(path) in MARKDOWN:
        beside = (f"{parent(path)}/index.md" if parent(path) else "index.md",)
        return any(other in names.files and not settings.excluded(below(other, settings.docs)) for other in beside)
    return False


def page_url(settings: MkdocsSettings, inner: str) -> str:
    """URL path of a Markdown file, named from the docs folder: ``a/b.md`` → ``/a/b/``, ``a/index.md`` → ``/a/``."""
    folder, stem = parent(inner), posixpath.splitext(name(inner))[0]
    start = settings.prefix + (f"/{folder}/" if folder else "/")
    if stem in ("index", "README"):
        return start if settings.directory_urls else start + "index.html"
    return f"{start}{stem}/" if settings.directory_urls else f"{start}{stem}.html"


def page_urls(settings: MkdocsSettings, inner: str) -> tuple[str, ...]:
    """All addresses of a Markdown file, named from the docs folder."""
    url = page_url(settings, inner)
    return (url, *_aliases(url))


def find_address(
    settings: MkdocsSettings,
    names: Names,
    blogs: Collection[Blog],
    languages: Languages,
    nav_files: frozenset[str],
    path: str,
    document: Document,
) -> Address | None:
    """None for what the build leaves out. Posts of a blog have addresses of their own."""
    if not is_source(settings, path) or is_excluded(settings, names, path):
        return None
    inner = below(path, settings.docs)
    lang, plain = split_language(languages, inner)
    matter = document.front_matter or {}
    for blog in blogs:
        if within(plain, blog.posts):
            url = post_url(blog, plain, document, settings.directory_urls)
            return Address(url, _aliases(url), published=matter.get("draft") is not True, lang=lang)
    url = page_url(settings, plain)
    others = [f"/{other}{url}" for other in fill_languages(languages, inner, names, settings.docs)]
    if lang is not None and lang != languages.default:
        url = f"/{lang}{url}"
    is_index = posixpath.splitext(name(plain))[0] in ("index", "README")
    kind = "article" if not is_index else "section" if parent(plain) else "home"
    intended = path in nav_files or settings.not_in_nav(inner) or plain == "404.md"
    return Address(
        url,
        (*_aliases(url), *(alias for other in others for alias in (other, *_aliases(other)))),
        kind=kind,
        published=not settings.drafts(inner),
        lang=lang,
        orphan="intended" if intended else "checked",
    )


def _aliases(url: str) -> tuple[str, ...]:
    """The same page under the names that every host serves."""
    if url.endswith("/index.html"):
        folder = url.removesuffix("index.html")
        return (folder, folder[:-1]) if folder != "/" else (folder,)
    if url.endswith("/"):
        return (url + "index.html", url[:-1]) if url != "/" else ("/index.html",)
    return ()
