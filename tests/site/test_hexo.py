"""Hexo: permalinks of posts and pages, addresses as browsers read them, tags that name posts, ids."""

from collections.abc import Mapping

import pytest

from linklint.model.site import Site
from linklint.source.slugs import hexo_slug
from tests.site.sites import make_site, orphan_states, written_links

MANIFEST = '{"dependencies": {"hexo": "^7.0.0", "hexo-renderer-marked": "^6.0.0", "hexo-generator-index": "3"}}'
THEME = {"themes/bare/layout/post.ejs": "<%- page.content %>"}


def hexo(files: Mapping[str, str], config: str = "", manifest: str = MANIFEST) -> Site:
    """A site with a theme and these files; ``auto`` has to find it."""
    return make_site({"_config.yml": f"theme: bare\n{config}\n", "package.json": manifest, **THEME, **files})


def statuses(site: Site, path: str) -> list[str]:
    """The statuses of a file's links."""
    return [link.status for link in written_links(site, path)]


@pytest.mark.parametrize(
    ("path", "matter", "config", "url"),
    [
        ("source/a/b.md", "", "", "/a/b.html"),
        ("source/a/index.md", "", "", "/a/"),
        ("source/a/b.md", "permalink: x/y", "", "/x/y.html"),
        ("source/a/b.md", "permalink: x/", "", "/x/"),
        ("source/_posts/b.md", "date: 2020-01-02", "", "/2020/01/02/b/"),
        ("source/_posts/sub/b.md", "date: 2020/1/2 03:04:05", "permalink: :i_day/:title.html", "/2/sub/b.html"),
        ("source/_posts/2020-01-02-b.md", "", "new_post_name: :year-:month-:day-:title.md", "/2020/01/02/b/"),
        ("source/_posts/sub/b.md", "date: 2020-01-02", "new_post_name: :year-:title.md", "/2020/01/02/sub-b/"),
        ("source/_posts/sub/b.md", "date: 2020-01-02", "permalink: :name/", "/b/"),
        ("source/_posts/b.md", "title: A b", "permalink: posts/:post_title", "/posts/a-b"),
        ("source/_posts/b.md", "title: A b", "permalink: posts/:title\npost_asset_folder: true", "/posts/b/"),
        ("source/_posts/b.md", "permalink: kept/", "", "/kept/"),
        ("source/_posts/b.md", "lang: de", "permalink: :lang/:title/", "/de/b/"),
        ("pages/a.md", "", "source_dir: pages", "/a.html"),
    ],
)  # fmt: skip
def test_addresses(path: str, matter: str, config: str, url: str) -> None:
    assert hexo({path: f"---\n{matter}\n---\n# T\n"}, config).by_path[path].url == url


def test_what_is_hidden_skipped_or_a_draft() -> None:
    files = dict.fromkeys(("source/_data/a.md", "source/raw/b.md", "source/x/_c.md", "source/_drafts/d.md"), "# T")
    site = hexo({**files, "source/e.md": "[raw](raw/b.md)"}, "skip_render: ['raw/**']\npermalink: :title/")
    found = {page.path: page.published for page in site.pages if page.framework == "hexo"}
    assert found == {"source/_drafts/d.md": False, "source/e.md": True}
    assert statuses(site, "source/e.md") == ["ok"]  # copied as it is


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("[x](b.html)", "ok"),
        ("[x](/a/b)", "ok"),
        ("[x](b.md)", "missing"),
        ("[x](/a/none.html)", "missing"),
        ("[x](/a/)", "ok"),
        ("[x](/2020/01/02/p/)", "ok"),
        ("[x](https://garden.org/a/b.html)", "ok"),
        ("[x](/data.csv)", "asset"),
        ("[x](/of-theme.png)", "asset"),
        ("![x](/p.png)", "asset"),
        ("![x](p.png)", "asset"),  # the renderer puts the site's path before it
        ("![x](none.png)", "asset-missing"),
        ("[x](/tags/sea/)", "opaque"),
        ("[x](/archives/2020/)", "opaque"),
        ("[x](/page/2/)", "opaque"),
        ("[x](/atom.xml)", "opaque"),
        ("[x](/main.css)", "opaque"),
        ("[x](/tool.html)", "opaque"),  # made of a template
        ("{% post_link p The post %}", "ok"),
        ("{% post_link Post %}", "ok"),
        ("{% post_link none %}", "missing"),
        ("{% post_link p#none %}", "fragment-missing"),
    ],
)
def test_destinations(text: str, status: str) -> None:
    post = "---\ntitle: Post\ndate: 2020-01-02\n---\n# P\n"
    files = {"source/a/a.md": f"Text {text}\n", "source/a/b.md": "# B", "source/a/index.md": "# A"}
    files |= {"source/_posts/p.md": post, "source/data.csv": "", "source/p.png": "", "source/tool.ejs": ""}
    site = hexo({**files, "themes/bare/source/of-theme.png": ""}, "url: https://garden.org")
    assert statuses(site, "source/a/a.md") == [status]


def test_tags_in_code_name_nothing() -> None:
    text = "`{% post_link a %}`\n\n```\n{% post_link b %}\n```\n\n"
    text += "{% raw %}{% post_link c %}{% endraw %} {% post_link d %}\n"
    assert statuses(hexo({"source/a.md": text}), "source/a.md") == ["missing"]


