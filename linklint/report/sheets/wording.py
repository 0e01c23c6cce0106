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


def say_wanted(link: MissingLink) -> Line:
    """Below the page that lacks the link."""
    return (Words("link to "), link.target, Words(f" ({REASONS[link.why]}), "), *say_spot(link))


def say_step(link: MissingLink) -> Line:
    """On its own."""
    reason = Words(f", {REASONS[link.why]}")
    return (
        f"{link.source}:{link.line}", Words(": link to "), link.target, reason, *say_section(link), *say_elsewhere(link)
    )  # fmt: skip


def say_source(link: MissingLink, *, elsewhere: bool) -> Line:
    """The page to link from, under a step that names the other. ``elsewhere``: also what links there are so far."""
    place = say_section(link) or (Words(", near the top"),)
    return (f"{link.source}:{link.line}", *place, *(say_elsewhere(link) if elsewhere else ()))


def say_target(link: MissingLink, *, spot: bool, elsewhere: bool) -> Line:
    """The page to link to, under a step that names the other. ``spot``: also where to link from."""
    place = (Words(", "), *say_spot(link)) if spot else ()
    return (link.target, *place, *(say_elsewhere(link) if elsewhere else ()))


def name_page(url: str, path: str) -> str:
    """The address; the path where the address cannot be known (parts of it stand in braces)."""
    return path if "{" in url else url


def say_spot(link: MissingLink) -> Line:
    """Without a section that fits, the line is only that of the title."""
    return (Words(f"in line {link.line}"), *say_section(link)) if link.section else (Words("where the topic comes up"),)


def say_section(link: MissingLink) -> Line:
    return (Words(", under "), link.section) if link.section else ()


def say_elsewhere(link: MissingLink) -> Line:
    """That there is a link, and where."""
    if link.elsewhere is None:
        return ()
    line = f", line {link.elsewhere_line}" if link.elsewhere_line else ""
    return (Words(f"; so far linked outside the text only ({link.elsewhere}{line})"),)
