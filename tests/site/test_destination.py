import pytest
from hypothesis import given
from hypothesis import strategies as st

from linklint.site.destination import read_destination, read_slowly


@pytest.mark.parametrize(
    ("href", "kind", "path", "fragment"),
    [
        ("a.md", "internal", "a.md", None),
        ("a.md#x", "internal", "a.md", "x"),
        ("a.md#", "internal", "a.md", ""),
        ("#x", "internal", "", "x"),
        ("", "internal", "", None),
        ("  a.md\n", "internal", "a.md", None),
        ("a.md?plain=1#L3", "internal", "a.md", "L3"),
        ("a%20b.md#%C3%A4", "internal", "a b.md", "ä"),
        ("a%2520b.md", "internal", "a%20b.md", None),
        ("100%.md", "internal", "100%.md", None),
        ("%ff.md", "internal", "%ff.md", None),
        ("http//example.com", "internal", "http//example.com", None),
        ("src/a.py:12", "internal", "src/a.py:12", None),
    ],
)
def test_paths_are_cut_and_decoded_once(href: str, kind: str, path: str, fragment: str | None) -> None:
    found = read_destination(href)
    assert (found.kind, found.path, found.fragment) == (kind, path, fragment)


@pytest.mark.parametrize(
    ("href", "host", "path"),
    [
        ("https://Example.com/a?b#c", "example.com", "/a"),
        ("//example.com", "example.com", "/"),
        ("HTTP://user@example.com:80/a", "example.com:80", "/a"),
        ("http:\\\\example.com\\a", "example.com", "\\a"),
        ("https:/example.com/", "example.com", "/"),
        ("http://[::1]/a", "[::1]", "/a"),
        ("https://bücher.example/", "bücher.example", "/"),
    ],
)
def test_full_urls_name_a_host(href: str, host: str, path: str) -> None:
    found = read_destination(href)
    assert (found.kind, found.host, found.path) == ("external", host, path)


@pytest.mark.parametrize(
    "href",
    ["http://", "http:///", "https:", "//", "http://[::1", "//[x", "http://a]b", "http://a b/", "ht tp://x.com",
     "http ://x.com", "C:\\docs\\a.md", "c:/docs/a.md", "http://:80/", "a.md:12"],
)  # fmt: skip
def test_what_can_be_no_address_is_malformed_with_a_reason(href: str) -> None:
    found = read_destination(href)
    assert found.kind == "malformed"
    assert found.reason


@pytest.mark.parametrize(
    "href",
    ["{{ site.baseurl }}/a", "{% link a.md %}", "<%= root %>/a", "${base}/a", "%PUBLIC_URL%/icon.png", "/users/{id}",
     "<?php echo $x ?>", "%7B%7B url %7D%7D", "https://{{ host }}/a", "{{ url }}://x", "$for.url$", "$site.base$/a"],
)  # fmt: skip
def test_template_expressions_are_unresolvable(href: str) -> None:
    assert read_destination(href).kind == "unresolvable"


@pytest.mark.parametrize(
    "href", ["https://example.com/{{ version }}", "//example.com/%7B%7Bx%7D%7D", "http://x.y?a={b}"]
)
def test_a_template_in_somebody_elses_path_is_their_matter(href: str) -> None:
    assert read_destination(href).kind == "external"


@pytest.mark.parametrize("href", ["a%20b.md", "%E4%BD%A0.md", "100%25.md", "a{b.md", "$a.md", "%ABC.md"])
def test_percent_signs_and_lone_braces_are_no_templates(href: str) -> None:
    assert read_destination(href).kind == "internal"


@pytest.mark.parametrize(
    ("href", "kind"),
    [("mailto:a@b.c", "mail"), ("tel:+49", "mail"), ("javascript:void(0)", "other"), ("data:,x", "other"),
     ("file:///etc/passwd", "other"), ("vscode:open", "other"), ("MAILTO:a@b.c", "mail")],
)  # fmt: skip
def test_other_schemes(href: str, kind: str) -> None:
    assert read_destination(href).kind == kind


def test_a_backslash_is_a_slash_in_html_only() -> None:
    assert read_destination("a\\b.html#c\\d", backslash_is_slash=True)[1:3] == ("a/b.html", "c\\d")
    assert read_destination("a\\b.md").path == "a\\b.md"


@given(st.text(alphabet=st.characters(codec=None), max_size=60) | st.text(alphabet="htp:/\\[]@#?%{}. C\t", max_size=30))
def test_any_text_is_taken_apart(href: str) -> None:
    for backslash in (True, False):
        found = read_destination(href, backslash_is_slash=backslash)
        assert found.kind in {"internal", "external", "mail", "other", "malformed", "unresolvable"}
        assert found.reason or found.kind not in {"malformed", "unresolvable"}


@given(st.text("aZ0_./~-#", max_size=14))
def test_the_short_way_for_simple_destinations_gives_the_same(href: str) -> None:
    assert read_destination(href) == read_slowly(href)


SYNTAX = "http https HTTPS : // / /// # ? a B ex.com - . .. _ ~ = & %20 % @ * { } <a> $ | \\ [ ` 80 ä"
PIECES = st.sampled_from([*SYNTAX.split(), "your-x-here", "__A__", "REPLACE_IT", " ", "\n"])


@given(
    st.lists(PIECES, max_size=10).map("".join), st.sampled_from(["", "https://", "http://a.com", "a/b"]), st.booleans()
)
def test_short_ways_through_usual_destinations_cannot_be_told(text: str, start: str, slash: bool) -> None:
    href = start + text
    assert read_destination(href, backslash_is_slash=slash) == read_slowly(href, backslash_is_slash=slash)
