"""Fragments on GitHub: slugs, ids, lines, footnotes; and which of them cannot be verified."""

import pytest

from linklint.model.document import Document, Note
from linklint.site.fragments import document_fragments, github_fragments
from tests.site.sites import make_site

PAGE = """# Growing Tomatoes

## C++ & C#

## Foo

## Foo

## Explicit {#own-id}

<h2>Raw <em>HTML</em></h2>
<a name="named"></a> <p id="Para">x</p>

## Über uns
"""


def status(fragment: str, page: str = PAGE) -> str:
    site = make_site({"README.md": f"[x](<page.md#{fragment}>)", "page.md": page})
    return site.links[0].status


@pytest.mark.parametrize(
    "fragment",
    ["growing-tomatoes", "c--c", "foo", "foo-1", "own-id", "explicit", "raw-html", "named", "Para", "über-uns",
     "%C3%BCber-uns", "user-content-foo", "user-content-named", "", "top", "TOP", "L10", "L10-L20", "L1C2-L3C4",
     "fn-1", "fnref-1", "user-content-fn-1", "fn:note", "readme", ":~:text=some%20words", "foo:~:text=x"],
)  # fmt: skip
def test_fragments_that_lead_somewhere(fragment: str) -> None:
    assert status(fragment) == "ok"


@pytest.mark.parametrize(
    "fragment", ["foo-2", "growing_tomatoes", "c++--c#", "user-content-nope", "Lots", "L", "nope:~:text=x"]
)
def test_fragments_that_lead_nowhere(fragment: str) -> None:
    assert status(fragment) == "fragment-missing"


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [("نرم\u200cافزار", "ok"), ("نرم%E2%80%8Cافزار", "ok"), ("نرمافزار", "ok"), ("نرم-افزار", "fragment-missing")],
)
def test_a_heading_with_a_joiner_is_found_with_and_without_it(fragment: str, expected: str) -> None:
    assert status(fragment, "## نرم\u200cافزار") == expected


@pytest.mark.parametrize("macro", ["{{generator:members}}", "{% include team.html %}", "- {{ a }}\n  {{ b }}"])
def test_fragments_of_a_page_that_a_macro_fills_cannot_be_verified(macro: str) -> None:
    assert status("ada-lovelace", f"# Team\n\n{macro}\n") == "fragment-unverifiable"


@pytest.mark.parametrize(
    "text", ["Write {{name}} here.", "`{{name}}`", "    {{name}}", "```\n{{name}}\n```", "## {{name}}", "{name}"]
)
def test_a_template_expression_in_text_or_code_is_no_macro(text: str) -> None:
    assert status("ada-lovelace", f"# Team\n\n{text}\n") == "fragment-missing"


@pytest.mark.parametrize("fragment", ["Foo", "FOO-1", "para", "Über-uns"])
def test_fragments_in_the_wrong_letter_case(fragment: str) -> None:
    assert status(fragment) == "case-mismatch"


def test_a_mere_fragment_is_looked_for_in_the_page_itself() -> None:
    site = make_site({"README.md": "# Here\n\n[a](#here) [b](#there)"})
    assert [link.status for link in site.links] == ["ok", "fragment-missing"]


def test_a_fragment_of_a_folder_is_one_of_its_readme() -> None:
    site = make_site({"README.md": "[a](sub/#there) [b](sub#here)", "sub/README.md": "# There"})
    assert [link.status for link in site.links[:2]] == ["ok", "fragment-missing"]


def test_fragments_of_assets_cannot_be_verified_except_lines() -> None:
    site = make_site(
        {"README.md": "[a](x.pdf#page=2) [b](x.py#L3) ![c](x.svg#icon)", "x.pdf": "", "x.py": "", "x.svg": ""}
    )
    assert [link.status for link in site.links] == ["fragment-unverifiable", "asset", "asset"]


@pytest.mark.parametrize("kind", ["encoding", "nesting", "too-large", "unreadable", "nul", "timeout"])
def test_what_was_read_in_part_has_unknown_fragments(kind: str) -> None:
    document = Document("markdown", 1, 0, notes=(Note(kind, "x"),))
    assert github_fragments([document]) is None
    assert document_fragments([document]) is None


