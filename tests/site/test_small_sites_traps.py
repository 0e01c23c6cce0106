"""Traps of small sites: ids that a template gives to headings, what a script shows, how a build names a picture."""

from __future__ import annotations

import pytest

from tests.site.sites import make_site, orphan_states, status_of, written_links


def statuses(files: dict[str, str], path: str) -> dict[str, str]:
    return {link.written.href: link.status for link in written_links(make_site(files), path) if link.written}


@pytest.mark.parametrize(("package", "status"), [("@sindresorhus/slugify", "ok"), ("slugify", "fragment-missing")])
def test_ids_that_a_plugin_of_a_nextjs_site_makes(package: str, status: str) -> None:
    files = {
        "next.config.mjs": "import rehype from './mdx/rehype.mjs'\nexport default {}\n",
        "package.json": f'{{"dependencies": {{"next": "15", "rehype-slug": "6", "{package}": "2"}}}}',
        "src/pages/why.mdx": "## Why GardenBird\n\n## v0.65.0\n\n[a](#why-garden-bird) [b](#v0-65-0) [c](#gone)",
    }
    found = statuses(files, "src/pages/why.mdx")
    assert found == {"#why-garden-bird": status, "#v0-65-0": status, "#gone": "fragment-missing"}


def test_places_in_the_description_of_an_api() -> None:
    page = "[a](api.md#tag/Roses/operation/plant) [b](api.md#operation/plant) [c](api.md#operations)"
    found = statuses({"_quarto.yml": "project: {type: website}\n", "a.md": page, "api.md": "# API\n"}, "a.md")
    assert list(found.values()) == ["fragment-unverifiable", "fragment-unverifiable", "fragment-missing"]


@pytest.mark.parametrize(
    ("href", "status"),
    [("REPLACE_ORDER_URL", "unresolvable"), ("REPLACE_ME", "unresolvable"), ("REPLACEMENTS", "missing")],
)
def test_what_a_program_replaces(href: str, status: str) -> None:
    assert status_of(href) == status
    assert status_of(href, source="mail.html") == status


@pytest.mark.parametrize(
    ("config", "status"),
    [
        ('"anchors": [{"name": "API", "url": "rest", "openapi": "https://example.com/openapi.json"}]', "opaque"),
        ('"tabs": [{"name": "API", "url": "rest", "openapi": "https://example.com/openapi.json"}]', "opaque"),
        ('"anchors": [{"name": "API", "url": "https://example.com/rest"}]', "missing"),
    ],
)
def test_pages_of_an_api_that_lies_elsewhere(config: str, status: str) -> None:
    said = f'{{"name": "Garden", "colors": {{}}, {config}, "navigation": [{{"group": "A", "pages": ["guides/a"]}}]}}'
    page = "---\ntitle: A\n---\n\n[plant](../rest/roses/plant) [gone](./gone)"
    found = statuses({"mint.json": said, "guides/a.mdx": page}, "guides/a.mdx")
    assert found == {"../rest/roses/plant": status, "./gone": "missing"}


def test_the_name_that_a_build_of_docusaurus_gives_to_a_picture() -> None:
    built = "877276f37f74e65e5f7a2a898de69fee"
    page = f'<img src="/assets/images/rose-{built}.webp" /> <img src="/assets/images/oak-{built}.webp" />'
    files = {
        "docusaurus.config.js": "module.exports = {presets: [['classic', {}]]};\n",
        "blog/2024-04-22-roses.md": page,
        "blog/images/rose.webp": "",
    }
    assert list(statuses(files, "blog/2024-04-22-roses.md").values()) == ["opaque", "asset-missing"]


def test_what_doxygen_writes_for_crawlers_is_no_page() -> None:
    site = make_site(
        {"index.html": "<title>A</title>", "doxygen_crawl.html": "<title>B</title><a href=index.html></a>"}
    )
    assert [page.path for page in site.pages] == ["index.html"]


