"""Eleventy: which files are templates, and how they are written."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from linklint.model.document import Dialect
from linklint.model.glob import compile_glob
from linklint.site.paths import below, extension, name, parent, within
from linklint.site.profiles.conventions import FOREIGN_FOLDERS, STANDING_NAMES, TOP_NAMES
from linklint.site.profiles.eleventy.config import Config

MARKDOWN = ("strikethrough", "tables")
OPTIONAL = {"footnotes": "footnotes", "attributes": "attributes", "definition-lists": "definition-lists"}
ENGINES = {"liquid": "liquid", "njk": "jinja", "vto": "jinja", "hbs": "liquid", "mustache": "liquid"}
HTML = frozenset({"html", "htm", "njk", "liquid", "webc", "hbs", "mustache", "ejs", "vto"})
FRONT_MATTER = ("yaml", "fenced-json", "toml", "javascript")


def find_dialect(config: Config, path: str) -> Dialect | None:
    """Templates that are written in HTML or Markdown, layouts and includes; also files of those endings that are only
    copied. Files that GitHub shows are left to its own reading where the input folder is the repository."""
    if not is_source(config, path) and not is_withheld(config, path):
        return None
    ending = extension(path)
    if ending in ("md", "markdown"):
        extensions = {*MARKDOWN, *(OPTIONAL[each] for each in config.features & OPTIONAL.keys())}
        masks = (ENGINES[config.markdown],) if config.markdown in ENGINES else ()
        return Dialect(extensions=tuple(sorted(extensions)), front_matter=FRONT_MATTER, masks=masks)
    if ending not in HTML:
        return None
    engine = config.html if ending in ("html", "htm") else ending
    masks = (ENGINES[engine],) if engine in ENGINES else ()
    return Dialect(syntax="html", front_matter=FRONT_MATTER, masks=masks)


def is_source(config: Config, path: str) -> bool:
    """Whether the file may be a template, a layout or an include."""
    folders = parent(path).split("/")
    if any(folder in FOREIGN_FOLDERS for folder in folders) or (config.output and within(path, config.output)):
        return config.is_template_folder(path) and config.output == config.input
    if config.is_template_folder(path):
        return True
    if not within(path, config.input) or is_ignored(config, path) or within(path, config.data):
        return False
    relative = below(path, config.input)
    if any(folder.startswith(".") for folder in relative.split("/")):
        return False
    if config.input == config.root and is_for_github(relative):
        return False
    return any(path.endswith("." + ending) for ending in config.formats)


def is_for_github(relative: str) -> bool:
    """Whether the file, at the top of the repository, is one that people read on GitHub: a README, community files."""
    stem = name(relative).rpartition(".")[0]
    known = stem.isupper() and stem.lower().replace("-", "_") in STANDING_NAMES | TOP_NAMES
    return "/" not in relative and (known or stem.lower() == "readme")


def is_withheld(config: Config, path: str) -> bool:
    """Whether the file is a page that is written but ignored: its links are for no reader yet, on GitHub neither."""
    relative = below(path, config.input)
    inside = config.input != config.root and within(path, config.input) and not within(path, config.data)
    return inside and is_ignored(config, path) and not relative.lower().endswith("readme.md")


def is_ignored(config: Config, path: str) -> bool:
    """Whether Eleventy leaves the file out: ignored, in a folder of its own, of packages, or the output."""
    return _is_among(config.ignores, path, config.root)


def is_maybe_ignored(config: Config, path: str) -> bool:
    """Whether some builds leave the file out."""
    return _is_among(config.maybe, path, config.root)


def _is_among(globs: tuple[str, ...], path: str, root: str) -> bool:
    relative = below(path, root)
    return any(matches(path) or matches(relative) for matches in map(_matcher, globs)) or any(
        "*" not in glob and within(path, glob) for glob in globs
    )


@lru_cache(maxsize=4096)
def _matcher(glob: str) -> Callable[[str], bool]:
    try:
        return compile_glob(glob)
    except ValueError:
        return lambda path: False
