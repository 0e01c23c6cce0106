"""Hugo: lists that have no file of their own, and pages that are not rendered."""

import pytest

from tests.site.sites import written_links
from tests.site.test_hugo import hugo, link

FILES = {"posts/a.md": "---\ntags: [Deep Soil]\n---\n", "posts/deep/b.md": ""}


@pytest.mark.parametrize(
    ("href", "config", "status"),
    [
        ("/posts/", "", "ok"),
        ("/posts", "", "ok"),
        ("/posts/", "disableKinds = ['section']", "opaque"),
        ("/posts/deep/", "", "opaque"),  # a section only where it has an _index.md, or a permalink says so
        ("/tags/", "", "ok"),
        ("/tags/deep-soil/", "", "ok"),
        ("/tags/deep-soil/", "disableKinds = ['taxonomy', 'term']", "opaque"),
        ("/tags/sand/", "", "missing"),
        ("/topics/deep-soil/", "", "missing"),
        ("/topics/deep-soil/", "[taxonomies]\ntag = 'topics'", "missing"),
        ("/notes/", "", "missing"),
        ("/posts/#list", "", "fragment-unverifiable"),
    ],
)
def test_lists_of_sections_and_terms(href: str, config: str, status: str) -> None:
    assert link(href, config, **FILES).status == status


@pytest.mark.parametrize("key", ["build", "_build"])
def test_pages_that_a_cascade_keeps_from_being_rendered_have_no_address(key: str) -> None:
    matter = f"---\ncascade:\n  {key}:\n    render: never\n---\n"
    site = hugo(**{"people/_index.md": matter, "people/ann.md": "[x](gone.md)", "a.md": "[x](/people/ann/)"})
    assert [page.path for page in site.pages] == ["content/a.md"]
    assert [found.status for found in site.links if found.written] == ["missing"]


def test_a_cascade_with_a_target() -> None:
    config = "[[cascade]]\n[cascade.build]\nrender = 'never'\n[cascade.target]\npath = '/people/**'"
    site = hugo(config, **{"people/ann.md": "", "b.md": "", "a.md": "[x](/people/ann/) [y](/people/) [z](/b/)"})
    assert [found.status for found in written_links(site, "content/a.md")] == ["missing", "ok", "ok"]


def test_a_language_without_a_folder_of_its_own_shares_the_sites() -> None:
    config = "contentDir = 'content/en'\n[languages.en]\n[languages.no]\ncontentDir = 'content/no'"
    files = {"en/about.md": "", "no/docs/b.md": ""}
    assert link("/about/", config, "no/a.md", **files).status == "ok"
    assert link("/no/docs/b/", config, "en/a.md", **files).status == "ok"
    assert link("/docs/b/", config, "en/a.md", **files).status == "missing"


def test_references_are_read_as_addresses() -> None:
    files = {"Soil And Sand/loam.md": ""}
    assert link('{{< ref "soil%20and%20sand/loam.md" >}}', **files).status == "ok"
    assert link('{{< ref "soil%20or%20sand/loam.md" >}}', **files).status == "missing"


@pytest.mark.parametrize(
    ("href", "status"),
    [("/docs/latest/", "opaque"), ("/docs/latest/soil/", "opaque"), ("/old", "opaque"), ("/docs/oldest/", "missing")],
)
def test_a_template_writes_the_hosts_redirects(href: str, status: str) -> None:
    template = "/docs/latest /docs/{{ $v }}\n/docs/latest/* /docs/{{ $v }}/:splat 302\n/{{ . }} /docs\n/old /new\n"
    files = {"layouts/index.redirects": template, "docs/v2/_index.md": ""}
    config = "[outputFormats.REDIRECTS]\nbaseName = '_redirects'\nmediaType = 'text/netlify'"
    assert link(href, config, **files).status == status
    assert link(href, **files).status == "missing"
