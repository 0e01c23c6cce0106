"""Traps of sites that linklint met for the first time: addresses that a build, a host or a config in code decides. Each
has a link or a redirect that must be told and one that must not."""

from linklint.model.site import Site
from tests.site.sites import make_site, written_links


def statuses(files: dict[str, str], path: str) -> list[str]:
    return [link.status for link in written_links(make_site(files), path)]


def dead_redirects(site: Site) -> list[str]:
    return [entry.key for entry in site.entries if entry.kind == "redirect" and entry.status == "missing"]


def test_a_script_copies_the_newest_version_to_another_address() -> None:
    files = {
        "hugo.toml": 'baseURL = "https://example.com/"\n',
        "build.sh": 'LATEST="2.3"\ncp -R content/v$LATEST content/latest\ncp -R content/v$OTHER content/other\n',
        "content/v2.3/a.md": "# A\n\n[b](/latest/b/) [c](/latest/c/) [d](/other/b/)\n",
        "content/v2.3/b.md": "# B\n",
        "static/_redirects": "/old /latest/b\n/older /latest/c\n",
    }
    assert statuses(files, "content/v2.3/a.md") == ["ok", "missing", "missing"]
    assert dead_redirects(make_site(files)) == ["/older"]


def test_what_leads_above_a_site_of_unknown_place_is_not_called_broken() -> None:
    page = "---\ntitle: A\n---\n[x](../../spec) [y](../gone) [z](../b)\n"
    files = {
        "config.toml": 'baseURL = ""\n',
        "content/a.md": page,
        "content/b.md": "# B\n",
        "config/_default/x.toml": "",
    }
    assert statuses(files, "content/a.md") == ["opaque", "missing", "ok"]
    files["config.toml"] = 'baseURL = "https://example.com/"\n'
    assert statuses(files, "content/a.md") == ["missing", "missing", "ok"]


def test_a_page_that_sends_visitors_on_to_an_address_of_an_unknown_site() -> None:
    page = '<meta http-equiv="refresh" content="0; url=/docs/new/">'
    files = {"redirects/a/index.html": page, "docs/other.html": "<title>O</title>"}
    assert dead_redirects(make_site(files)) == []
    assert dead_redirects(make_site({**files, "index.html": "<title>Home</title>"})) == ["redirects/a/index.html"]


def test_a_computed_permalink_may_stand_in_the_config() -> None:
    config = """export default function (eleventyConfig) {
      eleventyConfig.addGlobalData("eleventyComputed", {
        other: ({ page }) => page.url,
        permalink: ({ page }) => {
          if (page.draft) return false;
          return page.inputPath;
        },
      });
    }"""
    files = {"eleventy.config.js": config, "a/b.html": '<a href="../c/d.html">x</a>', "c/d.html": "<title>D</title>"}
    assert statuses(files, "a/b.html") == ["unresolvable"]
    files["eleventy.config.js"] = config.replace("permalink", "printed")
    assert statuses(files, "a/b.html") == ["missing"]


def test_a_computed_permalink_may_give_back_what_a_template_says() -> None:
    config = """export default function (eleventyConfig) {
      eleventyConfig.addGlobalData("eleventyComputed.permalink", function () {
        return data => {
          if (data.draft) { return false; }
          return data.permalink;
        };
      });
    }"""
    files = {
        "eleventy.config.js": config,
        "404.md": "---\npermalink: /404.html\n---\n[a](/b/) [b](/c/)\n",
        "b.md": "# B\n",
    }
    assert statuses(files, "404.md") == ["ok", "missing"]
    assert make_site(files).by_path["404.md"].url == "/404.html"


def test_the_host_of_a_site_is_its_own_whatever_the_base_path() -> None:
    files = {
        "_config.yml": "baseurl: /project\n",
        "CNAME": "example.com\n",
        "_layouts/default.html": "",
        "a.md": "---\n---\n[b](https://www.example.com/b) [c](https://example.com/c) [d](https://other.com/b)\n",
        "b.md": "---\n---\n# B\n",
    }
    assert statuses(files, "a.md") == ["ok", "external", "external"]


def test_an_index_of_a_collection_may_have_a_permalink_of_its_name() -> None:
    config = "collections:\n  parts:\n    output: true\n    permalink: /:collection/:title\n"
    files = {
        "_config.yml": config,
        "_layouts/default.html": "",
        "index.md": "---\n---\n[a](/parts/) [b](/parts) [c](/parts/one) [d](/parts/one/)\n",
        "_parts/index.md": "---\n---\n# Parts\n",
        "_parts/one.md": "---\n---\n# One\n",
    }
    assert statuses(files, "index.md") == ["ok", "ok", "ok", "missing"]


def test_a_workflow_publishes_a_book_from_elsewhere_with_the_site() -> None:
    workflow = "steps:\n- run: git clone https://example.com/x/tool\n- run: |\n    mv tool/docs/book _site\n"
    away = '<meta http-equiv="refresh" content="0; url=/book/">'
    files = {
        ".github/workflows/ci.yml": workflow,
        "_config.yml": "theme: minima\n",
        "_layouts/default.html": "",
        "index.html": "---\n---\n<a href='/book/a.html'>x</a><a href='/look/'>y</a>",
        "manual.html": away,
        "other.html": away.replace("book", "look"),
    }
    assert statuses(files, "index.html") == ["opaque", "missing"]
    assert dead_redirects(make_site(files)) == ["other.html"]