TOPS = {
    "next.config.js": "module.exports = {}\n",
    "package.json": '{"dependencies": {"next": "15", "rehype-slug": "6"}}',
    "src/pages/[...slug].tsx": "",
    "content/docs/roses.md": "# Roses\n\n## Soil\n",
    "content/docs/about.md": "# About\n",
    "src/pages/about.tsx": "",
} | {f"content/docs/beds/bed-{number}.md": f"# Bed {number}\n" for number in range(60)}
BEDS = " ".join(f"[{number}](/beds/bed-{number})" for number in range(60))


def test_where_short_addresses_lead_as_the_long_ones_tell() -> None:
    page = f"[a](/roses) [b](/roses#soil) [c](/roses#gone) [d](/about#gone) [e](/tulips)\n\n{BEDS}"
    found = statuses(TOPS | {"content/docs/start.md": page}, "content/docs/start.md")
    assert [found[href] for href in ("/roses", "/roses#soil", "/roses#gone")] == ["ok", "ok", "fragment-missing"]
    assert [found[href] for href in ("/about#gone", "/tulips")] == ["opaque", "opaque"]


def test_few_long_addresses_tell_nothing_of_short_ones() -> None:
    page = "[a](/roses) [b](/beds/bed-1)"
    assert statuses(TOPS | {"content/docs/start.md": page}, "content/docs/start.md")["/roses"] == "opaque"


@pytest.mark.parametrize(
    ("fragment", "status"),
    [
        ("comment-429725642", "fragment-unverifiable"),
        ("dc-comment-5021", "fragment-unverifiable"),
        ("disqus_thread", "fragment-unverifiable"),
        ("comment-5", "fragment-missing"),
        ("comments", "fragment-missing"),
    ],
)
def test_comments_below_a_post(fragment: str, status: str) -> None:
    files = {
        "hugo.toml": "title = 'x'\n",
        "content/posts/a.md": "# A\n",
        "content/posts/b.md": f"[x](/posts/a/#{fragment})",
    }
    assert list(statuses(files, "content/posts/b.md").values()) == [status]


@pytest.mark.parametrize(("config", "status"), [("logseq/config.edn", "asset"), (".obsidian/graph.json", "mistyped")])
def test_pictures_that_logseq_names_after_a_page(config: str, status: str) -> None:
    files = {
        config: "{}",
        ".obsidian/app.json": "{}",
        "pages/A.md": "- ![a](../assets/one year_0.png)\n- [[A]]\n",
        "assets/one year_0.png": "",
    }
    found = statuses(files, "pages/A.md")
    assert found["../assets/one year_0.png"] == status


README = "[styles](assets/_sass/main.scss) [gone](assets/_sass/gone.scss)"
PAGES = {"assets/_sass/main.scss": "", "_layouts/page.html": "{{ content }}"}


@pytest.mark.parametrize(
    ("config", "others", "status"),
    [
        ("permalink: pretty\n", ("index.html",), "asset"),
        ("permalink: pretty\ninclude: [README.md]\n", ("index.html",), "asset-missing"),
        ("permalink: pretty\n", (), "asset-missing"),  # it is the site's index
    ],
)
def test_a_readme_beside_the_index_of_a_site_that_github_builds(
    config: str, others: tuple[str, ...], status: str
) -> None:
    files = {"_config.yml": config, "README.md": README, **PAGES, **dict.fromkeys(others, "---\n---\n<p>x</p>")}
    assert list(statuses(files, "README.md").values()) == [status, "asset-missing"]


def test_what_a_program_copies_is_written_for_another_place() -> None:
    text = "[licence](LICENSE.md)"
    assert status_of("LICENSE.md", source="plop-templates/page.md") == "opaque"
    assert status_of("LICENSE.md", source="plop-templates/README.md") == "missing"
    files = {"README.md": "# A\n", "boilerplate/A.md": text, "boilerplates.md": text}
    assert orphan_states(make_site(files))["boilerplate/A.md"] == "intended"
    assert orphan_states(make_site(files))["boilerplates.md"] == "checked"


