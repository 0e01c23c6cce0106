"""GitBook: spaces, what their links lead to, and fragments that nobody can slug exactly."""

import pytest

from linklint.model.site import Link, Site
from tests.site.sites import make_site, orphan_states, site_with, written_links

SUMMARY = "# Table of contents\n\n* [Home](README.md)\n"


def build(files: dict[str, str], config: str = "", folder: str = "") -> Site:
    texts = {f"{folder}README.md": "# Home\n", f"{folder}SUMMARY.md": SUMMARY, ".gitbook.yaml": config or "{}\n"}
    return site_with({**texts, **files}, framework="gitbook")


def link(text: str, *others: str, source: str = "a/page.md", config: str = "") -> Link:
    site = build({**dict.fromkeys(others, "# Some page\n"), source: text}, config)
    return written_links(site, source)[0]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("[x](b.md)", "a/b.md"),
        ("[x](../guide.md#some-page)", "guide.md"),
        ("[x](../c/)", "c/README.md"),
        ("[x](/guide.md)", "guide.md"),
        ("[x](/guide)", "guide.md"),
        ("[x](./)", "a/README.md"),
        (r"[x](hash\_join.md)", "a/hash_join.md"),
        ('<a href="b.md">x</a>', "a/b.md"),
        ('{% content-ref url="b.md" %}\n[x](b.md)\n{% endcontent-ref %}', "a/b.md"),
        ('{% content-ref url="../c/" %}\n\n{% endcontent-ref %}', "c/README.md"),
    ],
)
def test_links_are_names_of_files(text: str, target: str) -> None:
    found = link(text, "a/b.md", "guide.md", "c/README.md", "a/README.md", "a/hash_join.md")
    assert (found.status, found.target and found.target.path) == ("ok", target)


@pytest.mark.parametrize(
    "text",
    [
        "[x](nope.md)",
        "[x](../nope/)",
        "[x](/nope)",
        "[x](broken-reference/)",
        "[x](/broken/pages/a1B2)",
        '{% content-ref url="nope.md" %}\n\n{% endcontent-ref %}',
    ],
)
def test_what_is_not_there_is_missing(text: str) -> None:
    assert link(text, "a/b.md").status == "missing"


def test_links_to_other_spaces_cannot_be_checked() -> None:
    assert link("[x](/spaces/a1B2/pages/c3D4)").status == "opaque"
    assert link("[x](https://app.gitbook.com/s/a1B2/page)").status == "external"


def test_tags_in_code_are_text() -> None:
    site = build({"a/page.md": '```\n{% content-ref url="nope.md" %}\n```\n'})
    assert written_links(site, "a/page.md") == []


def test_assets_are_files() -> None:
    found = link("![x](<../.gitbook/assets/a (1).png>)", ".gitbook/assets/a (1).png")
    assert (found.kind, found.status) == ("asset", "asset")
    assert link('<img src="../.gitbook/assets/b.png">').status == "asset-missing"


@pytest.mark.parametrize(
    ("heading", "fragment", "status"),
    [
        ("## A title", "a-title", "ok"),
        ("## A title", "a-titel", "fragment-missing"),
        ('## Users <a href="#for-users" id="for-users"></a>', "for-users", "ok"),
        ("### 1. A(d)-hoc trials", "id-1-a-d-hoc-trials", "ok"),
        ("### 1. A(d)-hoc trials", "id-1.-a-d-hoc-trials", "ok"),
        ("## Links & more", "links-and-more", "ok"),
        ("## Links & more", "links-more", "ok"),
        ("## What's new", "whats-new-1", "ok"),
        ("## Fine", "user-content-fine", "ok"),
        ("An [ENS](#user-content-fn-1)[^1].\n\n[^1]: A name.", "user-content-fn-1", "ok"),
        ("An [ENS](#user-content-fn-1)[^1].\n\n[^2]: A name.", "user-content-fn-1", "fragment-missing"),
        ('{% tabs %}\n{% tab title="Build it" %}\nx\n{% endtab %}\n{% endtabs %}', "build-it", "ok"),
        ("<details>\n\n<summary>Who pays?</summary>\n\nYou.\n\n</details>", "who-pays", "ok"),
        ('## Rates <img src="x.png" alt="(Pro plans)">', "rates-pro-plans", "ok"),
        ('{% openapi src="x.yaml" path="/" method="get" %}\n{% endopenapi %}', "get", "fragment-unverifiable"),
        ('{% include "/reusable-content/a1B2" %}', "get", "fragment-unverifiable"),
    ],
)
def test_fragments(heading: str, fragment: str, status: str) -> None:
    site = build({"guide.md": heading, "a/page.md": f"[x](../guide.md#{fragment})"})
    assert written_links(site, "a/page.md")[0].status == status


