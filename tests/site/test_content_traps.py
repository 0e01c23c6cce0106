"""Traps of blogs, handbooks, courses and gardens of notes: what their generators list, and links around blocks of code.
Each has what must be told and what must not."""

import time

import pytest

from linklint.model.document import Dialect
from linklint.source.parse import parse
from tests.site.sites import make_site, orphan_states, written_links

COURSE = {
    "_config.yml": "collections:\n  '2019': {output: true}\n  talks: {output: true}\n",
    "_2019/shell.md": "---\ntitle: S\n---\n",
    "_talks/roses.md": "---\ntitle: R\n---\n",
}
LOOP = "---\n---\n{% for each in LIST %}<a href='{{ each.url }}'>{{ each.title }}</a>{% endfor %}"


@pytest.mark.parametrize(
    ("looped", "lost"),
    [
        ("site['2019'] | sort: 'date'", ["_talks/roses.md"]),
        ('site["2019"]', ["_talks/roses.md"]),
        ("site[collection.label]", []),
        ("site.talks", ["_2019/shell.md"]),
        ("site.data['talks']", ["_2019/shell.md", "_talks/roses.md"]),
    ],
)
def test_jekyll_loops_over_collections_in_brackets(looped: str, lost: list[str]) -> None:
    assert list(orphan_states(make_site(COURSE | {"index.md": LOOP.replace("LIST", looped)}))) == lost


GARDEN = {
    "quartz.config.ts": "export default {plugins: {emitters: [Plugin.ContentPage(), Plugin.TagPage()]}}",
    "quartz.layout.ts": "export const layout = {left: [\n  // Component.Explorer(),\n  Component.Search()]}",
    "content/index.md": "[[thoughts/a]] [[thoughts/c]] [[thoughts/d]] [[thoughts/e]]",
    "content/thoughts/a.md": "---\ntags: [seed]\n---\n",
    "content/thoughts/b.md": "# B",
    **{f"content/thoughts/{each}.md": "# N" for each in "cde"},
    "content/tags/seed.md": "Notes that grow",
    "content/tags/tree.md": "Notes that stand",
}


@pytest.mark.parametrize(
    ("changed", "lost"),
    [
        ({}, ["content/tags/tree.md", "content/thoughts/b.md"]),
        ({"quartz.layout.ts": "left: [Component.Explorer()]"}, []),
        ({"quartz.config.ts": "emitters: [Plugin.FolderPage()]"}, []),
    ],
)
def test_quartz_lists_the_notes_of_folders_and_of_tags(changed: dict[str, str], lost: list[str]) -> None:
    states = orphan_states(make_site(GARDEN | changed))
    assert [path for path, state in states.items() if state != "no" and path != "content/index.md"] == lost


BOOK = {
    "README.md": "# Book\n\n[one](en/one/README.md)",
    "en/README.md": "# Book\n\n[one](one/README.md) [two](two/README.md) [lost](three/README.md)",
    "en/one/README.md": "# One\n\n{% include 'instructions.md' %}\n\n[two](../two/README.md) [book](../README.md)",
    "en/two/README.md": "# Two\n\n[one](../one/README.md)",
    "en/one/instructions.md": "Do it",
}


def test_blocks_of_books_of_gitbooks_program_are_no_orphans() -> None:
    made = make_site(BOOK | {"book.json": '{"gitbook": ">=3.2.0", "plugins": []}'})
    assert "checked" not in orphan_states(made).values()
    assert [link.status for link in written_links(made, "en/README.md")] == ["ok", "ok", "missing"]
    other = make_site(BOOK | {"book.json": '{"title": "Roses", "pages": 3}'})
    assert orphan_states(other)["en/one/instructions.md"] == "checked"