def test_a_piece_that_a_template_of_eleventy_shows_as_code() -> None:
    config = "module.exports = () => ({dir: {input: 'src'}, templateFormats: ['html', 'md', 'njk']})\n"
    files = {
        ".eleventy.js": config,
        "src/index.njk": '{% highlight html %}{% include "./examples/hello.html" %}{% endhighlight %}',
        "src/examples/hello.html": "<p>Hello</p>",
        "src/examples/lost.html": "<p>Lost</p>",
    }
    states = orphan_states(make_site(files))
    assert (states["src/examples/hello.html"], states["src/examples/lost.html"]) == ("unknown", "checked")


@pytest.mark.parametrize("config", ["docusaurus.config.js", "gatsby-config.js", "mkdocs.yml", "hugo.toml"])
def test_the_readme_at_the_top_is_githubs_whatever_builds_a_site(config: str) -> None:
    files = {config: "module.exports = {}\n", "README.md": "# A\n\n[x](#a) [y](#gone)", "docs/a.md": "# A\n"}
    files |= {"package.json": '{"dependencies": {"gatsby": "5"}}'} if "gatsby" in config else {}
    assert statuses(files, "README.md") == {"#a": "ok", "#gone": "fragment-missing"}


def test_what_a_tag_of_gitbook_names_is_there_or_missing() -> None:
    text = '{% page-ref page="gone.md" %}\n\n{% page-ref page="README.md" %}\n'
    files = {".gitbook.yaml": "root: ./\n", "SUMMARY.md": "* [A](a.md)\n", "README.md": "# T\n", "a.md": text}
    assert statuses(files, "a.md") == {"gone.md": "missing", "README.md": "ok"}


DOCUSAURUS = "module.exports = {presets: [['classic', {docs: {routeBasePath: '/'}}]], plugins: ['garden-plugin']};\n"


def test_where_a_plugin_of_docusaurus_that_nobody_knows_makes_no_pages() -> None:
    many = {f"docs/beds/bed-{number}.md": f"# Bed {number}\n" for number in range(12)}
    beds = " ".join(f"[{number}](/beds/bed-{number})" for number in range(12))
    page = f"[a](/beds/gone) [b](/garden/gone) {beds}"
    found = statuses({"docusaurus.config.js": DOCUSAURUS, **many, "docs/a.md": page}, "docs/a.md")
    assert (found["/beds/gone"], found["/garden/gone"]) == ("missing", "opaque")
    few = {"docusaurus.config.js": DOCUSAURUS, **many, "docs/a.md": "[a](/beds/gone) [b](/beds/bed-1)"}
    assert statuses(few, "docs/a.md")["/beds/gone"] == "opaque"


def test_addresses_with_a_date_are_posts_whatever_pages_a_plugin_makes() -> None:
    posts = {f"_posts/2020-01-{day:02}-bed.md": "---\ntitle: Bed\n---\n" for day in range(1, 16)}
    links = " ".join(f"[{day}](/2020/01/{day:02}/bed)" for day in range(1, 16))
    page = f"---\ntitle: A\n---\n[a](/2019/02/03/gone) [b](/2020/01) [c](/tag/gone) {links}"
    config = {"_config.yml": "permalink: /:year/:month/:day/:title\n", "index.md": page}
    plugin = {"_plugins/tags.rb": "class Tags < Jekyll::Generator\n  site.pages << Page.new\nend\n"}
    found = statuses({**config, **plugin, **posts}, "index.md")
    assert [found[each] for each in ("/2019/02/03/gone", "/2020/01", "/tag/gone")] == ["missing", "opaque", "opaque"]


def test_gitbook_shows_titles_in_the_place_of_names_of_files() -> None:
    cards = '<table data-view="cards"><tr><td>B</td><td><a href="../b.md">b.md</a></td></tr></table>'
    text = f"[b.md](../b.md) [b.md](c.md) [b](../b.md) {cards}\n"
    files = {".gitbook.yaml": "root: ./\n", "SUMMARY.md": "* [A](a/a.md)\n", "README.md": "# T\n", "a/a.md": text}
    links = written_links(make_site(files), "a/a.md")
    assert [link.written.made for link in links if link.written] == [True, False, False, True]
    plain = written_links(make_site({"a/a.md": text}), "a/a.md")
    assert not any(link.written.made for link in plain if link.written)
