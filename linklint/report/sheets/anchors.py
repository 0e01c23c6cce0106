"""The ledger of anchor texts."""

from __future__ import annotations

from linklint.model.sheets import AnchorLedger, AnchorRow, LedgerEntry
from linklint.report.sheets.sheet import Line, Row, Section, Sheet, Table, Words, cut, percent

COLUMNS = (
    "target", "title", "keyword", "text", "kind", "links", "pages", "sources", "target_links", "target_texts",
    "target_exact_share", "target_generic_share",
)  # fmt: skip
HEADERS = ("anchor text", "kind", "links", "pages", "where")
SOURCES = 2


def lay_out_anchors(ledger: AnchorLedger, limit: int | None) -> Sheet:
    """A section for each page that is linked; ``limit``: so many of them."""
    shown, rest = cut(ledger.targets, limit)
    sections = [lay_out(entry) for entry in shown]
    if rest:
        sections.append(Section((*rest, Words(": pages with fewer links; see --limit and --cluster"))))
    if not sections:
        sections.append(Section((Words("No page is linked with words."),)))
    records = [make_record(entry, row) for entry in ledger.targets for row in entry.anchors]
    return Sheet(sections, COLUMNS, records, ledger)


def lay_out(entry: LedgerEntry) -> Section:
    keyword: Line = (Words("; keyword "), entry.keyword) if entry.keyword else ()
    exact = f", {percent(entry.exact)} exactly the keyword" if entry.exact is not None else ""
    links = f"{entry.links} link{'s' * (entry.links != 1)}, {entry.texts} text{'s' * (entry.texts != 1)}"
    line = (Words(f"{links}{exact}, {percent(entry.generic)} generic"), *keyword)
    return Section((entry.path,), [line], Table(HEADERS, [make_row(row) for row in entry.anchors]))


def make_row(row: AnchorRow) -> Row:
    more = len(row.sources) - SOURCES
    where = ", ".join(row.sources[:SOURCES]) + (f" and {more} more" if more > 0 else "")
    return Row((row.text, Words(row.kind), row.links, row.pages, where))


def make_record(entry: LedgerEntry, row: AnchorRow) -> tuple[object, ...]:
    return (
        entry.path, entry.title, entry.keyword, row.text, row.kind, row.links, row.pages, "; ".join(row.sources),
        entry.links, entry.texts, entry.exact, entry.generic,
    )  # fmt: skip
