"""docfx: tables of contents as navigation."""

from tests.site.docfx_sites import docset, learn, statuses
from tests.site.sites import make_site, orphan_states

PAGES = dict.fromkeys(("docs/a.md", "docs/b.md", "docs/sub/c.md", "docs/sub/d.md", "docs/lost.md"), "")
TOC = """items:
- name: A
  href: a.md
- name: Sub
  href: sub/
  topicHref: b.md
  items:
  - name: C
    href: sub/c.md
  - name: Gone
    href: gone.md
  - name: Outside
    href: https://example.com
"""


def test_tables_in_yaml_link_pages() -> None:
    site = docset({**PAGES, "docs/toc.yml": TOC, "docs/sub/TOC.yml": "- name: D\n  href: d.md\n"})
    assert orphan_states(site) == {"docs/lost.md": "checked"}
    assert [link.status for link in site.links if link.file == "docs/toc.yml"] == [
        "ok",
        "asset",
        "ok",
        "ok",
        "missing",
        "external",
    ]


def test_lines_of_tables_have_their_places() -> None:
    site = docset({**PAGES, "docs/toc.yml": TOC})
    entry = next(entry for entry in site.entries if entry.key == "gone.md")
    assert (entry.file, entry.location.line, entry.location.column, entry.status) == ("docs/toc.yml", 11, 11, "missing")


def test_tables_in_markdown_link_pages() -> None:
    toc = "# [A](a.md)\n#[B](b.md)\n# Group\n## [C](sub/c.md)\n## [D](@d.uid)\n## [Gone](gone.md)\n"
    site = docset({**PAGES, "docs/sub/d.md": "---\nuid: d.uid\n---\n", "docs/TOC.md": toc})
    assert orphan_states(site) == {"docs/lost.md": "checked"}
    assert statuses(site, "docs/TOC.md") == ["ok", "ok", "ok", "ok", "missing"]
    assert "docs/TOC.md" not in site.by_path


def test_entries_may_name_uids() -> None:
    toc = "- uid: a.uid\n- name: No\n  topicUid: no.uid\n"
    site = docset({"docs/a.md": "---\nuid: a.uid\n---\n", "docs/toc.yml": toc})
    assert orphan_states(site) == {}
    assert statuses(site, "docs/toc.yml") == ["ok", "missing"]


def test_nested_tables() -> None:
    site = docset({**PAGES, "docs/toc.yml": "- href: sub/toc.yml\n- href: no/toc.yml\n", "docs/sub/toc.yml": "[]"})
    assert statuses(site, "docs/toc.yml") == ["asset", "asset-missing"]


def test_breadcrumbs_are_no_navigation() -> None:
    site = learn({"docs/a.md": "", "docs/b.md": "", "docs/TOC.yml": "- href: b.md\n"})
    assert orphan_states(site) == {"docs/a.md": "checked"}
    assert site.by_path["docs/a.md"].url == "/tool/a"
    assert not [link for link in site.links if link.file == "docs/breadcrumb/toc.yml"]


def test_without_an_index_the_first_page_of_the_table_is_the_home() -> None:
    files = {"docs/toc.yml": "- href: sub/\n", "docs/sub/toc.yml": "- href: d.md\n- href: c.md\n"}
    config = '{"build": {"content": ["**.md", "**.yml"]}}'
    site = make_site({"docs/docfx.json": config, **PAGES, **files})
    assert [page.path for page in site.pages if page.root] == ["docs/sub/d.md"]


def test_a_table_that_is_no_yaml_may_list_any_page() -> None:
    site = docset({"docs/a.md": "", "docs/toc.yml": "- href: [\n"})
    assert orphan_states(site) == {"docs/a.md": "unknown"}
