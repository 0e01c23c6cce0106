"""Uses of reference labels that nothing defines: ``[text][label]`` and ``[text][]`` that stay plain text.

Brackets side by side are common in prose that means no link: types, array indexes, character classes, tags before
a title. A false alarm is worse than a miss, so whatever looks like one of those is left alone.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline

from linklint.source.markdown.brackets import LETTERS, is_joined, is_of_image, may_begin


class Undefined(NamedTuple):
    """Content offsets of an undefined use: the whole, and what stands in its first and second brackets."""

    start: int
    end: int
    text: str
    label: str
    image: bool


_AFTER = frozenset("[({+=")
_LABEL = re.compile(r"[^\W_][\w .:/’+#\-\n]*\Z")
_NO_TEXT = re.compile(r"[@{}<>$\\^]|\]\(|\A\s*(?:[!#]|[xX]?\s*\Z)")
_CLASS = re.compile(r"(?:\w-\w)+[\w.]*\Z")
# Behind the subject of a commit, in changelogs that a program writes: "([1a2b3c4](https://host/owner/name/commit/1a2b…))".
_COMMIT = re.compile(r"\[`?([0-9a-f]{7,40})`?\]\([^()\s]*/commits?/\1[0-9a-f]*\)")
# Before the title of an issue: "[ABC-12](https://…) - [Rust][Tests] Enable …".
_ISSUE = re.compile(r"\d\]\([^()\s]*+\)\s*+(?:[-–—:]\s*+)?\Z")
# An image inside of a link: "[![build][build-image]][build-url]".
_PICTURE = re.compile(r"!\[[^\[\]]*\](?:\([^()]*\)|\[[^\[\]]*\])")
_NEAR = 200
_MAXIMUM = 999
_LONGEST_LABEL = 6


def note_undefined(state: StateInline, start: int) -> None:
    """Called for a ``[`` that opens no link: keep it in ``env["undefined"]`` if it is a use of an undefined label."""
    image = is_of_image(state.src, start)
    linked = image and state.src[start - 2 : start - 1] == "["
    if not (linked or may_begin(state.src, start - image)):
        return
    joined = is_joined(state.src, start - image)
    if state.src[start - 1 : start] == "_" and state.src[start - 2 : start - 1].isalnum():
        return  # inside of a word it begins no emphasis: "name_[hash][target].zip"
    if state.html_terminator_last("][") < start:
        # The base's cache of last places; without it a content of "[" alone would be read once for each.
        return
    text_end = parseLinkLabel(state, start)
    if text_end < 0 or not state.src.startswith("[", text_end + 1):
        return
    end = parseLinkLabel(state, text_end + 1)
    if end < 0 or state.src[end + 1 : end + 2] in _AFTER or end - text_end > _MAXIMUM:
        return
    text, label = state.src[start + 1 : text_end], state.src[text_end + 2 : end]
    first = not state.src[: start - image].strip("*_ ")
    if _ISSUE.search(state.src, max(0, start - _NEAR), start):
        if not re.search(r"\s", text):
            return
        first = True
    pictured = bool(label) and (image or _PICTURE.match(text) is not None)
    if pictured:
        meant = _names_picture(_PICTURE.sub("", text), label)
    else:
        meant = _looks_meant(text, label, doubtful=first or joined)
    if meant and not _names_scopes(state.src, text, end):
        state.env["undefined"].append(Undefined(start - image, end + 1, text, label, image))


def _names_scopes(source: str, text: str, end: int) -> bool:
    """Whether it is two words before the subject of a commit: "[rule-a][rule-b] fix both (1a2b3c4)"."""
    if re.search(r"\s", text):
        return False
    line_end = source.find("\n", end)
    return _COMMIT.search(source, end, line_end if line_end >= 0 else len(source)) is not None


def _names_picture(text: str, label: str) -> bool:
    """Whether an image, or a link around one, is meant: whatever its text is, it seldom looks like anything else."""
    if text.strip() and _NO_TEXT.search(text):
        return False
    return _may_name(label) and (_has_several_words(text) or _is_written_like_label(label))


def _looks_meant(text: str, label: str, *, doubtful: bool) -> bool:
    several_words = _has_several_words(text)
    if _NO_TEXT.search(text) or len(LETTERS.findall(text)) < 2:
        return False
    if not label:
        return "," not in text and "=" not in text
    if not _LABEL.match(label) or (_CLASS.match(text) and _CLASS.match(label)):
        return False
    if not LETTERS.search(label):
        return several_words and label != "0"
    if not _may_name(label):
        return False
    if doubtful and several_words and _is_title(text):
        return label == label.lower()  # "[Bug Bash][Unstable] An error …" are tags before a title
    if doubtful and not several_words:
        # Tags before a title, "[Bugfix][Core] Fix …", and "数组[row][column]" look the same: then only a label written
        # like one counts.
        return label == label.lower() and bool(re.search(r"[\w][-.\d/]", label)) and " " not in label
    return several_words or _is_written_like_label(label)


def _may_name(label: str) -> bool:
    few = len(label) > 1 and len(label.split()) <= _LONGEST_LABEL
    return few and bool(_LABEL.match(label) and LETTERS.search(label))


def _is_written_like_label(label: str) -> bool:
    return label == label.lower() or bool(re.search(r"[-.\d/ ]", label))


def _has_several_words(text: str) -> bool:
    return bool(re.search(r"\S\s+\S", text))


def _is_title(text: str) -> bool:
    """Whether each word begins with a capital letter or a digit."""
    return all(word[0].isupper() or word[0].isdigit() for word in text.split())
