"""The blog plugin of Material for MkDocs: addresses of posts and of the views that it makes
(https://squidfunk.github.io/mkdocs-material/plugins/blog/)."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from linklint.model.document import Document
from linklint.model.site import Page
from linklint.site.paths import join, name, within
from linklint.site.profiles.mkdocs.settings import MkdocsSettings

DATE = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})")
DATE_PART = re.compile(r"'[^']*'|y+|M+|d+")
PLACEHOLDER = re.compile(r"\{(\w+)\}")
NOT_IN_SLUG = re.compile(r"[^\w\- ]")


class Blog(NamedTuple):
    """Folders are named from the docs folder. ``slug_known``: posts are named by the plugin's own slug function."""

    folder: str
    posts: str
    options: Mapping[str, Any]

    def option(self, key: str, default: str) -> str:
        """An option that is text."""
        value = self.options.get(key)
        return value if isinstance(value, str) else default


def find_blogs(settings: MkdocsSettings) -> list[Blog]:
    """The blogs of the site. Several need the name ``material/blog #2`` or a list of plugins of the same name; the
    names are kept apart by YAML, so one is the rule."""
    plugin = settings.plugin("blog")
    if plugin is None:
        return []
    folder = join("", str(plugin.options.get("blog_dir") or "blog")) or ""
    posts = str(plugin.options.get("post_dir") or "{blog}/posts").replace("{blog}", folder)
    return [Blog(folder, join("", posts) or "", plugin.options)]


def post_url(blog: Blog, inner: str, document: Document, directory_urls: bool) -> str:
    """The address of a post: a pattern of its date, slug, first category and file name."""
    matter = document.front_matter or {}
    title = document.title or _title_of_file(inner)
    separator = blog.option("post_slugify_separator", "-")
    slug = matter.get("slug")
    categories = matter.get("categories")
    count = blog.options.get("post_url_max_categories")
    chosen = categories[: count if isinstance(count, int) else 1] if isinstance(categories, list) else []
    values = {
        "date": format_date(matter.get("date"), blog.option("post_url_date_format", "yyyy/MM/dd")),
        "slug": str(slug) if slug else slugify(title, separator),
        "categories": "/".join(slugify(str(category), "-") for category in chosen),
        "file": posixpath.splitext(name(inner))[0],
    }
    pattern = blog.option("post_url_format", "{date}/{slug}")
    path = PLACEHOLDER.sub(lambda match: values.get(match[1], ""), pattern)
    url = "/" + (join(blog.folder, path) or "")
    return url + "/" if directory_urls else url + ".html"


def format_date(value: object, pattern: str) -> str:
    """A date of front matter (``2024-01-31``, or ``{created: …}``) in the letters of Unicode's date patterns."""
    if isinstance(value, dict):
        value = value.get("created")
    match = DATE.match(str(value))
    if match is None:
        return ""
    year, month, day = match.groups()

    def fill(part: re.Match[str]) -> str:
        text = part[0]
        if text.startswith("'"):
            return text[1:-1]
        number = {"y": year, "M": month, "d": day}[text[0]]
        return number[-2:] if text == "yy" else number.lstrip("0").zfill(min(len(text), 2))

    return DATE_PART.sub(fill, pattern)


def slugify(text: str, separator: str) -> str:
    """``pymdownx.slugs.slugify(case="lower")``: Unicode letters stay."""
    plain = unicodedata.normalize("NFC", text).strip().lower()
    return NOT_IN_SLUG.sub("", plain).replace(" ", separator)


def _title_of_file(inner: str) -> str:
    """The title that MkDocs makes of a file name."""
    title = posixpath.splitext(name(inner))[0].replace("-", " ").replace("_", " ")
    return title.capitalize() if title.lower() == title else title


def is_view(blog: Blog, inner: str) -> bool:
    """Whether an address or a file, named from the docs folder, belongs to archives, categories, authors or pages of
    the lists that the plugin makes."""
    if not within(inner, blog.folder):
        return False
    rest = inner.removeprefix(blog.folder).strip("/")
    formats = (
        blog.option("archive_url_format", "archive/{date}"),
        blog.option("categories_url_format", "category/{slug}"),
        blog.option("authors_profiles_url_format", "author/{slug}"),
        blog.option("pagination_url_format", "page/{page}"),
    )
    starts = [pattern.partition("{")[0] for pattern in formats]
    return any(start and (rest + "/").startswith(start) for start in starts)


def list_posts(blogs: Sequence[Blog], docs: str, pages: Sequence[Page], home: str | None) -> Iterator[tuple[str, str]]:
    """The lists of posts: the blog's own page, else the home page, leads to every post, and each post to the next."""
    for blog in blogs:
        folder, posts = join(docs, blog.folder) or "", join(docs, blog.posts) or ""
        indexes = [page.path for page in pages if page.path in (f"{folder}/index.md", f"{folder}/README.md")]
        start = indexes[0] if indexes else home
        for page in pages:
            if start and within(page.path, posts) and page.published:
                yield start, page.path
