"""Eleventy: how a written destination resolves. Eleventy changes none by itself, so a browser reads it from the page's
address; the plugin InputPathToUrl and the filter ``inputPathToUrl`` take paths of templates
(https://www.11ty.dev/docs/plugins/inputpath-to-url/)."""

from __future__ import annotations

import re
from functools import lru_cache

from linklint.model.document import WrittenLink
from linklint.site.components import is_link_component
from linklint.site.destination import Destination
from linklint.site.paths import extension, join, normalise_url, parent, within
from linklint.site.profile import Lookup, Standing
from linklint.site.profiles.eleventy.addresses import PERMALINK_FILTERS, lookup
from linklint.site.profiles.eleventy.config import LANGUAGES, Config
from linklint.site.profiles.eleventy.navigation import Known
from linklint.site.profiles.liquid import fill

TO_URL = "inputPathToUrl"
GENERATED = "a template makes pages of this form"
FILTERED = re.compile(r"\|\s*(?:url|htmlBaseUrl|inputPathToUrl)\b")
ITEM = re.compile(r"\{\{-?\s*([A-Za-z_]\w*)(?:[^{}\"'`]*)\}\}")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
SHORTCODE = re.compile(r"\{%-?\s*\w+\s+[\"']([^\"'{}%]+)[\"']\s*-?%\}(#[\w-]*)?")
LITERAL_URL = re.compile(r"\{\{-?\s*[\"'](https?://[^\"'{}]+)[\"'][^{}]*\}\}")


def rewrite(known: Known, standing: Standing) -> str:
    """The destination with the expressions put in that are known."""
    href = standing.written.href
    if "{%" in href:
        return _fill_shortcode(known, href)
    if "{{" not in href:
        return href
    if href.startswith("mailto:"):
        return "mailto:"
    data = {**known.globals, **known.data.get(standing.page, {})}
    values = lookup(known.config, standing.page, data)

    def look(word: str) -> str | None:
        return standing.url if word in ("page.url", "url") and "{" not in standing.url else values(word)

    def find_url(text: str, arguments: list[str]) -> str | None:
        path, mark, fragment = text.partition("#")
        found = _by_input_path(known, standing.file, path)
        return f"{known.addresses[found].url}{mark}{fragment}" if found else None

    filled = fill(href, look, {**PERMALINK_FILTERS, TO_URL: find_url, "htmlBaseUrl": PERMALINK_FILTERS["url"]})
    if standing.written.syntax in ("inline", "reference", "image"):
        filled = ESCAPED.sub(r"\1", filled)  # Markdown is read after the templates
    return LITERAL_URL.sub(r"\1", filled)  # a filter of the repository leaves somebody else's address theirs


def _fill_shortcode(known: Known, href: str) -> str:
    """What a shortcode of the site's own gives for a page's address, ``{% page "/a/" %}``: most likely that page. Of
    any other argument, nobody knows."""
    match = SHORTCODE.fullmatch(href.strip())
    if match is None or "://" in match[1]:
        return match[1] if match else href
    path, mark, fragment = match[1].partition("#")
    url = "/" + path.strip("/")
    found = next((each for each in (url, f"{url}/") if each in known.urls), None)
    return f"{found}{mark}{fragment}{match[2] or ''}" if found else href


def keeps(known: Known, aside: frozenset[int], written: WrittenLink) -> bool:
    """Whether a written link counts. ``aside``: identities of links in code to be shown. A destination that is nothing
    but a variable which no data file defines is a line of a list that the template makes of a collection or of data:
    such links are told as listings."""
    if id(written) in aside:
        return False
    item = ITEM.fullmatch(written.href.strip()) if written.element in ("a", "img") else None
    if item is not None and item[1] != "page" and item[1] not in known.globals:
        return False
    return is_link_component(written)


def _by_input_path(known: Known, file: str, path: str) -> str | None:
    """The template that the plugin finds by a path: the input folder's, or the linking file's."""
    config = known.config
    paths = [join(config.input, path)]
    if within(join(config.root, path) or "\0", config.input):
        paths.insert(0, join(config.root, path))
    if not path.startswith("/"):
        paths.append(join(parent(file), path))
    return next((each for each in paths if each is not None and each in known.addresses), None)


