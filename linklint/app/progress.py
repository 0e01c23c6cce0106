"""How a run says how far it is. Whoever starts it may listen; what it finds never depends on that."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Is told of the stages of a run, one after the other."""

    def begin(self, stage: str, steps: int = 0) -> None:
        """A stage begins, named in a few words. ``steps``: how many it has; 0: nobody knows."""

    def advance(self, steps: int = 1) -> None:
        """So many more steps of the stage are done."""


class Unheard:
    """Nobody listens."""

    def begin(self, stage: str, steps: int = 0) -> None:
        pass

    def advance(self, steps: int = 1) -> None:
        pass


UNHEARD = Unheard()
