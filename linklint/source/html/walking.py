"""One walk over the tree: what each link, heading and id of a page holds, and where in the page it stands."""

from __future__ import annotations

from typing import NamedTuple

from selectolax.lexbor import LexborNode

from linklint.source.html.links import collapse, is_link, read_text_attribute
from linklint.source.html.places import BREAKS, HEADINGS, PICTURES, TELLING, Place, enter
from linklint.source.html.stamping import Stamped, tag_number
from linklint.source.html.tokens import StartTag
from linklint.source.words import FIRST_WORDS, add_up_words, count_words, cut_words

_HEARD = TELLING | PICTURES
"""Elements that mean something though nothing is known of their start tags."""


class Holder:
    """A link or heading while its contents are read. ``number`` is its start tag's, ``parent`` that of the ``<a>``
    around it; ``text_number`` tells how many texts the page shows before. A link that the parser had to cut in two
    (``<p><a>one</p><p>two</a>``) is one holder."""

    def __init__(self, number: int, parent: int | None, place: Place, text_number: int) -> None:
        self.number = number
        self.parent = parent
        self.place = place
        self.text_number = text_number
        self._pieces: list[str] = []
        self._breaks: int | None = None
        self._has_picture = False
        self._has_text = False

    def add_text(self, text: str, breaks: int) -> None:
        """Takes text that is shown. ``breaks``: how many lines and cells the page has begun; when it is another number
        than last time, what came before is not part of the same word."""
        self._add(text, breaks)
        self._has_text = self._has_text or not (text == "" or text.isspace())

    def add_picture(self, alternative: str, breaks: int) -> None:
        """Takes an image by its alternative text."""
        self._add(alternative, breaks)
        self._has_picture = True

    def _add(self, text: str, breaks: int) -> None:
        self._pieces += (text,) if breaks == self._breaks else (" ", text)
        self._breaks = breaks

    @property
    def text(self) -> str:
        """What readers see, white space collapsed."""
        return collapse("".join(self._pieces))

    @property
    def only_images(self) -> bool:
        """The contents are images and nothing else."""
        return self._has_picture and not self._has_text


class Found(NamedTuple):
    """What the walk found. Links, headings and ids are sorted by the numbers of their start tags; an id comes with that
    number. ``anchors`` maps the number of each ``<a>`` to that of the ``<a>`` around it. ``head`` are the ``html``,
    ``base``, ``link`` and ``meta`` tags, wherever they stand; ``title`` is the first title element's number and text;
    ``words`` says how many are shown before each text that is shown, and in all of them; ``opening`` are the first ones
    of the page's own text, as in ``Document``."""

    links: list[Holder]
    anchors: dict[int, int | None]
    headings: list[Holder]
    ids: list[tuple[int, str]]
    head: list[tuple[StartTag, Place]]
    title: tuple[int, str] | None
    words: list[int]
    opening: str


def walk(stamped: Stamped) -> Found:
    """Reads the whole tree. The text of a link inside a link (in a table, say) belongs to the inner one alone."""
    walker = _Walker(stamped)
    if stamped.root is not None:
        walker.visit(stamped.root)
    return Found(
        [
            holder
            for number, holder in sorted(walker.links.items())
            if is_link(stamped.tags[number], foreign=holder.place.foreign)
        ],
        {number: holder.parent for number, holder in walker.links.items()},
        [walker.headings[number] for number in sorted(walker.headings)],
        sorted(walker.ids.items()),
        walker.head,
        walker.title,
        add_up_words(walker.texts),
        cut_words(walker.opening.text),
    )


def _enter(place: Place, name: str, tag: StartTag | None) -> Place:
    if tag is None or not tag.attributes:
        return enter(place, name, None)
    return enter(place, name, tag.get("role"), aria_hidden=(tag.get("aria-hidden") or "").strip().lower() == "true")


class _State(NamedTuple):
    place: Place = Place()
    link: Holder | None = None
    heading: Holder | None = None


class _Walker:
    def __init__(self, stamped: Stamped) -> None:
        self._tags = stamped.tags
        self.links: dict[int, Holder] = {}
        self.headings: dict[int, Holder] = {}
        self.ids: dict[int, str] = {}
        self.head: list[tuple[StartTag, Place]] = []
        self.title: tuple[int, str] | None = None
        self.texts: list[str] = []
        self.opening = Holder(-1, None, Place(), 0)
        self._opening_words = 0
        self._breaks = 0

    def visit(self, root: LexborNode) -> None:
        """Every node in document order. Not recursive, for the depth that hostile pages have."""
        node: LexborNode | None = root
        state = _State()
        above: list[tuple[LexborNode, _State]] = []
        while node is not None:
            inside = state
            if node.is_text_node:
                self._read_text(node.text_content or "", state)
            elif node.is_element_node:
                inside = self._enter(node, state)
            child = node.child
            if child is not None:
                above.append((node, state))
                node, state = child, inside
                continue
            following = node.next
            while following is None and above:
                node, state = above.pop()
                self._breaks += node.tag in BREAKS
                following = node.next
            node = following

    def _read_text(self, text: str, state: _State) -> None:
        place, link, heading = state
        if place.hidden:
            return
        self.texts.append(text)
        if self._opening_words < FIRST_WORDS and link is None and place.is_running_text:
            self.opening.add_text(text, self._breaks)
            self._opening_words += count_words(text)
        if link:
            link.add_text(text, self._breaks)
        if heading:
            heading.add_text(text, self._breaks)

    def _enter(self, node: LexborNode, state: _State) -> _State:
        name = node.tag or ""
        if name in BREAKS:
            self._breaks += 1
        if name not in _HEARD and node.id is None:
            return state
        number = tag_number(node, self._tags)
        tag = self._tags[number] if number is not None else None
        place = _enter(state.place, name, tag)
        link, heading = state.link, state.heading
        if link and name in PICTURES:
            link.add_picture((tag and read_text_attribute(tag, "alt")) or "", self._breaks)
        if tag is None or number is None:
            return state if place is state.place else _State(place, link, heading)
        if identifier := tag.get("id") or (name == "a" and tag.get("name")):
            self.ids[number] = identifier
        if name in HEADINGS:
            heading = self.headings[number] = Holder(number, None, place, len(self.texts))
        elif name in {"html", "base", "link", "meta"}:
            self.head.append((tag, place))
        elif name == "title" and not place.foreign and self.title is None:
            self.title = (number, collapse((node.child and node.child.text_content) or ""))
        elif name == "a" or (name != "image" and is_link(tag)):
            held = self.links.get(number)
            if held is None:
                parent = link.number if link else None
                held = self.links[number] = Holder(number, parent, place, len(self.texts))
            link = held if name == "a" else link
        return _State(place, link, heading)
