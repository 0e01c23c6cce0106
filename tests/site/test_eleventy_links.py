"""Eleventy: how destinations resolve, fragments, what is not known."""

import pytest

from tests.site.sites import written_links
from tests.site.test_eleventy import SRC, eleventy, link

PATHS = "eleventyConfig.addPlugin(InputPathToUrlTransformPlugin);"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("[x](/c/)", "ok"),
        ("[x](/c)", "ok"),
        ("[x](/c/index.html)", "ok"),
        ("[x](../../c/)", "ok"),
        ("[x](../c/)", "missing"),
        ("[x](../d/)", "ok"),
        ("[x](d.md)", "missing"),
        ("[x](/C/)", "case-mismatch"),
        ("[x](/nowhere/)", "missing"),
        ("[x]({{ '/c/' | url }})", "ok"),
        ("[x]({{ '/nowhere/' | url }})", "missing"),
        ("[x]({{ page.url }})", "ok"),
        ("[x]({{ '/\\c/' | url }})", "missing"),
        ("[x]({{ '\\#t' | url }})", "fragment-missing"),
        ("[x]({{ '/c.md' | inputPathToUrl }})", "ok"),
        ("[x](/c/{{ name }}/)", "unresolvable"),
        ("[x]({{ 'https://other.example/' | custom }})", "external"),
        ("[x](mailto:a@b.example?subject={{ title }})", "external"),
        ("[x](/_includes/base.njk)", "asset-missing"),
        ("[x](/e.pdf)", "asset"),
    ],
)
def test_destinations(text: str, status: str) -> None:
    assert link(text, "src/c.md", "src/a/d.md", "src/e.pdf").status == status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("[x](d.md)", "ok"),
        ("[x](./d.md)", "ok"),
        ("[x](a/d.md)", "ok"),
        ("[x](/a/d.md)", "ok"),
        ("[x](src/a/d.md)", "ok"),
        ("[x](../c.md#t)", "fragment-missing"),
        ("[x](none.md)", "missing"),
        ("[x](c.md)", "ok"),
    ],
)
def test_the_plugin_takes_paths_of_templates(text: str, status: str) -> None:
    assert link(text, "src/c.md", "src/a/d.md", body=PATHS).status == status


def test_a_plugin_in_a_comment_is_off() -> None:
    assert link("[x](d.md)", "src/a/d.md", body=f"/* {PATHS} */").status == "missing"


@pytest.mark.parametrize(
    ("body", "url", "status"),
    [
        ("eleventyConfig.addPassthroughCopy('src/img');", "/img/x.png", "asset"),
        ("eleventyConfig.addPassthroughCopy({ 'public/': '/' });", "/x.pdf", "asset"),
        ("eleventyConfig.addPassthroughCopy({ 'public': 'p' });", "/p/x.pdf", "asset"),
        ("eleventyConfig.addPassthroughCopy({ 'public': 'p' });", "/q/x.pdf", "asset-missing"),
        ("eleventyConfig.addPassthroughCopy({ [pick()]: 'p' });", "/q/x.pdf", "opaque"),
        ("eleventyConfig.addPassthroughCopy({ 'node_modules/x': 'p' });", "/p/y.pdf", "opaque"),
        ("eleventyConfig.addPassthroughCopy({ 'public/**/*.pdf': 'p' });", "/p/x.pdf", "asset"),
    ],
)
def test_copied_files(body: str, url: str, status: str) -> None:
    assert link(f"[x]({url})", "src/img/x.png", "public/x.pdf", body=body).status == status


@pytest.mark.parametrize(
    ("permalink", "url", "status"),
    [
        ('"/new/{{ code | strange }}/"', "/new/1/", "ok"),
        ('"/{{ code | strange }}/{{ page.fileSlug }}-page/"', "/2024/b-page/", "ok"),
        ('"/new/{{ code | strange }}/"', "/m/1/", "missing"),
        ('"{{ code | strange }}/"', "/m/1/", "opaque"),
        ('"/n/x.json"', "/n/x.json", "asset"),
    ],
)
def test_addresses_that_code_decides(permalink: str, url: str, status: str) -> None:
    site = eleventy({"src/a.md": f"[x]({url})", "src/b.md": f"---\npermalink: {permalink}\n---\n[y](z/)"})
    assert written_links(site, "src/a.md")[0].status == status


def test_relative_links_of_a_page_without_a_known_address() -> None:
    site = eleventy({"src/b.md": '---\npermalink: "/n/{{ code | strange }}/"\n---\n[y](z/) [z](/none/)'})
    assert [each.status for each in written_links(site, "src/b.md")] == ["unresolvable", "missing"]


