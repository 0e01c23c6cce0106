"""Jekyll: files that it only copies, as they have no front matter, and that people read on GitHub."""

from __future__ import annotations

from linklint.site.glancing import glance
from linklint.site.paths import name, parent
from linklint.site.profile import Read
from linklint.site.profiles.conventions import is_shown_by_github
from linklint.site.profiles.jekyll.config import Config, is_markdown

# What the plugin jekyll-optional-front-matter makes no pages of, if ``include`` does not name it
# (``FILENAME_BLACKLIST`` in its lib/jekyll-optional-front-matter.rb).
LEFT_OUT = frozenset(
    "CODE_OF_CONDUCT CONTRIBUTING COPYING ISSUE_TEMPLATE LICENCE LICENSE PULL_REQUEST_TEMPLATE README".split()
)


def is_githubs_alone(config: Config, read: Read, path: str) -> bool:
    """Whether Jekyll only copies the file, a README or the like, and who reads it does so on GitHub."""
    if not is_shown_by_github(path) or _is_made(config, path):
        return False
    return is_markdown(config, path) and not glance(read, path, has_front_matter)


def _is_made(config: Config, path: str) -> bool:
    """Whether a plugin makes a page of the file without front matter: by its name, or as the index of its folder."""
    stem = name(path).partition(".")[0].upper()
    if stem == "README" and "jekyll-readme-index" in config.plugins and parent(path) not in config.indexed:
        return True
    if "jekyll-optional-front-matter" not in config.plugins:
        return False
    included = config.values.get("include")
    named = {str(each).rpartition("/")[2] for each in included} if isinstance(included, list) else set()
    return stem not in LEFT_OUT or name(path) in named


def has_front_matter(data: bytes) -> bool:
    """As ``YAML_FRONT_MATTER_REGEXP`` in ``lib/jekyll/document.rb`` begins."""
    return data.removeprefix(b"\xef\xbb\xbf").startswith(b"---")
