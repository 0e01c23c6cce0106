"""The table of profiles, and which of them a repository is."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from importlib import import_module

import msgspec

from linklint.data.suggest import closest
from linklint.errors import Problem, UserError
from linklint.model.document import Dialect
from linklint.model.files import Names, Repository
from linklint.model.glob import compile_glob
from linklint.model.settings import SiteSettings
from linklint.site.evident_addresses import with_evident_addresses
from linklint.site.glancing import Reader
from linklint.site.host_folders import with_host_folders
from linklint.site.hosts import with_host_redirects
from linklint.site.ignored import find_ignored, with_ignored, with_texts
from linklint.site.imported_files import with_imported_files
from linklint.site.imports import read_imports, with_imports
from linklint.site.linked_pages import find_linked_pages, with_linked_pages
from linklint.site.nested import TOGETHER, leave_out_nested
from linklint.site.other_generators import OtherSites, find_other_sites, with_other_generators
from linklint.site.outward import find_outward, with_outward_components
from linklint.site.paths import join, within
from linklint.site.profile import Detection, Mount, Profile, change_for_good
from linklint.site.shown_elsewhere import Elsewhere, with_elsewhere
from linklint.site.unread_configs import list_configs, with_unread_config
from linklint.site.watching import unwatched

# In the order of detection: the first claims a file that two could read. Each is the module or package of its name in
# ``profiles``, with the names of files or folders of which a site has at least one (``.*``: any ending, ``-*``: what
# comes after the first mark); none: any may be a site. A profile whose signs are absent is not even loaded.
FRAMEWORKS: dict[str, tuple[str, ...]] = {
    "docusaurus": ("docusaurus.config.*",),
    "astro": ("astro.config.*",),
    "vitepress": (".vitepress",),
    "vuepress": (".vuepress",),
    "rspress": ("rspress.config.*", "rstack.config.*"),
    "quarto": ("_quarto.yml", "_quarto.yaml"),
    "bookdown": ("_bookdown.yml", "index.Rmd"),
    "mkdocs": ("mkdocs.yml", "mkdocs.yaml", "mkdocs-*", "properdocs.*", "properdocs-*", "zensical.*"),
    "mdbook": ("book.toml",),
    "eleventy": (".eleventy.js", "eleventy.config.*", "package.json"),
    "docfx": ("docfx.json",),
    "hugo": ("hugo.*", "config-*"),
    "hexo": ("_config.yml",),
    "zola": ("zola.toml", "config.toml"),
    "jekyll": ("_config.*", "_layouts"),
    "docsify": ("index.html",),
    "fern": ("fern.config.json",),
    "nextjs": ("next.config.*",),
    "nuxt": ("nuxt.config.*", "docs.yaml", "docs.yml", "package.json"),
    "gitbook": (".gitbook.yaml", "SUMMARY.md"),
    "mintlify": ("docs.json", "mint.json"),
    "wiki": ("_Sidebar.md", "_Footer.md", "_Header.md"),
    "mystmd": ("myst.yml",),
    "sphinx": ("conf.py", "_toc.yml"),
    "docbuilder": ("_toctree.yml",),
    "obsidian": (),
    "plain": (),
    "html": (),
}
MARK = re.compile("[-_.]")
EVIDENT = frozenset({"astro", "nextjs", "nuxt"})  # their routes may be code


def detect(repository: Repository, settings: SiteSettings) -> tuple[Mount, ...]:
    """The sites of the repository, opened; first the one with most pages. ``auto`` takes every profile that finds
    its files. Raises ``UserError`` for an unknown framework and for a content folder that is not there."""
    _check(repository.names, settings)
    wanted = (
        tuple(FRAMEWORKS) if settings.framework == "auto" else TOGETHER.get(settings.framework, (settings.framework,))
    )
    names = find_names(repository.names, settings.base)
    words = find_words(names)
    read = Reader(repository)
    mounts: list[Mount] = []
    for framework in wanted:
        if settings.framework == "auto" and not has_sign(framework, words):
            continue
        profile = load_profile(framework)
        found: Sequence[Detection] = [
            each if within(each.root, settings.base) else Detection(settings.base, each.reason)
            for each in profile.detect(names, Reader(unwatched(repository)))
        ]
        if framework == settings.framework:
            found = [Detection(each.root, "as site.framework says") for each in found] or [
                Detection(settings.base, "as site.framework says")
            ]
        mounts.extend(profile.open(each, repository.names, read, settings) for each in found)
    mounts = [
        with_unread_config(mount, list_configs_of(mount.framework, mount.root, repository.names), read)
        for mount in mounts
    ]
    mounts = [with_host_redirects(mount, repository.names, read, settings.url or "") for mount in mounts]
    imports = cache(lambda: read_imports(repository.names, read))
    mounts = [with_imports(mount, repository.names, imports) for mount in mounts]
    if repository.names.ending("mdx"):  # nobody else is asked for each link
        mounts = [with_imported_files(mount, read) for mount in mounts]
    linked = find_linked_pages(repository.names)
    mounts = [with_linked_pages(mount, linked) for mount in mounts]
    outward = find_outward(repository.names, read)
    mounts = [with_outward_components(mount, outward) for mount in mounts]
    ignored = find_ignored(repository.names, read)
    mounts = [leave_out(with_ignored(mount, ignored), settings) for mount in mounts]
    elsewhere = Elsewhere(repository.names, read)
    mounts = [with_host_folders(with_elsewhere(mount, elsewhere)) for mount in mounts]
    mounts = [with_texts(mount) if mount.texts else mount for mount in mounts]
    if settings.framework == "auto":
        others = OtherSites(names, find_other_sites(names, read), read)
        alone = all(mount.framework in TOGETHER["plain"] for mount in mounts)
        mounts = [
            with_evident_addresses(with_other_generators(mount, others, alone=alone), names, read, others.owns)
            if others and mount.framework in TOGETHER["plain"]
            else mount
            for mount in mounts
        ]
        mounts = [
            with_evident_addresses(mount, names, read, lambda path: True) if mount.framework in EVIDENT else mount
            for mount in mounts
        ]
        mounts = put_in_order(leave_out_nested(mounts, repository.names, read), repository.names)
    return tuple(mounts)


def find_names(names: Names, base: str) -> Names:
    """Those below a folder."""
    return Names(file for path, file in names.files.items() if within(path, base)) if base else names


def put_in_order(mounts: Sequence[Mount], names: Names) -> list[Mount]:
    """Those with most files first, each with the files that it claims in the order of detection: beside many Markdown
    files, a small site in the same folder keeps its own."""
    # Each file is asked about three times: for the order of the mounts, for the sources, for the owners.
    mounts = [msgspec.structs.replace(mount, dialect=cache(mount.dialect)) for mount in mounts]
    claimed: list[set[str]] = [set() for _ in mounts]
    for path in list_candidates(mounts, names):
        number = claim(mounts, path)
        if number is not None:
            claimed[number].add(path)
    order = sorted(range(len(mounts)), key=lambda number: -len(claimed[number]))
    return [keep_claimed(mounts[number], claimed[number]) for number in order]


def keep_claimed(mount: Mount, paths: AbstractSet[str]) -> Mount:
    """The mount, with only these files being documents."""
    dialect = mount.dialect
    return with_dialect(mount, lambda path: dialect(path) if path in paths else None)


def list_configs_of(framework: str, root: str, names: Names) -> list[str]:
    """The configs of a site of the framework with its folder, or that of its pages, at ``root``; the nearest first."""
    return list_configs(FRAMEWORKS[framework], load_profile(framework).configs, root, names)


def load_profile(name: str) -> Profile:
    """The profile of a framework of the table."""
    profile: Profile = import_module(f"linklint.site.profiles.{name}").PROFILE
    return profile


def find_words(names: Names) -> frozenset[str]:
    """The names of all files and folders, without what they lie in, and of each also its beginning with the ending
    replaced by ``.*``, and the one before the first mark by ``-*``."""
    bare = {path.rpartition("/")[2] for path in (*names.files, *names.directories)}
    first = {MARK.split(word, maxsplit=1)[0] + "-*" for word in bare}
    return frozenset(bare | {word.rpartition(".")[0] + ".*" for word in bare} | first)


def has_sign(framework: str, words: frozenset[str]) -> bool:
    """Whether there may be a site of the framework among files and folders of these names."""
    signs = FRAMEWORKS[framework]
    return not signs or not words.isdisjoint(signs)


def leave_out(mount: Mount, settings: SiteSettings) -> Mount:
    """The mount, with files being no documents that an ignored glob matches or that lie outside the config's folder."""
    if not settings.ignore and not settings.base:
        return mount
    globs = [compile_glob(pattern) for pattern in settings.ignore]
    dialect = mount.dialect

    def find_dialect(path: str) -> Dialect | None:
        left_out = not within(path, settings.base) or any(matches(path) for matches in globs)
        return None if left_out else dialect(path)

    return with_dialect(mount, find_dialect)


