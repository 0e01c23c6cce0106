"""The kinds of hostile repositories: each writes its own folder, none knows of the others."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

Kind = Callable[[Path], None]
KINDS: dict[str, Kind] = {}


def kind(make: Kind) -> Kind:
    """Register the function; its name, with spaces, is the kind's."""
    KINDS[make.__name__.replace("_", " ")] = make
    return make


def write(folder: Path, name: str | bytes, content: str | bytes) -> None:
    data = content.encode("utf-8", "surrogateescape") if isinstance(content, str) else content
    raw = name if isinstance(name, bytes) else name.encode("utf-8", "surrogateescape")
    with open(os.path.join(os.fsencode(folder), raw), "wb") as file:
        file.write(data)


@kind
def invalid_utf_8_in_names(folder: Path) -> None:
    write(folder, b"\xff\xfe.md", "# A\n\n[x](gone.md)\n")
    write(folder, b"caf\xe9.md", "# B\n\n[x](caf%E9.md)\n")
    write(folder, b"\xc0\xaf\xed\xa0\x80.md", "[x](gone.md)\n")


@kind
def invalid_utf_8_in_text(folder: Path) -> None:
    write(folder, "bad.md", b"# \xff\xfe\x80\n\n[\xe9](gone\xff.md) \xed\xa0\x80\n")


@kind
def nul_in_text(folder: Path) -> None:
    write(folder, "nul.md", b"# a\x00b\n\n[x\x00y](gone\x00.md)\n\x00::error::forged\n")


@kind
def utf_16(folder: Path) -> None:
    text = "# Title\n\n[x](gone.md) ##[add-mask]x\n"
    write(folder, "little.md", b"\xff\xfe" + text.encode("utf-16-le"))
    write(folder, "big.md", b"\xfe\xff" + text.encode("utf-16-be"))
    write(folder, "without-mark.md", text.encode("utf-16-le"))


@kind
def byte_order_marks(folder: Path) -> None:
    write(folder, "one.md", b"\xef\xbb\xbf---\ntitle: A\n---\n[x](gone.md)\n")
    write(folder, "two.md", b"\xef\xbb\xbf\xef\xbb\xbf# A\n[x](gone.md)\n")
    write(folder, "only.md", b"\xef\xbb\xbf")


@kind
def line_ends(folder: Path) -> None:
    write(folder, "lone-cr.md", b"# A\r\r::error::forged\r[x](gone.md)\r")
    write(folder, "mixed.md", b"# A\r\n\r[x](gone.md)\n\r\n::error::forged\r##[add-mask]x\n")
    write(folder, "odd.md", "# A\n\x0b\x0c\x85\u2028[x](gone.md)\x1c\x1d\n")


@kind
def long_names(folder: Path) -> None:
    write(folder, "x" * 247 + ".md", "[x](gone.md)\n")
    write(folder, "語" * 80 + ".md", f"[x]({'y' * 5000}.md) [y]({'../' * 500}z.md)\n")


@kind
def deep_folders(folder: Path) -> None:
    deep = folder.joinpath(*["d"] * 150)
    deep.mkdir(parents=True)
    write(deep, "page.md", f"[x](gone.md) [up]({'../' * 400}etc/passwd)\n")


@kind
def symlinks(folder: Path) -> None:
    (folder / "loop.md").symlink_to("loop.md")
    (folder / "a.md").symlink_to("b.md")
    (folder / "b.md").symlink_to("a.md")
    (folder / "passwd.md").symlink_to("/etc/passwd")
    (folder / "secret.md").symlink_to("../../secret.md")
    (folder / "up").symlink_to("..")
    (folder / "root").symlink_to("/")
    (folder / "dangling.md").symlink_to("gone.md")
    write(folder, "page.md", "[1](loop.md) [2](passwd.md) [3](secret.md) [4](up/x.md) [5](root/etc/passwd) [6](a.md)\n")


@kind
def links_that_leave(folder: Path) -> None:
    write(
        folder,
        "page.md",
        "[1](../../../../../../etc/passwd) [2](/etc/passwd) [3](file:///etc/passwd) [4](../../secret.md)\n"
        "[5](//host/x) [6](C:\\x) [7](\\\\host\\x) [8](http://[::1) [9](http://a]b/) [10](javascript:alert(1))\n"
        "[11](data:text/html,x) [12](%2e%2e/%2e%2e/x.md) [13](..%2f..%2fx.md) [14](x%00.md) [15](https://\u2100/)\n",
    )


@kind
def pipe(folder: Path) -> None:
    os.mkfifo(folder / "pipe.md")
    write(folder, "page.md", "[pipe](pipe.md)\n")


@kind
def folders_named_like_pages(folder: Path) -> None:
    (folder / "x.md").mkdir()
    write(folder / "x.md", "index.md", "[x](../x.md) [y](../x.md/) [z](gone.md)\n")
    (folder / ".html").mkdir()
    write(folder / ".html", ".md", "[x](gone.md)\n")


