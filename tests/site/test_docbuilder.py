"""doc-builder: tables of contents, addresses of packages and languages, ids of headings
(https://github.com/huggingface/doc-builder)."""

import pytest

from linklint.graph import LinkGraph
from linklint.model.site import Site
from linklint.source.slugs import docbuilder_slug
from tests.site.sites import make_site, orphan_states, site_with, written_links

WORKFLOW = """jobs:
  build:
    uses: huggingface/doc-builder/.github/workflows/build_main_documentation.yml@main
    with:
      commit_sha: ${{ github.sha }}
      package: garden
      path_to_docs: garden/units/
      languages: en fr
    secrets:
      hf_token: ${{ secrets.HF_DOC_BUILD_PUSH }}
"""
CONTENTS = """- title: Start
  sections:
  - local: unit1/soil
    title: Soil
  - local: unit1/roses
    title: Roses
    sections:
    - {local: unit2/tools, title: Tools}
"""
COURSE = {
    ".github/workflows/build.yml": WORKFLOW,
    "units/en/_toctree.yml": CONTENTS,
    "units/fr/_toctree.yml": "- {local: unit1/soil, title: Le sol}\n",
    "units/en/unit1/soil.mdx": "# Soil\n",
    "units/en/unit1/roses.mdx": "# Roses\n\n## The `dig`: how-to, 2nd_try [[dig]]\n\n## Après l'hiver\n",
    "units/en/unit2/tools.md": "# Tools\n\n[[autodoc]] garden.Spade\n",
    "units/fr/unit1/soil.mdx": "# Le sol\n",
    "README.md": "# Garden\n",
}


def statuses(text: str, source: str = "units/en/unit1/soil.mdx", **more: str) -> dict[str, str]:
    """Destination → status of the links in a page of the course."""
    site = make_site({**COURSE, **more, source: text})
    return {link.written.href: link.status for link in written_links(site, source) if link.written}


def read(hrefs: list[str], source: str = "units/en/unit1/soil.mdx") -> list[str]:
    found = statuses(" ".join(f"[x]({href})" for href in hrefs), source)
    return [found[href] for href in hrefs]


def test_endings_may_be_left_out_as_files_are_named_or_as_the_site_names_them() -> None:
    assert read(["roses", "./roses.mdx", "../unit2/tools", "../unit2/tools.html"]) == ["ok"] * 4
    assert read(["tulips", "roses/dig", "../unit3/tools.md"]) == ["missing"] * 3


def test_the_id_of_a_heading_is_no_part_of_the_title() -> None:
    site = make_site({**COURSE, "units/en/unit1/soil.mdx": "# Good soil [[soil]]\n"})
    assert [page.title for page in site.pages if page.url == "/en/unit1/soil"] == ["Good soil"]


@pytest.mark.parametrize(
    ("href", "status"),
    [
        ("/garden/unit1/roses", "ok"),
        ("/learn/garden/unit1/roses", "ok"),
        ("/docs/garden/main/en/unit2/tools", "ok"),
        ("/garden/fr/unit1/soil", "ok"),
        ("/garden/unit1", "ok"),
        ("/garden", "ok"),
        ("/garden/fr/unit1/roses", "opaque"),
        ("/garden/unit9/roses", "missing"),
        ("/garden/unit1/tulips#red", "missing"),
        ("/forest/unit1/roses", "opaque"),
    ],
)
def test_addresses_begin_with_the_package_that_the_workflow_names(href: str, status: str) -> None:
    assert read([href]) == [status]


def test_a_page_that_is_not_translated_yet_may_be_shown_in_the_main_language() -> None:
    source = "units/fr/unit1/soil.mdx"
    assert read(["roses", "tulips", "/garden/unit1/roses", "/garden/unit1/tulips"], source) == [
        "opaque",
        "missing",
        "ok",
        "missing",
    ]


