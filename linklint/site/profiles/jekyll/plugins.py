"""Jekyll: what plugins of the repository's own may do (https://jekyllrb.com/docs/plugins/)."""

from __future__ import annotations

import re

from linklint.model.files import Names
from linklint.site.paths import join, within
from linklint.site.profile import Read
from linklint.site.profiles.jekyll.config import Config

CHANGES = re.compile(
    rb"Hooks\.register\b[^\n]*:(?:pre_render|post_convert|post_render)\b|<\s*(?:Jekyll::)?(?:Converters?\b|Converters?::)"
)
MAKES_PAGES = re.compile(
    rb"<\s*(?:Jekyll::)?(?:Page|PageWithoutAFile|Document|StaticFile)\b|(?:Page\w*|Document|StaticFile)\.new"
    rb"|(?:pages|posts|docs|static_files)\s*(?:<<|\+=|\.(?:push|concat|unshift|append)\b)"
)
LINKS = re.compile(rb"<a\b[^>\n]*\bhref|\]\(", re.IGNORECASE)
IDS = re.compile(rb"\bid\b|\bids\b|anchor|slug", re.IGNORECASE)


def has_generators(config: Config, names: Names, read: Read) -> bool:
    """Whether the repository has a plugin of its own that makes pages."""
    return any(b"Generator" in text and MAKES_PAGES.search(text) for text in read_plugins(config, names, read))


def makes_ids(config: Config, names: Names, read: Read) -> bool:
    """Whether a plugin of the repository's own may put ids into pages: it changes their text before or after they are
    rendered, and speaks of ids (https://jekyllrb.com/docs/plugins/hooks/)."""
    return any(CHANGES.search(text) and IDS.search(text) for text in read_plugins(config, names, read))


def makes_links(config: Config, names: Names, read: Read) -> bool:
    """Whether a plugin of the repository's own may link any page: it changes the text of pages, and writes links."""
    return any(CHANGES.search(text) and LINKS.search(text) for text in read_plugins(config, names, read))


def read_plugins(config: Config, names: Names, read: Read) -> list[bytes]:
    """The plugins of the repository's own."""
    folder = join(config.source, config.text("plugins_dir", "_plugins")) or ""
    return [read(path) or b"" for path in names.ending("rb") if within(path, folder)]
