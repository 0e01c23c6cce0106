"""Which new file is which old one."""

from __future__ import annotations

import pytest

from linklint.app.renames import match_renames

TEXT = "Roses like the sun and a good soil.\n"


@pytest.mark.parametrize(
    ("gone", "new", "expected"),
    [
        ({"a.md": TEXT}, {"b.md": TEXT}, {"a.md": "b.md"}),
        ({"a.md": TEXT}, {"b.md": TEXT + "They hate wet feet."}, {"a.md": "b.md"}),
        ({"a.md": TEXT}, {"b.md": "Worms dig all day and night, deep below."}, {}),
        ({"a.md": ""}, {"b.md": ""}, {}),
        ({"a.md": TEXT}, {}, {}),
        ({"a.md": TEXT}, {"b.md": TEXT + "More.", "c.md": TEXT}, {"a.md": "c.md"}),
        ({"x/a.md": TEXT}, {"y/0.md": TEXT, "y/a.md": TEXT}, {"x/a.md": "y/a.md"}),
        ({"a.md": TEXT, "b.md": TEXT}, {"c.md": TEXT, "d.md": TEXT}, {"a.md": "c.md", "b.md": "d.md"}),
        ({"a.md": TEXT, "b.md": TEXT}, {"c.md": TEXT}, {"a.md": "c.md"}),
    ],
)
def test_renames(gone: dict[str, str], new: dict[str, str], expected: dict[str, str]) -> None:
    assert match_renames(gone, new) == expected
