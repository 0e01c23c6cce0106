"""Next.js: Markdown pages of the App Router and the Pages Router, Nextra's content, content folders of blogs.

Rules: https://nextjs.org/docs and https://nextra.site/docs; the modules of this folder say more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import pairwise

import msgspec

from linklint.data.javascript import read_config
from linklint.data.tree import KeyPath, Tree
from linklint.model.document import Dialect, Document, WrittenLink
from linklint.model.files import Names
from linklint.model.place import pack_spans, to_span
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.fragments import FURTHER, document_fragments
from linklint.site.paths import extension, join
from linklint.site.profile import Detection, Mount, NavigationLink, Profile, Read, Redirect, learn_by
from linklint.site.profiles.javascript_sites import CONFIG_ENDINGS, find_config_folders, get_text, names_files
from linklint.site.profiles.mdx import find_includes, find_parts, judge_mdx_fragment, mdx_fragments
from linklint.site.profiles.nextjs.config import Config, load_config
from linklint.site.profiles.nextjs.folders import MARKDOWN
from linklint.site.profiles.nextjs.fragments import nextra_fragments, own_fragments
from linklint.site.profiles.nextjs.links import (
    find_address,
    find_folder,
    find_lookups,
    find_url,
    is_document,
)
from linklint.site.profiles.nextjs.routes import explain_routes, find_shown_routes

STEM = "next.config"
COMMON = ("autolinks", "footnotes", "math", "mdx", "strikethrough", "tables")
META = frozenset(f"{stem}{ending}x" for stem in ("_meta", "_meta.global") for ending in (".js", ".ts")) | frozenset(
    f"{stem}{ending}" for stem in ("_meta", "_meta.global") for ending in CONFIG_ENDINGS
)
DEEPEST = 12
HOMES = ("", "src/")
ASKED_FIRST = ("middleware", "proxy")


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """Every config that is not a test's or an example's and has Markdown that becomes pages."""
    found = []
    for folder, path in find_config_folders(names, STEM):
        config = load_config(path, folder, names, read)
        if any(is_document(config, each) and find_url(config, each) is not None for each in names.ending(*MARKDOWN)):
            found.append(Detection(folder, f"the config {path}" + (", with Nextra" if config.nextra else "")))
    return found


def open_nextjs(found: Detection, names: Names, read: Read, settings: SiteSettings) -> Mount:
    """The site of one config."""
    configs = dict(find_config_folders(names, STEM))
    path = configs.get(found.root, join(found.root, STEM + ".js") or "")
    config = load_config(path, found.root, names, read)
    config = msgspec.structs.replace(config, texts=shows_texts(found.root, names, read))
    explain = explain_routes(config)
    parts = cache(
        lambda: find_parts(
            found.root, names, read, [each for each in names.ending(*MARKDOWN) if is_document(config, each)]
        )
    )
    mount = Mount(
        framework="nextjs",
        root=found.root,
        reason=found.reason,
        dialect=partial(find_dialect, config, parts),
        address=partial(find_address, config),
        lookups=partial(find_lookups, config, names, explain),
        opaque=explain,
        indexes=("index.mdx", "index.md", "page.mdx", "page.md"),
        fragments=partial(find_fragments, config),
        judge=judge_mdx_fragment,
        includes=partial(find_includes, config.root, names),
        navigation=partial(list_navigation, config, names, read),
        listings=partial(list_generated, config),
        redirects=partial(list_redirects, config),
        roots=partial(find_roots, config),
        copied=(join(found.root, "public") or "",),
        site_url=config.base.rstrip("/"),
    )

    def find_told(documents: Mapping[str, Document]) -> tuple[frozenset[str], bool]:
        return find_shown_routes(config, documents), not config.nextra and names_files(documents, names)

    def know(told: tuple[frozenset[str], bool]) -> Mount:
        shown, by_file = told
        known = msgspec.structs.replace(config, by_file=by_file)
        explain = explain_routes(known, shown)
        return msgspec.structs.replace(mount, lookups=partial(find_lookups, known, names, explain), opaque=explain)

    return msgspec.structs.replace(mount, learn=learn_by(find_told, know))


def shows_texts(root: str, names: Names, read: Read) -> bool:
    """Whether code that is asked before all routes knows addresses that end in ``.md``
    (https://nextjs.org/docs/app/api-reference/file-conventions/proxy)."""
    paths = (join(root, f"{home}{stem}.{ending}") for home in HOMES for stem in ASKED_FIRST for ending in ("ts", "js"))
    return any(path in names.files and b".md" in (read(path) or b"") for path in paths if path)


def find_dialect(config: Config, parts: Callable[[], frozenset[str]], path: str) -> Dialect | None:
    """MDX, with Nextra's ids in headings."""
    if not is_document(config, path) and (extension(path) not in MARKDOWN or path not in parts()):
        return None
    return Dialect(
        extensions=tuple(sorted({*COMMON, *(("alerts", "bracket-ids") if config.nextra or config.fumadocs else ())}))
    )


def find_fragments(config: Config, documents: Sequence[Document]) -> frozenset[str] | None:
    """Slugs where Nextra or ``rehype-slug`` makes them. Else ids, and what plugins make cannot be known."""
    if config.nextra:
        return nextra_fragments(documents)
    if config.slugs:
        found = mdx_fragments(False, documents)
        return found | own_fragments(documents) if found is not None and config.own_slugs else found
    found = document_fragments(documents)
    return found | {FURTHER} if found is not None else None


def list_navigation(
    config: Config, names: Names, read: Read, documents: Mapping[str, Document]
) -> Iterator[NavigationLink]:
    """The links that ``_meta`` files write."""
    if not config.nextra:
        return
    for path in names.named(*META):
        if find_folder(config, path) is not None:
            tree = read_config(read(path) or b"", path, read)
            for keypath, href, title in _hrefs(tree.value, (), 0):
                if not href.startswith("#"):  # a part of the page that shows the menu, which several may do
                    yield _link(tree, keypath, href, title)


def _hrefs(value: object, keypath: KeyPath, depth: int) -> Iterator[tuple[KeyPath, str, str]]:
    if not isinstance(value, Mapping) or depth > DEEPEST:
        return
    for key, each in value.items():
        if key == "href" and isinstance(each, str):
            yield (*keypath, key), each, get_text(value, "title")
        else:
            yield from _hrefs(each, (*keypath, key), depth + 1)


def _link(tree: Tree, keypath: KeyPath, href: str, title: str) -> NavigationLink:
    place = tree.location(keypath)
    written = WrittenLink("nav", "a", href, href, title or href, pack_spans(to_span(place)), prop="href")
    return NavigationLink(place.path, written, href)


def list_generated(config: Config, pages: Sequence[Page]) -> Iterator[tuple[str, str]]:
    """Nextra's sidebar shows every page of a language on every other one: told once from its home page, and from page
    to page."""
    if not config.nextra:
        return
    languages: dict[str | None, list[Page]] = {}
    for page in pages:
        languages.setdefault(page.lang if config.locales else None, []).append(page)
    for shown in languages.values():
        shown.sort(key=lambda page: page.url)
        for page in shown[1:]:
            yield shown[0].path, page.path
            yield page.path, shown[0].path
        for one, other in pairwise(shown):
            yield one.path, other.path
            yield other.path, one.path


def find_roots(config: Config, pages: Sequence[Page]) -> list[str]:
    """The home pages; where code makes the home page of a site with Nextra, its first page."""
    homes = [page.path for page in pages if page.root]
    if homes or not config.nextra or not pages:
        return homes
    return [min(pages, key=lambda page: (page.url.count("/"), page.url)).path]


def list_redirects(config: Config, documents: Mapping[str, Document]) -> Iterable[Redirect]:
    """Those of the config that name plain addresses."""
    for keypath, old, new in config.redirects:
        yield Redirect(old, new, config.tree.location(keypath))


PROFILE = Profile("nextjs", detect, open_nextjs)
