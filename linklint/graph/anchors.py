"""Anchor texts as nodes: which links say the same words."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from linklint.graph.text import primary_language
from linklint.model.site import Link


class AnchorText(msgspec.Struct, frozen=True, eq=False):
    """The links that share one normalised text in one language (primary subtag; None: unknown), in site order."""

    lang: str | None
    text: str
    links: tuple[Link, ...]


def collect_anchors(links: Iterable[Link], texts: Iterable[str]) -> tuple[AnchorText, ...]:
    """The anchor texts of ``links``, sorted by language and text. ``texts``: those of the links, normalised; links with
    an empty one are left out."""
    groups: dict[str, dict[str, list[Link]]] = {}
    by_tag: dict[str | None, dict[str, list[Link]]] = {}  # by language tag: those of one language are the same
    for link, text in zip(links, texts, strict=True):
        if text:
            group = by_tag.get(link.source.lang)
            if group is None:
                language = primary_language(link.source.lang) or ""
                group = by_tag[link.source.lang] = groups.setdefault(language, {})
            group.setdefault(text, []).append(link)
    return tuple(
        AnchorText(lang or None, text, tuple(group[text]))
        for lang, group in sorted(groups.items())
        for text in sorted(group)
    )
