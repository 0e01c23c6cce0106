"""MkDocs: addresses, destinations, navigation, fragments; what must speak and what must not."""

from collections.abc import Mapping

import pytest

from linklint.model.settings import Settings, SiteSettings
from linklint.model.site import Link, Site
from tests.site.sites import make_site, orphan_states, written_links

HOME = {"docs/index.md": "# Home\n"}


def mkdocs(files: Mapping[str, str], config: str = "site_url: https://example.com/\n") -> Site:
    """A site with a home page and these files; ``auto`` has to find it."""
    return make_site({"mkdocs.yml": config, **HOME, **files})


def link_in(page: str, text: str, *others: str, config: str = "site_url: https://example.com/\n") -> Link:
    """The one link of a page, beside other empty pages."""
    site = mkdocs({**dict.fromkeys((f"docs/{other}" for other in others), "# T\n"), f"docs/{page}": text}, config)
    return written_links(site, f"docs/{page}")[0]


@pytest.mark.parametrize(
    ("path", "config", "url"),
    [
        ("a/b.md", "", "/a/b/"),
        ("a/index.md", "", "/a/"),
        ("a/README.md", "", "/a/"),
        ("a/Upper_Case.md", "", "/a/Upper_Case/"),
        ("a/b.md", "use_directory_urls: false\n", "/a/b.html"),
        ("a/b.md", "use_directory_urls: no\n", "/a/b.html"),
        ("a/index.md", "use_directory_urls: false\n", "/a/index.html"),
    ],
)
def test_addresses(path: str, config: str, url: str) -> None:
    site = mkdocs({f"docs/{path}": "# T\n"}, config or "{}\n")
    assert site.by_path[f"docs/{path}"].url == url


def test_what_the_build_leaves_out_is_no_page() -> None:
    config = "exclude_docs: |\n  parts/\n  !parts/kept.md\ndraft_docs: |\n  *.draft.md\n"
    files = {
        "docs/parts/a.md": "x", "docs/parts/kept.md": "x", "docs/x.draft.md": "x", "docs/.hidden/a.md": "x",
        "docs/templates/t.md": "x", "docs/sub/README.md": "x", "docs/sub/index.md": "x",
    }  # fmt: skip
    site = mkdocs(files, config)
    pages = {page.path: page.published for page in site.pages if page.path.startswith("docs/")}
    assert pages == {
        "docs/index.md": True, "docs/parts/kept.md": True, "docs/x.draft.md": False, "docs/sub/index.md": True,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("[x](b.md)", "ok"),
        ("[x](./b.md#t)", "ok"),
        ("[x](../b.md)", "missing"),  # it leads out of a/
        ("[x](B.md)", "case-mismatch"),
        ("[x](../index.md)", "ok"),
        ("[x](b)", "missing"),  # from /a/c/, a browser reads /a/c/b
        ("[x](../b/)", "ok"),
        ("[x](../b)", "ok"),
        ('<a href="b.md">x</a>', "missing"),  # raw HTML stays as it is
        ('<a href="../b/">x</a>', "ok"),
        ('<a href="b/">x</a>', "missing"),
        ("[x](/a/b/)", "ok"),
        ("[x](/a/b.md)", "missing"),
        ("[x](https://example.com/a/b/)", "ok"),
        ("[x](https://example.com/other/)", "external"),
        ("[x](/sitemap.xml)", "opaque"),
        ("[x](b.md#nothing)", "fragment-missing"),
        ("[x](b.md#fn:1)", "ok"),
    ],
)
def test_destinations(text: str, status: str) -> None:
    assert link_in("a/c.md", text, "a/b.md").status == status


def test_with_files_as_addresses_browsers_read_from_the_folder() -> None:
    config = "use_directory_urls: false\n"
    assert link_in("a/c.md", '<a href="b.html">x</a>', "a/b.md", config=config).status == "ok"
    assert link_in("a/c.md", '<a href="b/">x</a>', "a/b.md", config=config).status == "missing"


