"""Zola: addresses of pages, sections and languages, ``@/`` and addresses as browsers read them, ids, aliases.

The addresses and slugs are those of the tests in Zola's own source (``components/content/src/page.rs``,
``components/utils/src/slugs.rs``).
"""

from collections.abc import Mapping

import pytest

from linklint.model.site import Site
from linklint.source.slugs import zola_slug
from tests.site.sites import make_site, orphan_states, written_links


def zola(files: Mapping[str, str], config: str = "", base: str = "https://garden.org") -> Site:
    """A site with these files; ``auto`` has to find it."""
    return make_site({"config.toml": f'base_url = "{base}"\n{config}\n', **files})


def statuses(site: Site, path: str) -> list[str]:
    """The statuses of a file's links."""
    return [link.status for link in written_links(site, path)]


FRENCH = "[languages.fr]\ntitle = 'x'\n"


@pytest.mark.parametrize(
    ("path", "matter", "config", "url"),
    [
        ("content/posts/intro/start.md", "slug = 'hello-world'", "", "/posts/intro/hello-world/"),
        ("content/start.md", "slug = 'hello_- world?'", "", "/hello-world/"),
        ("content/start.md", "slug = '日本'", "[slugify]\npaths = 'safe'", "/日本/"),
        ("content/posts/intro/start.md", "path = 'hello-world'", "", "/hello-world/"),
        ("content/posts/intro/start.md", "path = '/hello-world'", "", "/hello-world/"),
        ("content/ file with space.md", "", "", "/file-with-space/"),
        ("content/posts/with-assets/index.md", "", "", "/posts/with-assets/"),
        ("content/posts/with-assets/index.md", "slug = 'hey'", "", "/posts/hey/"),
        ("content/posts/with_assets/index.md", "", "", "/posts/with-assets/"),
        ("content/posts/2013-06-02_with-assets/index.md", "", "", "/posts/with-assets/"),
        ("content/2018-10-08_hello.md", "", "", "/hello/"),
        ("content/2018-10-08 - hello.md", "", "", "/hello/"),
        ("content/2018-10-02T15:00:00Z-hello.md", "", "", "/hello/"),
        ("content/2018-10-08_hello.md", "", "[slugify]\npaths_keep_dates = true", "/2018-10-08-hello/"),
        ("content/hello.fr.md", "", FRENCH, "/fr/hello/"),
        ("content/2018-10-08_hello.fr.md", "", FRENCH, "/fr/hello/"),
        ("content/hello.fr.md", "path = 'bonjour'", FRENCH, "/bonjour/"),
        ("content/a/_index.fr.md", "", FRENCH, "/fr/a/"),
        ("content/A b/_index.md", "", "", "/A b/"),
        ("content/_index.md", "", "", "/"),
        ("content/v1.0.md", "", "", "/v1-0/"),
        ("content/Hé.md", "", "", "/he/"),
    ],
)
def test_addresses(path: str, matter: str, config: str, url: str) -> None:
    assert zola({path: f"+++\n{matter}\n+++\n# T\n"}, config).by_path[path].url == url


def test_what_is_left_out_or_a_draft_is_not_published() -> None:
    files = {
        "content/x/a.md": "# A",
        "content/b.md": "---\ndraft: true\n---\n# B",
        "content/c.md": "+++\nrender = false\n+++\n",
    }
    site = zola({**files, "content/d.md": "[b](@/b.md) [c](@/c.md) [a](@/x/a.md)"}, "ignored_content = ['x/*']")
    assert {page.path: page.published for page in site.pages} == {
        "content/b.md": False, "content/c.md": False, "content/d.md": True,
    }  # fmt: skip
    assert statuses(site, "content/d.md")[:2] == ["unpublished", "unpublished"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("[x](@/a/b.md)", "ok"),
        ("[x](@/a/b.md#t)", "ok"),
        ("[x](@/a/none.md)", "missing"),
        ("[x](@/a/B.md)", "case-mismatch"),
        ("[x](@/a/_index.md)", "ok"),
        ("[x](/a/b/)", "ok"),
        ("[x](/a/b)", "ok"),
        ("[x](/a/none/)", "missing"),
        ("[x](../b/)", "ok"),
        ("[x](./b.md)", "missing"),  # an address, which browsers read from the page's
        ("[x](..)", "ok"),
        ("[x](https://garden.org/a/b/)", "ok"),
        ("[x](/static.pdf)", "asset"),
        ("[x](/of-theme.css)", "asset"),
        ("![x](p.png)", "asset-missing"),  # only an index has files beside it
        ("[x](/tags/one/)", "opaque"),
        ("[x](/fr/tags/)", "opaque"),
        ("[x](/a/page/2/)", "opaque"),
        ("[x](/rss.xml)", "opaque"),
        ("[x](/a/atom.xml)", "opaque"),
        ("[x](/main.css)", "opaque"),
        ("[x](/)", "opaque"),  # made by a template
        ("[x](/old/)", "redirect"),
        ("[x](/old/page.html)", "redirect"),
    ],
)
def test_destinations(text: str, status: str) -> None:
    aliases = "+++\naliases = ['old', '/old/page.html']\n+++\n# T"
    files = {"content/a/a.md": text, "content/a/b.md": aliases, "content/a/_index.md": "# A", "content/a/p.png": ""}
    files |= {"static/static.pdf": "", "themes/t/static/of-theme.css": "", "sass/main.scss": ""}
    site = zola(files, f"taxonomies = [{{name = 'tags'}}]\n{FRENCH}")
    assert statuses(site, "content/a/a.md") == [status]


