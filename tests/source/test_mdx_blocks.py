"""Fences around MDX are found as Docusaurus finds them, in linear time."""

import re
import time

from hypothesis import given
from hypothesis import strategies as st

from linklint.source.masks.mdx_blocks import find_mdx_blocks

# As one expression, after ``unwrapMdxCodeBlocks`` of @docusaurus/utils.
REFERENCE = re.compile(
    r"^(?P<opening>[ ]*(?P<fence>`{3,4})[ ]*mdx-code-block)\r?\n(?:.*?\r?\n)?(?P<closing>[ ]*(?P=fence))[ ]*$",
    re.DOTALL | re.MULTILINE,
)
LINES = (
    "```mdx-code-block",
    "````mdx-code-block",
    " ``` mdx-code-block",
    "```",
    "````",
    "  ```  ",
    "text",
    "",
    "``` x",
)


@given(st.lists(st.tuples(st.sampled_from(LINES), st.sampled_from(["\n", "\r\n", "\n\n", ""])), max_size=12))
def test_as_one_expression_finds_them(lines: list[tuple[str, str]]) -> None:
    text = "".join(line + end for line, end in lines)
    spans = [match.span(group) for match in REFERENCE.finditer(text) for group in ("opening", "closing")]
    assert [(mask.start, mask.end) for mask in find_mdx_blocks(text, 0)] == spans


def test_fences_that_never_close_take_little_time() -> None:
    text = "```mdx-code-block\n" * 20_000
    begun = time.process_time()
    assert find_mdx_blocks(text, 0) == []
    assert time.process_time() - begun < 2
