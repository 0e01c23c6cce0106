"""Texts inside XML that linklint writes."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from linklint.report.writing import inert

# XML 1.0 forbids them even as character references; ``inert`` shows the other forbidden ones already.
NONCHARACTERS = re.compile("[\ufffe\uffff]")


def show_text(text: str) -> str:
    """The text with everything shown that XML could not hold."""
    return NONCHARACTERS.sub(lambda match: f"\\u{ord(match.group()):04x}", inert(text))


def write_xml(root: ElementTree.Element) -> str:
    """The document, indented."""
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'
