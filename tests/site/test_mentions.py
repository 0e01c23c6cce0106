"""A page that another file names may be linked there, however fast most files are put aside."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from linklint.model.files import MemoryRepository
from linklint.site import mentions
from tests.examples import some

PATHS = [
    "guide/page.md",
    "a/README.md",
    "page.a.md",
    "é/中.md",
    "中/中.md",
    "b/index.mdx",
    "a.md",
    ".b.md",
    "c-d/e~f.md",
]
PIECES = [
    *"ab./-_ \n\"'“”é中(:",
    "guide",
    "page",
    ".md",
    ".mdx",
    ".html",
    "README",
    "index",
    "./",
    "c-d",
    "e~f",
    "\udcff",
]
texts = st.lists(st.sampled_from(PIECES) | st.sampled_from(PATHS), max_size=12).map("".join)


@settings(max_examples=some(300))
@given(st.sets(st.sampled_from(PATHS)), texts)
def test_no_mention_is_passed_over(paths: set[str], text: str) -> None:
    files = {"nav.txt": text.encode("utf-8", "surrogateescape"), "readme.rst": b"c-d/e~f, see page.a."}
    repository = MemoryRepository({**dict.fromkeys(PATHS, b""), **files})
    found = mentions.find_mentioned(paths, repository, PATHS)
    with patch.object(mentions, "_may_name", return_value=True):
        assert found == mentions.find_mentioned(paths, repository, PATHS)
    assert paths & {"c-d/e~f.md"} <= found


def test_a_file_that_names_none_is_put_aside_without_its_tokens() -> None:
    repository = MemoryRepository({"nav.rst": b"other/pages", "guide/page.md": b""})
    with patch.object(mentions, "_named_in", side_effect=AssertionError("was asked")):
        assert mentions.find_mentioned(["guide/page.md"], repository, ()) == frozenset()
