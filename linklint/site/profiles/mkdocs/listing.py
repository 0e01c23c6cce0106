"""What the home page and the lists of the theme lead to: the navigation, posts, languages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from linklint.model.document import Document
from linklint.model.site import Page
from linklint.site.paths import below
from linklint.site.profiles.mkdocs.blog import Blog, list_posts
from linklint.site.profiles.mkdocs.languages import Languages, split_language
from linklint.site.profiles.mkdocs.literate import LiterateNav, list_named
from linklint.site.profiles.mkdocs.navigation import find_home, find_roots, list_entries, read_nav
from linklint.site.profiles.mkdocs.settings import MkdocsSettings


class Lister(NamedTuple):
    """``shown``: which pages, named from the docs folder, are in the navigation without being named; None where none
    is."""

    settings: MkdocsSettings
    blogs: Sequence[Blog]
    languages: Languages
    shown: Callable[[str], bool] | None
    literate: LiterateNav | None


def list_pages(lister: Lister, documents: Mapping[str, Document], pages: Sequence[Page]) -> Iterable[tuple[str, str]]:
    """As ``Mount.listings``. Broken lines of nav files are told where they stand, in those files."""
    settings, shown = lister.settings, lister.shown
    home = find_home(settings, pages)
    links = list(list_posts(lister.blogs, settings.docs, pages, home))
    if home and lister.literate:
        named = list_named(settings, lister.literate, documents, list_entries(settings))
        links.extend((home, path) for path in named)
    if shown and home:
        posts = {path for _, path in links}
        links.extend(
            (home, page.path) for page in pages if page.path not in posts and shown(below(page.path, settings.docs))
        )
    for translated in find_roots(settings, pages):
        if home and translated != home:  # the theme's choice of languages
            links.append((home, translated))
            links.extend((translated, page.path) for page in pages if _is_listed(lister, page))
    return links


def _is_listed(lister: Lister, page: Page) -> bool:
    """Whether the navigation of the page's language names it."""
    inner = below(page.path, lister.settings.docs)
    if not page.lang or not page.url.startswith(f"/{page.lang}/"):
        return False
    if lister.shown or lister.literate:
        return lister.shown is None or lister.shown(inner)
    named = {split_language(lister.languages, link.written.href)[1] for link in read_nav(lister.settings)}
    return split_language(lister.languages, inner)[1] in named
