"""Small docsets for the tests of docfx."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from linklint.model.site import Link, Site
from tests.site.sites import make_site, written_links

CONTENT = [{"files": ["**/*.{md,yml}"], "exclude": ["**/includes/**", "_site/**"]}]
RESOURCE = [{"files": ["**/images/**", "**/*.png"]}]


def docset(files: Mapping[str, str], folder: str = "docs", metadata: Any = None, **build: Any) -> Site:
    """A docset in the folder, with an index page, published nobody knows where."""
    config = {"build": {"content": CONTENT, "resource": RESOURCE, **build}}
    if metadata is not None:
        config["metadata"] = metadata
    inner = {f"{folder}/docfx.json": json.dumps(config), f"{folder}/index.md": "# Home\n"}
    return make_site({**inner, **files})


def learn(files: Mapping[str, str], base: str = "/tool", redirections: list[dict[str, Any]] | None = None) -> Site:
    """A docset as Microsoft Learn publishes it, below ``base``."""
    publishing = {"docsets_to_publish": [{"build_source_folder": "docs"}]}
    publishing["dependent_repositories"] = [{"path_to_root": "samples"}]
    texts = {
        ".openpublishing.publish.config.json": json.dumps(publishing),
        ".openpublishing.redirection.json": json.dumps({"redirections": redirections or []}),
        "docs/breadcrumb/toc.yml": "- name: Tool\n  tocHref: /\n  topicHref: /tool/index\n",
    }
    return docset({**texts, **files}, globalMetadata={"breadcrumb_path": f"{base}/breadcrumb/toc.json"})


def first_link(site: Site, source: str = "docs/a.md") -> Link:
    """The first link that the file holds."""
    return written_links(site, source)[0]


def statuses(site: Site, source: str) -> list[str]:
    """The statuses of the links that the file holds, in order."""
    return [link.status for link in written_links(site, source)]