def test_absolute_destinations_below_a_base_path() -> None:
    config = "site_url: https://example.com/sub/\n"
    assert link_in("a.md", "[x](/sub/b/)", "b.md", config=config).status == "ok"
    assert link_in("a.md", "[x](/b/)", "b.md", config=config).status == "opaque"
    assert link_in("a.md", "[x](/sub/c/)", "b.md", config=config).status == "missing"
    docs = "validation: {links: {absolute_links: relative_to_docs}}\n"
    assert link_in("a/c.md", "[x](/b.md)", "b.md", config=docs).status == "ok"
    assert link_in("a/c.md", "[x](/c.md)", "b.md", config=docs).status == "missing"


def test_zensical_reads_every_relative_destination_from_the_file() -> None:
    files = {"docs/a.md": "# A\n", "docs/b.md": '[x](./a#a) <a href="a.md">y</a> [z](./c)'}
    site = make_site({"mkdocs.yml": "site_url: https://e.org/\n", "zensical.toml": "x = 'zensical'\n", **HOME, **files})
    assert [link.status for link in written_links(site, "docs/b.md")] == ["ok", "ok", "missing"]


def test_a_link_to_a_file_that_is_left_out_leads_to_no_page() -> None:
    assert link_in("a.md", "[x](b.md)", "b.md", config="exclude_docs: b.md\n").status == "unpublished"


def test_files_beside_the_docs_are_not_built_and_missing_ones_are_missing() -> None:
    site = make_site({"mkdocs.yml": "{}\n", "OTHER.md": "x", "docs/index.md": "[a](../OTHER.md) [b](../NONE.md)"})
    assert [link.status for link in written_links(site, "docs/index.md")] == ["opaque", "missing"]


def test_tags_and_inherited_configs_are_read() -> None:
    config = "INHERIT: base.yml\nextra: !ENV [X, y]\nplugins: [search]\nmarkdown_extensions: [attr_list]\n"
    files = {
        "mkdocs.yml": config,
        "base.yml": "use_directory_urls: false\nsite_name: !!python/name:a.b\n",
        **HOME,
        "docs/a.md": "x",
    }
    assert make_site(files).by_path["docs/a.md"].url == "/a.html"


def test_the_nav_is_links_of_the_home_page_and_entries() -> None:
    config = (
        "nav:\n  - index.md\n  - A: a.md\n  - Part:\n      - sub/b.md\n      - Gone: gone.md\n  - Out: https://e.org\n"
    )
    site = mkdocs({"docs/a.md": "# A\n", "docs/sub/b.md": "# B\n", "docs/lone.md": "# L\n"}, config)
    entries = {entry.key: (entry.location.line, entry.status) for entry in site.entries}
    assert entries == {
        "index.md": (2, "ok"), "a.md": (3, "ok"), "sub/b.md": (5, "ok"), "gone.md": (6, "missing"),
        "https://e.org": (7, "external"),
    }  # fmt: skip
    named = [link.written.text for link in site.links if link.file == "mkdocs.yml" and link.written]
    assert named == ["Home", "A", "B", "Gone", "Out"]
    assert orphan_states(site) == {"docs/lone.md": "checked"}


def test_without_a_nav_every_page_is_in_it() -> None:
    assert orphan_states(mkdocs({"docs/a.md": "x", "docs/sub/b.md": "x"})) == {}


def test_pages_that_say_they_are_not_in_the_nav_mean_it() -> None:
    config = "nav: [index.md]\nnot_in_nav: |\n  /a.md\n"
    assert orphan_states(mkdocs({"docs/a.md": "x", "docs/b.md": "x"}, config)) == {
        "docs/a.md": "intended",
        "docs/b.md": "checked",
    }


def test_lists_that_literate_nav_reads() -> None:
    config = "plugins:\n  - literate-nav\n"
    files = {
        "docs/SUMMARY.md": "- [A](a.md)\n- [Sub](sub/)\n",
        "docs/a.md": "x",
        "docs/sub/index.md": "x",
        "docs/c.md": "x",
    }
    assert orphan_states(mkdocs(files, config)) == {"docs/SUMMARY.md": "intended", "docs/c.md": "checked"}
    assert orphan_states(mkdocs({**files, "docs/SUMMARY.md": "- [A](a.md)\n- *\n"}, config)) == {
        "docs/SUMMARY.md": "intended"
    }


