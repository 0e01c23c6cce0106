"""What the comparison of one small site found, and how it is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Outcome:
    """Counts of what was compared, differences in words, and what was not compared: reason → how often."""

    name: str
    pages: int = 0
    ids: int = 0
    links: int = 0
    images: int = 0
    linked: int = 0
    redirects: int = 0
    differences: list[str] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)

    def differ(self, text: str) -> None:
        """One more difference."""
        self.differences.append(text)

    def leave_out(self, reason: str, number: int = 1) -> None:
        """So many more that are not compared."""
        if number:
            self.left_out[reason] += number

    def lines(self) -> Iterator[str]:
        """What a person reads."""
        yield (
            f"{self.name}: compared {self.pages} addresses, {self.ids} ids, {self.links} links, {self.images} images, "
            f"{self.linked} pages linked or not, {self.redirects} redirects: {len(self.differences)} differences"
        )
        yield from (f"  DIFFERENCE {line}" for line in self.differences)
        yield from (f"  not compared: {number} × {reason}" for reason, number in sorted(self.left_out.items()))
