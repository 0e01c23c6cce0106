"""Hugo: aliases, and what templates make the host's redirects of. https://gohugo.io/content-management/urls/#aliases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.model.place import Location
from linklint.site.hosts.netlify import make_redirect
from linklint.site.paths import join, normalise_url, parent, within
from linklint.site.profile import Read, Redirect
from linklint.site.profiles.hugo.addresses import find_url, language_prefix
from linklint.site.profiles.hugo.config import Config, find_places
from linklint.site.profiles.hugo.links import Known
from linklint.site.profiles.manifests import as_list

LARGEST = 200_000  # bytes of a template
WORD = re.compile(r"\"([\w\-]+)\"")
PATTERN = re.compile(r"\"(/?[\w\-%*/]+)\"")
PLACE = re.compile(r"%-?\d*s")
MOST_MADE = 1_000
MADE = "{{ . }}"


def find_sent_on(known: Known, documents: Mapping[str, Document], *, templated: bool) -> Iterator[Redirect]:
    """Not Hugo's own: a page that is not rendered, and of whose ``redirect`` templates make one of the host's; or of
    whose address they do, where there are such templates (``templated``) and the page is there for its link alone. Then
    it is left open where that leads."""
    for path, matter in known.matters.items():
        target = matter.get("redirect") or ""
        build = matter.get("_build") or matter.get("build")
        is_link = templated and isinstance(build, dict) and build.get("render") == "link"
        if path in known.addresses or path not in documents or not isinstance(target, str) or not (target or is_link):
            continue
        line = documents[path].front_matter_lines.get("redirect", 1)
        for place in find_places(known.config, path):
            yield Redirect(find_url(known.config, place, matter), target, Location(path, line))


def find_templated(config: Config, names: Names, read: Read) -> tuple[Redirect, ...]:
    """The old addresses that stand as they are in templates of an output format named like a host's redirects file, and
    those that a template may put together of words and patterns that stand in it. Where they lead is left open."""
    formats = config.get("outputformats")
    bases = [each.get("basename") for each in formats.values() if isinstance(each, dict)] if formats else []
    if "_redirects" not in bases:
        return ()
    found: list[Redirect] = []
    for path, file in names.files.items():
        if file.kind == "file" and "redirect" in path and any(within(path, folder) for folder in config.layouts):
            text = (read(path) or b"")[:LARGEST].decode("utf-8", "replace")
            for number, line in enumerate(text.splitlines(), 1):
                old, _, new = line.strip().partition(" ")
                if old.startswith("/") and "{" not in old and new.strip():
                    found.extend(make_redirect(old, new, "301", Location(path, number), conditional=True))
            for old in _put_together(text):
                found.extend(make_redirect(old, MADE, "301", Location(path, 1), conditional=True))
    return tuple(found)


def _put_together(text: str) -> Iterator[str]:
    """The patterns of addresses in which a template may print its words: ``printf "docs/%s/*" $each``."""
    words = dict.fromkeys(WORD.findall(text))
    patterns = [pattern for pattern in dict.fromkeys(PATTERN.findall(text)) if PLACE.search(pattern)]
    if len(words) * len(patterns) <= MOST_MADE:
        yield from (f"/{PLACE.sub(word, pattern).strip('/ ')}" for pattern in patterns for word in words)


def find_redirects(known: Known, templated: tuple[Redirect, ...], documents: Mapping[str, Document]) -> list[Redirect]:
    """``aliases`` of published pages: from the top of the site, or from where the page's own folder lies."""
    found = [*find_sent_on(known, documents, templated=bool(templated)), *templated]
    for path, address in known.addresses.items():
        if not address.published:
            continue
        for alias in as_list(known.matters.get(path, {}).get("aliases")):
            if not isinstance(alias, str) or not alias:
                continue
            base = "" if alias.startswith("/") else parent(address.url.rstrip("/"))
            old = "/" + (join(base, alias) or "")
            line = documents[path].front_matter_lines.get("aliases", 1) if path in documents else 1
            # Newer versions put the language before an alias from the top, too.
            prefix = language_prefix(known.config, address.lang or known.config.default) if not base else ""
            found.extend(
                Redirect(each, address.url, Location(path, line))
                for each in dict.fromkeys((old, prefix + old))
                if each.rstrip("/") != address.url.rstrip("/")
            )
        # Not Hugo's own: templates that write a host's redirects take them from here.
        line = documents[path].front_matter_lines.get("redirects", 1) if path in documents else 1
        for each in as_list(known.matters.get(path, {}).get("redirects")):
            if isinstance(each, dict) and isinstance(each.get("from"), str) and isinstance(each.get("to"), str):
                ends = (each["from"], each["to"].partition("?")[0])
                old, new = (normalise_url(end if end.startswith("/") else f"{address.url}/{end}") for end in ends)
                found.append(Redirect(old, each["to"] if "//" in each["to"] else new, Location(path, line)))
    return found