def test_redirects_are_followed() -> None:
    config = "plugins:\n  - redirects:\n      redirect_maps:\n        old.md: new.md#t\n        dead.md: gone.md\n"
    site = mkdocs({"docs/new.md": "# T\n", "docs/a.md": "[x](/old/)"}, "site_url: https://e.org/\n" + config)
    assert written_links(site, "docs/a.md")[0].target is site.by_path["docs/new.md"]
    assert {entry.key: (entry.status, entry.location.line) for entry in site.entries} == {
        "/old/": ("ok", 5),
        "/dead/": ("missing", 6),
    }


def test_posts_of_a_blog_have_dated_addresses_and_are_listed() -> None:
    config = "plugins:\n  - blog\nnav: [index.md, blog/index.md]\n"
    post = "---\ndate: 2024-01-31\n---\n# Hello, Wörld & all\n"
    files = {
        "docs/blog/index.md": "# Blog\n",
        "docs/blog/posts/first.md": post,
        "docs/blog/posts/own.md": "---\ndate: {created: 2023-02-03}\nslug: short\ndraft: true\n---\n# O\n",
        "docs/a.md": "[p](blog/posts/first.md) [c](/blog/category/x/) [g](/blog/nothing/)",
    }
    site = mkdocs(files, "site_url: https://e.org/\n" + config)
    assert site.by_path["docs/blog/posts/first.md"].url == "/blog/2024/01/31/hello-wörld--all/"
    own = site.by_path["docs/blog/posts/own.md"]
    assert (own.url, own.published) == ("/blog/2023/02/03/short/", False)
    assert [link.status for link in written_links(site, "docs/a.md")] == ["ok", "opaque", "missing"]
    assert [link.target.path for link in site.links if link.generated and link.target] == ["docs/blog/posts/first.md"]


def test_fragments_are_slugged_as_the_config_says() -> None:
    text = "# Über C++\n\n## Same\n\n## Same\n\n## Own { #mine }\n\n## :smile: Smile\n"
    extensions = "markdown_extensions:\n  - attr_list\n  - pymdownx.emoji\n"
    plain = mkdocs({"docs/a.md": text}, extensions).by_path["docs/a.md"].fragments or frozenset()
    assert {"uber-c", "same", "same_1", "mine", "smile"} <= plain
    assert "own" not in plain
    unicode = "  - toc:\n      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}\n"
    assert "über-c" in (mkdocs({"docs/a.md": text}, extensions + unicode).by_path["docs/a.md"].fragments or ())
    own = "  - toc:\n      slugify: !!python/name:my.slugs.slugify\n"
    assert mkdocs({"docs/a.md": text}, extensions + own).by_path["docs/a.md"].fragments is None


def test_titles_of_tabs_are_fragments_where_they_are_slugged() -> None:
    text = '# A\n\n=== "One two"\n\n    x\n'
    slugify = "\n      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}\n"
    for options, fragment in ((slugify, "one-two"), (slugify + "      combine_header_slug: true\n", "a-one-two")):
        config = f"markdown_extensions:\n  - pymdownx.tabbed:{options}"
        assert fragment in (mkdocs({"docs/a.md": text}, config).by_path["docs/a.md"].fragments or ())
    plain = mkdocs({"docs/a.md": text}, "markdown_extensions: [pymdownx.tabbed]\n")
    assert "one-two" not in (plain.by_path["docs/a.md"].fragments or ())


def test_pages_of_api_references_may_have_further_fragments() -> None:
    files = {
        "docs/api.md": "# API\n\n::: pkg.module\n",
        "docs/a.md": "# A\n\nSee [a](api.md#api) and [b](api.md#pkg.module.Name), [the class][pkg.module.Name], "
        "[something else][elsewhere.Name] and [the API][api].",
    }
    site = mkdocs(files, "plugins: [mkdocstrings]\n")
    found = {link.written.text: link.status for link in written_links(site, "docs/a.md") if link.written}
    assert found == {
        "a": "ok", "b": "fragment-unverifiable", "the class": "ok", "something else": "unresolvable", "the API": "ok",
    }  # fmt: skip
    assert [link.status for link in written_links(mkdocs(files, "{}\n"), "docs/a.md")][2:] == [
        "undefined-reference"
    ] * 3