def test_a_broken_front_matter_hides_no_fragment() -> None:
    assert github_fragments([Document("markdown", 1, 0, notes=(Note("front-matter", "x"),))]) == frozenset()


def test_badges_of_contributors_lead_nowhere_on_purpose() -> None:
    badge = '<a href="#content-ann" title="Content">🖋</a>'
    assert make_site({"README.md": badge}).links[0].status == "ok"
    assert make_site({"README.md": badge.replace(' title="Content"', "")}).links[0].status == "fragment-missing"
    assert make_site({"README.md": '[x](#content-ann "Content")'}).links[0].status == "fragment-missing"
    nameless = '<a href="#question" title="Answering Questions">💬</a>'
    assert make_site({"README.md": nameless}).links[0].status == "ok"
    assert make_site({"README.md": nameless.replace("💬", "Ask")}).links[0].status == "fragment-missing"


def test_badges_of_contributors_are_also_on_pages_of_sites() -> None:
    site = {"mkdocs.yml": "site_name: x\n", "docs/index.md": '<a href="#userTesting-ann" title="User Testing">x</a>\n'}
    assert make_site(site).links[0].status == "ok"
    for other in ('<a href="#userTesting-ann">x</a>', '<a href="#other-ann" title="User Testing">x</a>'):
        assert make_site({**site, "docs/index.md": other}).links[0].status == "fragment-missing"


def test_below_the_config_of_an_unknown_generator_ids_may_be_made_otherwise() -> None:
    """The generator's own rules make the ids; those of GitHub's rules are right where the text is read there."""
    files = {
        "README.md": "[a](site/page.md#one-two) [b](site/page.md#one.two) [c](other.md#gone)",
        "site/gatsby-config.js": "module.exports = {}",
        "site/page.md": "## One two",
        "other.md": "## Here",
    }
    statuses = {link.written.written: link.status for link in make_site(files).links if link.written}
    assert statuses == {
        "site/page.md#one-two": "ok",
        "site/page.md#one.two": "fragment-unverifiable",
        "other.md#gone": "fragment-missing",
    }


PARTS = {
    "sections/install.md": "## Get it\n\n## Build it\n\n[a](#lint) [b](#fix) [c](#nope)\n\n[d](__#get-it)\n",
    "sections/use.md": "## Lint\n\n## Fix\n\n## Watch\n\n[a](#get-it) [b](#build-it) [c](#watch) [d](#table-row)\n",
    "sections/more.md": "## Speed\n\n[a](#lint) [b](#watch) [c](#speed)\n",
    "README.md": "[a](#nope)",
}


def statuses(files: dict[str, str]) -> set[tuple[str, str]]:
    return {(link.written.href, link.status) for link in make_site(files).links}


def test_files_that_name_headings_of_each_other_as_their_own_are_put_together() -> None:
    found = statuses(PARTS)
    assert {
        ("#lint", "fragment-unverifiable"),
        ("#table-row", "fragment-unverifiable"),
        ("__#get-it", "opaque"),
    } < found
    assert {("#watch", "ok"), ("#speed", "ok"), ("#nope", "fragment-missing")} < found


def test_pages_with_titles_that_were_split_are_none() -> None:
    titled = {path: f"# A page\n\n{text}" for path, text in PARTS.items()}
    found = statuses(titled)
    assert {("#lint", "fragment-missing"), ("#table-row", "fragment-missing"), ("__#get-it", "missing")} < found


MANUAL = "# Module a.b\n\n# Module a.c\n\n# Module a_d.e\n\n# 3. Run\n\n"


def test_own_links_that_name_several_ids_of_pandoc_tell_who_makes_the_page() -> None:
    links = "[x](#module-a.b) [x](#module-a.c) [x](#module-a_d.e) [x](#run) [x](#module-a.z) [x](#3-run)"
    assert {href for href, status in statuses({"m.md": MANUAL + links}) if status != "ok"} == {"#module-a.z"}
    few = "[x](#module-a.b) [x](#module-a.c) [x](#module-a.z) [x](#3-run)"
    assert {href for href, status in statuses({"m.md": MANUAL + few}) if status == "ok"} == {"#3-run"}
