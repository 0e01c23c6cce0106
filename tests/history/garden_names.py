"""Pull requests on the handbook that give pages and headings other names."""

from __future__ import annotations

from tests.history.requests import PullRequest, Told, edit, edit_all, move, request

RENAMED, HEADING = "renamed-page-links", "renamed-heading-links"
PLANTING, PRUNING = "guides/roses/planting.md", "guides/roses/pruning.md"
TO_EQUIPMENT = (
    move("tools/", "equipment/"),
    edit_all("tools/", "equipment/", "README.md", PLANTING, PRUNING),
)
LIFE = "## Life\n\nA handful"

PAGES = [
    request(
        "rename a page and leave two links behind",
        move("tools/spade.md", "tools/shovel.md"),
        new=[Told("guides/roses/planting.md:5:13", RENAMED, "tools/shovel.md", "here")],
    ),
    request(
        "rename a page and its links",
        move("tools/spade.md", "tools/shovel.md"),
        edit("tools/README.md", "spade.md", "shovel.md"),
        edit(PLANTING, "spade.md", "shovel.md"),
    ),
    request(
        "rename a page and one of its two links",
        move("tools/spade.md", "tools/shovel.md"),
        edit(PLANTING, "spade.md", "shovel.md"),
        new=[Told("tools/README.md:3:3", RENAMED, "tools/shovel.md", "here")],
    ),
    request(
        "rename a page in letter case only",
        move("tools/spade.md", "tools/Spade.md"),
        new=[Told("guides/roses/planting.md:5:13", RENAMED, "tools/Spade.md", "here")],
    ),
    PullRequest(
        "rename a page, and in a second commit its links",
        [
            [move("tools/fork.md", "tools/garden-fork.md")],
            [edit("tools/README.md", "fork.md", "garden-fork.md")],
        ],
    ),
    request(
        "rename a hub with old faults, its links and its line in the clusters file",
        move("guides/lawn.md", "guides/turf.md"),
        edit_all("lawn.md", "turf.md", "README.md", "clusters.yml", "guides/lawn/mowing.md", "guides/lawn/watering.md"),
        edit_all("lawn.md", "turf.md", "glossary.md"),
    ),
    request(
        "rename a page with a broken link, and its links",
        move("guides/lawn/mowing.md", "guides/lawn/cutting.md"),
        edit_all("mowing.md", "cutting.md", "clusters.yml", "guides/lawn/watering.md"),
    ),
    request(
        "move a page whose own links start from where it was",
        move("guides/worms.md", "guides/soil/worms.md"),
        edit("guides/soil.md", "worms.md", "soil/worms.md"),
        edit("guides/roses/feeding.md", "worms.md", "soil/worms.md"),
        new=[
            Told("guides/soil/worms.md:3:11", "no-broken-links", "guides/soil/worms.md"),
            Told("guides/soil/worms.md:3:45", "no-broken-links", "guides/soil/worms.md"),
        ],
    ),
    request(
        "move a folder and leave the links into it behind",
        move("tools/", "equipment/"),
        new=[
            Told("README.md:6:3", RENAMED, "equipment/README.md", "here"),
            Told("guides/roses/planting.md:5:13", RENAMED, "equipment/spade.md", "here"),
            Told("guides/roses/pruning.md:7:45", RENAMED, "equipment/secateurs.md", "here"),
            Told("glossary.md:21:40", RENAMED, "equipment/rake.md", "here"),
        ],
        elsewhere={
            "merge base": [
                Told("README.md:6:3", RENAMED, "equipment/README.md", "here"),
                Told("guides/roses/planting.md:5:13", RENAMED, "equipment/spade.md", "here"),
                Told("guides/roses/pruning.md:7:45", RENAMED, "equipment/secateurs.md", "here"),
            ]
        },
    ),
    request(
        "move a folder and the links into it, while main writes one more",
        *TO_EQUIPMENT,
        new=[Told("glossary.md:21:40", RENAMED, "equipment/rake.md", "here")],
        elsewhere={"merge base": []},
    ),
]

HEADINGS = [
    request(
        "rename a heading and leave a fragment behind",
        edit(PRUNING, "## When to cut", "## The time to cut"),
        new=[Told("guides/roses/pruning.md:5:1", HEADING, PRUNING, "here")],
    ),
    request(
        "rename a heading and the fragment",
        edit(PRUNING, "## When to cut", "## The time to cut"),
        edit("guides/roses.md", "#when-to-cut", "#the-time-to-cut"),
    ),
    request(
        "take a heading out that another page's fragment names",
        edit("guides/soil.md", LIFE, "A handful"),
        new=[Told("guides/soil.md:7:1", HEADING, "guides/soil.md", "here")],
    ),
    request(
        "rename a heading and keep its old fragment alive",
        edit("guides/soil.md", LIFE, '<a id="life"></a>\n\n## The living soil\n\nA handful'),
    ),
    request("change the level of a heading", edit("guides/soil.md", LIFE, "### Life\n\nA handful")),
    request(
        "change the letters of a heading, and not its fragment", edit("guides/soil.md", LIFE, "## LIFE\n\nA handful")
    ),
    request(
        "put a heading with the same words in front of one that is named",
        edit("guides/soil.md", "## Drainage", "## Life\n\n## Drainage"),
    ),
    request(
        "mistype a fragment",
        edit("glossary.md", "#life", "#live"),
        new=[Told("glossary.md:5:5", "no-broken-fragments", "glossary.md")],
    ),
]
