"""Links as written and links as built: which is which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from linklint.model.site import Link

Pairs = list[tuple[Link, str]]


def pair_links(
    written: Sequence[Link], built: Sequence[tuple[str, str]], around: Sequence[tuple[str, str]]
) -> tuple[Pairs, list[Link], list[tuple[str, str]]]:
    """Pairs of a link and its built ``href``, links that were not built, and built ones that nobody wrote. Links with
    the same text belong together in their order; what is left then (components that make a text of their own) in
    order too, where it is as many on both sides. Links of the front matter may be shown ``around`` the content, with
    words of the theme before and after theirs."""
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for number, (_, text) in enumerate(built):
        waiting[fold(text)].append(number)
    pairs: Pairs = []
    missing = []
    for link in sorted(written, key=_place):
        numbers = waiting[fold(link.written.text if link.written else "")]
        if numbers:
            pairs.append((link, built[numbers.pop(0)][0]))
        else:
            missing.append(link)
    for link in [link for link in missing if link.place == "frontmatter"]:
        text = fold(link.written.text if link.written else "")
        href = next((href for href, shown in around if text in fold(shown)), None)
        if href is not None:
            missing.remove(link)
            pairs.append((link, href))
    left = [built[number] for number in sorted(number for numbers in waiting.values() for number in numbers)]
    if len(missing) == len(left):
        pairs += [(link, href) for link, (href, _) in zip(missing, left, strict=True)]
        return pairs, [], []
    return pairs, missing, left


def fold(text: str) -> str:
    """The text without what typographers change: quotes, dashes, dots, white space; and without the scheme of an e-mail
    address, which not every converter shows."""
    text = text.removeprefix("mailto:")
    return "".join(character for character in text.casefold() if character.isalnum() or ord(character) > 0x2E80)


def _place(link: Link) -> tuple[bool, int, int]:
    assert link.written is not None
    return link.file != link.source.path, link.written.span.line, link.written.span.column
