"""Jekyll: files that it only copies, as they have no front matter, and that people read on GitHub."""

from __future__ import annotations

from linklint.site.glancing import glance
from linklint.site.profile import Read
from linklint.site.profiles.conventions import is_shown_by_github
from linklint.site.profiles.jekyll.config import Config, is_markdown


def is_githubs_alone(config: Config, read: Read, path: str) -> bool:
    """Whether Jekyll only copies the file, a README or the like, and who reads it does so on GitHub."""
    if "jekyll-optional-front-matter" in config.plugins or not is_shown_by_github(path):
        return False
    return is_markdown(config, path) and not glance(read, path, has_front_matter)


def has_front_matter(data: bytes) -> bool:
    """As ``YAML_FRONT_MATTER_REGEXP`` in ``lib/jekyll/document.rb`` begins."""
    return data.removeprefix(b"\xef\xbb\xbf").startswith(b"---")
