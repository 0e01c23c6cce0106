"""Which pages are about the same, and whether an anchor text fits its target."""

import pytest

from linklint.facts import subjects
from linklint.model.site import Page
from tests.building import build_site, build_world
from tests.facts.asking import ask_links, ask_pages, get


def titled(**titles):
    return {name: {"title": title} for name, title in titles.items()}


def twins(titles, **more):
    fields = titled(**titles)
    for name, given in more.items():
        fields[name] |= given
    ask = ask_pages(build_site("; ".join(titles), fields))
    return {name: twin.path.removesuffix(".md") for name in titles if (twin := ask(name, "title_twin"))}


def test_twins_have_the_most_similar_titles():
    titles = {"a": "Pruning roses", "b": "How to: roses, pruning", "c": "Soil for tulips", "d": "Pruning old roses"}
    assert twins(titles) == {"a": "b", "b": "a", "d": "a"}
    ask = ask_pages(build_site("a; b; c; d", titled(**titles)))
    assert ask("a", "title_similarity") == 1
    assert ask("c", "title_similarity") is None
    assert 0.5 < ask("d", "title_similarity") < 1


def test_a_title_with_more_words_is_another_however_common_these_are():
    titles = {"a": "Pruning roses 7", "b": "Pruning roses 7: the podcast", "c": "The podcast", "d": "More podcast"}
    ask = ask_pages(build_site("a; b; c; d", titled(**titles)))
    assert ask("a", "title_similarity") == 2 * 3 / (3 + 4)


@pytest.mark.parametrize(
    ("titles", "more"),
    [
        ({"a": "Overview", "b": "Overview"}, {}),
        ({"a": "Roses part 1", "b": "Roses part 2"}, {}),
        ({"a": "Roses 1.10.4", "b": "Roses 1.4.10"}, {}),
        ({"a": "Growing C++", "b": "Growing C"}, {}),
        ({"a": "Pruning roses", "b": "Pruning roses"}, {"a": {"url": "/second-edition/p/"}, "b": {"url": "/p/"}}),
        ({"a": "Pruning roses", "b": "Pruning roses"}, {"a": {"lang": "de"}, "b": {"lang": "nl"}}),
        ({"a": "Pruning roses", "b": "Pruning roses"}, {"a": {"noindex": True}}),
        ({"a": "Pruning roses", "b": "Pruning roses"}, {"a": {"published": False}}),
        ({"a": "Pruning roses", "b": "Pruning roses"}, {"b": {"canonical": "a.md"}}),
        ({"a": "Pruning roses", "b": "Pruning roses"}, {"b": {"framework": "hugo"}}),
        ({"a": "Pruning roses", "b": "Pruning roses"}, {"a": {"kind": "tag"}}),
        ({"a": "Pruning roses", "b": "Pruning roses"}, {"a": {"url": "/v1.x/p/"}, "b": {"url": "/latest/p/"}}),
        ({"a": "Pruning roses", "b": "Pruning roses"}, {"a": {"url": "/p/"}, "b": {"url": "/version-2.0/p/"}}),
        ({"a": "Pruning roses", "b": "Pruning roses"}, {"a": {"url": "/p/"}, "b": {"url": "/versions/1.2.0/old/p/"}}),
    ],
)
def test_series_editions_copies_and_other_sites_are_no_twins(titles, more):
    assert twins(titles, **more) == {}


def test_folders_that_hold_mostly_the_same_names_have_counterparts_and_no_twins():
    """As of documentation that tells everything once for each of several frameworks."""
    names = {
        "start": "First steps",
        "cut": "Pruning shears",
        "soil": "Good earth",
        "pests": "Green lice",
        "water": "Wet feet",
    }
    titles = {f"{garden}-{name}": title for garden in ("roses", "tulips") for name, title in names.items()}
    urls = {page: {"url": f"/gardens/{page.replace('-', '/')}/"} for page in titles}
    assert twins(titles, **urls) == {}
    deeper = {page: {"url": given["url"].replace("/tulips/", "/bulbs/tulips/")} for page, given in urls.items()}
    assert twins(titles, **deeper) == {}
    inner = {page: {"url": given["url"].replace("/tulips/", "/roses/more/")} for page, given in urls.items()}
    assert len(twins(titles, **inner)) == 10  # as of a folder that was moved and left behind
    few = {page: title for page, title in titles.items() if not page.endswith("water")}
    assert twins(few, **{page: urls[page] for page in few})["roses-cut"] == "tulips-cut"
    moved = urls | {"tulips-cut": {"url": "/gardens/tulips/pruning/"}, "roses-x": {"url": "/gardens/roses/x/"}}
    titles |= {"roses-x": "Last words", "tulips-x": "Last words"}
    moved |= {"tulips-x": {"url": "/gardens/tulips/x/"}}
    assert twins(titles, **moved) == {"roses-cut": "tulips-cut", "tulips-cut": "roses-cut"}


