"""Pull requests on the handbook that bring pages and links, change its clusters and settings, or nothing of it."""

from __future__ import annotations

from tests.history.requests import (
    PullRequest,
    Told,
    add_submodule,
    append,
    change_mode,
    edit,
    end_lines_with,
    request,
    write,
)

HOSTAS = "guides/hostas.md"
SCARIFYING = "guides/lawn/scarifying.md"
CUTTINGS = "guides/roses/cuttings.md"
LAST_SPOKE = "    - guides/roses/feeding.md\n"
NO_INLINK, NO_OLDER = "new-page-has-inlink", "new-page-links-to-older"

NEW_PAGES = [
    request(
        "add a page that nothing links to",
        write(HOSTAS, "# Hostas\n\nThey want rich [soil](soil.md).\n"),
        new=[Told("guides/hostas.md:1:1", NO_INLINK, HOSTAS)],
    ),
    request(
        "add a page that nothing links to, and that links to nothing",
        write(HOSTAS, "---\ntitle: Hostas\n---\n\nThey want shade.\n"),
        new=[Told("guides/hostas.md:2:1", NO_INLINK, HOSTAS), Told("guides/hostas.md:2:1", NO_OLDER, HOSTAS)],
    ),
    request(
        "add a page, and a link to it",
        write(HOSTAS, "# Hostas\n\nThey want rich [soil](soil.md).\n"),
        append("guides/slugs.md", "\nAnd near [hostas](hostas.md).\n"),
        append("guides/mulch.md", "\nGood for [hostas](hostas.md), too.\n"),
    ),
    request(
        "add two pages that link each other only",
        write(HOSTAS, "# Hostas\n\nBeside [ferns](ferns.md).\n"),
        write("guides/ferns.md", "# Ferns\n\nBeside [hostas](hostas.md).\n"),
        new=[
            Told("guides/ferns.md:1:1", NO_OLDER, "guides/ferns.md"),
            Told("guides/ferns.md:1:1", "no-walled-gardens", "guides/ferns.md"),
            Told("guides/hostas.md:1:1", NO_OLDER, HOSTAS),
        ],
    ),
    request(
        "add a link to a page that is not there",
        append("guides/mulch.md", "\nGood for [hostas](hostas.md).\n"),
        new=[Told("guides/mulch.md:5:10", "no-broken-links", "guides/mulch.md")],
    ),
    request(
        "add a link to a page that is on the author's disk only",
        append("guides/mulch.md", "\nGood for [hostas](hostas.md).\n"),
        new=[
            Told("guides/hostas.md:1:1", NO_OLDER, HOSTAS),
            Told("guides/mulch.md:5:10", "no-untracked-targets", "guides/mulch.md"),
        ],
        untracked={HOSTAS: "# Hostas\n"},
    ),
    request(
        "write a broken link a second time",
        append("guides/lawn/mowing.md", "\nOil the [mower](mower.md).\n"),
        new=[Told("guides/lawn/mowing.md:7:9", "no-broken-links", "guides/lawn/mowing.md")],
    ),
    request(
        "link to a page with the same words for the twenty-first time",
        append("guides/worms.md", "\nThey help with [growing roses](roses.md).\n"),
        new=[Told("guides/worms.md:5:16", "anchor-budget", "guides/roses.md", "here")],
    ),
    request(
        "add links to a page that has too many",
        append("catalogue.md", "\nAgain:\n\n" + "- [Again](varieties/rose-01.md)\n" * 49),
        worsened=[Told("catalogue.md:1:1", "max-links-per-page", "catalogue.md")],
    ),
    request(
        "take one link out of a page that has one too many",
        edit("catalogue.md", "[No. 7](varieties/rose-08.md)", "No. 7"),
        fixed=[Told("catalogue.md:1:1", "max-links-per-page", "catalogue.md")],
    ),
]