def with_dialect(mount: Mount, find_dialect: Callable[[str], Dialect | None]) -> Mount:
    """The mount with another choice of documents, also after it has learned."""
    return change_for_good(mount, lambda bare: msgspec.structs.replace(bare, dialect=find_dialect))


def sources(mounts: Sequence[Mount], names: Names) -> list[tuple[str, Dialect]]:
    """The files to read and how, sorted by path: regular files that are in the work tree."""
    found = []
    for path in list_candidates(mounts, names):
        file = names.files[path]
        number = claim(mounts, path) if file.kind == "file" and file.present else None
        if number is not None:
            dialect = mounts[number].dialect(path)
            if dialect is not None:
                found.append((path, dialect))
    return found


def list_candidates(mounts: Sequence[Mount], names: Names) -> Sequence[str]:
    """The files that may be documents of one of the mounts, by their endings, sorted."""
    return names.ending(*frozenset().union(*(mount.endings for mount in mounts)))


def claim(mounts: Sequence[Mount], path: str) -> int | None:
    """Which mount the file belongs to: the deepest folder, then the first."""
    ranks = [(-len(mount.root), number) for number, mount in enumerate(mounts) if mount.dialect(path) is not None]
    return min(ranks)[1] if ranks else None


def _check(names: Names, settings: SiteSettings) -> None:
    problems = []
    if settings.framework != "auto" and settings.framework not in FRAMEWORKS:
        known = ["auto", *FRAMEWORKS]
        guess = closest(settings.framework, known)
        hint = f'did you mean "{guess}"?' if guess else "known are " + ", ".join(known)
        problems.append(Problem(f'there is no framework "{settings.framework}"', hint=hint))
    for folder in settings.content:
        if join("", folder) not in names.directories:
            guess = closest(folder, names.directories)
            hint = f'did you mean "{guess}"?' if guess else "site.content names folders from the repository's top"
            problems.append(Problem(f'the content folder "{folder}" has no files', hint=hint))
    for key, patterns in (("ignore", settings.ignore), ("orphans_ok", settings.orphans_ok)):
        for pattern in patterns:
            try:
                compile_glob(pattern)
            except ValueError as error:
                problems.append(Problem(f'{key}: "{pattern}" is no glob: {error}'))
    if problems:
        raise UserError(problems)
