"""Folders of which the site's own components list all files, with webpack's ``require.context``
(https://webpack.js.org/guides/dependency-management/#requirecontext)."""

from __future__ import annotations

import re

from linklint.model.files import Names
from linklint.site.glancing import glance
from linklint.site.paths import extension, join, parent, within
from linklint.site.profile import Read

CODE = frozenset({"js", "jsx", "ts", "tsx"})
CONTEXT = re.compile(rb"\brequire\.context\(\s*['\"`]([^'\"`\n$]{1,300})['\"`]")
SITE = "@site/"


def find_contexts(root: str, names: Names, read: Read) -> list[str]:
    """The folders, as paths of the repository; never the whole site."""
    source = join(root, "src") or ""
    files = [path for path in names.below(source) if extension(path) in CODE]
    found = []
    for path in files:
        for written in glance(read, path, find_written):
            if written.startswith((SITE, ".")):
                start = root if written.startswith(SITE) else parent(path)
                folder = join(start, written.removeprefix(SITE).rstrip("/"))
                if folder is not None and folder != root and within(folder, root):
                    found.append(folder)
    return found


def find_written(data: bytes) -> list[str]:
    """The folders that a text of code asks for."""
    return [match.decode("utf-8", "replace") for match in CONTEXT.findall(data)]
