"""Eleventy: addresses, data, destinations. What is said here of Eleventy was compared with builds of version 3.1."""

import pytest

from linklint.model.site import Link, Site
from tests.site.sites import make_site, written_links

CONFIG = "module.exports = function (eleventyConfig) {{ {body} return {{ {returned} }}; }};"
SRC = "dir: { input: 'src' }"
LAYOUT = {"src/_includes/base.njk": "<main>{{ content }}</main>"}


def eleventy(files: dict[str, str], body: str = "", returned: str = SRC) -> Site:
    """A site with this in its config."""
    return make_site({".eleventy.js": CONFIG.format(body=body, returned=returned), **LAYOUT, **files})


def url_of(path: str, matter: str = "", body: str = "", returned: str = SRC, **files: str) -> str | None:
    named = {name.replace("__", "/"): text for name, text in files.items()}
    page = eleventy({path: f"---\n{matter}\n---\ntext", **named}, body, returned).by_path.get(path)
    return page.url if page and page.framework == "eleventy" else None


def link(text: str, *others: str, source: str = "src/a/b.md", body: str = "", returned: str = SRC) -> Link:
    site = eleventy({**dict.fromkeys(others, "---\ntitle: T\n---\n# T\n"), source: text}, body, returned)
    return written_links(site, source)[0]


@pytest.mark.parametrize(
    ("path", "matter", "url"),
    [
        ("src/about.md", "", "/about/"),
        ("src/index.njk", "", "/"),
        ("src/a/index.html", "", "/a/"),
        ("src/a/a.liquid", "", "/a/"),
        ("src/a/b/c.md", "", "/a/b/c/"),
        ("src/2024-01-02-x.md", "", "/2024-01-02-x/"),
        ("src/robots.txt.njk", "", "/robots.txt/"),
        ("src/a.md", "permalink: /x.html", "/x.html"),
        ("src/a.md", "permalink: x/index.html", "/x/"),
        ("src/a.md", "permalink: {build: /x/}", "/x/"),
        ("src/a/2024-01-02-x.md", 'permalink: "/n/{{ page.fileSlug }}/"', "/n/x/"),
        ("src/a/2024-01-02-x.md", 'permalink: "{{ page.filePathStem }}.html"', "/a/x.html"),
        ("src/a/index.md", 'permalink: "/n/{{ page.fileSlug }}/"', "/n/a/"),
        ("src/a.md", 'title: "It\'s Ä"\npermalink: "/n/{{ title | slugify }}/"', "/n/its-ae/"),
        ("src/a.md", "permalink: false", None),
        ("src/a.md", "permalink: /data.json", None),
        ("other/a.md", "", None),
        ("src/_data/a.md", "", None),
        ("src/_includes/a.md", "", None),
        ("src/node_modules/x/a.md", "", None),
    ],
)
def test_addresses(path: str, matter: str, url: str | None) -> None:
    assert url_of(path, matter) == url


@pytest.mark.parametrize(
    ("data", "url"),
    [
        ({"src/a/a.json": '{"permalink": "/n/{{ page.fileSlug }}/"}'}, "/n/b/"),
        ({"src/a/a.11tydata.json": '{"permalink": "/n/"}', "src/a/a.json": '{"permalink": "/o/"}'}, "/n/"),
        ({"src/a/a.11tydata.js": "module.exports = { permalink: '/n/' };"}, "/n/"),
        ({"src/a/a.11tydata.js": "export default () => ({ permalink: `/n/` })"}, "/n/"),
        ({"src/a/a.11tydata.js": "export const permalink = '/n/';"}, "/n/"),
        ({"src/a/a.11tydata.js": "const a = {};\na.permalink = '/n/';\nmodule.exports = a;"}, "/n/"),
        ({"src/a/b.11tydata.json": '{"permalink": "/own/"}', "src/a/a.json": '{"permalink": "/n/"}'}, "/own/"),
        ({"src/src.json": '{"permalink": "/top/"}', "src/a/a.json": '{"permalink": "/n/"}'}, "/n/"),
        ({"src/a/a.11tydata.js": "export default { permalink: (data) => `/n/${data.title}/` };"}, "/n/T/"),
        (
            {"src/a/a.11tydata.js": "module.exports = {eleventyComputed: {permalink(d) { return '/c/'; }, x: 1}};"},
            "/c/",
        ),
        ({"src/_data/permalink.json": '"/all/{{ page.fileSlug }}/"'}, "/all/b/"),
        ({"src/c/c.json": '{"permalink": "/n/"}'}, "/a/b/"),
    ],
)
def test_addresses_of_data_files(data: dict[str, str], url: str) -> None:
    site = eleventy({"src/a/b.md": "---\ntitle: T\n---\n", **data})
    assert site.by_path["src/a/b.md"].url == url


def test_front_matter_in_javascript() -> None:
    site = eleventy({
        "src/a.md": "---js\nconst title = 'One';\nconst permalink = '/one/';\n---\n# Heading\n",
        "src/b.md": "---js\n{ title: 'Two', permalink: '/two/', f: () => 1 }\n---\n# Heading\n",
    })  # fmt: skip
    assert [(page.url, page.title) for page in site.pages] == [("/one/", "One"), ("/two/", "Two")]


