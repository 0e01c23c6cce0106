"""The plugins, presets and themes of a Docusaurus config, and which addresses they make pages at."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

import msgspec

from linklint.data.javascript import UNKNOWN, Call, Function
from linklint.data.tree import KeyPath
from linklint.model.files import Names
from linklint.site.paths import join
from linklint.site.profile import Read
from linklint.site.profiles.javascript_sites import get_list, get_table, get_text, read_path

CONTENT_PLUGIN = "@docusaurus/plugin-content-"
KINDS = ("docs", "blog", "pages")
# Plugins that make no pages.
HARMLESS = (
    "client-redirects", "css-cascade-layers", "google-", "ideal-image", "plugin-debug", "plugin-pwa", "plugin-sitemap",
    "plugin-svgr", "plugin-vercel-analytics", "rsdoctor", "sass", "theme-", "gtag", "image-zoom", "matomo", "plausible",
    "llms", "search", "tailwind", "webpack", "node-polyfills", "posthog", "segment", "hotjar", "gtm-plugin",
    "plugin-gtm", "plugin-less", "inkeep", "amplitude", "analytics", "baidu", "chatwoot", "clarity", "cookie",
    "copy-page", "crisp", "datadog", "dotenv", "fathom", "feedback", "goatcounter", "hubspot", "intercom", "lightbox",
    "metrica", "metrika", "mixpanel", "new-relic", "newrelic", "sentry", "umami",
)  # fmt: skip


REDIRECTING = re.compile(r"\bcreateRedirects\b[^{}]*\{")
# What the function gives, and what it adds to a list that it gives.
RETURNED = re.compile(r"\breturn\b((?:(?!\breturn\b)[^;}])*)")
PUSHED = re.compile(r"\b(\w+)\.push\(((?:[^()]|\([^()]*\))*)\)")
LISTED = re.compile(r"\b(?:const|let|var)\s+(\w+)(?:\s*:\s*[\w<>\[\]]+)?\s*=\s*\[\s*\]")
REPLACED = re.compile(
    r"""\.replace\(\s*['"][^'"]*['"]\s*,\s*['"]([^'"]*\w[^'"]*)['"]\s*\)|^\s*['"](/[^'"]*\w[^'"]*)['"]\s*$"""
)
NOTHING = re.compile(r"\s*(?:undefined|null|\[\s*\])?\s*")
WORD = re.compile(r"[a-zA-Z_]\w*")
BRACE = re.compile(r"[{}]")
# A plugin makes a page by ``actions.addRoute``; or it hands ``actions`` on, and who knows what is done with them
# (https://docusaurus.io/docs/api/plugin-methods/lifecycle-apis#contentLoaded).
ROUTING = re.compile(rb"\baddRoute\b|\((?:[^()]*,)?\s*+actions\s*+[,)]")
# What takes in the plugin of documents, of a blog or of pages, to be one with something more.
WRAPPED = re.compile(rb"""(?:require\(|\bfrom)\s*['"]@docusaurus/plugin-content-(docs|blog|pages)['"]""")
OWN_ENDINGS = ("", ".js", ".ts", ".mjs", ".cjs", "/index.js", "/index.ts", "/src/index.ts", "/src/index.js")
# A change of the package that gives headings their ids, as patch-package, pnpm and Yarn keep it.
PATCH = re.compile(r"(?:.*/)?(?:\.yarn/)?patches/@docusaurus.mdx-loader[^/]*\.patch")


class Plugin(msgspec.Struct, frozen=True):
    """One entry of ``plugins`` or ``presets``. ``keypath`` is that of its options."""

    name: str
    options: Mapping[str, Any]
    keypath: KeyPath


class Made(msgspec.Struct, frozen=True):
    """Where a plugin makes pages: below addresses, and below folders of documents that it writes."""

    routes: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()


def list_plugins(table: Mapping[str, Any]) -> Iterator[Plugin]:
    """Presets taken apart into the plugins that they hold, and all other plugins."""
    entries = [
        Plugin(*_entry(entry, (key, number)))
        for key in ("presets", "plugins", "themes")
        for number, entry in enumerate(get_list(table, key))
        if entry is not False and entry is not None
    ]
    presets = [each for each in entries if each.keypath[0] == "presets"]
    others = [each for each in entries if each.keypath[0] != "presets"]
    known = {each.name for each in others}
    for preset in presets:
        if _is_classic(preset):
            known.update(CONTENT_PLUGIN + kind for kind in KINDS)
    for preset in presets:
        for kind in KINDS:
            # Any preset may hold the classic one's plugins, whose options it takes then.
            held = _is_classic(preset) or kind in preset.options or CONTENT_PLUGIN + kind not in known
            if held and preset.options.get(kind) is not False:
                yield Plugin(CONTENT_PLUGIN + kind, get_table(preset.options, kind), (*preset.keypath, kind))
        if not _is_classic(preset):
            yield preset
    if not presets and table.get("presets") is UNKNOWN:
        yield from (Plugin(CONTENT_PLUGIN + kind, {}, ()) for kind in KINDS)
    yield from others


def _is_classic(preset: Plugin) -> bool:
    return preset.name.endswith(("preset-classic", "classic"))


def _entry(entry: Any, keypath: KeyPath) -> tuple[str, Mapping[str, Any], KeyPath]:
    """``"name"``, ``["name", {…}]``, ``require.resolve("name")`` or a function."""
    first, options = (entry[0], entry[1:]) if isinstance(entry, list) and entry else (entry, [])
    if isinstance(first, Call) and first.arguments and isinstance(first.arguments[0], str):
        first = first.arguments[0]
    name = first if isinstance(first, str) else "a function" if isinstance(first, Function) else ""
    short = {"content-docs": "docs", "content-blog": "blog", "content-pages": "pages"}.get(name)
    table = options[0] if options and isinstance(options[0], Mapping) else {}
    return CONTENT_PLUGIN + short if short else name, table, (*keypath, 1)


