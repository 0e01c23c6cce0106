"""What the program is: part of every cache key, so that a change of its code or of a library forgets all."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec

from linklint.workspace.box import box_folder

PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PARSERS = ("source", "data", "model/document.py", "model/place.py")
PARSER_LIBRARIES = ("markdown_it", "mdit_py_plugins", "mdurl", "selectolax", "yaml", "msgspec")
OTHER_LIBRARIES = ("jsonschema", "networkx", "numpy", "re2")
SUFFIXES = (".py", ".yml", ".json")


@cache
def parser_version() -> bytes:
    """A digest of the code that turns bytes into documents, and of the libraries that it uses."""
    return digest_code([os.path.join(PACKAGE, part) for part in PARSERS], PARSER_LIBRARIES)


@cache
def program_version() -> bytes:
    """A digest of all code and rules, and of the libraries."""
    return digest_code([PACKAGE, str(box_folder())], (*PARSER_LIBRARIES, *OTHER_LIBRARIES))


def digest_code(parts: Iterable[str], libraries: Iterable[str]) -> bytes:
    """Versions alone would not do: an action runs from a checkout of any commit."""
    found = hashlib.sha256(repr(sys.version_info[:3]).encode())
    for path in sorted(path for part in parts for path in list_code(part)):
        with open(path, "rb") as file:
            found.update(os.path.relpath(path, PACKAGE).encode() + b"\0" + file.read() + b"\0")
    for library in libraries:
        found.update(identify(library).encode())
    return found.digest()


def list_code(path: str) -> list[str]:
    """The files that say what the program does, below a folder."""
    if os.path.isfile(path):
        return [path]
    return [
        os.path.join(folder, name) for folder, _, names in os.walk(path) for name in names if name.endswith(SUFFIXES)
    ]


def identify(library: str) -> str:
    """The library's version, as the names of the metadata folders beside it tell; without loading it. Where there are
    none, when its code was last written."""
    spec = find_spec(library)
    if spec is None or spec.origin is None:
        return f"{library} is missing"
    return (
        list_versions(os.path.dirname(os.path.dirname(spec.origin))) or f"{library} {os.stat(spec.origin).st_mtime_ns}"
    )


@cache
def list_versions(folder: str) -> str:
    """The names of the metadata folders of what is installed in a folder."""
    return "\n".join(sorted(name for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info"))))