def test_templates_of_code_make_addresses() -> None:
    code = {"src/feed.11ty.js": "module.exports = { data: { permalink: '/feed.xml' }, render() {} };"}
    site = eleventy({"src/a.md": "[x](/feed.xml) [y](/list/) [z](/none/)", "src/list.11ty.js": "", **code})
    assert [each.status for each in written_links(site, "src/a.md")] == ["asset", "asset", "missing"]


@pytest.mark.parametrize(
    ("returned", "body", "status"),
    [
        ("pathPrefix: '/docs/',", "", "opaque"),
        ("pathPrefix: pick(),", "", "opaque"),
        ("pathPrefix: '/docs/',", "eleventyConfig.addPlugin(HtmlBasePlugin);", "missing"),
        ("pathPrefix: '/',", "", "missing"),
        ("", "", "missing"),
    ],
)
def test_above_the_path_prefix_may_be_another_site(returned: str, body: str, status: str) -> None:
    assert link("[x](/team/)", body=body, returned=returned + SRC).status == status
    assert link("[x]({{ '/team/' | url }})", body=body, returned=returned + SRC).status == "missing"


def test_a_known_prefix_is_taken_off() -> None:
    assert link("[x](/docs/c/)", "src/c.md", returned="pathPrefix: 'docs'," + SRC).status == "ok"


def test_own_hosts_are_known_by_the_data_of_the_site() -> None:
    files = {"src/_data/site.json": '{"url": "https://www.example.org"}', "src/c.md": ""}
    site = eleventy({"src/a.md": "[x](https://example.org/c/) [y](https://other.example/c/)", **files})
    assert [each.kind for each in written_links(site, "src/a.md")] == ["internal", "external"]


def test_values_of_data_files_stand_in_destinations() -> None:
    files = {"src/_data/links.json": '{"repo": "https://code.example/", "c": "/c/"}', "src/c.md": ""}
    site = eleventy({"src/a.md": "[x]({{ links.repo }}src) [y]({{ links.c }}) [z]({{ links.none }})", **files})
    assert [each.status for each in written_links(site, "src/a.md")] == ["external", "ok", "unresolvable"]


@pytest.mark.parametrize(
    ("setup", "fragment", "status"),
    [
        ("", "its-ae-and-b-code", "fragment-missing"),
        ("", "own", "ok"),
        ("eleventyConfig.addPlugin(IdAttributePlugin);", "its-ae-and-b-code", "ok"),
        ("eleventyConfig.addPlugin(IdAttributePlugin);", "twice-2", "ok"),
        ("eleventyConfig.addPlugin(IdAttributePlugin);", "twice-1", "fragment-missing"),
        ("eleventyConfig.addPlugin(IdAttributePlugin, { slugify: mine });", "twice-1", "ok"),
        ("eleventyConfig.addPlugin(IdAttributePlugin, { slugify: mine });", "mine", "fragment-unverifiable"),
        ("eleventyConfig.setLibrary('md', md().use(require('markdown-it-anchor')));", "twice-1", "ok"),
        ("eleventyConfig.setLibrary('md', md().use(require('markdown-it-anchor')));", "it's-ä-&-b:-code", "ok"),
        ("eleventyConfig.setLibrary('md', md().use(require('markdown-it-anchor')));", "twice-2", "fragment-missing"),
        (
            "eleventyConfig.amendLibrary('md', (md) => md.use(require('markdown-it-anchor'), { slugify }));",
            "mine",
            "fragment-unverifiable",
        ),
        ("eleventyConfig.addPlugin(require('markdown-it-named-headings'));", "mine", "fragment-unverifiable"),
        ("", "comment-12", "fragment-unverifiable"),
    ],
)
def test_fragments(setup: str, fragment: str, status: str) -> None:
    page = '# It\'s Ä & B: `code`\n\n## Twice\n\n## Twice\n\n<p id="own"></p>\n'
    site = eleventy({"src/a.md": f"[x](</c/#{fragment}>)", "src/c.md": page}, setup)
    assert written_links(site, "src/a.md")[0].status == status


def test_ids_of_layouts_includes_and_attributes() -> None:
    files = {
        "src/_includes/base.njk": '<main id="main">{{ content }}</main>',
        "src/_includes/part.md": '<p id="part"></p>',
        "src/c.md": '---\nlayout: base.njk\n---\n{% include "part.md" %}\n\nText\n\n{ #test.js }\n',
        "src/a.md": "[x](/c/#main) [x](/c/#part) [x](/c/#test.js) [x](/c/#none)",
    }
    found = [each.status for each in written_links(eleventy(files, "require('markdown-it-attrs');"), "src/a.md")]
    assert found == ["ok", "ok", "ok", "fragment-missing"]