def test_learn_publishes_the_versions_of_a_docset_at_the_same_address() -> None:
    config = """{"build": {"content": [{"files": ["**/*.md", "**/*.yml"], "group": "new"}],
    "groups": {"new": {"dest": "new-dest"}},
    "globalMetadata": {"breadcrumb_path": "/dotnet/maui/breadcrumb/toc.json"}}}"""
    files = {
        ".openpublishing.publish.config.json": '{"docsets_to_publish": []}',
        "docs/docfx.json": config,
        "docs/breadcrumb/toc.yml": "- name: Docs\n  tocHref: /\n",
        "docs/a/one.md": "# One\n\n[b](/dotnet/maui/a/two) [c](/dotnet/maui/a/gone) [d](/azure/x)\n",
        "docs/a/two.md": "# Two\n",
    }
    assert statuses(files, "docs/a/one.md") == ["ok", "missing", "external"]


def test_middleman_makes_an_address_of_an_index_page() -> None:
    lost = " ".join(f"[{number}](/gone-{number}/)" for number in range(6))
    files = {
        "source/a/x.html.md": f"# X\n\n[b](/b/c/) [d](/b/d)\n\n{lost}\n",
        "source/b/c/index.html.md": "# C\n",
    }
    assert statuses(files, "source/a/x.html.md")[:2] == ["ok", "opaque"]


def test_a_book_that_netlify_publishes_begins_at_the_top_of_the_host() -> None:
    files = {
        "docs/book/book.toml": "",
        "docs/book/src/SUMMARY.md": "- [Start](a/start.md)\n- [Next](b.md)\n",
        "docs/book/src/a/start.md": "# Start\n\n[b](/b.md) [c](/b.html) [d](/gone.md) [e](../../../code.go)\n",
        "docs/book/src/b.md": "# B\n",
    }
    assert statuses(files, "docs/book/src/a/start.md") == ["opaque"] * 4
    for config in ('publish = "docs/book/book"', 'base = "docs/book"\npublish = "book"'):
        files["netlify.toml"] = f"[build]\n{config}\n"
        assert statuses(files, "docs/book/src/a/start.md") == ["ok", "ok", "missing", "asset-missing"]


def test_a_uid_that_is_written_as_a_path_of_this_docset_is_no_apis() -> None:
    page = "---\nuid: core/saving/a\n---\n[a](xref:core/saving/b) [b](xref:core/saving/gone) [c](xref:System.Linq)\n"
    files = {
        ".openpublishing.publish.config.json": '{"docsets_to_publish": []}',
        "docfx.json": '{"build": {"content": [{"files": ["*.md"]}]}}',
        "a.md": page + "[d](xref:core/gone) [e](xref:ours.gone)\n",
        "b.md": "---\nuid: core/saving/b\n---\n# B\n",
    }
    assert statuses(files, "a.md")[:2] == ["ok", "missing"]
    assert "missing" not in statuses(files, "a.md")[2:]


def test_a_plugin_for_googles_tags_makes_no_pages() -> None:
    config = "export default { plugins: [['docusaurus-gtm-plugin', {}]], presets: [['classic', {docs: {}}]] };"
    files = {"docusaurus.config.js": config, "docs/a.md": "# A\n\n[b](/docs/b) [c](/gone)\n", "docs/b.md": "# B\n"}
    assert statuses(files, "docs/a.md") == ["ok", "missing"]
    files["docusaurus.config.js"] = config.replace("gtm", "unheard-of")
    assert statuses(files, "docs/a.md") == ["ok", "opaque"]


def test_a_sidebar_in_the_navbar_of_docusaurus_reads_no_id_of_a_document() -> None:
    item = "{type: 'doc', docId: 'gone', label: 'A'}, {type: 'docSidebar', sidebarId: 's', docId: 'lost', label: 'B'}"
    config = (
        f"export default {{ presets: [['classic', {{docs: {{}}}}]], themeConfig: {{navbar: {{items: [{item}]}}}} }};"
    )
    site = make_site({"docusaurus.config.js": config, "docs/a.md": "# A\n"})
    assert [(entry.key, entry.status) for entry in site.entries if entry.kind == "nav"] == [("gone", "missing")]


def test_a_picture_beside_the_documents_of_a_collection_goes_where_they_go() -> None:
    files = {
        "_config.yml": "collections: {pages: {output: true, permalink: '/:path/'}, drafts: {output: false}}\n",
        "_layouts/default.html": "",
        "_pages/a.md": "---\n---\n![x](plan.png) ![y](/a/plan.png) ![z](/pages/a/plan.png) ![w](/drafts/b/plan.png)\n",
        "_pages/a/plan.png": "",
        "_drafts/b/plan.png": "",
    }
    assert statuses(files, "_pages/a.md") == ["asset", "asset", "asset-missing", "asset-missing"]
    files["_config.yml"] = "collections:\n  pages:\n    output: true\n"
    assert statuses(files, "_pages/a.md") == ["asset-missing", "asset-missing", "asset", "asset-missing"]
