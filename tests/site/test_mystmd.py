"""The MyST Document Engine: pages and their addresses, destinations by file and by address, labels, navigation.

What is asked here was seen in builds of mystmd 1.8.3; ``benchmarks/oracle/sites/mystmd-*`` compares whole sites.
"""

import json
from collections.abc import Mapping

import pytest

from linklint.model.site import Site
from linklint.source.slugs import mystmd_id, mystmd_label
from tests.site.sites import make_site, orphan_states, written_links

FOLDERS = "site: {options: {folders: true}}\n"


def myst(files: Mapping[str, str], config: str = "project: {title: T}\n") -> Site:
    """A site with these files; ``auto`` has to find it."""
    return make_site({"myst.yml": f"version: 1\n{config}", **files})


def toc(*entries: object, more: str = "") -> str:
    """A config with a table of contents."""
    listed = [{"file": each} if isinstance(each, str) else each for each in entries]
    return f"project: {{toc: {json.dumps(listed)}}}\n{more}"


def status(site: Site, path: str = "index.md") -> str:
    """The status of a file's only link."""
    (link,) = written_links(site, path)
    return link.status


@pytest.mark.parametrize(
    ("path", "config", "url"),
    [
        ("a/01-First Step.md", "", "/first-step"),
        ("a/01-First Step.md", FOLDERS, "/a/first-step"),
        ("a/2024-plan.md", "", "/2024-plan"),
        ("a/12.md", "", "/12"),
        ("02_guides/index.md", FOLDERS, "/guides"),
        ("a/Q & A.md", "", "/q-and-a"),
        ("a/under_score.and.dots.md", "", "/under-score-and-dots"),
        ("index.md", FOLDERS, "/"),
    ],
)
def test_addresses(path: str, config: str, url: str) -> None:
    assert myst({"index.md": "# H", path: "# T"}, f"project: {{title: T}}\n{config}").by_path[path].url == url


def test_equal_names_are_numbered_in_the_order_of_the_project() -> None:
    files = {"index.md": "# H", "b/index.md": "# B", "a/index.md": "# A", "a/10.x.md": "# X", "a/9.x.md": "# X"}
    implicit, explicit = myst(files), myst(files, toc("index.md", "b/index", "a/index.md"))
    assert [implicit.by_path[path].url for path in ("a/index.md", "b/index.md")] == ["/index-1", "/index-2"]
    assert [explicit.by_path[path].url for path in ("a/index.md", "b/index.md")] == ["/index-2", "/index-1"]
    assert [implicit.by_path[path].url for path in ("a/9.x.md", "a/10.x.md")] == ["/x", "/x-1"]


def test_pages_are_what_is_listed_and_what_patterns_stand_for() -> None:
    config = toc("home", {"title": "P", "children": [{"pattern": "a/*.md"}]}, more="")
    site = myst({"home.md": "", "a/one.md": "", "a/b/deep.md": "", "two.md": ""}, config)
    assert {page.path for page in site.pages if page.framework == "mystmd"} == {"home.md", "a/one.md"}
    assert site.by_path["home.md"].root


def test_without_a_list_all_files_are_pages_but_hidden_excluded_and_other_projects_ones() -> None:
    files = dict.fromkeys(("main.md", "a/b.md", ".x/c.md", "_build/d.md", "e/f.md", "g/h.md"), "# T")
    site = myst({**files, "g/myst.yml": "project: {title: G}"}, "project: {exclude: 'e/**'}")
    assert {page.path for page in site.pages if page.framework == "mystmd"} == {"main.md", "a/b.md", "g/h.md"}
    assert [page.path for page in site.pages if page.root] == ["g/h.md", "main.md"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[x](a/b.md)", "ok"),
        ("[x](a/b)", "ok"),
        ("[x](/a/b.md)", "ok"),
        ("[x](/b)", "ok"),  # its address
        ("{doc}`a/b`", "ok"),
        ("{ref}`the-label`", "ok"),
        ("{ref}`Its text <The-Label>`", "ok"),
        ("[](#the-label)", "ok"),
        ("[x](#THE-LABEL)", "ok"),
        ("[x](a/b.md#the-label)", "ok"),
        ("[x](a/b.md#in-the-text)", "ok"),
        ("[x](#in-the-text)", "ok"),
        ("[x](the-label)", "ok"),  # without its sign, as older versions ask for it
        ("[x](data.csv)", "asset"),
        ("{download}`data.csv`", "asset"),
        ("[x](notes.txt)", "asset-missing"),
        ("[x](a)", "missing"),
        ("[x](a/)", "missing"),
        ("[x](b.html)", "missing"),
        ("[x](a/gone.md)", "missing"),
        ("[x](/gone)", "missing"),
        ("{doc}`gone`", "missing"),
        ("{ref}`gone`", "missing"),
        ("[x](#gone)", "fragment-missing"),
        ("[x](a/b.md#gone)", "fragment-missing"),
        ("[x](a/b.md#labelled-heading)", "fragment-missing"),  # the label stands in its stead
        ("[x](a/b.md#b)", "ok"),  # a title has no id, but stands at the top
        ("[x](#b)", "fragment-missing"),
        ("[x](/myst.xref.json)", "opaque"),
        ("[x](xref:python#print)", "external"),
        ("[x](wiki:Tide)", "external"),
        ("![x](p.png)", "asset-missing"),
        ("```{card} T\n:link: a/b.md\nText\n```", "ok"),
        ("```{card} T\n:link: gone.md\nText\n```", "missing"),
        (":::{note .wide #own} T\n[x](gone.md)\n:::", "missing"),
        (":::{.wide}\n[x](gone.md)\n:::", "missing"),
    ],
)
def test_destinations(text: str, expected: str) -> None:
    page = "# B\n\n## In the text\n\n(the-label)=\n## Labelled heading\n"
    site = myst({"index.md": f"# H\n\n{text}\n", "a/b.md": page, "data.csv": "1"})
    assert status(site) == expected


