"""Whether work takes linear time, told by two small sizes rather than by one that is so large that it would be felt.

For four times as much, linear time is four times as long, and quadratic time sixteen times.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

QUICK = 0.2
"""Seconds of the processor in which nothing is measured more closely."""
MOST = 9
"""How many times longer four times as much may take."""
TRIES = 4
"""How often it is measured, since other things that run at the time make measures too large."""


def check_linear(work: Callable[[int], object], size: int) -> None:
    """Fails when ``work(size)`` is neither quick nor takes at most ``MOST`` times what ``work(size // 4)`` takes."""
    whole = quarter = float("inf")
    for _ in range(TRIES):
        whole = min(whole, _measure(work, size))
        if whole < QUICK:
            return
        quarter = min(quarter, _measure(work, size // 4))
        if whole <= MOST * quarter:
            return
    raise AssertionError(f"{whole:.2f} s for a size of {size}, {quarter:.2f} s for a quarter of it")


def _measure(work: Callable[[int], object], size: int) -> float:
    # As the command does; and what other tests have left in memory is looked through more often the larger the size.
    is_on = gc.isenabled()
    gc.disable()
    try:
        start = time.process_time()
        work(size)
        return time.process_time() - start
    finally:
        if is_on:
            gc.enable()