def test_ids_of_api_references_begin_with_the_name_of_a_package() -> None:
    links = " ".join(f"[x](api.md#{each})" for each in ("pkg-classes", "pkg.f--notes", "other.Name", "usage", "none"))
    files = {"docs/api.md": "# API\n\n## Usage\n\n::: pkg.module\n", "docs/a.md": links}
    unsure, missing = "fragment-unverifiable", "fragment-missing"

    def statuses(config: str, text: str = files["docs/api.md"]) -> list[str]:
        site = mkdocs({**files, "docs/api.md": text}, f"plugins: [{config}]\n")
        return [link.status for link in written_links(site, "docs/a.md")]

    assert statuses("mkdocstrings") == [unsure, unsure, unsure, "ok", missing]
    python = "mkdocstrings: {default_handler: python, handlers: {python: {paths: [src]}}}"
    assert statuses(python)[-1] == missing
    for other in ("mkdocstrings: {custom_templates: own}", "mkdocstrings: {handlers: {shell: {}}}"):
        assert statuses(other)[-1] == unsure
    assert statuses("mkdocstrings", "# API\n\n::: mkdocs-click\n    :module: pkg\n")[-1] == unsure


def test_snippets_bring_links_that_are_read_from_the_page_that_shows_them() -> None:
    config = "markdown_extensions:\n  - pymdownx.snippets:\n      base_path: docs/parts\n      auto_append: [refs.md]\n"
    files = {
        "docs/parts/part.md": "## From a part\n\n[b](b.md) [gone](gone.md)\n",
        "docs/parts/refs.md": "[known]: b.md\n",
        "docs/sub/a.md": '--8<-- "part.md"\n\nSee [self](#from-a-part), [the known][known], [the unknown][unknown].\n',
        "docs/sub/b.md": "# B\n",
    }
    site = mkdocs(files, config + "exclude_docs: parts/\n")
    found = {link.written.text: (link.file, link.status) for link in site.links if link.written}
    assert found == {
        "b": ("docs/parts/part.md", "ok"), "gone": ("docs/parts/part.md", "missing"), "self": ("docs/sub/a.md", "ok"),
        "the known": ("docs/sub/a.md", "ok"), "the unknown": ("docs/sub/a.md", "undefined-reference"),
    }  # fmt: skip


def test_translations_by_suffix_and_by_folder() -> None:
    config = "plugins:\n  - i18n:\n      languages: [{locale: en, default: true}, {locale: fr}]\n"
    site = mkdocs({"docs/index.fr.md": "[b](b.md)", "docs/b.md": "x", "docs/b.fr.md": "x"}, config)
    assert site.by_path["docs/b.fr.md"].url == "/fr/b/"
    assert written_links(site, "docs/index.fr.md")[0].target is site.by_path["docs/b.fr.md"]
    folders = config.replace("i18n:\n", "i18n:\n      docs_structure: folder\n")
    files = {"mkdocs.yml": folders, "docs/en/index.md": "# H\n", "docs/en/b.md": "x", "docs/fr/index.md": "[b](b.md)"}
    site = make_site(files)
    assert (site.by_path["docs/en/b.md"].url, site.by_path["docs/fr/index.md"].url) == ("/b/", "/fr/")
    assert written_links(site, "docs/fr/index.md")[0].status == "ok"  # the default language stands in


def test_pages_that_a_plugin_writes_are_not_missing() -> None:
    assert link_in("a.md", "[x](reference/pkg.md)", config="plugins: [gen-files]\n").status == "opaque"


def test_sites_of_tests_and_examples_are_not_taken_for_sites() -> None:
    nested = {"tests/site/mkdocs.yml": "{}\n", "tests/site/docs/index.md": "[x](gone.md)"}
    site = make_site({"mkdocs.yml": "{}\n", **HOME, **nested})
    assert [framework.root for framework in site.frameworks if framework.name == "mkdocs"] == ["docs"]
    assert not written_links(site, "tests/site/docs/index.md")


def test_a_config_that_cannot_be_read_leaves_the_defaults() -> None:
    assert make_site({"mkdocs.yml": "a: [\n", **HOME, "docs/a.md": "x"}).by_path["docs/a.md"].url == "/a/"
    settings = Settings(site=SiteSettings(framework="mkdocs"))
    assert make_site({**HOME, "docs/a.md": "x"}, settings).by_path["docs/a.md"].url == "/a/"
