"""What is said of links that are missing."""

from __future__ import annotations

from linklint.model.sheets import MissingLink
from linklint.report.sheets.sheet import Line, Words

REASONS = {
    "hub": "its hub",
    "spoke": "its spoke",
    "related": "declared to be related",
    "similar": "much alike, a suggestion",
}


def say_target(link: MissingLink) -> Line:
    """Below the page that lacks the link."""
    return (Words("link to "), link.target, Words(f" ({REASONS[link.why]}), {say_spot(link)}"), *say_section(link))


def say_step(link: MissingLink) -> Line:
    """On its own."""
    start: Line = (f"{link.source}:{link.line}", Words(": link to "), link.target, Words(f", {REASONS[link.why]}"))
    section: Line = (Words(", under "), link.section) if link.section else ()
    return (*start, *section, *say_elsewhere(link))


def say_place(link: MissingLink, *, of_target: bool) -> Line:
    """Under a step that says the rest. ``of_target``: the page to link to differs from line to line, not the one to
    link from."""
    start: Line = (link.target, Words(f", in line {link.line}")) if of_target else (f"{link.source}:{link.line}",)
    section: Line = (Words(", under "), link.section) if link.section else ()
    return (*start, *section, *say_elsewhere(link))


def name_page(url: str, path: str) -> str:
    """The address; the path where the address cannot be known (parts of it stand in braces)."""
    return path if "{" in url else url


def say_spot(link: MissingLink) -> str:
    return f"line {link.line}"


def say_section(link: MissingLink) -> Line:
    return (Words(" under "), link.section) if link.section else ()


def say_elsewhere(link: MissingLink) -> Line:
    """That there is a link, and where."""
    if link.elsewhere is None:
        return ()
    line = f", line {link.elsewhere_line}" if link.elsewhere_line else ""
    return (Words(f"; so far it is linked outside the text only ({link.elsewhere}{line})"),)
