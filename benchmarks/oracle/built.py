"""What a built HTML page says: its ids, links, images, inside the elements that hold the content, and on the whole."""

from __future__ import annotations

from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
SELECTOR = "[id], a[href], img[src]"


class BuiltPage(NamedTuple):
    """``ids`` of all elements of the content, ``headings`` those of h1 to h6; ``links`` are (href, text) in order.
    ``around`` are the links outside the content, or of the theme inside it (``themed`` of them); ``every_id`` are the
    ids of the whole page and the names of its ``a`` elements; ``refresh`` is where a redirecting page leads; ``images``
    are (src, alt) of the content."""

    ids: frozenset[str]
    headings: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    around: tuple[tuple[str, str], ...]
    themed: int
    every_id: frozenset[str]
    refresh: str | None = None
    images: tuple[tuple[str, str], ...] = ()


def read_built(html: str, content: str = "article", theme: str = "") -> BuiltPage:
    """``content``: a CSS selector of the elements that hold what the author wrote; ``theme``: of what the theme puts
    inside them, told apart from the author's."""
    tree = LexborHTMLParser(html)
    nodes = list({node.mem_id: node for node in tree.css(SELECTOR)}.values())
    hidden = {node.mem_id for each in (tree.css(theme) if theme else ()) for node in _below(each)}
    whole = {node.mem_id for each in tree.css(content) for node in _below(each)}
    inside = whole - hidden
    links = [(node, (node.attributes["href"] or "", read_text(node))) for node in nodes if _is_link(node)]
    shown = [node for node in nodes if node.mem_id in inside]
    ids = [(node.tag, node.attributes["id"] or "") for node in shown if node.attributes.get("id")]
    return BuiltPage(
        ids=frozenset(id_ for _, id_ in ids),
        headings=tuple(id_ for tag, id_ in ids if tag in HEADINGS),
        links=tuple(link for node, link in links if node.mem_id in inside),
        around=tuple(link for node, link in links if node.mem_id not in inside),
        themed=sum(node.mem_id in whole and node.mem_id in hidden for node, _ in links),
        every_id=frozenset(
            [node.attributes["id"] or "" for node in nodes if node.attributes.get("id")]
            + [node.attributes["name"] or "" for node in tree.css("a[name]")]
        ),
        refresh=_read_refresh(tree),
        images=tuple(
            (node.attributes["src"] or "", node.attributes.get("alt") or "")
            for node in shown
            if node.tag == "img" and node.attributes.get("src") is not None
        ),
    )


def read_text(node: LexborNode) -> str:
    """What readers see of a link, images by their alt text, white space collapsed."""
    parts = []
    for each in node.traverse(include_text=True):
        if each.tag == "-text":
            parts.append(each.text_content or "")
        elif each.tag == "img":
            parts.append(each.attributes.get("alt") or "")
    return " ".join("".join(parts).split())


def _below(node: LexborNode) -> list[LexborNode]:
    return [node, *node.css(SELECTOR)]


def _is_link(node: LexborNode) -> bool:
    return node.tag == "a" and node.attributes.get("href") is not None


def _read_refresh(tree: LexborHTMLParser) -> str | None:
    for node in tree.css("meta[http-equiv]"):
        if (node.attributes["http-equiv"] or "").lower() == "refresh":
            _, found, url = (node.attributes.get("content") or "").partition("=")
            return url.strip().strip("'\"") if found else None
    return None
