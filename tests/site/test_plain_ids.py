"""Markdown of a site that is built elsewhere: whether links tell that headings get the ids of GitHub."""

import pytest

from tests.site.sites import make_site, written_links

OK, MISSING, UNSURE = "ok", "fragment-missing", "fragment-unverifiable"
HEADINGS = "\n\n".join(f"## Part {number}" for number in range(45))
CONTENTS = " ".join(f"[p](#part-{number})" for number in range(45))
# A site is built of the repository: its addresses begin with a slash, and name nothing here.
ADDRESSES = " ".join(f"[x](/{each})" for each in ("app", "blog", "news", "shop", "team", "jobs"))


def statuses(links: str, **more: str) -> list[str]:
    """Of the links in a page beside one with many headings and a list of these."""
    files = {
        "docs/a.md": links,
        "docs/long.md": f"{CONTENTS}\n\n{HEADINGS}",
        "docs/x.md": ADDRESSES,
        "docs/b.md": "# B\n\n## Some words, and more",
    }
    files |= {f"docs/{name}.md": text for name, text in more.items()}
    return [link.status for link in written_links(make_site(files), "docs/a.md")]


def test_fragments_of_a_site_whose_links_all_name_ids_of_github() -> None:
    assert statuses("[b](b.md#some-words-and-more) [b](b.md#none)") == [OK, MISSING]


@pytest.mark.parametrize(
    "other",
    [
        "[c](#other.words)\n\n## Other.words",
        "[c](#content-other-words)\n\n## Other words",
        "[c](/guide/b#some-words,-and-more)",
        "[c](b/#some-words-and-more-1)",
        "[c](#one) [c](#two)",
    ],
)
def test_fragments_of_a_site_that_may_have_another_rule(other: str) -> None:
    assert statuses("[b](b.md#some-words-and-more) [b](b.md#none)", c=other) == [OK, UNSURE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# B\n\n{{< shared >}}", UNSURE),
        ("# B\n\n<Shared />", UNSURE),
        ("# B\n\n@include(shared)", UNSURE),
        ("# B\n\n```\n@include(shared)\n```\n\nA {{ version }} <b>in</b> a line.", MISSING),
    ],
)
def test_pages_in_which_a_generator_may_put_more(text: str, expected: str) -> None:
    assert statuses("[b](b.md#none)", b=text) == [expected]


def test_few_links_tell_nothing() -> None:
    long = "[p](#part-1)\n\n" + HEADINGS
    assert statuses("[b](b.md#some-words-and-more) [b](b.md#none)", long=long) == [OK, UNSURE]
