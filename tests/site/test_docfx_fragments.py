"""docfx: which fragments a page has."""

import pytest

from tests.site.docfx_sites import docset, first_link, learn

INCLUDED = "# Same\n\n## From a file\n"


@pytest.mark.parametrize(
    ("page", "fragment", "status"),
    [
        ("## A title", "a-title", "ok"),
        ("## A title", "a-titel", "fragment-missing"),
        ("## A title", "A-title", "case-mismatch"),
        ("## C# & .NET 8.0", "c--net-80", "ok"),
        ("## `code` and *more*", "code-and-more", "ok"),
        ("## [Link](b.md) text", "link-text", "ok"),
        ("## Same\n\n## Same", "same-1", "ok"),
        ("## Same\n\n## Same", "same-2", "fragment-missing"),
        ("## ???", "section", "ok"),
        ("## Über _x_", "über-x", "ok"),
        ('## <a name="short"></a>A long title', "short", "ok"),
        ('## <a name="short"></a>A long title', "a-long-title", "fragment-missing"),
        ('## <a id="short"></a> A long title', "short", "ok"),
        ('<a name="here"></a>\n\n## There', "here", "ok"),
        ('<a name="here"></a>\n\n## There', "there", "ok"),
        ('<div id="box">x</div>', "box", "ok"),
        ("## See <xref:System.String>", "see-xrefsystemstring", "ok"),
        ("## Happy :smile: day", "happy--day", "ok"),
        ("# [Same](#tab/same)\n\ntext\n\n---\n\n## Same", "same-1", "ok"),
        ("# [Only](#tab/only)\n\ntext\n\n---", "only", "fragment-missing"),
        ("# [Only](#tab/only)\n\ntext\n\n---", "tab/only", "ok"),
        ("[!INCLUDE [x](includes/part.md)]", "from-a-file", "ok"),
        ("[!INCLUDE [x](includes/part.md)]\n\n## Same", "same-1", "fragment-missing"),
        ("[!INCLUDE [x](includes/no.md)]", "from-a-file", "fragment-missing"),
        (
            ":::row:::\n    :::column:::\n        ## In a column\n    :::column-end:::\n:::row-end:::",
            "in-a-column",
            "ok",
        ),
        ("text", "top", "ok"),
    ],
)
def test_fragments(page: str, fragment: str, status: str) -> None:
    site = docset({"docs/a.md": f"[x](b.md#{fragment})", "docs/b.md": page, "docs/includes/part.md": INCLUDED})
    assert first_link(site).status == status


def test_other_identifiers_cannot_be_known() -> None:
    extensions = {
        "markdownEngineProperties": {"markdigExtensions": [{"name": "AutoIdentifiers", "options": "Default"}]}
    }
    site = docset({"docs/a.md": "[x](b.md#other)", "docs/b.md": "## Title"}, **extensions)
    assert first_link(site).status == "fragment-unverifiable"


def test_attributes_give_ids_where_they_are_switched_on() -> None:
    files = {"docs/a.md": "[x](b.md#own)", "docs/b.md": "## Title {#own}"}
    on = {"markdownEngineProperties": {"markdigExtensions": ["Attributes"]}}
    assert first_link(docset(files, **on)).status == "ok"
    assert first_link(docset(files)).status == "fragment-missing"


@pytest.mark.parametrize(("fragment", "status"), [("is-it-free-", "ok"), ("is-it-dear", "fragment-unverifiable")])
def test_questions_have_ids(fragment: str, status: str) -> None:
    faq = "### YamlMime:FAQ\nsections:\n- name: All\n  questions:\n  - question: Is it free?\n    answer: Yes.\n"
    assert first_link(learn({"docs/a.md": f"[x](faq.yml#{fragment})", "docs/faq.yml": faq})).status == status