def find_lookups(known: Known, standing: Standing, destination: Destination) -> list[Lookup]:
    """By the path of a template where the plugin is on, then from the page's address."""
    config = known.config
    if "paths" in config.features:
        path = _by_input_path(known, standing.file, destination.path)
        if path is not None:
            return [Lookup("file", path)]
    found: list[Lookup] = []
    if destination.absolute:
        url = normalise_url(destination.path)
        if config.prefix and "base" not in config.features and (url + "/").startswith(config.prefix + "/"):
            found = find_at(known, url[len(config.prefix) :] or "/")
        found += find_at(known, url)
        if config.foreign and not FILTERED.search(standing.written.href):
            found.append(Lookup("opaque", url, "it lies above the path prefix of the site"))
    elif "{" in standing.url and not (standing.base or "").startswith("/"):
        return [Lookup("unresolvable", destination.path, "the page's own address is made by code")]
    else:
        base = standing.base if standing.base and standing.base.startswith("/") else standing.url
        found = find_at(known, normalise_url(base.rpartition("/")[0] + "/" + destination.path))
        if standing.file != standing.page and standing.file not in known.addresses:
            found.append(Lookup("unresolvable", destination.path, "it is read from every page that shows it"))
        relative = join(parent(standing.file), destination.path)
        if standing.written.element == "img" and relative is not None:
            found.insert(1, Lookup("file", relative))  # image plugins copy what lies beside the template
    if config.unknown:
        found.append(Lookup("unresolvable", destination.path, "where the templates lie is decided by code"))
    return found


def find_at(known: Known, url: str) -> list[Lookup]:
    """The page of the address, else the file that is copied to it."""
    config = known.config
    found = [Lookup("url", url)]
    if url in known.made:
        return [*found, Lookup("file", known.made[url])]
    matching = {path for pattern, path in known.patterns if is_telling(pattern) and compiled(pattern).fullmatch(url)}
    if len(matching) == 1:
        found.append(Lookup("file", matching.pop()))
    for path in copied_from(config, url):
        file = f"{path}/index.html" if path in known.names.directories else path
        if file not in known.addresses and (file == path or file in known.names.files):
            found.append(Lookup("file", file))
    return found


def is_telling(pattern: str) -> bool:
    """Whether the pattern has text of its own, so that an address of its form is meant for its template."""
    return re.search(r"\w{3}", pattern.replace("index", "").replace("html", "")) is not None


@lru_cache(maxsize=4096)
def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled once."""
    return re.compile(pattern)


def copied_from(config: Config, url: str) -> list[str]:
    """The repository paths that a file at this address may be copied from: what the config copies, and any file at
    its place that is no template, since other tools copy too."""
    bare = url.strip("/")
    found = []
    for source, target in config.copies:
        if target is None:
            continue
        if (url + "/").startswith(target.rstrip("/") + "/"):
            rest = url[len(target.rstrip("/")) :].strip("/")
            found.append(f"{source}/{rest}" if rest else source)
            if "*" in source:
                found.append(join(re.split(r"/?[^/]*\*", source)[0], rest) or "")
            else:
                found.append(source if source.endswith("/" + rest) else "")
    if not any(bare.endswith("." + ending) for ending in config.formats if ending in LANGUAGES):
        found += [join(config.input, bare) or "", join(config.root, bare) or ""]
    return [path for path in dict.fromkeys(found) if path]


def explain(known: Known, url: str) -> str | None:
    """As ``Mount.opaque``."""
    config = known.config
    if not url.startswith("/"):
        return None
    if url in known.made:
        return "a template in a language of code makes it"
    if any(compiled(pattern).fullmatch(url) for pattern, _ in known.patterns):
        return GENERATED
    if url == "/":
        return "no template makes a home page, so something else does"
    if "" in config.virtual or re.split(r"[./]", url[1:])[0] in config.virtual:
        return "a template without a file may make it (addTemplate)"
    if extension(url) not in ("", "html", "htm", "md"):
        if config.loose:
            return "the config copies files from elsewhere"
        if _writes_files(config):
            return "code of the config writes files"
    return None


def _writes_files(config: Config) -> bool:
    words = ("writeFile", "eleventy.after", "eleventy.before", "eleventy-img", "sharp")
    return any(word in config.text for word in words)


def own(known: Known, hosts: frozenset[str], destination: Destination) -> list[Lookup]:
    """What a full URL on the site's own host names."""
    if destination.host.removeprefix("www.") not in hosts:
        return []
    url = normalise_url(destination.path)
    prefix = known.config.prefix
    if prefix and not (url + "/").startswith(prefix + "/"):
        return []
    return find_at(known, url[len(prefix) :] or "/")
