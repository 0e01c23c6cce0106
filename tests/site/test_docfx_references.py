"""docfx: cross references by uid."""

import pytest

from linklint.model.site import Link
from tests.site.docfx_sites import docset, first_link, learn
from tests.site.sites import orphan_states, written_links

TARGET = {"docs/sub/t.md": "---\nuid: a.uid\ntitle: The target\n---\n\n## Part\n"}


def link(text: str, **build: object) -> Link:
    return first_link(docset({**TARGET, "docs/a.md": text}, **build))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<xref:a.uid>", "The target"),
        ("[text](xref:a.uid)", "text"),
        ("[](xref:a.uid)", "The target"),
        ("[text](xref:a.uid?displayProperty=name#part)", "text"),
        ("see @a.uid.", "The target"),
        ('see @"a.uid?text=x"', "The target"),
        ('<a href="xref:a.uid">text</a>', "text"),
    ],
)
def test_references_lead_to_the_page_and_show_its_title(text: str, shown: str) -> None:
    found = link(text)
    assert (found.status, found.target and found.target.path) == ("ok", "docs/sub/t.md")
    assert found.written is not None
    assert found.written.text == shown


def test_fragments_of_references_are_checked() -> None:
    assert link("[text](xref:a.uid#nope)").status == "fragment-missing"


@pytest.mark.parametrize("text", ["<xref:b.uid>", "[text](xref:b.uid)", "<xref:A.uid>"])
def test_uids_that_nothing_defines_are_missing_where_nothing_else_could(text: str) -> None:
    found = link(text)
    assert (found.status, found.target) == ("missing", None)
    assert "no page has the uid" in found.reason


def test_uids_of_an_api_reference_are_opaque() -> None:
    metadata = [{"src": ["../src/*.csproj"], "dest": "api"}]
    assert link("<xref:My.Type>", metadata=metadata).status == "opaque"
    assert link("[x](xref:a.uid)", metadata=metadata).status == "ok"


@pytest.mark.parametrize(
    ("uid", "build"),
    [
        ("System.String", {}),
        ("System.Collections.Generic.List{System.String}", {}),
        ("any.thing", {"xref": ["https://example.com/xrefmap.yml"]}),
    ],
)
def test_uids_of_other_sites_are_external(uid: str, build: dict[str, object]) -> None:
    assert link(f"<xref:{uid}>", **build).status == "external"


def test_uids_of_learn_are_external() -> None:
    assert first_link(learn({"docs/a.md": "<xref:My.Type>"})).status == "external"


@pytest.mark.parametrize("text", ["ask @someone", "mail me@a.uid", "`@a.uid`"])
def test_words_with_an_at_are_no_links(text: str) -> None:
    found = written_links(docset({**TARGET, "docs/a.md": text}), "docs/a.md")
    assert [link for link in found if link.kind != "mail"] == []


def test_references_save_from_being_an_orphan() -> None:
    assert orphan_states(docset({**TARGET, "docs/index.md": "@a.uid"})) == {}
    assert orphan_states(docset({**TARGET, "docs/index.md": "@b.uid"})) == {"docs/sub/t.md": "checked"}
