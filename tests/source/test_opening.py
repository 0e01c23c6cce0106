"""The first words of a page: its text, without headings, tables, code, and what other pages have too."""

import pytest

from linklint.model.document import Dialect
from linklint.source.dialects import GFM, HTML
from linklint.source.parse import parse
from linklint.source.words import cut_words

MDX = Dialect(extensions=("mdx", "tables"))
LIQUID = Dialect(masks=("liquid",))


def opening(text: str, dialect: Dialect = GFM) -> str:
    return parse(text.encode(), dialect).opening


@pytest.mark.parametrize(
    ("text", "dialect", "expected"),
    [
        ("---\ntitle: Soil\n---\n# Soil\n\nA *good* [soil](a.md)\nis `dark`.\n\n- One\n- Two\n", GFM,
         "A good is dark. One Two"),
        ("Before.\n\n```\ncode\n```\n\n    more code\n\n| a | b |\n|---|---|\n| c | d |\n\nAfter.", GFM,
         "Before. After."),
        ("![A picture](a.png) with words <b>and</b> tags.\n\n<div>\nraw\n</div>", GFM, "with words and tags."),
        ("", GFM, ""),
        ("import A from './a'\n\n# Title\n\nHello <B>{name}</B> and {1 + 1} more.\n", MDX, "Hello and more."),
        ("Welcome to {{ site.title }}, {% if x %}friend{% endif %}.", LIQUID, "Welcome to , friend ."),
        ("<head><title>No</title></head><header>No</header><nav>No</nav><main><h1>No</h1>"
         "<p>W<b>ell</b> <a href=x>no</a>"
         "<p>said<pre>no</pre><table><tr><td>no</table><script>no</script></main><footer>No</footer>", HTML,
         "Well said"),
    ],
)  # fmt: skip
def test_is_the_text_alone(text: str, dialect: Dialect, expected: str) -> None:
    assert opening(text, dialect) == expected


@pytest.mark.parametrize(("dialect", "between"), [(GFM, "\n\n"), (HTML, "<p>")])
def test_ends_after_a_hundred_words(dialect: Dialect, between: str) -> None:
    words = [f"word{number}" for number in range(150)]
    text = between.join(" ".join(words[start : start + 30]) for start in range(0, 150, 30))
    assert opening(text, dialect).split() == words[:100]


def test_each_character_of_a_script_without_spaces_is_a_word() -> None:
    assert opening("土" * 300) == "土" * 100


def test_a_word_without_end_is_cut() -> None:
    assert len(opening("x" * 100_000)) == 2000
    assert cut_words("one two three") == "one two three"
