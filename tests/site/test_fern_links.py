"""Fern: how links are read, by ``check-if-pathname-exists.ts`` (the rule ``valid-markdown-links`` of its checker) and
``replaceImagePathsAndUrls.ts`` (https://github.com/fern-api/fern), and by ``rehype-links.ts`` and ``rehype-slug.ts`` of
the sites (https://github.com/fern-api/fern-platform)."""

import pytest

from linklint.model.site import Link
from tests.site.sites import written_links
from tests.site.test_fern import BELOW, INSTANCE, build

DOCS = """\
navigation:
  - page: Home
    path: pages/home.mdx
  - section: Guides
    contents:
      - page: Here
        path: pages/here.mdx
      - page: Other
        path: pages/other.mdx
      - section: Deep
        contents:
          - page: Inner
            path: pages/deep/inner.mdx
"""


def links(text: str, docs: str = DOCS, instance: str = INSTANCE, **files: str) -> list[Link]:
    """The links that ``pages/here.mdx`` makes."""
    texts = {"pages/home.mdx": "", "pages/other.mdx": "## Some title\n", "pages/deep/inner.mdx": "", **files}
    site = build(docs, {**texts, "pages/here.mdx": text}, instance)
    return written_links(site, "fern/pages/here.mdx")


def link(text: str, docs: str = DOCS, instance: str = INSTANCE, **files: str) -> tuple[str, str | None]:
    """The status of the first one, and what it leads to."""
    found = links(text, docs, instance, **files)[0]
    return found.status, found.target and found.target.path.removeprefix("fern/pages/")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("[x](/guides/other)", "other.mdx"),
        ("[x](/guides/other/)", "other.mdx"),
        ("[x](/guides/other?a=b#some-title)", "other.mdx"),
        ("[x](/guides/other.md)", "other.mdx"),  # the page as Markdown
        ("[x](../home.md)", "home.mdx"),
        ("[x](/)", "home.mdx"),
        ("[x](/home)", "home.mdx"),
        ("[x](/guides/deep)", "deep/inner.mdx"),
        ("[x](other)", "other.mdx"),
        ("[x](./deep/inner)", "deep/inner.mdx"),
        ("[x](../home)", "home.mdx"),
        ("[x](../guides/other)", "other.mdx"),
        ("[x](./other.mdx#some-title)", "other.mdx"),
        ("[x](deep/inner.mdx)", "deep/inner.mdx"),
        ("[x](/pages/deep/inner.mdx)", "deep/inner.mdx"),
        ('<Card title="y" href="/guides/other" />', "other.mdx"),
        ('<a href="./other.mdx">x</a>', "other.mdx"),
        ("[x](https://plants.docs.buildwithfern.com/guides/other)", "other.mdx"),
    ],
)
def test_links_name_addresses_or_files(text: str, target: str) -> None:
    assert link(text) == ("ok", target)


@pytest.mark.parametrize(
    "text",
    [
        "[x](/guides/nope)",
        "[x](/other)",
        "[x](./inner)",
        "[x](deep/nope.mdx)",
        "[x](/pages/nope.mdx)",
        '<Card title="y" href="/guides/nope" />',
    ],
)
def test_what_is_neither_is_missing(text: str) -> None:
    assert link(text) == ("missing", None)


def test_a_file_that_the_navigation_does_not_list_is_no_page() -> None:
    found = links("[x](./lost.mdx)", **{"pages/lost.mdx": "[x](/gone)"})[0]
    assert (found.status, found.reason) == (
        "missing",
        "the navigation of fern/docs.yml does not list fern/pages/lost.mdx, so it is no page",
    )


def test_assets_lie_in_ferns_folder_or_beside_the_page() -> None:
    assert link("![x](/assets/x.png)", **{"assets/x.png": ""})[0] == "asset"
    assert link("![x](../assets/x.png)", **{"assets/x.png": ""})[0] == "asset"
    assert link('<img src="/assets/y.png" />')[0] == "asset-missing"
    assert link("[x](./x.pdf)", **{"pages/x.pdf": ""})[0] == "asset"


