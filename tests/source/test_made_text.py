"""Links without a text in the source: those whose text something makes, and those that have none."""

from __future__ import annotations

import pytest

from linklint.model.document import Dialect
from linklint.source.dialects import GFM, HTML
from linklint.source.parse import parse

MDX = Dialect(extensions=("mdx",))
LIQUID = Dialect(masks=("liquid",))


def made(text: str, dialect: Dialect) -> list[bool]:
    return [link.made for link in parse(text.encode(), dialect).links if link.element in ("a", "area")]


@pytest.mark.parametrize("dialect", [GFM, HTML, MDX], ids=["markdown", "html", "mdx"])
@pytest.mark.parametrize(
    "text",
    [
        "<a href=x.md><build-cost @cost='3' label='Serve Cost'></build-cost></a>",
        "<p><a class='a > b' href='x.md'> <my-card/> </a></p>",
        "<a href=x.md><slot></slot></a>",
    ],
)
def test_a_custom_element_or_a_slot_makes_the_text(text: str, dialect: Dialect) -> None:
    assert made(text.replace("=x.md", '="x.md"').replace(" @", " data-"), dialect) == [True]


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        ("[<my-card></my-card>](x.md)", GFM),
        ("[<my-card></my-card>][x]\n\n[x]: x.md", GFM),
        ("<a href=x.md><Icon /></a>", GFM),
        ('<a href="x.md"><Icon /></a>', MDX),
        ('<a href="x.md">{title}</a>', MDX),
        ("[<Icon />](x.md)", MDX),
    ],
)
def test_a_component_or_an_expression_makes_it(text: str, dialect: Dialect) -> None:
    assert made(text, dialect) == [True]


@pytest.mark.parametrize(
    ("text", "dialect"),
    [
        ("[](x.md)", GFM),
        ("[![](r.png)](x.md)", GFM),
        ("[<br>](x.md)", GFM),
        ("[](my-card.md) <my-card></my-card>", GFM),
        ("<a href=x.md></a> <my-card></my-card>", GFM),
        ("<a href=x.md><span class=a-b></span></a>", GFM),
        ("<a href=my-card/slot></a>", HTML),
        ("<A HREF=x.html><IMG SRC=x.png></A>", HTML),
        ('<a href="x.md"></a>', MDX),
        ("<a href={x} />", MDX),
        ('<a href="x.md">{/* nothing */}</a>', MDX),
        ("<a href=x.md><my-card>Roses</my-card></a>", GFM),
        ("<a href=x.md>{title}</a>", GFM),
        ("[roses](x.md)", GFM),
        ("<a href='x'>{{ title }}</a>", LIQUID),
    ],
)
def test_nothing_makes_the_text_or_it_is_there(text: str, dialect: Dialect) -> None:
    assert made(text, dialect) == [False]
