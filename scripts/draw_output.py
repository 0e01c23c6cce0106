"""Draws the README's picture: what ``linklint`` prints on a part of the example blog.

python scripts/draw_output.py docs/images/check.svg
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parent.parent
SHOWN = ("tomatoes/watering.md", "tomatoes/feeding.md", "compost/worm-bin.md", "blog/README.md")
WIDTH = 110
WEB_FONT = re.compile(r"@font-face \{.*?\}\s*", re.S)


def run_check() -> str:
    """The output on a copy of the example, in a repository of its own."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "garden"
        shutil.copytree(ROOT / "examples" / "garden", copy)
        subprocess.run(["git", "init", "-q", copy], check=True)
        command = [sys.executable, "-m", "linklint", *SHOWN, "--color", "always"]
        environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin:/usr/local/bin", "COLUMNS": str(WIDTH)}
        return subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False).stdout


def main() -> int:
    with Path("/dev/null").open("w") as nowhere:
        console = Console(record=True, width=WIDTH, file=nowhere, force_terminal=True)
        console.print(Text.from_ansi(f"$ linklint {' '.join(SHOWN)}\n" + run_check()))
        picture = console.export_svg(title="linklint")
    path = Path(sys.argv[1])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(WEB_FONT.sub("", picture))
    return 0


if __name__ == "__main__":
    sys.exit(main())
