"""Sites of Astro and Starlight: routes, collections, languages and their fallback, sidebar, front matter."""

from collections.abc import Mapping

import pytest

from linklint.model.site import Link, Site
from tests.site.sites import make_site, orphan_states, written_links

STARLIGHT = """
import { defineConfig } from 'astro/config';
import starlight from '@astrojs/starlight';
export default defineConfig({ site: 'https://example.com', integrations: [starlight({ title: 'T', OPTIONS })] });
"""
LOCALES = "locales: { root: { label: 'English', lang: 'en' }, de: { label: 'Deutsch' }, 'pt-br': { lang: 'pt-BR' } }"
DOCS = "src/content/docs"


def starlight(files: Mapping[str, str], options: str = "") -> Site:
    return make_site({"astro.config.mjs": STARLIGHT.replace("OPTIONS", options), **files})


def astro(files: Mapping[str, str], config: str = "export default {}") -> Site:
    return make_site({"astro.config.mjs": config, **files})


def link_in(source: str, href: str, files: Mapping[str, str], options: str = "") -> Link:
    return written_links(starlight({**files, source: f"{files.get(source, '')}\n\n[x]({href})"}, options), source)[-1]


@pytest.mark.parametrize(
    ("path", "matter", "url"),
    [
        ("index.mdx", "", "/"),
        ("guides/start.md", "", "/guides/start/"),
        ("guides/index.md", "", "/guides/"),
        ("Guides/My Page.md", "", "/guides/my-page/"),
        ("guides/start.md", "slug: begin", "/begin/"),
        ("de/guides/start.md", "", "/de/guides/start/"),
    ],
)
def test_docs_have_slugged_addresses(path: str, matter: str, url: str) -> None:
    site = starlight({f"{DOCS}/{path}": f"---\n{matter}\n---\n"}, LOCALES)
    assert [page.url for page in site.pages] == [url]


def test_pages_of_the_default_language_answer_in_every_other_one() -> None:
    files = {f"{DOCS}/a.md": "## One", f"{DOCS}/b.md": "## B", f"{DOCS}/de/a.md": "## Eins"}
    for href, target in (("/de/a/", "de/a.md"), ("/de/b/", "b.md"), ("/pt-br/a/", "a.md"), ("/b/", "b.md")):
        link = link_in(f"{DOCS}/x.md", href, files, LOCALES)
        assert (link.status, link.target and link.target.path) == ("ok", f"{DOCS}/{target}"), href
    assert link_in(f"{DOCS}/x.md", "/fr/a/", files, LOCALES).status == "missing"
    assert link_in(f"{DOCS}/x.md", "/de/a/#one", files, LOCALES).status == "fragment-missing"
    assert link_in(f"{DOCS}/x.md", "/pt-br/a/#one", files, LOCALES).status == "ok"


def test_without_a_root_language_the_default_one_has_its_folder() -> None:
    options = "defaultLocale: 'en', locales: { en: {}, de: {} }"
    files = {f"{DOCS}/en/index.md": "# E", f"{DOCS}/en/a.md": "# A", f"{DOCS}/de/index.md": "# D"}
    assert link_in(f"{DOCS}/de/x.md", "/de/a/", files, options).status == "ok"
    assert link_in(f"{DOCS}/de/x.md", "/a/", files, options).status == "missing"
    assert sorted(page.path for page in starlight(files, options).pages if page.root) == [
        f"{DOCS}/de/index.md", f"{DOCS}/en/index.md",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("href", "status"),
    [
        ("../b/", "ok"), ("/b", "ok"), ("https://example.com/b/", "ok"), ("#part", "ok"), ("#_top", "ok"),
        ("b.md", "missing"),
        ("./b.md", "missing"), ("/gone/", "missing"), ("#gone", "fragment-missing"), ("/og.jpg", "asset"),
        ("/gone.jpg", "asset-missing"), ("/Og.jpg", "case-mismatch"), ("/B/", "case-mismatch"), ("/code/", "opaque"),
        ("/tags/x/", "opaque"), ("/tagged/x/", "missing"), ("/sitemap-index.xml", "opaque"),
    ],
)  # fmt: skip
def test_destinations_are_addresses(href: str, status: str) -> None:
    files = {
        f"{DOCS}/a.md": "## Part", f"{DOCS}/b.md": "# B", "public/og.jpg": "", "src/pages/code.astro": "",
        "src/pages/tags/[tag].astro": "",
    }  # fmt: skip
    assert link_in(f"{DOCS}/a.md", href, files).status == status


