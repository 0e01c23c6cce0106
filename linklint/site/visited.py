"""Which pages are part of the site that visitors see."""

from __future__ import annotations

from linklint.model.site import Page, Site
from linklint.site.mentions import is_for_agents

WITHOUT_GENERATOR = frozenset({"plain", "html", "wiki", "obsidian"})


def has_generator(site: Site) -> bool:
    """Whether a generator builds a site of files of the repository."""
    return any(found.name not in WITHOUT_GENERATOR for found in site.frameworks)


def is_on_site(page: Page, *, generator: bool) -> bool:
    """Whether the site's visitors can come to the page. ``generator``: as ``has_generator`` says."""
    if page.framework != "plain":
        return True
    return not (generator or "/." in f"/{page.path}" or is_for_agents(page.path))
