"""The rules in the box: found the same way from a wheel, an editable install, a checkout and inside the action."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def box_folder() -> Path:
    """``linklint/box`` in a wheel; ``rules`` beside the package in a checkout."""
    packed = PACKAGE / "box"
    return packed if packed.is_dir() else PACKAGE.parent / "rules"


def box_rules() -> dict[str, bytes]:
    """Name below the folder (``RULE.yml``, ``packs/strict.yml``) → bytes, sorted by name."""
    folder = box_folder()
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.yml"))}


def compact_box() -> bytes:
    """The file generated from these; empty where there is none."""
    path = box_folder() / "box.json"
    return path.read_bytes() if path.exists() else b""
