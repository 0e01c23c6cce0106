"""Jekyll: addresses, tags, fragments, what templates list. After Jekyll's own source and documentation."""

import pytest

from linklint.model.site import Link, Site
from tests.site.sites import make_site, orphan_states, written_links

GEMFILE = {"Gemfile": "gem 'jekyll'"}
LAYOUTS = {"_layouts/default.html": "{{ content }}", "_layouts/post.html": "---\nlayout: default\n---\n{{ content }}"}


def blog(config: str = "title: Blog\nmarkdown: kramdown", gemfile: bool = True, **files: str) -> Site:
    """A site with this config and two layouts; without a Gemfile GitHub Pages builds it."""
    return make_site({"_config.yml": config, **(GEMFILE if gemfile else {}), **LAYOUTS, **files})


def url_of(path: str, matter: str = "", config: str = "markdown: kramdown") -> str | None:
    site = blog(config, **{path: f"---\n{matter}\n---\ntext"})
    page = site.by_path.get(path)
    return page.url if page else None


def link(
    text: str, config: str = "markdown: kramdown", source: str = "a.md", gemfile: bool = True, **files: str
) -> Link:
    site = blog(config, gemfile, **{source: f"---\nlayout: default\n---\n{text}", **files})
    return written_links(site, source)[0]


@pytest.mark.parametrize(
    ("path", "matter", "config", "url"),
    [
        ("about.md", "", "markdown: kramdown", "/about.html"),
        ("about.md", "", "permalink: pretty", "/about/"),
        ("about.md", "", "permalink: /:path/", "/about/"),
        ("docs/index.md", "", "permalink: pretty", "/docs/"),
        ("index.html", "", "permalink: date", "/"),
        ("a/b.md", "permalink: /c/", "permalink: pretty", "/c/"),
        ("_posts/2024-03-05-First-Post.md", "", "markdown: kramdown", "/2024/03/05/First-Post.html"),
        ("_posts/2024-03-05-x.md", "categories: [Garden, soil]", "permalink: pretty", "/garden/soil/2024/03/05/x/"),
        ("news/_posts/2024-03-05-x.md", "", "permalink: none", "/news/x.html"),
        ("_posts/2024-03-05-x.md", "slug: other name", "permalink: /blog/:slug/", "/blog/other-name/"),
        ("_posts/2024-03-05-x.md", "date: 2023-01-02", "permalink: /:year/:i_day/:title", "/2023/2/x"),
        ("_posts/2024-03-05-x.md", "", "permalink: /:short_year/:y_day/:title/", "/24/065/x/"),
        ("_docs/sub/x.md", "", "collections: {docs: {output: true}}", "/docs/sub/x.html"),
        ("_docs/sub/x.md", "", "collections: {docs: {output: true, permalink: '/:path/'}}", "/sub/x/"),
        ("_docs/x.md", "", "collections: {docs: {output: true, permalink: '/:collection/:title/'}}", "/docs/x/"),
        ("all/_docs/x.md", "", "collections_dir: all\ncollections: {docs: {output: true}}", "/docs/x.html"),
    ],
)
def test_addresses(path: str, matter: str, config: str, url: str) -> None:
    assert url_of(path, matter, config) == url


@pytest.mark.parametrize(
    ("path", "config"),
    [
        ("_docs/x.md", "collections: [docs]"),
        ("_other/x.md", "markdown: kramdown"),
        ("vendor/bundle/x.md", "markdown: kramdown"),
        ("notes/x.md", "exclude: [notes]"),
        ("_layouts/x.html", "markdown: kramdown"),
        ("_posts/undated/_x.md", "markdown: kramdown"),
    ],
)
def test_files_that_are_no_pages(path: str, config: str) -> None:
    page = blog(config, **{path: "---\n---\ntext"}).by_path.get(path)
    assert page is None or page.framework != "jekyll"


