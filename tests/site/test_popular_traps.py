"""Traps of documentation of well-known products and JavaScript tools, whose code rewrites what is written."""

import pytest

from tests.site.sites import make_site, orphan_states, written_links

NEXT = "export default {basePath: '/docs', redirects: async () => [REDIRECTS]}"
MINTLIFY = '{"$schema": "https://mintlify.com/docs.json", "navigation": {"pages": [PAGES]}}'


def statuses(files: dict[str, str], path: str) -> list[str]:
    return [link.status for link in written_links(make_site(files), path)]


@pytest.mark.parametrize(("many", "expected"), [(20, ["ok", "missing", "outside"]), (3, ["outside"] * 3)])
def test_a_plugin_of_nextjs_knows_links_by_file_where_nearly_all_are(many: int, expected: list[str]) -> None:
    files = {"next.config.mjs": "export default {}", "app/b/page.mdx": "# B"}
    files |= {f"app/x{number}/page.mdx": "[b](../b/page.mdx)" for number in range(many)}
    files["app/a/page.mdx"] = "[b](../b/page.mdx) [none](../c/page.mdx) [far](../../../b/page.mdx)"
    assert statuses(files, "app/a/page.mdx") == expected


def test_a_mark_stands_for_another_site() -> None:
    files = {"next.config.mjs": "export default {}", "app/a/page.mdx": "[x](!docs!/learn#part) [y](!docs) [z](docs!)"}
    assert statuses(files, "app/a/page.mdx") == ["unresolvable", "missing", "missing"]


@pytest.mark.parametrize(("redirect", "statuses_"), [
    ("{source: '/', destination: '/docs', basePath: false}", []),
    ("{source: '/docs/old', destination: '/docs/a', basePath: false}", ["ok"]),
    ("{source: '/docs/old', destination: '/docs/gone', basePath: false}", ["missing"]),
    ("{source: '/old', destination: '/a'}", ["ok"]),
])  # fmt: skip
def test_redirects_may_name_the_path_that_the_site_lies_below(redirect: str, statuses_: list[str]) -> None:
    site = make_site({"next.config.js": NEXT.replace("REDIRECTS", redirect), "pages/a.mdx": "# A"})
    assert [entry.status for entry in site.entries if entry.kind == "redirect"] == statuses_


def test_nextjs_makes_pages_of_markdoc() -> None:
    files = {"next.config.js": "export default {}", "pages/a.mdx": "[b](/b) [c](/c)", "pages/b.mdoc": "# B"}
    assert statuses(files, "pages/a.mdx") == ["opaque", "missing"]


def test_a_chapter_of_documentation_may_be_named_like_a_route() -> None:
    files = {
        "next.config.js": "export default {}",
        "app/admin/[[...rest]]/page.tsx": "",
        "README.md": "# App",
        "docs/admin/a.md": "[b](../fields/b.md)",
        "docs/fields/b.md": "# B",
    }
    assert statuses(files, "docs/admin/a.md") == ["ok"]
    files["content/admin/a.md"] = "# A"
    assert {page.url for page in make_site(files).pages} >= {"/admin/a", "/docs/admin/a.md"}


def test_a_program_writes_the_folders_that_a_navigation_lists() -> None:
    pages = [f'"sdk/python/p{number}"' for number in range(5)]
    files = {
        "docs.json": MINTLIFY.replace("PAGES", ", ".join([*pages, '"index"'])),
        "index.mdx": "[1](/sdk/python/other) [2](/sdk/java/p1) [3](/sdk/gone)",
        "sdk/p1.mdx": "# P",
        "other.mdx": "# O",
    }
    assert statuses(files, "index.mdx") == ["missing"] * 3
    files["tools/build.py"] = 'build("sdk/python", "python")'
    assert statuses(files, "index.mdx") == ["opaque", "missing", "missing"]
    site = make_site(files)
    assert [entry.status for entry in site.entries] == ["opaque"] * 5 + ["ok"]
    states = orphan_states(site)
    assert (states["sdk/p1.mdx"], states["other.mdx"]) == ("unknown", "checked")


@pytest.mark.parametrize(("matter", "status"), [
    ("url: https://example.com/b", "fragment-unverifiable"), ("title: B", "fragment-missing"),
])  # fmt: skip
def test_a_page_of_mintlify_may_stand_for_another_address(matter: str, status: str) -> None:
    files = {"docs.json": MINTLIFY.replace("PAGES", '"a", "b"'), "a.mdx": "[b](/b#x)", "b.mdx": f"---\n{matter}\n---\n"}
    assert statuses(files, "a.mdx") == [status]


@pytest.mark.parametrize(("config", "matter", "wrong"), [
    ("plugins: [sveltekit()]", "title: @kit\nlead: a: b", 0),
    ("plugins: [react()]", "title: @kit\nlead: a: b", 1),
    ("plugins: [sveltekit()]", "title: @kit\n- b", 1),
])  # fmt: skip
def test_a_site_of_sveltekit_takes_front_matter_apart_by_lines(config: str, matter: str, wrong: int) -> None:
    files = {"site/vite.config.ts": config, "site/content/a.md": f"---\n{matter}\n---\n# A", "README.md": "# X"}
    site = make_site(files)
    assert sum(note.kind == "front-matter" for file in site.files for note in file.notes) == wrong
    titles = {page.path: page.title for page in site.pages}
    assert titles["site/content/a.md"] == ("A" if wrong else "@kit")


