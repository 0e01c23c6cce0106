"""Jekyll: permalinks that repeat the base path, index pages of collections, pages without a layout, double keys."""

import pytest

from tests.site.sites import orphan_states
from tests.site.test_jekyll import blog, link

BASE = "markdown: kramdown\nbaseurl: /garden"


def test_permalinks_may_begin_with_the_base_path() -> None:
    files = {"b.md": "---\npermalink: /garden/soil/\n---\n", "c.md": "---\npermalink: /sand/\n---\n"}
    assert link("[x](/garden/soil/)", BASE, **files).status == "ok"
    assert link("[x](/garden/sand/)", BASE, **files).status == "ok"
    assert link("[x](/garden/clay/)", BASE, **files).status == "missing"


def test_an_index_page_of_a_collection_opens_its_folder() -> None:
    config = "markdown: kramdown\ncollections: {style: {output: true}}"
    files = {"_style/index.md": "---\n---\n", "_style/a.md": "---\n---\n"}
    for href in ("/style", "/style/", "/style/index.html"):
        assert link(f"[x]({href})", config, **files).status == "ok"
    assert link("[x](/styles)", config, **files).status == "missing"


@pytest.mark.parametrize(
    ("layout", "state"),
    [("null", "intended"), ("none", "intended"), ("false", "intended"), ("case_redirect", "intended"),
     ("default", "checked")],
)  # fmt: skip
def test_pieces_and_signposts_need_no_link(layout: str, state: str) -> None:
    files = {f"{name}.md": "---\nlayout: default\n---\n" for name in "bcdefghi"}
    home = {"index.md": "---\nlayout: default\n---\n" + " ".join(f"[x]({name}.html)" for name in "bcdefghi")}
    site = blog(**home, **files, **{"a.md": f"---\nlayout: {layout}\n---\ntext"})
    assert orphan_states(site)["a.md"] == state


def test_a_key_that_stands_twice_keeps_the_address() -> None:
    files = {"b.md": "---\ntitle: A\npermalink: /soil/\ntitle: B\n---\n"}
    assert link("[x](/soil/)", **files).status == "ok"
    assert blog(**files).by_path["b.md"].title == "B"
    broken = {"b.md": "---\ntitle: [A\npermalink: /soil/\n---\n"}
    assert link("[x](/soil/)", **broken).status == "missing"


def test_a_page_that_is_not_published_redirects_nobody() -> None:
    matter = "---\npermalink: /soil\nredirect_from: /earth/\n{}---\n"
    assert link("[x](/earth/)", **{"b.md": matter.format("")}).status == "redirect"
    assert link("[x](/earth/)", **{"b.md": matter.format("published: false\n")}).status == "missing"


def test_a_partial_that_defines_a_label_for_each_document_of_a_collection() -> None:
    loop = (
        "{% for topic in site.topics %}\n  [topic {{topic.short | default: topic.title}}]: {{topic.url}}\n{% endfor %}"
    )
    files = {
        "_includes/references.md": loop,
        "_topics/soil.md": "---\ntitle: Soil\n---\n",
        "_topics/sand.md": "---\ntitle: Sand and loam\nshort: sand\n---\n",
    }
    config = "markdown: kramdown\ncollections: {topics: {output: true}}"

    def found(label: str) -> tuple[str, str | None]:
        it = link(f"{{% include references.md %}}\n[see it][{label}]", config, **files)
        return it.status, it.target and it.target.path

    assert found("topic soil") == ("ok", "_topics/soil.md")
    assert found("Topic Sand") == ("ok", "_topics/sand.md")
    assert found("topic sand and loam") == ("unresolvable", None)
    assert found("soil") == ("unresolvable", None)
