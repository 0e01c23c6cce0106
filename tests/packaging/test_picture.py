"""The README's picture shows what linklint prints today."""

import html
import re
import runpy

from tests.cli.running import ROOT

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def squeeze(text: str) -> str:
    """Without colours and white space: lines are wrapped in the picture."""
    return re.sub(r"\s+", "", COLOUR.sub("", text))


def test_the_picture_shows_what_is_printed() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "draw_output.py"))
    drawn = re.findall(r"<text[^>]*>(.*?)</text>", (ROOT / "docs" / "images" / "check.svg").read_text(), re.DOTALL)
    shown = squeeze(html.unescape("".join(drawn)))
    printed = squeeze(f"$ linklint {' '.join(script['SHOWN'])}\n{script['run_check']()}")
    assert shown.endswith(printed), "python scripts/draw_output.py docs/images/check.svg"
