"""Traps of books whose files are put together: labels that a chapter takes in with a file of definitions, at any depth,
and addresses from the host's top, which tell where the book lies."""

from tests.site.sites import make_site, written_links

LINKS = "[Page-One]: /sub/one.md#missing\n[gone]: /gone.md\n[beside-it]: one.md\n[two]: /two.md\n"
BOOK = {
    "book.toml": '[book]\ntitle = "x"\n',
    "src/SUMMARY.md": "- [Title](title.md)\n- [One](sub/one.md)\n- [Two](two.md)\n- [Three](three.md)\n",
    "src/title.md": "{{#include parts/header.md}}\n\n# T\n\n[text][page-one] [text][gone] [text][none] [See][two]",
    "src/sub/one.md": "{{#include ../parts/header.md}}\n\n# Top\n\n[text][beside-it] [three](/three.md)",
    "src/two.md": "# Two\n\n[text][page-one]",
    "src/three.md": "# Three\n\n[two](/two.md)",
    "src/parts/header.md": "[to two][two] [none][not there]\n\n{{#include links/all.md}}\n",
    "src/parts/links/all.md": LINKS,
}


def statuses(files: dict[str, str], path: str) -> list[str]:
    return [link.status for link in written_links(make_site(files), path)]


def test_labels_of_files_that_a_chapter_takes_in_are_defined() -> None:
    assert statuses(BOOK, "src/title.md") == ["fragment-missing", "missing", "ok", "undefined-reference"]
    assert statuses(BOOK, "src/sub/one.md") == ["ok", "ok"]  # relative destinations are read from the chapter
    assert set(statuses(BOOK, "src/parts/header.md")) == {"ok", "undefined-reference"}


def test_a_chapter_without_the_include_has_not_got_its_labels() -> None:
    assert statuses(BOOK, "src/two.md") == ["undefined-reference"]


def test_what_another_file_defines_is_told_by_its_destination() -> None:
    links = written_links(make_site(BOOK), "src/title.md")
    assert [link.written.href for link in links if link.written and link.status == "missing"] == ["/gone.md"]


def test_addresses_from_the_top_tell_where_a_book_lies_if_most_are_its_own() -> None:
    assert statuses(BOOK, "src/three.md") == ["ok"]
    elsewhere = BOOK | {"src/three.md": "# Three\n\n[a](/a.md) [b](/b.md) [c](/c.html) [two](/two.md)"}
    assert statuses(elsewhere, "src/three.md") == ["opaque"] * 4
