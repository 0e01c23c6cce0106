"""Sites of generators without a profile: what only they know is not judged, all else is."""

import pytest

from linklint.model.files import MemoryRepository
from linklint.site.generators import CONFIGS, find_configs, generator_folders
from linklint.site.other_generators import find_other_sites
from tests.site.sites import make_site, site_with, written_links

RETYPE = {"docs/retype.yml": "input: .\n"}


def statuses(files: dict[str, str], source: str, *hrefs: str) -> list[str]:
    site = make_site({**files, source: "\n".join(f"[x]({href})" for href in hrefs)})
    return [link.status for link in written_links(site, source)]


def test_addresses_of_the_generator_are_opaque_and_files_are_not() -> None:
    found = statuses(
        {**RETYPE, "docs/content/b.md": "# B\n\n## C\n", "docs/content/pictures/p.png": ""},
        "docs/content/a.md", "b.md", "pictures/p.png", "/guide/", "@/b.md", "b/", "b.html", "../x", "p.png", "nope.md",
    )  # fmt: skip
    assert found == ["ok", "asset", "opaque", "opaque", "opaque", "ok", "opaque", "opaque", "missing"]


def test_the_reason_names_the_generator() -> None:
    site = make_site({**RETYPE, "docs/content/a.md": "[x](guide)"})
    assert [link.reason.partition(" ")[0] for link in site.links] == ["Retype"]


def test_ids_of_headings_are_the_generators() -> None:
    files = {**RETYPE, "docs/content/b.md": "# B\n\n## C d\n"}
    assert statuses(files, "docs/content/a.md", "b.md#c-d", "b.md#other") == ["ok", "fragment-unverifiable"]
    del files["docs/retype.yml"]
    assert statuses(files, "docs/content/a.md", "b.md#c-d", "b.md#other") == ["ok", "fragment-missing"]


@pytest.mark.parametrize("path", ["README.md", "docs/README.md", "CHANGELOG.md", "other/a.md"])
def test_what_github_shows_is_judged_as_ever(path: str) -> None:
    assert statuses(RETYPE, path, "guide", "/guide/") == ["missing", "missing"]


def test_nobody_else_lists_the_pages_of_a_repository_without_a_generator() -> None:
    pages = {"README.md": "[a](docs/a.md)", "docs/a.md": "# A\n", "docs/lost.md": "# Lost\n"}
    for files, state in (({}, "checked"), (RETYPE, "unknown")):
        site = make_site({**pages, **files})
        assert {page.path: page.orphan for page in site.pages}["docs/lost.md"] == state


def test_a_site_in_a_folder_of_its_own_has_its_pages_beside_it() -> None:
    config = {"website/siteConfig.js": "module.exports = {baseUrl: '/'}\n"}
    assert statuses(config, "docs/a.md", "installation") == ["opaque"]
    assert statuses(config, "more/a.md", "installation") == ["missing"]


def test_who_names_a_framework_wants_it_to_be_that() -> None:
    site = site_with({**RETYPE, "docs/content/a.md": "[x](guide)"}, framework="plain")
    assert [link.status for link in site.links] == ["missing"]


@pytest.mark.parametrize(
    ("path", "text", "generator"),
    [
        ("a/conf.py", "extensions = ['myst_parser']\n", "Sphinx"),
        ("a/conf.py", "PORT = 8000\n", None),
        ("a/config.toml", 'base_url = "/"\n', None),
        ("a/config.toml", "[server]\nport = 1\n", None),
        ("a/_config.yml", "title: x\nskip_render:\n", "Hexo"),
        ("a/_config.yml", "title: x\ntheme: minima\n", None),
        ("a/.vuepress/config.js", "", None),
        ("a/gatsby-config.mjs", "", "Gatsby"),
        ("a/svelte.config.js", "import adapter from '@sveltejs/adapter-static'\n", "SvelteKit"),
        ("a/svelte.config.js", "export default {}\n", None),
        ("a/gridsome.config.js", "", "Gridsome"),
        ("a/_quarto.yml", "", None),
        ("a/nuxt.config.md", "# The config\n", None),
        ("a/docs/conf.py", "", "Sphinx"),
        ("a/config.yaml", "carpentry: 'swc'\n", "The Carpentries Workbench"),
        ("a/config.yaml", "port: 1\n", None),
        ("a/mkdocs.yml", "", None),
    ],
)
def test_configs(path: str, text: str, generator: str | None) -> None:
    repository = MemoryRepository({path: text})
    expected = {path.rpartition("/")[0]: generator} if generator else {}
    assert find_other_sites(repository.names, repository.read) == expected


