"""What holds in the end, and where it was said: for ``linklint config [FILE]``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from linklint.config.loading import Configuration
from linklint.model.glob import compile_glob
from linklint.model.place import Location
from linklint.model.rule import ActiveRule
from linklint.model.settings import Settings

DEFAULT = "default"


class Effective(msgspec.Struct, frozen=True):
    """One setting: its dotted name, its value as plain data, and its origin (``path:line``, an option of the command
    line, or ``default``)."""

    key: str
    value: Any
    origin: str


def list_effective(configuration: Configuration, file: str | None = None) -> list[Effective]:
    """All settings, then the rules that run by id. ``file``: for findings about that path, overrides applied; rules
    that are off for it are listed as off."""
    settings = [
        Effective(key, value, _name_origin(configuration.origins, key))
        for key, value in _list_settings(configuration.settings)
    ]
    rules = [row for active in configuration.rules for row in _list_rule(active, file, configuration.origins)]
    return [*settings, *rules]


def _list_settings(settings: Settings) -> Iterator[tuple[str, Any]]:
    site = settings.site
    for name in ("framework", "content", "url", "hosts", "roots", "related_headings", "languages"):
        yield f"site.{name}", _plain(getattr(site, name))
    yield "clusters", settings.clusters_path or [cluster.id for cluster in settings.clusters]
    yield "roles", {role: dict(duties) for role, duties in settings.roles.items()}
    yield "stages", list(settings.stages)
    for name in ("ignore", "external_prefixes", "orphans_ok"):
        yield name, _plain(getattr(site, name))
    yield "baseline", settings.baseline
    yield "generated", settings.generated
    yield "score.damping", settings.score.damping
    yield "score.nofollow", settings.score.nofollow
    yield "score.teleport", ".".join(("data", *settings.score.teleport)) if settings.score.teleport else None
    for table in settings.data:
        yield f"data.{table.name}", {"file": table.path, "rows": len(table.rows), "columns": dict(table.columns)}
    yield "suppressions.require-reason", settings.require_reason
    for word, key in site.front_matter_keys.items():
        yield f"front_matter.{word}", key


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _list_rule(active: ActiveRule, file: str | None, origins: Mapping[str, Location]) -> Iterator[Effective]:
    id_ = active.rule.id
    level, options = active.level, active.options
    level_key = options_key = f"rules.{id_}"
    for index, override in enumerate(active.overrides):
        if file is None or not any(compile_glob(glob)(file) for glob in override.files):
            continue
        name = f"rules.{id_}.overrides.{index}"
        if override.level is not None:
            level, level_key = override.level, name
        if override.options is not None:
            options, options_key = override.options, name
    yield Effective(f"rules.{id_}.level", level, _name_origin(origins, f"{level_key}.level"))
    for option, value in options.items():
        own = f"{options_key}.options.{option}"
        origin = _name_origin(origins, own if own in origins else f"rules.{id_}.options.{option}")
        yield Effective(f"rules.{id_}.options.{option}", value, origin)


def _name_origin(origins: Mapping[str, Location], key: str) -> str:
    """``path:line`` of a setting, or of the nearest one above it that was written."""
    while key:
        place = origins.get(key)
        if place is not None:
            return f"{place.path}:{place.line}" if place.line else place.path
        key = key.rpartition(".")[0]
    return DEFAULT