def test_the_path_below_which_the_site_lies_may_be_left_out() -> None:
    texts = "[x](/docs/guides/other) [x](/guides/other) [x](/docs/guides/nope) [x](/guides/nope) [x](/pricing)"
    assert [found.status for found in links(texts, instance=BELOW)] == ["ok", "ok", "missing", "missing", "opaque"]
    assert links("[x](/docs/guides/nope)", instance=BELOW)[0].reason == "there is no /docs/guides/nope"
    assert link("[x](https://www.plants.com/docs/guides/other)", instance=BELOW) == ("ok", "other.mdx")
    assert link("[x](https://plants.com/guides/other)", instance=BELOW) == ("external", None)


@pytest.mark.parametrize(
    ("instance", "status"),
    [
        (INSTANCE, "missing"),
        (f"{INSTANCE}    multi-source: true\n", "opaque"),
        (f"{INSTANCE}  - url: plants.com/docs\n", "opaque"),
    ],
)
def test_other_sites_at_the_host_are_not_known(instance: str, status: str) -> None:
    found = links("[x](/pricing) [x](/guides/nope)", instance=instance)
    assert [link.status for link in found] == [status, "missing"]


def test_pages_that_no_file_makes_may_exist() -> None:
    docs = f"""\
{DOCS}  - api: API Reference
    summary: pages/api.mdx
    layout:
      - users:
          contents:
            - page: Errors
              path: pages/errors.mdx
      - section: More
        contents:
          - page: Limits
            path: pages/limits.mdx
  - changelog: ./news
  - folder: ./made
  - library: kit
"""
    pages = {"pages/api.mdx": "", "pages/errors.mdx": "", "pages/limits.mdx": "", "news/2024-01-02.mdx": ""}
    texts = {
        "/api-reference": "ok",
        "/api-reference/users/errors": "ok",
        "/api-reference/more/limits": "ok",
        "/api-reference/users/get": "opaque",
        "/api-referenced": "missing",
        "/changelog": "opaque",
        "/changelog/2024/1/2": "ok",
        "/changelog/2024": "opaque",
        "/changelog/general": "missing",
        "/made/by/a/program": "opaque",
        "/kit/x": "opaque",
        "/llms.txt": "opaque",
        "/guides/llms-full.txt": "opaque",
        "/guides.txt": "asset-missing",
    }
    found = links(" ".join(f"[x]({href})" for href in texts), docs, **pages)
    assert {link.written and link.written.href: link.status for link in found} == texts


def test_a_version_that_is_built_from_elsewhere() -> None:
    docs = "versions:\n  - display-name: now\n    path: now.yml\n  - display-name: old\n    ref: v1\n"
    found = links("[x](/old/guides/a) [x](/guides/a)", docs, **{"now.yml": DOCS})
    assert [link.status for link in found] == ["opaque", "missing"]


@pytest.mark.parametrize("languages", ["languages: [en, fr]", "translations:\n  - lang: fr", "languages: 5"])
def test_translations_are_not_here(languages: str) -> None:
    found = links("[x](/fr/guides/a) [x](/de/guides/a)", f"{languages}\n{DOCS}")
    assert [link.status for link in found] == ["missing" if languages.endswith("5") else "opaque", "missing"]


REDIRECTS = """\
redirects:
  - source: /old
    destination: /guides/other
  - source: /docs/before/:slug*
    destination: /docs/guides/:slug*
  - source: /lost
    destination: /docs/guides/gone
  - source: /shop
    destination: https://shop.plants.com
  - source: /home#part
    destination: /guides/gone
"""


def test_redirects() -> None:
    texts = "[x](/old) [x](/before/other) [x](/before/nope) [x](/lost) [x](/shop)"
    site = build(REDIRECTS + DOCS, {"pages/here.mdx": texts, "pages/other.mdx": ""}, BELOW)
    found = [link.status for link in written_links(site, "fern/pages/here.mdx")]
    assert found == ["redirect", "redirect", "missing", "missing", "redirect"]
    broken = [entry for entry in site.entries if entry.kind == "redirect" and entry.status == "missing"]
    assert [(entry.location.line, entry.key, entry.to) for entry in broken] == [(9, "/lost", "/docs/guides/gone")]


def test_a_name_of_a_file_may_be_redirected() -> None:
    docs = f"redirects:\n  - source: /guides/old.mdx\n    destination: /guides/other\n{DOCS}"
    assert [each.status for each in links("[x](./old.mdx) [x](./older.mdx)", docs)] == ["redirect", "missing"]


