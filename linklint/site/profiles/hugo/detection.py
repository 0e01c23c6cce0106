"""Hugo: where its sites are. ``config.toml`` is a name that Zola and others use too. In the repository of a theme, the
only site is the one that shows it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linklint.model.files import Names
from linklint.site.paths import join, parent
from linklint.site.profile import Detection, Read
from linklint.site.profiles.conventions import FOREIGN_FOLDERS, TEST_FOLDERS, VENDOR_FOLDERS
from linklint.site.profiles.hugo.config import find_contents, find_languages, read_values
from linklint.site.profiles.hugo.modules import find_modules
from linklint.site.profiles.hugo.themes import find_shown_theme
from linklint.site.profiles.trees import is_broken

CONFIG = re.compile(
    r"(?P<root>(?:.*/)?)(?:(?P<split>config/_default/)(?:hugo|config)|(?P<sure>hugo)|config)\.(?:toml|ya?ml|json)(?:\.in)?"
)
WORDS = re.compile(rb"""^[ \t]*["']?(?:baseurl|languagecode)["']?[ \t]*[:=]""", re.MULTILINE | re.IGNORECASE)
ASIDE = TEST_FOLDERS | VENDOR_FOLDERS | FOREIGN_FOLDERS | {
    "test", "tests", "example", "examples", "examplesite", "example-site", "demo", "template", "templates", "themes",
    "archetypes", "skeleton", "public", "content", "static",
}  # fmt: skip


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """Folders with a config of Hugo's and content."""
    found: list[Detection] = []
    shows: list[Detection] = []
    for path in names.ending("toml", "yaml", "yml", "json", "in"):
        match = CONFIG.fullmatch(path)
        if match is None:
            continue
        root = match["root"].removesuffix("/").removesuffix("config/_default").removesuffix("/")
        is_show = find_shown_theme(root, names) is not None
        above = parent(root) if is_show else root
        if any(segment.lower() in ASIDE for segment in above.split("/")):
            continue
        if any(each.root == root for each in (*found, *shows)):
            continue
        values = read_values(path, read)
        contents, _ = find_contents(root, values, find_languages(values), find_modules(root, values, names).mounted)
        has_content = any(each.folder in names.directories for each in contents)
        is_hugo = bool(match["sure"]) or "baseurl" in values or "languagecode" in values or "config/_default/" in path
        is_hugo = is_hugo or is_broken(path, read, WORDS)
        if is_hugo and has_content and "base_url" not in values and not _is_theme(root, names):
            (shows if is_show else found).append(Detection(root, f"{path}, the config of a Hugo site"))
    return found or shows


def _is_theme(root: str, names: Names) -> bool:
    """A theme's own folder: what it holds of content are archetypes and demos."""
    return (join(root, "theme.toml") or "") in names.files and (join(root, "exampleSite") or "") in names.directories