def test_a_site_of_maven_is_a_folder_beside_its_manifest() -> None:
    maven = {"tools/pom.xml": "<project/>", "tools/src/site/markdown/b.md": "# B\n"}
    hrefs = "b.html", "b.md", "apidocs/index.html", "nope.md"
    assert statuses(maven, "tools/src/site/markdown/a.md", *hrefs) == ["ok", "ok", "opaque", "missing"]
    assert statuses(maven, "tools/notes/a.md", "apidocs/index.html") == ["missing"]
    repository = MemoryRepository({"pom.xml": "<project/>"})
    assert not find_configs(repository.names, repository.read)


def test_no_config_is_found_by_a_name_that_cannot_be() -> None:
    for name in CONFIGS:
        folder, _, base = name.rpartition("/")
        assert "/" not in folder
        assert "*" not in base.removesuffix(".*")


def test_one_table_tells_of_generators_with_and_without_a_profile() -> None:
    files = {
        "a/mkdocs.yml": "",
        "b/antora.yml": "",
        "mix.exs": ":ex_doc",
        "c/hugo.md": "",
        "d/config/_default/config.toml": "",
    }
    names, read = (repository := MemoryRepository(files)).names, repository.read
    assert {path: generator.known for path, generator in find_configs(names, read).items()} == {
        "a/mkdocs.yml": True, "b/antora.yml": False, "mix.exs": False, "d/config/_default/config.toml": True,
    }  # fmt: skip
    assert find_other_sites(names, read) == {"b": "Antora", "": "ExDoc"}
    assert generator_folders(names, read) == {"a", "b", "d"}
    assert generator_folders(names, read, lambda config: config < "b") == {"a"}


@pytest.mark.parametrize(("config", "made"), [({"docs/myst.yml": "project: {}\n"}, True), (RETYPE, False), ({}, False)])
def test_links_that_the_generator_fills(config: dict[str, str], made: bool) -> None:
    site = make_site({**config, "docs/content/a.md": "[](b.md) [b](b.md)\n", "docs/content/b.md": "# B\n"})
    found = [link.written.made for link in written_links(site, "docs/content/a.md") if link.written]
    assert found == [made, False]


def test_some_generators_find_files_by_their_last_name() -> None:
    config = {"mix.exs": "{:ex_doc, "}
    files = {**config, "guides/x/b.md": ""}
    assert statuses(files, "guides/a.md", "b.md", "/y/b.md", "y/gone.md", "`Some.Module`") == [
        "ok", "ok", "missing", "opaque",
    ]  # fmt: skip
    assert statuses({**RETYPE, "docs/x/b.md": ""}, "docs/a.md", "b.md") == ["missing"]


BARE = ["one", "two", "three#x", "guide/four", "five"]
HTML = [f"{number}.html#x" for number in range(5)]
ABSOLUTE = [f"/docs/{number}/" for number in range(5)]
EXPRESSIONS = [f"/docs/{{{{version}}}}/{number}" for number in range(5)]


@pytest.mark.parametrize("hrefs", [BARE, HTML])
def test_names_that_lead_nowhere_are_addresses_of_another_site(hrefs: list[str]) -> None:
    assert statuses({"docs/b.md": ""}, "docs/a.md", *hrefs, "six.md", "b.md") == ["opaque"] * 5 + ["missing", "ok"]


@pytest.mark.parametrize("source", ["README.md", "docs/README.md"])
@pytest.mark.parametrize("hrefs", [BARE, HTML])
def test_what_github_shows_has_no_addresses_of_another_site(source: str, hrefs: list[str]) -> None:
    assert statuses({}, source, *hrefs) == ["missing"] * 5


@pytest.mark.parametrize("hrefs", [BARE, HTML])
def test_a_few_such_names_are_mistakes(hrefs: list[str]) -> None:
    assert statuses({}, "docs/a.md", *hrefs[:4]) == ["missing"] * 4
    assert statuses({}, "docs/a.md", *BARE[:4], *HTML[:4]) == ["missing"] * 8


def test_such_names_are_mistakes_where_most_are_files_and_folders() -> None:
    files = {f"docs/folder{number}/x.html": "" for number in range(6)}
    folders = [f"folder{number}" for number in range(6)]
    assert statuses(files, "docs/a.md", *BARE, *folders) == ["missing"] * 5 + ["asset"] * 6
    pages = [f"folder{number}/x.html" for number in range(6)]
    assert statuses(files, "docs/a.md", *HTML, *pages)[:5] == ["missing"] * 5