def test_an_include_that_is_not_here_may_hold_ids() -> None:
    files = {"src/c.md": '{% include "none.md" %}', "src/a.md": "[x](/c/#none)"}
    assert written_links(eleventy(files), "src/a.md")[0].status == "fragment-unverifiable"


def test_code_that_is_kept_in_a_variable_is_not_included() -> None:
    files = {
        "src/_includes/shown.html": '<a href="/none/">x</a>',
        "src/_includes/code.html": '<a href="/none/">x</a>',
        "src/a.md": '{% include "shown.html" %}\n{% set text %}{% include "code.html" %}{% endset %}',
    }
    assert [each.file for each in eleventy(files).links] == ["src/_includes/shown.html"]


@pytest.mark.parametrize(
    ("block", "statuses"),
    [
        ('{% set code %}<a href="/none/">x</a>{% endset %}{{ code | highlight("html") }}', []),
        ('{% set code %}{% raw %}<a href="/none/">x</a>{% endraw %}{% endset %}{{ code }}', []),
        ('{% set code %}<a href="/none/">x</a>{% endset %}{{ code }}', ["missing"]),
        ('<a href="/none/">x</a>{% set code %}x{% endset %}{{ code | highlight("html") }}', ["missing"]),
    ],
)
def test_code_to_be_shown_holds_no_links(block: str, statuses: list[str]) -> None:
    assert [each.status for each in eleventy({"src/a.md": block}).links] == statuses


def test_files_that_plugins_make() -> None:
    feed = "eleventyConfig.addPlugin(feedPlugin, { type: 'atom', outputPath: '/feed.xml' });"
    site = eleventy({"src/a.md": "[x](/feed.xml) [y](/rss.xml)"}, feed)
    assert [each.status for each in written_links(site, "src/a.md")] == ["asset", "asset-missing"]


def test_a_redirect_may_lead_to_a_page_of_code() -> None:
    redirects = {"src/list.11ty.js": "", "_redirects": "/old /list/\n/older /none/\n"}
    entries = [entry for entry in eleventy({"src/a.md": "", **redirects}).entries if entry.kind == "redirect"]
    assert [entry.status for entry in entries] == ["opaque", "missing"]


REDIRECTS = """---js
{
  pagination: {
    data: "collections.all",
    size: 1,
    alias: "old",
    before: function (data) {
      return data.filter((page) => typeof page.data.redirect_from === 'string')
        .map((page) => ({ to: page.url, from: %s }));
    },
  },
  permalink: "{{ old.from }}/index.html",
}
---
<a href="{{ old.to }}">moved</a>"""


@pytest.mark.parametrize(
    ("made", "target", "status"),
    [
        ("page.data.redirect_from", "/was/", "ok"),
        ("page.data.redirect_from", "/never/", "missing"),
        ("page.data.redirect_from + '-old'", "/never/", "opaque"),
        ("page.data.aliases", "/never/", "opaque"),
    ],
)
def test_old_addresses_of_the_front_matter_are_those_of_a_template_that_gathers_them(
    made: str, target: str, status: str
) -> None:
    found = eleventy(
        {
            "src/old.html": REDIRECTS % made,
            "src/b.md": "---\nredirect_from: /was\n---\n# B",
            "src/c.md": f"[x]({target})",
        }
    )
    assert [link.status for link in written_links(found, "src/c.md")] == [status]


@pytest.mark.parametrize(
    ("target", "status"),
    [("/was/", "redirect"), ('{% page "/was/" %}', "redirect"), ('{% page "/never/" %}', "unresolvable")],
)
def test_a_shortcode_may_name_an_old_address(target: str, status: str) -> None:
    refresh = '<meta http-equiv="refresh" content="0; url={{ old.to }}">'
    found = eleventy(
        {
            "src/old.html": REDIRECTS % "page.data.redirect_from" + refresh,
            "src/b.md": "---\nredirect_from: /was\n---\n# B",
            "src/c.md": f"[x]({target})",
        }
    )
    assert [link.status for link in written_links(found, "src/c.md")] == [status]


def test_a_copied_folder_shows_its_index() -> None:
    body = 'eleventyConfig.addPassthroughCopy("admin"); eleventyConfig.addPassthroughCopy("css");'
    assert link("[x](/admin/)", "admin/index.html", "css/a.css", body=body).status == "ok"
    assert link("[x](/css/)", "admin/index.html", "css/a.css", body=body).status == "missing"
