"""The faults in pages: deleted, renamed, dropped from everything that names them."""

from __future__ import annotations

import posixpath
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from crude import CrudeLink

from planting.bed import Bed


def delete_page(bed: Bed) -> bool:
    """A page is deleted; the links and navigation entries that name it are forgotten."""
    for page, links in bed.find_leaves():
        bed.forget(page, links)
        del bed.texts[page]
        break_names(bed, page, links, "deleted")
        return True
    return False


def rename_page(bed: Bed) -> bool:
    """A page's file is renamed. Where its front matter names it, only the links to the file break; else also the
    navigation entries, and where the navigation decides, nobody finds the page."""
    for page, links in bed.find_leaves():
        stem, ending = posixpath.splitext(page)
        fixed = bool(bed.tree.fixed_name(page) or bed.tree.dated_address(page))
        named = any(link.source == page and not link.href.startswith("#") for link in bed.tree.to[page])
        if posixpath.basename(stem) in bed.tree.site.index or (fixed and not bed.tree.site.files) or named:
            continue
        if fixed:
            links = [link for link in links if link.href.partition("#")[0].endswith((".md", ".mdx"))]
            if not links:
                continue
        renamed = f"{stem}-renamed{ending}"
        bed.forget(page, links)
        bed.touch(renamed)
        bed.texts[renamed] = bed.texts.pop(page)
        break_names(bed, page, links, "renamed", entries=not fixed)
        if bed.can_tell_orphans(page) and not fixed:
            bed.expect("orphan", renamed, 0, f"{page} renamed")
        return True
    return False


def break_names(bed: Bed, page: str, links: list[CrudeLink], how: str, *, entries: bool = True) -> None:
    for link in links:
        bed.expect("broken-link", link.source, link.line, f"{page} {how}")
    for entry in bed.entries(page) if entries else ():
        bed.expect("broken-link", entry.file, entry.line, f"{page} {how}")


def drop_page(bed: Bed) -> bool:
    """A page is dropped from the navigation and from all links; the text of the links stays."""
    for page, links in bed.find_leaves() if bed.tree.site.orphans == "told" else ():
        if not bed.can_tell_orphans(page):
            continue
        names = [line for line in (line_of(bed, page, links)) if line]
        if not all(is_inline(bed, link) or bed.is_listed(link) for link in links) or None in line_of(bed, page, links):
            continue
        bed.forget(page, links)
        for file, place, line in names:
            bed.edit(file, place, line, "\n" * line.count("\n"))
        for link in links:
            if not bed.is_listed(link):
                unlink(bed, link)
        bed.expect("orphan", page, 0, f"{page} dropped")
        return True
    return False


def drop_chapter(bed: Bed) -> bool:
    """A chapter is dropped from the summary: it is not built any more, and the links to it break."""
    for page, links in bed.find_leaves() if bed.tree.site.orphans == "gone" else ():
        rest = [link for link in links if not bed.is_listed(link)]
        lines = line_of(bed, page, links)
        if not rest or len(lines) != 1 or lines[0] is None:
            continue
        bed.forget(page, links)
        bed.edit(*lines[0], "\n" * lines[0][2].count("\n"))
        break_names(bed, page, rest, "dropped from the summary")
        return True
    return False


def is_inline(bed: Bed, link: CrudeLink) -> bool:
    text = bed.tree.texts[link.source]
    label = text[link.start - len(link.text) - 3 : link.start]
    return label == f"[{link.text}](" and text[link.start + len(link.href)] == ")" and bool(link.text.strip())


def unlink(bed: Bed, link: CrudeLink) -> None:
    whole = f"[{link.text}]({link.href})"
    bed.edit(link.source, link.start - len(link.text) - 3, whole, link.text)


def line_of(bed: Bed, page: str, links: list[CrudeLink]) -> list[tuple[str, int, str] | None]:
    """(file, offset, line) of the lines of navigation that name a page; None for one that cannot go alone."""
    places = [(entry.file, entry.line) for entry in bed.entries(page)]
    places += [(link.source, link.line) for link in links if bed.is_listed(link)]
    return [find_line(bed, file, number) for file, number in places]


def find_line(bed: Bed, file: str, number: int) -> tuple[str, int, str] | None:
    lines = ["", *bed.tree.texts[file].split("\n"), ""]
    line, first = lines[number], number
    start = line.lstrip()
    if start.startswith("href: ") and lines[number - 1].lstrip().startswith("- name: "):
        first, line = number - 1, f"{lines[number - 1]}\n{line}"
        start = line.lstrip()
    following = lines[number + 1]
    deeper = len(following) - len(following.lstrip()) > len(line) - len(start) and following.strip()
    simple = start.startswith(("- ", "* ", "{ text: ")) or (start[:1] in ("'", '"') and line.endswith(","))
    if deeper or not simple or (file, number) in bed.lines:
        return None
    return file, sum(len(text) + 1 for text in lines[1:first]), line
