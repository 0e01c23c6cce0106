"""Hugo's config: one file, or a folder of them, in TOML, YAML or JSON. https://gohugo.io/configuration/."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec

from linklint.model.files import Names
from linklint.site.paths import below, join, name, parent, within
from linklint.site.profile import Read
from linklint.site.profiles.hugo.copying import ContentRoot, find_copied
from linklint.site.profiles.hugo.modules import Mounted, find_modules
from linklint.site.profiles.hugo.themes import find_themes
from linklint.site.profiles.manifests import as_list, merge_tables
from linklint.site.profiles.trees import read_table

STEMS = ("hugo", "config")
ENDINGS = ("toml", "yaml", "yml", "json")


class Config(msgspec.Struct, frozen=True, eq=False):
    """``values`` has all its keys in lower case, as Hugo reads them. ``langs`` are in order, the default one first.
    ``statics`` are folders whose files are copied. ``missing`` are content paths mounted from folders that are not in
    the repository. ``themes``: whether templates come from elsewhere. ``path`` is the config file's. ``sections`` are
    the logical paths of folders that an ``_index`` makes sections; ``base`` is the path of ``baseURL``, without a slash
    at its end."""

    root: str
    path: str
    values: Mapping[str, Any]
    langs: tuple[str, ...]
    contents: tuple[ContentRoot, ...]
    statics: tuple[ContentRoot, ...]
    assets: tuple[str, ...]
    layouts: tuple[str, ...]
    missing: tuple[str, ...] = ()
    themes: bool = False
    sections: frozenset[str] = frozenset()
    base: str = ""

    def get(self, *keys: str) -> Any:
        """A nested value; None where there is none. Keys in lower case."""
        value: Any = self.values
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        return value

    @property
    def default(self) -> str:
        """The default language."""
        return self.langs[0]


def find_configs(root: str, names: Names) -> list[tuple[str, tuple[str, ...]]]:
    """The config files of a folder and where in the config each one's values stand: ``hugo.toml``, else
    ``config.toml``; and those of ``config/_default`` and of the folders in it: ``params.toml`` holds ``params`` and so
    on (``LoadConfigFromDir`` in config/configLoader.go)."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for stem in STEMS:
        for ending in ENDINGS:
            path = join(root, f"{stem}.{ending}") or ""
            # A script may make the config of a template.
            place = next((each for each in (path, f"{path}.in") if each in names.files), None)
            if place is not None and not found:
                found.append((place, ()))
    folder = join(root, "config/_default") or ""
    for path in names.ending(*ENDINGS):
        if within(path, folder):
            # Some repositories write their mounts from a template, module-template.yaml.
            words = name(path).rpartition(".")[0].removesuffix("-template").split(".")
            if words[0] in STEMS:
                found.append((path, ()))
            elif len(words) == 2:
                found.append((path, ("languages", words[1], words[0]) if words[0] != "languages" else tuple(words)))
            else:
                found.append((path, (words[0],)))
    return found


def read_values(path: str, read: Read) -> dict[str, Any]:
    """The file's values with keys in lower case; nothing where it cannot be read."""
    return {str(key).lower(): lower_keys(value) for key, value in read_table(path, read).items()}


def lower_keys(value: Any) -> Any:
    """The same value with all keys in lower case."""
    if isinstance(value, dict):
        return {str(key).lower(): lower_keys(each) for key, each in value.items()}
    return [lower_keys(each) for each in value] if isinstance(value, list) else value


def read_config(root: str, names: Names, read: Read) -> Config:
    """The site's config, put together."""
    files = find_configs(root, names)
    values: dict[str, Any] = {}
    for path, place in files:
        inner = read_values(path, read)
        if len(place) == 1 and set(inner) == {place[0]}:
            inner = inner[place[0]] if isinstance(inner[place[0]], dict) else {}
        for key in reversed(place):
            inner = {key.lower(): inner}
        values = merge_tables(values, inner)
    langs = find_languages(values)
    modules = find_modules(root, values, names)
    contents, missing = find_contents(root, values, langs, modules.mounted)
    themes = [str(each) for each in as_list(values.get("theme"))]
    here = find_themes(root, str(values.get("themesdir") or "themes"), themes, names)
    statics = [str(each) for each in as_list(values.get("staticdir"))] or ["static"]
    own = [
        *(ContentRoot(join(root, each) or "") for each in statics),
        *(ContentRoot(f"{each}/static") for each in here),
    ]

    def list_parts(usual: str, said: Any) -> tuple[str, ...]:
        """The site's own folder of that kind, those of its themes, and those of modules."""
        mounted = (folder for folder, target in find_mounts(modules.mounted, usual) if not target)
        return (join(root, str(said or usual)) or "", *(f"{each}/{usual}" for each in here), *mounted)

    config = Config(
        root=root,
        path=files[0][0] if files else "",
        values=values,
        langs=tuple(langs),
        contents=(*contents, *find_copied(root, contents, names, read)),
        statics=tuple(dict.fromkeys([*own, *(ContentRoot(*each) for each in find_mounts(modules.mounted, "static"))])),
        assets=list_parts("assets", values.get("assetdir")),
        layouts=list_parts("layouts", values.get("layoutdir")),
        missing=tuple(missing),
        themes=modules.absent or len(here) < len(themes),
        base=_find_base(str(values.get("baseurl") or "")),
    )
    indexes = (path for path in names.files if "_index." in path and name(path).startswith("_index."))
    places = (find_place(config, path) for path in indexes)
    return msgspec.structs.replace(config, sections=frozenset(each.logical for each in places if each is not None))


