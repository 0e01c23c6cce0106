"""Pictures and other files that MDX imports and shows by the name that it gives them: ``import shot from './a.png'``,
``<img src={shot} />``. A bundler gives such a file its address, so the link leads to the file, or nowhere.

https://docusaurus.io/docs/static-assets, https://docs.astro.build/en/guides/images/
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

import msgspec

from linklint.data.javascript import read_config
from linklint.data.javascript_values import read_string
from linklint.site.destination import Destination
from linklint.site.glancing import glance
from linklint.site.paths import extension, join, parent
from linklint.site.profile import Lookup, Mount, Read, Standing, change_for_good
from linklint.site.profiles.javascript_sites import get_table

ASSET = r"\.(?:avif|gif|ico|jpe?g|mp4|pdf|png|svg|webm|webp)"
IMPORT = re.compile(
    rb"^[ \t]*import[ \t]+([A-Za-z_$][\w$]*)[ \t]+from[ \t]*[\"']([^\"'\n?]+" + ASSET.encode() + rb")(?:\?url)?[\"']",
    re.MULTILINE | re.IGNORECASE,
)
SHOWN = re.compile(r"\{\s*([A-Za-z_$][\w$]*)(?:\.(?:src|default))?\s*\}")
SITE = "@site/"


def with_imported_files(mount: Mount, read: Read) -> Mount:
    """The mount, with such links leading to the files."""
    aliases = cache(lambda: read_aliases(mount.root, read))

    def find_file(standing: Standing) -> str | None:
        written = standing.written
        shown = SHOWN.fullmatch(written.href) if written.syntax == "jsx" and extension(standing.file) == "mdx" else None
        source = glance(read, standing.file, list_imported_files).get(shown[1]) if shown else None
        return find_imported(source, standing.file, mount.root, aliases) if source else None

    def add(bare: Mount) -> Mount:
        def rewrite_shown(standing: Standing) -> str:
            path = find_file(standing) if standing.written.href.startswith("{") else None
            return bare.rewrite(standing) if path is None else "/" + path.replace("%", "%25")

        def find_lookups(standing: Standing, destination: Destination) -> Sequence[Lookup]:
            path = find_file(standing) if standing.written.href.startswith("{") else None
            return bare.lookups(standing, destination) if path is None else [Lookup("file", path)]

        return msgspec.structs.replace(bare, rewrite=rewrite_shown, lookups=find_lookups)

    return change_for_good(mount, add)


def list_imported_files(data: bytes) -> dict[str, str]:
    """Name → what a text says of the file that is imported by it."""
    found = IMPORT.findall(data) if b"import" in data else []
    return {name.decode(): read_string(written.decode(errors="replace")) for name, written in found}


def find_imported(written: str, importer: str, root: str, aliases: Callable[[], Mapping[str, str]]) -> str | None:
    """The repository path that an import names; None where it lies outside, or an alias is not known."""
    if written.startswith("."):
        return join(parent(importer), written)
    if written.startswith(SITE):
        return join(root, written[len(SITE) :])
    folders = aliases()
    alias = next((each for each in folders if written.startswith(each)), None)
    return None if alias is None else join(folders[alias], written[len(alias) :])


def read_aliases(root: str, read: Read) -> dict[str, str]:
    """Beginning of an import → the folder that it stands for, longest first, as TypeScript's config says
    (https://www.typescriptlang.org/tsconfig/#paths); of several folders, none."""
    found: dict[str, str] = {}
    for name in ("tsconfig.json", "jsconfig.json"):
        path = join(root, name) or ""
        options = get_table({"json": read_config(read(path) or b"", path).value}, "json", "compilerOptions")  # comments
        base = options.get("baseUrl", ".")
        for written, folders in get_table(options, "paths").items():
            folder = folders[0] if isinstance(folders, list) and len(folders) == 1 else None
            if written.endswith("/*") and isinstance(folder, str) and folder.endswith("/*") and isinstance(base, str):
                beginning = join(join(root, base) or "", folder.removesuffix("*"))
                if beginning is not None:
                    found.setdefault(written.removesuffix("*"), beginning)
    return dict(sorted(found.items(), key=lambda entry: -len(entry[0])))
