"""Generated Markdown: documents of nested blocks whose text is full of links."""

from __future__ import annotations

from hypothesis import strategies as st

DESTINATIONS = [
    "x",
    "a/b.md#c",
    "</y z>",
    "<>",
    "p(q)r",
    "é.md",
    "a\\_b",
    "a&amp;b",
    "%20",
    "\\|",
    "<a\\>b>",
    "#🎉",
    "<\\|>",
]
LABELS = ["r", "R", "zwei Wörter", "é", "a\\]b", "🎉", "pi\\|pe"]
TEXTS = [
    "t",
    "é 🎉",
    "*em*",
    "`c]`",
    "a\\]b",
    "x & y",
    "![i](j.png)",
    "![i](<k l>)",
    "![r]",
    "",
    "b\\|c",
    "**s** ~~d~~",
]
TITLES = ["", "", ' "t"', " 'é'", " (a\\)b)"]

_links = st.one_of(
    st.builds("[{}]({}{})".format, st.sampled_from(TEXTS), st.sampled_from(DESTINATIONS), st.sampled_from(TITLES)),
    st.builds("![{}]({}{})".format, st.sampled_from(TEXTS), st.sampled_from(DESTINATIONS), st.sampled_from(TITLES)),
    st.builds("[{}][{}]".format, st.sampled_from(TEXTS), st.sampled_from([*LABELS, "no"])),
    st.builds("![{}][{}]".format, st.sampled_from(TEXTS), st.sampled_from([*LABELS, "no"])),
    st.builds("[{}][]".format, st.sampled_from(LABELS)),
    st.builds("[{}]".format, st.sampled_from(LABELS)),
    st.builds("<https://e.x/{}>".format, st.sampled_from(["", "é", "a&amp;b", "?q=1#f"])),
    st.just("<me@e.x>"),
)
_signs = "w é 🎉 * ** _ ` `` [ ] ( ) ! \\ < > | \\| ~~ &amp; &copy <b> </b> `[x](y)` \\[x](y) http://e.x [^1]".split()
_noise = st.sampled_from([*_signs, " ", "  ", "\t", "\0", "[a] (b)", "\u2028", "\x0c"])
_breaks = st.sampled_from(["\n", "\n", "  \n", "\\\n", "\n   ", "\n\t", "\n      "])
inline = st.lists(st.one_of(_links, _links, _noise, st.just(" ")), min_size=1, max_size=6).map("".join)
paragraph = st.lists(st.one_of(inline, _breaks), min_size=1, max_size=5).map("".join)


@st.composite
def _definition(draw: st.DrawFn) -> str:
    gap = draw(st.sampled_from([" ", "", "\t", "\n", " \n  "]))
    title = draw(st.sampled_from(["", "", ' "t"', "\n'two\nlines'", "\n   (é)", ' "t" junk', '\n"t" junk']))
    label = draw(st.sampled_from([*LABELS, "zwei\nWörter"]))
    return f"[{label}]:{gap}{draw(st.sampled_from(DESTINATIONS))}{title}"


@st.composite
def _heading(draw: st.DrawFn) -> str:
    text = draw(inline)
    if draw(st.booleans()):
        marks = "#" * draw(st.integers(1, 6))
        return f"{draw(st.sampled_from(['', '   ']))}{marks}{draw(st.sampled_from([' ', chr(9), '  ']))}{text}" + draw(
            st.sampled_from(["", " #", "  ###  "])
        )
    return f"{draw(paragraph)}\n{draw(st.sampled_from(['===', '---', '  = ']))}"


@st.composite
def _table(draw: st.DrawFn) -> str:
    columns = draw(st.integers(1, 3))
    cell = st.one_of(inline, st.just("")).map(lambda text: text.replace("\n", " "))
    edge = draw(st.sampled_from(["|", "| ", "", "  |\t"]))

    def row() -> str:
        return edge + draw(st.sampled_from(["|", " | "])).join(draw(cell) for _ in range(columns)) + edge.strip()

    rows = [row(), edge + "|".join([draw(st.sampled_from(["---", ":-:"]))] * columns) + edge.strip()]
    return "\n".join([*rows, *(row() for _ in range(draw(st.integers(0, 3))))])


@st.composite
def _quote(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    first, *rest = draw(inner).split("\n")
    prefixes = st.sampled_from(["> ", ">", ">\t", "  > ", "> ", "> "])
    lazy = st.sampled_from(["> ", "> ", ">", "", "    "])
    return "\n".join([draw(prefixes) + first, *(draw(lazy) + line for line in rest)])


@st.composite
def _list(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    marker = draw(st.sampled_from(["- ", "*   ", "+\t", "1. ", "12)  ", "-\t", "- [ ] ", " - "]))
    indent = draw(st.sampled_from([" " * len(marker), " " * 4, "\t", "  "]))
    items = []
    for _ in range(draw(st.integers(1, 3))):
        first, *rest = draw(inner).split("\n")
        items.append("\n".join([marker + first, *(indent + line if line else line for line in rest)]))
    return draw(st.sampled_from(["\n", "\n\n"])).join(items)


_note = st.builds("[^1]: {}\n\n    {}".format, inline, inline)
_leaf = st.one_of(
    paragraph,
    _heading(),
    _table(),
    _definition(),
    _definition(),
    st.just("```\n[x](y)\n```"),
    st.just("    [x](y)"),
    _note,
)
_blocks = st.recursive(
    _leaf,
    lambda inner: st.lists(st.one_of(inner, _quote(inner), _list(inner)), min_size=1, max_size=3).flatmap(
        lambda parts: st.sampled_from(["\n\n", "\n"]).map(lambda gap: gap.join(parts))
    ),
    max_leaves=8,
)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Whole files, with any line ends."""
    text = draw(st.lists(_blocks, min_size=1, max_size=3).map("\n\n".join))
    text += "\n\n" + "\n".join(draw(st.lists(_definition(), max_size=3)))
    ends = draw(st.sampled_from([["\n"], ["\r\n"], ["\r"], ["\n", "\r\n", "\r"]]))
    if len(ends) == 1:
        return text.replace("\n", ends[0])
    return "".join(line + draw(st.sampled_from(ends)) for line in text.split("\n"))
