"""Which landmark each offset of a Markdown file's raw HTML stands in."""

from __future__ import annotations

import time

from linklint.source.markdown.landmarks import Landmarks


def test_what_follows_a_comment_that_never_ends_is_a_comment() -> None:
    text = "<nav> <!-- a --> b <!-- </nav> c"
    assert Landmarks(text).at(text.index("b")) == "nav"
    assert Landmarks(text).at(text.index("c")) == "nav"
    closed = "<nav> <!-- a --> </nav> c"
    assert Landmarks(closed).at(closed.index("c")) is None


def test_many_comments_that_never_end_take_linear_time() -> None:
    begin = time.process_time()
    Landmarks("<!--" * 100_000)
    assert time.process_time() - begin < 2
