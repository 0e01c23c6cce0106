"""A handbook on gardening: plain Markdown files, two clusters, and a few old faults that nobody is to hear of again."""

from __future__ import annotations

from tests.history.requests import append, edit, write

VARIETIES = [f"rose-{number:02}" for number in range(1, 17)]

SITE = {
    ".linklint.yml": """\
extends: [linklint:recommended]
clusters: clusters.yml
rules:
  max-links-per-page: warning
  no-depth-regression: warning
  new-page-links-to-older: notice
  new-page-links-into-cluster: notice
  anchor-budget: notice
""",
    "clusters.yml": """\
roses:
  hub: guides/roses.md
  spokes:
    - guides/roses/planting.md
    - guides/roses/pruning.md
    - guides/roses/feeding.md
lawn:
  hub: guides/lawn.md
  spokes:
    - guides/lawn/mowing.md
    - guides/lawn/watering.md
""",
    "README.md": """\
# Gardening handbook

Begin with [growing roses](guides/roses.md), or with the [soil](guides/soil.md).

- [Lawn care](guides/lawn.md)
- [Tools](tools/README.md)
- [Glossary](glossary.md)
- [Catalogue](catalogue.md)

Anything missing? [Tell us](https://example.com/contact).
""",
    "guides/roses.md": """\
---
title: Growing roses
keyword: growing roses
---

# Growing roses

First comes [planting](roses/planting.md).

In spring they want [pruning](roses/pruning.md#when-to-cut), in summer [feeding](roses/feeding.md).

## Pests

Aphids are eaten by [ladybirds](ladybirds.md).
""",
    "guides/roses/planting.md": """\
# Planting roses

A part of [growing roses](../roses.md).

Take a good [spade](../../tools/spade.md), and mind the [drainage](../soil.md#drainage).
""",
    "guides/roses/pruning.md": """\
# Pruning roses

A part of [growing roses](../roses.md).

## When to cut

When the forsythia is in flower, with sharp [secateurs](../../tools/secateurs.md).

![Where to cut a stem](../../images/cut.png)
""",
    "guides/roses/feeding.md": """\
# Feeding roses

A part of [growing roses](../roses.md).

Compost made by [worms](../worms.md) is best.
""",
    "guides/soil.md": """\
# Soil

## Drainage

Roses hate wet feet, so dig in sand.

## Life

A handful of soil holds [fungi](fungi.md) and [worms](worms.md).

Cover it with [mulch](mulch.md).
""",
    "guides/worms.md": "# Worms\n\nThey make [soil](soil.md), and they feed on [fungi](fungi.md).\n",
    "guides/fungi.md": "# Fungi\n\nMost are friends. One is the [truffle](fungi/truffle.md).\n",
    "guides/fungi/truffle.md": "# The truffle\n\nIt needs chalky [soil](../soil.md).\n",
    "guides/mulch.md": "# Mulch\n\nStraw, leaves or bark on the [soil](soil.md).\n",
    "guides/ladybirds.md": "# Ladybirds\n\nThey eat [aphids](aphids.md).\n",
    "guides/aphids.md": "# Aphids\n\nThe prey of [ladybirds](ladybirds.md).\n",
    "guides/lawn.md": """\
# Lawn care

It all depends on [watering](lawn/watering.md).

Do not mind the [moss](moss.md).

Leave the clippings as [mulch](mulch.md).
""",
    "guides/lawn/mowing.md": "# Mowing\n\nA part of [lawn care](../lawn.md).\n\nUse a [mower](mower.md).\n",
    "guides/lawn/watering.md": "# Watering\n\nA part of [lawn care](../lawn.md), before the [mowing](mowing.md).\n",
    "guides/slugs.md": "# Slugs\n\nThey hide in the [soil](soil.md).\n",
    "tools/README.md": """\
# Tools

- [Spade](spade.md)
- [Secateurs](secateurs.md)
- [Fork](fork.md)
- [Rake](rake.md)
""",
    "tools/spade.md": "# Spade\n\nOne of our [tools](README.md).\n",
    "tools/secateurs.md": "# Secateurs\n\nOne of our [tools](README.md).\n",
    "tools/fork.md": "# Fork\n\nOne of our [tools](README.md).\n",
    "tools/rake.md": "# Rake\n\nOne of our [tools](README.md).\n",
    "glossary.md": """\
# Glossary

## Earthworm

See [soil life](guides/soil.md#life).

## Manure

See [feeding](guides/roses/feeding.md).

## Thatch

Dead grass; see [lawn care](guides/lawn.md).

## Zone

How cold it gets in winter.
""",
    "catalogue.md": "# Catalogue\n\n"
    + "".join(f"- [No. {line}](varieties/rose-{line % 16 + 1:02}.md)\n" for line in range(101)),
    **{
        f"varieties/{name}.md": f"# {name.capitalize()}\n\nFor the basics see [growing roses](../guides/roses.md).\n"
        for name in VARIETIES
    },
    "images/cut.png": "\x89PNG picture of a cut",
    "scripts/build.py": "print('nothing to build')\n",
}

# What main did since the branches left it: a fault is mended, another is made, and lines move.
WENT_ON = (
    edit("guides/lawn.md", "Do not mind the [moss](moss.md).", "Do not mind the moss."),
    write("guides/hedges.md", "# Hedges\n\nSee [the plan](plan.md), and the [soil](soil.md).\n"),
    append("glossary.md", "\n## Tilth\n\nGood [soil](guides/soil.md), after the [rake](tools/rake.md).\n"),
)
