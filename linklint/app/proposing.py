"""The file of proposed clusters that ``linklint init`` writes."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence

from linklint.graph.proposals import Proposal
from linklint.model.glob import compile_glob
from linklint.model.site import Site

# With a leading dot: files of other names that name a page make it doubtful whether the page is an orphan.
CLUSTERS = ".linklint-clusters.yml"

HEADER = """\
# Clusters that the links of this site suggest: a PROPOSAL of `linklint init`, best first. Nothing reads this file until
# .linklint.yml names it. Read it as an editor would: take out what is no cluster, correct hubs, add spokes. Then
# uncomment `clusters:` in .linklint.yml, and every spoke that does not link its hub is told, and every spoke that its
# hub does not link. A hub is the page that sums a topic up; spokes are the pages on its parts. Where the theme links
# each page to its hub already, switch the rule off that asks for these links.
"""
WORD = re.compile(r"[^\W_]+")
PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9/._-]*")
RESERVED = frozenset({"true", "false", "null"})


def write_proposals(proposals: Sequence[Proposal], site: Site) -> str:
    """The proposals as a clusters file, each with the reason for it."""
    blocks = [HEADER]
    used: Counter[str] = Counter()
    for proposal in proposals:
        name = name_cluster(proposal)
        used[name] += 1
        if used[name] > 1:
            name = f"{name}-{used[name]}"
        lines = [f"# {make_comment(explain(proposal))}", f"{quote(name)}:", f"  hub: {quote(proposal.hub.path)}"]
        lines.append("  spokes:")
        lines.extend(f"    - {spoke}" for spoke in write_spokes(proposal, site))
        blocks.append("\n".join([*lines, ""]))
    return "\n".join(blocks)


def explain(proposal: Proposal) -> str:
    """Why the proposal is made, in a line."""
    source, name, _ = proposal.group
    what = {"folder": f"folder {name}/", "links": "pages that link each other"}.get(source, f'{source} "{name}"')
    links = f"the hub links {proposal.down} of {len(proposal.spokes)} pages, {proposal.up} of them link the hub"
    return f"{what}: {links}"


def name_cluster(proposal: Proposal) -> str:
    """A name from what the pages have in common, else from the hub's title or file name."""
    source, name, _ = proposal.group
    if source == "folder":
        name = name.rpartition("/")[2]
    elif source == "links":
        name = proposal.hub.title or proposal.hub.path.rpartition("/")[2].rpartition(".")[0]
    return "-".join(WORD.findall(name.lower())[:6]) or "cluster"


def write_spokes(proposal: Proposal, site: Site) -> list[str]:
    """A glob where it names exactly these pages, so that new pages of the folder belong, too; else their paths."""
    paths = sorted(page.path for page in proposal.spokes)
    folders = {path.rpartition("/")[0] for path in paths}
    endings = {path.rpartition(".")[2] for path in paths}
    if proposal.group.source == "folder" and len(folders) == len(endings) == 1:
        glob = f"{folders.pop()}/*.{endings.pop()}"
        matches = compile_glob(glob)
        if paths == sorted(page.path for page in site.pages if page is not proposal.hub and matches(page.path)):
            return [json.dumps(glob, ensure_ascii=False)]
    return [quote(path) for path in paths]


def quote(text: str) -> str:
    """The text as YAML: plain where that is safe, else a JSON string."""
    return text if PLAIN.fullmatch(text) and text.lower() not in RESERVED else json.dumps(text)


def make_comment(text: str) -> str:
    """One line of printable text."""
    return "".join(character if character.isprintable() else "?" for character in text)
