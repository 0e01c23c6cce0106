"""The fragments of a Markdown page as GitHub makes them, read crudely: regular expressions and one rule for slugs.

A second opinion, written not from linklint's code but from GitHub's own words: "letters are converted to lower-case;
spaces are replaced by hyphens; any other whitespace or punctuation characters are removed"
(https://docs.github.com/en/get-started/writing-on-github).
"""

from __future__ import annotations

import html
import re
import unicodedata

FRONT_MATTER = re.compile(r"\A---\n.*?^---\s*$", re.M | re.S)
FENCE = re.compile(
    r"^(?P<in>[ >\t]*(?:(?:[-*+]|\d+[.)])[ \t]+)?)(?P<mark>```+|~~~+).*?(?:^[ >\t]*(?P=mark)[`~]*[ \t]*$|\Z)",
    re.M | re.S,
)
COMMENT = re.compile(r"<!--.*?-->", re.S)
ATX = re.compile(
    r"^(?:[ >]*(?:(?:[-*+]|\d+[.)])[ \t]+)?|[ >]*)[ ]{0,3}#{1,6}(?:[ \t]+(?P<text>.*?))?(?:[ \t]+#+)?[ \t]*$", re.M
)
SETEXT = re.compile(r"^(?P<text>(?![ >]*(?:[-*+#|]|\d+[.)]) )[^\n]*\S[^\n]*)\n[ >]{0,4}(?:=+|-+)[ \t]*$", re.M)
RAW = re.compile(r"<h[1-6]\b[^>]*>(?P<text>.*?)</h[1-6]\s*>", re.I | re.S)
ELEMENT = re.compile(r"""<[a-z][^<>]*?\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.I)
IMAGE = re.compile(r"!\[[^\]]*\]\([^)]*\)|!\[[^\]]*\]\[[^\]]*\]")
LINK = re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\](?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])")
CODE = re.compile(r"(`+)(.+?)(?<!`)\1(?!`)")
TAG = re.compile(r"</?[A-Za-z][^<>]*>")
UNDERSCORES = re.compile(r"(?<!\w)(_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)")
KEPT = "LM"


def slug(text: str) -> str:
    """Lower case; spaces become hyphens; letters, marks, digits, hyphens, underscores and joiners stay."""
    kept = []
    for character in text.strip().lower():
        category = unicodedata.category(character)
        if character in " -":
            kept.append("-")
        elif category[0] in KEPT or category in ("Nd", "Nl", "Pc") or character in "\u200c\u200d":
            kept.append(character)
    return "".join(kept)


def rendered(source: str) -> str:
    """A heading's source without its markup. Code keeps its underscores and stars."""
    codes: list[str] = []

    def keep(match: re.Match[str]) -> str:
        codes.append(match[2])
        return f"\ue000{len(codes) - 1}\ue001"

    text = CODE.sub(keep, source)
    text = LINK.sub(r"\1", LINK.sub(r"\1", IMAGE.sub("", text)))
    text = UNDERSCORES.sub(r"\2", TAG.sub("", text)).replace("*", "").replace("~~", "")
    text = html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text))
    return re.sub("\ue000(\\d+)\ue001", lambda match: codes[int(match[1])], text)


def headings(text: str) -> list[str]:
    """The rendered texts of all headings, in order."""
    for pattern in (FRONT_MATTER, FENCE, COMMENT):
        text = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    found = [
        (match.start(), rendered(match["text"] or "")) for pattern in (ATX, SETEXT) for match in pattern.finditer(text)
    ]
    found += [(match.start(), rendered(" ".join(match["text"].split()))) for match in RAW.finditer(text)]
    return [heading for _, heading in sorted(found)]


def fragments(text: str) -> list[str]:
    """Slugs of the headings, repeated ones numbered, and all ids and names."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    taken: dict[str, int] = {}
    for heading in headings(text):
        first = each = slug(heading)
        while each in taken:
            taken[first] += 1
            each = f"{first}-{taken[first]}"
        taken[each] = 0
    return [*taken, *("".join(groups) for groups in ELEMENT.findall(COMMENT.sub("", text)))]
