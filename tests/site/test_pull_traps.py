"""What pull requests of public repositories were told that is not so, and what they should have been told."""

from __future__ import annotations

import pytest

from tests.site.sites import make_site, written_links

ABROAD = " ".join(f"[x](/blog/post-{number}/)" for number in range(6))
FOUND = {f"part/page{number}/index.md": f"# {number}" for number in range(5)}


def read(named: str, name: str = "part/z/index.md", lost: int = 0) -> list[str]:
    """The statuses of the last links of a page in a repository where absolute names are another site's."""
    links = " ".join(f"[x](../page{number})" for number in range(5))
    others = " ".join(f"[x](../../gone/{number})" for number in range(lost))
    text = f"{ABROAD} {links} {others} {named}"
    site = make_site({**FOUND, name: text})
    return [link.status for link in written_links(site, name)][11 + lost :]


def test_in_the_page_of_a_folder_names_are_of_files_where_most_of_them_are_there() -> None:
    assert read("[n](../../concepts/rbac) [s](/blog/other/) [f](../page1)") == ["missing", "opaque", "ok"]


@pytest.mark.parametrize(("name", "lost"), [("part/z/index.md", 6), ("part/z/other.md", 1)])
def test_elsewhere_they_may_be_addresses_as_well(name: str, lost: int) -> None:
    assert read("[n](../../concepts/rbac)", name, lost) == ["opaque"]


def test_many_names_that_are_there_are_enough_on_any_page() -> None:
    files = {f"part/page{number}/index.md": "" for number in range(20)}
    links = " ".join(f"[x](page{number})" for number in range(20))
    site = make_site({**files, "part/all.md": f"{ABROAD} {links} [n](page99)"})
    assert [link.status for link in written_links(site, "part/all.md")][-2:] == ["ok", "missing"]


def test_a_host_redirects_to_other_sites_beside_the_path_that_this_one_lies_below() -> None:
    rows = "/ /docs/other/ 301\n/docs/a/c /docs/a/none 301\n/docs/a/d /docs/a/b 301\n/docs/a/e /b/\n"
    files = {
        "_config.yml": "permalink: pretty\nbaseurl: /docs/a\n",
        "_layouts/default.html": "{{ content }}",
        "b.md": "---\n---\n",
    }
    site = make_site({**files, "_redirects": rows})
    assert [entry.status for entry in site.entries] == ["outside", "missing", "ok", "ok"]


PAGE = "# A\n\n<script setup>\nimport Settings from '%s';\n</script>\n\n## One\n\n%s\n\n[x](#two) [o](#one)\n"
LISTED = "<template><Setting v-for='each in data' :key='each' /></template>\n<script setup>\n%s\n</script>"


@pytest.mark.parametrize(
    ("imported", "shown", "inner", "status"),
    [
        ("/components/settings.vue", "<Settings :level='2' />", "", "fragment-missing"),
        ("/components/settings.vue", "<Settings />", "import Setting from './setting.vue'", "fragment-unverifiable"),
        ("../docs/components/setting.vue", "<settings />", "", "fragment-unverifiable"),
        ("/components/setting.vue", "nothing", "", "fragment-missing"),
        ("/components/none.vue", "<Settings />", "", "fragment-missing"),
    ],
)
def test_components_of_vue_may_make_ids_of_data(imported: str, shown: str, inner: str, status: str) -> None:
    files = {
        "docs/.vitepress/config.ts": "export default {}",
        "docs/a.md": PAGE % (imported, shown),
        "docs/components/settings.vue": LISTED % inner,
        "docs/components/setting.vue": "<template><component :is='tag' :id='setting.key' /></template>",
    }
    assert [link.status for link in written_links(make_site(files), "docs/a.md")] == [status, "ok"]


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("docs/pull-request-templates/github/bug-template.md", "opaque"),
        ("docs/reviews/pull_request_template.md", "opaque"),
        ("docs/reviews/pull-requests.md", "missing"),
    ],
)
def test_who_fills_in_a_form_gives_the_address(name: str, status: str) -> None:
    files = {"mkdocs.yml": "site_name: x\n", "docs/index.md": "", name: "# A\n\n[issue](./INSERT_URL_TO_ISSUE)\n"}
    assert [link.status for link in written_links(make_site(files), name)] == [status]


def test_nextra_tells_languages_by_the_ends_of_names() -> None:
    text = "[b](/docs/b) [only](/docs/only) [n](/docs/none) [r](b) [j](/ja/docs/b) [home](/)"
    files = {
        "next.config.js": "const nextra = require('nextra')({theme: 'nextra-theme-docs'})\n"
        "module.exports = nextra({i18n: {locales: ['en-US', 'ja'], defaultLocale: 'en-US'}})",
        "package.json": '{"dependencies": {"next": "12", "nextra": "2", "nextra-theme-docs": "2"}}',
        "pages/index.en-US.mdx": "# Home",
        "pages/index.ja.mdx": "# Home",
        "pages/docs/a.en-US.mdx": text,
        "pages/docs/a.ja.mdx": text,
        "pages/docs/b.en-US.mdx": "# B",
        "pages/docs/b.ja.mdx": "# B",
        "pages/docs/only.ja.mdx": "# Only",
        "pages/docs/v1.0.en-US.mdx": "# One",
    }
    site = make_site(files)
    assert site.by_path["pages/docs/b.ja.mdx"].url == "/ja/docs/b"
    statuses = [link.status for link in written_links(site, "pages/docs/a.en-US.mdx")]
    assert statuses == ["ok", "missing", "missing", "ok", "ok", "ok"]
    links = written_links(site, "pages/docs/a.ja.mdx")
    assert [link.status for link in links] == ["ok", "ok", "missing", "ok", "ok", "ok"]
    assert links[0].target is site.by_path["pages/docs/b.ja.mdx"]
