"""What the front matter of Markdown files tells of a site that is built from them, where no config of one is here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from linklint.model.document import Document
from linklint.site.fragments import github_fragments
from linklint.site.paths import ancestors
from linklint.site.profiles.plain_spelling import spell_headings

MANY = 10
FOR_GENERATORS = frozenset(
    "aliases layout linktitle linkTitle menu nav_order permalink sidebar_label sidebar_position slug weight".split()
)
ORDERING = frozenset({"nav", "nav_order", "order", "sidebar_order", "sidebar_position", "sort_rank", "weight"})


def is_content(documents: Iterable[Document]) -> bool:
    """Whether most documents, several at least, have front matter that GitHub has no use for: a site generator whose
    config lies elsewhere makes pages of them, and their navigation."""
    every = [document.front_matter or {} for document in documents]
    return len(every) >= MANY and 2 * sum(not FOR_GENERATORS.isdisjoint(matter) for matter in every) > len(every)


def has_place(document: Document) -> bool:
    """Whether the front matter says at which place of a navigation the page stands."""
    matter = document.front_matter or {}
    return any(isinstance(matter[key], int | float) for key in ORDERING.intersection(matter))


def find_fragments(documents: Sequence[Document]) -> frozenset[str] | None:
    """The ids that GitHub gives, and for a page with a place in a navigation also those that the code of a small site
    makes."""
    found = github_fragments(documents)
    if found is None or not has_place(documents[0]):
        return found
    return found.union(*map(spell_headings, documents))


def find_ordered(documents: Mapping[str, Document]) -> frozenset[str]:
    """The folders with several documents, most of which have their place in a navigation."""
    placed = Counter(folder for path, each in documents.items() if has_place(each) for folder in ancestors(path))
    wanted = {folder for folder, count in placed.items() if count >= MANY}
    every = Counter(folder for path in documents if wanted for folder in ancestors(path) if folder in wanted)
    return frozenset(folder for folder in wanted if 2 * placed[folder] > every[folder])