def test_a_sidebar_links_slugs_addresses_and_folders() -> None:
    options = """sidebar: ['a', { label: 'B', slug: 'guides/b' }, { label: 'G', link: '/gone/' }, { slug: 'lost' },
      { label: 'More', items: [{ autogenerate: { directory: 'more' } }] }]"""
    files = {f"{DOCS}/{name}.md": "# X" for name in ("index", "a", "guides/b", "more/c", "alone")}
    site = starlight(files, options)
    found = {link.written.href: link.status for link in written_links(site, "astro.config.mjs") if link.written}
    assert found == {"a": "ok", "guides/b": "ok", "/gone/": "missing", "lost": "missing"}
    assert orphan_states(site) == {f"{DOCS}/alone.md": "checked"}


@pytest.mark.parametrize("default", ["", "en/"])
def test_addresses_of_a_sidebar_are_those_of_each_language(default: str) -> None:
    options = "sidebar: [{ label: 'B', link: '/b/' }, { label: 'Home', link: 'https://example.org/c' }], "
    options += "defaultLocale: 'en', locales: { en: {}, de: {} }" if default else LOCALES
    names = (f"{default}index", f"{default}b", f"{default}c", "de/index", "de/b", "de/c")
    site = starlight({f"{DOCS}/{name}.md": "# X" for name in names}, options)
    assert [link.status for link in written_links(site, "astro.config.mjs") if link.kind == "internal"] == ["ok", "ok"]
    assert orphan_states(site).keys() == {f"{DOCS}/{default}c.md", f"{DOCS}/de/c.md"}


def test_a_sidebar_that_code_makes_leaves_orphans_in_doubt() -> None:
    files = {f"{DOCS}/{name}.md": "# X" for name in ("index", "a")}
    assert orphan_states(starlight(files)) == {}
    assert orphan_states(starlight(files, "sidebar: makeSidebar()")) == {f"{DOCS}/a.md": "unknown"}


def test_links_of_the_front_matter_stand_where_they_are_written() -> None:
    text = "---\ntitle: T\nhero:\n  actions:\n    - text: Go\n      link: /b/\nprev:\n  link: /gone/\n---\n"
    site = starlight({f"{DOCS}/index.mdx": text, f"{DOCS}/b.md": "# B"})
    links = written_links(site, f"{DOCS}/index.mdx")
    assert [(link.status, link.place, link.written and link.written.span.line) for link in links] == [
        ("ok", "frontmatter", 6), ("missing", "frontmatter", 8),
    ]  # fmt: skip


def test_links_of_a_banner_count() -> None:
    text = """---
title: T
banner:
  content: |
    See <b>this</b> <a class="x" href="/b/">other <i>page</i></a> and <a href='/gone/'>none</a>, but <abbr>not</abbr>
---
"""
    site = starlight({"src/content/docs/index.md": text, "src/content/docs/b.md": "---\ntitle: B\n---\n"})
    found = [
        (link.written.text, link.written.span.line, link.status)
        for link in written_links(site, "src/content/docs/index.md")
        if link.written
    ]
    assert found == [("other page", 5, "ok"), ("none", 5, "missing")]


def test_files_in_src_pages_are_routes() -> None:
    site = astro({f"src/pages/{name}": "# X" for name in ("index.md", "a/index.mdx", "b.md", "_c.md", "_d/e.md")})
    assert [page.url for page in site.pages] == ["/a/", "/b/", "/"]