CLUSTERS = [
    request(
        "make an older page a spoke",
        edit("clusters.yml", LAST_SPOKE, LAST_SPOKE + "    - guides/worms.md\n"),
        new=[
            Told("guides/roses.md:2:1", "hub-links-to-spokes", "guides/worms.md", "clusters.yml:7"),
            Told("guides/worms.md:1:1", "spoke-links-to-hub", "guides/worms.md", "clusters.yml:7"),
        ],
    ),
    request(
        "add a spoke with all its links but the one from its hub, which lacks one already",
        write(SCARIFYING, "# Scarifying\n\nA part of [lawn care](../lawn.md).\n"),
        append("guides/lawn/watering.md", "\nNot after [scarifying](scarifying.md).\n"),
        append("clusters.yml", "    - guides/lawn/scarifying.md\n"),
        new=[Told("guides/lawn.md:1:1", "hub-links-to-spokes", SCARIFYING, "clusters.yml:12")],
    ),
    request(
        "add a spoke without any link from or to its cluster",
        write(CUTTINGS, "# Cuttings\n\nSandy [soil](../soil.md) is best.\n"),
        edit("clusters.yml", LAST_SPOKE, LAST_SPOKE + "    - guides/roses/cuttings.md\n"),
        new=[
            Told("guides/roses.md:2:1", "hub-links-to-spokes", CUTTINGS, "clusters.yml:7"),
            Told("guides/roses/cuttings.md:1:1", NO_INLINK, CUTTINGS),
            Told("guides/roses/cuttings.md:1:1", "new-page-links-into-cluster", CUTTINGS),
        ],
    ),
    request(
        "take a spoke that its hub never linked out of the cluster",
        edit("clusters.yml", "    - guides/lawn/mowing.md\n", ""),
        fixed=[Told("guides/lawn.md:1:1", "hub-links-to-spokes", "guides/lawn/mowing.md")],
    ),
    request(
        "name a spoke that is not there",
        edit("clusters.yml", LAST_SPOKE, LAST_SPOKE + "    - guides/roses/grafting.md\n"),
        new=[Told("clusters.yml:7:7", "no-missing-cluster-pages", "guides/roses/grafting.md", "here")],
    ),
    request(
        "drop the hub's link to a spoke",
        edit("guides/roses.md", "[feeding](roses/feeding.md)", "feeding"),
        new=[Told("guides/roses.md:10:1", "no-cluster-regression", "guides/roses.md", "here")],
    ),
    request(
        "drop a spoke's link to the hub",
        edit("guides/roses/pruning.md", "A part of [growing roses](../roses.md).\n\n", ""),
        new=[Told("guides/roses/pruning.md:3:1", "no-cluster-regression", "guides/roses.md", "here")],
    ),
    request(
        "give a page the keyword of another",
        edit("guides/worms.md", "# Worms", "---\nauthor: Ann\nkeyword: Growing roses\n---\n\n# Worms"),
        new=[Told("guides/worms.md:3:1", "keyword-collision", "guides/worms.md", "here")],
    ),
    request(
        "give a page a keyword of its own",
        edit("guides/worms.md", "# Worms", "---\nkeyword: worms\n---\n\n# Worms"),
    ),
]

IRRELEVANT = [
    request("mend a word", edit("guides/soil.md", "wet feet", "damp feet")),
    request("end the lines of a file with faults in another way", end_lines_with("guides/slugs.md", "\r\n")),
    request("put words above an old fault", edit("guides/lawn.md", "# Lawn care\n", "# Lawn care\n\nGreen is nice.\n")),
    request(
        "let a file be run, and mend a script", change_mode("guides/lawn/mowing.md"), append("scripts/build.py", "#\n")
    ),
    request("add a submodule", add_submodule("theme")),
    request("ask for one rule more", append(".linklint.yml", "  no-near-orphans: warning\n")),
    request(
        "keep an old fault quiet, which does not mend it",
        edit(
            "guides/lawn/mowing.md",
            "Use",
            "<!-- linklint-disable-next-line no-broken-links -- it is to be written -->\nUse",
        ),
    ),
    PullRequest(
        "do much and undo it",
        [
            [edit("guides/soil.md", "[mulch](mulch.md)", "mulch"), append("clusters.yml", "    - guides/worms.md\n")],
            [
                edit("guides/soil.md", "with mulch.", "with [mulch](mulch.md)."),
                edit("clusters.yml", "    - guides/worms.md\n", ""),
            ],
        ],
    ),
]
