"""Traps of texts that are shown in another place than their own: those that a program in C takes in, templates of HTML,
sources with a word before their ending, pages whose scripts read the fragment, parts of pages, drafts of Eleventy.
Each has a link that must be told and one that must not."""

import pytest

from tests.site.sites import make_site, orphan_states, written_links


def statuses(files: dict[str, str], path: str) -> list[str]:
    return [link.status for link in written_links(make_site(files), path)]


def test_a_text_that_c_takes_in_is_shown_by_the_program() -> None:
    text = "# Help\n\n[a](./prog-other.md) [b](#option-x) [c](#help)"
    files = {
        "src/help.cc": 'std::string doc() {\n  return\n#include "help.md"\n    ;\n}\n',
        "src/help.md": text,
        "src/more.md": text,
    }
    assert statuses(files, "src/help.md") == ["opaque", "fragment-unverifiable", "ok"]
    assert statuses(files, "src/more.md") == ["missing", "fragment-missing", "ok"]


SITE = {
    "index.html": "<title>T</title><a href=about.html>a</a><a href=none.html>n</a><a href=style.css>s</a>",
    "about.page.html": "<p>About</p>",
    "app.html": "<title>A</title><script>const code = location.hash.slice(1)</script>",
    "tabs.html": "<title>B</title><script>document.querySelector(location.hash).click()</script>",
    "set.html": "<title>C</title><script>location.hash = '#x'</script>",
    "links.html": "<title>L</title><a href=app.html#xyz>a</a><a href=tabs.html#xyz>b</a><a href=set.html#xyz>c</a>",
    "layout/form/done.html": "<h1>{{ title }}</h1><a href=../../privacy.html>p</a>",
    "layout/form/fixed.html": "<title>F</title><h1>Done</h1><a href=../../privacy.html>p</a>",
}


def test_a_page_may_be_made_of_a_source_with_a_word_before_its_ending() -> None:
    assert statuses(SITE, "index.html") == ["opaque", "missing", "asset-missing"]


def test_a_template_of_html_is_read_from_the_pages_that_it_is_for() -> None:
    assert statuses(SITE, "layout/form/done.html") == ["opaque"]
    assert statuses(SITE, "layout/form/fixed.html") == ["missing"]


def test_a_script_may_read_the_fragment_for_itself() -> None:
    assert statuses(SITE, "links.html") == ["fragment-unverifiable", "fragment-missing", "fragment-missing"]


def test_ids_in_brackets_are_made_of_data() -> None:
    page = "<title>P</title><h2 id='[idify(title)]'></h2><p id=given></p><a href=#books>b</a><a href=#given>g</a>"
    assert statuses({"index.html": page}, "index.html") == ["fragment-unverifiable", "ok"]
    plain = page.replace("[idify(title)]", "title")
    assert statuses({"index.html": plain}, "index.html") == ["fragment-missing", "ok"]


@pytest.mark.parametrize(
    ("path", "status"), [("docs/includes/config.md", "opaque"), ("docs/inner/config.md", "outside")]
)
def test_a_part_of_pages_may_climb_from_where_it_is_shown(path: str, status: str) -> None:
    files = {"README.md": "[a](docs/CONFIG.md)", "docs/CONFIG.md": "# C", path: "See [c](../../../docs/CONFIG.md)."}
    assert statuses(files, path) == [status]


def test_a_robot_links_the_contributors_agreement() -> None:
    states = orphan_states(make_site({"README.md": "[a](a.md)", "a.md": "# A", "CLA.md": "# C", "lost.md": "# L"}))
    assert states == {"CLA.md": "intended", "lost.md": "checked"}


DRAFTS = """module.exports = {eleventyComputed: {permalink: data => {
  if (process.env.CI) { return data.permalink; }
  return isPublished(data) ? data.permalink : false;
}}};"""


@pytest.mark.parametrize(
    ("code", "found"),
    [
        (DRAFTS, ["ok", "missing"]),
        (DRAFTS.replace("data.permalink : false", "'/x/' + data.slug : false"), ["opaque"] * 2),
    ],
)
def test_drafts_of_eleventy_leave_the_other_addresses_alone(code: str, found: list[str]) -> None:
    files = {
        ".eleventy.js": "module.exports = (c) => { return {dir: {input: 'site'}}; };",
        "site/site.11tydata.js": code,
        "site/index.md": "[a](/a/) [b](/b/)",
        "site/a.md": "# A",
    }
    assert statuses(files, "site/index.md") == found


@pytest.mark.parametrize("folder", ["content", "content/en"])
def test_files_of_hugo_are_copied_from_folders_without_pages(folder: str) -> None:
    files = {
        "hugo.toml": "[languages.en]\ncontentDir = 'content/en'\n" if folder != "content" else "title = 'T'\n",
        f"{folder}/blog/post.md": "![a](/blog/post/a.png) ![b](/images/b.png) ![c](/images/c.png) ![d](/blog/a.png)",
        f"{folder}/blog/post/a.png": "",
        f"{folder}/images/b.png": "",
    }
    assert statuses(files, f"{folder}/blog/post.md") == ["asset", "asset", "asset-missing", "asset-missing"]


@pytest.mark.parametrize("ending", ["md", "mdx"])
def test_braces_around_ids_of_docusaurus_may_be_escaped(ending: str) -> None:
    text = "## One <B /> \\{#first\\} \n\n## Two \\{#second}\n\n## Three {#third}\n\n"
    links = "[a](#first) [b](#second) [c](#third) [d](#one) [e](#two)"
    files = {
        "docusaurus.config.js": "module.exports = {presets: [['classic', {}]]};",
        f"docs/a.{ending}": text + links,
    }
    assert statuses(files, f"docs/a.{ending}") == ["ok", "ok", "ok", "fragment-missing", "fragment-missing"]


def test_no_plugin_of_docusaurus_makes_a_picture() -> None:
    files = {
        "docusaurus.config.js": "module.exports = {presets: [['classic', {}]], plugins: ['a-plugin-of-theirs']};",
        "docs/a.md": "![a](../static/a.png) ![b](../static/b.png) ![c](/img/c.png) [d](/made)",
        "static/a.png": "",
    }
    assert statuses(files, "docs/a.md") == ["asset", "asset-missing", "asset-missing", "opaque"]
    less = {key: text.replace("a-plugin-of-theirs", "docusaurus-plugin-less") for key, text in files.items()}
    assert statuses(less, "docs/a.md")[-1] == "missing"