def test_entries_of_a_collection_lie_where_a_page_shows_them_by_id() -> None:
    page = "const all = await getCollection('blog'); return all.map((post) => ({ params: { slug: post.id }, props }))"
    files = {"src/content/blog/My First.md": "# F", "src/content/blog/2.md": "---\nslug: second\n---\n"}
    site = astro({**files, "src/pages/posts/[...slug].astro": page})
    assert {page.url: page.orphan for page in site.pages} == {
        "/posts/my-first/": "unknown",
        "/posts/second/": "unknown",
    }


def test_entries_whose_page_cannot_be_told_are_no_pages() -> None:
    page = "const posts = await getCollection('blog'); return posts.map((post) => ({ params: { slug: make(post) } }))"
    files = {"src/content/blog/a.md": "[x](/nowhere/)", "src/pages/index.md": "# I"}
    site = astro({**files, "src/pages/posts/[...slug].astro": page})
    assert [page.path for page in site.pages] == ["src/pages/index.md"]
    assert left_out(site) == (("src/content/blog", 1),)


def left_out(site: Site) -> tuple[tuple[str, int], ...]:
    return next(each.left_out for each in site.frameworks if each.name == "astro")


def test_documents_that_are_left_out_are_counted_and_no_others() -> None:
    files = {f"src/content/{name}.md": "# X" for name in ("team/a", "team/b", "team/_c", "notes/a", "blog/a")}
    page = "const all = await getCollection('blog'); return all.map((post) => ({ params: { slug: post.id }, props }))"
    index = "import B from '../content/team/b.md'\n\n<B />\n"
    site = astro({**files, "src/pages/index.mdx": index, "src/pages/_d.md": "", "src/pages/[...slug].astro": page})
    assert left_out(site) == (("src/content/notes", 1), ("src/content/team", 1))
    assert left_out(starlight({f"{DOCS}/index.md": "# A", f"{DOCS}/_part.md": "# P"})) == ()


DATED = """const posts = await getCollection('posts', isShown);
return posts.map((post) => {
  const found = post.id.match(/^(\\d{4})-(\\d{2})-(\\d{2})-(.+)$/);
  const [, year, month, day, slug] = found;
  return { params: { year, month, day, slug }, props: { post } };
});"""


@pytest.mark.parametrize(
    ("route", "page", "urls"),
    [
        ("[year]/[month]/[day]/[slug]", DATED, ["/2024/01/15/first-one/"]),
        ("blog/[year]/[month]/[day]/[slug]", DATED, ["/blog/2024/01/15/first-one/"]),
        ("[year]/[month]/[slug]", DATED, []),
        ("[year]/[month]/[day]/[slug]", DATED.replace("slug }", "slug: make(slug) }"), []),
        ("[year]/[month]/[day]/[slug]", DATED.replace("post.id", "post.data.date"), []),
        ("[year]/[month]/[day]/[slug]", DATED.replace("'posts'", "'notes'"), []),
    ],
)
def test_posts_whose_ids_begin_with_a_date(route: str, page: str, urls: list[str]) -> None:
    posts = {"src/content/posts/2024-01-15-First one.md": "# F", "src/content/posts/undated.md": "# U"}
    site = astro({**posts, f"src/pages/{route}.astro": page})
    assert [page.url for page in site.pages if "posts" in page.path] == urls


def test_redirects_name_the_base_path_of_where_they_lead() -> None:
    redirects = "{ '/old': '/docs/b', '/was': '/docs/gone', '/far/[id]': '/docs/[id]', '/away/[...x]': '/y/[...x]' }"
    config = f"export default {{ base: '/docs', redirects: {redirects} }}"
    text = "[x](/docs/old) [x](/docs/was) [x](/docs/far/a) [x](/docs/away/a/b) [x](/docs/far/a/b)"
    site = astro({"src/pages/a.md": text, "src/pages/b.md": "# B"}, config)
    found = [link.status for link in written_links(site, "src/pages/a.md")]
    assert found == ["redirect", "missing", "opaque", "opaque", "missing"]


