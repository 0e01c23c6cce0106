"""Traps of documentation sites and blogs that were chosen by neutral words, without a look at their sources."""

import pytest

from tests.site.sites import make_site, written_links

MINTLIFY = '{"$schema": "https://mintlify.com/docs.json", "navigation": {"pages": [PAGES]}}'


def statuses(files: dict[str, str], path: str) -> list[str]:
    return [link.status for link in written_links(make_site(files), path)]


@pytest.mark.parametrize(("outer", "expected"), [
    ('"index", "ja/index"', ["ok", "ok", "missing"]),  # a translation of the site, its config too
    ('"index"', ["missing", "missing", "ok"]),  # another site
])  # fmt: skip
def test_mintlify_a_config_among_pages_of_another_is_a_copy(outer: str, expected: list[str]) -> None:
    files = {
        "docs.json": MINTLIFY.replace("PAGES", outer),
        "index.mdx": "# Home",
        "only.mdx": "# Only",
        "ja/docs.json": MINTLIFY.replace("PAGES", '"ja/index"'),
        "ja/index.mdx": "[a](/only) [b](/ja/index) [c](/inner)",
        "ja/inner.mdx": "# Inner",
    }
    assert statuses(files, "ja/index.mdx") == expected


def test_mintlify_shows_the_first_page_at_the_top() -> None:
    files = {"docs.json": MINTLIFY.replace("PAGES", '"home", "a"'), "home.mdx": "# Home", "a.mdx": "[home](/) [x](/x)"}
    assert statuses(files, "a.mdx") == ["ok", "missing"]
    site = make_site(files)
    assert [link.target.path for link in written_links(site, "a.mdx") if link.target] == ["home.mdx"]
