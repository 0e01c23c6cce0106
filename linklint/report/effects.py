"""What a change did, as lines that the text and the Markdown of ``linklint diff`` share, and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import msgspec

from linklint.model.effect import Effect, LinkEffect, NumberEffect
from linklint.model.finding import Compared, Finding, Report
from linklint.report.json import describe_finding, dump_json
from linklint.report.wording import count, name_place

SHOWN = 20
VERSION = 1


class Section(NamedTuple):
    """A title of linklint's own words, and lines: (a mark, texts of the repository and words between them). ``number``:
    how many things they tell of, where a line may tell of many. ``shown``: how many lines there are at most; all are
    counted."""

    title: str
    lines: Sequence[tuple[str, str]]
    number: int | None = None
    shown: int = SHOWN

    @property
    def heading(self) -> str:
        return f"{self.title} ({len(self.lines) if self.number is None else self.number})"


def say_base(compared: Compared) -> str:
    """The commit, and what it is."""
    name = "" if compared.commit.startswith(compared.name) else f", {compared.name}"
    return compared.commit[:12] + name


def say_extent(report: Report) -> str:
    """The change in one sentence of linklint's own words."""
    compared = report.compared
    if compared is None or compared.effect is None:
        return ""
    effect = compared.effect
    told = [
        f"{name} {', '.join(f'{number} {kind}' for kind, number in sorted(kinds.items()))}"
        for name, kinds in (
            ("pages:", Counter(page.kind for page in effect.pages)),
            ("links:", Counter(link.kind for link in effect.links)),
        )
        if kinds
    ]
    told.append(f"orphans: {effect.orphans_before} before, {effect.orphans_after} after")
    new, worse = split_new(report.findings)
    told.append(f"findings: {len(new)} new, {len(worse)} worse, {len(compared.fixed)} fixed")
    return "; ".join(told)


def split_new(findings: Sequence[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Those that the base lacks, and those that got worse."""
    worse = [finding for finding in findings if finding.worsened]
    return [finding for finding in findings if finding.new and not finding.worsened], worse


def list_sections(report: Report, *, findings: bool = True) -> Iterator[Section]:
    """The sections that have lines, what matters most first. ``findings`` False: without those that are in the
    report."""
    compared = report.compared
    if compared is None or compared.effect is None:
        return iter(())
    effect = compared.effect
    new, worse = split_new(report.findings) if findings else ([], [])
    sections = (
        Section("New findings", [_finding(each) for each in new]),
        Section("Worse findings", [_finding(each) for each in worse]),
        Section("Fixed findings", [_finding(each) for each in compared.fixed]),
        Section("Pages that are orphans now", [("+", path) for path in effect.orphaned]),
        Section("Pages that are no orphans any more", [("-", path) for path in effect.adopted]),
        Section("Pages", list(_list_pages(effect)), len(effect.pages)),
        Section("Links", list(_list_links(effect)), len(effect.links)),
        Section("Clicks from the home page", [_number(each, "{:.0f}") for each in effect.depths]),
        Section("Link score of the top pages (1 is the average)", [_number(each, "{:.3g}") for each in effect.scores]),
        Section("Cluster coverage", list(_list_coverage(effect))),
        *(
            Section(
                f"Pages of a folder or language that was {group.kind}", [(group.kind, path) for path in group.pages]
            )
            for group in effect.groups
        ),
    )
    return (section for section in sections if section.lines)


def _list_coverage(effect: Effect) -> Iterator[tuple[str, str]]:
    for cluster in effect.clusters:
        for number, words in (
            (cluster.up, "spokes that link to the hub"),
            (cluster.down, "spokes that the hub links to"),
        ):
            if number.before != number.after:
                yield _number(msgspec.structs.replace(number, path=f"{cluster.id}, {words}"), "{:.0%}")


def _finding(finding: Finding) -> tuple[str, str]:
    return finding.level, f"{name_place(finding.location)}: {finding.message} [{finding.rule}]"


def _list_pages(effect: Effect) -> Iterator[tuple[str, str]]:
    """Whole folders and languages, then the other pages."""
    grouped: set[tuple[str, str]] = set()
    for group in effect.groups:
        grouped.update((group.kind, path) for path in group.pages)
        _, names = _page(group.kind, group.name, group.before)
        yield group.kind, f"{names}: {count(len(group.pages), 'page')}"
    for page in effect.pages:
        if (page.kind, page.path) not in grouped:
            yield _page(page.kind, page.path, page.before)


def _list_links(effect: Effect) -> Iterator[tuple[str, str]]:
    """Those of other pages one by one; those of pages that came or went with all of their folder are counted."""
    groups = {(group.kind, path): group.name for group in effect.groups for path in group.pages}
    ends = ((link.kind, link.source) for link in effect.links)
    counted = Counter((kind, groups[kind, source]) for kind, source in ends if (kind, source) in groups)
    for (kind, name), links in counted.items():
        yield kind, f"{name}: {count(links, 'link')} on its pages"
    for link in effect.links:
        if (link.kind, link.source) not in groups:
            yield _link(link)


def _page(kind: str, path: str, before: str | None) -> tuple[str, str]:
    return kind, f"{before} -> {path}" if before else path


def _link(link: LinkEffect) -> tuple[str, str]:
    was = f" (was {link.before or 'no page'})" if link.kind == "edited" else ""
    return link.kind, f"{name_place(link.location)} -> {link.target or 'no page'}{was}"


def _number(number: NumberEffect, form: str) -> tuple[str, str]:
    values = [value if value is None else form.format(value) for value in (number.before, number.after)]
    return "", f"{number.path}: {values[0] or 'none'} -> {values[1] or 'none'}"


def say_rest(section: Section) -> str:
    """How many lines are left out; empty when all are shown."""
    more = len(section.lines) - section.shown
    return f"and {count(more, 'more line')}" if more > 0 else ""


def write_effect_json(report: Report) -> str:
    """Everything, nothing left out."""
    compared = report.compared
    if compared is None or compared.effect is None:
        return "{}\n"
    new, worse = split_new(report.findings)
    value: dict[str, Any] = {
        "version": VERSION,
        "base": {"commit": compared.commit, "name": compared.name},
        **msgspec.to_builtins(compared.effect),
        "new": [describe_finding(finding) for finding in new],
        "worsened": [describe_finding(finding) for finding in worse],
        "fixed": [describe_finding(finding) for finding in compared.fixed],
    }
    for link, row in zip(compared.effect.links, value["links"], strict=True):
        place = link.location
        row["location"] = {"path": place.path, "line": place.line, "column": place.column}
    return dump_json(value) + "\n"
