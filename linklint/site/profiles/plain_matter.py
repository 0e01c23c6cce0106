"""What the front matter of Markdown files tells of a site that is built from them, where no config of one is here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from linklint.model.document import Document
from linklint.site.destination import decode_percent
from linklint.site.fragments import FURTHER, github_fragments
from linklint.site.page_names import are_sure
from linklint.site.paths import ancestors
from linklint.site.profiles.plain_spelling import spell_headings
from linklint.source.slugs import pandoc_slugs

MANY = 10
SEVERAL = 3
OWN = 5
SURE = 4
"""Of so many links to the page's own headings, one may name none."""
FOR_GENERATORS = frozenset(
    "aliases layout linktitle linkTitle menu nav_order permalink sidebar_label sidebar_position slug weight".split()
)
# What only generators with a navigation of their own make anything of: Docusaurus, Just the Docs, VuePress.
NAVIGATION = frozenset(
    "displayed_sidebar hide_title nav_exclude pagination_next pagination_prev sidebar_class_name sidebar_label".split()
)
ORDERING = frozenset({"nav", "nav_order", "order", "sidebar_order", "sidebar_position", "sort_rank", "weight"})


def is_content(documents: Iterable[Document]) -> bool:
    """Whether most documents, several at least, have front matter that GitHub has no use for: a site generator whose
    config lies elsewhere makes pages of them, and their navigation."""
    every = [document.front_matter or {} for document in documents]
    return len(every) >= MANY and 2 * sum(not FOR_GENERATORS.isdisjoint(matter) for matter in every) > len(every)


def find_permalinks(documents: Mapping[str, Document]) -> Mapping[str, str]:
    """Address, without a slash at its end and ``.html`` → the first file whose front matter says it is shown there."""
    found: dict[str, str] = {}
    for path, document in documents.items():
        said = (document.front_matter or {}).get("permalink")
        if isinstance(said, str) and said.startswith("/"):
            found.setdefault(bare_address(said), path)
    return found


def bare_address(address: str) -> str:
    """The address as a key."""
    return address.rstrip("/").removesuffix(".html").removesuffix("/index")


def has_place(document: Document) -> bool:
    """Whether the front matter says at which place of a navigation the page stands."""
    matter = document.front_matter or {}
    return any(isinstance(matter[key], int | float) for key in ORDERING.intersection(matter))


def find_fragments(documents: Sequence[Document]) -> frozenset[str] | None:
    """The ids that GitHub gives; for a page with a place in a navigation also those that the code of a small site
    makes, and for one whose own links name several of them, Pandoc's."""
    found = github_fragments(documents)
    if found is None:
        return found
    if has_place(documents[0]):
        return found.union(*map(spell_headings, documents))
    lost = {link.href[1:] for link in documents[0].links if link.href[:1] == "#"} - found
    if len(lost) < SEVERAL or len(documents) > 1:
        return found
    made = pandoc_slugs(heading.text for heading in documents[0].headings)
    return found.union(made) if len(lost.intersection(made)) >= SEVERAL else found


def find_written_for_github(documents: Mapping[str, Document], generators: AbstractSet[str]) -> frozenset[str]:
    """Of the pages below the configs of ``generators``, those whose own links to their headings are written by GitHub's
    rules, a table of contents mostly: by which rules the generator makes ids does not matter then."""
    found: set[str] = set()
    for path, document in documents.items() if generators else ():
        asked = {decode_percent(link.href[1:]) for link in document.links if link.href[:1] == "#"} - {""}
        if len(asked) < OWN or generators.isdisjoint(ancestors(path)) or document.includes:
            continue
        ids = github_fragments([document])
        if (
            ids is not None
            and FURTHER not in ids
            and are_sure(len(asked & ids), len(asked - ids), enough=OWN, to_one=SURE)
        ):
            found.add(path)
    return frozenset(found)


def find_ordered(documents: Mapping[str, Document]) -> frozenset[str]:
    """The folders with several documents, most of which have their place in a navigation; and the folders at the top
    in which several say something to one."""
    saying = Counter(
        path.partition("/")[0]
        for path, each in documents.items()
        if "/" in path and not NAVIGATION.isdisjoint(each.front_matter or {})
    )
    placed = Counter(folder for path, each in documents.items() if has_place(each) for folder in ancestors(path))
    wanted = {folder for folder, count in placed.items() if count >= MANY}
    every = Counter(folder for path in documents if wanted for folder in ancestors(path) if folder in wanted)
    ordered = {folder for folder in wanted if 2 * placed[folder] > every[folder]}
    return frozenset(ordered.union(folder for folder, count in saying.items() if count >= MANY))
