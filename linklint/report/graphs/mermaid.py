"""The graph as a Mermaid flowchart, as GitHub draws it in Markdown."""

from __future__ import annotations

from linklint.model.export import GraphTables
from linklint.report.graphs.edges import count_edges
from linklint.report.writing import inert


def write_mermaid(tables: GraphTables, table: str) -> str:
    """Pages as nodes, pairs of linked pages as edges; ``table`` is for CSV only."""
    lines = ["flowchart LR"]
    lines += [f'  n{number}["{label(page.path)}"]' for number, page in enumerate(tables.pages)]
    lines += [f"  n{source} --> n{target}" for source, target, _ in count_edges(tables)]
    return "\n".join([*lines, ""])


def label(text: str) -> str:
    """Every character that could end the label or begin markup, as a numeric entity in Mermaid's spelling."""
    return "".join(
        character if character.isalnum() or character in " /._-" else f"#{ord(character)};" for character in inert(text)
    )
