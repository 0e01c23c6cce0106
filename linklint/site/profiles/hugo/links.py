"""Hugo: how a written destination resolves. Without a render hook it is emitted as it stands, so browsers read it from
the page's URL; with one it may be a path among the content (``GetPage``) or a page resource, and either reading counts.
https://gohugo.io/render-hooks/links/, https://gohugo.io/shortcodes/relref/."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any
from urllib.parse import unquote

import msgspec

from linklint.model.files import Names
from linklint.site.destination import Destination
from linklint.site.paths import below, join, name, normalise_url, parent, within
from linklint.site.profile import Address, Lookup, Standing
from linklint.site.profiles.hugo.config import Config, find_place
from linklint.source.masks.arguments import first_value, read_arguments

REFERENCE = re.compile(
    r"\{\{[<%]-?\s*+(ref|relref|param)\s++((?:(?!\s*+(?:/\s*+)?-?[>%]\}\}).){0,500}+)\s*+(?:/\s*+)?-?[>%]\}\}",
    re.DOTALL,
)
PAGES = re.compile(r"\.(?:md|markdown|html?|adoc|org|rst)\Z", re.IGNORECASE)
HOOKED = frozenset({"inline", "reference"})


class Known(msgspec.Struct, frozen=True):
    """What is known once all documents are read. ``pages``: language and logical path (lower case) → path of the file.
    ``bare``: language and last segment → path, where only one page has it. ``folders``: URL of a bundle or section →
    its folder, whose other files are copied beside it, and the same folder of other languages, which lend theirs.
    ``matters``: path → front matter, cascades included. ``hook``: a render hook for links is at work, or may be;
    ``custom``: one of the repository, whose ways are its own (``Templates.hook``); ``words``: destinations that it
    treats. ``resources``: files beside pages, by the name without a language; ``folded``: all of them, in lower
    case, put together when asked for. ``roots``: shortcodes read paths from the site's top (``Templates.roots``).
    ``named`` and ``placed`` are filled as they are asked: many links have the same destination. Language and
    destination → the same with what its references name; address → what may be there."""

    config: Config
    names: Names
    pages: Mapping[tuple[str, str], str] = {}
    bare: Mapping[tuple[str, str], str] = {}
    folders: Mapping[str, tuple[str, ...]] = {}
    addresses: Mapping[str, Address] = {}
    matters: Mapping[str, Mapping[str, Any]] = {}
    hook: bool = False
    custom: str = ""
    words: frozenset[str] = frozenset()
    resources: Mapping[str, str] = {}
    folded: Callable[[], Mapping[str, str]] = dict
    roots: bool = False
    named: dict[tuple[str, str], str] = msgspec.field(default_factory=dict)
    placed: dict[str, tuple[Lookup, ...]] = msgspec.field(default_factory=dict)


def get_page(known: Known, path: str, written: str, lang: str | None = None) -> str | None:
    """The file of the page that ``GetPage`` finds for a path written in the file ``path``: relative to its folder, then
    to the content root; the extension may be left out; a bare name also where it is the only one of its kind."""
    place = find_place(known.config, path)
    lang = lang or (place.lang if place else known.config.default)
    bare = PAGES.sub("", written.strip().removesuffix("/"))  # ``getPage`` trims the path of it first
    if bare.lower().endswith(f".{lang}"):
        bare = bare[: -len(lang) - 1]
    if name(bare).lower() in ("_index", "index"):
        bare = parent(bare) or "."
    folder = "" if place is None else place.logical if place.kind != "page" else parent(place.logical)
    tries = [] if written.startswith("/") else [join(folder, bare)]
    if place is not None and place.kind == "bundle" and not written.startswith("/"):
        tries.append(join(parent(folder), bare))
    if not written.startswith((".", "..")) or written.startswith("/"):
        tries.append(join("", bare))
    for logical in tries:
        if logical is not None and (lang, logical.lower()) in known.pages:
            return known.pages[lang, logical.lower()]
    return known.bare.get((lang, bare.lower())) if "/" not in bare else None


def rewrite(known: Known, standing: Standing) -> str:
    """The destination with ``ref``, ``relref`` and ``param`` put in. What a reference names and is not there stays, as
    a path from the top, so that it is missing."""
    written = standing.written
    if written.href in known.words and written.syntax in HOOKED:
        return f"hugo-render-hook:{written.href}"
    if "{{" not in written.href:
        return written.href
    place = find_place(known.config, standing.file) if len(known.config.langs) > 1 else None
    key = place.lang if place else "", written.href
    if key in known.named:
        return known.named[key]
    is_same_anywhere = True

    def put(match: re.Match[str]) -> str:
        nonlocal is_same_anywhere
        arguments = read_arguments(match[2], 0, len(match[2]))
        said = first_value(arguments, "path")
        is_same_anywhere = is_same_anywhere and match[1] != "param" and said.startswith("/")
        if match[1] == "param":
            value = _walk(known.matters.get(standing.page, {}), said) or known.config.get(
                "params", *said.lower().split(".")
            )
            return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else match[0]
        if not said or "{" in said:
            return match[0]
        lang = next((each.value for each in arguments if each.name == "lang"), None)
        path, mark, fragment = said.partition("#")
        path = unquote(path)  # hugolib/site.go, refLink: it is parsed as a URL
        target = get_page(known, standing.file, path, lang) if path else standing.page
        address = known.addresses.get(target or "")
        url = address.url if address else f"/{path.lstrip('/')}" if path else ""
        return f"{url}{mark}{fragment}"

    text = REFERENCE.sub(put, written.href)
    if is_same_anywhere:
        known.named[key] = text
    return text


def _walk(value: Any, key: str) -> Any:
    for part in key.lower().split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def find_lookups(known: Known, standing: Standing, destination: Destination) -> list[Lookup]:
    """By the hook, where there is one; then by the URL."""
    config, path = known.config, destination.path
    found: list[Lookup] = []
    late: list[Lookup] = []
    by_name = standing.written.syntax == "shortcode" and not destination.absolute
    if by_name and (resource := known.folded().get((join(parent(standing.file), path) or "").lower())):
        found.append(Lookup("file", resource))  # Resources.Get, as the shortcode figure asks for it, minds no case
    if known.hook or "{{" in standing.written.href:
        target = get_page(known, standing.file, path)
        # Of HTML, Hugo passes no link to its own hook; of another hook's site, it may be meant so where the browser
        # finds nothing.
        is_passed = standing.written.syntax != "html" or bool(known.custom) or config.themes
        if target is not None and is_passed and is_page(known, target):  # a headless bundle has no address
            hooked = standing.written.syntax in HOOKED or "{{" in standing.written.href
            # GetPage takes a path with a slash at its end too. A hook of the repository may keep it from that, and
            # most that ask for pages at all do so for those from the top: in the language of the page that links.
            asked = known.custom == "seeking" and destination.absolute
            first = hooked and (asked or not (known.custom and path.endswith("/")))
            (found if first else late).append(Lookup("file", target))
        for folder in (parent(standing.file), parent(parent(standing.file)), *config.assets):
            resource = join(folder, path)
            if resource is not None and (resource := find_resource(known, resource)):
                found.append(Lookup("file", resource))
        if target is None and is_passed and PAGES.search(path) and (beside := join(parent(standing.file), path)):
            late.append(Lookup("file", beside))  # for the sake of content that a build brings
        if target is None and config.missing and "/" not in path.strip("/") and REFERENCE.search(standing.written.href):
            late.append(Lookup("opaque", path, "content that is mounted from elsewhere may hold a page of this name"))
    base = standing.base if standing.base and standing.base.startswith("/") else standing.url
    url = normalise_url(path if destination.absolute else f"{base.rpartition('/')[0]}/{path}")
    if destination.absolute and config.base and (url + "/").startswith(config.base + "/"):
        return [*found, *find_at(known, url[len(config.base) :] or "/"), *late]
    found += [*find_at(known, url), *late]
    if by_name and known.roots:
        found += find_at(known, normalise_url(f"/{path}"))
    if not destination.absolute and not config.get("baseurl") and join(base.rpartition("/")[0], path) is None:
        found.append(Lookup("opaque", url, "it leads above the site's top, and the config does not say where that is"))
    if destination.absolute and config.base:
        found.append(Lookup("opaque", url, f"it lies outside of the base path {config.base}"))
    return found


def is_page(known: Known, path: str) -> bool:
    """Whether the file becomes a page, and so is not copied as it is."""
    return path in known.addresses


def find_resource(known: Known, path: str) -> str | None:
    """The file that is copied from this path, or from it with a language in its name."""
    is_file = path in known.names.files and not is_page(known, path)
    return path if is_file else known.resources.get(path)


def with_resources(known: Known) -> Known:
    """With the files that have a language in their names by the path without it (hugo/common/paths, ``Path.Base``), and
    all that are no pages by that path in lower case."""
    language = re.compile(rf"\.(?:{'|'.join(map(re.escape, known.config.langs))})(?=\.[^./]+\Z)")
    exact: dict[str, str] = {}
    for path in filter(language.search, known.names.files):
        if not is_page(known, path):
            exact.setdefault(language.sub("", path), path)

    @cache
    def fold_all() -> Mapping[str, str]:
        folded: dict[str, str] = {}
        for path in known.names.files:
            if not is_page(known, path):
                folded.setdefault(language.sub("", path).lower(), path)
        return folded

    return msgspec.structs.replace(known, resources=exact, folded=fold_all)


def find_at(known: Known, url: str) -> tuple[Lookup, ...]:
    """The page at the URL, else the file that is copied to it: a static one, or one beside the page of its folder."""
    found = known.placed.get(url)
    if found is None:
        found = known.placed[url] = tuple(_place(known, url))
    return found


def _place(known: Known, url: str) -> list[Lookup]:
    found = [Lookup("url", url)]
    inner = url.strip("/")
    for static in known.config.statics:
        if not within(inner, static.target):
            continue
        path = join(static.folder, below(inner, static.target)) or ""
        if path in known.names.directories:
            index = f"{path}/index.html"
            if index in known.names.files:
                found.append(Lookup("file", index))
        else:
            found.append(Lookup("file", path))
    folder, rest = url, ""
    while folder != "/" and rest.count("/") < 8:
        folder = folder.rstrip("/")
        rest = f"{name(folder)}/{rest}".rstrip("/")
        folder = parent(folder) + "/"
        if folder in known.folders:
            paths = [join(each, rest) or "" for each in known.folders[folder]]
            paths += [f"{path}/index.html" for path in paths]  # one without front matter, which is copied
            found.extend(Lookup("file", known_as) for path in paths if (known_as := find_resource(known, path)))
            break
    return found


def own(known: Known, hosts: frozenset[str], destination: Destination) -> tuple[Lookup, ...]:
    """What a full URL on the site's own host names."""
    if destination.host.removeprefix("www.") not in hosts:
        return ()
    url, base = normalise_url(destination.path), known.config.base
    if base and not (url + "/").startswith(base + "/"):
        return ()
    return find_at(known, url[len(base) :] or "/")
