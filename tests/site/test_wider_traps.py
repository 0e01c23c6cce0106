"""Traps of blogs, sites and notes that linklint had not seen: it speaks of what is wrong, and of nothing else."""

import pytest

from linklint.model.site import Site
from linklint.site import nearest
from linklint.site.neighbours import Neighbours
from tests.site.sites import make_site, orphan_states, written_links

MDX = "# A\n"


def statuses(files: dict[str, str], path: str) -> list[str]:
    return [link.status for link in written_links(make_site(files), path)]


def test_a_pattern_for_missing_addresses_does_not_lead_on_from_pages() -> None:
    """On Netlify a page is shown, whatever pattern its address fits; only what names it leads on."""
    redirects = "/react /docs/react\n/lost /docs/lost\n/a /b\n/b /a\n/docs/* /docs/dom/:splat\n"
    files = {
        "docusaurus.config.js": "export default {presets: [['classic', {}]]}",
        "static/_redirects": redirects,
        "docs/react.md": "# R",
        "docs/dom/x.md": "# X",
    }
    site = make_site({**files, "docs/a.md": "[x](/react) [x](/docs/x)"})
    entries = {entry.key: entry.status for entry in site.entries if entry.kind == "redirect"}
    assert [entries[key] for key in ("/react", "/lost", "/a")] == ["ok", "redirect-loop", "redirect-loop"]
    assert [link.status for link in written_links(site, "docs/a.md")] == ["redirect", "redirect"]


@pytest.mark.parametrize("config", ["config/_default/module/module.yaml", "config/_default/module.yaml"])
def test_hugo_reads_the_folders_below_its_config(config: str) -> None:
    files = {
        "config/_default/config.toml": "baseURL = 'https://example.com'\n",
        config: "mounts:\n  - source: content/en\n    target: content\n",
        "content/en/docs/a.md": "[b](/docs/b/) [c](/docs/c/)",
        "content/en/docs/b.md": "# B",
    }
    site = make_site(files)
    assert site.by_path["content/en/docs/b.md"].url == "/docs/b/"
    assert [link.status for link in written_links(site, "content/en/docs/a.md")] == ["ok", "missing"]


def test_hugo_s_config_may_be_made_of_a_template() -> None:
    files = {
        "config.yaml.in": "baseURL: https://example.com\n",
        "content/a.md": "[b](/b/) [c](/c/)",
        "content/b.md": "",
    }
    assert statuses(files, "content/a.md") == ["ok", "missing"]


MKDOCS = {"docs/index.md": "[b](b.md) [c](c.md)", "docs/b.md": "# B"}


def test_mkdocs_configs_of_other_names() -> None:
    """``--config-file`` names one. What another inherits is no site, and where one has the usual name, none is."""
    files = {**MKDOCS, "mkdocs-base.yml": "site_name: x\n", "mkdocs-online.yml": "INHERIT: mkdocs-base.yml\n"}
    site = make_site(files)
    assert find_reasons(site) == ["mkdocs-online.yml"]
    assert site.by_path["docs/b.md"].url == "/b/"
    assert [link.status for link in written_links(site, "docs/index.md")] == ["ok", "missing"]
    assert find_reasons(make_site({**files, "mkdocs-web.yml": "site_name: x\nsite_url: x\n"})) == ["mkdocs-web.yml"]
    assert find_reasons(make_site({**files, "mkdocs.yml": "site_name: x\n"})) == ["mkdocs.yml"]
    assert find_reasons(make_site({**MKDOCS, "mkdocs-nav.yml": "nav: []\n"})) == []


def find_reasons(site: Site) -> list[str]:
    return [each.reason.partition(" ")[0] for each in site.frameworks if each.name == "mkdocs"]


def test_a_page_that_others_take_in_is_written_for_them() -> None:
    config = "site_name: x\nmarkdown_extensions: [pymdownx.snippets]\n"
    part = "[b](b.md) [gone](gone.md) [there](#there)\n"
    page = '--8<-- "docs/parts/p.md"\n\n## There\n'
    files = {"mkdocs.yml": config, "docs/a.md": page, "docs/b.md": page, "docs/parts/p.md": part}
    broken = [
        (link.written.href, link.status) for link in make_site(files).links if link.written and link.status != "ok"
    ]
    assert set(broken) == {("gone.md", "missing")}
    alone = {**files, "docs/a.md": "# A", "docs/b.md": "# B"}
    assert statuses(alone, "docs/parts/p.md") == ["missing", "missing", "fragment-missing"]


