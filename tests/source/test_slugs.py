"""Slugs: text in, fragment out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linklint.source.slugs import github_slug, github_slug_with_joiners, github_slugs

CASES = [
    ("alpha", "alpha"),
    ("camelCase Heading", "camelcase-heading"),
    ("two  spaces", "two--spaces"),
    (" edges ", "-edges-"),
    ("", ""),
    ("already-hyphen-ed", "already-hyphen-ed"),
    ("a -- b", "a----b"),
    ("a - b", "a---b"),
    ("snake_case", "snake_case"),
    ("__init__", "__init__"),
    ("fullwidth＿low", "fullwidth＿low"),
    ("under‿tie", "under‿tie"),
    ("What's new?", "whats-new"),
    ("C++ & C#", "c--c"),
    ("1.2.3", "123"),
    ("100%", "100"),
    ("a/b\\c", "abc"),
    ("a, b; c: d.", "a-b-c-d"),
    ("(brackets) [and] {braces} <angles>", "brackets-and-braces-angles"),
    ("“quotes” ‘single’ «guillemets»", "quotes-single-guillemets"),
    ("en–dash em—dash", "endash-emdash"),
    ("non‑breaking hyphen", "nonbreaking-hyphen"),
    ("minus − sign", "minus--sign"),
    ("dots… and · middle", "dots-and--middle"),
    ("`code`", "code"),
    ("a`b´c^d~e", "abcde"),
    ("tab\tand\nnewline", "tabandnewline"),
    ("no\u00a0break", "nobreak"),
    ("ideographic\u3000space", "ideographicspace"),
    ("Привет, МИР", "привет-мир"),
    ("ΟΔΥΣΣΕΥΣ", "οδυσσευς"),
    ("Ĉu vi ŜATAS?", "ĉu-vi-ŝatas"),
    ("Élan vital", "élan-vital"),
    ("E\u0301lan", "e\u0301lan"),
    ("İstanbul", "i\u0307stanbul"),
    ("Straße ẞ", "straße-ß"),
    ("你好，世界", "你好世界"),
    ("日本語　テスト。", "日本語テスト"),
    ("カタカナ・中点", "カタカナ中点"),
    ("長音ー記号", "長音ー記号"),
    ("한국어 제목", "한국어-제목"),
    ("العَرَبِيَّة ١٢٣", "العَرَبِيَّة-١٢٣"),
    ("हिन्दी", "हिन्दी"),
    ("rocket 🚀 launch", "rocket--launch"),
    ("🎉", ""),
    ("👩‍💻 work", "-work"),
    ("flag 🇩🇪", "flag-"),
    ("keycap 1️⃣", "keycap-1\ufe0f\u20e3"),
    ("heart ❤️", "heart-\ufe0f"),
    ("zero\u200bwidth", "zerowidth"),
    ("join\u200der", "joiner"),
    ("\ufeffbom", "bom"),
    ("soft\u00adhyphen", "softhyphen"),
    ("Ⅷ Roman", "ⅷ-roman"),
    ("x² ½ ①", "x--"),
    ("Ⓐ circled", "ⓐ-circled"),
    ("\U0001f130 squared", "\U0001f130-squared"),
    ("™ © ®", "--"),
    ("price: 5 €", "price-5-"),
    ("ª º µ", "ª-º-µ"),
    ("private \ue000 use", "private--use"),
    ("mathematical 𝐀𝐛", "mathematical-𝐀𝐛"),
]


@pytest.mark.parametrize(("text", "slug"), CASES)
def test_a_heading_becomes_the_slug_that_github_slugger_makes(text: str, slug: str) -> None:
    assert github_slug(text) == slug


@pytest.mark.parametrize(
    ("texts", "slugs"),
    [
        (["foo", "foo", "foo-1"], ["foo", "foo-1", "foo-1-1"]),
        (["foo-1", "foo", "foo"], ["foo-1", "foo", "foo-2"]),
        (["foo", "Foo", "foo!"], ["foo", "foo-1", "foo-2"]),
        (["", "", "🎉"], ["", "-1", "-2"]),
        (["a", "a-1", "a", "a"], ["a", "a-1", "a-2", "a-3"]),
        (["__proto__", "__proto__"], ["__proto__", "__proto__-1"]),
        (["different", "texts"], ["different", "texts"]),
    ],
)
def test_repeated_headings_get_the_next_free_number(texts: list[str], slugs: list[str]) -> None:
    assert github_slugs(texts) == slugs


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Code Mode 👨\u200d💻", "code-mode-\u200d"),
        ("مهندسی نرم\u200cافزار", "مهندسی-نرم\u200cافزار"),
        ("zero\u200bwidth & bom\ufeff", "zerowidth--bom"),
        ("C++ & C#", "c--c"),
    ],
)
def test_github_itself_keeps_joiners_and_nothing_else_more(text: str, slug: str) -> None:
    assert github_slug_with_joiners(text) == slug


def test_ten_thousand_equal_headings_are_numbered_in_one_pass() -> None:
    assert github_slugs(["x"] * 10_000)[-1] == "x-9999"


@given(st.lists(st.text(max_size=6), max_size=20))
def test_slugs_are_unique_and_keep_their_number(texts: list[str]) -> None:
    slugs = github_slugs(texts)
    assert len(slugs) == len(texts) == len(set(slugs))


@given(st.text())
def test_a_slug_is_its_own_slug(text: str) -> None:
    slug = github_slug(text)
    assert github_slug(slug) == slug


@given(st.text(st.characters(max_codepoint=127), max_size=20))
def test_ascii_takes_a_short_way_to_the_same_slug(text: str) -> None:
    assert github_slug(text) == github_slug(text + "ä").removesuffix("ä")
    assert github_slug_with_joiners(text) == github_slug(text)
