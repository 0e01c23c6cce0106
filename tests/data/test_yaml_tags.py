"""Tags outside the core schema, which configs of other programs hold."""

from __future__ import annotations

import pytest

from linklint.data.yaml import read_yaml
from linklint.errors import UserError

CONFIG = """\
a: !ENV [NAME, other]
b: !ENV NAME
c: !!python/name:pkg.mod.function
d: !!python/object/apply:pkg.slugs.slugify
  kwds: {case: lower}
e: !!str 1
"""


def test_kept_tags_are_given_beside_the_values() -> None:
    tree = read_yaml(CONFIG, "mkdocs.yml", unknown_tags="keep")
    assert tree.value == {"a": ["NAME", "other"], "b": "NAME", "c": "", "d": {"kwds": {"case": "lower"}}, "e": "1"}
    assert tree.tags == {
        ("a",): "!ENV",
        ("b",): "!ENV",
        ("c",): "!!python/name:pkg.mod.function",
        ("d",): "!!python/object/apply:pkg.slugs.slugify",
    }


def test_tags_are_refused_unless_they_are_asked_for() -> None:
    with pytest.raises(UserError) as caught:
        read_yaml(CONFIG, "mkdocs.yml")
    assert [problem.line for problem in caught.value.problems] == [1, 2, 3, 4]


def test_kept_tags_excuse_nothing_else() -> None:
    with pytest.raises(UserError):
        read_yaml("a: !ENV x\na: 2\n", "mkdocs.yml", unknown_tags="keep")


def test_a_list_under_a_tag_may_be_a_key() -> None:
    """MkDocs takes ``!ENV [NAME, "Home"]`` for a text; its default is the last one."""
    tree = read_yaml('- !ENV [NAME, "Home"]: index.md\n- !ENV [A, B]:\n    - b.md\n', "mkdocs.yml", unknown_tags="keep")
    assert tree.value == [{"Home": "index.md"}, {"B": ["b.md"]}]
    assert (tree.positions[0, "Home"].line, tree.positions[1, "B", 0].line) == (1, 3)
    with pytest.raises(UserError):
        read_yaml('- [NAME, "Home"]: index.md\n', "mkdocs.yml", unknown_tags="keep")
