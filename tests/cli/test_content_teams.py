"""The config that docs/content-teams.md shows, on a small blog: as it stands, and with its baseline."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.running import ROOT, linklint, make_repository, track_files

BLOCKS = re.findall(
    r"^```yaml\n# (\S+)\n(.*?)^```", (ROOT / "docs/content-teams.md").read_text(), re.DOTALL | re.MULTILINE
)
HUB = "# Image SEO\n\nAbout [alt texts](alt-text.md), [sizes](images/size.md) and [formats](images/format.md).\n"
UP = "All of it is in [image SEO](/guides/image-seo.md).\n"
GOOD = {
    **dict(BLOCKS),
    "index.md": "# Blog\n\nBegin with [image SEO](guides/image-seo.md), or read the [archive](archive/README.md).\n",
    "guides/image-seo.md": HUB,
    "guides/alt-text.md": f"# Alt texts\n\n{UP}",
    "guides/images/size.md": f"# Sizes of images\n\n{UP}",
    "guides/images/format.md": f"# Formats of images\n\n{UP}",
    "archive/README.md": "# Archive\n\n- [2019 in a year](2019.md)\n\nBack to the [blog](/index.md).\n",
    "archive/2019.md": "# 2019\n\nFor more, [this post](2018.md) or the [archive](README.md).\n",
    "archive/2018.md": "# 2018\n\nIn the [archive](README.md), see [how it was in 2017](2017.md).\n",
    "archive/2017.md": "# 2017\n\nIn the [archive](README.md).\n",
    "drafts/idea.md": "# An idea\n\n[click here](nowhere.md)\n",
}
RULES = ("spoke-links-to-hub", "hub-links-to-spokes", "max-click-depth", "no-generic-anchor-text")
"""Those that the config sets."""


def findings(folder: Path) -> list[tuple[str, str, str]]:
    found = json.loads(linklint(folder, "--output", "json").out)["findings"]
    return [(each["rule"], each["level"], each["path"]) for each in found if each["level"] != "notice"]


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    return make_repository(tmp_path / "blog", GOOD)


def test_both_files_are_there() -> None:
    assert [name for name, _ in BLOCKS] == [".linklint.yml", "clusters.yml"]


def test_a_blog_that_keeps_to_it_is_silent(blog: Path) -> None:
    assert findings(blog) == []


def test_each_of_its_rules_speaks(blog: Path) -> None:
    track_files(
        blog,
        {
            "guides/images/size.md": "# Sizes of images\n\nRead [our guide](/guides/alt-text.md).\n",
            "guides/image-seo.md": HUB.replace(" and [formats](images/format.md)", ""),
            "guides/alt-text.md": f"# Alt texts\n\n{UP}\nOn [formats of images](images/format.md) too.\n",
            "guides/images/format.md": f"# Formats of images\n\n{UP}\nAbout [old formats](/notes/gif.md).\n",
            "notes/gif.md": f"# GIF\n\n{UP}",
        },
    )
    assert [found for found in findings(blog) if found[0] in RULES] == [
        ("hub-links-to-spokes", "error", "guides/image-seo.md"),
        ("spoke-links-to-hub", "error", "guides/images/size.md"),
        ("no-generic-anchor-text", "warning", "guides/images/size.md"),
        ("max-click-depth", "warning", "notes/gif.md"),
    ]


def test_the_baseline_keeps_what_is_old_quiet_and_nothing_new(blog: Path) -> None:
    track_files(blog, {"guides/alt-text.md": "# Alt texts\n\n[sizes of images](images/size.md)\n"})
    assert ("spoke-links-to-hub", "error", "guides/alt-text.md") in findings(blog)
    config = dict(BLOCKS)[".linklint.yml"]
    assert linklint(blog, "baseline").code == 0
    track_files(blog, {".linklint.yml": config.replace("# baseline: ", "baseline: ")})
    assert findings(blog) == []
    track_files(blog, {"guides/images/size.md": "# Sizes of images\n\n[alt texts](/guides/alt-text.md)\n"})
    assert findings(blog) == [("spoke-links-to-hub", "error", "guides/images/size.md")]
