from __future__ import annotations

import re
from typing import get_args

import msgspec
import pytest
from markdown_it import MarkdownIt

from linklint.facts import catalogue
from linklint.facts.change_subject import CHANGE_KINDS, WHATS
from linklint.facts.file import NOTES
from linklint.facts.registry import BOOLEAN, PAGES, TEXT, Fact
from linklint.model.document import Syntax
from linklint.model.site import PAGE_KINDS, PLACES, STATUSES
from linklint.report.docs import facts_page, rule_page
from linklint.report.explain import layout_rule, layout_table, summarise_value
from linklint.report.markdown import write_code
from tests.report.oracle import find_control_characters, read_commands
from tests.report.sample import RULE

HOSTILE = "##[add-mask]a\x1b\n::error::b <script>x</script> ``c`` |d\u202e"


def compute(*_: object) -> None:
    return None


CATALOGUE = {
    "link": {"href": Fact("href", TEXT, "Destination as written, `a|b` or <b>.", compute)},
    "page": {
        "outlinks": Fact("outlinks", PAGES, "Links to other pages.", compute),
        "root": Fact("root", BOOLEAN, "Where visits start.", compute),
    },
    "odd": {"x": Fact("x", TEXT, "Unknown to the rule language.", compute)},
}


def test_facts_name_all_words_that_they_give() -> None:
    page = facts_page(
        {
            "link": {
                "kind": Fact("kind", TEXT, "What it is.", compute, values=("own", "other")),
                "said": Fact("said", TEXT, "Yes or no.", compute, values=("yes", "no")),
                "of.*": Fact("of.*", TEXT, "By place.", compute, names=("nav", "body")),
            }
        }
    )
    assert "| What it is. One of: own, other. |" in page
    assert "| By place. The star is one of: nav, body. |" in page
    assert "| Yes or no. One of: yes, no. |" in page
    assert "One of: home" not in facts_page(catalogue())  # where the words say it themselves


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("status", STATUSES),
        ("place", PLACES),
        ("syntax", get_args(Syntax)),
        ("kind", PAGE_KINDS),
        ("kind", CHANGE_KINDS),
        ("what", WHATS),
        ("notes.kinds", NOTES),
    ],
)
def test_the_page_of_facts_names_all_words_of_the_code(name: str, words: tuple[str, ...]) -> None:
    rows = re.findall(rf"^\| `{re.escape(name)}` \|.*$", facts_page(catalogue()), re.M)
    assert any(set(words) <= set(re.findall(r"[\w-]+", row)) for row in rows)


def test_facts_stand_by_subject() -> None:
    page = facts_page(CATALOGUE)
    assert re.findall(r"^## (.*)$", page, re.M) == ["page", "link", "odd"]
    assert "| `outlinks` | list of page | Links to other pages. |\n" in page
    assert "| `href` | text | Destination as written, `a\\|b` or &lt;b>. |\n" in page
    assert page == facts_page(CATALOGUE)


def test_no_text_of_a_rule_makes_html_or_commands() -> None:
    rule = msgspec.structs.replace(RULE, message=HOSTILE, help=HOSTILE, why=HOSTILE, source=HOSTILE)
    for text in (rule_page(rule), layout_rule(rule, "error"), layout_table([[HOSTILE, HOSTILE]], [HOSTILE])):
        assert read_commands(text.encode()) == []
        assert find_control_characters(text.encode()) == []
    assert "<script>" not in re.sub(r"<code>.*?</code>", "", MarkdownIt().render(rule_page(rule)), flags=re.S)


@pytest.mark.parametrize("text", ["a", "`", "``a`", " a ", "a``b", "[x](y)", "a|b", "\\"])
def test_a_code_span_shows_exactly_its_text(text: str) -> None:
    (paragraph,) = [token for token in MarkdownIt().parse(write_code(text)) if token.type == "inline"]
    (span,) = paragraph.children or []
    assert (span.type, span.content) == ("code_inline", text)


def test_columns_line_up_by_cells() -> None:
    assert layout_table([["日本", "1"], ["ab"]], ["a", "links"]) == "a     links\n----  -----\n日本  1\nab\n"


def test_a_table_may_have_no_headers_and_no_rows() -> None:
    assert layout_table([["a", "b"]]) == "a  b\n"
    assert layout_table([]) == ""


@pytest.mark.parametrize(
    ("value", "summary"),
    [
        (3, "3"),
        (["body", "table"], '["body", "table"]'),
        (["long word"] * 20, '["long word", "long word", "long word", "long word", "long word", … 15 more]'),
        ({"en": ["here"] * 30, "de": []}, "2 entries: en, de"),
    ],
)
def test_a_value_is_one_short_line(value: object, summary: str) -> None:
    assert summarise_value(value) == summary