SHOWN = {
    "README.md": "# Site",
    "gatsby-config.js": "",
    "content/docs/02-core/03-a.mdx": "[](/docs/core/5-v2) [](/docs/core/gone) [](/docs/other/x) [](/docs/core/below)",
    "content/docs/02-core/01-5-v2.mdx": "# V",
    "content/docs/02-core/deep/below.mdx": "# Below",
} | {f"content/docs/02-core/10-p{number}.mdx": f"[next](/docs/core/p{(number + 1) % 70})" for number in range(70)}


@pytest.mark.parametrize(("more", "expected"), [
    ({}, ["ok", "missing", "opaque", "opaque"]),
    ({"redirects.json": '{"/docs/core/gone": "/docs/core/p1"}'}, ["ok", "opaque", "opaque", "opaque"]),
    ({"content/docs/02-core/gone.vue": ""}, ["ok", "opaque", "opaque", "opaque"]),
    ({"content/docs/b.mdx": " ".join(f"[x](/docs/core/gone{number})" for number in range(9))}, ["ok", *["opaque"] * 3]),
])  # fmt: skip
def test_addresses_tell_of_a_site_that_is_not_known(more: dict[str, str], expected: list[str]) -> None:
    files = {**SHOWN, **more}
    assert statuses(files, "content/docs/02-core/03-a.mdx") == expected


def test_addresses_tell_of_routes_with_parameters() -> None:
    files = {"next.config.js": "export default {}", "app/[lang]/[...path]/page.tsx": ""}
    files |= {f"pages/{lang}/blog/v1.{number}.md": "# V" for number in range(42) for lang in ("en", "de")}
    files["pages/en/a.md"] = " ".join(f"[v](/blog/v1.{number})" for number in range(42)) + " [v](/blog/v2.1) [c](/c/d)"
    assert statuses(files, "pages/en/a.md") == ["ok"] * 42 + ["missing", "opaque"]


@pytest.mark.parametrize(("code", "status"), [
    ("router.beforeEach((to) => { if (to.path.split('/')[1] === 'latest') router.replace(newest) })", "opaque"),
    ("router.beforeEach((to) => { if (to.path.split('/')[1] === 'old') router.replace(newest) })", "missing"),
    ("if (version === 'latest') show()", "missing"),
])  # fmt: skip
def test_the_router_of_vuepress_sends_visitors_on(code: str, status: str) -> None:
    files = {
        ".vuepress/config.js": "module.exports = {}",
        ".vuepress/plugins/enhance.js": code,
        "1.0/api.md": "# Api",
        "guide/a.md": "[api](../latest/api.md)",
    }
    assert statuses(files, "guide/a.md") == [status]


def test_a_program_puts_pages_together_from_those_for_languages() -> None:
    files = {f"docs/src/p{number}-{language}.md": "# P" for number in range(5) for language in ("js", "python")}
    files |= {"README.md": "# R", "docs/src/workers-js-python.md": "# W", "docs/src/test/class-x.md": "# X"}
    files["docs/src/a.md"] = "[1](./p1.md) [2](workers.md) [3](api/class-x.md) [4](gone.md) [5](../p1.md)"
    assert statuses(files, "docs/src/a.md") == ["opaque", "opaque", "opaque", "missing", "missing"]
    few = {path: text for path, text in files.items() if "p4" not in path}
    assert statuses(few, "docs/src/a.md") == ["missing"] * 5


@pytest.mark.parametrize(("code", "expected"), [("if (path.endsWith('.md')) return raw(path)", "ok"), ("", "missing")])
def test_code_before_all_routes_may_show_the_markdown_of_pages(code: str, expected: str) -> None:
    redirect = "{source: '/old.md', destination: '/a.md'}"
    config = NEXT.replace("basePath: '/docs', ", "").replace("REDIRECTS", redirect)
    site = make_site({"next.config.js": config, "pages/a.mdx": "# A", "middleware.ts": code})
    assert [entry.status for entry in site.entries if entry.kind == "redirect"] == [expected]


@pytest.mark.parametrize(("config", "text", "status"), [
    ("sidebars.yaml", "- group: Start\n  page: a.md\n", "opaque"),
    ("sidebars.yaml", "name: Start\n", "missing"),
    ("angular.json", '{"assets": ["src/generated"]}', "opaque"),
    ("angular.json", '{"assets": ["src/assets"]}', "missing"),
])  # fmt: skip
def test_further_generators_have_addresses_of_their_own(config: str, text: str, status: str) -> None:
    files = {"README.md": "[a](docs/a.md)", "docs/a.md": "[b](/learn/b) [c](./c.md)", f"docs/{config}": text}
    assert statuses(files, "docs/a.md") == [status, "missing"]


@pytest.mark.parametrize(
    ("lost", "expected"), [(45, ["fragment-unverifiable", "ok", "opaque"]), (12, ["fragment-missing", "ok", "missing"])]
)
def test_where_a_third_of_all_fragments_are_none_of_githubs_another_program_makes_the_ids(
    lost: int, expected: list[str]
) -> None:
    headings = "\n\n".join(f"## H{number}" for number in range(120))
    given = " ".join(f"[x](/docs/#h{number})" for number in range(120 - lost))
    taken = " ".join(f"[x](/docs/#h1-h{number})" for number in range(lost))
    files = {"docs/index.md": headings, "docs/a.md": given, "docs/b.md": taken, "README.md": "# R"}
    text = "[x](index.md#h1-h2) [y](index.md#h1) [z](/made/page)"
    assert statuses({**files, "docs/c.md": text}, "docs/c.md") == expected
