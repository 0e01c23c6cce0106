"""The names of a repository."""

from hypothesis import given
from hypothesis import strategies as st

from linklint.model.files import Names, SourceFile

SEGMENTS = st.sampled_from(["a", "a.b", "a-b", "a0", "A", "ä", "a b", "b"])
PATHS = st.lists(SEGMENTS, min_size=1, max_size=4).map("/".join)


@given(st.sets(PATHS, max_size=20), PATHS)
def test_lists_what_is_below_a_folder(paths: set[str], folder: str) -> None:
    names = Names(map(SourceFile, paths))
    assert list(names.below(folder)) == sorted(path for path in paths if path.startswith(f"{folder}/"))
    assert list(names.below("")) == sorted(paths)
