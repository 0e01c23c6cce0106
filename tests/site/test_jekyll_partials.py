"""Jekyll: what partials and plugins put into a page: reference labels, definitions, ids."""

import pytest

from tests.site.sites import written_links
from tests.site.test_jekyll import blog, link

HOOK = "Jekyll::Hooks.register :documents, :pre_render do |post|\n  post.content.gsub!(/^- /, %s)\nend"


@pytest.mark.parametrize(
    ("plugin", "status"),
    [
        (HOOK % "'- {:#n}'  # an anchor", "fragment-unverifiable"),
        (HOOK % "'* '", "fragment-missing"),
        ("class Marks < Jekyll::Converter\n  # gives each list item an id\nend", "fragment-unverifiable"),
        ("class Marks < Liquid::Tag  # an anchor\nend", "fragment-missing"),
    ],
)
def test_plugins_that_change_the_text_may_put_ids_into_it(plugin: str, status: str) -> None:
    site = blog(**{"index.md": "---\n---\n- item\n\n[x](#item)", "_plugins/marks.rb": plugin})
    assert [link.status for link in written_links(site, "index.md")] == [status]


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("[the topics][]", "internal", "ok"),
        ("[The  Topics][]", "internal", "ok"),
        ("[see them][the topics]", "internal", "ok"),
        ("[see them][gone]", "internal", "missing"),
        ("[issue #12][]", "external", "external"),
        ("[issue 12][]", "internal", "unresolvable"),
        ("[loop #1][]", "internal", "unresolvable"),
    ],
)
def test_partials_may_define_reference_labels(text: str, kind: str, status: str) -> None:
    partials = {
        "_includes/references.md": "[the topics]: /b.html\n[gone]: /c.html\n",
        "_includes/issues.md": "[issue #{{n}}]: https://example.org/issues/{{ n }}\n",
        "_includes/part.html": "[loop #1]: /b.html",
    }
    found = link(text, **partials, **{"b.md": "---\n---\n"})
    assert (found.kind, found.status) == (kind, status)


def test_lines_of_a_partial_may_end_as_on_windows() -> None:
    partial = {"_includes/references.md": "[the topics]: /b.html\r\n[gone]: /c.html\r\n"}
    assert link("[the topics][]", **partial, **{"b.md": "---\n---\n"}).status == "ok"
    assert link("[gone][]", **partial).status == "missing"
    assert link("[nowhere][]", **partial).status == "undefined-reference"


def test_a_label_that_no_partial_defines_is_undefined() -> None:
    partials = {"_includes/references.md": "[the topics]: /b.html\n", "_includes/part.html": "[loop #1]: /b.html"}
    assert link("[nowhere][]", **partials).status == "undefined-reference"
    assert link("[loop #1][]", **partials).status == "undefined-reference"


def test_what_a_partial_makes_of_a_label_is_put_into_the_address() -> None:
    partial = {"_includes/issues.md": "[page {{n}}]: /{{ n }}.html\n"}
    assert link("[page b][]", **partial, **{"b.md": "---\n---\n"}).status == "ok"
    assert link("[page c][]", **partial, **{"b.md": "---\n---\n"}).status == "missing"


def test_definitions_directly_below_included_partials_are_read() -> None:
    includes = '{% include references.md %}\n{% include issues.md n="1" %}\n'
    found = link(f"[own][] text\n\n{includes}[own]: /b.html\n", **{"b.md": "---\n---\n"})
    assert (found.status, found.target and found.target.path) == ("ok", "b.md")
    beside = link("{% include note.html %} and\n[own]: /b.html\n\n[own][] text", **{"b.md": "---\n---\n"})
    assert beside.status == "undefined-reference"
