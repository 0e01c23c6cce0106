"""Jekyll: where the files of collections go that are no documents. After ``lib/jekyll/static_file.rb``."""

from __future__ import annotations

from linklint.model.files import Names
from linklint.site.paths import below, extension, name, parent
from linklint.site.profiles.jekyll.config import Config, find_place, is_markdown
from linklint.site.profiles.jekyll.permalinks import TOKEN, sanitize, with_suffix

PAGES = frozenset({"html", "htm", "xhtml"})


def find_statics(config: Config, names: Names) -> dict[str, str]:
    """Address → path of the pictures and other files beside the documents of collections that are written. Only the
    folder of the address follows from the permalink: the file keeps its name."""
    found: dict[str, str] = {}
    for path, file in names.files.items():
        place = find_place(config, path) if file.kind == "file" and not _is_document(config, path) else None
        collection = place.collection if place is not None and place.kind == "document" else None
        if collection is None or not collection.output:
            continue
        inner = "/" + below(path, collection.folder)
        stem = inner[: -len(extension(path)) - 1] if extension(path) else inner
        values = {"collection": collection.label, "path": stem, "output_ext": "", "name": name(stem), "title": ""}
        template = collection.permalink or with_suffix("/:collection/:path", config.style)
        if all(token in values for token in TOKEN.findall(template)):
            url = sanitize(
                "".join(values.get(part, part) if odd % 2 else part for odd, part in enumerate(TOKEN.split(template)))
            )
            folder = parent(url.rstrip("/")).strip("/")
            found.setdefault(f"/{folder}/{name(path)}" if folder else f"/{name(path)}", path)
    return found


def _is_document(config: Config, path: str) -> bool:
    return is_markdown(config, path) or extension(path) in PAGES