def test_what_lies_in_a_folder_of_parts_is_taken_in_by_pages() -> None:
    config = {"mkdocs.yml": "site_name: x\nnav: [index.md]\n", "docs/index.md": "# X"}
    states = orphan_states(make_site({**config, "docs/includes/a.md": "# A", "docs/included/b.md": "# B"}))
    assert states == {"docs/includes/a.md": "unknown", "docs/included/b.md": "checked"}


def test_addresses_of_other_generators_name_the_files_that_they_are_made_of() -> None:
    links = "[a](/book/a.html) [b](../book/a.html) [c](/book/) [d](/book) [e](a.html)"
    files = {"gatsby-config.js": "", "book/a.md": "# A", "book/README.md": "# Book", "more/x.md": links}
    assert statuses(files, "more/x.md") == ["ok", "ok", "ok", "ok", "opaque"]


def test_an_address_may_climb_where_a_path_may_not() -> None:
    links = "[a](../../../../2024/a/p.svg) [b](../../../../gone.md)"
    files = {"content/x/y/index.md": links}
    assert statuses(files, "content/x/y/index.md") == ["outside", "outside"]
    assert statuses({"gatsby-config.js": "", **files}, "content/x/y/index.md") == ["opaque", "outside"]


BLOG = """import starlight from '@astrojs/starlight';
import starlightBlog from 'starlight-blog';
export default {integrations: [starlight({plugins: [starlightBlog(OPTIONS)]})]}"""


@pytest.mark.parametrize(("options", "prefix"), [("", "blog"), ("{ prefix: 'news' }", "news")])
def test_the_lists_of_a_blog_plugin(options: str, prefix: str) -> None:
    docs = "src/content/docs"
    lists = " ".join(f"[x](/{prefix}/{each})" for each in ("", "2/", "tags/roses/", "authors/ann/", "rss.xml", "gone/"))
    files = {
        "astro.config.mjs": BLOG.replace("OPTIONS", options),
        f"{docs}/{prefix}/a.md": "# A",
        f"{docs}/b.md": lists,
    }
    assert statuses(files, f"{docs}/b.md") == ["opaque"] * 5 + ["missing"]


def test_what_a_book_s_link_checker_leaves_out_a_build_adds() -> None:
    book = {"src/SUMMARY.md": "[A](a.md)", "src/a.md": "[x](all.zip) [y](none.zip)"}
    checker = '[book]\n[output.linkcheck2]\nexclude = ["all\\\\.zip", "(.*)*"]\n'
    assert statuses({**book, "book.toml": checker}, "src/a.md") == ["opaque", "asset-missing"]


def test_what_generators_wrote_is_nobody_s_page() -> None:
    page = '<title>x</title><a href="gone.html">x</a>'
    site = make_site({"_site/readme/index.html": page, "site/a.html": page})
    assert [page.path for page in site.pages] == ["site/a.html"]


JEKYLL = {"_config.yml": "title: x\n", "_layouts/default.html": "{{ content }}"}


def jekyll(layout: str, *, home: str = "", **pages: str) -> dict[str, str]:
    made = {f"{name}.md": f"---\nlayout: made\n---\n{text}\n" for name, text in pages.items()}
    return {**JEKYLL, "_layouts/made.html": layout, "index.md": f"---\nlayout: default\n---\n{home}\n", **made}


def test_ids_that_templates_make_of_data() -> None:
    loop = '{% for each in site.data.parts %}<h2 id="{{ each.name | slugify }}">x</h2>{% endfor %}'
    for text, layout in ((loop, ""), ("", loop)):
        assert statuses(jekyll(layout, home="[x](/a.html#x)", a=text), "index.md") == ["fragment-unverifiable"]
    title = '<h1 id="{{ page.title | slugify }}">{{ page.title }}</h1>'
    assert statuses(jekyll(title, home="[x](/a.html#x)", a=""), "index.md") == ["fragment-missing"]


def test_a_fragment_in_a_layout_is_looked_for_where_the_layout_is_shown() -> None:
    layout = '<a href="#main">x</a><a href="/gone/">x</a>{{ content }}'
    found = [link for link in make_site(jekyll(layout, a="")).links if link.file == "_layouts/made.html"]
    assert [link.status for link in found] == ["missing"]
    shown = {**jekyll(""), "_layouts/default.html": layout}
    found = [link for link in make_site(shown).links if link.file == "_layouts/default.html"]
    assert [link.status for link in found] == ["fragment-missing", "missing"]


