"""The one writer for all bytes out.

Texts of a repository (names, messages, source lines) reach terminals, logs and the runner of GitHub Actions, which
obeys ``::command::`` at the start of a line and ``##[command]`` anywhere in one. So every text goes through ``inert``
before it goes out, and every human format through ``write_lines``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from linklint.report.rendering import Rendering

# What a reader cannot see or what moves the text around it: C0, DEL, C1, soft hyphen, bidi controls, zero-width
# characters, line and paragraph separators, invisible operators, fillers, interlinear marks, tags, lone surrogates.
UNSEEN = (
    r"\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\u3164\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\U000e0000-\U000e007f"
)
# Selectors make emoji of letters, so they stay; but not where they could hide a command from us and not from the
# runner, whose comparisons skip them.
SELECTORS = r"\ufe00-\ufe0f\U000e0100-\U000e01ef"
# The edges are broken too, so that two inert texts side by side make no command either.
COMMAND = r"#(?=#\[)|\A#(?=\[)|#(?=#\Z)|\A:(?=:|\Z)"
SUSPECT = re.compile(rf"[{UNSEEN}]|(?:(?<=[#:\s])|\A)[{SELECTORS}]|{COMMAND}")
FORMULA = ("=", "+", "-", "@")
SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


class Piece(NamedTuple):
    """A stretch of a line with its style in rich's words (``bold red``); the style is used only with colour."""

    text: str
    style: str = ""


def count_bytes(text: str) -> int:
    """How many bytes the text takes where it is written."""
    return len(text.encode("utf-8", "replace"))


def inert(text: str) -> str:
    """The text on one line, with everything shown that is hidden and with no command of a runner in it.

    Control, bidi, zero-width and other unseen characters and lone surrogates become ``\\n``, ``\\x1b``, ``\\u202e``;
    ``##[`` becomes ``\\x23#[``; ``::`` at the start, also behind white space, becomes ``\\x3a:``. All else, wide text
    included, stays as it is. Applied twice it gives the same as once.
    """
    return "".join(show_characters(text)) if SUSPECT.search(text) or text.lstrip().startswith(":") else text


def inert_cell(text: str) -> str:
    """The text for a cell of a CSV table. Spreadsheets run what begins like a formula, so an apostrophe, which they do
    not show, stands before it."""
    shown = inert(text)
    return f"'{shown}" if shown.startswith(FORMULA) else shown


def inert_address(text: str) -> str:
    """Like ``inert``, but line ends stay: for sinks that encode them, where the text must come out exactly."""
    pairs = zip(text, show_characters(text), strict=True)
    return "".join(character if character in "\r\n" else shown for character, shown in pairs)


def show_characters(text: str) -> list[str]:
    """How ``inert`` shows each code point of the text, one string for each: for what must line up with columns."""
    shown = list(text)
    indent = len(text) - len(text.lstrip())
    for start, part in ((0, text[:indent]), (indent, text[indent:])):
        for match in SUSPECT.finditer(part):
            shown[start + match.start()] = _show(match.group())
    return shown


def _show(character: str) -> str:
    number = ord(character)
    if character in SHORT:
        return SHORT[character]
    if number < 0x100:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def write_lines(lines: Iterable[Sequence[Piece]], rendering: Rendering) -> str:
    """The text of a human format: every piece inert, coloured when asked, each line ended by a newline.

    In Actions it is wrapped, see ``wrap_for_actions``.
    """
    paint = _load_painter() if rendering.color else _leave_plain
    text = "".join("".join(paint(inert(text), style) for text, style in line).rstrip(" ") + "\n" for line in lines)
    return wrap_for_actions(text, rendering.stop_token) if rendering.in_actions else text


def wrap_for_actions(text: str, token: str) -> str:
    """The text between ``::stop-commands::TOKEN`` and ``::TOKEN::``, so that the runner obeys nothing in it, even where
    the breaking of commands should have missed one. ``token`` is random and occurs in no page; empty: not wrapped."""
    return f"::stop-commands::{token}\n{text}::{token}::\n" if text and token else text


def _leave_plain(text: str, style: str) -> str:
    return text


def _load_painter() -> Callable[[str, str], str]:
    from rich.color import ColorSystem
    from rich.style import Style

    def paint(text: str, style: str) -> str:
        return Style.parse(style).render(text, color_system=ColorSystem.STANDARD) if style and text else text

    return paint
