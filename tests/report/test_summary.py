"""The Markdown summary: inert, and within GitHub's limit."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from linklint.model.finding import Report
from linklint.report import FORMATS, Rendering
from tests.report.sample import BROKEN, REPORT

RENDER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
OURS = {"h2", "h3", "p", "strong", "ul", "li", "code", "table", "thead", "tbody", "tr", "th", "td"}
write = FORMATS["markdown"]


FOLD = ("<details><summary>How to mend them</summary>\n", "\n</details>\n")


def elements(text: str) -> set[str]:
    for ours in FOLD:
        text = text.replace(ours, "", 1)
    tokens = [child for token in RENDER.parse(text) for child in (token, *(token.children or ()))]
    return {token.tag or token.type for token in tokens if token.type not in ("inline", "text", "softbreak")}


@given(st.text(alphabet=st.sampled_from("`|\\<>[]()!@#*_~\n\r\t :/ahref=\"'&;-+1.x\u202e"), min_size=1, max_size=60))
def test_page_text_makes_no_element(text: str) -> None:
    finding = msgspec.structs.replace(BROKEN, message=text, rule=f"house/{text}", help=text, suggestions=(text, text))
    shown = write(Report(REPORT.summary, (finding,)), Rendering())
    assert elements(shown) <= OURS


def test_a_link_of_a_page_is_shown_as_text() -> None:
    finding = msgspec.structs.replace(BROKEN, message="[x](https://evil.example) <img src=x> @everyone")
    shown = write(Report(REPORT.summary, (finding,)), Rendering())
    assert "`[x](https://evil.example) <img src=x> @everyone`" in shown
    assert elements(shown) <= OURS


def test_it_stays_below_the_limit_and_says_what_is_left_out() -> None:
    finding = msgspec.structs.replace(BROKEN, message="|" * 3000)
    shown = write(Report(REPORT.summary, (finding,) * 2000), Rendering())
    assert len(shown.encode()) <= 900 * 1024
    rows = shown.count("\n| ") - 2
    assert f"and {2000 - rows} more errors" in shown


def test_what_may_be_meant_and_what_to_do_are_told_once_a_rule() -> None:
    shown = write(Report(REPORT.summary, (BROKEN, BROKEN)), Rendering())
    assert (
        shown.count("`there is no file guides/pruning-shear.md` did you mean `pruning-shears.md` or `pruning.md`?") == 2
    )
    assert shown.count("- `no-broken-links`: `Correct the destination, or remove the link.`\n") == 1


def test_nothing_is_folded_where_no_rule_has_help() -> None:
    shown = write(Report(REPORT.summary, (msgspec.structs.replace(BROKEN, help=""),)), Rendering())
    assert "<details>" not in shown


def test_a_few_findings_are_all_there() -> None:
    shown = write(Report(REPORT.summary, (BROKEN,) * 3), Rendering())
    assert shown.count("| `no-broken-links`") == 3
    assert "more error" not in shown
