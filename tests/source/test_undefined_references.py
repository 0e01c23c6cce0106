"""Uses of labels that nothing defines: told when they are meant, silent on everything that only looks like one."""

from __future__ import annotations

import pytest

from linklint.source.dialects import GFM
from linklint.source.parse import parse


def labels(text: str) -> list[str | None]:
    return [use.label for use in parse(text.encode(), GFM).undefined]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("See [the docs][docs].", "docs"),
        ("See [docs][].", "docs"),
        ("- [A tool][a-tool]: good", "a-tool"),
        ("[tool][some-tool] is good", "some-tool"),
        ("(see *[the docs][Doc Site]*)", "Doc Site"),
        ("![a picture][pic]", "pic"),
        ("the [long text][12]", "12"),
        ("[The handbook][Handbook] says", "Handbook"),
        ("- [Bug Bash][bug-bash] was fun", "bug-bash"),
        ("- [Bug Bash][bash] was fun", "bash"),
        ("see [Bug Bash][Unstable]", "Unstable"),
        ("> - | [the docs][docs]", "docs"),
        ("[the `code`][api-x]", "api-x"),
        ("请阅读[「设计一个系统」][scaling-aws]来了解", "scaling-aws"),
        ("* **a:** see [the docs][docs-b] ([1a2b3c4](https://x.com/o/n/commit/1a2b3c4d))", "docs-b"),
        ("* **a:** [rule-a][rule-b] fix [1a2b3c4](https://x.com/o/n/commit/5d1a2b3c4)", "rule-b"),
        ("* [rule-a][rule-b]\n  fix ([1a2b3c4](https://x.com/o/n/commit/1a2b3c4d))", "rule-b"),
        ("別の言語：[English][en-us]", "en-us"),
        ("![★][star-image]", "star-image"),
        ("![][image1]", "image1"),
        ("![pic][Pic 1]", "Pic 1"),
        ("[![build](b.svg)][build-url]", "build-url"),
        ("by [![build](b.svg 'ok') of us][build]", "build"),
        ("[![build][b]][build-url]\n\n[b]: b.svg", "build-url"),
    ],
)
def test_an_undefined_use_is_told(text: str, label: str) -> None:
    (use,) = parse(text.encode(), GFM).undefined
    assert (use.label, use.href, use.destination) == (label, "", None)
    assert text[use.span.start : use.span.end].strip("!").startswith("[")
    assert use.element == ("img" if text.startswith("!") else "a")


def test_an_image_in_a_link_and_the_link_are_two() -> None:
    assert labels("[![build][b-image]][b-url]") == ["b-url", "b-image"]
    assert labels("[![build][b-image] us][b-url]\n\n[b-url]: https://example.com") == ["b-image"]
    assert labels("[![build][b-image]](https://example.com)") == ["b-image"]


@pytest.mark.parametrize(
    "text",
    [
        "[docs]",
        "[the docs][docs]\n\n[docs]: x",
        "[the docs][]\n\n[The Docs]: x",
        "`[the docs][docs]`",
        "    [the docs][docs]",
        "<!-- [the docs][docs] -->",
        "\\[the docs][docs]",
        "a[i][j] and matrix[row][col]",
        "[0][1] [i][0] [x][y]",
        "二维数组[row][column]与矩阵[行号][列号]",
        "String[][] and int [] []",
        "[key, value][]",
        "[a-z][A-Z0-9]",
        "[a-z][A-Z]+",
        "- [x][ ] done",
        "- [ ] [x] task",
        "[Bugfix][Core] Fix the thing",
        "[SPARK-123][SQL] Fix the thing",
        "* [Bug Bash][Unstable] An error occurs - [#1](https://example.com/1)",
        "* [Test Failure][zh-TW] The window is too small",
        "* [Bug Bash][Test Failure] The empty lock file should not be updated",
        "[text][label][more]",
        "[the text][^1]",
        "[the text][a](b)",
        "[see @doe99][p. 33]",
        "[[the text][label]]",
        "[number of shares][Check that this number matches the number in the report]",
        "[link text][{{ label }}]",
        "[text](x)[label]",
        "![see [the docs][docs]](i.png)",
        "[a $x$][b c]",
        "vec![a b][the-index]",
        "![a][0] ![X][Y]",
        "[![see [the docs][docs]](i.png)](x)",
        "[![build](b.svg)][build-url]\n\n[build-url]: x",
        "[![build](b.svg)](x)[label]",
        "<a href=x>[the docs][docs]</a>",
        "* **a:** [rule-a][rule-b] fix ([#1](u)) ([1a2b3c4](https://x.com/o/n/commit/1a2b3c4d))",
        "- [rule-a][rule-b] fix both ([`1a2b3c4`](https://x.com/o/n/commits/1a2b3c4))\n- b",
    ],
)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert labels(text) == []
