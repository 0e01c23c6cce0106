"""``markdown``: the report as GitHub Markdown, for a job summary, an issue or a chat.

Page text is inert in it: it stands in code spans, so it can make no link, image, mention or tag.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linklint.model.finding import Finding, Report
from linklint.model.rule import LEVELS
from linklint.report.effect_text import LARGEST, lay_out_effect
from linklint.report.footer import lay_out_footer, say_result
from linklint.report.markdown import write_code, write_table
from linklint.report.rendering import Rendering
from linklint.report.wording import count, flatten, name_place
from linklint.report.writing import count_bytes

HEADERS = ("place", "rule", "what")


def write_markdown(report: Report, rendering: Rendering) -> str:
    """The counts, then a table for each level, errors first, then how to mend them, then what the change did. What does
    not fit is counted, never dropped in silence."""
    head = "## linklint\n\n" + "\n".join(_list_counts(report, rendering)) + "\n"
    helps = _lay_out_helps(report.findings, LARGEST // 10)
    effect = lay_out_effect(report, LARGEST // 3, findings=False)
    tables = "".join(_lay_out(report.findings, LARGEST - count_bytes(head + helps + effect) - 1))
    return head + tables + helps + (f"\n{effect}" if effect else "")


def _list_counts(report: Report, rendering: Rendering) -> Iterator[str]:
    """The footer's lines: the result is ours, the others may hold names of the repository."""
    yield f"**{say_result(report)}**\n"
    for line in lay_out_footer(report, rendering):
        text = "".join(piece.text for piece in line)
        if text != say_result(report):
            yield f"- {write_code(text)}"


def _lay_out(findings: Iterable[Finding], room: int) -> Iterator[str]:
    """The tables, within ``room`` bytes."""
    by_level = {level: [finding for finding in findings if finding.level == level] for level in LEVELS}
    for level, chosen in by_level.items():
        if not chosen:
            continue
        title = f"\n### {count(len(chosen), level)}\n\n"
        rows: list[tuple[str, str, str]] = []
        size = count_bytes(title) + count_bytes(write_table(HEADERS, ())) + 100
        for finding in chosen:
            row = _lay_out_row(finding)
            size += count_bytes("".join(row)) * 2 + 16  # pipes may be escaped
            if size > room:
                break
            rows.append(row)
        room -= size
        more = len(chosen) - len(rows)
        yield title + (write_table(HEADERS, rows) if rows else "")
        yield f"\nand {count(more, f'more {level}')}: the other outputs list them.\n" if more else ""


def _lay_out_row(finding: Finding) -> tuple[str, str, str]:
    mark = " (new)" if finding.new and not finding.worsened else " (worse)" if finding.worsened else ""
    meant = " or ".join(write_code(each) for each in finding.suggestions)
    what = write_code(finding.message) + (f" did you mean {meant}?" if meant else "")
    return write_code(name_place(finding.location)), write_code(finding.rule) + mark, what


def _lay_out_helps(findings: Iterable[Finding], room: int) -> str:
    """What to do about each rule that spoke, once, within ``room`` bytes; a rule that finds no room has its help in the
    other outputs."""
    helps = {finding.rule: flatten(finding.help) for finding in findings if finding.help}
    lines: list[str] = []
    for rule, text in sorted(helps.items()):
        line = f"- {write_code(rule)}: {write_code(text)}\n"
        room -= count_bytes(line)
        if room < 0:
            break
        lines.append(line)
    return "\n<details><summary>How to mend them</summary>\n\n" + "".join(lines) + "\n</details>\n" if lines else ""
