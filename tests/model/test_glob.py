import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linklint.model.glob import _expand, _expression, _matcher, _tokens, compile_glob


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("a.md", "a.md"),
        ("*.md", "a.md"),
        ("*.md", ".md"),
        ("*", ".hidden"),
        ("guides/**", "guides/a.md"),
        ("guides/**", "guides/x/.y/z.md"),
        ("/tools/**", "/tools/"),
        ("**", "a/b/c"),
        ("**/a.md", "a.md"),
        ("**/a.md", "x/a.md"),
        ("**/a.md", "x/y/a.md"),
        ("a/**/b", "a/b"),
        ("a/**/b", "a/x/y/b"),
        ("**/**/b", "b"),
        ("a**z", "a/b/z"),
        ("?.md", "ä.md"),
        ("[ab].md", "b.md"),
        ("[a-c]x", "bx"),
        ("[!a-c]x", "dx"),
        ("[^a-c]x", "dx"),
        ("[]]x", "]x"),
        ("[a-]x", "-x"),
        (r"[\]]x", "]x"),
        (r"\[slug\].mdx", "[slug].mdx"),
        (r"a\*b", "a*b"),
        ("{a,b}/*.{md,html}", "b/x.html"),
        ("x{,y}", "x"),
        ("x{,y}", "xy"),
        ("[{]a", "{a"),
        (r"\{a\}", "{a}"),
        ("a b/ü.md", "a b/ü.md"),
    ],
)
def test_speaks_of_paths_that_match(pattern, path):
    assert compile_glob(pattern)(path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("a.md", "A.md"),
        ("a.md", "x/a.md"),
        ("a.md", "a.mdx"),
        ("*.md", "x/a.md"),
        ("guides/**", "guides"),
        ("guides/**", "other/guides/a.md"),
        ("**/a.md", "xa.md"),
        ("**/a.md", "x/ya.md"),
        ("a/**/b", "ab"),
        ("a/**/b", "a/xb"),
        ("a/*", "a/b/c"),
        ("?", "/"),
        ("[!a]", "/"),
        ("[.-0]", "/"),
        ("a?", "a"),
        (r"a\*b", "axb"),
        ("{a,b}", "c"),
        ("*", "a\n/b"),
    ],
)
def test_is_silent_about_other_paths(pattern, path):
    assert not compile_glob(pattern)(path)


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("", "a glob cannot be empty"),
        ("[a", '"[" is not closed (for the character itself write "\\[")'),
        ("[]", '"[" is not closed (for the character itself write "\\[")'),
        ("[a-", '"[" is not closed (for the character itself write "\\[")'),
        ("[\\", '"[" is not closed (for the character itself write "\\[")'),
        ("[z-a]", 'the range "z-a" runs backwards'),
        ("{a", '"{" is not closed (for the character itself write "\\{")'),
        ("a}", '"}" without "{" (for the character itself write "\\}")'),
        ("{a,{b,c}}", "braces do not nest"),
        ("a\\", "the glob ends in a lone backslash"),
        ("x" * 1001, "a glob has at most 1000 characters"),
        ("{a,b}" * 7, "the braces stand for more than 100 globs"),
    ],
)
def test_refuses_a_bad_pattern_in_words(pattern, reason):
    with pytest.raises(ValueError, match=f"^{re.escape(reason)}$"):
        compile_glob(pattern)


@pytest.mark.parametrize("pattern", ["*a" * 200 + "b", "**a" * 200 + "b", "**/" * 200 + "b", "{*a,**b}" * 6 + "c"])
def test_hostile_patterns_take_linear_time(pattern):
    match = compile_glob(pattern)
    begin = time.process_time()
    assert not match("a" * 4000)
    assert time.process_time() - begin < 2


@given(st.text(max_size=12))
def test_any_pattern_is_compiled_or_refused(pattern):
    try:
        match = compile_glob(pattern)
    except ValueError:
        return
    assert match("a/b") in (True, False)


@given(st.text(min_size=1, max_size=12))
def test_an_escaped_name_matches_itself_only(name):
    match = compile_glob("".join("\\" + char for char in name))
    assert match(name)
    assert not match(name + "x")


@given(
    st.lists(st.sampled_from(["a", "b", "/", ".", "*", "**/", "**", "?", "[!a]", "[a-b]"]), max_size=8).map("".join),
    st.text("ab/.\n", max_size=12),
)
def test_the_expression_and_the_automaton_agree(pattern, path):
    alternatives = [list(_tokens(alternative)) for alternative in _expand(pattern)]
    assert _expression(alternatives)(path) == _matcher(alternatives)(path)