@pytest.mark.parametrize(
    ("definition", "label"),
    [
        ("```{figure} p.png\n:label: The Map\n```", "the map"),
        ("```{code-cell} python\n#| label: cell\n1\n```", "cell"),
        ("$$ a $$ (sum)", "sum"),
        ("$$\n\\label{sum}\na\n$$", "sum"),
        ('+++ {"label": "block"}', "block"),
        ("{span #word}`text`", "word"),
        (":::{note #aside .x}\nT\n:::", "aside"),
        ("---\nlabel: page\n---\n# T", "page"),
    ],
)
def test_labels(definition: str, label: str) -> None:
    files = {"index.md": f"# H\n\n[x](<#{label}>)\n", "b.md": f"{definition}\n", "p.png": ""}
    site = myst(files)
    (link,) = written_links(site, "index.md")
    assert (link.status, link.target and link.target.path) == ("ok", "b.md")
    assert status(myst({**files, "b.md": "# B"})) == "fragment-missing"


def test_notebooks_define_labels_too() -> None:
    cells = [{"cell_type": "markdown", "metadata": {}, "source": ["(plot)=\n", "## A `nice` plot\n"]}]
    files = {"index.md": "[x](#plot) [x](#a-nice-plot) [x](#none)", "n.ipynb": json.dumps({"cells": cells})}
    found = [link.status for link in written_links(myst(files), "index.md")]
    assert found == ["asset", "asset", "fragment-missing"]


def test_what_a_page_takes_in_is_read_from_that_page() -> None:
    files = {
        "index.md": "# H\n\n```{include} parts/p.md\n```\n[x](#of-the-part)\n",
        "parts/p.md": "## Of the part\n\n[x](a.md) [x](../a.md)\n",
        "a.md": "# A",
    }
    site = myst(files, toc("index.md", "a.md"))
    assert [link.status for link in written_links(site, "parts/p.md")] == ["ok", "outside"]
    assert "parts/p.md" not in site.by_path
    assert [link.status for link in written_links(site, "index.md")] == ["ok"]


def test_an_include_of_nothing_is_told() -> None:
    assert status(myst({"index.md": "```{include} gone.md\n```\n"})) == "missing"


def test_entries_of_the_table_of_contents() -> None:
    config = toc("index.md", "a.md", "gone.md", {"url": "https://example.org", "title": "E"})
    site = myst({"index.md": "# H", "a.md": "# A", "b.md": "# B"}, config)
    entries = {link.written.written: link.status for link in written_links(site, "myst.yml") if link.written}
    assert entries == {"index.md": "ok", "a.md": "ok", "gone.md": "missing", "https://example.org": "external"}


def test_configs_extend_each_other_and_the_own_one_counts_most() -> None:
    files = {"index.md": "# H", "a/b.md": "# B", "base.yml": f"project: {{toc: [{{file: a/b.md}}]}}\n{FOLDERS}"}
    site = myst(files, "extends: base.yml\nsite: {options: {folders: false}}")
    assert site.by_path["a/b.md"].root
    assert site.by_path["index.md"].framework == "plain"


def test_a_config_from_elsewhere_may_say_that_addresses_hold_folders() -> None:
    config = "extends: [https://example.org/base.yml]\nproject: {title: T}"
    site = myst({"index.md": "[x](/b) [x](/a/b) [x](/c)", "a/b.md": "# B"}, config)
    assert [link.status for link in written_links(site, "index.md")] == ["ok", "ok", "missing"]


def test_other_projects_of_the_site_are_told_by_deeper_addresses() -> None:
    site = myst({"index.md": "[x](/other/page) [x](/other) [x](/none)"})
    assert [link.status for link in written_links(site, "index.md")] == ["opaque", "opaque", "missing"]


def test_orphans_are_what_no_list_shows() -> None:
    config = toc("index.md", {"file": "hidden.md", "hidden": True}, {"pattern": "a/*.md"})
    site = myst({"index.md": "# H", "hidden.md": "# X", "a/b.md": "# B"}, config)
    assert orphan_states(site) == {"hidden.md": "intended"}


def test_a_config_that_names_no_page_that_is_there_makes_no_site() -> None:
    assert myst({"index.md": "# H"}, toc("gone.md")).by_path["index.md"].framework == "plain"


def test_sphinx_keeps_its_sites_as_long_as_the_other_config_lists_nothing() -> None:
    files = {"conf.py": "extensions = ['myst_parser']", "index.md": "# H", "a.md": "# A"}
    assert myst(files).by_path["index.md"].framework == "sphinx"
    assert myst(files, toc("index.md")).by_path["index.md"].framework == "mystmd"


@pytest.mark.parametrize(
    ("text", "label", "slug"),
    [
        ("2. “Quoted” code Ünï", "2. quoted code ünï", "id-2-quoted-code-n"),
        ("A & B -- C!", "a & b -- c!", "a-b-c"),
        ("don't\n stop", "dont stop", "dont-stop"),
        ("...", "...", "id"),
        ("", "", ""),
    ],
)
def test_ids(text: str, label: str, slug: str) -> None:
    """As ``normalizeLabel`` and ``createHtmlId`` make them."""
    assert (mystmd_label(text), mystmd_id(text)) == (label, slug)
