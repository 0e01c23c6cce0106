"""Jekyll: what its build does and documentation does not say; each with what it does not do."""

import pytest

from linklint.model.site import Site
from tests.site.sites import make_site, written_links


def jekyll(config: str, **files: str) -> Site:
    """A site with a home page, this config and these files."""
    return make_site({"_config.yml": config, "Gemfile": 'gem "jekyll"\n', "index.md": "---\n---\n", **files})


def test_pages_hear_of_published_only_from_their_own_front_matter() -> None:
    config = "collections: {docs: {output: true}}\ndefaults:\n- {scope: {path: ''}, values: {published: false}}\n"
    files = {"a.md": "---\n---\n", "b.md": "---\npublished: false\n---\n", "_docs/c.md": "---\n---\n"}
    site = jekyll(config, **files)
    published = {path: site.by_path[path].published for path in files}
    assert published == {"a.md": True, "b.md": False, "_docs/c.md": False}


@pytest.mark.parametrize(
    ("config", "href", "status"),
    [
        ("paginate: 2\npaginate_path: /list/:num/\n", "/list/2/", "opaque"),
        ("paginate: 2\npaginate_path: /list/:num/\n", "/list/two/", "missing"),
        ("paginate: 2\n", "/page2/", "opaque"),
        ("paginate: 2\n", "/list/2/", "missing"),
        ("paginate_path: /list/:num/\n", "/list/2/", "missing"),  # nothing is paginated
    ],
)
def test_pages_of_lists_are_where_the_config_says(config: str, href: str, status: str) -> None:
    site = jekyll(f"title: T\n{config}", **{"a.md": f"---\n---\n[x]({href})\n"})
    assert written_links(site, "a.md")[0].status == status


def test_text_of_a_relative_include_gives_its_ids() -> None:
    files = {"a.md": "---\n---\n{% include_relative part.md %}\n", "part.md": "# Part\n"}
    assert "part" in (jekyll("title: T\n", **files).by_path["a.md"].fragments or ())
    missing = {"a.md": "---\n---\n{% include_relative gone.md %}\n"}
    assert jekyll("title: T\n", **missing).by_path["a.md"].fragments is None


def test_sources_without_front_matter_stay_beside_their_pages() -> None:
    files = {"a.md": '<a href="b.md">x</a> <a href="c.md">y</a> [z](b.md)', "b.md": "# B\n", "c.md": "---\n---\n"}
    plugins = "plugins: [jekyll-optional-front-matter, jekyll-relative-links]\n"
    found = [each.status for each in written_links(jekyll(plugins, **files), "a.md")]
    assert found == ["opaque", "missing", "ok"]