def test_pages_that_front_matter_lists_for_a_layout() -> None:
    matter = (
        "---\nlayout: made\nsubnav:\n- href: /a.html\n- href: '{{ site.baseurl }}/b.html#x'\nunused: [/c.html]\n---\n"
    )
    pages = {f"{name}.md": "---\nlayout: made\n---\n" for name in "abc"}
    layout = "{% for each in include.page.subnav %}<a href='{{ each.href }}'>x</a>{% endfor %}"
    linked = {link.target_path for link in make_site({**jekyll(layout), **pages, "index.md": matter}).links}
    assert {"a.md", "b.md"} <= linked
    assert "c.md" not in linked


def test_plugins_of_a_group_in_the_gemfile() -> None:
    gems = "group :jekyll_plugins do\n  gem 'jekyll-relative-links'\nend\n"
    files = {**JEKYLL, "_pages/a.md": "---\n---\n", "index.md": "---\n---\n[a](/_pages/a.md)\n"}
    files |= {"_config.yml": "collections: {pages: {output: true, permalink: '/:path/'}}\n"}
    assert statuses({**files, "Gemfile": gems}, "index.md") == ["ok"]
    assert statuses({**files, "Gemfile": "gem 'jekyll-relative-links'\n"}, "index.md") == ["missing"]


@pytest.mark.parametrize(
    ("layout", "status"),
    [({"_layouts/redirect.html": "https://example.com/{{ page.redirect_to }}"}, "opaque"), ({}, "missing")],
)
def test_a_redirect_that_a_layout_of_the_site_makes(layout: dict[str, str], status: str) -> None:
    files = {**JEKYLL, **layout, "old.md": "---\nredirect_to: basics\n---\n"}
    assert [entry.status for entry in make_site(files).entries if entry.kind == "redirect"] == [status]


def test_pages_for_errors_need_no_links() -> None:
    states = orphan_states(make_site({"README.md": "", "a/500.md": "# Error", "a/50.md": "# Fifty"}))
    assert states == {"a/500.md": "intended", "a/50.md": "checked"}
    page = "---\nlayout: default\n---\n"
    states = orphan_states(make_site({**JEKYLL, "index.md": page, "500.md": page, "50.md": page}))
    assert (states["500.md"], states["50.md"]) == ("intended", "checked")


def test_the_repository_s_readme_needs_no_links_whatever_reads_it() -> None:
    files = {
        ".vitepress/config.ts": "export default {}",
        "index.md": "# Home",
        "README.md": "# R",
        "a/readme.md": "# A",
    }
    states = orphan_states(make_site(files))
    assert (states["README.md"], states["a/readme.md"]) == ("intended", "checked")


def test_vaults_that_authors_of_plugins_test_with() -> None:
    for folder, frameworks in (("test-vault", {"plain"}), ("vault", {"obsidian"})):
        site = make_site({f"{folder}/.obsidian/app.json": "{}", f"{folder}/a.md": "[[Nobody]]"})
        assert {each.name for each in site.frameworks if each.name != "html"} >= frameworks
        assert ("missing" in {link.status for link in site.links}) == (folder == "vault")


def test_a_placeholder_is_no_address() -> None:
    assert statuses({"a.md": "write [title](URL) or [text](url), not [here](urls)"}, "a.md") == [
        "unresolvable", "unresolvable", "missing",
    ]  # fmt: skip


def test_an_icon_may_be_the_text_of_a_link() -> None:
    page = '<a href="b.md">\n<carbon:star />\n</a>\n\n<a href="b.md">\n<i class="x"></i>\n</a>'
    found = [link.written.made for link in written_links(make_site({"a.md": page, "b.md": ""}), "a.md") if link.written]
    assert found == [True, False]


def test_an_address_is_suggested_for_an_address() -> None:
    hugo = {"hugo.toml": "", "content/docs/rules/guide.md": "# G"}
    site = make_site({**hugo, "content/a.md": "[x](/docs/guide/#y) [x](guide)"})
    found = [nearest(link, Neighbours(site)) for link in written_links(site, "content/a.md")]
    assert found == [("/docs/rules/guide/#y",), ("docs/rules/guide.md",)]


