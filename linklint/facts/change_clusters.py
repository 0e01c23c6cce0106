"""What a change did to a cluster."""

from __future__ import annotations

from collections.abc import Callable

from linklint.facts.change_standing import register_pair
from linklint.facts.change_subject import ChangeSubject
from linklint.facts.change_victims import lost_in_cluster
from linklint.facts.change_world import base_of
from linklint.facts.cluster import coverage_down, coverage_related, coverage_up
from linklint.facts.registry import BOOLEAN, CLUSTER, INTEGER, MEMBERS, SHARE, fact
from linklint.facts.world import World
from linklint.model.site import Cluster, Member

Share = Callable[[World, Cluster], float | None]
COVERAGES: dict[str, tuple[str, Share]] = {
    "up": ("The share of the spokes that link to the hub", coverage_up),
    "down": ("The share of the spokes that the hub links to", coverage_down),
    "related": ("The share of the related pairs that are linked", coverage_related),
}


def share_before(share: Share) -> Callable[[World, ChangeSubject], float | None]:
    """A fact of changes: the share (0 to 1) of the cluster in the base; missing for other changes and new clusters."""

    def before(world: World, change: ChangeSubject) -> float | None:
        known = change.what == "cluster" and change.before is not None
        return share(base_of(world), change.before) if known else None

    return before


def share_after(share: Share) -> Callable[[World, ChangeSubject], float | None]:
    """A fact of changes: the share (0 to 1) of the cluster now; missing for other changes and clusters that went."""

    def after(world: World, change: ChangeSubject) -> float | None:
        return share(world, change.after) if change.what == "cluster" and change.after is not None else None

    return after


for word, (doc, share) in COVERAGES.items():
    register_pair(f"coverage.{word}", SHARE, doc, share_before(share), share_after(share))


@fact("change", "cluster", CLUSTER)
def cluster(world: World, change: ChangeSubject) -> Cluster | None:
    """The cluster that changed; missing for one that is gone, and for all other changes."""
    return change.after if change.what == "cluster" else None


@fact("change", "coverage_fell", BOOLEAN)
def coverage_fell(world: World, change: ChangeSubject) -> bool:
    """Whether the coverage of the cluster is less than before, up, down or between related pages."""
    for _, share in COVERAGES.values():
        before, after = share_before(share)(world, change), share_after(share)(world, change)
        if before is not None and after is not None and after < before - 1e-9:
            return True
    return False


@fact("change", "unlinked", MEMBERS)
def unlinked(world: World, change: ChangeSubject) -> tuple[Member, ...]:
    """The spokes of both sides that the hub linked in its body, or that linked the hub, and that now do so in no
    text."""
    return tuple(dict.fromkeys(lost.member for lost in lost_in_cluster(world, change)))


@fact("change", "unlinked.count", INTEGER)
def unlinked_count(world: World, change: ChangeSubject) -> int:
    """The number of those spokes."""
    return len(unlinked(world, change))