def test_the_address_of_a_page_that_git_ignores() -> None:
    site = build(DOCS, {"pages/home.mdx": "[x](/guides/here) [x](/guides/other)", ".gitignore": "/pages/here.mdx\n"})
    assert [link.status for link in written_links(site, "fern/pages/home.mdx")] == ["opaque", "missing"]


def test_redirects_in_files_of_their_own() -> None:
    files = {"moved.yml": "redirects:\n  - source: /old\n    destination: /guides/other\n"}
    assert link("[x](/old)", f"redirects: ./moved.yml\n{DOCS}", **files) == ("redirect", "other.mdx")
    assert link("[x](/old)", f"redirects: [moved.yml]\n{DOCS}", **files) == ("redirect", "other.mdx")


def test_redirects_to_the_host_beside_the_site() -> None:
    docs = f"redirects:\n  - source: /docs/pricing\n    destination: /pricing\n{DOCS}"
    site = build(docs, {"pages/home.mdx": ""}, BELOW)
    assert [entry.status for entry in site.entries if entry.kind == "redirect"] == ["ok"]


def test_snippets_are_parts_of_pages() -> None:
    text = '<Markdown src="/snippets/part.mdx" />\n\n<Markdown src="../snippets/more.mdx" />\n\n[x](#there) [y](#gone)'
    files = {"snippets/part.mdx": "## There\n\n[x](./other.mdx) [y](./nope.mdx)", "snippets/more.mdx": ""}
    site = build(DOCS, {"pages/here.mdx": text, "pages/other.mdx": "", **files})
    assert [link.status for link in written_links(site, "fern/pages/here.mdx")] == ["ok", "fragment-missing"]
    assert [link.status for link in written_links(site, "fern/snippets/part.mdx")] == ["ok", "missing"]
    assert "fern/snippets/part.mdx" not in site.by_path
    absent = links('<Markdown src="../../README.rst" />\n\n[y](#gone)')
    assert [link.status for link in absent] == ["fragment-unverifiable"]


@pytest.mark.parametrize(
    ("text", "fragment", "status"),
    [
        ("## What's new?", "whats-new", "ok"),
        ("## What's new?", "what-s-new", "fragment-missing"),
        ("## Two\n\n## Two", "two-1", "ok"),
        ("## Two\n\n## Two", "two-2", "fragment-missing"),
        ("## Long title [#short]", "short", "ok"),
        ("## Long title [#short]", "long-title", "ok"),
        ("## Long title {#short}", "short", "ok"),
        ("## A -- b", "a--b", "ok"),
        ("## :rocket: Start", "-start", "ok"),
        ('<Accordion title="How to">x</Accordion>', "how-to", "ok"),
        ('<Accordion title="How to">\n\n## First\n\n</Accordion>', "how-to.first", "ok"),
        ('<Accordion title="How to">\n\n## First\n\n</Accordion>', "how-to.last", "fragment-missing"),
        ('<Step title="One" type="Array<x>">x</Step>', "one", "ok"),
        ('<ParamField path="user.name" type="string">x</ParamField>', "username", "ok"),
        ('<ParamField path="user.name" type="string">x</ParamField>', "name", "ok"),
        ('<ParamField path="user.name" type="string">x</ParamField>', "surname", "fragment-missing"),
        ("{/* BEGIN GENERATED LIST */}\n{/* END GENERATED LIST */}", "list", "fragment-unverifiable"),
        ("{/* BEGIN GENERATED LIST */}\n## A\n{/* END GENERATED LIST */}", "list", "fragment-missing"),
        ("<Step>x</Step>", "step-1-2", "fragment-unverifiable"),
        ('<div id="own">x</div>', "own", "ok"),
        ('<EndpointRequestSnippet endpoint="GET /x" />', "x", "fragment-unverifiable"),
        ('import { X } from "../components/X"\n\n<X />', "x", "fragment-unverifiable"),
    ],
)
def test_fragments(text: str, fragment: str, status: str) -> None:
    files = {"pages/other.mdx": text, "components/X.tsx": ""}
    assert links(f"[x](/guides/other#{fragment})", **files)[0].status == status