def unwrap(plugin: Plugin, root: str, read: Read) -> Plugin:
    """The plugin of content that a file of the repository adds something to, such as lists of related posts
    (https://docusaurus.io/docs/using-plugins#creating-plugins); any other as it is."""
    if not plugin.name.startswith("."):
        return plugin
    kinds = {found.decode() for found in WRAPPED.findall(_read_own(plugin, root, read) or b"")}
    return msgspec.structs.replace(plugin, name=CONTENT_PLUGIN + kinds.pop()) if len(kinds) == 1 else plugin


def _read_own(plugin: Plugin, root: str, read: Read) -> bytes | None:
    """The code of a plugin that is named by its path."""
    texts = (read((join(root, plugin.name) or "") + ending) for ending in OWN_ENDINGS)
    return next((text for text in texts if text is not None), None)


def find_strange(plugins: list[Plugin], root: str, config: str, read: Read) -> Iterator[str]:
    """Plugins that may make pages anywhere: packages that are not known, files and functions that say so, and those of
    documents in a folder that code names."""
    for plugin in plugins:
        if plugin.name.startswith(CONTENT_PLUGIN):
            if read_path(plugin.options.get("path", "."), root) is None:
                yield f"{plugin.name} of a folder that code names"
            continue
        if any(word in plugin.name for word in HARMLESS):
            continue
        if find_made(plugin, root) is not None:
            continue
        if plugin.name.startswith("."):
            text = _read_own(plugin, root, read)
            if text is not None and not ROUTING.search(text):
                continue
        elif plugin.name == "a function" and "addRoute" not in config:
            continue
        yield plugin.name or "one that cannot be told"


def find_made(plugin: Plugin, root: str) -> Made | None:
    """Where a plugin that makes an API reference puts it; None where that cannot be told."""
    maker = next((make for ending, make in MAKERS.items() if plugin.name.endswith(ending)), None)
    return maker(plugin.options, root) if maker else None


def _redoc(options: Mapping[str, Any], root: str) -> Made | None:
    """Without a route, the specification is only there to be shown by pages
    (https://redocusaurus.vercel.app/docs/getting-started/plugin-options)."""
    specs = options.get("specs", [])
    if not isinstance(specs, list) or not all(isinstance(spec, Mapping) for spec in specs):
        return None
    routes = [spec["route"] for spec in specs if "route" in spec]
    if not all(isinstance(route, str) for route in routes):
        return None
    return Made(routes=tuple("/" + route.strip("/") for route in routes))


def _openapi(options: Mapping[str, Any], root: str) -> Made | None:
    """https://github.com/PaloAltoNetworks/docusaurus-openapi-docs: a folder for each specification."""
    specs = options.get("config")
    if not isinstance(specs, Mapping):
        return None
    folders = [join(root, get_text(spec, "outputDir")) for spec in specs.values() if get_text(spec, "outputDir")]
    if len(folders) < len(specs) or None in folders:
        return None
    return Made(folders=tuple(folder for folder in folders if folder))


def _typedoc_api(options: Mapping[str, Any], root: str) -> Made | None:
    """https://github.com/milesj/docusaurus-plugin-typedoc-api"""
    route = options.get("routeBasePath", "api")
    return Made(routes=("/" + route.strip("/"),)) if isinstance(route, str) else None


def is_patched(names: Names, read: Read) -> bool:
    """Whether the repository changes how Docusaurus makes the ids of headings."""
    return any(PATCH.fullmatch(path) and b"headings" in (read(path) or b"") for path in names.ending("patch"))


def find_moved(config: str) -> tuple[str, ...]:
    """The texts of which ``createRedirects`` makes old addresses, one of which is in each; none where that is not as
    plain as ``return path.replace("/new", "/old")``, or as plain texts pushed to a list
    (https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-client-redirects)."""
    start = REDIRECTING.search(config)
    if start is None:
        return ()
    body = config[start.end() : _end_of_body(config, start.end())]
    lists = set(LISTED.findall(body))
    given = [each for each in RETURNED.findall(body) if not _gives_a_list(each, lists)]
    given += [each for name, each in PUSHED.findall(body) if name in lists]
    rest = PUSHED.sub("", RETURNED.sub("", LISTED.sub("", body)))
    if not lists.isdisjoint(WORD.findall(rest)):
        return ()  # something else is done to the list
    replaced = [REPLACED.findall(each) for each in given if not NOTHING.fullmatch(each)]
    return tuple(dict.fromkeys(old or plain for texts in replaced for old, plain in texts)) if all(replaced) else ()


def _gives_a_list(returned: str, lists: Collection[str]) -> bool:
    """``redirects``, or ``redirects.length > 0 ? redirects : undefined``."""
    return re.split(r"\W", returned.strip(), maxsplit=1)[0] in lists and set(WORD.findall(returned)) <= {
        *lists, "length", "undefined", "null",
    }  # fmt: skip


def _end_of_body(text: str, start: int) -> int:
    """Where the bracket closes that is open at ``start``."""
    depth = 1
    for mark in BRACE.finditer(text, start):
        depth += 1 if mark[0] == "{" else -1
        if depth == 0:
            return mark.start()
    return len(text)


MAKERS: Mapping[str, Callable[[Mapping[str, Any], str], Made | None]] = {
    "redocusaurus": _redoc,
    "docusaurus-plugin-openapi-docs": _openapi,
    "docusaurus-plugin-typedoc-api": _typedoc_api,
}