def test_drafts_have_no_aliases() -> None:
    files = {"content/a.md": "[x](/old/)", "content/b.md": "+++\ndraft = true\naliases = ['old']\n+++\n"}
    site = zola({**files, "content/_index.md": "# H"})
    assert statuses(site, "content/a.md") == ["missing"]
    assert not [entry for entry in site.entries if entry.kind == "redirect"]


def test_files_beside_an_index_are_copied_with_it() -> None:
    page = "+++\nslug = 'other'\n+++\n![p](p.png) ![q](deep/q.png) ![n](none.png)"
    files = {"content/b/My Post/index.md": page, "content/b/My Post/p.png": "", "content/b/My Post/deep/q.png": ""}
    files |= {"content/b/_index.md": "![s](s.png)", "content/b/s.png": "", "content/c.md": "![x](/b/other/p.png)"}
    site = zola(files)
    assert statuses(site, "content/b/My Post/index.md") == ["asset", "asset", "asset-missing"]
    assert statuses(site, "content/b/_index.md") == ["asset"]
    assert statuses(site, "content/c.md") == ["asset"]


@pytest.mark.parametrize(
    ("text", "status"), [("[x](/blog/b/)", "ok"), ("[x](/b/)", "opaque"), ("[x](@/b.md)", "ok"), ("[x](../b/)", "ok")]
)
def test_a_base_path(text: str, status: str) -> None:
    files = {"content/a.md": text, "content/b.md": "# B"}
    assert statuses(zola(files, base="https://garden.org/blog/"), "content/a.md") == [status]


@pytest.mark.parametrize(
    ("text", "config", "fragment", "status"),
    [
        ("# A\n# A", "", "a-1", "ok"),
        ("# A\n# A", "", "a-2", "fragment-missing"),
        ("# A {#own}\n# Own", "", "own-1", "ok"),
        ("# Own\n# A {#own}", "", "own-1", "ok"),  # explicit ids are taken first
        ("# Don’t `b_c` & *d*!", "", "don-t-b-c-d", "ok"),
        ("# Straße", "", "strasse", "ok"),
        ("# 日本", "", "none", "fragment-unverifiable"),
        ("# A b", "[slugify]\nanchors = 'safe'", "A_b", "ok"),
        ("# A", "", "from-template", "ok"),
        ("# A[^1]\n\n[^1]: x", "", "fn-1", "ok"),
        ("# A\n\n{{ toc() }}", "", "none", "fragment-unverifiable"),
        ("text", "", "none", "fragment-unverifiable"),
    ],
)
def test_fragments(text: str, config: str, fragment: str, status: str) -> None:
    files = {"content/a.md": f"[x](@/b.md#{fragment})", "content/b.md": f"{text}\n"}
    files["templates/page.html"] = '<main id="from-template"><p id="{{ page.slug }}">'
    assert statuses(zola(files, config), "content/a.md") == [status]


def test_addresses_in_other_alphabets_are_not_known() -> None:
    files = {"content/日本.md": "# T", "content/a.md": "[x](/ri-ben/) [y](@/日本.md) [z](/none.pdf)"}
    assert statuses(zola(files), "content/a.md") == ["opaque", "asset", "asset-missing"]


def test_templates_may_list_any_page() -> None:
    assert orphan_states(zola({"content/a.md": "# A"})) == {"content/a.md": "unknown"}


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"zola.toml": 'base_url = "/"', "content/a.md": "# A"}, True),
        ({"docs/config.toml": 'base_url = "/"', "docs/content/a.md": "# A"}, True),
        ({"config.toml": 'base_url = "/"', "docs/a.md": "# A"}, False),
        ({"config.toml": 'baseURL = "/"', "content/a.md": "# A"}, False),
        ({"config.toml": "[server]\nport = 1", "content/a.md": "# A"}, False),
        ({"themes/x/config.toml": 'base_url = "/"', "themes/x/content/a.md": "# A", "b.md": ""}, False),
    ],
)
def test_only_a_config_with_a_base_address_beside_content_is_a_site(files: Mapping[str, str], found: bool) -> None:
    assert ("zola" in {each.name for each in make_site(files).frameworks}) is found


@pytest.mark.parametrize(
    ("text", "slug"),
    [("input", "input"), ("test ", "test"), ("tes t", "tes-t"), ("dot. ", "dot"), ("héhé", "hehe"),
     ("test (hey)", "test-hey"), ("日本", None), ("A -- b_c", "a-b-c"), ("?!", "")],
)  # fmt: skip
def test_slugs(text: str, slug: str | None) -> None:
    assert zola_slug(text) == slug