def test_defaults_give_permalinks_and_the_more_precise_scope_wins() -> None:
    config = """
defaults:
- {scope: {path: "guides/deep"}, values: {permalink: /deep/:basename/}}
- {scope: {path: "guides"}, values: {permalink: /g/:basename/}}
"""
    assert url_of("guides/a.md", "", config) == "/g/a/"
    assert url_of("guides/deep/a.md", "", config) == "/deep/a/"
    assert url_of("other.md", "", config) == "/other.html"


def test_drafts_and_unpublished_pages_are_unpublished_and_future_posts_are_not() -> None:
    site = blog(
        **{
            "_drafts/x.md": "---\n---\n",
            "y.md": "---\npublished: false\n---\n",
            "_posts/2999-01-01-z.md": "---\n---\n",
        }
    )
    assert [(page.path, page.published) for page in site.pages] == [
        ("_drafts/x.md", False), ("_posts/2999-01-01-z.md", True), ("y.md", False),
    ]  # fmt: skip


def test_markdown_without_front_matter_is_a_page_only_where_github_builds_the_site() -> None:
    assert "a.md" not in blog("title: x\nplugins: []", **{"a.md": "# A"}).by_path
    assert blog("title: x\nplugins: []", gemfile=False, **{"a.md": "# A"}).by_path["a.md"].url == "/a.html"


def test_links_are_relative_to_the_url_and_not_to_the_file() -> None:
    other = {"b.md": "---\npermalink: /guides/b/\n---\n"}
    assert link("[x](../b/)", source="c.md", **other).status == "missing"
    assert link("[x](guides/b/)", source="c.md", **other).status == "ok"
    assert link("[x](guides/b)", source="c.md", **other).status == "ok"
    assert link("[x](b.md)", source="c.md", **other).status == "missing"
    assert link("[x](b.md)", source="c.md", gemfile=False, **other).status == "ok"


def test_text_files_of_a_collection_and_feeds_have_addresses_too() -> None:
    config = "collections: {licenses: {output: true, permalink: '/licenses/:path/'}}"
    files = {"_licenses/mit.txt": "---\ntitle: MIT\n---\n", "assets/feed.xml": "---\npermalink: /feed.xml\n---\n"}
    assert link("[x](/licenses/mit/)", config, **files).status == "asset"
    assert link("[x](/feed.xml)", config, **files).status == "asset"
    assert link("[x](/licenses/gone/)", config, **files).status == "missing"


def test_ids_that_a_loop_makes_are_unknown() -> None:
    page = {"b.html": '---\n---\n<h2 id="{{ license.id }}">x</h2><p id="p">'}
    assert link("[x](/b.html#mit)", **page).status == "fragment-unverifiable"
    assert link("[x](/b.html#p)", **page).status == "ok"


def test_files_are_found_at_their_own_path() -> None:
    assert link("[x](/assets/x.pdf)", **{"assets/x.pdf": ""}).status == "asset"
    assert link("[x](/assets/y.pdf)", **{"assets/x.pdf": ""}).status == "asset-missing"
    assert link("[x](/assets/x.css)", **{"assets/x.scss": ""}).status == "asset"


