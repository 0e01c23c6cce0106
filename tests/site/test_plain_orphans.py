"""Which pages without a link are orphans: the owner must be glad to hear of each."""

import pytest

from linklint.model.settings import Settings, SiteSettings
from tests.site.sites import make_site, orphan_states, site_with

MANY = {f"notes/{number}.md": "" for number in range(12)}


def test_a_page_that_nobody_links_is_an_orphan() -> None:
    assert orphan_states(make_site({"README.md": "[a](a.md)", "a.md": "", "b.md": ""})) == {"b.md": "checked"}


@pytest.mark.parametrize(
    "path",
    ["CONTRIBUTING.md", "docs/CODE_OF_CONDUCT.md", "code-of-conduct.md", "pull_request_template.md", "license.md",
     "packages/x/CHANGELOG.md", ".github/anything.md", ".changeset/blue-cat.md", "docs/CONTRIBUTING-de.md",
     "AGENTS.md", "docs/SUMMARY.md", "_sidebar.md", "docs/CONTRIBUTING.pt_BR.md"],
)  # fmt: skip
def test_files_that_github_and_tools_read_by_themselves_are_no_orphans(path: str) -> None:
    assert make_site({"README.md": "", path: ""}).by_path[path].orphan == "intended"


@pytest.mark.parametrize(
    "path", ["guides/security.md", "guides/history.md", "blog/support.md", "contributing-to-peace.md"]
)
def test_ordinary_pages_of_similar_names_are_checked(path: str) -> None:
    assert orphan_states(make_site({"README.md": "", path: ""})) == {path: "checked"}


def test_a_readme_is_listed_by_the_nearest_index_above() -> None:
    site = make_site({"README.md": "", "a/README.md": "", "a/b/c/readme.md": "", "d/index.md": ""})
    listed = [(link.source.path, link.target.path) for link in site.links if link.generated and link.target]
    assert listed == [("README.md", "a/README.md"), ("a/README.md", "a/b/c/readme.md")]
    assert {link.place for link in site.links} == {"listing"}
    assert orphan_states(site) == {"d/index.md": "checked"}


def test_community_files_stand_beside_the_front_page() -> None:
    site = make_site(
        {"README.md": "", ".github/SECURITY.md": "", "x/SECURITY.md": "", "code-of-conduct.md": "", "a.md": ""}
    )
    assert [link.target.path for link in site.links if link.generated and link.target] == [
        ".github/SECURITY.md",
        "code-of-conduct.md",
    ]


def test_a_readme_without_one_above_is_unknown() -> None:
    assert orphan_states(make_site({"a/README.md": "", "b/README.md": ""})) == {
        "a/README.md": "unknown",
        "b/README.md": "unknown",
    }


def test_roots_are_the_readme_at_the_top_else_the_one_that_github_shows() -> None:
    def roots(*paths: str) -> list[str]:
        return [page.path for page in make_site(dict.fromkeys(paths, "")).pages if page.root]

    assert roots("README.md", "docs/README.md") == ["README.md"]
    assert roots("index.md", "a.md") == ["index.md"]
    assert roots("docs/README.md", "a.md") == ["docs/README.md"]
    assert roots("docs/README.md", ".github/README.md") == [".github/README.md"]
    assert roots("a.md", "b/README.md") == []
    assert roots("README.md", "en/README.md", "de/README.md") == ["README.md", "de/README.md", "en/README.md"]
    assert roots("README.md", "cs/README.md", "ml/README.md") == ["README.md"]


def test_roots_of_the_config_are_added_by_path_and_by_url() -> None:
    site = site_with({"README.md": "", "de/README.md": "", "a.md": ""}, roots=("/de/", "a.md", "/nowhere/"))
    assert [page.path for page in site.pages if page.root] == ["README.md", "a.md", "de/README.md"]


def test_globs_of_the_config_declare_orphans_by_path_or_url() -> None:
    files = {"README.md": "", "a/x.md": "", "b/x.md": ""}
    states = orphan_states(site_with(files, orphans_ok=("a/*", "/b/x.md")))
    assert states == {"a/x.md": "intended", "b/x.md": "intended"}


@pytest.mark.parametrize(
    ("path", "text"),
    [("nav.yml", "- title: Deep\n  file: docs/deep.md"), ("README.rst", "see `deep <docs/deep.md>`_"),
     ("book.json", '{"pages": ["docs/deep"]}'), ("docs/index.rst", ".. include:: deep.md"),
     ("CLAUDE.md", "Read `docs/deep.md` first")],
)  # fmt: skip
def test_a_page_named_in_a_file_that_holds_no_links_is_unknown(path: str, text: str) -> None:
    assert orphan_states(make_site({"README.md": "", "docs/deep.md": "", path: text}))["docs/deep.md"] == "unknown"


