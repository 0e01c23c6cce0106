"""Slugs of the packages that Eleventy's sites use, compared with @sindresorhus/slugify 2.2 and markdown-it-anchor 9."""

import pytest

from linklint.source.slugs import id_attribute_slugs, markdown_it_anchor_slugs, sindresorhus_slug


@pytest.mark.parametrize(
    ("text", "plain", "decamelized"),
    [
        ("What's new?", "whats-new", "whats-new"),
        ("It's Ä & B: `code` here!", "its-ae-and-b-code-here", "its-ae-and-b-code-here"),
        ("fooBar APIs XMLHttp", "foobar-apis-xmlhttp", "foo-bar-apis-xml-http"),
        ("ABC123def", "abc123def", "abc-123def"),
        ("Café crème", "cafe-creme", "cafe-creme"),
        ("--x--", "x", "x"),
        ("Łódź ø", "lodz-o", "lodz-o"),
        ("don't stop", "dont-stop", "dont-stop"),
        ("a_b c", "a-b-c", "a-b-c"),
        ("€ 5", "e-5", "e-5"),
        ("v1.0.0 (beta)", "v1-0-0-beta", "v1-0-0-beta"),
        ("日本", None, None),
        ("₹ 5", None, None),
    ],
)
def test_sindresorhus(text: str, plain: str | None, decamelized: str | None) -> None:
    assert (sindresorhus_slug(text), sindresorhus_slug(text, decamelize=True)) == (plain, decamelized)


def test_equal_slugs_of_the_attribute_plugin() -> None:
    assert id_attribute_slugs(["A", "A", "b", "日", "A"], [None, None, "own"]) == ["a", "a-2", "own", None, "a-3"]


def test_markdown_it_anchor() -> None:
    assert markdown_it_anchor_slugs([" Ä  & b! ", "x", "X", "x-1"]) == ["ä-&-b!", "x", "x-1", "x-1-1"]
    assert markdown_it_anchor_slugs(["x", "x"], [None, "own"]) == ["x", "own"]
