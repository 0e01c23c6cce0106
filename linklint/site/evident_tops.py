"""Addresses of one part, ``/roses``, of a site whose links tell where longer ones lead: ``/beds/soil`` and many others
name Markdown below ``content/docs``, so ``content/docs/roses.md`` is what ``/roses`` leads to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from linklint.model.files import Names
from linklint.site.page_names import INDEXES
from linklint.site.paths import name, parent
from linklint.site.profiles.conventions import is_set_aside

MANY = 50
"""So many longer addresses tell of a folder that its own pages lie at the site's top."""
CODE = frozenset({"astro", "html", "js", "jsx", "njk", "svelte", "ts", "tsx", "vue"})
ROUTES = frozenset({*INDEXES, "+page", "+server", "page", "route"})


def find_top_sources(
    asked: Iterable[str],
    known: Mapping[str, Sequence[str]],
    forms: Mapping[str, Sequence[tuple[str, str]]],
    names: Names,
) -> dict[str, tuple[str, ...]]:
    """Address of one part → the Markdown that it names, for certain. ``known``: longer addresses and theirs; ``forms``:
    address → the longer ones that Markdown may have which end so, and its path."""
    lengths = Counter(
        form.removesuffix(address)
        for address, paths in known.items()
        for form, path in forms.get(address, ())
        if path in paths
    )
    folders = {folder for folder, count in lengths.items() if folder and count >= MANY}
    if not folders:
        return {}
    found = {}
    for address in asked:
        paths = {path for form, path in forms.get(address, ()) if form.removesuffix(address) in folders}
        if len(paths) == 1:
            found[address] = tuple(paths)
    taken = _list_code(names) if found else frozenset()
    return {address: paths for address, paths in found.items() if address not in taken}


def _list_code(names: Names) -> frozenset[str]:
    """What files of code may make pages of, by their own names or those of their folders."""
    every = (path for path in names.ending(*CODE) if not is_set_aside(path, names))
    stems = ((name(path).partition(".")[0], name(parent(path))) for path in every)
    return frozenset(folder if stem in ROUTES else stem for stem, folder in stems)
