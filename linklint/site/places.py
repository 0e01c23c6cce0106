"""Where a link stands in its page, as far as readers care."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from linklint.model.document import Document, WrittenLink

# Headings of sections that only list further pages. Exact texts; letter case and punctuation at the edges do not count.
RELATED_HEADINGS: tuple[str, ...] = (
    # English
    "See also", "Further reading", "Read more", "Related", "Related articles", "Related content", "Related links",
    "Related pages", "Related posts", "Related reading", "Related resources", "Related topics", "You may also like",
    "You might also like", "More reading", "Recommended reading", "Keep reading", "Read next",
    # German
    "Siehe auch", "Weiterführende Links", "Weiterführende Artikel", "Weiterlesen", "Zum Weiterlesen", "Mehr zum Thema",
    "Ähnliche Artikel", "Ähnliche Beiträge", "Verwandte Artikel", "Verwandte Themen",
    "Das könnte dich auch interessieren", "Das könnte Sie auch interessieren",
    # French
    "Voir aussi", "À lire aussi", "À lire également", "Lire aussi", "Pour aller plus loin", "Articles connexes",
    "Articles liés", "Articles similaires", "En savoir plus", "Sur le même sujet",
    # Spanish
    "Véase también", "Ver también", "Lecturas recomendadas", "Lectura adicional", "Artículos relacionados",
    "Contenido relacionado", "Enlaces relacionados", "También te puede interesar",
    # Portuguese
    "Veja também", "Ver também", "Leia também", "Leitura adicional", "Artigos relacionados", "Conteúdo relacionado",
    # Italian
    "Vedi anche", "Leggi anche", "Per approfondire", "Approfondimenti", "Articoli correlati",
    # Dutch
    "Zie ook", "Lees ook", "Lees verder", "Verder lezen", "Meer lezen", "Gerelateerde artikelen",
    # Japanese, Chinese
    "関連記事", "関連項目", "関連リンク", "あわせて読みたい",
    "参见", "另见", "相关文章", "相关阅读", "延伸阅读", "參見", "相關文章", "延伸閱讀",
)  # fmt: skip
LANDMARKS = frozenset({"nav", "header", "footer", "aside"})


@lru_cache(maxsize=16384)  # pages of one kind have the same headings
def normalise_heading(text: str) -> str:
    """The text as headings are compared: NFC, case folded, one space, no punctuation or symbols at the edges."""
    if text.isascii():  # most headings; NFC changes nothing in them, and lower case is all that folding does
        words = " ".join(text.lower().split())
        if words[:1].isalnum() and words[-1].isalnum():
            return words
    else:
        words = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    start, end = 0, len(words)
    while start < end and not words[start].isalnum():
        start += 1
    while end > start and not words[end - 1].isalnum():
        end -= 1
    return words[start:end]


def related_sections(document: Document, headings: frozenset[str]) -> frozenset[int]:
    """Indexes of the headings that stand in a related section, its own heading included. It ends at the next heading
    of equal or higher level. ``headings`` are normalised texts."""
    found = set()
    level = 0  # of the related heading above; 0: none
    for index, heading in enumerate(document.headings):
        if level and heading.level <= level:
            level = 0
        if not level and normalise_heading(heading.text) in headings:
            level = heading.level
        if level:
            found.add(index)
    return frozenset(found)


def known_headings(configured: Iterable[str]) -> frozenset[str]:
    """The headings of related sections, normalised: the configured ones, else those known in several languages."""
    return frozenset(map(normalise_heading, tuple(configured) or RELATED_HEADINGS))


def find_place(written: WrittenLink, related: frozenset[int]) -> str:
    """One of ``model.site.PLACES``."""
    if written.syntax == "frontmatter":
        return "frontmatter"
    if written.landmark in LANDMARKS:
        return written.landmark
    if written.section in related:
        return "related"
    return written.block if written.block in ("heading", "table") else "body"
