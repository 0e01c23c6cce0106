"""Links whose text is one piece of inline code."""

from __future__ import annotations

import pytest

from linklint.model.document import Dialect
from linklint.source.dialects import GFM, HTML
from linklint.source.parse import parse

MDX = Dialect(extensions=("mdx",))


def code(text: str, dialect: Dialect) -> list[bool]:
    return [link.code for link in parse(text.encode(), dialect).links]


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        ("The [`link`](x.md) element", GFM),
        ("The [**`link`**](x.md) element", GFM),
        ("The [_`link`_][x] and [`x`]\n\n[x]: x.md", GFM),
        ("[`` a`b ``](x.md)", GFM),
        ("[`a\nb`](x.md)", GFM),
        ("\\* [`link`](x.md) <br>", GFM),
        ("<a href=x.md><code>link</code></a>", GFM),
        ("<a href=x.md><b><code class=x>link</code></b></a>", GFM),
        ("<a href=x.md>`link`</a>", GFM),
        ("<A HREF=x.html> <KBD>link</KBD> </A>", HTML),
        ("<p><a href=x.html title='a > b'><tt>link</tt></a></p>", HTML),
        ('<a href="x.md"><code>link</code></a>', MDX),
        ('<Link to="x.md">`link`</Link>', MDX),
        ('<Link to="x.md"><code>link</code></Link>', MDX),
        ("[`link`](x.md)", MDX),
    ],
)
def test_the_whole_text_is_one_piece_of_code(text: str, dialect: Dialect) -> None:
    assert set(code(text, dialect)) == {True}


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        ("[link](x.md) `link`", GFM),
        ("[the `link`](x.md)", GFM),
        ("[`link` here](x.md)", GFM),
        ("[`a` and `b`](x.md)", GFM),
        ("[\\`link\\`](x.md)", GFM),
        ("[![`link`](r.png)](x.md)", GFM),
        ("`a` [link](x.md)", GFM),
        ("<a href=x.md>link</a> <code>link</code>", GFM),
        ("<a href=x.md><code>a</code> and <code>b</code></a>", GFM),
        ("<a href=x.md><b>link</b></a>", GFM),
        ("<a href=x.html>`link`</a>", HTML),
        ("<a href=x.html><code></code></a>", HTML),
        ('<Card href="x.md" title="Read more"><code>link</code></Card>', MDX),
        ('<Card href="x.md" title="link" />', MDX),
    ],
)
def test_the_text_is_no_code_or_not_only(text: str, dialect: Dialect) -> None:
    assert not any(code(text, dialect))


def test_many_links_that_never_end_are_read_at_once() -> None:
    assert len(code("<table>" + "<tr><td><a href=x><code>" * 3_000, HTML)) == 3_000