BLOG = {
    "package.json": '{"scripts": {"build": "npx COMMAND"}, "dependencies": {"@11ty/eleventy": "3"}}',
    "_build/eleventy.js": "export default config => { return {dir: {output: '.'}} }",
    "index.md": "# Home\n\n[a](/blog/a/) [b](/blog/b/)",
    "blog/a.md": "---\ntitle: A\n---\n[home](/)",
}


@pytest.mark.parametrize("command", ["@11ty/eleventy --config=_build/eleventy.js", "eleventy --serve"])
def test_a_script_that_runs_eleventy_by_the_name_of_its_package(command: str) -> None:
    files = BLOG | {"package.json": BLOG["package.json"].replace("COMMAND", command)}
    assert [link.status for link in written_links(make_site(files), "index.md")] == ["ok", "missing"]
    other = BLOG | {"package.json": BLOG["package.json"].replace("COMMAND", "eleventy-dev-server")}
    assert [link.status for link in written_links(make_site(other), "index.md")] == ["missing", "missing"]


def test_a_host_shows_files_of_a_static_folder_in_the_place_of_others() -> None:
    files = {
        "index.html": "<title>H</title><a href=/a.zip>a</a><a href=/b.zip>b</a><a href=/tags/>t</a><img src=/c.png>",
        "_redirects": "/* /files/:splat 200\n",
        "files/a.zip": "",
        "files/c.png": "",
    }
    statuses = [link.status for link in written_links(make_site(files), "index.html")]
    assert statuses == ["asset", "missing", "opaque", "asset"]
    made = files | {"files/build.js": "", "files/page.md": "# P", "files/data.json": "{}"}
    assert [link.status for link in written_links(make_site(made), "index.html")][1] == "opaque"


def test_a_program_makes_pages_of_parts_that_name_one_another_as_pages() -> None:
    posts = {f"tree/{each}.post.html": "<p><a href=roses.html>r</a> <a href=lost.html>l</a>" for each in "abcd"}
    links = "".join(f"<a href={each}.html>x</a>" for each in "abcd")
    files = {
        **posts,
        "tree/roses.post.html": f"<p>Roses. {links}<a href=tool.html#1>t</a><a href=a.html#made>m</a>",
        "tree/tool.html": "<title>Tool</title><h1>T</h1><a href=gone.html>g</a>",
    }
    made = make_site(files)
    assert [link.status for link in written_links(made, "tree/a.post.html")] == ["opaque", "opaque"]
    assert [link.status for link in written_links(made, "tree/tool.html")] == ["missing"]
    assert [link.status for link in written_links(made, "tree/roses.post.html")][4:] == ["fragment-missing", "opaque"]
    few = make_site(
        {path: text for path, text in files.items() if path not in ("tree/c.post.html", "tree/d.post.html")}
    )
    assert [link.status for link in written_links(few, "tree/a.post.html")] == ["opaque", "missing"]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("<div></div>\n\n```rust\nlet a = 1;\n```\n\n", "let a = 1;"),
        ("\n\n~~~\nb\n~~~\n\n", "b"),
        ("\n\n![](p.png)\n\n```\nc\n```\n\n", "c"),
        ("\n\nwords\n\n```\nc\n```\n\n", "words"),
        ("\n\n![](p.png)\n\n", ""),
        ("<div></div>", ""),
    ],
)
def test_a_block_of_code_is_what_the_link_around_it_is_called(inside: str, text: str) -> None:
    written = f'# A\n\n<a href="https://example.com/">{inside}</a>\n\n```\nlater\n```\n'
    links = [link for link in parse(written.encode(), Dialect()).links if link.element == "a"]
    assert [(link.text, link.only_images) for link in links] == [(text, "![" in inside and not text)]


def test_a_long_row_of_backticks_in_a_link_takes_linear_time() -> None:
    row, lines = "`" * 60_000, "y\n" * 60_000
    start = time.process_time()
    parse(f'<a href="b.md">\n\n![]()\n\n{row}\n{lines}</a>\n'.encode(), Dialect())
    assert time.process_time() - start < 5