@pytest.mark.parametrize(
    ("config", "path"),
    [
        ("export const config = { dir: { input: 'src' } };", "src/x.md"),
        ("export default function (c) { c.setInputDirectory('src'); }", "src/x.md"),
        ("const input = 'src'; module.exports = () => ({ dir: { input } });", "src/x.md"),
        ("module.exports = {};", "x.md"),
    ],
)
def test_where_the_input_lies(config: str, path: str) -> None:
    site = make_site({"eleventy.config.js": config, path: "# X", "docs.txt": ""})
    assert site.by_path[path].url == "/x/"


def test_the_command_line_of_package_json() -> None:
    manifest = '{"scripts": {"build": "npx @11ty/eleventy --input=pages --config=conf.js"}}'
    config = "module.exports = { markdownTemplateEngine: false };"
    site = make_site({"package.json": manifest, ".eleventy.js": "", "conf.js": config, "pages/x.md": "# X"})
    assert site.by_path["pages/x.md"].url == "/x/"


def test_an_input_that_code_decides_breaks_nothing() -> None:
    config = "module.exports = () => ({ dir: { input: pick() } });"
    site = make_site({".eleventy.js": config, "src/x.md": "[a](/nowhere/) [b](y.md)", "src/y.md": ""})
    assert {each.status for each in written_links(site, "src/x.md")} == {"unresolvable"}
    assert not [page for page in site.pages if page.framework == "eleventy" and page.orphan == "checked"]


@pytest.mark.parametrize(
    ("ignore", "url"),
    [
        ({".eleventyignore": "src/x.md"}, None),
        ({".eleventyignore": "src"}, None),
        ({".gitignore": "src/x.md"}, None),
        ({"src/.eleventyignore": "x.md"}, None),
        ({".eleventyignore": "# src/x.md\n!src/x.md\nx.md"}, "/x/"),
        ({}, "/x/"),
    ],
)
def test_ignore_files(ignore: dict[str, str], url: str | None) -> None:
    page = eleventy({"src/x.md": "", "src/y.md": "", **ignore}).by_path.get("src/x.md")
    assert (page.url if page else None) == url


@pytest.mark.parametrize(
    ("body", "url"),
    [
        ("eleventyConfig.ignores.add('src/x.md');", None),
        ("eleventyConfig.ignores.add('src/**/*.md');", None),
        ("// eleventyConfig.ignores.add('src/x.md');\n", "/x/"),
        ("if (process.env.A) { eleventyConfig.ignores.add('src/x.md'); }", "/x/"),
    ],
)
def test_ignores_of_the_config(body: str, url: str | None) -> None:
    assert url_of("src/x.md", body=body) == url


def test_what_only_some_builds_ignore_is_no_orphan_for_certain() -> None:
    body = "if (process.env.A) { eleventyConfig.ignores.add('src/x.md'); }"
    assert eleventy({"src/x.md": "", "src/index.md": ""}, body).by_path["src/x.md"].orphan == "unknown"


def test_an_ignored_page_is_not_read_as_github_would() -> None:
    ignore = {".eleventyignore": "**/_*.md\n**/README.md"}
    site = eleventy({"src/_draft.md": "[x](/tags/)", "src/README.md": "[x](none.md)", **ignore})
    assert "src/_draft.md" not in site.by_path
    assert written_links(site, "src/README.md")[0].status == "missing"


@pytest.mark.parametrize(
    ("formats", "path", "url"),
    [
        ("", "src/x.webc", None),
        ("templateFormats: ['webc', 'md'],", "src/x.webc", "/x/"),
        ("templateFormats: 'md,html',", "src/x.njk", None),
        ("templateFormats: ['md'],", "src/x.md", "/x/"),
    ],
)
def test_template_formats(formats: str, path: str, url: str | None) -> None:
    assert url_of(path, returned=formats + SRC) == url


@pytest.mark.parametrize(
    ("convention", "published"),
    [("eleventyConfig.addPreprocessor('d', '*', (data) => { if (data.draft) return false; });", False), ("", True)],
)
def test_drafts_are_left_out_only_by_convention(convention: str, published: bool) -> None:
    site = eleventy({"src/x.md": "---\ndraft: true\n---\n"}, convention)
    assert site.by_path["src/x.md"].published is published


def test_a_computed_permalink_that_only_leaves_drafts_out() -> None:
    code = "eleventyConfig.addGlobalData('eleventyComputed.permalink', () => (data) => { if (data.draft) return false; return data.permalink; });"  # fmt: skip  # noqa: E501 - one line of a config
    assert url_of("src/x.md", "permalink: /y/", code) == "/y/"


def test_files_of_github_are_read_as_github_shows_them() -> None:
    site = make_site({".eleventy.js": "", "README.md": "[x](LICENSE)", "LICENSE": "", "news.md": "[x](../README.md)"})
    assert {page.path: page.framework for page in site.pages} == {"README.md": "plain", "news.md": "eleventy"}
    assert [each.status for each in site.links] == ["asset", "missing"]
