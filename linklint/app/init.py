"""``linklint init``: a short config for a repository that has none."""

from __future__ import annotations

from functools import partial

import msgspec

from linklint import __version__
from linklint import site as sites
from linklint.app.baseline import DEFAULT_PATH, write_baseline
from linklint.app.check import Run, configure, run
from linklint.app.proposing import CLUSTERS, make_comment, quote, write_proposals
from linklint.app.reporting import find_frameworks
from linklint.app.request import Request
from linklint.errors import UserError
from linklint.facts import World
from linklint.facts.page import is_generated, on_site
from linklint.graph.proposals import propose_clusters
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
    """What ``init`` did: the config's path and text, the number of baseline entries (None: no baseline), the number of
    clusters proposed in the file ``clusters_path`` (None: the file was there before, and is as it was), and the two
    texts to copy."""

    path: str
    text: str
    baselined: int | None
    clusters_path: str
    proposed: int | None
    pre_commit: str
    workflow: str


class Address(msgspec.Struct, frozen=True):
    """The site's own address, and how many findings more there are once full addresses are held against its pages."""

    url: str
    further: int


def start(cwd: str, *, baseline: bool) -> Start:
    """Writes ``.linklint.yml`` at the repository's top, a file of proposed clusters where the links suggest some, and
    the baseline when asked. Raises UserError when the repository has a config already."""
    repository = open_repository([], cwd)
    present = configure(Request(), repository, cwd).settings.config_path
    if present is not None:
        raise UserError(f"there is a config already, in {present}; `linklint config` shows what it sets")
    finished = run(Request(), cwd)
    world = finished.journey.world
    proposals = () if world.site.clusters else propose_clusters(world.graph, partial(on_site, world))
    is_free = CLUSTERS not in repository.names
    if proposals and is_free:
        write_atomically(repository.absolute(CLUSTERS), write_proposals(proposals, world.site).encode())
    proposed = len(proposals) if is_free else 0
    text = write_config(world, address=find_address(finished, cwd), proposed=proposed, baseline=baseline)
    write_atomically(repository.absolute(CONFIG), text.encode())
    return Start(
        path=CONFIG,
        text=text,
        baselined=write_baseline(Request(), cwd)[1] if baseline else None,
        clusters_path=CLUSTERS,
        proposed=proposed if is_free else None,
        pre_commit=PRE_COMMIT.replace("{version}", __version__),
        workflow=WORKFLOW.replace("{version}", __version__),
    )


def find_address(finished: Run, cwd: str) -> Address | None:
    """The site's address, tried out: what it would add to the findings."""
    repository, settings = finished.repository, finished.configuration.settings
    url = sites.find_own_address(repository, sites.detect(repository, settings.site), finished.journey.world.site)
    if url is None:
        return None
    known = {finding.fingerprint for finding in finished.journey.outcome.findings}
    tried = run(Request(assignments=(("site.url", url),)), cwd).journey.outcome.findings
    return Address(url, sum(finding.fingerprint not in known for finding in tried))


def write_config(world: World, *, address: Address | None, proposed: int, baseline: bool) -> str:
    """The config: the framework with the reason, the address, the roots, and nothing that is the default anyway. The
    framework is named only where that changes nothing: a site that begins in a folder, or has many roots, is better
    detected. What would change findings is commented out."""
    site = world.site
    lines = [HEADER, "extends: [linklint:recommended]", "site:"]
    for framework in find_frameworks(world):
        lines.append(f"  # {framework.name}: {make_comment(framework.reason)}")
    roots = [page.path for page in site.pages if page.root and on_site(world, page)]
    plainly = len(site.frameworks) == 1 and not site.frameworks[0].root and 1 <= len(roots) <= ROOTS_NAMED
    lines.append(f"  framework: {site.frameworks[0].name if plainly else 'auto'}")
    if address and address.further:
        more = "1 finding" if address.further == 1 else f"{address.further} findings"
        lines.append(f"  # url: {quote_url(address.url)} # makes links to it internal: {more} more, to be looked at")
    elif address:
        lines.append(f"  url: {quote_url(address.url)} # links to it are internal")
    if len(roots) > ROOTS_NAMED:
        lines.append(f"  # roots: [...] # {len(roots)} home pages were found, the first is {make_comment(roots[0])}")
    elif roots:
        lines.append(f"  roots: [{', '.join(quote(root) for root in roots)}]")
    elif is_generated(world):
        told = "no source file is the home page: name the pages where visits start, so that click depth can be told"
        lines.append(f"  # roots: [...] # {told}")
    else:
        lines.append("  # roots: [index.md] # no home page was found: name it, so that click depth can be told")
    if proposed:
        lines.append(f"# clusters: {CLUSTERS} # a proposal: read that file first, then uncomment this line")
    if baseline:
        lines.append(f"baseline: {DEFAULT_PATH}")
    return "\n".join([*lines, ""])


def quote_url(url: str) -> str:
    """The address as YAML: plain where that is safe."""
    return url if all(quote(part) == part for part in url.partition("://")[2].split("/") if part) else quote(url)
