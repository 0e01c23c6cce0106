"""Generated files say what their sources say."""

from tests.drift import find_drift


def test_generated_files_are_up_to_date() -> None:
    assert find_drift() == []
