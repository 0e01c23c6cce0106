""" "Did you mean", as the author would write it."""

import pytest

from linklint.site import nearest
from tests.site.sites import make_site, written_links

FILES = {
    "guide/watering.md": "# Watering\n\n## How often\n\n## When",
    "guide/README.md": "",
    "my notes.md": "",
    "rose.png": "",
    "img/rose.svg": "",
}


def suggestions(href: str, source: str = "blog/post.md") -> tuple[str, ...]:
    site = make_site({**FILES, source: f"[x](<{href}>)"})
    return nearest(written_links(site, source)[0], site)


@pytest.mark.parametrize(
    ("href", "meant"),
    [
        ("watering.md", "../guide/watering.md"),
        ("../guide/watering", "../guide/watering.md"),
        ("../guide/watering.html", "../guide/watering.md"),
        ("../guide/wattering.md", "../guide/watering.md"),
        ("../guide/Watering.md", "../guide/watering.md"),
        ("/guides/watering.md", "/guide/watering.md"),
        ("/watering.md#when", "/guide/watering.md#when"),
        ("my notes.md", "../my%20notes.md"),
        ("img/rose.svg", "../img/rose.svg"),
        ("../guide/watering.md#how-ofen", "../guide/watering.md#how-often"),
        ("../guide/watering.md#How-often", "../guide/watering.md#how-often"),
        ("../Guide/", "../guide/"),
        ("../Guide/README.md", "../guide/README.md"),
        ("../guide/Watering.md#when", "../guide/watering.md#when"),
    ],
)
def test_the_nearest_comes_first(href: str, meant: str) -> None:
    assert suggestions(href)[0] == meant


@pytest.mark.parametrize(
    "href", ["zebra.md", "../guide/watering.md", "../guide/watering.md#zebra", "https://x.y", "../../x", ""]
)
def test_nothing_near_or_nothing_wrong_gives_nothing(href: str) -> None:
    assert suggestions(href) == ()


def test_a_leading_dot_is_kept_where_it_stays_true() -> None:
    assert suggestions("./waterin.md", "guide/x.md") == ("./watering.md",)
    assert suggestions("./watering.md", "blog/x.md") == ("../guide/watering.md",)


def test_at_most_three_of_the_same_name_the_likest_path_first() -> None:
    files = {f"{letter}/page.md": "" for letter in "abcde"}
    site = make_site({**files, "README.md": "[x](c/sub/page.md)"})
    found = nearest(site.links[0], site)
    assert len(found) == 3
    assert found[0] == "c/page.md"


def test_suggestions_of_the_same_repository_lead_somewhere() -> None:
    site = make_site(
        {**FILES, "blog/post.md": "[x](<wattering#when (2).md>)", "a (b).md": "", "x.md": "[y](<a (c).md>)"}
    )
    for link in written_links(site, "x.md"):
        assert nearest(link, site) == ("a%20%28b%29.md",)
