"""What the parsers are: part of every cache key, so that a change of their code or of a library forgets all."""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cache
from importlib.util import find_spec

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CODE = ("source", "data", "model/document.py", "model/place.py")
LIBRARIES = ("markdown_it", "mdit_py_plugins", "mdurl", "selectolax", "yaml", "msgspec")


@cache
def parser_version() -> bytes:
    """A digest of the code that turns bytes into documents, and of the libraries that it uses. Versions alone would not
    do: an action runs from a checkout of any commit."""
    found = hashlib.sha256(repr(sys.version_info[:2]).encode())
    for path in sorted(path for part in CODE for path in list_code(os.path.join(PACKAGE, part))):
        with open(path, "rb") as file:
            found.update(os.path.relpath(path, PACKAGE).encode() + b"\0" + file.read() + b"\0")
    for library in LIBRARIES:
        found.update(identify(library).encode())
    return found.digest()


def list_code(path: str) -> list[str]:
    if os.path.isfile(path):
        return [path]
    return [os.path.join(folder, name) for folder, _, names in os.walk(path) for name in names if name.endswith(".py")]


def identify(library: str) -> str:
    """The library's version, as the names of the metadata folders beside it tell; without loading it. Where there are
    none, when its code was last written."""
    spec = find_spec(library)
    if spec is None or spec.origin is None:
        return f"{library} is missing"
    home = os.path.dirname(os.path.dirname(spec.origin))
    versions = [name for name in os.listdir(home) if name.endswith((".dist-info", ".egg-info"))]
    return "\n".join(sorted(versions)) or f"{library} {os.stat(spec.origin).st_mtime_ns}"
