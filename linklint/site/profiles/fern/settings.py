"""What ``docs.yml`` and the files that it names say (https://buildwithfern.com/learn/docs/configuration)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from linklint.data.tree import KeyPath, Tree
from linklint.model.files import Names
from linklint.site.destination import read_destination
from linklint.site.hosts.patterns import read_rule
from linklint.site.paths import join, parent, within
from linklint.site.profile import Read, Redirect
from linklint.site.profiles.trees import is_broken, read_tree

CONFIG = "docs.yml"
PROJECT = "fern.config.json"
NAVIGATION = ("navigation", "versions", "products")
WORDS = re.compile(rb"^(?:%b):" % "|".join(NAVIGATION).encode(), re.MULTILINE)


class Part(NamedTuple):
    """A value of a config, and where it stands."""

    value: Any
    tree: Tree
    keypath: KeyPath = ()

    def get(self, *keys: str) -> Any:
        """What stands below the keys; None where nothing does."""
        found = self.value
        for key in keys:
            found = found.get(key) if isinstance(found, dict) else None
        return found

    def text(self, *keys: str) -> str | None:
        """The text below the keys, numbers too; None where there is none."""
        found = self.get(*keys)
        return str(found) if isinstance(found, str | int | float) and not isinstance(found, bool) else None

    def is_on(self, key: str) -> bool:
        """Whether the setting is true."""
        return self.get(key) is True

    def at(self, key: str) -> Part:
        """The part below a key."""
        return Part(self.get(key), self.tree, (*self.keypath, key))

    def items(self) -> Iterator[Part]:
        """The parts of a list."""
        for number, each in enumerate(self.value if isinstance(self.value, list) else ()):
            yield Part(each, self.tree, (*self.keypath, number))


class Settings(NamedTuple):
    """``folder`` is Fern's, in which paths and addresses of files begin; ``bases`` are the paths below which the site
    is published, without slashes at their ends, the first of them for readers; ``hosts`` where, without ``www.``;
    ``url`` the first of these with its scheme (empty: unknown)."""

    folder: str
    docs: Part
    bases: tuple[str, ...]
    hosts: frozenset[str]
    names: Names
    read: Read
    url: str = ""

    def open(self, path: str) -> Part | None:
        """Another config, by its path from Fern's folder."""
        target = join(self.folder, path)
        tree = read_tree(target, self.read, lax=True) if target is not None else None
        return Part(tree.value, tree) if tree is not None else None

    @property
    def is_one_of_several(self) -> bool:
        """Whether other sites are published at the same host (``multi-source``)."""
        return any(instance.is_on("multi-source") for instance in self.docs.at("instances").items())

    def holds(self, path: str) -> bool:
        """Whether a URL path of the host lies in the site."""
        return any(within(path.strip("/"), each) for each in self.bases)

    def bare(self, slug: str) -> str:
        """The URL path of an address, as the site names it by itself: without the path below which it lies."""
        return "/" + next((slug[len(each) :].lstrip("/") for each in self.bases if within(slug, each)), slug)


def find_configs(names: Names, read: Read) -> Iterator[str]:
    """Paths of the configs of sites: each lies beside the config of a project."""
    for path in names.named(PROJECT):
        config = join(parent(path), CONFIG) or ""
        if config not in names.files:
            continue
        tree = read_tree(config, read, lax=True)
        says = tree.value if tree is not None and isinstance(tree.value, dict) else {}
        if any(key in says for key in NAVIGATION) or is_broken(config, read, WORDS):
            yield config


def load_settings(path: str, names: Names, read: Read, url: str | None = None) -> Settings:
    """The settings at the path; empty ones where they cannot be read."""
    tree = read_tree(path, read, lax=True) or Tree({}, path)
    docs = Part(tree.value if isinstance(tree.value, dict) else {}, tree)
    told = [url] if url else []
    for instance in docs.at("instances").items():
        custom = instance.get("custom-domain")
        told += [each for each in (custom if isinstance(custom, list) else [custom]) if isinstance(each, str)]
        told += [each for each in [instance.get("url")] if isinstance(each, str)]
    read_ones = [read_destination(each if "//" in each else f"https://{each}") for each in told]
    addresses = [each for each in read_ones if each.kind == "external"]
    bases = tuple(dict.fromkeys(each.path.strip("/") for each in addresses)) or ("",)
    hosts = frozenset(each.host.removeprefix("www.") for each in addresses)
    home = next((f"https://{each.host}" for each in addresses), "")
    return Settings(parent(path), docs, bases, hosts, names, read, home)


def read_redirects(settings: Settings, urls: AbstractSet[str]) -> Iterator[Redirect]:
    """``redirects``: patterns of path-to-regexp, or the names of files that hold such. ``urls``: those of all pages."""
    said = settings.docs.at("redirects")
    named = [said.value] if isinstance(said.value, str) else said.value if isinstance(said.value, list) else []
    files = [found for each in named if isinstance(each, str) and (found := settings.open(each)) is not None]
    for part in [file.at("redirects") for file in files] or [said]:
        for entry in part.items():
            old, new = entry.text("source"), entry.text("destination")
            if old is not None and new is not None and "#" not in old:  # servers see no fragments
                place = entry.tree.location((*entry.keypath, "source"))
                bare, end = _take_off(settings, old), _take_off(settings, new)
                if settings.url and end.startswith("/") and not settings.holds(new) and end not in urls:
                    end = f"{settings.url}{end}"  # beside the path that the site lies below, the host shows others
                yield Redirect(bare, end, place, read_rule(bare, end), written=(old, new))


def _take_off(settings: Settings, address: str) -> str:
    return address if "://" in address else settings.bare(address.strip("/"))
