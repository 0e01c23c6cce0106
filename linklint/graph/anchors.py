"""Anchor texts as nodes: which links say the same words."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from linklint.graph.text import normalise_text, primary_language
from linklint.model.site import Link


class AnchorText(msgspec.Struct, frozen=True, eq=False):
    """The links that share one normalised text in one language (primary subtag; None: unknown), in site order."""

    lang: str | None
    text: str
    links: tuple[Link, ...]


def collect_anchors(links: Iterable[Link]) -> tuple[AnchorText, ...]:
    """The anchor texts of ``links``, sorted by language and text. Links without a text have none."""
    groups: dict[str, dict[str, list[Link]]] = {}
    written: dict[str | None, dict[str, list[Link]]] = {}  # by language tag and text as they are written
    for link in links:
        if link.written is None or not link.written.text:
            continue
        known = written.setdefault(link.source.lang, {})
        group = known.get(link.written.text)
        if group is None:
            texts = groups.setdefault(primary_language(link.source.lang) or "", {})
            group = known[link.written.text] = texts.setdefault(normalise_text(link.written.text), [])
        group.append(link)
    return tuple(
        AnchorText(lang or None, text, tuple(texts[text]))
        for lang, texts in sorted(groups.items())
        for text in sorted(texts)
        if text
    )
