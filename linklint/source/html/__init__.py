"""HTML: a text to its links, headings, ids, head and comments, each with its exact place."""

from linklint.source.html.document import parse_html_document
from linklint.source.html.parts import HtmlParts, parse_html
from linklint.source.html.tokens import Attribute, EndTag, StartTag, read_end_tag, read_start_tag

__all__ = [
    "Attribute",
    "EndTag",
    "HtmlParts",
    "StartTag",
    "parse_html",
    "parse_html_document",
    "read_end_tag",
    "read_start_tag",
]
