"""Hugo: what newer versions do in another way than older ones, and what no version does; as their builds say."""

import pytest

from tests.site.sites import written_links
from tests.site.test_hugo import hugo, link, url_of

LANGUAGES = "defaultContentLanguageInSubdir = true\n[languages.en]\n[languages.fr]"
PERMALINKS = "[permalinks.page]\nblog = '/:sections/:slug/'"


@pytest.mark.parametrize(
    ("others", "url"),
    [
        ({}, "/blog/x/"),  # a folder without an _index is no section
        ({"blog/2023/_index.md": "---\n---\n"}, "/blog/2023/x/"),
        ({"blog/_index.md": "---\n---\n"}, "/blog/x/"),
    ],
)
def test_sections_of_permalinks_are_folders_with_an_index(others: dict[str, str], url: str) -> None:
    assert url_of("blog/2023/x.md", "", PERMALINKS, **others) == url


def test_lists_of_ugly_sites_are_found_where_each_version_writes_them() -> None:
    site = hugo(
        "uglyURLs = true", **{"a/_index.md": "x", "a/b.md": "[new](index.html) [old](../a.html) [no](../b.html)"}
    )
    assert [each.status for each in written_links(site, "content/a/b.md")] == ["ok", "ok", "missing"]
    plain = hugo("", **{"a/_index.md": "x", "b.md": "[x](/a.html)"})
    assert written_links(plain, "content/b.md")[0].status == "missing"


def test_aliases_from_the_top_with_and_without_the_language() -> None:
    files = {"a.md": "---\naliases: [/old/]\n---\n", "b.md": "[x](/old/) [y](/en/old/) [z](/fr/old/)"}
    found = [each.status for each in written_links(hugo(LANGUAGES, **files), "content/b.md")]
    assert found == ["redirect", "redirect", "missing"]
    alone = [each.status for each in written_links(hugo("", **files), "content/b.md")]
    assert alone == ["redirect", "missing", "missing"]


def test_no_hook_of_hugo_sees_raw_html() -> None:
    several = "[languages.en]\n[languages.fr]"
    assert link("b.md", several, **{"b.md": "x"}).status == "ok"
    site = hugo(several, **{"a.md": '<a href="b.md">x</a> <a href="../b/">y</a>', "b.md": "x"})
    assert [each.status for each in written_links(site, "content/a.md")] == ["missing", "ok"]
