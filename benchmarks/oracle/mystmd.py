"""mystmd against linklint: ``make oracle FRAMEWORK=mystmd``.

mystmd resolves links and writes each page as a tree in JSON; themes, which it fetches from elsewhere, show that. Here
the trees are shown by the few lines below: ids, links and images, and the sidebar.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from benchmarks.oracle.running import copy_site, install_packages, run_oracle, run_quietly
from benchmarks.oracle.served import Build, Reading

MANIFEST = """{"private": true, "dependencies": {"mystmd": "1.8.3"}}"""
READING = Reading(
    "mystmd",
    content="article",
    more_ids="labels are compared in their own form, and ids are made of them",
    built_only=((r"yard/book/index\.html|book/index\.html", "of a notebook, which linklint does not read"),),
    excepted=((r"other/.*", "of another project"),),
    renamed="mystmd gives files other names",
)
TITLES = {"heading": "h2", "image": "img", "definitionTerm": "dt"}
INDEX = ".index"
LOST = "/no-label"


def build_site(home: Path, folder: Path) -> Build:
    """The built site."""
    copy = copy_site(folder, home)
    command = [(home / "node_modules/.bin/myst").absolute(), "build", "--site", "--ci"]
    run_quietly(command, copy, {**os.environ, "NO_UPDATE_NOTIFIER": "1"})
    built, output = copy / "_build/site", copy / "shown"
    shutil.copytree(built / "public", output)
    config = json.loads((built / "config.json").read_text("utf-8"))
    project = config["projects"][0]
    sidebar = "".join(list_sidebar(project))
    for file in sorted((built / "content").glob("*.json")):
        page = json.loads(file.read_text("utf-8"))
        place = output / ("" if page["slug"] == project["index"] else find_url(page["slug"])[1:]) / "index.html"
        place.parent.mkdir(parents=True, exist_ok=True)
        text = f"<nav>{sidebar}</nav><article>{''.join(show(page['mdast']))}</article>"
        place.write_text(f"<!doctype html><title>{escape(page['frontmatter']['title'])}</title>{text}", "utf-8")
    return Build(output, READING)


def find_url(slug: str) -> str:
    """The address of a page with that name."""
    return "/" + slug.removesuffix(INDEX).replace(".", "/")


def list_sidebar(project: dict[str, Any]) -> Iterator[str]:
    """The links of the sidebar."""
    yield f'<a href="/">{escape(project["title"])}</a>'
    for page in project["pages"]:
        url = page.get("url") or (find_url(page["slug"]) if "slug" in page else None)
        if url and not page.get("hidden"):
            yield f'<a href="{escape(url)}">{escape(page.get("short_title") or page["title"])}</a>'


def show(node: dict[str, Any]) -> Iterator[str]:
    """A node of the tree as HTML."""
    kind = node["type"]
    place = f' id="{escape(node["html_id"])}"' if node.get("html_id") and kind != "crossReference" else ""
    inner = [part for child in node.get("children", ()) for part in show(child)] or [escape(node.get("value") or "")]
    if kind == "image":
        yield f'<img src="{escape(node["url"])}" alt="{escape(node.get("alt") or "")}">'
    elif kind == "crossReference":
        sign = f"#{node['html_id']}" if node.get("resolved") else ""
        yield from (f'<a href="{escape((node.get("url") or "") + sign) or LOST}">', *inner, "</a>")
    elif kind in ("link", "linkBlock", "card") and node.get("url"):
        yield from (f'<a href="{escape(node["url"])}">', *inner, "</a>")
    else:
        tag = TITLES.get(kind, "div" if place else "")
        yield from (f"<{tag}{place}>" if tag else "", *inner, f"</{tag}>" if tag else "")


if __name__ == "__main__":
    place = install_packages("mystmd", MANIFEST, Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    sys.exit(run_oracle("mystmd", lambda folder: build_site(place, folder)))