@kind
def empty_files(folder: Path) -> None:
    for name in ("empty.md", "empty.html", ".md"):
        write(folder, name, b"")
    write(folder, "spaces.md", b" \n\t\n\n")


@kind
def long_lines(folder: Path) -> None:
    write(folder, "line.md", "# A\n\n" + "word " * 200_000 + "[x](gone.md)\n")
    write(folder, "links.md", "[x](gone.md) " * 500)


@kind
def deep_nesting(folder: Path) -> None:
    write(folder, "quotes.md", "> " * 5000 + "[x](gone.md)\n")
    write(folder, "lists.md", "".join("  " * depth + "- x\n" for depth in range(300)) + "[x](gone.md)\n")
    write(folder, "brackets.md", "[" * 20_000 + "x](gone.md)\n")
    write(folder, "images.md", "![" * 5000 + "x" + "](gone.png)" * 5000)
    write(folder, "stars.md", "*a **a " * 5000 + "b" + "* b**" * 5000)
    write(folder, "elements.html", "<div>" * 20_000 + "<a href=gone.html>x</a>")


@kind
def broken_markup(folder: Path) -> None:
    write(folder, "open.html", "<a href=gone.html " * 2000)
    write(folder, "quote.html", '<a href="gone.html ' * 2000)
    write(folder, "declaration.html", "<![CDATA[<!--<!" * 2000 + "<a href=gone.html>x</a>")
    write(folder, "titles.html", "</titl" * 5000 + "<title>a</title><a href=gone.html>::error::x\n##[add-mask]y</a>")
    write(folder, "comments.md", "<!--" * 5000 + "\n\n[x](gone.md)\n")
    write(folder, "backticks.md", "".join("`" * count + "a" for count in range(300)) + "[x](gone.md)\n")


@kind
def huge_tables(folder: Path) -> None:
    row = "|" + "[x](gone.md)|" * 20 + "\n"
    write(folder, "table.md", "|" + "a|" * 20 + "\n|" + "-|" * 20 + "\n" + row * 25)


@kind
def many_references(folder: Path) -> None:
    write(
        folder,
        "page.md",
        f"[x]: <{'y' * 5000}.md>\n\n" + "[x] " * 200 + "[a][b\n::error::forged] [c][##[add-mask]d]\n",
    )


@kind
def colliding_names(folder: Path) -> None:
    for name in ("Page.md", "page.md", "PAGE.md"):
        write(folder, name, "[x](pAgE.md) [y](page.md)\n")


@kind
def unicode_forms(folder: Path) -> None:
    write(folder, "caf\u00e9.md", "[x](cafe\u0301.md)\n")
    write(folder, "cafe\u0301.md", "[x](caf\u00e9.md)\n")
    write(folder, "\u212b.md", "[x](\u00c5.md)\n")


@kind
def large_file_pointers(folder: Path) -> None:
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0" * 64 + "\nsize 12345\n"
    write(folder, "page.md", pointer)
    write(folder, "picture.png", pointer)


@kind
def binary_content(folder: Path) -> None:
    write(folder, "picture.md", bytes(range(256)) * 40)
    write(folder, "archive.html", b"PK\x03\x04" + bytes(range(255, -1, -1)) * 40)


@kind
def front_matter(folder: Path) -> None:
    laughs = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 12))
    write(folder, "laughs.md", f"---\n{laughs}---\n[x](gone.md)\n")
    write(folder, "deep.md", "---\na: " + "[" * 20_000 + "\n---\n[x](gone.md)\n")
    write(folder, "tags.md", "---\na: !!python/object/apply:os.system [touch PWN]\n---\n[x](gone.md)\n")
    write(folder, "twice.md", "---\ntitle: a\ntitle: b\n---\n[x](gone.md)\n")
    write(folder, "date.md", "---\ndate: 2001-13-45\nnumber: 1:1:1:1.0\nbig: " + "9" * 6000 + "\n---\n[x](gone.md)\n")
    write(folder, "surrogate.md", '---\ntitle: "\\ud800\\x1b[31m\\n::error::forged"\n---\n[x](gone.md)\n')
    write(folder, "open.md", "---\ntitle: a\n::error::forged\n[x](gone.md)\n")
    write(folder, "list.md", "---\n- ::error::forged\n- '##[add-mask]x'\n---\n[x](gone.md)\n")
    write(folder, "key.md", '---\n"::error::forged\\n##[add-mask]x": [1\n---\n[x](gone.md)\n')


@kind
def directives(folder: Path) -> None:
    write(
        folder,
        "page.md",
        "<!-- linklint-disable-file ::error::forged -- ##[add-mask]x -->\n"
        "<!-- linklint-disable-next-line no-such-rule\n::error::forged -- reason\n##[add-mask]y -->\n"
        "<!-- linklint-disable-next-line no-broken-links -- until 2001-13-45 \x1b[31m -->\n[x](gone.md)\n",
    )
