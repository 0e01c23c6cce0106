"""Which pages take part in the link score, and which page stands for which."""

from __future__ import annotations

from linklint.model.site import Page, Site
from linklint.site.visited import has_generator, is_on_site

NOBODY = -1


def score_nodes(site: Site) -> list[int]:
    """For each page the index of the page that its links count for; ``NOBODY`` for pages outside the score.

    The score is shared out over the published, indexable pages that visitors of the site come to, and nothing else: a
    README that only GitHub shows has none. A page that names another page of the site as canonical folds into that one:
    links to it and from it are the canonical page's. Unpublished and noindex pages are left out together with their
    links, so that they neither take nor give a share: whatever a noindex page passed on would have to be taken from
    pages that are in the index.
    """
    generator = has_generator(site)
    visited = {page.index for page in site.pages if is_on_site(page, generator=generator)}
    nodes = [representative(site, page) if page.index in visited else NOBODY for page in site.pages]
    return [node if node in visited else NOBODY for node in nodes]


def representative(site: Site, start: Page) -> int:
    """The page at the end of the chain of canonicals, itself where there is none. Where the chain runs in a circle
    nobody can tell which page is meant, so each stands for itself."""
    page, seen = start, {start.index}
    while page.published and not page.noindex and page.canonical:
        other = site.by_path.get(page.canonical) or site.by_url.get(page.canonical)
        if other is None:
            return NOBODY  # the canonical page is somewhere else
        if other.index in seen:
            return start.index
        seen.add(other.index)
        page = other
    return page.index if page.published and not page.noindex else NOBODY
