"""Eleventy: detection, collections, navigation, pagination, orphans."""

import pytest

from linklint.model.site import Site
from tests.site.sites import make_site, orphan_states, written_links
from tests.site.test_eleventy import CONFIG, SRC, eleventy

POSTS = {f"src/blog/{name}.md": f"---\ntags: [posts, {name}]\n---\n# {name}" for name in ("a", "b", "c")}


def listed(files: dict[str, str], body: str = "", source: str = "src/index.njk") -> list[str]:
    """The pages that a page lists by itself."""
    site = eleventy(files, body)
    found = {link.target.path for link in site.links if link.generated and link.source.path == source and link.target}
    return sorted(found)


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        (".eleventy.js", "", True),
        ("eleventy.config.mjs", "", True),
        ("eleventy.config.cjs", "", True),
        ("eleventy.config.ts", "", True),
        ("docs/.eleventy.js", "", True),
        ("package.json", '{"scripts": {"b": "eleventy"}, "devDependencies": {"@11ty/eleventy": "3"}}', True),
        ("package.json", '{"scripts": {"b": "other"}, "devDependencies": {"@11ty/eleventy": "3"}}', False),
        ("package.json", '{"scripts": {"b": "eleventy"}}', False),
        ("examples/blog/.eleventy.js", "", False),
        ("test/stubs/eleventy.config.js", "", False),
        ("demo/eleventy.config.js", "", False),
        ("node_modules/x/.eleventy.js", "", False),
        ("eleventy.config.md", "", False),
    ],
)
def test_detection(path: str, text: str, found: bool) -> None:
    folder = path.rpartition("/")[0]
    site = make_site({path: text, f"{folder}/a.md".lstrip("/"): "# A", "README.md": "# R"})
    frameworks = {each.name: each for each in site.frameworks}
    assert ("eleventy" in frameworks) is found
    assert not found or (frameworks["eleventy"].root == folder and path in frameworks["eleventy"].reason)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("{% for post in collections.posts %}{{ post.url }}{% endfor %}", "abc"),
        ("{% for post in collections['posts'] | reverse %}{{ post.url }}{% endfor %}", "abc"),
        ("{% for post in collections.a %}{{ post.url }}{% endfor %}", "a"),
        ("{% set list = collections.posts | head(2) %}", ""),
        ("{% for post in collections.posts limit: 2 %}{% endfor %}", ""),
        ("{# {% for post in collections.posts %} #}", ""),
        ("{{ collections.posts.length }} posts", ""),
        ("{% for post in collections.none %}{% endfor %}", ""),
        ('{% include "list.njk" %}', "abc"),
        ("---\nlayout: home\n---\n", "abc"),
        ("---\npagination:\n  data: collections.posts\n  size: 5\n---\n", "abc"),
    ],
)
def test_collections_are_listings(text: str, names: str) -> None:
    inner = "{% for post in collections.posts %}x{% endfor %}"
    parts = {"src/_includes/list.njk": inner, "src/_includes/home.njk": inner}
    assert listed({"src/index.njk": text, **POSTS, **parts}) == [f"src/blog/{name}.md" for name in names]


@pytest.mark.parametrize(
    ("added", "names"),
    [
        ("(c) => c.getFilteredByGlob('src/blog/*.md')", "abc"),
        ("(c) => c.getFilteredByGlob(['./src/blog/a.md', 'src/blog/b.*'])", "ab"),
        ("function (c) { return c.getFilteredByTag('b').reverse(); }", "b"),
        ("(c) => pick(c)", "abc"),
    ],
)
def test_collections_of_the_config(added: str, names: str) -> None:
    helper = "const pick = (c) => { return c.getFilteredByTag('posts'); };"
    body = f"{helper} eleventyConfig.addCollection('chosen', {added});"
    files = {"src/index.njk": "{% for post in collections.chosen %}x{% endfor %}", **POSTS}
    assert listed(files, body) == [f"src/blog/{name}.md" for name in names]


def test_a_collection_that_code_decides_leaves_orphans_open() -> None:
    files = {"src/index.njk": "{% for post in collections.chosen %}x{% endfor %}", **POSTS}
    body = "eleventyConfig.addCollection('chosen', (c) => mystery(c));"
    assert set(orphan_states(eleventy(files, body)).values()) == {"unknown"}
    assert set(orphan_states(eleventy({"src/index.njk": "x", **POSTS}, body)).values()) == {"checked"}


@pytest.mark.parametrize(
    ("matter", "state"),
    [
        ("", "checked"),
        ("eleventyExcludeFromCollections: true", "intended"),
        ("permalink: /404.html", "intended"),
        ("permalink: '/new/{{ x | strange }}/'", "unknown"),
    ],
)
def test_orphan_states(matter: str, state: str) -> None:
    site = eleventy({"src/index.njk": "home", "src/lost.md": f"---\n{matter}\n---\n"})
    assert orphan_states(site) == {"src/lost.md": state}


