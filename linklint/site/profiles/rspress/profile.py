"""Rspress as a row of the table of frameworks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial

import msgspec

from linklint.model.document import Dialect, Document
from linklint.model.files import Names
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.doubts import doubt_all
from linklint.site.paths import extension, join, within
from linklint.site.profile import Detection, Mount, Profile, Read, Redirect
from linklint.site.profiles.conventions import is_set_aside
from linklint.site.profiles.javascript_sites import find_config_folders
from linklint.site.profiles.mdx import judge_mdx_fragment
from linklint.site.profiles.quiet import find_quiet
from linklint.site.profiles.rspress.addresses import find_address, find_lookups, list_components
from linklint.site.profiles.rspress.fragments import find_fragments, find_includes
from linklint.site.profiles.rspress.navigation import Folders, find_folders, list_metas, list_shown, navigate
from linklint.site.profiles.rspress.settings import DOCUMENTATION, PAGES, RspressSettings, read_settings
from linklint.site.profiles.vitepress.profile import find_front_matter_links

STEM = "rspress.config"
TOGETHER = "rstack.config"
EXTENSIONS = ("autolinks", "containers", "footnotes", "strikethrough", "tables", "tasklists")
MARKDOWN = Dialect(extensions=EXTENSIONS)
MDX = Dialect(extensions=tuple(sorted((*EXTENSIONS, "mdx"))))


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """Every config that is not a test's or an example's."""
    return [Detection(folder, path) for folder, path in find_configs(names, read).items()]


def find_configs(names: Names, read: Read) -> dict[str, str]:
    """Folder → its config; one of Rstack, which has several tools, only where it says something of documentation."""
    together = find_config_folders(names, TOGETHER)
    told = {folder: path for folder, path in together if DOCUMENTATION.search(read(path) or b"")}
    return dict(sorted({**told, **dict(find_config_folders(names, STEM))}.items()))


def open_rspress(found: Detection, names: Names, read: Read, site: SiteSettings) -> Mount:
    """The site of one config."""
    configs = find_configs(names, read)
    config = configs.get(found.root, join(found.root, f"{STEM}.ts") or "")
    settings = read_settings(config, found.root, read)
    metas = list_metas(settings, names)
    components = list_components(settings, names)
    folders = cache(lambda: find_folders(settings, names, read))
    mount = Mount(
        framework="rspress",
        root=settings.source,
        reason=found.reason,
        dialect=partial(find_dialect, settings, names),
        address=partial(find_address, settings),
        lookups=partial(find_lookups, settings, metas, names),
        judge=judge_mdx_fragment,
        indexes=("index.mdx", "index.md"),
        opaque=partial(explain_component, components),
        further=partial(find_front_matter_links, read),
        includes=partial(find_includes, settings, names),
        navigation=lambda documents: list(navigate(folders())),
        listings=lambda pages: list(list_pages(folders(), pages)),
        redirects=lambda documents: list(list_redirects(settings)),
        roots=lambda pages: [page.path for page in pages if page.kind == "home"],
        orphans=partial(doubt_orphans, settings),
        site_url=settings.site_url,
        copied=(join(settings.source, "public") or "",),
    )
    return msgspec.structs.replace(mount, learn=partial(learn, mount, settings, names, read))


def learn(
    mount: Mount, settings: RspressSettings, names: Names, read: Read, documents: Mapping[str, Document]
) -> Mount:
    """Ids, once it is known which components the documents import."""
    quiet = cache(lambda: find_quiet(settings.folder, names, read, documents))
    return msgspec.structs.replace(mount, fragments=partial(find_fragments, quiet))


def find_dialect(settings: RspressSettings, names: Names, path: str) -> Dialect | None:
    """Markdown of the source folder; what is no page may be imported by one."""
    if extension(path) not in PAGES or not within(path, settings.source) or is_set_aside(path, names):
        return None
    return MDX if extension(path) == "mdx" else MARKDOWN


def explain_component(components: frozenset[str], url: str) -> str | None:
    """As ``Mount.opaque``."""
    return "a page made by code" if url in components else None


def list_pages(folders: Folders, pages: Sequence[Page]) -> Iterator[tuple[str, str]]:
    """The pages of the sidebars, as shown from the home page of their language, else from the first."""
    homes = [page for page in pages if page.kind == "home"]
    here = {page.path: page for page in pages}
    for path in list_shown(folders):
        if path in here and homes:
            home = next((each for each in homes if each.lang == here[path].lang), homes[0])
            yield home.path, path


def list_redirects(settings: RspressSettings) -> Iterator[Redirect]:
    """What the plugin for redirects in the browser is told."""
    for old, new, keypath in settings.redirects:
        location = settings.tree.location(keypath)
        yield Redirect(old, new, location)


def doubt_orphans(settings: RspressSettings, pages: Sequence[Page], linked: frozenset[str]) -> dict[str, str]:
    """A sidebar that code makes may list any page, and so may a plugin."""
    return doubt_all(pages, linked) if settings.unknown or settings.makes else {}


PROFILE = Profile("rspress", detect, open_rspress)
