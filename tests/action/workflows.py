"""What the README offers to copy. COMMIT stands for a full hash in its text, so one is put there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COMMIT = "0123456789" * 4


def read_blocks() -> list[str]:
    text = (ROOT / "README.md").read_text()
    return [block.replace("@COMMIT", f"@{COMMIT}") for block in re.findall(r"```yaml\n(.*?)```", text, re.S)]


def read_workflows() -> list[str]:
    """The workflows of GitHub Actions."""
    return [block for block in read_blocks() if "\njobs:\n" in block]


def read_gitlab_job() -> str:
    (job,) = [block for block in read_blocks() if "\n  script:\n" in block]
    return job