def test_tags_of_folders_and_files_add_up() -> None:
    data = {"src/blog/blog.json": '{"tags": "posts"}', "src/blog/x.md": "---\ntags: more\n---\n"}
    both = "{% for p in collections.posts %}x{% endfor %}{% for p in collections.more %}x{% endfor %}"
    assert listed({"src/index.njk": both, **data, "src/y.md": "---\ntags: 'more, other'\n---\n"}) == [
        "src/blog/x.md",
        "src/y.md",
    ]


def test_the_navigation_plugin_lists_what_has_a_key() -> None:
    keyed = "---\neleventyNavigation:\n  key: K\n---\n"
    files = {"src/index.njk": "home", "src/a.md": keyed, "src/b.md": "# B"}
    assert listed(files, "require('@11ty/eleventy-navigation');") == ["src/a.md"]
    assert listed(files) == []
    loop = "{% for entry in collections.all | eleventyNavigation %}x{% endfor %}"
    assert listed({**files, "src/index.njk": loop}) == ["src/a.md"]


def test_layouts_link_from_the_home_page() -> None:
    layout = '<nav><a href="/a/">A</a><a href="{{ post.url }}">p</a></nav>{{ content }}'
    files = {"src/index.njk": "---\nlayout: base\n---\n", "src/_includes/base.njk": layout, "src/a.md": ""}
    site = eleventy(files)
    assert [(link.source.path, link.place, link.status) for link in site.links] == [("src/index.njk", "nav", "ok")]
    unused = eleventy({**files, "src/index.njk": "home"})
    assert not unused.links


def test_the_previous_and_the_next_page() -> None:
    layout = {"src/_includes/post.njk": "{% set next = collections.posts | getNextCollectionItem %}"}
    posts = {path: text.replace("---\ntags", "---\nlayout: post\ntags") for path, text in POSTS.items()}
    found = listed({"src/index.njk": "home", **layout, **posts}, source="src/blog/b.md")
    assert {"src/blog/a.md", "src/blog/c.md"} <= set(found)


TAGGED = "---\npagination: {data: collections, size: 1, alias: tag, filter: [all, posts]}\npermalink: %s\n---\n"
NUMBERED = "---\npagination: {data: collections.posts, size: 2}\n%s\n---\n"


@pytest.mark.parametrize(
    ("matter", "urls", "not_urls"),
    [
        (TAGGED % "'/tags/{{ tag | slugify }}/'", ["/tags/a/", "/tags/c/"], ["/tags/posts/", "/tags/none/"]),
        (NUMBERED % "", ["/list/", "/list/1/"], ["/list/2/"]),
        (NUMBERED % "permalink: '/n/{{ pagination.pageNumber + 1 }}/'", ["/n/1/", "/n/2/"], ["/n/3/"]),
        (
            NUMBERED % "permalink: '/n/{% if pagination.pageNumber > 0 %}p{{ pagination.pageNumber }}/{% endif %}'",
            ["/n/", "/n/p1/"],
            ["/n/p2/"],
        ),
        (
            "---\npagination: {data: words, size: 1, alias: word}\npermalink: '/w/{{ word.id }}/'\n---\n",
            ["/w/one/", "/w/two/"],
            ["/w/three/"],
        ),
    ],
)
def test_pages_of_lists(matter: str, urls: list[str], not_urls: list[str]) -> None:
    words = {"src/_data/words.json": '[{"id": "one"}, {"id": "two"}]'}
    site: Site = eleventy({"src/list.njk": matter, **POSTS, **words})
    assert [site.by_url[url].path for url in urls] == ["src/list.njk"] * len(urls)
    assert not site.by_url.keys() & set(not_urls)
    assert site.by_path["src/list.njk"].kind == "pagination"


def test_a_list_that_code_makes_has_pages_of_a_form() -> None:
    files = {"src/list.njk": TAGGED % "'/tags/{{ tag | strange }}/'", "src/x.md": "[a](/tags/q/) [b](/tag/q/)"}
    assert [link.status for link in written_links(eleventy(files), "src/x.md")] == ["ok", "missing"]


def test_languages_have_homes_of_their_own() -> None:
    files = {"src/index.njk": "home", "src/de/index.md": "---\nlang: de\n---\n", "src/en/index.md": "x"}
    config = {".eleventy.js": CONFIG.format(body="", returned=SRC), **files}
    assert {page.path for page in make_site(config).pages if page.root} >= {"src/index.njk", "src/de/index.md"}
