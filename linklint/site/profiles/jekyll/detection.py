"""Jekyll: which ``_config.yml`` makes a site. Hexo, Jupyter Book and others have files of that name too; templates,
tests and examples hold whole sites that are not published; and many a repository that people read on GitHub has one
only so that GitHub Pages puts a theme around its READMEs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linklint.model.files import Names
from linklint.site.paths import below, join, name, parent, within
from linklint.site.profile import Detection, Read
from linklint.site.profiles.conventions import FOREIGN_FOLDERS, TEST_FOLDERS, VENDOR_FOLDERS
from linklint.site.profiles.jekyll.named_configs import USUAL, find_named_configs
from linklint.site.profiles.trees import read_table

CONFIGS = ("_config.yaml", "_config.yml")
ASIDE = TEST_FOLDERS | VENDOR_FOLDERS | FOREIGN_FOLDERS | {
    "test", "tests", "spec", "specs", "example", "examples", "demo", "demos", "template", "templates", "lib",
    "site_template", "blank_template", "skeleton", "_site", "sample", "samples", "themes",
}  # fmt: skip
FOLDERS = ("_posts", "_layouts", "_data", "_drafts", "_pages", "_docs")
KEYS = frozenset("collections defaults future livereload paginate pagination permalink show_drafts".split())
GEMS = (b"jekyll", b"github-pages")
SOURCES = ("", "docs")
"""Where a site without a config may lie: what GitHub Pages builds."""
CONFIG_OF_ANY = re.compile(r"_config\..*|\.?eleventy(?:\.config)?\.[cm]?[jt]s|(?:astro|gatsby|hugo|metalsmith)[.\-].*")
POST = re.compile(r"\d{4}-\d{1,2}-\d{1,2}-.+\.(?:md|markdown|html)")
OTHERS = ("_toc.yml", "scaffolds", "source/_posts", "themes")  # Jupyter Book, Hexo
VUE = (".vitepress", ".vuepress")


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """Folders with a config and something that only a site of Jekyll's has: posts, layouts, data, collections,
    permalinks, a Gemfile that installs Jekyll."""
    found: list[Detection] = []
    named = [paths[0] for paths in find_named_configs(names, read).values()]
    for path in (*names.named(*CONFIGS), *named):
        root = parent(path)
        if any(segment.lower() in ASIDE for segment in root.split("/")) or _is_there(root, OTHERS, names):
            continue
        if any(each.root == root for each in found):
            continue
        keys = KEYS & read_table(path, read, lax=True).keys()
        gems = read(join(root, "Gemfile") or "") or b""
        if keys or _is_there(root, FOLDERS, names) or any(gem in gems for gem in GEMS):
            found.append(Detection(root, f"{path}, the config of a Jekyll site"))
    return found or [
        Detection(root, f"{join(root, '_layouts')} without a config, as Jekyll reads it")
        for root in SOURCES
        if is_site_without_config(root, names, read)
    ]


def is_site_without_config(root: str, names: Names, read: Read) -> bool:
    """Whether the folder has layouts of Jekyll's, and dated posts or a Gemfile that installs it; not where something
    else may read these, or GitHub is told not to."""
    layouts, posts = join(root, "_layouts") or "", join(root, "_posts") or ""
    inside = names.below(root)
    if not any(within(path, layouts) and path.endswith(".html") for path in inside):
        return False
    if any(CONFIG_OF_ANY.fullmatch(below(path, root)) for path in inside) or _is_there(root, (*OTHERS, *VUE), names):
        return False
    gems = read(join(root, "Gemfile") or "") or b""
    dated = any(within(path, posts) and POST.match(name(path)) for path in inside)
    return any(gem in gems for gem in GEMS) or (dated and not _is_there(root, (".nojekyll", "package.json"), names))


def _is_there(root: str, inner: Sequence[str], names: Names) -> bool:
    paths = [join(root, each) or "" for each in inner]
    return any(path in names.directories or path in names.files for path in paths)


def config_paths(root: str, names: Names, read: Read) -> tuple[str, ...]:
    """The config of a folder, or those that a program gives to Jekyll."""
    for usual in USUAL:
        path = join(root, usual) or ""
        if path in names.files:
            return (path,)
    return find_named_configs(names, read).get(root) or (join(root, USUAL[0]) or "",)
