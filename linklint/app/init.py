"""``linklint init``: a short config for a repository that has none."""

from __future__ import annotations

import json

import msgspec

from linklint import __version__
from linklint.app.baseline import DEFAULT_PATH, write_baseline
from linklint.app.check import Request, configure, run
from linklint.errors import UserError
from linklint.model.site import Site
from linklint.workspace import open_repository, write_atomically

CONFIG = ".linklint.yml"
ROOTS_NAMED = 5

HEADER = """\
# linklint: the internal links of this repository. `linklint config` shows what is in force and why,
# `linklint rules` the rules, `linklint schema config` the schema of this file for your editor.
"""

PRE_COMMIT = """\
repos:
  - repo: https://github.com/OWNER/linklint
    rev: v{version}
    hooks:
      - id: linklint
"""

WORKFLOW = """\
name: linklint
on:
  pull_request:
  push:
    branches: [main]
permissions: {}
concurrency:
  group: linklint-${{ github.ref }}
  cancel-in-progress: true
jobs:
  linklint:
    name: linklint
    runs-on: ubuntu-latest
    permissions:
      contents: read # to check out the repository
    steps:
      - uses: actions/checkout@COMMIT # the full commit of a release
        with:
          fetch-depth: 2 # so that a pull request shows what is new
          persist-credentials: false
      - uses: OWNER/linklint@COMMIT # the full commit of v{version}
"""


class Start(msgspec.Struct, frozen=True):
    """What ``init`` did: the config's path and text, the number of baseline entries (None: no baseline), and the two
    texts to copy."""

    path: str
    text: str
    baselined: int | None
    pre_commit: str
    workflow: str


def start(cwd: str, *, baseline: bool) -> Start:
    """Writes ``.linklint.yml`` at the repository's top, and the baseline when asked. Raises UserError when the
    repository has a config already."""
    repository = open_repository([], cwd)
    present = configure(Request(), repository, cwd).settings.config_path
    if present is not None:
        raise UserError(f"there is a config already, in {present}; `linklint config` shows what it sets")
    finished = run(Request(), cwd)
    text = write_config(finished.journey.world.site, baseline=baseline)
    write_atomically(repository.absolute(CONFIG), text.encode())
    count = write_baseline(Request(), cwd)[1] if baseline else None
    return Start(
        CONFIG,
        text,
        count,
        PRE_COMMIT.replace("{version}", __version__),
        WORKFLOW.replace("{version}", __version__),
    )


def write_config(site: Site, *, baseline: bool) -> str:
    """The config: the framework with the reason, the roots, and nothing that is the default anyway. The framework is
    named only where that changes nothing: a site that begins in a folder, or has many roots, is better detected."""
    lines = [HEADER, "extends: [linklint:recommended]", "site:"]
    for framework in site.frameworks:
        lines.append(f"  # {framework.name}: {make_comment(framework.reason)}")
    roots = [page.path for page in site.pages if page.root]
    plainly = len(site.frameworks) == 1 and not site.frameworks[0].root and 1 <= len(roots) <= ROOTS_NAMED
    lines.append(f"  framework: {site.frameworks[0].name if plainly else 'auto'}")
    if len(roots) > ROOTS_NAMED:
        lines.append(f"  # roots: [...] # {len(roots)} home pages were found, the first is {make_comment(roots[0])}")
    elif roots:
        lines.append(f"  roots: [{', '.join(quote(root) for root in roots)}]")
    else:
        lines.append("  # roots: [index.md] # no home page was found: name it, so that click depth can be told")
    if baseline:
        lines.append(f"baseline: {DEFAULT_PATH}")
    return "\n".join([*lines, ""])


def quote(path: str) -> str:
    """The path as YAML: plain where that is safe, else a JSON string."""
    plain = path.isascii() and all(character.isalnum() or character in "/._-" for character in path)
    return path if plain and path[:1].isalpha() else json.dumps(path)


def make_comment(text: str) -> str:
    """One line of printable text."""
    return "".join(character if character.isprintable() else "?" for character in text)
