"""``linklint explain``: all that is known about one page, or the way from one page to another."""

from __future__ import annotations

from collections.abc import Iterable

from linklint.app.check import Run, run
from linklint.app.request import Request
from linklint.data.suggest import closest_hint
from linklint.errors import Problem, UserError
from linklint.facts import World
from linklint.model.finding import Finding
from linklint.model.place import Location, locate
from linklint.model.settings import SiteSettings
from linklint.model.site import Link, Page, Site
from linklint.model.view import Inlink, PageView, ScoreSource, Step
from linklint.site.destination import read_destination
from linklint.site.pages import find_page as find_by_url
from linklint.site.paths import within
from linklint.site.tables import own_addresses

SOURCES_SHOWN = 5


def explain_page(name: str, cwd: str, config: str | None = None) -> PageView:
    """``name`` is a path, as seen from ``cwd`` or from the top, or an address of the site."""
    finished = run(Request((), config), cwd)
    return view_page(finished, find_page(finished, name, cwd))


def explain_path(
    start: str, end: str, cwd: str, config: str | None = None
) -> tuple[Page, Page, tuple[Step, ...] | None]:
    """The shortest way of links from one page to another; None when there is none."""
    finished = run(Request((), config), cwd)
    source, target = find_page(finished, start, cwd), find_page(finished, end, cwd)
    links = finished.journey.world.graph.path(source, target)
    return source, target, None if links is None else make_steps(links)


def find_page(finished: Run, name: str, cwd: str) -> Page:
    """The page of that path, as seen from ``cwd`` or from the top, of that folder, or at that address."""
    site = finished.journey.world.site
    try:
        path = finished.repository.relative(name, cwd)
    except UserError:
        path = name
    page = (
        site.by_path.get(path)
        or site.by_path.get(name)
        or find_at_address(site, name, finished.configuration.settings.site)
        or site.by_url.get(f"/{path}/")
    )
    if page is None and name in finished.configuration.known_rules:
        raise UserError(f"{name} is a rule; a way leads from a page to a page")
    if page is None:
        what = "a page" if path in finished.repository.names or "/" in name else "a page or a rule"
        known = [*finished.configuration.known_rules, *site.by_path, *site.by_url]
        raise UserError(Problem(f"{name} is not {what} of this repository", hint=closest_hint(name, known)))
    return page


def find_at_address(site: Site, address: str, settings: SiteSettings) -> Page | None:
    """The page at a URL path, or at a full URL as a browser shows it: with the path that its site lies below. Where the
    config names our hosts, others have none of our pages."""
    destination = read_destination(address)
    hosts = own_addresses(settings)
    if destination.kind not in ("internal", "external") or (hosts and destination.host not in ("", *hosts)):
        return None
    bases = [framework.base for framework in site.frameworks]
    for base in dict.fromkeys(("", hosts.get(destination.host, ""), *bases)):
        if within(destination.path, base):
            page = find_by_url(destination.path[len(base) :] or "/", {}, site.by_url)
            if page is not None:
                return page
    return None


def view_page(finished: Run, page: Page) -> PageView:
    world = finished.journey.world
    graph = world.graph
    start = find_nearest_root(world, page)
    steps = None if start is None else graph.path(start, page)
    return PageView(
        path=page.path,
        url=page.address,
        title=page.title,
        published=page.published,
        noindex=page.noindex,
        root=page.root,
        clusters=tuple((member.cluster.id, member.role) for member in world.site.members if member.page is page),
        depth=graph.depth(page),
        reachable=graph.reachable(page),
        path_from_root=None if steps is None else make_steps(steps),
        orphan=graph.orphan(page),
        inlinks=tuple(make_inlink(link) for link in graph.inlinks(page)),
        outlink_pages=len(graph.linked_pages(page)),
        score=graph.score(page),
        relative_score=graph.relative_score(page),
        score_rank=graph.score_rank(page),
        pages=len(graph.scores),
        score_sources=tuple(find_score_sources(world, page)),
        findings=tuple(find_findings(finished.journey.outcome.findings, page)),
    )


def find_nearest_root(world: World, page: Page) -> Page | None:
    """The root from which the page is fewest clicks away."""
    depth = world.graph.depth(page)
    if depth is None:
        return None
    for root in world.site.pages:
        if root.root:
            links = world.graph.path(root, page)
            if links is not None and len(links) == depth:
                return root
    return None


def find_score_sources(world: World, page: Page) -> Iterable[ScoreSource]:
    """The linking pages that pass most of the score on, as shares of the page's own score."""
    score = world.graph.score(page)
    if not score:
        return []
    return [ScoreSource(source.path, part / score) for source, part in world.graph.score_sources(page)[:SOURCES_SHOWN]]


def find_findings(findings: Iterable[Finding], page: Page) -> Iterable[Finding]:
    """What rules say about the page, or in its file."""
    return (finding for finding in findings if page.path in (finding.location.path, finding.subject.path))


def place_of(link: Link) -> Location:
    return locate(link.file, link.written.span) if link.written else Location(link.source.path, 0, 0, 0, 0)


def make_steps(links: Iterable[Link]) -> tuple[Step, ...]:
    return tuple(
        Step(
            place_of(link),
            link.written.text if link.written else "",
            link.target.path if link.target else link.target_path,
            link.generated,
        )
        for link in links
    )


def make_inlink(link: Link) -> Inlink:
    return Inlink(place_of(link), link.place, link.written.text if link.written else "")
