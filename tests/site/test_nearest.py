""" "Did you mean", as the author would write it."""

import hashlib

import pytest

from linklint.site import nearest
from linklint.site.neighbours import Neighbours
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
    return nearest(written_links(site, source)[0], Neighbours(site))


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
    ("href", "existing", "meant"),
    [
        ("docs/setup.md", "guide/setup.md", "guide/setup.md"),
        ("docs/setup", "docs/setup.md", "docs/setup.md"),
        ("docs/setup/", "docs/setup.md", "docs/setup.md"),
        ("docs/setups.md", "docs/setup.md", "docs/setup.md"),
        ("docs/berries.md", "docs/berry.md", "docs/berry.md"),
        ("docs/get_started.md", "docs/get-started.md", "docs/get-started.md"),
        ("docs/get-started.md", "docs/01-get-started.md", "docs/01-get-started.md"),
        ("docsget-started.md", "docs/get-started.md", "docs/get-started.md"),
        ("docs/get-satrted.md", "docs/get-started.md", "docs/get-started.md"),
        ("docs/get-strated-soom.md", "docs/get-started-soon.md", "docs/get-started-soon.md"),
        ("elsewhere/instalation.md", "docs/installation.md", "docs/installation.md"),
        ("docs/setup/index.md", "docs/setup/README.md", "docs/setup/README.md"),
        ("setup/", "docs/setup/README.md", "docs/setup/"),
        ("docs/setpu/", "docs/setup/README.md", "docs/setup/"),
        ("docs/setpu/README.md", "docs/setup/README.md", "docs/setup/README.md"),
        ("img/rose.jpeg", "img/rose.webp", "img/rose.webp"),
        ("img/rsoe.png", "img/rose.png", "img/rose.png"),
        ("docs/a.md#install", "docs/a.md", "docs/a.md#install-it-all"),
        ("docs/a.md#install-it-all-on-linux", "docs/a.md", "docs/a.md#install-it-all"),
        ("docs/a.md#install_it_all", "docs/a.md", "docs/a.md#install-it-all"),
        ("docs/a.md#step-two", "docs/a.md", "docs/a.md#steps-two"),
    ],
)
def test_what_an_author_would_thank_for(href: str, existing: str, meant: str) -> None:
    site = make_site({"start.md": f"[x](<{href}>)", existing: "# Install it all\n\n## Steps two\n\n## Part 1"})
    assert nearest(written_links(site, "start.md")[0], Neighbours(site)) == (meant,)


@pytest.mark.parametrize(
    ("href", "existing"),
    [
        ("gone.md", "comments.md"),
        ("gone.md", "open.html"),
        ("gone.md", "bone.md"),
        ("docs/gone.md", "blog/gene.md"),
        ("docs/rose/nothing.md", "docs/rose.md"),
        ("chapter-2.md", "chapter-3.md"),
        ("v1.2.md", "v1.3.md"),
        ("api.md", "app.md"),
        ("a/README.md", "garden/README.md"),
        ("img/photo-1.png", "img/photo-2.png"),
        ("img/rose.png", "img/rose.md"),
        ("drafted.md#part-2", "drafted.md"),
        ("drafted.md#rest", "drafted.md"),
    ],
)
def test_what_would_only_waste_time(href: str, existing: str) -> None:
    site = make_site({"start.md": f"[x](<{href}>)", existing: "# Best\n\n## Part 1"})
    (link,) = written_links(site, "start.md")
    assert link.status in ("missing", "asset-missing", "fragment-missing")
    assert nearest(link, Neighbours(site)) == ()


def test_a_name_that_every_folder_has_says_nothing_without_its_folder() -> None:
    files = {f"part{number:03}x/{folder}/setup.md": "" for number in range(30) for folder in ("linux", "mac")}
    site = make_site({**files, "start.md": "[x](gone/setup.md) [y](part007/mac/setup.md)"})
    nowhere, moved = written_links(site, "start.md")
    assert nearest(nowhere, Neighbours(site)) == ()
    assert len(nearest(moved, Neighbours(site))) == 3
    assert all("/mac/" in path for path in nearest(moved, Neighbours(site)))