def test_files_of_posts_lie_beside_them() -> None:
    text = "---\ndate: 2020-01-02\n---\n[a](own.txt) ![b](own.png) [c](none.txt)"
    files = {"source/_posts/p.md": text, "source/_posts/p/own.txt": "", "source/_posts/p/own.png": ""}
    assert statuses(hexo(files, "post_asset_folder: true"), "source/_posts/p.md") == ["asset", "asset", "asset-missing"]


def test_a_base_path() -> None:
    text = "[a](/blog/b.html) [b](/b.html) [c](b.html) ![d](/p.png)"
    site = hexo(
        {"source/a.md": text, "source/b.md": "# B", "source/p.png": ""}, "root: /blog/\nurl: https://garden.org"
    )
    assert statuses(site, "source/a.md") == ["ok", "opaque", "ok", "asset"]


def test_posts_without_a_date_are_anywhere() -> None:
    files = {"source/_posts/p.md": "# P", "source/a.md": "[x](/2020/01/02/p/) [y](none.md) {% post_link p %}"}
    assert statuses(hexo(files), "source/a.md")[:2] == ["opaque", "missing"]


@pytest.mark.parametrize(
    ("text", "config", "more", "fragment", "status"),
    [
        ("## A b\n## A b", "", {}, "A-b-1", "ok"),
        ("## A_b!", "", {}, "A-b", "ok"),
        ("## A b", "", {}, "a-b", "case-mismatch"),
        ("## A b", "marked: {modifyAnchors: 1}", {}, "a-b", "ok"),
        ("## A", "", {}, "none", "fragment-missing"),
        ("## A 'b'", "", {}, "none", "fragment-unverifiable"),  # typographic signs
        ("## Модуль", "", {}, "none", "fragment-unverifiable"),
        ("## A\n\n{% tabs x %}", "", {}, "none", "fragment-unverifiable"),
        ("## A\n\n{% blockquote %}", "", {}, "none", "fragment-missing"),
        ("## A", "theme: other", {}, "none", "fragment-unverifiable"),
        ("## A", "", {"themes/bare/source/a.js": "h.setAttribute('id', x)"}, "none", "fragment-unverifiable"),
        ("## A", "", {"scripts/a.js": "hexo.extend.filter.register('marked:renderer', f)"}, "none",
         "fragment-unverifiable"),
    ],
)  # fmt: skip
def test_fragments(text: str, config: str, more: Mapping[str, str], fragment: str, status: str) -> None:
    files = {"source/a.md": f"[x](b.html#{fragment})", "source/b.md": f"{text}\n", **more}
    site = make_site({"_config.yml": f"{config}\n" if "theme" in config else f"theme: bare\n{config}\n",
                      "package.json": MANIFEST, **THEME, **files})  # fmt: skip
    assert statuses(site, "source/a.md") == [status]


def test_code_may_make_pages() -> None:
    files = {"source/a.md": "[x](/made/)"}
    assert statuses(hexo(files), "source/a.md") == ["missing"]
    assert statuses(hexo({**files, "scripts/a.js": "hexo.extend.generator.register(f)"}), "source/a.md") == ["opaque"]
    other = MANIFEST.replace("hexo-generator-index", "hexo-generator-own")
    assert statuses(hexo(files, manifest=other), "source/a.md") == ["opaque"]


def test_themes_may_list_any_page() -> None:
    assert orphan_states(hexo({"source/a.md": "# A"})) == {"source/a.md": "unknown"}


@pytest.mark.parametrize(
    ("files", "found"),
    [
        ({"_config.yml": "title: x", "package.json": MANIFEST, "source/a.md": "# A"}, True),
        ({"_config.yml": "title: x", "source/a.md": "# A"}, False),
        ({"_config.yml": "title: x", "package.json": MANIFEST, "docs/a.md": "# A"}, False),
        ({"themes/x/_config.yml": "a: b", "package.json": MANIFEST, "themes/x/source/a.md": "# A"}, False),
    ],
)
def test_only_a_config_beside_a_manifest_and_sources_is_a_site(files: Mapping[str, str], found: bool) -> None:
    assert ("hexo" in {each.name for each in make_site(files).frameworks}) is found


@pytest.mark.parametrize(
    ("text", "slug"),
    [("Install it!", "Install-it"), ("a_b -- c", "a-b-c"), ("[x] {y} \\z|w", "x-y-z-w"), ("Ünïcode é", "Unicode-e"),
     ("日本 語（x）", "日本-語（x）"), ("C++ & \"q\" 'r'", "C-q-r"), ("Straße", None), ("Модуль", None)],
)  # fmt: skip
def test_slugs(text: str, slug: str | None) -> None:
    assert hexo_slug(text, 0) == slug


@pytest.mark.parametrize(("host", "found"), [({}, "missing"), ({"netlify.toml": ""}, "ok")])
def test_a_host_may_take_the_ending_off(host: Mapping[str, str], found: str) -> None:
    site = hexo({"source/a.md": "[b](/b/) [b](/b) [b](/b.html) [c](/c/)", "source/b.md": "# B", **host})
    assert statuses(site, "source/a.md") == [found, "ok", "ok", "missing"]
