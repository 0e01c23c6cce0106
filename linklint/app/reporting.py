"""What a journey has to say, as one value that every output format reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from linklint import engine
from linklint.app.basing import Basis
from linklint.app.checkout import find_gaps
from linklint.app.comparing import Comparison, keep_scope, stand_at_change
from linklint.app.effects import describe_effect
from linklint.app.excerpts import find_excerpts
from linklint.app.generated import show_generated
from linklint.app.joins import find_unmatched
from linklint.app.journey import Journey
from linklint.data.suggest import closest_hint
from linklint.facts import World
from linklint.model.files import Repository
from linklint.model.finding import (
    Compared,
    Finding,
    Lines,
    Report,
    RuleText,
    RunNotice,
    Summary,
    Suppressed,
    Unverified,
    place_in_report,
)
from linklint.model.place import Location, locate
from linklint.model.site import Framework, Link, Site
from linklint.report.wording import name_place
from linklint.site.pages import find_page
from linklint.workspace import find_hunks

NOTHING = Basis(None, "all")
UNKNOWN_LINES = (
    "git lacks files of the base (a partial clone), so nobody can tell which lines changed, and findings on those do "
    "not come first; clone without `filter`"
)
UNVERIFIED = ("unresolvable", "opaque", "outside", "fragment-unverifiable")


def make_report(
    journey: Journey,
    repository: Repository,
    *,
    paths: Sequence[str] = (),
    baseline: Sequence[engine.BaselineEntry] | None = None,
    baseline_path: str = "",
    warnings: Iterable[str] = (),
    told: Iterable[str] = (),
    rules: Sequence[RuleText] = (),
    comparison: Comparison | None = None,
    basis: Basis = NOTHING,
    tell_effect: bool = False,
    only_places: bool = False,
) -> Report:
    """Applies the scope, the baseline and the paths, and counts.

    ``paths`` are files and folders relative to the top; none: everything. The numbers of pages and links are always
    those of the whole repository, as the graph is. ``warnings`` and ``told`` (as notices) are what the configuration
    has to say. ``comparison`` marks what is new, the scope of the ``basis`` says what of it to show. ``tell_effect``:
    also what the change did to the site. ``only_places``: of what is about the paths, only what stands in them.
    """
    site = journey.world.site
    judged: Sequence[Finding] = comparison.findings if comparison else journey.outcome.findings
    wanted = {finding.fingerprint for finding in (keep_scope(comparison, basis.scope) if comparison else judged)}
    suppressed = list(journey.outcome.suppressed)
    notices = [RunNotice("warning", text) for text in warnings]
    # A run that is green for nothing checked must not pass unseen.
    notices += [RunNotice("warning", text, annotated=True) for text in find_idle_paths(journey.world, paths)]
    notices += [RunNotice("notice", text) for text in told]
    if not rules:
        notices.append(RunNotice("warning", "no rule is on, so nothing was judged", annotated=True))
    notices += [*find_notices(journey.world), *find_unmatched(journey.world)]
    notices += [*find_gaps(repository, site, journey.world.history), *basis.notices]
    if baseline is not None:
        judged, hidden, stale = engine.apply_baseline(judged, baseline, baseline_path, [rule.id for rule in rules])
        suppressed += hidden
        notices += say_stale(baseline_path, len(stale))
    findings = [finding for finding in judged if finding.fingerprint in wanted]
    compared = None
    if comparison:
        notices.append(say_comparison(comparison, basis, len(judged) - len(findings)))
        lines = find_written_lines(basis)
        if lines is None:
            notices.append(RunNotice("notice", UNKNOWN_LINES))
        findings = sorted((stand_at_change(finding, lines or {}) for finding in findings), key=place_in_report)
        compared = describe_base(journey.world, comparison, basis, lines, tell_effect=tell_effect)
    shown = [finding for finding in findings if is_asked_for(finding, paths, by_place=only_places)]
    if journey.world.settings.generated == "report":
        shown, more = show_generated(shown, repository)
        notices += more
    if not only_places:
        notices += say_elsewhere(paths, len(findings) - len(shown))
    hidden_here = [entry for entry in suppressed if is_asked_for(entry.finding, paths, by_place=only_places)]
    return Report(
        summary=summarise(journey.world, shown, hidden_here, comparison),
        findings=tuple(shown),
        suppressed=tuple(hidden_here),
        unverified=tuple(find_unverified(site.links, paths)),
        notices=tuple(notices),
        excerpts=find_excerpts(repository, shown),
        frameworks=find_frameworks(journey.world),
        rules=tuple(rules),
        compared=compared,
        clusters=find_clusters(site),
        area=tuple(sorted(paths)) or tuple(filter(None, [journey.world.settings.site.base])),
    )


def find_clusters(site: Site) -> dict[str, tuple[str, ...]]:
    """Path → the clusters of the page, sorted."""
    found: dict[str, set[str]] = {}
    for member in site.members:
        found.setdefault(member.page.path if member.page else member.path, set()).add(member.cluster.id)
    return {path: tuple(sorted(clusters)) for path, clusters in found.items()}


def say_stale(path: str, number: int) -> Iterator[RunNotice]:
    """What the baseline names in vain."""
    if number:
        findings, them = (
            ("1 finding that no longer exists", "it")
            if number == 1
            else (f"{number} findings that no longer exist", "them")
        )
        told = f"{path} names {findings}; run `linklint baseline --prune` to take {them} out"
        yield RunNotice("notice", told)


def say_elsewhere(paths: Sequence[str], number: int) -> Iterator[RunNotice]:
    """What was found and not asked for."""
    if number:
        place = paths[0] if len(paths) == 1 else "the paths asked for"
        more = f"{number} more finding{'s lie' if number > 1 else ' lies'}"
        yield RunNotice("notice", f"{more} outside of {place}")


def describe_base(
    world: World, comparison: Comparison, basis: Basis, lines: Lines | None, *, tell_effect: bool
) -> Compared:
    """What was compared with what, and what of it changed."""
    base = basis.repository
    gone = base.changed - base.head_names if base else frozenset[str]()
    effect = describe_effect(world, comparison) if tell_effect else None
    return Compared(comparison.commit, basis.name, comparison.changed, gone, lines or {}, comparison.fixed, effect)


def find_written_lines(basis: Basis) -> Lines | None:
    """Path → (first, last) of the lines that the change wrote; None where git cannot tell."""
    base = basis.repository
    hunks = find_hunks(base.top, base.commit) if base else {}
    if hunks is None:
        return None
    return {
        path: tuple((hunk.after, hunk.after + hunk.written - 1) for hunk in found if hunk.written)
        for path, found in hunks.items()
    }


def is_asked_for(finding: Finding, paths: Sequence[str], *, by_place: bool = False) -> bool:
    """Whether the finding's place or its subject lies in one of the paths; of a change, also what it did elsewhere.
    ``by_place``: only its place counts."""
    places = [finding.location.path] if by_place else [finding.location.path, finding.subject.path]
    if not by_place and finding.subject.kind == "change":
        places += [related.location.path for related in finding.related]
    return not paths or any(lies_in(place, paths) for place in places if place)


def lies_in(path: str, paths: Sequence[str]) -> bool:
    return any(path == asked or path.startswith(asked + "/") for asked in paths)


def written_links(links: Iterable[Link]) -> Iterator[Link]:
    """Links that somebody wrote, on published pages."""
    return (link for link in links if link.written is not None and link.source.published)


def say_comparison(comparison: Comparison, basis: Basis, left_out: int) -> RunNotice:
    """What was compared with what, and how many findings the scope leaves out: nothing is green for being unseen."""
    older = f"; {left_out} older finding{'s are' if left_out != 1 else ' is'} not shown" if left_out else ""
    name = "" if comparison.commit.startswith(basis.name) else f", {basis.name}"
    head = f" at {basis.head[:12]}" if basis.head else ""
    return RunNotice("notice", f"compared the work tree{head} with commit {comparison.commit[:12]}{name}{older}")


def summarise(
    world: World, findings: Sequence[Finding], suppressed: Sequence[Suppressed], comparison: Comparison | None = None
) -> Summary:
    site = world.site
    kinds = Counter(link.kind for link in written_links(site.links))
    statuses = Counter(link.status for link in written_links(site.links))
    levels = Counter(finding.level for finding in findings)
    by = Counter(entry.by for entry in suppressed)
    published = [page for page in site.pages if page.published]
    return Summary(
        pages=len(published),
        links=kinds.total(),
        internal=kinds["internal"],
        external=kinds["external"],
        unresolvable=statuses["unresolvable"],
        opaque=statuses["opaque"],
        outside=statuses["outside"],
        fragment_unverifiable=statuses["fragment-unverifiable"],
        errors=levels["error"],
        warnings=levels["warning"],
        notices=levels["notice"],
        new=sum(bool(finding.new) for finding in findings) if comparison else None,
        fixed=len(comparison.fixed) if comparison else None,
        suppressed=by["directive"],
        baselined=by["baseline"],
        generated=by["generated"],
        orphan_unknown=sum(world.graph.orphan(page) == "unknown" for page in published),
        framework=tuple(sorted({framework.name for framework in find_frameworks(world)})),
        roots=tuple(page.path for page in site.pages if page.root),
    )


def find_frameworks(world: World) -> tuple[Framework, ...]:
    """The sites that have pages: not those whose files the config ignores."""
    names = {page.framework for page in world.site.pages}
    return tuple(framework for framework in world.site.frameworks if framework.name in names)


def find_notices(world: World) -> Iterator[RunNotice]:
    if not any(page.root for page in world.site.pages):
        yield RunNotice(
            "notice",
            "no home page was found, so click depth and reachability are unknown; name one with `site: {roots: [...]}`",
        )


def find_lost_roots(world: World, said: Location) -> Iterator[str]:
    """The roots of the config that are no pages of the site. ``said``: where it names them."""
    site = world.site
    for root in world.settings.site.roots:
        if find_page(root, site.by_path, site.by_url) is None:
            known = site.by_url if root.startswith("/") else site.by_path
            told = f'{name_place(said)}: no page has the path or address "{root}"'
            yield "; ".join(filter(None, (told, closest_hint(root, known))))


def find_idle_paths(world: World, paths: Sequence[str]) -> Iterator[str]:
    """A path that was asked for and holds nothing that is judged: most often ignored by git, or another kind of
    file."""
    judged = [file.path for file in world.site.files]
    judged += [path for path in (world.settings.config_path, world.settings.clusters_path) if path]
    for path in paths:
        if not any(lies_in(file, (path,)) for file in judged):
            yield f"nothing was checked in {path}: it holds no page that git tracks or could track"


def find_unverified(links: Iterable[Link], paths: Sequence[str]) -> Iterator[Unverified]:
    """The links that could not be checked here, in the order of their places."""
    found = [
        Unverified(locate(link.file, link.written.span), link.written.written, link.status, link.reason)
        for link in written_links(links)
        if link.status in UNVERIFIED and link.written is not None and (not paths or lies_in(link.file, paths))
    ]
    return iter(sorted(found, key=lambda entry: (entry.location, entry.href)))


__all__ = ["Location", "make_report"]
