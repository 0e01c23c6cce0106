"""Eleventy: which config makes a site (https://www.11ty.dev/docs/config/#default-filenames)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linklint.model.files import Names
from linklint.site.paths import join, name, parent
from linklint.site.profile import Detection, Read
from linklint.site.profiles.conventions import is_example, is_set_aside
from linklint.site.profiles.manifests import get_table, has_package, read_json

CONFIGS = (
    ".eleventy.js", "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs", "eleventy.config.ts",
    "eleventy.config.mts",
)  # fmt: skip
COMMAND = re.compile(r"(?:^|[\s/])eleventy(?=\s|$)")  # npx @11ty/eleventy --config=build/eleventy.js
PACKAGES = ("@11ty/eleventy", "@awesome.me/buildawesome")
# Where a plugin has a config to try itself out, on pages that nobody publishes.
STUBS = "stubs"


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """Folders with a config, or whose ``package.json`` runs Eleventy without one; not those of tests and examples."""
    found: dict[str, Detection] = {}
    for path in names.named(*CONFIGS, "package.json"):
        base, root = name(path), parent(path)
        if not names.files[path].present or root in found or is_set_aside(path, names):
            continue
        if is_example(path) or STUBS in root.lower().split("/"):
            continue
        if base in CONFIGS:
            found[root] = Detection(root, f"{path}, the config of an Eleventy site")
        elif base == "package.json" and config_path(root, names) is None and _runs_eleventy(root, read):
            found[root] = Detection(root, f"{path}, whose scripts run Eleventy")
    return [found[root] for root in sorted(found)]


def config_path(root: str, names: Names) -> str | None:
    """The config of a folder, in the order in which Eleventy looks for one."""
    paths = [join(root, each) or "" for each in CONFIGS]
    return next((path for path in paths if path in names.files), None)


def _runs_eleventy(root: str, read: Read) -> bool:
    scripts = get_table(read_json(join(root, "package.json") or "", read), "scripts")
    runs = any(isinstance(each, str) and COMMAND.search(each) for each in scripts.values())
    return runs and any(has_package(root, package, read) for package in PACKAGES)
