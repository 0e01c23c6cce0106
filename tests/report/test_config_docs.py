"""The page of all keys of a config."""

from linklint.config.schemas import schema
from linklint.report.config_docs import config_page, list_keys


def names_of(properties: dict[str, object], **definitions: object) -> list[str]:
    return [key.name for key in list_keys({"properties": properties}, {"definitions": definitions})]


def test_keys_stand_below_those_that_hold_them() -> None:
    inner = {"properties": {"b": {}}}
    named = {"title": "a mapping from role to duties", "additionalProperties": inner}
    assert names_of({"a": inner}) == ["a", "a.b"]
    assert names_of({"a": {"items": inner}}) == ["a", "a[].b"]
    assert names_of({"a": named}) == ["a", "a.ROLE.b"]
    assert names_of({"a": {"if": {"type": "object"}, "then": inner, "else": {"title": "a path"}}}) == ["a", "a.b"]


def test_what_holds_itself_is_shown_once() -> None:
    reference = {"$ref": "#/definitions/folder"}
    assert names_of({"a": reference}, folder={"properties": {"inner": reference}}) == ["a", "a.inner"]


def test_a_row_has_the_value_the_default_and_the_meaning() -> None:
    page = config_page(schema("config"))
    assert '| `site.framework` | the name of a framework | `"auto"` | How addresses are made' in page
    assert '| `score.nofollow` | `spread`, `evaporate`, `drop`, `keep` | `"spread"` |' in page
    assert page.count("\n## ") == 9
