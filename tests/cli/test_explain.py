"""``linklint explain``: a page, a way, a rule."""

from pathlib import Path

import pytest

from tests.cli.running import linklint, make_repository, track_files


@pytest.fixture
def clustered(garden: Path) -> Path:
    """The garden with a cluster, and a page two clicks away."""
    track_files(
        garden,
        {
            ".linklint.yml": "clusters: clusters.yml\n",
            "clusters.yml": "water:\n  hub: guide/watering.md\n  spokes: [guide/weeding.md, guide/deep.md]\n",
            "guide/deep.md": "# Deep\n\n[up](watering.md) [up](weeding.md)\n",
            "guide/watering.md": "# Watering\n\n[Deep](deep.md) and [home](../README.md).\n",
        },
    )
    return garden


def test_a_page_in_full(clustered: Path) -> None:
    ran = linklint(clustered, "explain", "guide/weeding.md")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(
        "guide/weeding.md\n"
        "  URL          /guide/weeding.md\n"
        "  title        Weeding\n"
        "  clusters     water (spoke)\n"
        "  click depth  1\n"
        "  orphan       no\n"
        "  links to     1 page\n"
        "  link score   "
    )
    assert (
        "\nShortest way from a root\n"
        '  README.md:3:35  "weeding"  -> guide/weeding.md\n'
        "\n"
        "Inlinks (3)\n"
        '  README.md:3:35       body  "weeding"\n'
        '  guide/deep.md:3:19   body  "up"\n'
        '  notes/lonely.md:3:4  body  "weeding"\n'
        "\n"
        "Where its link score comes from\n"
    ) in ran.out
    assert "Rules that speak\n  guide/watering.md:1:1  warning  hub-links-to-spokes  " in ran.out


def test_shares_of_the_score_are_told(clustered: Path) -> None:
    lines = linklint(clustered, "explain", "guide/deep.md").out.splitlines()
    at = lines.index("Where its link score comes from")
    assert lines[at + 1].split()[1:] == ["from", "guide/watering.md"]
    assert 0 < float(lines[at + 1].split()[0].rstrip("%")) <= 100


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        (".", "guide/watering.md"),
        (".", "./guide/../guide/watering.md"),
        ("guide", "watering.md"),
        ("guide", "guide/watering.md"),
        ("notes", "../guide/watering.md"),
        ("notes", "/guide/watering.md"),
    ],
)
def test_a_page_is_found_from_here_from_the_top_and_by_url(clustered: Path, folder: str, name: str) -> None:
    assert linklint(clustered / folder, "explain", name).out.startswith("guide/watering.md\n")


ADDRESSES = [
    ("/shop/guides/", True),
    ("/guides", True),
    ("https://example.org/shop/guides/", True),
    ("https://www.example.org/shop/guides?utm=1", True),
    ("https://example.com/shop/guides/", False),
    ("/shop/guide", False),
    ("/shopguides/", False),
]


@pytest.mark.parametrize(("address", "found"), ADDRESSES)
def test_a_page_is_found_by_its_address_in_a_browser(tmp_path: Path, address: str, found: bool) -> None:
    files = {
        "package.json": '{"dependencies": {"astro": "5"}}',
        "astro.config.mjs": "export default { base: '/shop' }",
        "src/pages/index.md": "# Home",
        "src/pages/guides.md": "# Guides",
        ".linklint.yml": "site: {url: https://example.org}\n",
    }
    ran = linklint(make_repository(tmp_path, files), "explain", address)
    assert ran.out.startswith("src/pages/guides.md\n") == found
    assert ran.code == (0 if found else 2)


@pytest.mark.parametrize("name", ["docs", "docs/", "./docs", "/docs/", "docs/README.md"])
def test_a_folder_is_its_index_page(clustered: Path, name: str) -> None:
    track_files(clustered, {"docs/README.md": "# Docs\n"})
    assert linklint(clustered, "explain", name).out.startswith("docs/README.md\n")


def test_an_orphan_has_no_way_and_no_inlinks(garden: Path) -> None:
    out = linklint(garden, "explain", "notes/lonely.md").out
    assert "  orphan       yes\n" in out
    assert "Shortest way from a root\n  none: no path of links leads here\n" in out
    assert "Inlinks (0)\n  none\n" in out
    assert "no-orphans" in out
    assert "  the page is a root itself\n" in linklint(garden, "explain", "README.md").out


def test_the_way_from_one_page_to_another(clustered: Path) -> None:
    ran = linklint(clustered, "explain", "README.md", "guide/deep.md")
    assert (ran.code, ran.out) == (
        0,
        '  README.md:3:1          "Watering"  -> guide/watering.md\n'
        '  guide/watering.md:3:1  "Deep"      -> guide/deep.md\n',
    )
    ran = linklint(clustered / "guide", "explain", "deep.md", "../notes/lonely.md")
    assert (ran.code, ran.out) == (0, "no path of links leads from guide/deep.md to notes/lonely.md\n")
    assert "is the same page" in linklint(clustered, "explain", "README.md", "/").out


def test_a_rule_with_the_level_that_it_has_here(garden: Path) -> None:
    ran = linklint(garden, "explain", "no-orphans")
    assert ran.out.startswith("no-orphans: warning, judges every page\n")
    for title in ("Why", "How to fix it", "When to switch it off", "Examples"):
        assert f"\n{title}\n" in ran.out
    track_files(garden, {".linklint.yml": "rules: {no-orphans: error, max-click-depth: {options: {max: 7}}}\n"})
    assert linklint(garden, "explain", "no-orphans").out.startswith("no-orphans: error (its own level is warning)")
    assert "Options\n  max  7\n" in linklint(garden, "explain", "max-click-depth").out
    assert linklint(garden, "explain", "no-dead-ends").out.startswith("no-dead-ends: off ")


def test_a_rule_of_the_repository(garden: Path) -> None:
    rule = "for: page\n    require: {title: {exists: true}}\n    message: '{path} has no title'\n"
    track_files(garden, {".linklint.yml": f"rules:\n  house/titles:\n    {rule}"})
    out = linklint(garden, "explain", "house/titles").out
    assert out.startswith("house/titles: warning, judges every page\n\n  {path} has no title\n")


def test_a_rule_of_the_repository_that_is_off(garden: Path) -> None:
    own = "rules: {house/x: {for: page, level: off, require: {words: {gte: 1}}, message: empty}}\n"
    track_files(garden, {".linklint.yml": own})
    ran = linklint(garden, "explain", "house/x")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "house/x: off, judges every page")


def test_texts_of_pages_can_say_nothing_to_the_terminal(garden: Path) -> None:
    track_files(garden, {"x.md": "# X\x1b[31m\n\n[a\u202eb ##[error]no](guide/weeding.md)\n"})
    out = linklint(garden, "explain", "x.md").out + linklint(garden, "explain", "guide/weeding.md").out
    assert not {"\x1b", "\u202e"} & set(out)
    assert "##[" not in out
