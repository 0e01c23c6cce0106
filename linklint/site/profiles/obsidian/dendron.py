"""Vaults of Dendron (https://wiki.dendron.so, the notes ``dendron.topic.links`` and ``dendron.topic.note-reference``):
notes in one folder whose names hold dots for their places. In links the text comes first, ``[[text|note#heading]]``;
headings are named as GitHub slugs them; ``dendron://vault/note`` names a note of a vault, and what is shown inside a
note may be a part of another, ``![[note#first,1:#last]]``."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

from linklint.model.document import Document, WrittenLink
from linklint.model.files import Names
from linklint.site.destination import Destination
from linklint.site.fragments import Verdict
from linklint.site.paths import ancestors, join, parent
from linklint.site.profile import Lookup, Mount, Read, Standing
from linklint.site.profiles.obsidian.fragments import judge, page_fragments
from linklint.site.profiles.obsidian.links import rewrite
from linklint.source.slugs import github_slugs

CONFIG = "dendron.yml"
IN_VAULT = re.compile(r"dendron://([^/]+)/", re.IGNORECASE)
NAMED = re.compile(r"""(?m)^[ \t-]*name:[ \t]*["']?([^\s"']+)""")
RANGE = re.compile(r",\d+(?=:|\Z)|:#.*")
MARKS = frozenset({"*", "^begin", "^end"})


def read_vaults(root: str, names: Names, read: Read) -> frozenset[str] | None:
    """The names of the vaults that the config beside or above the notes lists; None where there is no config."""
    for folder in (root, *ancestors(root)):
        path = join(folder, CONFIG) or ""
        if path in names.files:
            return frozenset(NAMED.findall((read(path) or b"").decode("utf-8", "replace")))
    return None


def with_dendron(mount: Mount, documents: Mapping[str, Document], *, vaults: frozenset[str], names: Names) -> Mount:
    """The mount, with what Dendron reads in another way than Obsidian: ``/`` means the folder of the notes, too."""
    find = mount.lookups

    def find_lookups(standing: Standing, destination: Destination) -> Sequence[Lookup]:
        named = IN_VAULT.match(standing.written.href)
        if named and named[1] not in vaults:
            return [Lookup("opaque", destination.path, f"the vault {named[1]} is not one of {CONFIG}")]
        beside = join(parent(standing.file), destination.path.lstrip("/")) if destination.absolute else None
        return [Lookup("file", beside)] if beside in names.files and beside else find(standing, destination)

    return msgspec.structs.replace(
        mount, rewrite=rewrite_note, lookups=find_lookups, fragments=find_fragments, judge=judge_heading
    )


def rewrite_note(standing: Standing) -> str:
    """The name of the note and of the first heading alone."""
    written = standing.written
    if written.syntax != "wikilink":
        return written.href
    page, mark, heading = IN_VAULT.sub("", written.href).partition("#")
    bare = RANGE.sub("", heading)
    shown = msgspec.structs.replace(written, href=page + (mark + bare if bare not in MARKS else ""))
    return rewrite(standing._replace(written=shown))


def find_fragments(documents: Sequence[Document]) -> frozenset[str] | None:
    """As of Obsidian's notes, and the slugs of headings."""
    found = page_fragments(documents)
    if found is None:
        return None
    return found.union(github_slugs(heading.text for document in documents for heading in document.headings))


def judge_heading(fragment: str, fragments: frozenset[str] | None, written: WrittenLink) -> Verdict:
    """As of Obsidian's notes; with a ``*`` behind it, whatever heading begins so."""
    if fragment.endswith("*") and fragments is not None:
        start = fragment.rstrip("*")
        return judge(next((each for each in sorted(fragments) if each.startswith(start)), start), fragments, written)
    return judge(fragment, fragments, written)
