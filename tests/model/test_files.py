"""The names of a repository."""

from hypothesis import given
from hypothesis import strategies as st

from linklint.model.files import Names, SourceFile
from linklint.site.paths import extension

SEGMENTS = st.sampled_from(["a", "a.b", "a-b", "a0", "A", "ä", "a b", "b"])
PATHS = st.lists(SEGMENTS, min_size=1, max_size=4).map("/".join)


@given(st.sets(PATHS, max_size=20), PATHS)
def test_lists_what_is_below_a_folder(paths: set[str], folder: str) -> None:
    names = Names(map(SourceFile, paths))
    assert list(names.below(folder)) == sorted(path for path in paths if path.startswith(f"{folder}/"))
    assert list(names.below("")) == sorted(paths)


LAST = st.sampled_from(["a.md", "a.MD", "a.html", "b", "b.md", ".md", "a.", "b.c.md"])
ENDED = st.sets(st.tuples(PATHS, LAST).map("/".join))


@given(ENDED)
def test_finds_files_by_name_and_by_ending_in_order(paths: set[str]) -> None:
    names = Names(map(SourceFile, paths))
    assert list(names.ending("md", "html")) == sorted(path for path in paths if extension(path) in ("md", "html"))
    assert list(names.ending("")) == sorted(path for path in paths if not extension(path))
    assert list(names.ending("txt", "md")) == list(names.ending("md"))
    wanted = ("a.md", "a.html", "b", "a.md")
    assert list(names.named(*wanted)) == sorted(path for path in paths if path.rpartition("/")[2] in wanted)
    assert not names.named("c")
    assert not names.named()
    assert not names.ending()
