"""Nuxt Content as a row of the table of frameworks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

import msgspec

from linklint.model.document import Dialect, Document
from linklint.model.files import Names
from linklint.model.settings import SiteSettings
from linklint.site.doubts import doubt_all
from linklint.site.fragments import FURTHER, document_fragments
from linklint.site.paths import extension, join, name, parent
from linklint.site.profile import Detection, Mount, Profile, Read, Redirect, learn_by
from linklint.site.profiles.conventions import is_example, is_set_aside
from linklint.site.profiles.hosting import find_on_host
from linklint.site.profiles.javascript_sites import find_config_folders, find_version, has_package
from linklint.site.profiles.nuxt.addresses import (
    DOCUMENTS,
    Known,
    explain,
    find_address,
    find_lookups,
    is_owned,
    learn_addresses,
)
from linklint.site.profiles.nuxt.settings import (
    NuxtSettings,
    list_docs_configs,
    read_settings,
    read_sources,
    read_undocs,
)
from linklint.source.slugs import github_slugs

STEM = "nuxt.config"
DIALECT = Dialect(
    extensions=("attributes", "autolinks", "footnotes", "strikethrough", "tables", "tasklists"),
    masks=("mdc",),
)
NUMBERED = re.compile(r"\d+\.\D")
SEVERAL = 2
EXTENDS = re.compile(rb"\bextends\s*:")
# Components of Nuxt UI, Docus and Content that give no ids but those of the headings in them.
QUIET = re.compile(
    r"(?:u-|prose-)?(?:accordion|accordion-item|alert|avatar|badge|button|callout|card|card-group|caution|code-collapse|"
    r"code-group|code-preview|code-tree|collapsible|container|field|field-group|icon|important|kbd|note|read-more|steps|"
    r"tab|tabs|tabs-item|tip|warning|br|div|span|p|ul|li|img|video)"
)


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """A folder of content beside a manifest with Docus, or beside a config of Nuxt and one with Nuxt Content; a config
    of Undocs. Not a site whose collections cannot be read."""
    configs = dict(find_config_folders(names, STEM))
    found: dict[str, str] = {}
    for content in names.directories:
        root = parent(content) if name(content) == "content" else None
        manifest = join(root, "package.json") if root is not None else None
        if root is None or manifest not in names.files or is_set_aside(manifest, names) or root in found:
            continue
        is_docus = not is_example(manifest) and has_package(root, "docus", read)
        is_content = is_docus or (
            root in configs and (_uses_content(root, read) or _has_layer(content, configs[root], names, read))
        )
        if is_content and read_sources(root, content, names, read):
            found[root] = configs.get(root, manifest)
    for path in list_docs_configs(names):
        if not is_example(path) and not is_set_aside(path, names):
            root = parent(parent(path))
            if has_package(root, "undocs", read):
                found.setdefault(root, path)
    return [Detection(*each) for each in sorted(found.items())]


def _uses_content(root: str, read: Read) -> bool:
    """Whether the manifest names Nuxt Content; in its first version code decides on every address."""
    version = find_version(root, "@nuxt/content", read)
    return has_package(root, "@nuxt/content", read) and re.match(r"\D*1\b", version) is None


def _has_layer(content: str, config: str, names: Names, read: Read) -> bool:
    """Whether a layer brings Nuxt Content: the config extends one, and numbers order the folders of content."""
    numbered = [each for each in names.directories if parent(each) == content and NUMBERED.match(name(each))]
    return len(numbered) >= SEVERAL and EXTENDS.search(read(config) or b"") is not None


def open_nuxt(found: Detection, names: Names, read: Read, site: SiteSettings) -> Mount:
    """The site of one config."""
    docs = next((path for path in list_docs_configs(names) if parent(parent(path)) == found.root), None)
    configs = dict(find_config_folders(names, STEM))
    if docs is not None and found.root not in configs:
        settings, content = read_undocs(docs, found.root, names, read), found.root
        publics = [join(found.root, ".docs/public") or ""]
    else:
        content = join(found.root, "content") or ""
        settings = read_settings(configs.get(found.root, ""), found.root, content, names, read)
        publics = [join(found.root, "public") or ""]
    bare = Mount(
        framework="nuxt",
        root=content,
        reason=found.reason,
        dialect=partial(find_dialect, settings, names),
        address=partial(find_address, settings),
        lookups=partial(find_lookups, settings, Known(), publics),
        opaque=partial(explain, settings, Known()),
        fragments=find_fragments,
        indexes=("index.md",),
        own=partial(find_on_host, settings.site_url, settings.base),
        roots=lambda pages: [page.path for page in pages if page.kind == "home"],
        orphans=doubt_all,  # code makes menus of the folders, and lists
        site_url=settings.site_url,
        copied=tuple(publics),
    )

    def apply(known: Known) -> Mount:
        return msgspec.structs.replace(
            bare,
            lookups=partial(find_lookups, settings, known, publics),
            opaque=partial(explain, settings, known),
            redirects=lambda documents: list(list_redirects(settings, known)),
        )

    return msgspec.structs.replace(bare, learn=learn_by(partial(learn_addresses, settings), apply))


def find_dialect(settings: NuxtSettings, names: Names, path: str) -> Dialect | None:
    """Markdown of the collections."""
    if extension(path) not in DOCUMENTS or is_set_aside(path, names) or name(path).startswith("."):
        return None
    return DIALECT if any(source.find_route(path) is not None for source in settings.sources) else None


def find_fragments(documents: Sequence[Document]) -> frozenset[str] | None:
    """Ids of elements and headings. Components of the site's own may give further ones."""
    ids = document_fragments(documents)
    if ids is None:
        return None
    texts = [heading.text for document in documents for heading in document.headings if not heading.id]
    given = {heading.id for document in documents for heading in document.headings if heading.id}
    # Only some versions read an id behind a heading; the others keep it as text.
    texts += [f"{heading.text} {heading.id}" for each in documents for heading in each.headings if heading.id]
    included = {include.written for document in documents for include in document.includes}
    others = any(not QUIET.fullmatch(each) for each in included)
    return ids | {_tidy(slug) for slug in (*github_slugs(texts), *given)} | ({FURTHER} if others else set())


def _tidy(slug: str) -> str:
    """As ``parser/compiler.ts`` of https://github.com/nuxt-content/mdc: one dash for many, none at the ends, no digit
    at the beginning."""
    bare = re.sub("-+", "-", slug)
    bare = bare.removeprefix("-").removesuffix("-")
    return f"_{bare}" if bare[:1].isdigit() else bare


def list_redirects(settings: NuxtSettings, known: Known) -> Iterator[Redirect]:
    """Rules of the config that lead from one address to another; what only code may show counts as not known."""
    for old, new, keypath in settings.redirects:
        doubtful = new.startswith("/") and new.rstrip("/") not in known.urls and not is_owned(known, new)
        yield Redirect(old, "" if doubtful else new, settings.tree.location(keypath))


PROFILE = Profile("nuxt", detect, open_nuxt)