def test_such_names_tell_nothing_of_other_folders() -> None:
    site = make_site({"docs/a.md": "\n".join(f"[x]({href})" for href in BARE), "more/a.md": "[x](one)"})
    assert [link.status for link in written_links(site, "more/a.md")] == ["missing"]


@pytest.mark.parametrize("hrefs", [ABSOLUTE, EXPRESSIONS])
def test_a_site_that_is_made_of_everything(hrefs: list[str]) -> None:
    """Most absolute addresses lead nowhere, or hold expressions."""
    other = {"docs/b.md": "\n".join(f"[x]({href})" for href in hrefs)}
    asked = ["one", "two.html", "b.md#nope", "six.md"]
    opaque = ["opaque", "opaque", "fragment-unverifiable", "missing"]
    assert statuses(other, "a.md", *asked[:2], "docs/b.md#nope", "six.md") == opaque
    assert statuses(other, "docs/a.md", *asked) == opaque
    few = {"docs/b.md": "\n".join(f"[x]({href})" for href in hrefs[:4])}
    assert statuses(few, "docs/a.md", *asked) == ["missing", "missing", "fragment-missing", "missing"]


PICTURES = [f"images/{number}.png" for number in range(5)]


def test_pictures_are_looked_for_elsewhere_where_pages_are() -> None:
    assert statuses({}, "docs/a.md", *PICTURES) == ["asset-missing"] * 5
    assert statuses({}, "docs/a.md", *HTML, *PICTURES) == ["opaque"] * 10
    assert statuses({}, "docs/a.md", *HTML, *PICTURES[:4]) == ["opaque"] * 5 + ["asset-missing"] * 4


def test_absolute_addresses_with_the_ending_of_the_site() -> None:
    assert statuses({}, "docs/a.md", *HTML, "/z.html", "/a.html", "/b.md") == ["opaque"] * 6 + ["ok", "missing"]


def test_names_of_people_are_no_addresses() -> None:
    assert statuses({}, "docs/a.md", *(f"@ann{number}" for number in range(6)), "#b") == ["missing"] * 6 + [
        "fragment-missing"
    ]


def test_what_lies_among_tests_of_code_is_no_page() -> None:
    page = '<title>x</title><a href="gone.html">x</a>'
    more = {
        "tests/expected/a.html": page,
        "tests/b.md": "# B\n",
        "tests/README.md": "# T\n",
        "docs/tests/c.md": "# C\n",
    }
    files = {"README.md": "# x\n", **more, "web/test.html": page}
    code = [page.path for page in make_site({**files, "pyproject.toml": ""}).pages]
    assert code == ["README.md", "docs/tests/c.md", "tests/README.md", "web/test.html"]
    assert {"tests/expected/a.html", "tests/b.md"} <= {page.path for page in make_site(files).pages}


LINKS = "[b](b.mdx) [c](/docs/c) [d](d.mdx) [e](#e) [f](b) [g](/b/)"
MDX = {"content/a.mdx": f"import X from 'x'\n\n{LINKS}\n", "content/b.mdx": "# B\n"}


def test_mdx_of_a_framework_that_is_not_known() -> None:
    site = make_site({"README.md": "# Home\n", **MDX})
    assert [link.status for link in written_links(site, "content/a.mdx")] == [
        "ok", "opaque", "missing", "fragment-unverifiable", "opaque", "ok",
    ]  # fmt: skip
    assert {page.path: page.orphan for page in site.pages}["content/b.mdx"] == "unknown"


def test_an_address_that_two_files_may_have_names_neither() -> None:
    site = make_site({**MDX, "content/en/b.mdx": "# B\n"})
    assert [link.status for link in written_links(site, "content/a.mdx")][-1] == "opaque"


def test_addresses_of_mdx_are_found_where_most_lead_elsewhere() -> None:
    elsewhere = "\n".join(f"[x](/app/{number})" for number in range(9))
    site = make_site({**MDX, "content/c.mdx": f"{elsewhere} [b](/b)\n"})
    assert [link.status for link in written_links(site, "content/c.mdx")] == ["opaque"] * 9 + ["ok"]


def test_mdx_alone_is_a_repository() -> None:
    assert len(make_site(MDX).pages) == 2


@pytest.mark.parametrize("more", [{"mkdocs.yml": "site_name: x\n", "docs/index.md": ""}])
def test_mdx_beside_a_framework_is_left_to_it(more: dict[str, str]) -> None:
    assert "content/a.mdx" not in make_site({**more, **MDX}).by_path


def test_mdx_of_examples_is_no_page() -> None:
    files = {path.replace("content", "examples/site"): text for path, text in MDX.items()}
    assert [page.path for page in make_site({"README.md": "# Home\n", **files}).pages] == ["README.md"]