@pytest.mark.parametrize(
    ("path", "text"),
    [("sitemap.xml", "<loc>docs/deep.md</loc>"), ("words.txt", "deep"), ("a.yml", "very-deep.md"),
     ("llms.txt", "docs/deep.md"),
     (".github/labeler.yml", "docs/deep.md"), ("other.md", "the file `docs/deep.md`"),
     ("clusters.yml", "docs/deep.md")],
)  # fmt: skip
def test_such_a_mention_must_lead_somebody_there(path: str, text: str) -> None:
    site = make_site({"README.md": "", "docs/deep.md": "", path: text}, Settings(clusters_path="clusters.yml"))
    assert orphan_states(site)["docs/deep.md"] == "checked"


def test_the_path_of_a_page_inside_that_of_its_translation_is_no_mention() -> None:
    files = {"README.md": "", "docs/deep.md": "", "es/docs/deep.md": "", "nav.json": '["es/docs/deep"]'}
    assert orphan_states(make_site(files)) == {"docs/deep.md": "checked", "es/docs/deep.md": "unknown"}


def test_such_a_path_that_names_no_other_page_may_be_read_from_another_folder() -> None:
    files = {"README.md": "", "docs/deep.md": "", "nav.json": '["content/docs/deep"]'}
    assert orphan_states(make_site(files))["docs/deep.md"] == "unknown"


@pytest.mark.parametrize(
    "config", ["gatsby-config.js", "website/nuxt.config.ts", "docs/.vuepress/config.js", "docs/conf.py"]
)
def test_a_generator_may_link_its_pages_by_itself(config: str) -> None:
    files = {"README.md": "", "docs/a.md": "", config: ""}
    assert orphan_states(make_site(files)) == {"docs/a.md": "unknown"}
    assert orphan_states(site_with(files, framework="plain")) == {"docs/a.md": "checked"}


def test_a_generator_elsewhere_says_nothing_of_other_folders() -> None:
    assert orphan_states(make_site({"README.md": "", "a.md": "", "manual/book.toml": ""})) == {"a.md": "checked"}


def test_a_jekyll_theme_may_list_pages_unless_nearly_all_are_linked() -> None:
    linked = {f"{number}.md": "" for number in range(9)}
    home = " ".join(f"[x]({path})" for path in linked)
    assert orphan_states(make_site({"README.md": home, **linked, "b.md": "", "_config.yml": ""})) == {"b.md": "checked"}
    assert orphan_states(make_site({"README.md": "", "b.md": "", "_config.yml": ""})) == {"b.md": "unknown"}


def test_a_heap_of_many_notes_is_browsed_and_not_linked() -> None:
    assert set(orphan_states(make_site({"README.md": "", **MANY})).values()) == {"unknown"}
    home = " ".join(f"[x]({path})" for path in list(MANY)[:8])
    assert set(orphan_states(make_site({"README.md": home, **MANY})).values()) == {"checked"}
    assert set(orphan_states(site_with({"README.md": "", **MANY}, content=("notes",))).values()) == {"checked"}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("# Naming\n\nThis page has moved to [the specification](https://example.com/naming).", "unknown"),
        ("# Naming\n\nThis page follows [another](b.md).", "checked"),
        ("# Naming\n\n" + "word " * 40 + "[source](https://example.com/naming)", "checked"),
        ("# Naming\n\n[one](https://example.com/1), [two](https://example.com/2)", "checked"),
        ("![one](https://example.com/1.png)", "checked"),
    ],
)
def test_a_page_that_only_says_where_something_is_now_may_be_kept_for_links_from_elsewhere(
    text: str, state: str
) -> None:
    assert orphan_states(make_site({"README.md": "", "naming.md": text}))["naming.md"] == state


def test_a_folder_of_which_few_pages_are_linked_is_browsed_too() -> None:
    guides = {f"guides/{number}.md": "" for number in range(12)}
    home = " ".join(f"[x]({path})" for path in list(guides)[:11]) + " [y](notes/0.md)"
    site = make_site({"README.md": home, **guides, **dict(list(MANY.items())[:5]), "alone/a.md": ""})
    checked, unknown = ["guides/11.md", "alone/a.md"], [f"notes/{number}.md" for number in range(1, 5)]
    assert orphan_states(site) == dict.fromkeys(checked, "checked") | dict.fromkeys(unknown, "unknown")


def test_markdown_beside_many_html_pages_only_accompanies_them() -> None:
    html = {f"{number}.html": "" for number in range(5)}
    states = orphan_states(make_site({"README.md": "", "marking.md": "", **html}))
    assert states["marking.md"] == "unknown"


def test_test_data_and_vendored_files_are_no_pages() -> None:
    files = {
        "README.md": "[x](tests/fixtures/a.md)",
        "tests/fixtures/a.md": "[y](nope.md)",
        "node_modules/p/README.md": "",
    }
    site = make_site({**files, "vendor/p/guide.md": "", "go.mod": ""})
    assert [page.path for page in site.pages] == ["README.md"]
    assert [link.status for link in site.links] == ["asset"]


