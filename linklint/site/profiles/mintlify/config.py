"""What ``docs.json`` says: pages, menus, redirects, APIs that pages are generated from
(https://www.mintlify.com/docs/organize/settings, /organize/navigation)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from linklint.data.tree import KeyPath, Tree
from linklint.model.document import WrittenLink
from linklint.model.files import Names
from linklint.model.place import pack_spans
from linklint.site.destination import read_destination
from linklint.site.hosts.patterns import read_rule
from linklint.site.ignore_patterns import Patterns, compile_patterns
from linklint.site.paths import join, parent
from linklint.site.profile import NavigationLink, Read, Redirect
from linklint.site.profiles.trees import is_broken, read_tree

CONFIG_NAMES = ("docs.json", "mint.json")
# Left out without being asked (https://www.mintlify.com/docs/organize/mintignore).
IGNORED = ".git\n.github\n.claude\n.agents\n.idea\nnode_modules\nREADME.md\nLICENSE.md\nCHANGELOG.md\nCONTRIBUTING.md\n"
ENDPOINT = re.compile(r"(?:\S+ )?(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE|WEBHOOK|webhook)\s+\S+", re.IGNORECASE)
STAR = re.compile(r"(:\w+\*)|\*")
GIVING = b"x-mint"
GIVEN = re.compile(rb"""\bhref["']?\s*:\s*["']?(/[^"'\s,}]+)""")
MENUS = ("navbar", "footer", "topbarLinks", "topbarCtaButton", "anchors", "tabs", "navigation", "banner")
SCHEMA = re.compile(rb'"\$schema"[ \t]*:[ \t]*"[^"\r\n]{0,200}mintlify')
OF_OLD = (re.compile(rb'"name"[ \t]*:'), re.compile(rb'"(?:theme|colors)"[ \t]*:'))
DEEPEST = 40


class Part(NamedTuple):
    """A value of the config, and where it stands: another file, where a ``$ref`` led there."""

    value: Any
    tree: Tree
    keypath: KeyPath


class Config(NamedTuple):
    """``root`` is the folder of the config, ``parts`` its top-level values with references followed, ``ignored`` what
    ``.mintignore`` takes out. ``base`` is the path below which the site is published (empty: none), ``host`` where,
    without ``www.`` (empty: unknown)."""

    root: str
    path: str
    parts: Mapping[str, Part]
    ignored: Patterns
    base: str
    read: Read
    host: str = ""


def find_configs(names: Names, read: Read) -> Iterator[str]:
    """Paths of the configs of Mintlify, one for each folder."""
    done = set()
    for name in CONFIG_NAMES:
        for path in names.named(name):
            if parent(path) not in done:
                tree = read_tree(path, read, lax=True) if b'"navigation"' in (read(path) or b"") else None
                if _is_ours(tree.value) if tree is not None else _is_broken(path, read):
                    done.add(parent(path))
                    yield path


def load_config(path: str, read: Read, url: str | None = None) -> Config:
    """The config at the path; an empty one where it cannot be read."""
    root = parent(path)
    tree = read_tree(path, read, lax=True) or Tree({}, path)
    said = tree.value if isinstance(tree.value, dict) else {}
    parts = {key: _follow(Part(value, tree, (key,)), read) for key, value in said.items()}
    patterns = (read(join(root, ".mintignore") or "") or b"").decode(errors="replace")
    seo = said.get("seo")
    tags = seo.get("metatags") if isinstance(seo, dict) else None
    canonical = tags.get("canonical") if isinstance(tags, dict) else None
    address = url or (canonical if isinstance(canonical, str) else "")
    own = read_destination(address if address.startswith("http") else "")
    base, host = (own.path.rstrip("/"), own.host.removeprefix("www.")) if own.kind == "external" else ("", "")
    return Config(root, path, parts, compile_patterns(IGNORED + patterns), base, read, host)


def list_links(config: Config) -> Iterator[NavigationLink]:
    """The links of menus and navigation, in their order."""
    for key in MENUS:
        if key in config.parts:
            for part, keypath, href in _walk(config.parts[key], config, key):
                place = part.tree.span(keypath)
                page = href if "://" in href or href.startswith(("/", "#", "mailto:")) else "/" + href
                text = href.rpartition("/")[2] or href
                written = WrittenLink("nav", "a", page, href, text, pack_spans(place))
                yield NavigationLink(part.tree.path, written, href, titled=page != href)


def list_apis(config: Config) -> Iterator[str]:
    """Folders (URL paths) of the pages that are generated from descriptions of APIs, and the addresses that these give
    to single ones."""
    pending = [part for key, part in config.parts.items() if key in ("navigation", "anchors", "tabs", "api", "openapi")]
    descriptions: set[str] = set()
    if "openapi" in config.parts:
        yield "/api-reference"
    while pending:
        part = _follow(pending.pop(), config.read)
        if isinstance(part.value, list):
            pending += [Part(each, part.tree, (*part.keypath, n)) for n, each in enumerate(part.value)]
        elif isinstance(part.value, dict):
            for key in ("openapi", "asyncapi"):
                said = part.value.get(key)
                folder = said.get("directory") if isinstance(said, dict) else None
                if said:
                    yield "/" + (folder.strip("/") if isinstance(folder, str) else "api-reference")
                    shown = part.value.get("url")  # of an anchor or a tab of mint.json, below which its pages lie
                    if isinstance(shown, str) and "://" not in shown:
                        yield "/" + shown.strip("/")
                    descriptions.update(_list_files(config, said))
            pending += [Part(each, part.tree, (*part.keypath, key)) for key, each in part.value.items()]
    for path in descriptions:
        yield from _list_given(path, config.read)


def _list_files(config: Config, said: object) -> Iterator[str]:
    """The files of the repository that describe APIs, where one key says which."""
    named = said.get("source") if isinstance(said, dict) else said
    for each in named if isinstance(named, list) else [named]:
        path = join(config.root, each) if isinstance(each, str) and "://" not in each else None
        if path:
            yield path


def _list_given(path: str, read: Read) -> Iterator[str]:
    """The addresses that a description gives to its pages
    (https://www.mintlify.com/docs/api-playground/openapi-extensions)."""
    data = read(path) or b""
    if GIVING in data:
        yield from (match[1].decode("utf-8", "replace") for match in GIVEN.finditer(data))


def read_redirects(config: Config) -> Iterator[Redirect]:
    """``redirects``: a source with ``*`` or ``:name*`` and a destination that says the same."""
    part = config.parts.get("redirects")
    for number, entry in enumerate(part.value if part is not None and isinstance(part.value, list) else ()):
        old, new = (entry.get("source"), entry.get("destination")) if isinstance(entry, dict) else (None, None)
        if isinstance(old, str) and isinstance(new, str) and part is not None:
            old = "/" + old.lstrip("/")
            new = new if "://" in new else "/" + new.lstrip("/")
            place = part.tree.location((*part.keypath, number, "source"))
            yield Redirect(old, new, place, read_rule(old, STAR.sub(lambda match: match[1] or ":splat", new)))


def _walk(part: Part, config: Config, key: str, depth: int = 0) -> Iterator[tuple[Part, KeyPath, str]]:
    """Every page and every ``href`` below a part of the navigation. ``key``: the one that the part stands under."""
    part = _follow(part, config.read)
    value = part.value
    if depth > DEEPEST:
        return
    if isinstance(value, str):
        if key in ("pages", "root", "href", "page") and not ENDPOINT.fullmatch(value):
            yield part, part.keypath, value
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _walk(Part(each, part.tree, (*part.keypath, number)), config, key, depth + 1)
    elif isinstance(value, dict):
        for name, each in value.items():
            inner = (
                "href" if name == "url" and key in ("topbarLinks", "topbarCtaButton", "anchors", "primary") else name
            )
            yield from _walk(Part(each, part.tree, (*part.keypath, name)), config, inner, depth + 1)


def _follow(part: Part, read: Read) -> Part:
    """The part itself, or what its ``$ref`` names."""
    for _ in range(DEEPEST):
        reference = part.value.get("$ref") if isinstance(part.value, dict) else None
        path = join(parent(part.tree.path), reference) if isinstance(reference, str) else None
        tree = read_tree(path, read, lax=True) if path is not None else None
        if tree is None:
            return part
        part = Part(tree.value, tree, ())
    return part


def _is_broken(path: str, read: Read) -> bool:
    return is_broken(path, read, SCHEMA) or is_broken(path, read, *OF_OLD)


def _is_ours(value: Any) -> bool:
    if not isinstance(value, dict) or "navigation" not in value:
        return False
    schema = value.get("$schema")
    if isinstance(schema, str):
        return "mintlify" in schema
    return "name" in value and ("theme" in value or "colors" in value)