def test_base_trailing_slash_and_redirects_of_the_config_count() -> None:
    config = "export default { base: '/docs', trailingSlash: 'never', redirects: { '/old': '/b' } }"
    text = "[x](/docs/b) [x](b) [x](/docs/old) [x](/docs/gone) [x](/b) [x](/a.csv) [x](/other/)"
    site = astro({"src/pages/a.md": text, "src/pages/b.md": "# B", "public/a.csv": ""}, config)
    assert [link.status for link in written_links(site, "src/pages/a.md")] == [
        "ok", "ok", "redirect", "missing", "missing", "missing", "outside",
    ]  # fmt: skip


def test_a_plugin_may_add_the_base_path() -> None:
    config = "export default { base: '/docs', markdown: { rehypePlugins: [addBase] } }"
    site = astro({"src/pages/a.md": "[x](/b/)", "src/pages/b.md": "# B"}, config)
    assert written_links(site, "src/pages/a.md")[0].status == "ok"


def test_relative_links_of_starlight_begin_at_the_address_with_its_slash() -> None:
    files = {f"{DOCS}/guides/a.md": "", f"{DOCS}/guides/b.md": "# B", f"{DOCS}/guides/a/c.md": "# C"}
    assert link_in(f"{DOCS}/guides/a.md", "../b/", files).status == "ok"
    assert link_in(f"{DOCS}/guides/a.md", "c/", files).status == "ok"
    assert link_in(f"{DOCS}/guides/a.md", "b/", files).status == "missing"


def test_parts_from_beside_the_pages_bring_their_headings_and_links() -> None:
    page = "import Part from '../../parts/part.mdx';\n\n<Part />\n\n[x](#within) [x](#elsewhere)"
    part = "import Inner from './inner.mdx';\n\n## Within\n\n[x](/b/) [x](/gone/)\n\n<Inner />"
    files = {
        f"{DOCS}/a.mdx": page, f"{DOCS}/b.md": "# B", "src/parts/part.mdx": part, "src/parts/inner.mdx": "[x](/no/)",
        "src/parts/unused.mdx": "[x](/no/)",
    }  # fmt: skip
    site = starlight(files)
    assert [link.status for link in written_links(site, f"{DOCS}/a.mdx")] == ["ok", "fragment-missing"]
    assert [link.status for link in written_links(site, "src/parts/part.mdx")] == ["ok", "missing"]
    assert [link.status for link in written_links(site, "src/parts/inner.mdx")] == ["missing"]
    assert [page.path for page in site.pages if page.framework == "astro"] == [f"{DOCS}/a.mdx", f"{DOCS}/b.md"]


def test_footnotes_have_ids() -> None:
    text = "A note.[^1] [x](#user-content-fn-1) [x](#footnote-label) [x](#fn-1)\n\n[^1]: Note."
    links = written_links(starlight({f"{DOCS}/a.md": text}), f"{DOCS}/a.md")
    assert [link.status for link in links] == ["ok", "ok", "fragment-missing"]


def test_markdown_plugins_may_rewrite_links_to_files() -> None:
    config = "import links from 'some-plugin'; export default { markdown: { rehypePlugins: [links] } }"
    site = astro({"src/pages/a.md": "[x](./b.md) [x](./gone.md)", "src/pages/b.md": "# B"}, config)
    assert [link.status for link in written_links(site, "src/pages/a.md")] == ["ok", "unresolvable"]


def test_pages_of_code_that_show_no_document_give_it_no_ids() -> None:
    files = {
        f"{DOCS}/a.md": "# A\n\n[x](#usage) [y](#entry) [z](#us)",
        "src/components/Usage.astro": '<h2 id="usage">Usage</h2>',
        "src/pages/[slug].astro": '<h2 id="entry">Entry</h2>',
        "src/pages/about.astro": '<h2 id="us">Us</h2>',
    }
    found = [link.status for link in written_links(starlight(files), f"{DOCS}/a.md")]
    assert found == ["ok", "ok", "fragment-missing"]
