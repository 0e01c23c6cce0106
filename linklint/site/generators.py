"""Configs of site generators: of those that a profile here reads, and of those that none does. A generator links pages
by itself, by a sidebar, a table of contents, a list of posts. https://jamstack.org/generators/ lists many.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from linklint.model.files import Names
from linklint.site.paths import join, name, parent
from linklint.site.profile import Read
from linklint.site.profiles.conventions import is_example


class Generator(NamedTuple):
    """``words``: what the config says, where other programs have files of that name. ``known``: a profile reads its
    sites. ``takes_all``: what lies below the config is for the site, unlike the pages that a generator of references
    to code is told to add. ``inner``: the folder that holds the pages, from that of the config; without it there is no
    site."""

    name: str
    words: bytes = b""
    known: bool = False
    takes_all: bool = True
    inner: str = ""


# The name of a config, maybe with the folder that it lies in → its generator. ``*`` is any ending in which configs are.
CONFIGS: Mapping[str, Generator] = {
    ".dumirc.*": Generator("Dumi"),
    ".eleventy.js": Generator("Eleventy", known=True),
    ".gitbook.yaml": Generator("GitBook", known=True),
    ".vitepress/config.*": Generator("VitePress", known=True),
    ".vuepress/config.*": Generator("VuePress", known=True),
    "_bookdown.yml": Generator("bookdown", known=True),
    "_cobalt.yml": Generator("Cobalt"),
    "_config.ts": Generator("Lume", rb"\blume\b"),
    # Not known: the profile reads only what a manifest beside the config calls a site of Hexo.
    "_config.yml": Generator(
        "Hexo", rb"(?m)^(?:new_post_name|post_asset_folder|external_link|skip_render|code_dir|i18n_dir)\s*:"
    ),
    "_default/config.*": Generator("Hugo", known=True),
    "_quarto.yaml": Generator("Quarto", known=True),
    "_quarto.yml": Generator("Quarto", known=True),
    "_toc.yml": Generator("Jupyter Book", rb"(?m)^(?:format\s*:\s*['\"]?jb-|root\s*:|-\s*file\s*:)"),
    # Which the texts are made for before it is built, by Dgeni (https://github.com/angular/dgeni).
    "angular.json": Generator("Angular", rb"\bsrc/generated\b"),
    "antora.yml": Generator("Antora"),
    "astro.config.*": Generator("Astro", known=True),
    # The program that GitBook was once, and Honkit: it shows what a summary names and blocks inside of pages. Its links
    # are those that GitHub shows.
    "book.js": Generator("GitBook's program", rb"\b(?:gitbook|plugins|pluginsConfig|structure)\b", known=True),
    "book.json": Generator("GitBook's program", rb'"(?:gitbook|honkit|plugins|pluginsConfig|structure)"', known=True),
    "book.toml": Generator("mdBook", known=True),
    # Where a build writes the config, it writes chapters, too (``book.toml.in`` of Autoconf and Meson).
    "book.toml.in": Generator("mdBook behind a build"),
    "bridgetown.config.yml": Generator("Bridgetown"),
    "_toctree.yml": Generator("doc-builder", known=True),
    "conf.py": Generator("Sphinx", rb"(?m)^\s*(?:extensions|html_theme|master_doc|root_doc|project|BLOG_TITLE)\s*="),
    "config.rb": Generator("Middleman", rb"(?m)^\s*(?:activate|page|set)\s+[:'\"]"),
    "config.toml": Generator("Zola", rb"(?m)^\s*base_url\s*=", known=True),
    "config/system.yaml": Generator("Grav", rb"(?m)^pages\s*:", inner="../pages"),
    "config.yaml": Generator("The Carpentries Workbench", rb"(?m)^carpentry\s*:"),
    "design-system-config.php": Generator("Design System"),
    "doc/conf.py": Generator("Sphinx"),
    "docfx.json": Generator("DocFX", known=True),
    "docs/conf.py": Generator("Sphinx"),
    "docusaurus.config.*": Generator("Docusaurus", known=True),
    "doczrc.*": Generator("Docz"),
    "Doxyfile": Generator("Doxygen", takes_all=False),
    "eleventy.config.*": Generator("Eleventy", known=True),
    "gatsby-config.*": Generator("Gatsby"),
    "gridsome.config.*": Generator("Gridsome"),
    "hugo.json": Generator("Hugo", known=True),
    "hugo.toml": Generator("Hugo", known=True),
    "hugo.yaml": Generator("Hugo", known=True),
    "hugo.yml": Generator("Hugo", known=True),
    # The documentation of a Julia package (https://documenter.juliadocs.org/stable/man/guide/).
    "make.jl": Generator("Documenter", rb"\bDocumenter\b", inner="src"),
    "metalsmith.*": Generator("Metalsmith"),
    "mint.json": Generator("Mintlify", known=True),
    "mix.exs": Generator("ExDoc", rb"\bex_doc\b", takes_all=False),
    "mkdocs.yaml": Generator("MkDocs", known=True),
    "mkdocs.yml": Generator("MkDocs", known=True),
    "properdocs.yaml": Generator("ProperDocs", known=True),
    "properdocs.yml": Generator("ProperDocs", known=True),
    "myst.yml": Generator("MyST", known=True),
    "next.config.*": Generator("Next.js", known=True),
    "nuxt.config.*": Generator("Nuxt"),
    "pelicanconf.py": Generator("Pelican"),
    # https://maven.apache.org/guides/mini/guide-site.html; a site may have no descriptor of its own.
    "pom.xml": Generator("Maven", inner="src/site"),
    "project.ihp": Generator("Writerside"),
    # Its documentation, which every copy of it holds; the notes beside it are read as a vault.
    "quartz.config.*": Generator("Quartz", inner="docs"),
    "retype.yml": Generator("Retype"),
    "rocket.config.*": Generator("Rocket", inner="docs"),
    "rspress.config.*": Generator("Rspress", known=True),
    "rstack.config.*": Generator("Rspress", rb"\bdefine\.doc\(", known=True),
    "sidebars.yaml": Generator("Redocly", rb"(?m)^\s*-?\s*(?:directory|group|page|separator|\$ref)\s*:"),
    "site.hs": Generator("Hakyll", rb"\bimport\s+Hakyll\b"),
    "siteConfig.js": Generator("Docusaurus 1", rb"\bbaseUrl\b"),
    "source/conf.py": Generator("Sphinx"),
    "source.config.*": Generator("Fumadocs", rb"fumadocs"),
    "svelte.config.*": Generator("SvelteKit", rb"\badapter\b"),
    "theme.config.*": Generator("Nextra", known=True),
    "vite.config.*": Generator("SvelteKit", rb"\bsveltekit\("),
    "writerside.cfg": Generator("Writerside"),
    "zensical.toml": Generator("Zensical", known=True),
    "zola.toml": Generator("Zola", known=True),
}
ENDINGS = frozenset("cjs cts js json jsx mjs mts toml ts tsx yaml yml".split())
NAMES = frozenset(
    each
    for base in (key.rpartition("/")[2] for key in CONFIGS)
    for each in ([f"{base[:-1]}{ending}" for ending in ENDINGS] if base.endswith(".*") else [base])
)
INNER_FOLDERS = ("/.vitepress", "/.vuepress", "/config/_default")
SITE_FOLDERS = frozenset({"website", "site", "www", "web", "documentation", "docs-site"})
JEKYLL = ("_config.yml", "_config.yaml")


def find_configs(names: Names, read: Read) -> Mapping[str, Generator]:
    """The config of each site that a generator makes."""
    found: dict[str, Generator] = {}
    for path, generator in _find_by_names(names):
        is_there = not generator.inner or join(parent(path), generator.inner) in names.directories
        if is_there and (not generator.words or re.search(generator.words, read(path) or b"")):
            found[path] = generator
    return found


@lru_cache(maxsize=4)  # several ask of the same repository
def _find_by_names(names: Names) -> tuple[tuple[str, Generator], ...]:
    """The files with the name of a config."""
    found = ((path, _find_by_name(path)) for path in names.named(*NAMES) if names.files[path].kind == "file")
    return tuple((path, generator) for path, generator in found if generator)


def _find_by_name(path: str) -> Generator | None:
    folder, _, base = path.rpartition("/")
    stem, _, ending = base.rpartition(".")
    words = [base, f"{stem}.*"] if ending in ENDINGS else [base]
    inner = folder.rpartition("/")[2]
    return next((CONFIGS[key] for key in (*(f"{inner}/{word}" for word in words), *words) if key in CONFIGS), None)


def generator_folders(names: Names, read: Read, chosen: Callable[[str], bool] = lambda config: True) -> frozenset[str]:
    """Folders whose pages a site generator may link by its own navigation. ``chosen``: whether a config counts."""
    configs = find_configs(names, read)
    taking = [path for path, generator in configs.items() if generator.takes_all and chosen(path)]
    return frozenset(folder for path in taking for folder in find_site_folders(path))


def find_site_folders(config: str) -> Iterator[str]:
    """The folders that hold the pages of the site with this config. Of one in ``website/``, they often lie in ``docs/``
    beside it."""
    folder = "/" + parent(config)
    for inner in INNER_FOLDERS:
        folder = folder.removesuffix(inner)
    generator = _find_by_name(config)
    folder = join(folder[1:], generator.inner if generator else "") or ""
    yield folder
    if name(folder) in SITE_FOLDERS:
        yield f"{parent(folder)}/docs".lstrip("/")


def example_sites(names: Names, read: Read) -> frozenset[str]:
    """Folders of the sites that are tests or examples; of a folder ``tests`` that holds some, all of it."""
    folders = generator_folders(names, read, is_example)
    tests = [
        "/".join(segments[: number + 1])
        for segments in (folder.split("/") for folder in folders)
        for number, segment in enumerate(segments)
        if segment.lower() in ("test", "tests", "__tests__")
    ]
    return folders.union(tests)


def jekyll_folders(names: Names) -> frozenset[str]:
    """Folders with a Jekyll config. Jekyll links nothing by itself, but a theme may."""
    return frozenset(map(parent, names.named(*JEKYLL)))
