"""``_config.yml`` as far as addresses and links depend on it (https://hexo.io/docs/configuration)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from linklint.model.files import Names
from linklint.model.glob import Glob, compile_sound
from linklint.site.paths import join, within
from linklint.site.profile import Read
from linklint.site.profiles.hosting import has_clean_urls, name_site
from linklint.site.profiles.javascript_sites import find_version, get_table, get_text, read_json
from linklint.site.profiles.trees import read_table

CONFIG = "_config.yml"
WORDS = frozenset({"new_post_name", "post_asset_folder", "skip_render", "render_drafts", "source_dir", "i18n_dir"})
# Generators that make lists and feeds, whose addresses are told apart; what makes redirects is not among them.
QUIET = frozenset(
    "archive baidu-sitemap category cname feed index index-pin-top json-content robotstxt search searchdb "
    "seo-friendly-sitemap sitemap tag".split()
)
GENERATING = re.compile(rb"extend\.generator\b|route\.set\b")
RENDERING = re.compile(rb"marked:renderer|marked:use|marked:tokenizer|extend\.renderer\b|after_(?:render|post_render)")
NAMING = re.compile(rb"""setAttribute\(\s*['"]id['"]|\.(?:attr|prop)\(\s*['"]id['"]\s*,""")
TOKEN = re.compile(r":(\w*[^\W_])")


class HexoSettings(NamedTuple):
    """``source``: folder of the pages; ``root``: the site's. ``base``: path that the site lies below, no slash at the
    end. ``permalink``: pattern of posts' addresses, ``names``: of their names. ``lists``: folders of lists. ``assets``:
    posts have files of their own beside them. ``marked``: ids are those of hexo-renderer-marked, and the theme's code
    leaves them so; ``transform``: letter case of these. ``makes``: code makes further pages. ``themed``: the theme's
    files are here. ``statics``: folders whose files are copied to the top. ``clean``: the host serves ``x.html`` as
    ``/x`` and as ``/x/``."""

    root: str
    source: str
    base: str
    permalink: str
    names: str
    lists: frozenset[str]
    skipped: tuple[Glob, ...]
    excluded: tuple[Glob, ...]
    included: tuple[Glob, ...]
    assets: bool
    drafts: bool
    marked: bool
    transform: int
    makes: bool
    themed: bool
    statics: tuple[str, ...]
    site_url: str
    clean: bool


def read_settings(root: str, names: Names, read: Read) -> HexoSettings:
    """The settings of the site in the folder."""
    values = read_table(join(root, CONFIG) or "", read, lax=True)
    marked = get_table(values, "marked")
    theme = get_text(values, "theme")
    themes = join(root, f"themes/{theme}") or ""
    code = list(_read_code(root, themes, names, read))
    base = get_text(values, "root", "/").strip("/")
    host = get_text(values, "url").rstrip("/")
    source = join(root, get_text(values, "source_dir", "source")) or ""
    rendered = any(RENDERING.search(each) for each in code) or _gives_ids(themes, names, read)
    lists = [get_text(values, key, default) for key, default in LISTS]
    return HexoSettings(
        root=root,
        source=source,
        base=f"/{base}" if base else "",
        permalink=get_text(values, "permalink", ":year/:month/:day/:title/"),
        names=get_text(values, "new_post_name", ":title.md"),
        lists=frozenset(each.strip("/") for each in lists),
        skipped=tuple(_compile(values.get("skip_render"))),
        excluded=tuple(_compile(values.get("exclude"))),
        included=tuple(_compile(values.get("include"))),
        assets=values.get("post_asset_folder") is True,
        drafts=values.get("render_drafts") is True,
        marked=themes in names.directories
        and re.match(r"\D*(?!0)\d", find_version(root, "hexo-renderer-marked", read)) is not None
        and not rendered
        and "headerIds" not in marked,
        transform=marked["modifyAnchors"] if marked.get("modifyAnchors") in (1, 2) else 0,
        makes=any(GENERATING.search(each) for each in code) or not _has_quiet_plugins(root, read),
        themed=themes in names.directories,
        statics=(source, *([f"{themes}/source"] if f"{themes}/source" in names.directories else [])),
        site_url=name_site(host, f"/{base}" if base else ""),
        clean=has_clean_urls(names, read),
    )


LISTS = (("tag_dir", "tags"), ("archive_dir", "archives"), ("category_dir", "categories"), ("pagination_dir", "page"))


def _read_code(root: str, theme: str, names: Names, read: Read) -> Iterator[bytes]:
    """The scripts of the site and of its theme, which Hexo loads."""
    folders = [join(root, "scripts") or "", f"{theme}/scripts"]
    for path in names.ending("js"):
        if any(within(path, folder) for folder in folders):
            yield read(path) or b""


def _gives_ids(theme: str, names: Names, read: Read) -> bool:
    """Whether scripts of the theme that run in the browser give ids to elements."""
    scripts = (path for path in names.ending("js") if within(path, f"{theme}/source"))
    return any(NAMING.search(read(path) or b"") for path in scripts)


def _has_quiet_plugins(root: str, read: Read) -> bool:
    manifest = read_json(join(root, "package.json") or "", read)
    packages = [*get_table(manifest, "dependencies"), *get_table(manifest, "devDependencies")]
    made = [name.removeprefix("hexo-generator-") for name in packages if name.startswith("hexo-generator-")]
    return all(name in QUIET for name in made)


def _compile(patterns: Any) -> Iterator[Glob]:
    listed = patterns if isinstance(patterns, list) else [patterns]
    return compile_sound(pattern for pattern in listed if isinstance(pattern, str) and pattern)
