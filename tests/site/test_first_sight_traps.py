"""Traps of repositories seen for the first time: files that are only copied, folders that builds bring, gardens of
Quartz, languages that are none. Each has a link that must be told and one that must not."""

from tests.site.sites import make_site, written_links

HUGO = {
    "hugo.yaml": "baseurl: https://example.com/\n",
    "config/_default/menus.en.yaml": "main:\n  - name: Old\n    url: /docs/Old/\n",
    "content/_index.md": "# H",
    "content/docs/_index.md": '# D\n\n[m](3.1/) [n](3.2/) [p]({{< relref "page" >}})',
    "content/docs/3.1/index.html": "<title>Manual</title>",
    "content/docs/3.1/page/index.html": "<title>Page of the manual</title>",
    "content/docs/latest/index.html": "<meta http-equiv='refresh' content='0;URL=page/'>",
    "content/docs/latest/page.md": "---\ntitle: P\n---\n[a](../) [b](../none/)",
}


def statuses(files: dict[str, str], path: str) -> list[str]:
    return [link.status for link in written_links(make_site(files), path)]


def test_hugo_copies_html_without_front_matter_and_makes_no_bundle_of_it() -> None:
    assert statuses(HUGO, "content/docs/_index.md") == ["asset", "missing", "ok"]
    assert statuses(HUGO, "content/docs/latest/page.md") == ["asset", "missing"]
    bundle = HUGO | {"content/docs/latest/index.html": "---\ntitle: L\n---\n<p>here</p>"}
    assert statuses(bundle, "content/docs/_index.md") == ["asset", "missing", "missing"]


def test_an_entry_of_a_menu_stands_in_the_file_that_holds_it() -> None:
    links = written_links(make_site(HUGO), "config/_default/menus.en.yaml")
    assert [(link.status, link.written.span.line if link.written else 0) for link in links] == [("missing", 3)]