@pytest.mark.parametrize("ending", ["", "-introduction-to-the-garden"])
def test_the_work_for_a_link_does_not_grow_with_the_site(ending: str) -> None:
    compared = []
    for size in (200, 600, 1800):
        names = [f"{spell(number)}{ending}" for number in range(size)]
        neighbours = Neighbours(make_site(dict.fromkeys((f"docs/{name}.md" for name in names), "")))
        for name in names[:100]:
            found = neighbours.near(f"docs/{name[0]}q{name[1:]}.md", "", asset=False)
            assert ending or found == [f"docs/{name}.md"]
        compared.append(neighbours.compared / 100)
    assert max(compared) <= 100, compared


def spell(number: int) -> str:
    """A word of letters for a number, unlike those of its neighbours."""
    digest = hashlib.sha256(str(number).encode()).hexdigest()
    return "".join(chr(ord("a") + int(digit, 16)) for digit in digest[:12])


def test_each_destination_is_looked_up_once() -> None:
    neighbours = Neighbours(make_site({"docs/watering.md": "", "docs/weeding.md": ""}))
    for source in ("a.md", "b.md", "docs/watering.md"):
        neighbours.near("docs/wattering.md", source, asset=False)
    assert neighbours.compared == 1


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
    found = nearest(site.links[0], Neighbours(site))
    assert len(found) == 3
    assert found[0] == "c/page.md"


def test_suggestions_of_the_same_repository_lead_somewhere() -> None:
    site = make_site(
        {**FILES, "blog/post.md": "[x](<wattering#when (2).md>)", "a rose (b).md": "", "x.md": "[y](<a rosse (b).md>)"}
    )
    for link in written_links(site, "x.md"):
        assert nearest(link, Neighbours(site)) == ("a%20rose%20%28b%29.md",)


BELOW = "export default { base: '/shop', redirects: { '/old': '/shop/new' } }"


@pytest.mark.parametrize(
    ("href", "meant"),
    [
        ("/shop/guides/wattering", "/shop/guides/watering/"),
        ("/shop/guides/wattering/#when", "/shop/guides/watering/#when"),
        ("/shop/Guides/Watering/", "/shop/guides/watering/"),
        ("/guides/watering/", "/shop/guides/watering/"),
        ("/shop/imgs/red-roses.png", "/shop/img/red-roses.png"),
        ("/shop/img/Red-roses.png", "/shop/img/red-roses.png"),
    ],
)
def test_addresses_are_offered_with_the_path_that_the_site_lies_below(href: str, meant: str) -> None:
    files = {
        "package.json": '{"dependencies": {"astro": "5"}}',
        "astro.config.mjs": BELOW,
        "public/img/red-roses.png": "",
        "src/pages/guides/watering.md": "# Watering",
        "src/pages/index.md": f"[x]({href})",
    }
    site = make_site(files)
    (link,) = written_links(site, "src/pages/index.md")
    assert nearest(link, Neighbours(site)) == (meant,)


def test_no_path_is_put_before_the_addresses_of_a_site_at_the_top() -> None:
    files = {
        "package.json": '{"dependencies": {"astro": "5"}}',
        "astro.config.mjs": "export default {}",
        "src/pages/guides/watering.md": "# Watering",
        "src/pages/index.md": "[x](/guides/wattering) [y](/Guides/watering)",
    }
    site = make_site(files)
    assert {nearest(link, Neighbours(site)) for link in written_links(site, "src/pages/index.md")} == {
        ("/guides/watering/",)
    }


@pytest.mark.parametrize("href", ["../../code.go", "./../../code.go"])
def test_what_is_written_is_not_said_again(href: str) -> None:
    files = {
        "netlify.toml": '[build]\npublish = "book"\n',
        "book.toml": "",
        "src/SUMMARY.md": "- [One](a/one.md)\n",
        "src/a/one.md": f"# One\n\n[x]({href})\n",
        "code.go": "",
    }
    site = make_site(files)
    link = written_links(site, "src/a/one.md")[0]
    assert link.status == "asset-missing"
    assert nearest(link, Neighbours(site)) == ()


def test_of_the_same_name_in_several_versions_that_of_the_page_comes_first() -> None:
    files = {f"docs/{version}/scalers/kafka.md": "" for version in ("1.4", "1.5", "2.0", "2.13")}
    site = make_site({**files, "docs/2.13/concepts/scaling.md": "[x](/kafkas.md)", "README.md": "[x](/kafkas.md)"})
    found = {link.file: nearest(link, Neighbours(site)) for link in site.links}
    assert found["docs/2.13/concepts/scaling.md"][0] == "/docs/2.13/scalers/kafka.md"
    assert found["README.md"][0] == "/docs/1.4/scalers/kafka.md"
