"""A report with everything in it that a format can show."""

from __future__ import annotations

from linklint.model.finding import (
    Finding,
    Related,
    Report,
    RuleText,
    RunNotice,
    Subject,
    Summary,
    Suppressed,
    Unverified,
)
from linklint.model.place import Location
from linklint.model.rule import Example, Rule
from linklint.model.site import Framework

BROKEN = Finding(
    rule="no-broken-links",
    level="error",
    location=Location("guides/roses.md", 3, 6, 3, 36),
    message="there is no file guides/pruning-shear.md",
    subject=Subject("link", "guides/roses.md body guides/pruning-shear.md", "guides/roses.md", "/guides/roses.md"),
    help="Correct the destination, or remove the link.",
    docs="https://example.com/rules/no-broken-links",
    related=(Related(Location("guides/roses.md", 9, 1, 9, 20), "the reference is defined here"),),
    suggestions=("pruning-shears.md", "pruning.md"),
    fingerprint="5e1f",
)
WIDE = Finding(
    rule="no-generic-anchor-text",
    level="warning",
    location=Location("日本/庭.md", 12, 7, 12, 17),
    message='"こちら" does not say where the link leads',
    subject=Subject("link", "日本/庭.md body", "日本/庭.md", "/日本/庭.md"),
    fingerprint="77aa",
)
LONG = Finding(
    rule="max-links-per-page",
    level="warning",
    location=Location("long.md", 1204, 3002, 1204, 3018),
    message="long.md links 412 times",
    subject=Subject("page", "long.md", "long.md", "/long.md"),
    help="Split the page.",
    fingerprint="90bc",
)
LINES = Finding(
    rule="house/no-quotes",
    level="notice",
    location=Location("quotes.md", 1, 5, 4, 2),
    message="a link over four lines",
    subject=Subject("link", "quotes.md", "quotes.md", "/quotes.md"),
    cause=Location("clusters.yml", 4, 3, 4, 9),
    fingerprint="a001",
)
HOSTILE = Finding(
    rule="no-empty-anchor-text",
    level="notice",
    location=Location("::error file=x::\n##[add-mask]%0A,\u202e.md", 2, 1, 2, 1),
    message="  ::warning::\x1b]0;title\x07 100% ##[set-env name=A]b \u200b\udcff",
    subject=Subject("link", "x\x00", "::error file=x::\n.md"),
    help="first\r\n::error::second",
    suggestions=("a,b:c%25.md",),
    fingerprint="dead",
)
SITE = Finding(
    rule="house/score-gini",
    level="notice",
    location=Location("", 1, 1, 1, 1),
    message="the link score is very uneven",
    subject=Subject("site", "house/score-gini"),
    fingerprint="c0de",
)
REPORT = Report(
    summary=Summary(
        pages=30, links=140, internal=120, external=12, unresolvable=4, opaque=1, outside=2, fragment_unverifiable=3,
        errors=1, warnings=2, notices=3, suppressed=1, baselined=1, orphan_unknown=5,
        framework=("html", "plain"), roots=("README.md",),
    ),
    findings=(HOSTILE, SITE, BROKEN, LONG, LINES, WIDE),
    suppressed=(
        Suppressed(BROKEN, "planned for spring", "guides/roses.md:2", "directive"),
        Suppressed(LONG, "in the baseline", ".linklint-baseline.jsonl", "baseline"),
    ),
    unverified=(Unverified(Location("a.md", 7, 2, 7, 20), "{{ url }}/x", "unresolvable", "a template expression"),),
    notices=(RunNotice("notice", "no home page was found"), RunNotice("warning", "the glob drafts/** matches nothing")),
    excerpts={
        ("guides/roses.md", 3): "\tSee [the shears](pruning-shear.md) first.",
        ("日本/庭.md", 12): "庭の手入れは[こち](b.md)をご覧",
        ("long.md", 1204): "x" * 2990 + "\t日本 before [the link](y.md) after it " + "語" * 2000,
        ("quotes.md", 1): "and [a link that",
        ("::error file=x::\n##[add-mask]%0A,\u202e.md", 2): "::error::\x1b[2J ##[add-mask]secret \u202e \udcff",
    },
    frameworks=(Framework("plain", "", "no framework's config was found"), Framework("html", "site", "HTML files")),
    rules=(
        RuleText(
            "no-broken-links",
            "error",
            '"{href}" leads nowhere',
            "Readers meet an error page.",
            "Correct the destination.",
            "https://example.com/rules/no-broken-links",
        ),
        RuleText("no-orphans", "warning", "No page links to {path}"),
    ),
)  # fmt: skip
EMPTY = Report(summary=Summary(pages=1, links=0, framework=("plain",)), findings=(), rules=REPORT.rules[1:])

RULE = Rule(
    id="max-links-per-page",
    subject="page",
    message="{path} links {outlinks.count} times, more than {options.max} | `much`",
    require={"outlinks.count": {"lte": "$options.max"}},
    options={"max": 100, "phrases": {"en": ["here", "click here", "read more about it"], "de": ["hier", "mehr dazu"]}},
    help="Split the page, or list fewer links. `<nav>` counts, <b>too</b>.",
    why="Readers skim.\n\nCrawlers do too.",
    measure="outlinks.count",
    supersedes=("no-dead-ends",),
    switch_off="For link lists.",
    source="House style.",
    examples=(
        Example("few links", {"a.md": "# A\n\n[b](b.md)\n", "b.md": ""}, {"rules": {"max-links-per-page": "error"}}),
        Example(
            "too many",
            {"a.md": "```\n[b](b.md)\n```", "gone.md": None, "b.md": "# B"},
            base={"a.md": "old"},
            untracked=("b.md",),
            expect=("a.md:1", "a.md:3:2"),
        ),
    ),
)
