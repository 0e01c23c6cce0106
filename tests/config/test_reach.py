"""Globs of own rules that match no file."""

import pytest

from tests.config.boxes import configure

FILES = {"guides/soil.md": "", "blog/a.md": ""}


def notices(rule: str) -> tuple[str, ...]:
    text = f"rules:\n  house/x:\n    message: x\n    require: {{title: {{exists: true}}}}\n{rule}"
    return configure({".linklint.yml": text, **FILES}).notices


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ('    for: page\n    where: {path: {glob: "gides/**"}}\n', '.linklint.yml:6:26: "gides/**"'),
        ('    for: page\n    where: {all: [{path: {glob: "*.mdx"}}]}\n', '.linklint.yml:6:33: "*.mdx"'),
    ],
)
def test_a_glob_that_matches_nothing_is_told_of_at_its_place(rule: str, told: str) -> None:
    assert notices(rule) == (f"{told} matches no file, so house/x judges nothing by it",)


def test_each_is_told_of() -> None:
    found = notices('    for: page\n    where: {path: {glob: "a/**"}, any: [{path: {glob: "b/**"}}, {title: x}]}\n')
    assert [text.split('"')[1] for text in found] == ["a/**", "b/**"]


@pytest.mark.parametrize(
    "rule",
    [
        '    for: page\n    where: {path: {glob: "guides/**"}}\n',
        '    for: page\n    where: {not: {path: {glob: "gides/**"}}}\n',
        '    for: page\n    where: {url: {glob: "/gides/**"}}\n',
        '    for: page\n    options: {where: "gides/**"}\n    where: {path: {glob: $options.where}}\n',
        '    for: page\n    level: off\n    where: {path: {glob: "gides/**"}}\n',
        "    for: page\n    where: {path: blog/a.md}\n",
        "    for: page\n    where: {not: {path: gone.md}}\n",
        "    for: page\n    where: {front_matter.path: /old/*}\n",
        "    for: page\n    where: {path: {ne: gone.md}}\n",
    ],
)
def test_a_glob_that_matches_or_that_need_not_is_not(rule: str) -> None:
    assert notices(rule) == ()


def test_a_change_may_be_about_files_that_are_gone() -> None:
    rule = 'for: change, where: {victim.path: {glob: "gone/**"}}, require: {kind: added}, message: x'
    assert configure({".linklint.yml": f"rules: {{house/x: {{{rule}}}}}", **FILES}).notices == ()


@pytest.mark.parametrize(
    ("where", "told"),
    [
        (
            "{path: guides/*.md}",
            '6:19: "guides/*.md" is compared letter by letter (a pattern is written {glob: "guides/*.md"})',
        ),
        ("{path: /guides/soil.md}", '6:19: "/guides/soil.md" is the path of no file'),
        ("{path: {eq: gone.md}}", '6:24: "gone.md" is the path of no file'),
    ],
)
def test_a_path_that_no_file_has_is_told_of(where: str, told: str) -> None:
    assert notices(f"    for: page\n    where: {where}\n") == (
        f".linklint.yml:{told}, so house/x judges nothing by it",
    )
