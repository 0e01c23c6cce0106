"""Markdown whose front matter or labels a program reads by rules of its own, where its config is not here."""

import pytest

from tests.site.sites import make_site, written_links

TITLE = "---\ntitle: {#if ...}\n---\n# If\n"
SECTIONS = {f"docs/0{number}-part/index.md": "---\ntitle: Part\n---\n" for number in range(3)}


def notes_of(files: dict[str, str], path: str) -> list[str]:
    site = make_site({"README.md": "# R", **files})
    return [note.kind for file in site.files if file.path == path for note in file.notes]


def test_front_matter_of_numbered_sections_is_read_line_by_line() -> None:
    files = {**SECTIONS, "docs/01-part/02-if.md": TITLE, "guides/if.md": TITLE}
    assert notes_of(files, "docs/01-part/02-if.md") == []
    assert notes_of(files, "guides/if.md") == ["front-matter"]
    broken = {**SECTIONS, "docs/01-part/02-if.md": "---\ntitle\n- [\n---\n# If\n"}
    assert notes_of(broken, "docs/01-part/02-if.md") == ["front-matter"]
    few = {"docs/01-part/index.md": "# P", "docs/01-part/02-if.md": TITLE}
    assert notes_of(few, "docs/01-part/02-if.md") == ["front-matter"]


@pytest.mark.parametrize(
    ("label", "pages", "status"),
    [
        ("Suite", 5, "unresolvable"),
        ("Suites", 5, "undefined-reference"),
        ("Suite", 4, "undefined-reference"),
    ],
)
def test_names_of_classes_that_have_pages_are_labels(label: str, pages: int, status: str) -> None:
    names = ["Suite", "Page", "Frame", "Mouse", "Touch"][:pages]
    classes = {f"api/class-{name.lower()}.md": f"# class: {name}\n* since: v1.10\n" for name in names}
    site = make_site({"README.md": f"See [the suites here][{label}].", **classes})
    assert [link.status for link in written_links(site, "README.md")] == [status]