def test_included_blocks_are_parts_of_the_page() -> None:
    files = {
        "guide.md": '{% include ".gitbook/includes/block.md" %}\n\n[x](#there) [y](#gone)',
        ".gitbook/includes/block.md": "## There\n",
    }
    site = build(files)
    assert [found.status for found in written_links(site, "guide.md")] == ["ok", "fragment-missing"]
    assert ".gitbook/includes/block.md" not in site.by_path


def test_the_summary_links_pages() -> None:
    files = {
        "SUMMARY.md": '## Start <a href="#start" id="start"></a>\n\n* [x](a.md)\n* [y](nope.md)\n',
        "a.md": "",
        "lost.md": "",
        "shy.md": "---\nhidden: true\n---\n",
        "CONTRIBUTING.md": "",
    }
    site = build(files)
    assert orphan_states(site) == {"lost.md": "checked", "shy.md": "intended", "CONTRIBUTING.md": "intended"}
    assert [found.status for found in written_links(site, "SUMMARY.md")] == ["ok", "missing"]


def test_without_a_summary_all_pages_are_in_the_navigation() -> None:
    site = site_with({".gitbook.yaml": "root: ./docs/\n", "docs/README.md": "", "docs/a/b.md": ""}, framework="gitbook")
    assert (orphan_states(site), [page.url for page in site.pages]) == ({}, ["/", "/a/b"])


def test_redirects_lead_old_addresses_to_files() -> None:
    config = "redirects:\n  old/page: guide.md\n  gone: nope.md\n"
    assert link("[x](/old/page)", "guide.md", config=config).status == "redirect"
    assert link("[x](/gone)", "guide.md", config=config).status == "missing"


def test_the_config_names_folder_and_files() -> None:
    config = "root: ./docs/\nstructure:\n  readme: start.md\n  summary: ./toc.md\n"
    files = {"docs/start.md": "", "docs/toc.md": "* [x](a.md)\n", "docs/a.md": "", "other.md": ""}
    site = make_site({".gitbook.yaml": config, **files})
    assert [(page.path, page.url, page.framework) for page in site.pages] == [
        ("docs/a.md", "/a", "gitbook"),
        ("docs/start.md", "/", "gitbook"),
        ("other.md", "/other.md", "plain"),
    ]


def test_spaces_are_told_from_books() -> None:
    files = {
        "one/SUMMARY.md": SUMMARY,
        "one/README.md": "",
        "two/SUMMARY.md": "# Summary\n\n* [x](README.md)\n",
        "two/.gitbook/assets/x.png": "",
        "three/src/SUMMARY.md": SUMMARY,
        "three/book.toml": "[book]\n",
        "four/SUMMARY.md": "# Summary\n",
        "tests/SUMMARY.md": SUMMARY,
    }
    site = make_site(files)
    assert [each.root for each in site.frameworks if each.name == "gitbook"] == ["one", "two"]


def test_a_config_left_behind_by_a_former_site_makes_no_space() -> None:
    site = make_site({".gitbook.yaml": "root: ./docs\n", "docs/a.md": "", "website/docusaurus.config.js": ""})
    assert "gitbook" not in {each.name for each in site.frameworks}