def _find_base(url: str) -> str:
    after = url.partition("://")[2] if "://" in url else ""
    path = after.partition("/")[2].strip("/")
    return f"/{path}" if path and "{" not in path else ""


def find_languages(values: Mapping[str, Any]) -> list[str]:
    """All languages that are on, the default first."""
    default = str(values.get("defaultcontentlanguage") or "en").lower()
    said = values.get("languages")
    languages = said if isinstance(said, dict) else {}
    off = {str(each).lower() for each in as_list(values.get("disablelanguages"))}
    others = [
        key
        for key, each in languages.items()
        if key not in off and key != default and not (isinstance(each, dict) and each.get("disabled") is True)
    ]
    return [default, *others]


def find_contents(
    root: str, values: Mapping[str, Any], langs: Sequence[str], mounted: Sequence[Mounted]
) -> tuple[list[ContentRoot], list[str]]:
    """The content folders, of two that hold a file the better one first, and the content paths from elsewhere."""
    found: list[ContentRoot] = []
    missing: list[str] = []
    for each in mounted:
        inner = each.below("content")
        if inner is not None and each.source is not None:
            found.extend(ContentRoot(each.source, inner, lang) for lang in _mount_langs(each.said, langs))
        elif inner is not None:
            bare = inner.removesuffix(".md")
            missing.append(bare.removesuffix("/_index").removesuffix("/index"))
    languages = values.get("languages") if isinstance(values.get("languages"), dict) else {}
    own: list[ContentRoot] = []
    for lang in langs:
        said = languages.get(lang) if isinstance(languages, dict) else None
        if isinstance(said, dict) and said.get("contentdir"):
            own.append(ContentRoot(join(root, str(said["contentdir"])) or "", "", lang))
    is_mounted = any(each.own and each.source is not None and each.target == "content" for each in mounted)
    found.extend(sorted(own, key=lambda each: -len(each.folder)))
    # Languages without a folder of their own share the site's, which may lie above or among the others'.
    if not is_mounted and len(own) < len(langs):
        shared = ContentRoot(join(root, str(values.get("contentdir") or "content")) or "")
        found = sorted([*found, shared], key=lambda each: -len(each.folder)) if own else [*found, shared]
    return found, missing


def _mount_langs(mount: Mapping[str, Any], langs: Sequence[str]) -> list[str | None]:
    """The languages that a folder is mounted for: ``lang``, else those of ``sites.matrix``; None where nothing says
    (https://gohugo.io/configuration/module/#sites)."""
    sites = mount.get("sites")
    matrix = sites.get("matrix") if isinstance(sites, dict) else None
    said = as_list(mount.get("lang") or (matrix.get("languages") if isinstance(matrix, dict) else None))
    words = [str(each).lower() for each in said]
    if any("*" in word or word.startswith("!") for word in words):
        return [None]
    return [word for word in words if word in langs] or [None]


def find_mounts(mounted: Sequence[Mounted], target: str) -> list[tuple[str, str]]:
    """What is mounted onto a folder, and where below it each one is."""
    found = ((each.source, each.below(target)) for each in mounted)
    return [(source, inner) for source, inner in found if source is not None and inner is not None]


class Place(NamedTuple):
    """A content file: its logical path without language and extension, lower case kept; its language; what it is:
    ``section`` (``_index``), ``bundle`` (``index``), ``page``."""

    logical: str
    lang: str
    kind: str


def find_place(config: Config, path: str) -> Place | None:
    """Where the file stands in the site's content; None where it is none."""
    return next(iter(find_places(config, path)), None)


@lru_cache(maxsize=65536)
def find_places(config: Config, path: str) -> tuple[Place, ...]:
    """All places of the file: a folder may be mounted for several languages, the others being fallbacks. Remembered,
    since every link asks it of its file."""
    found: list[Place] = []
    for root in config.contents:
        if within(path, root.folder):
            inner = root.target if path == root.folder else join(root.target, below(path, root.folder)) or ""
            stem = name(inner).rpartition(".")[0]
            lang = root.lang or config.default
            bare, _, ending = stem.rpartition(".")
            if bare and ending.lower() in config.langs:
                stem, lang = bare, ending.lower()
            kind = {"_index": "section", "index": "bundle"}.get(stem.lower(), "page")
            folder = parent(inner)
            found.append(Place(folder if kind != "page" else f"{folder}/{stem}".lstrip("/"), lang, kind))
    return tuple(found)
