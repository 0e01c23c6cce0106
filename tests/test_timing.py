"""Linear time is told from quadratic time."""

import pytest

from tests.timing import check_linear


def count(times: int) -> int:
    return sum(1 for _ in range(times))


def test_what_is_quick_or_grows_with_the_size_passes() -> None:
    check_linear(count, 10)
    check_linear(lambda size: count(size * 8_000), 1_000)


def test_what_grows_with_the_square_of_the_size_is_told() -> None:
    with pytest.raises(AssertionError, match="s for a size of 3000, "):
        check_linear(lambda size: count(size * size), 3_000)
