"""A small box of rules and packs, and configurations made of texts."""

from collections.abc import Mapping
from typing import Any

from linklint.config import Configuration, load

BOX: Mapping[str, bytes] = {
    "max-links.yml": b"""
max-links:
  for: page
  level: warning
  options: {max: 100}
  require: {outlinks.count: {lte: $options.max}}
  message: "{path} has {outlinks.count} links"
""",
    "no-words.yml": b"""
no-words:
  for: link
  level: error
  options:
    places: [body, heading]
    phrases: {en: [here, more], de: [hier]}
  where: {place: {in: $options.places}}
  require: {text.normalized: {not_in: $options.phrases}}
  message: "{text} says nothing"
""",
    "no-titles.yml": b"""
no-titles:
  for: page
  level: "off"
  require: {title: {exists: true}}
  message: "{path}"
""",
    "no-drafts.yml": b"""
no-drafts:
  for: page
  options: {pattern: draft}
  require: {not: {title: {matches: $options.pattern}}}
  message: "{path}"
""",
    "packs/recommended.yml": b"rules: {no-words: error, max-links: {level: notice, options: {max: 80}}}\n",
    "packs/strict.yml": b"extends: [recommended]\nrules: {max-links: {options: {max: 50}}, no-titles: warning}\n",
    "packs/none.yml": b"rules: {}\n",
}


def configure(files: Mapping[str, str | bytes], *, names: tuple[str, ...] = (), **more: Any) -> Configuration:
    """The configuration that ``load`` makes of a repository of these files, with the small box."""
    data = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
    return load(data.get, box=BOX, names=[*files, *names], **more)


def levels(configuration: Configuration) -> dict[str, str]:
    return {active.rule.id: active.level for active in configuration.rules}


def options(configuration: Configuration, id_: str) -> Mapping[str, Any]:
    return next(active.options for active in configuration.rules if active.rule.id == id_)