@pytest.mark.parametrize(
    ("href", "status"),
    [
        ("{% link _docs/x.md %}", "ok"),
        ("{% link _docs/x.md %}#there", "ok"),
        ("{% link _docs/x.md %}#gone", "fragment-missing"),
        ("{% link _docs/gone.md %}", "missing"),
        ("{% link {{ page.other }} %}", "unresolvable"),
        ("{% post_url 2024-03-05-first %}", "ok"),
        ("{% post_url 2024-03-06-first %}", "missing"),
        ("{{ '/docs/x/' | relative_url }}", "ok"),
        ('{{ "/docs/y/" | absolute_url }}', "missing"),
        ("{{ site.baseurl }}/docs/x/", "ok"),
        ("{{ site.url }}{{ site.baseurl }}/docs/x/", "ok"),
        ("{{ site.baseurl }}{% link _docs/x.md %}", "ok"),
        ("{{ site.repository }}/issues/1", "external"),
        ("{{ page.home }}", "ok"),
        ("{{ site.data.links.home }}", "unresolvable"),
        ("{{ '/docs/' | append: 'x/' }}", "ok"),
        ("https://blog.example/base/docs/x/", "ok"),
        ("https://blog.example/base/docs/y/", "external"),
        ("/docs/x/", "ok"),
        ("/base/docs/x/", "ok"),
        ("/base/docs/y/", "missing"),
        ("/other-project/", "opaque"),
    ],
)
def test_tags_and_expressions(href: str, status: str) -> None:
    config = """
url: https://blog.example
baseurl: /base
repository: https://github.com/me/blog
collections: {docs: {output: true, permalink: "/docs/:name/"}}
"""
    files = {"_docs/x.md": "---\n---\n## There", "_posts/2024-03-05-first.md": "---\n---\n"}
    site = blog(config, **{"a.md": f"---\nhome: /base/docs/x/\n---\n[x]({href})", **files})
    assert written_links(site, "a.md")[0].status == status


@pytest.mark.parametrize(
    ("heading", "config", "fragment", "status"),
    [
        ("## What is *new*?", "", "what-is-new", "ok"),
        ("## 1.0 Über `x_y`", "", "10-über-x_y", "ok"),
        ("## Same\n\n## Same", "", "same-1", "ok"),
        ("## Same\n\n## Same", "", "same-2", "fragment-missing"),
        ("## Long\n{: #short}", "", "short", "ok"),
        ("## Long\n{: #short}", "", "long", "fragment-missing"),
        ("## Long {#short}", "", "short", "ok"),
        ("## 1.0 Über x_y", "kramdown: {input: kramdown}", "ber-xy", "ok"),
        ("## Title", "kramdown: {auto_ids: false}", "title", "fragment-missing"),
        ("A[^note].\n\n[^note]: B", "", "fnref:note", "ok"),
        ("A[^note].\n\n[^note]: B", "", "note", "fragment-missing"),
        ("## Title", "kramdown: {auto_id_prefix: id-}", "id-title", "ok"),
        ("## {{ page.title }}", "", "whatever", "fragment-unverifiable"),
        ("## A\n\n## {{ page.title }}", "", "a", "ok"),
        ("## A\n\n{% include gone.html %}", "", "b", "fragment-unverifiable"),
        ("## A\n\n{% include part.html %}", "", "part", "ok"),
        ("## A\n\n{% include part.html %}", "", "apart", "fragment-missing"),
    ],
)
def test_fragments(heading: str, config: str, fragment: str, status: str) -> None:
    files = {"_includes/part.html": '<p id="part">part</p>'}
    found = link(f"[x](#{fragment})\n\n{heading}\n", config or "markdown: kramdown", **files)
    assert found.status == status


@pytest.mark.parametrize(
    ("config", "status"),
    [
        ("markdown: kramdown", "fragment-missing"),
        ("kramdown: {parse_block_html: true}", "ok"),
        ("markdown: CommonMark", "ok"),
    ],
)
def test_whether_markdown_stands_in_html(config: str, status: str) -> None:
    assert link("<div>\n\n## Shown\n\n</div>\n\n[x](#shown)", config).status == status


def test_redirects_of_front_matter() -> None:
    files = {
        "b.md": "---\nredirect_from: [/old/, older]\n---\n",
        "gone.md": "---\nredirect_to: https://x.example/\n---\n",
    }
    assert link("[x](/old/)", **files).target is not None
    assert link("[x](/old/)", **files).status == "redirect"
    assert link("[x](/older)", **files).status == "redirect"
    assert link("[x](/gone.html)", **files).status == "redirect"
    assert "gone.md" not in blog(**files).by_path


