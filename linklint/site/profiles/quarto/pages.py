"""Addresses of pages: ``a/b.qmd`` is ``/a/b.html`` (``src/project/project-index.ts``, ``resolveInputTarget``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from linklint.model.document import Document
from linklint.site.paths import below, join, name, parent
from linklint.site.profile import Address
from linklint.site.profiles.manifests import get_table
from linklint.site.profiles.quarto.settings import QuartoSettings

INDEX = "index"
NBDEV = "nbdev.yml"
NUMBER = re.compile(r"^\d+[a-zA-Z0-9]*_")


def find_address(settings: QuartoSettings, path: str, document: Document) -> Address | None:
    """None for what is no page: a part of others. What the project leaves out is not published."""
    if any(part[:1] == "_" for part in below(path, settings.folder).split("/")):
        return None
    matter = document.front_matter or {}
    url = make_url(settings, path, find_output(matter))
    drafts = settings.website.get("drafts")
    is_draft = matter.get("draft") is True or (isinstance(drafts, list) and below(path, settings.folder) in drafts)
    is_home = url == "/"
    stem = url.removesuffix(".html")
    also = [f"{url}index.html", f"{url}index"] if url.endswith("/") else [stem] if stem != url else []
    if url.endswith("/") and not is_home:
        also.append(url.rstrip("/"))
    if path in settings.chapters[:1] and not is_home:
        also += ["/", "/index.html"]
    return Address(
        url,
        also=tuple(also),
        kind="home" if is_home else "section" if url.endswith("/") else "article",
        published=path in settings.inputs and not is_draft,
        root=is_home or path in settings.chapters[:1],
        orphan="checked" if settings.kind != "default" else "unknown",
    )


def find_output(matter: Mapping[str, Any]) -> str:
    """The name that front matter gives to the page's file; empty where it gives none."""
    formats = matter.get("format")
    inner = (get_table(formats, each).get("output-file") for each in ("html", "revealjs", "dashboard"))
    said = next((each for each in (matter.get("output-file"), *inner) if isinstance(each, str)), "")
    return said if not said or said.endswith((".html", ".pdf", ".docx", ".pptx")) else f"{said}.html"


def make_url(settings: QuartoSettings, path: str, output: str = "") -> str:
    """The address of the page that a file becomes."""
    stem = name(path).rpartition(".")[0]
    folder = parent(below(path, settings.folder)) if "/" in below(path, settings.folder) else ""
    last = output or f"{stem}.html"
    if last == f"{INDEX}.html":
        return f"/{folder}/" if folder else "/"
    return f"/{join(folder, last) or last}"


def list_notebooks(settings: QuartoSettings) -> dict[str, str]:
    """Address → file, of the pages whose sources are not read. nbdev takes numbers from the beginnings of names
    (https://nbdev.fast.ai/tutorials/best_practices.html)."""
    found: dict[str, str] = {}
    sources = {path: path for path in settings.inputs - settings.texts}
    if any(name(tree.path) == NBDEV for tree in settings.trees):
        sources |= {join(parent(path), NUMBER.sub("", name(path))) or "": path for path in sources}
    for shown, path in sources.items():
        url = make_url(settings, shown)
        forms = (url, f"{url}index.html", url.rstrip("/")) if url.endswith("/") else (url, url.removesuffix(".html"))
        found |= dict.fromkeys(forms, path)
    return found