def test_headings_have_ids_of_letters_digits_and_hyphens_or_their_own() -> None:
    assert read(["roses#dig", "roses#après-lhiver", "roses#après-l'hiver"]) == ["ok", "ok", "fragment-missing"]
    assert docbuilder_slug("The  `dig`: how-to, 2nd_try") == "the-dig-how-to-2ndtry"


def test_ids_of_objects_are_made_of_code() -> None:
    assert read(["../unit2/tools#garden.Spade", "roses#garden.Spade"]) == ["fragment-unverifiable", "fragment-missing"]


def lost_entries(site: Site) -> list[tuple[str, str]]:
    lost = (link for link in site.links if link.file.endswith("yml") and link.status == "missing")
    return [(link.file, link.written.href) for link in lost if link.written]


def test_the_table_of_contents_links_pages_and_one_that_is_not_there_is_told() -> None:
    lost = {"units/en/_toctree.yml": CONTENTS + "  - {local: unit3/trees, title: Trees}\n"}
    site = make_site({**COURSE, **lost, "units/en/unit9/lost.mdx": "# Lost"})
    assert lost_entries(site) == [("units/en/_toctree.yml", "unit3/trees")]
    assert orphan_states(site) == {"units/en/unit9/lost.mdx": "checked"}
    graph = LinkGraph(site)
    assert {page.path for page in site.pages if graph.reachable(page) is False} == {"units/en/unit9/lost.mdx"}


def test_pages_of_several_frameworks_and_new_names_are_read() -> None:
    text = "- local_fw: {pt: a, tf: b}\n  title: A\n- {local: c, newlocal: d, title: C}\n"
    files = {"docs/_toctree.yml": text, "docs/a.mdx": "# A", "docs/b.mdx": "# B", "docs/c.mdx": "# C"}
    site = make_site(files)
    assert lost_entries(site) == []
    assert {page.path: page.url for page in site.pages} == {
        "docs/a.mdx": "/a",
        "docs/b.mdx": "/b",
        "docs/c.mdx": "/d",
    }


def test_old_names_lead_to_new_ones() -> None:
    more = {"units/en/_redirects.yml": "unit1/old: unit1/roses\nunit1/gone: unit1/tulips\n"}
    hrefs = ["old", "/garden/unit1/old", "gone", "/garden/unit1/gone"]
    text = " ".join(f"[x]({href})" for href in hrefs)
    found = statuses(text, **more)
    assert [found[href] for href in hrefs] == ["ok", "ok", "missing", "missing"]


@pytest.mark.parametrize("text", ["", "# nothing", "a: b", "- 3", "- title: x\n  sections: 4", "[", "- {local: 3}"])
def test_what_is_no_table_of_contents_makes_no_site(text: str) -> None:
    site = make_site({"docs/_toctree.yml": text, "docs/a.md": "[x](b.md)"})
    assert [page.url for page in site.pages] == ["/docs/a.md"]


def test_a_config_may_name_the_framework_for_a_folder_without_a_table() -> None:
    site = site_with({"docs/a.md": "[x](b)", "docs/b.md": "# B"}, framework="docbuilder", content=("docs",))
    assert [link.status for link in site.links] == ["ok"]


def test_readmes_of_other_folders_that_are_kept_beside_the_pages_are_read_from_there() -> None:
    files = {"docs/_toctree.yml": "- {local: a, title: A}\n", "docs/a.md": "# A", "docs/policy_README.md": "[x](../b/)"}
    site = make_site(files)
    assert [link.status for link in written_links(site, "docs/policy_README.md")] == ["opaque"]
    assert orphan_states(site) == {"docs/policy_README.md": "intended"}


def test_double_brackets_in_its_pages_make_no_vault() -> None:
    pages = {f"docs/p{number}.md": "# P\n\n[[autodoc]] Spade\n\n[x](q.md)" for number in range(8)}
    site = make_site({"docs/_toctree.yml": "- {local: p1, title: P}\n", **pages, "guide/a.md": "[x](b)"})
    assert {link.status for link in written_links(site, "guide/a.md")} == {"missing"}