POSTS = {f"_posts/2024-01-0{day}-p{day}.md": "---\nlayout: post\n---\n" for day in (1, 2, 3)}
INDEX = "---\nlayout: default\n---\n"


def test_posts_that_a_loop_lists_are_no_orphans() -> None:
    loop = '{% for post in site.posts %}<a href="{{ post.url }}">x</a>{% endfor %}'
    assert orphan_states(blog(**POSTS, **{"index.html": INDEX + loop})) == {}
    listed = [link for link in blog(**POSTS, **{"index.html": INDEX + loop}).links if link.generated]
    assert {found.source.path for found in listed} == {"index.html"}


def test_posts_that_nothing_lists_are_orphans() -> None:
    first = "{% assign first = site.posts | first %}"
    assert set(orphan_states(blog(**POSTS, **{"index.html": INDEX + first})).values()) == {"checked"}


def test_what_a_theme_links_is_unknown() -> None:
    states = orphan_states(blog("theme: minima", **POSTS, **{"index.html": INDEX}))
    assert set(states.values()) == {"unknown"}
    states = orphan_states(blog(**{"a.md": "---\nlayout: of-a-gem\n---\n", "index.html": INDEX}))
    assert states == {"a.md": "unknown"}


def test_literal_links_of_layouts_and_data_files_in_use_are_navigation() -> None:
    files = {
        "_layouts/default.html": "{% include nav.html %}{{ content }}",
        "_includes/nav.html": '<a href="/a.html">A</a>{% for x in site.data.nav %}{{ x.url }}{% endfor %}',
        "_includes/unused.html": '<a href="/gone.html">x</a>',
        "_data/nav.yml": "- title: B\n  url: /b.html\n- title: C\n  url: /c.html\n- title: D\n  url: /d.html\n",
        **{f"{name}.md": "---\nlayout: default\n---\n" for name in "abc"},
        "index.html": INDEX,
    }
    site = blog(**files)
    navigation = {(found.file, found.written.href if found.written else "", found.status) for found in site.links}
    assert navigation == {
        ("_includes/nav.html", "/a.html", "ok"), ("_data/nav.yml", "/b.html", "ok"), ("_data/nav.yml", "/c.html", "ok"),
        ("_data/nav.yml", "/d.html", "missing"),
    }  # fmt: skip
    assert orphan_states(site) == {}


def test_a_data_file_whose_addresses_lead_elsewhere_is_no_navigation() -> None:
    files = {
        "_layouts/default.html": "{% for x in site.data.shop %}{{ x.url }}{% endfor %}{{ content }}",
        "_data/shop.yml": "- url: /a.html\n- url: /b\n- url: /c\n",
        "a.md": "---\n---\n",
        "index.html": INDEX,
    }
    assert [found for found in blog(**files).links if found.file == "_data/shop.yml"] == []


def test_archives_of_plugins_are_opaque() -> None:
    assert link("[x](/tags/soil/)", "plugins: [jekyll-archives]").status == "opaque"
    assert link("[x](/page2/)", "paginate: 5").status == "opaque"
    assert link("[x](/feed.xml)", "plugins: [jekyll-feed]").status == "opaque"
    assert link("[x](/tags/soil/)", "plugins: [jekyll-feed]").status == "missing"


@pytest.mark.parametrize(
    "files",
    [
        {"test/fixtures/_config.yml": "theme: x", "test/fixtures/a.md": "---\n---\n"},
        {"book/_config.yml": "title: Jupyter", "book/_toc.yml": "", "book/a.md": ""},
        {"_config.yml": "theme: landscape\npermalink: x", "source/_posts/a.md": "", "scaffolds/post.md": ""},
        {"_config.yml": "title: nothing of Jekyll's", "a.md": ""},
        {"README.md": "a repository that GitHub Pages may show", "index.md": ""},
    ],
)
def test_what_is_no_jekyll_site(files: dict[str, str]) -> None:
    assert "jekyll" not in {each.name for each in make_site(files).frameworks}
