"""``linklint diff`` for people: on a terminal, and as Markdown with a picture for a job summary."""

from __future__ import annotations

from collections.abc import Iterator

from linklint.model.effect import Picture
from linklint.model.finding import Report
from linklint.report.effects import Section, list_sections, say_base, say_extent, say_rest
from linklint.report.graphs.mermaid import label
from linklint.report.markdown import write_code
from linklint.report.rendering import Rendering
from linklint.report.writing import Piece, count_bytes, write_lines

LARGEST = 900 * 1024  # bytes; GitHub drops a summary of more than 1 MiB whole
STYLES = {"added": "green", "removed": "red", "+": "red", "-": "green", "error": "red", "warning": "yellow"}
COLORS = {
    "added": "fill:#dafbe1,color:#116329",
    "removed": "fill:#ffebe9,color:#82071e",
    "renamed": "fill:#ddf4ff,color:#0a3069",
    "orphaned": "fill:#ffebe9,color:#82071e,stroke-width:3px",
    "adopted": "fill:#dafbe1,color:#116329,stroke-width:3px",
}


def write_effect_text(report: Report, rendering: Rendering) -> str:
    """Title, extent, then each section with its lines."""
    return write_lines(_lay_out(report), rendering)


def _lay_out(report: Report) -> Iterator[tuple[Piece, ...]]:
    if report.compared:
        yield (Piece(f"Since {say_base(report.compared)}", "bold"),)
        yield (Piece(say_extent(report)),)
    for section in list_sections(report):
        yield ()
        yield (Piece(section.heading, "bold"),)
        for mark, text in section.lines[: section.shown]:
            yield Piece(f"  {mark + ' ' if mark else ''}", STYLES.get(mark, "")), Piece(text)
        if say_rest(section):
            yield (Piece(f"  {say_rest(section)}"),)
    for notice in report.notices:
        if notice.level != "notice" or not report.compared:
            yield Piece(notice.level, "bold yellow"), Piece(f": {notice.message}")


def write_effect_markdown(report: Report, rendering: Rendering) -> str:
    """The same as Markdown, with a picture."""
    return lay_out_effect(report, LARGEST)


def lay_out_effect(report: Report, room: int, *, findings: bool = True) -> str:
    """What a change did as Markdown within ``room`` bytes: whole sections, as many as fit. All page text stands in
    code. ``findings`` False: without those that the report lists anyway. Empty where nothing was compared."""
    compared = report.compared
    if compared is None or compared.effect is None:
        return ""
    head = f"### What changed since {write_code(say_base(compared))}\n\n{say_extent(report)}\n"
    parts = [head]
    left = room - count_bytes(head)
    sections = map(_write_section, list_sections(report, findings=findings))
    for text in (write_picture(compared.effect.picture), *sections):
        if count_bytes(text) <= left:
            parts.append(text)
            left -= count_bytes(text)
    return "".join(parts)


def _write_section(section: Section) -> str:
    lines = [
        f"- {mark + ' ' if mark and mark not in '+-' else ''}{write_code(text)}\n"
        for mark, text in section.lines[: section.shown]
    ]
    more = f"- {say_rest(section)}\n" if say_rest(section) else ""
    return f"\n<details><summary>{section.heading}</summary>\n\n{''.join(lines)}{more}\n</details>\n"


def write_picture(picture: Picture) -> str:
    """A Mermaid flowchart: links that came are thick, those that went dotted. Nothing where there is nothing to see."""
    if not picture.edges:
        return ""
    lines = ["flowchart LR"]
    lines += [f'  n{number}["{label(path)}"]' for number, (path, _) in enumerate(picture.nodes)]
    arrows = {"added": "==>", "removed": "-.->"}
    lines += [f"  n{source} {arrows[kind]} n{target}" for source, target, kind in picture.edges]
    for state, style in COLORS.items():
        members = [f"n{number}" for number, (_, own) in enumerate(picture.nodes) if own == state]
        if members:
            lines += [f"  classDef {state} {style}", f"  class {','.join(members)} {state}"]
    more = f"\n{picture.more} more changed links are not in the picture.\n" if picture.more else ""
    return "\n```mermaid\n" + "\n".join(lines) + "\n```\n\nThick: new links. Dotted: links that went.\n" + more