def test_another_name_of_the_host_hides_no_missing_page() -> None:
    there = '[[redirects]]\nfrom = "https://example.com/*"\nto = "https://www.example.com/:splat"\n'
    moved = there.replace("www.example.com/", "www.example.com/old/")
    files = {
        "hugo.toml": 'baseURL = "https://www.example.com/"\n',
        "content/a.md": "[b](/b/) [c](/c/)",
        "content/b.md": "",
    }
    assert statuses({**files, "netlify.toml": there}, "content/a.md") == ["ok", "missing"]
    assert statuses({**files, "netlify.toml": moved}, "content/a.md") == ["ok", "redirect"]


@pytest.mark.parametrize(
    ("plugin", "status"),
    [
        ("class X < Jekyll::Generator\n  site.data['x'] = 1\n", "missing"),
        ("class X < Jekyll::Generator\n  site.pages << PageWithoutAFile.new(site)\n", "opaque"),
    ],
)
def test_a_plugin_that_only_reads_data_makes_no_pages(plugin: str, status: str) -> None:
    files = {**JEKYLL, "_plugins/x.rb": plugin, "index.md": "---\n---\n[x](/gone/)\n"}
    assert statuses(files, "index.md") == [status]


@pytest.mark.parametrize(
    ("plugin", "status"), [("starlight-scroll-to-top", "missing"), ("starlight-openapi", "opaque")]
)
@pytest.mark.parametrize("said", ["[x()]", "choose(x)"])
def test_plugins_of_starlight_that_make_no_pages(plugin: str, status: str, said: str) -> None:
    config = (
        "import starlight from '@astrojs/starlight';\n"
        f"import x from '{plugin}';\nexport default {{integrations: [starlight({{plugins: {said}}})]}}"
    )
    files = {"astro.config.mjs": config, "src/content/docs/a.md": "[x](/gone/)"}
    assert statuses(files, "src/content/docs/a.md") == [status]


def test_ids_of_controls_and_lists_hide_no_missing_fragment() -> None:
    controls = '<ul id="{{ menu }}"></ul><input id="{{ box }}">'
    assert statuses(jekyll(controls, home="[x](/a.html#x)", a=""), "index.md") == ["fragment-missing"]


def test_words_in_parentheses_after_a_reference_that_a_partial_defines() -> None:
    partial = {"_includes/references.md": "[topic x]: /x/\n"}
    files = {**JEKYLL, "index.md": "---\n---\n[A][topic x](P2C), [topic x][](P2C) and [A](P2C)\n"}
    assert statuses({**files, **partial}, "index.md") == ["unresolvable", "unresolvable", "missing"]
    assert statuses(files, "index.md") == ["missing", "missing", "missing"]


def test_a_shortcode_of_eleventy_that_names_a_page() -> None:
    links = """[a]({% page "/a/#x" %}) [a]({% page
'a' %}) [b]({% page "/b/" %}) [c]({% link "https://example.com" %}) [d](/b/)"""
    site = make_site({"eleventy.config.js": "export default {}", "index.md": links, "a.md": "<b id=x>x</b>\n"})
    found = [(link.kind, link.status) for link in written_links(site, "index.md")]
    assert [status for _, status in found] == ["ok", "ok", "unresolvable", "external", "missing"]


@pytest.mark.parametrize(("others", "status"), [(0, "missing"), (3, "opaque")])
def test_a_route_whose_links_nearly_all_lead_to_documents_shows_nothing_else(others: int, status: str) -> None:
    code = dict.fromkeys(("next.config.js", "app/blog/[slug]/page.tsx", "app/blog/page/[number]/page.tsx"), "")
    posts = {f"content/blog/p{number}.md": "# P" for number in range(20)}
    named = [f"/blog/p{number}" for number in range(20)] + [f"/blog/made{number}" for number in range(others)]
    links = " ".join(f"[x]({each})" for each in (*named, "/blog/gone", "/blog/page/2"))
    found = statuses({**code, **posts, "content/blog/all.md": links}, "content/blog/all.md")
    assert (found[0], found[-2], found[-1]) == ("ok", status, "opaque")


def test_a_readme_of_a_book_is_its_folder_s_index() -> None:
    """https://rust-lang.github.io/mdBook/format/configuration/preprocessors.html: ``index``."""
    book = {
        "book.toml": "[book]\n",
        "src/SUMMARY.md": "[R](README.md)\n[A](a.md)\n[B](b/c.md)",
        "src/README.md": "# R\n\n## X",
    }
    files = {**book, "src/a.md": "[r](index.md#x) [b](b/index.md)", "src/b/c.md": "[r](../index.md#gone)"}
    assert statuses(files, "src/a.md") == ["ok", "missing"]
    assert statuses(files, "src/b/c.md") == ["fragment-missing"]