def test_similar_pages_share_title_headings_description_or_keyword():
    pages = titled(a="Roses", b="Garden", c="Soil", d="Compost", e="Roses")
    pages["b"] |= {"headings": ("Pruning", "Roses")}
    pages["c"] |= {"description": "What roses need"}
    pages["d"] |= {"front_matter": {"keyword": "soil"}}
    pages["e"] |= {"lang": "fr"}
    ask = ask_pages(build_site("a; b; c; d; e", pages))
    similar = {name: [page.path for page in ask(name, "similar")] for name in "abcde"}
    assert similar == {
        "a": ["c.md", "b.md"],
        "b": ["a.md", "c.md"],
        "c": ["d.md", "a.md", "b.md"],
        "d": ["c.md"],
        "e": [],
    }


def test_the_first_words_of_the_text_tell_what_a_page_is_about():
    pages = titled(a="Monday", b="Tuesday", c="Wednesday")
    pages["a"] |= {"opening": "Pruning roses in spring"}
    pages["b"] |= {"opening": "The roses are in bloom"}
    pages["c"] |= {"opening": "Nothing grows"}
    ask = ask_pages(build_site("a; b; c", pages))
    assert [[page.path for page in ask(name, "similar")] for name in "abc"] == [["b.md"], ["a.md"], []]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("pruning tulips", 0.5),
        ("prune your roses", 1),
        ("tulips", 0),
        ("tip", 1),  # their plural is in a heading
        ("garden config", 0.5),  # createConfig
        ("fig", 0),
        ("chapter 7", 0.5),  # the address
        ("chapter 1", 0),
        ("the feeding", 1),
        ("of the", None),
        ("розы", None),
        ("https://example.com/roses", None),
        ("click here", None),
    ],
)
def test_an_anchor_text_fits_by_the_share_of_its_words_that_the_target_says(text, share):
    headings = ("When to feed", "Tips", "createConfig")
    pages = {"b": {"title": "Pruning roses", "headings": headings, "lang": "en", "url": "/lesson7/"}}
    ask = ask_links(build_site(f'a -> b "{text}"', pages), generic_phrases={"en": ["click here"]})
    links = ask("similarity")
    assert links == [share]


def test_an_address_written_as_text_and_a_target_that_is_missing_have_no_similarity():
    ask = ask_links(build_site('a -> b "b.md", gone missing "roses", c generated'))
    assert ask("similarity") == [None, None, None]


CLUSTERS = {"c": {"members": "hub -> a, b, d, e, f", "pairs": "a f, a b"}, "other": "hub -> x, a"}


@pytest.fixture(scope="module")
def world():
    pages = titled(
        a="Pruning roses", b="Pruning tulips", d="Pruning roses in spring", e="Compost", f="Worms", x="Roses"
    )
    return build_world(build_site("hub; a -> hub; b; d; e -> f; f; x", pages, CLUSTERS))


def test_pairs_are_declared_or_linked_or_similar_spokes(world):
    found = [(pair.cluster.id, pair.a.path[0], pair.b.path[0], pair.declared) for pair in subjects(world, "pair")]
    assert found == [
        ("c", "a", "f", True),
        ("c", "a", "b", True),
        ("c", "a", "d", False),
        ("c", "b", "d", False),
        ("c", "e", "f", False),
        ("other", "a", "x", False),
    ]


def test_the_similarity_of_a_pair_is_symmetric_and_needs_one_language(world):
    by_name = {f"{pair.a.path[0]}{pair.b.path[0]}": get(world, pair, "similarity") for pair in subjects(world, "pair")}
    assert by_name["ad"] > by_name["ab"] > by_name["af"] == 0
    assert by_name["ef"] == 0
    two = build_site("hub; a -> b; b", {"a": {"lang": "en"}, "b": {"lang": "de"}}, {"c": "hub -> a, b"})
    (pair,) = subjects(build_world(two), "pair")
    assert get(build_world(two), pair, "similarity") is None
    assert isinstance(pair.a, Page)