def test_folders_of_what_tests_are_to_make_are_no_pages() -> None:
    made = {"a/expected/index.html": "<a href=nope.html>x</a>", "b/expected/more/c.md": "[y](nope.md)"}
    assert not make_site(made).pages
    assert make_site({"types/expected/index.md": "# Expected"}).pages


@pytest.mark.parametrize(
    ("path", "state"),
    [
        ("CHANGELOG-2.3.md", "intended"),
        ("CHANGELOG/CHANGELOG-3.0.md", "intended"),
        ("old/CHANGES_v1.x.md", "intended"),
        ("UPGRADE-7.0.md", "intended"),
        ("guide/changelog-3.md", "checked"),
        ("CHANGELOG/CHANGELOG-tools.md", "checked"),
    ],
)
def test_changelogs_of_versions_need_no_link(path: str, state: str) -> None:
    assert orphan_states(make_site({"README.md": "[a](a.md)", "a.md": "", path: ""}))[path] == state


@pytest.mark.parametrize("manifest", ["", "handbook/package.json"])
def test_a_folder_called_vendor_is_content_where_there_is_no_code_beside_it(manifest: str) -> None:
    site = make_site({"handbook/how-to/vendor/guide.md": "", **({manifest: ""} if manifest else {})})
    assert [page.path for page in site.pages] == ["handbook/how-to/vendor/guide.md"]


@pytest.mark.parametrize("path", ["resizer/vendor/go/a.md", "resizer/cloud/vendor-internal/github.com/me/sdk/a.md"])
def test_what_was_copied_beside_the_manifest_of_one_program_is_no_page(path: str) -> None:
    assert not make_site({path: "[y](nope.md)", "resizer/go.mod": ""}).pages
    assert [page.path for page in make_site({path: ""}).pages] == [path]


def test_drafts_are_published_on_github() -> None:
    site = make_site({"README.md": "[a](a.md)", "a.md": "---\ndraft: true\npublished: false\n---\n"})
    assert [page.published for page in site.pages] == [True, True]


@pytest.mark.parametrize(
    ("matter", "noindex"),
    [("robots: noindex", True), ("robots: [noindex, follow]", True), ("noindex: true", True), ("robots: none", True),
     ("robots: index", False), ("noindex: false", False), ("title: noindex", False)],
)  # fmt: skip
def test_noindex_in_front_matter(matter: str, noindex: bool) -> None:
    assert make_site({"a.md": f"---\n{matter}\n---\n"}).pages[0].noindex is noindex


@pytest.mark.parametrize(
    ("path", "framework", "kind"),
    [
        ("404.html", "html", "error"),
        ("404.md", "plain", "error"),
        ("404/index.html", "html", "error"),
        ("de/404.html", "html", "error"),
        ("shop/404.html", "html", "article"),
        ("errors/404.md", "plain", "article"),
        ("4040.html", "html", "article"),
        ("a.html", "html", "article"),
    ],
)
def test_the_404_page_of_the_site_and_of_each_language_is_no_article(path: str, framework: str, kind: str) -> None:
    files = {
        path: "<html lang=de><title>x</title>" if framework == "html" else "# X",
        "index.html": "",
        "README.md": "",
    }
    site = make_site(files, Settings(site=SiteSettings(framework=framework)))
    assert site.by_path[path].kind == kind


def test_each_home_page_may_have_a_404_page_beside_it() -> None:
    starlight = "starlight({locales: {root: {lang: 'en'}, 'pt-br': {lang: 'pt-BR'}}})"
    config = f"import starlight from '@astrojs/starlight';\nexport default {{integrations: [{starlight}]}}"
    folder = "src/content/docs/"
    names = ("index.md", "404.md", "pt-br/index.md", "pt-br/404.md", "http/index.md", "http/404.md")
    site = make_site({"astro.config.mjs": config, **{folder + name: "---\ntitle: x\n---\n" for name in names}})
    kinds = {path.removeprefix(folder): page.kind for path, page in site.by_path.items() if "404" in path}
    assert kinds == {"404.md": "error", "pt-br/404.md": "error", "http/404.md": "article"}


@pytest.mark.parametrize(("key", "state"), [("hide_title: true", "unknown"), ("description: x", "checked")])
def test_where_pages_speak_to_a_navigation_it_may_list_them_all(key: str, state: str) -> None:
    files = {f"docs/a/{number}.md": f"---\n{key}\n---\n# X" for number in range(10)}
    files |= {"README.md": " ".join(f"[x]({path})" for path in files), "docs/b/alone.md": "# Alone", "x.md": "# X"}
    assert orphan_states(make_site(files)) == {"docs/b/alone.md": state, "x.md": "checked"}
