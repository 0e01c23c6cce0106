"""By which endings, lower case and without the dot, files are known as pages or as what pages are made of."""

from __future__ import annotations

SOURCES = frozenset({"markdown", "md", "mdx", "qmd", "rmd"})
"""Of Markdown that some site makes pages of. ``qmd`` and ``rmd`` hold code that is run (Quarto, R Markdown): only the
profiles of their frameworks read them."""

HTML = frozenset({"htm", "html"})

PAGES = SOURCES | HTML
"""Of files that are pages, or become some."""

PAGE_LIKE = PAGES | {""}
"""Of destinations that name a page: addresses often have none."""


def find_ending(name: str) -> str:
    """What follows the last dot of a file's name, in lower case, without the dot; empty where there is none."""
    stem, dot, ending = name.rpartition(".")
    return ending.lower() if dot and stem else ""
