"""Generated HTML documents with links whose places are known, and a second opinion on where the links are."""

from __future__ import annotations

from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from linklint.model.document import Document, WrittenLink
from linklint.source.html import parse_html_document
from linklint.source.lines import Lines

_STRIPPED = "".join(map(chr, range(0x21)))

_ELEMENTS = (
    "a b body button caption desc div foreignObject form frameset h1 head hr iframe li mi nobr noframes noscript"
    " object option p pre rt ruby script select style table td template textarea title tr xmp"
).split()
_PIECES = (
    "<a href=x>|<a href='y z'>|<a href='É'>|<a/href=1>|<A HREF=2>|<a href=x/>|<a id=q>|<img src=i>|<area href=m>"
    "|<image src=k>|<base href=u>|<link rel=canonical href=c>|<meta name=robots content=x>|<html lang=e>|<font color=x>"
    "|<input type=hidden>|</svg>|</math>|<svg/>|<br/>|</br>|<plaintext>|<script><!--|<!-->|<!--|-->|--!>|<![CDATA[|]]>"
    "|<a href=\"|<a href='|<|>|\"|'|=|/|</|<?|<!x|&amp;|&copy=|text| |\n|\r\n|\0"
).split("|")

# Elements in these that are left open are a known limit (``linklint.source.html.foreign``).
_FOREIGN = (
    "<svg><title><a href=1></a></title></svg>|<svg><style><a href=2></a></style><script><a href=3></script></svg>"
    "|<svg><![CDATA[<a href=no>]]></svg>|<math><mi><img src=4></mi></math>"
    "|<svg><math><desc><xmp><a href=no></xmp></svg>"
    "|<svg><foreignObject><textarea><a href=no></textarea></foreignObject><title><a href=5></a></title></svg>"
    "|<svg><g><p><title><a href=no></title>|<math><font color=x><title><a href=no></title>"
    "|<svg><font><title><a href=6></a></title></svg>|<math><title><a href=7></a></title></math>"
).split("|")
SOUP = [*_PIECES, *_FOREIGN, *(f"<{name}>" for name in _ELEMENTS), *(f"</{name}>" for name in _ELEMENTS)]
soups = st.lists(st.sampled_from(SOUP), max_size=25).map("".join)

_destination = st.text("abcé/#?.:%中=", min_size=1, max_size=8)
_text = st.text("ab é中\n\r", max_size=8)
_wrappers = st.sampled_from(
    (
        "{}|<p>{}</p>|<nav><ul><li>{}</ul></nav>|<h2 id=h>{}</h2>|<table><tr><td>{}</td></tr></table>|<b>{}"
        "|<!-- <a href=no> -->{}|<script>'<a href=no>'</script>{}|<svg><title>t</title></svg>{}|<p title='>'>{}\r\n"
    ).split("|")
)
_links = st.sampled_from(
    (
        '<a href="@">{}</a>|<a href=\'@\'>{}</a>|<a class=x href=@ >{}</a>|<A\nHREF = "@"\nrel=nofollow>{}</A>'
        "|<a href='@'>{}|<img alt='a>b' src='@'>{}|<area href='@' alt=''>{}|<a title=\"href=no\" href='@'/>{}"
    ).split("|")
)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A page with one to six links; destinations hold neither quotes nor ampersands."""
    pieces = []
    for _ in range(draw(st.integers(1, 6))):
        link = draw(_links).replace("@", draw(_destination)).format(draw(_text))
        pieces.append(draw(_text) + draw(_wrappers).format(link))
    return "\n".join(pieces)


def parse(text: str) -> Document:
    """The document of an HTML text."""
    return parse_html_document(text, Lines(text))


def links(text: str) -> tuple[WrittenLink, ...]:
    """Its links."""
    return parse(text).links


def destinations(text: str) -> set[tuple[str, str]]:
    """Element and destination of all links as Lexbor alone, without positions, tells them."""
    found = set()
    root = LexborHTMLParser(text).root
    for node in root.traverse() if root else ():
        name = "src" if node.tag == "img" else "href"
        if node.tag in {"a", "area", "img"} and name in node.attributes:
            value = (node.attributes[name] or "").strip(_STRIPPED).replace("\n", "").replace("\t", "")
            if value or node.tag != "img":
                found.add((node.tag, value))
    return found
