"""What was found for a link → what is said of it."""

from __future__ import annotations

from functools import lru_cache

from linklint.model.document import WrittenLink
from linklint.site.components import FROM_MARKDOWN, is_certain
from linklint.site.destination import Destination, find_slip
from linklint.site.profile import Mount, Standing
from linklint.site.profiles.conventions import is_form
from linklint.site.resolution import Hit, Resolution
from linklint.site.tables import Tables

# Links whose destinations are addresses, and no names of notes.
BY_ADDRESS = FROM_MARKDOWN | {"html"}


def judge(
    hit: Hit, destination: Destination, mount: Mount, tables: Tables, standing: Standing, internal: str
) -> Resolution:
    """The status of what was found: published, tracked, and with that fragment?"""
    where, page, status, reason, redirects = hit
    fragment = destination.fragment
    target = tables.pages.get(page) if page is not None else None
    kind = "asset" if target is None and status in ("asset", "asset-missing") else internal
    path = page if page is not None else where
    if status in ("ok", "asset"):
        if internal == "asset" and target is not None:
            status, page = "asset", None
        shown = mount.framework == "plain" and target is not None and target.framework != "plain"
        if target is not None and not target.published and not shown:  # GitHub shows drafts of sites, too
            status = "unpublished"
        elif path in tables.names.untracked and standing.file not in tables.names.untracked:
            status, reason = "untracked", "git does not track it"
        elif fragment is not None and internal != "asset":
            verdict = mount.judge(fragment, target.fragments if target is not None else None, standing.written)
            if verdict.status != "ok":
                status, reason = verdict
    if fragment is None and not reason and not redirects:
        return _plain_resolution(kind, status, page, path)
    return Resolution(kind, status, page, path, fragment, reason, redirects)


def doubt(hit: Hit, standing: Standing, destination: Destination, mount: Mount, tables: Tables) -> Hit:
    """What is missing, unless it may be there for where the link stands, or how it is written."""
    if destination.host and len(tables.built) > 1:
        return Hit(hit.path, status="opaque", reason="which of the repository's sites the address is in is not known")
    if not is_certain(standing.written):
        reason = f"what <{standing.written.element}> makes of it is its own"
        return Hit(hit.path, status="unresolvable", reason=reason)
    if is_form(standing.file) and not destination.absolute:
        return Hit(
            hit.path, status="opaque", reason="who fills in the form writes another address, or reads it elsewhere"
        )
    excuse = mount.excuse(standing, destination)
    return Hit(hit.path, status="opaque", reason=excuse) if excuse else hit


def find_written_slip(destination: Destination, written: WrittenLink) -> str:
    """What is wrong with a destination that was not found, where it was meant as a full address; empty where not."""
    if written.syntax not in BY_ADDRESS or not is_certain(written):
        return ""
    return find_slip(destination.path)


@lru_cache(maxsize=65536)
def _plain_resolution(kind: str, status: str, page: str | None, path: str) -> Resolution:
    """Most links lead to a page that is linked often: what there is to say of them is said once."""
    return Resolution(kind, status, page, path)
