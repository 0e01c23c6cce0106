"""Whether the tokenizer stands inside ``<svg>`` or ``<math>``, where no element's contents are raw text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container

INTEGRATION_POINTS = {
    "svg": frozenset({"foreignobject", "desc", "title"}),
    "math": frozenset({"mi", "mo", "mn", "ms", "mtext"}),
}
# HTML standard, 13.2.6.5: these start tags end foreign content.
_BREAKOUT = frozenset(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta"
    " nobr ol p pre ruby s small span strong strike sub sup table tt u ul var".split()
)
_BREAKOUT_FONT = frozenset({"color", "face", "size"})


class Foreign:
    """The open foreign elements and, inside them, the open elements whose contents are HTML again. Each is kept with
    the language of its contents: ``svg``, ``math`` (a ``<math>`` inside ``<svg>`` is an SVG element), ``html``.

    While none is open, only a start tag of ``INTEGRATION_POINTS`` matters, so nobody need ask about the others.

    HTML inside them and around them is not followed: one that ends because an element around it does is thought to go
    on, and one that goes on because of an open element inside it to end. It matters only for raw text and CDATA.
    """

    def __init__(self) -> None:
        self.opened: list[tuple[str, str]] = []
        self._counts: Counter[str] = Counter()

    @property
    def inside(self) -> bool:
        """Foreign rules hold here."""
        return bool(self.opened) and self.opened[-1][1] != "html"

    def enter(self, name: str, self_closing: bool, attributes: Container[str]) -> bool:
        """Takes note of a start tag; tells whether its element is a foreign one."""
        if self.inside and (name in _BREAKOUT or (name == "font" and any(key in attributes for key in _BREAKOUT_FONT))):
            while self.inside:
                self._pop()
        language = self.opened[-1][1] if self.opened else "html"
        if language == "html" and name not in INTEGRATION_POINTS:
            return False
        if not self_closing:
            if name in INTEGRATION_POINTS:
                self._push(name, name if language == "html" else language)
            elif name in INTEGRATION_POINTS[language]:
                self._push(name, "html")
        return True

    def leave(self, name: str) -> None:
        """Takes note of an end tag."""
        if self.inside and name in {"p", "br"}:
            while self.inside:
                self._pop()
        if self._counts[name]:
            while self._pop() != name:
                pass

    def _push(self, name: str, language: str) -> None:
        self.opened.append((name, language))
        self._counts[name] += 1

    def _pop(self) -> str:
        name, _ = self.opened.pop()
        self._counts[name] -= 1
        return name
