"""A page explained, as text."""

from __future__ import annotations

from collections.abc import Iterator

from linklint.model.place import Location
from linklint.model.view import Inlink, PageView, Step
from linklint.report.explain import layout_table, shorten
from linklint.report.writing import inert

INLINKS_SHOWN = 50


def layout_page(view: PageView) -> str:
    """What the page is, how it is reached, who links to it, what its score is made of, which rules speak."""
    return "\n".join(section for section in sections(view) if section)


def sections(view: PageView) -> Iterator[str]:
    yield f"{inert(view.path)}\n" + layout_table([[f"  {name}", value] for name, value in describe(view)])
    yield "Shortest way from a root\n" + (
        layout_no_steps(view) if view.path_from_root is None else layout_steps(view.path_from_root)
    )
    yield f"Inlinks ({len(view.inlinks)})\n" + layout_inlinks(view)
    if view.score_sources:
        rows = [[f"  {source.share:.1%}", f"from {source.path}"] for source in view.score_sources]
        yield "Where its link score comes from\n" + layout_table(rows)
    yield "Rules that speak\n" + layout_findings(view)


def describe(view: PageView) -> Iterator[tuple[str, str]]:
    yield "URL", view.url
    yield "title", view.title or "(none)"
    if not view.published:
        yield "published", "no"
    if view.noindex:
        yield "noindex", "yes"
    yield "clusters", ", ".join(f"{name} ({role})" for name, role in view.clusters) or "(none)"
    yield "click depth", "0: a root" if view.root else "(none)" if view.depth is None else str(view.depth)
    yield "orphan", view.orphan
    yield "links to", f"{view.outlink_pages} page{'s' * (view.outlink_pages != 1)}"
    if view.relative_score is not None and view.score is not None:
        yield (
            "link score",
            (
                f"{view.relative_score:.3g} times the average, {view.score:.3%} of the site's, "
                f"rank {view.score_rank} of {view.pages}"
            ),
        )


def layout_no_steps(view: PageView) -> str:
    if view.reachable is None and view.published:
        return "  none can be seen: there is no root, or nobody can tell who links to the pages that lead here\n"
    return "  none: no path of links leads here\n"


def layout_steps(steps: tuple[Step, ...]) -> str:
    """One line a click."""
    if not steps:
        return "  the page is a root itself\n"
    rows = [[f"  {show_location(step.location)}", quote(step), f"-> {step.target}"] for step in steps]
    return layout_table(rows)


def layout_inlinks(view: PageView) -> str:
    shown = view.inlinks[:INLINKS_SHOWN]
    table = layout_table([[f"  {show_location(link.location)}", link.place, quote(link)] for link in shown])
    more = len(view.inlinks) - len(shown)
    return (table or "  none\n") + (f"  and {more} more\n" if more else "")


def quote(link: Inlink | Step) -> str:
    """The words of a link, not too many; a generated one has none."""
    return f'"{shorten(link.text)}"' if link.location.line else ""


def layout_findings(view: PageView) -> str:
    rows = [
        [f"  {show_location(finding.location)}", finding.level, finding.rule, finding.message]
        for finding in view.findings
    ]
    return layout_table(rows) or "  none\n"


def show_location(location: Location) -> str:
    """``path:line:column``; a generated link has a path only."""
    return f"{location.path}:{location.line}:{location.column}" if location.line else f"{location.path} (generated)"
