"""The progress bar: on a terminal, on stderr, from the second second of a run on, and gone at its end."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from linklint.app.progress import UNHEARD, Progress
from linklint.workspace import Environment

if TYPE_CHECKING:
    from rich.progress import Progress as Picture

PATIENCE = 1.0  # seconds without a bar
INTERVAL = 0.1  # seconds between two pictures


@contextmanager
def show_progress(environment: Environment, *, wanted: bool) -> Iterator[Progress]:
    """What the run tells of its progress, on the screen if there is one that somebody watches. Nothing is left of it
    when anything else is written."""
    bar = Bar() if wanted and is_watched(environment) else None
    try:
        yield bar or UNHEARD
    finally:
        if bar is not None:
            bar.close()


def is_watched(environment: Environment) -> bool:
    """Whether stderr is a terminal on which a line can be written anew. Most services that build set CI."""
    variables = environment.variables
    return environment.stderr_is_terminal and not variables.get("CI") and variables.get("TERM") != "dumb"


class Bar:
    """Draws when it is told something, and without a thread: processes are forked while it is shown."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._due = clock() + PATIENCE
        self._stage, self._steps, self._done = "", 0, 0
        self._picture: Picture | None = None

    def begin(self, stage: str, steps: int = 0) -> None:
        self._stage, self._steps, self._done = stage, steps, 0
        if self._picture is not None:
            self._due = 0.0  # a stage that tells nothing of itself is shown, too
        self._draw()

    def advance(self, steps: int = 1) -> None:
        self._done += steps
        self._draw()

    def close(self) -> None:
        """Wipes it out."""
        if self._picture is not None:
            self._picture.stop()
            self._picture = None

    def _draw(self) -> None:
        now = self._clock()
        if now < self._due:
            return
        self._due = now + INTERVAL
        if self._picture is None:
            self._picture = start_picture()
        count = f"{self._done:,} of {self._steps:,}" if self._steps else ""
        for task in self._picture.task_ids:
            self._picture.reset(
                task, start=False, description=self._stage, total=self._steps or None, completed=self._done, count=count
            )
        self._picture.refresh()


def start_picture() -> Picture:
    """A line of its own, drawn by rich; loaded only when there is something to draw."""
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn
    from rich.progress import Progress as Picture

    picture = Picture(
        TextColumn("linklint: {task.description}"), BarColumn(), TextColumn("{task.fields[count]}"),
        console=Console(file=sys.stderr), auto_refresh=False, transient=True,
        redirect_stdout=False, redirect_stderr=False,
    )  # fmt: skip
    picture.add_task("", total=None, count="")
    picture.start()
    return picture
