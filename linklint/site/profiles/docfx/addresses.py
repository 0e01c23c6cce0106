"""Source file → address. docfx writes ``a/b.md`` to ``/a/b.html``; Microsoft Learn publishes it as ``/base/a/b``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from linklint.model.document import Document
from linklint.site.paths import name, parent
from linklint.site.profile import Address
from linklint.site.profiles.conventions import is_standing
from linklint.site.profiles.docfx.settings import Docset


def find_address(docset: Docset, path: str, document: Document) -> Address | None:
    """None for what is no page: tables of contents, files to include, and pages that only redirect."""
    matter = document.front_matter or {}
    if path not in docset.pages or has_redirect(matter):
        return None
    url, *also = page_urls(docset, docset.content[path])
    home = url == (f"{docset.base}/" if docset.learn and docset.base else "/")
    kind = "home" if home else "section" if url.endswith("/") else "article"
    orphan = "intended" if is_hidden(matter) or is_standing(path) else "checked"
    return Address(url, also=tuple(also), kind=kind, orphan=orphan)


def page_urls(docset: Docset, inner: str) -> list[str]:
    """The addresses of the page at that path of the site, the one that links lead to first."""
    stem = inner.rpartition(".")[0]
    base = docset.base or "" if docset.learn else ""
    bare, folder = f"{base}/{stem}", f"{base}/{parent(stem)}".rstrip("/") + "/"
    is_index = name(stem).lower() == "index" or inner in docset.modules
    if docset.learn:
        return [folder, bare, *([folder[:-1]] if folder != "/" else []), f"{bare}.html"] if is_index else [bare]
    return [folder, f"{bare}.html"] if is_index else [f"{bare}.html"]


def has_redirect(matter: Mapping[str, Any]) -> bool:
    """Whether the front matter sends readers to another page."""
    return isinstance(matter.get("redirect_url"), str) and bool(matter["redirect_url"].strip())


def is_hidden(matter: Mapping[str, Any]) -> bool:
    """Whether the page asks not to be found: then nobody has to link it."""
    said = next((value for key, value in matter.items() if str(key).lower() == "robots"), "")
    return "noindex" in str(said).lower() or matter.get("_noindex") is True
