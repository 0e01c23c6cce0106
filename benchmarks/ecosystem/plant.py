"""Plants faults in a copy of a repository and foretells what a link linter must say, from the edits alone.

    python benchmarks/ecosystem/plant.py REPOSITORY COPY [--kind markdown|html] [--count 20] [--seed 1]

COPY becomes a git repository with the faulty work tree; COPY/../COPY.json holds the expectations, a list of
``{"fault", "path", "line", "edit"}``. No edit changes the number of lines of a file. This script knows nothing of
linklint: it does not import it, and it was written against the meaning of the faults, not against the tool's output.
"""

from __future__ import annotations

import argparse
import json
import posixpath
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from crude import ELEMENT_ID, HEADING, NAMED, CrudeLink, Tree
from garden import Garden


def rename_in_link(garden: Garden) -> bool:
    """The author mistypes the name of the page."""
    for link in garden.candidates():
        stem, ending = posixpath.splitext(link.href.partition("#")[0])
        if not ending or link.fragment:
            continue
        garden.replace(link, f"{stem}-moved{ending}")
        garden.expect("broken-link", link.source, link.line, f"{link.href} mistyped")
        return True
    return False


def wrong_depth(garden: Garden) -> bool:
    """One ``../`` too many, inside the repository."""
    for link in garden.candidates():
        wrong = posixpath.normpath(posixpath.join(posixpath.dirname(link.source), "..", link.href.partition("#")[0]))
        if wrong.startswith("..") or wrong in garden.tree.names or link.fragment or "/" not in link.source:
            continue
        if any(name.lower() == wrong.lower() or name.startswith(wrong + "/") for name in garden.tree.names):
            continue
        garden.replace(link, "../" + link.href)
        garden.expect("broken-link", link.source, link.line, f"../ before {link.href}")
        return True
    return False


def wrong_case(garden: Garden) -> bool:
    """The right name in the wrong letter case."""
    for link in garden.candidates():
        folder, name = posixpath.split(link.href.partition("#")[0])
        swapped = name.swapcase()
        if swapped == name or link.fragment or name.startswith("."):
            continue
        if posixpath.normpath(posixpath.join(posixpath.dirname(link.target), swapped)) in garden.tree.names:
            continue
        garden.replace(link, posixpath.join(folder, swapped))
        garden.expect("wrong-case", link.source, link.line, f"{link.href} in the wrong case")
        return True
    return False


def break_fragment(garden: Garden) -> bool:
    """The author mistypes a fragment, which was right before."""
    links = [link for link in garden.tree.links if re.fullmatch(r"[a-z][a-z0-9-]*", link.fragment) and not link.image]
    links = [link for link in links if garden.tree.has_fragment(link.target, link.fragment)]
    for link in garden.shuffled(links):
        if link.target in garden.tree.texts and garden.is_free(link):
            garden.replace(link, link.href + "-gone")
            garden.expect("broken-fragment", link.source, link.line, f"{link.href} mistyped")
            return True
    return False


def rename_heading(garden: Garden) -> bool:
    """A heading (or, in HTML, an id) is renamed and the links to it are forgotten."""
    pattern = HEADING if garden.tree.kind == "markdown" else ELEMENT_ID
    pages = sorted(garden.tree.texts)
    garden.chance.shuffle(pages)
    for page in pages:
        if not garden.is_whole(page):
            continue
        for match in pattern.finditer(garden.tree.blanked[page]):
            group = "text" if garden.tree.kind == "markdown" else "id"
            slug = match[group].lower().replace(" ", "-") if group == "text" else match["id"]
            links = [link for link in garden.tree.to[page] if link.fragment == slug]
            unique = (
                sum(
                    1
                    for other in pattern.finditer(garden.tree.blanked[page])
                    if other[group].lower() == match[group].lower()
                )
                == 1
            )
            seen = sum(text.count(f"#{slug}") for text in garden.tree.texts.values())
            named = NAMED.findall(garden.tree.texts[page]).count(slug) > (group == "id")
            if not links or not unique or seen != len(links) or named or not all(map(garden.is_free, links)):
                continue
            text = garden.texts[page]
            end = match.end(group)
            garden.texts[page] = text[:end] + ("s of old" if group == "text" else "-of-old") + text[end:]
            garden.forget(page, links)
            for link in links:
                garden.expect("broken-fragment", link.source, link.line, f"heading {slug} of {page} renamed")
            return True
    return False


def find_leaves(garden: Garden) -> Iterator[tuple[str, list[CrudeLink]]]:
    """Pages with a few plain links to them that nothing else mentions, and whose own links all lead to pages that have
    two further linking pages: their going has no effect but on the links to them."""
    pages = sorted(garden.tree.texts)
    garden.chance.shuffle(pages)
    for page in pages:
        links = [link for link in garden.tree.to[page] if link.source != page]
        name = posixpath.basename(page)
        if (
            not garden.is_whole(page)
            or name.lower().startswith(("readme", "index", "license", "contributing", "summary", "_"))
            or not 1 <= len(links) <= 6
            or garden.tree.mentions(page) != len(garden.tree.to[page])
            or not all(map(garden.is_free, links))
        ):
            continue
        own = {link.target for link in garden.tree.links if link.source == page and not link.image} - {page}
        written = len(re.findall(r"\]\(|href=|\]:|\]\[", garden.tree.texts[page]))
        crude = sum(link.source == page for link in garden.tree.links)
        external = len(re.findall(r"(\]\(|href=\"|\]: *)(https?:|mailto:)", garden.tree.texts[page]))
        if written > crude + external:
            continue
        others = {
            target: {link.source for link in garden.tree.to[target]} - {page, target} - garden.hurt[target]
            for target in own
        }
        if all(len(sources) >= 2 for target, sources in others.items() if target in garden.tree.texts):
            yield page, links


def delete_page(garden: Garden) -> bool:
    """A page is deleted and the links to it are forgotten."""
    for page, links in find_leaves(garden):
        garden.forget(page, links)
        del garden.texts[page]
        for link in links:
            garden.expect("broken-link", link.source, link.line, f"{page} deleted")
        return True
    return False


SENT_ON = re.compile(r"\A(?:[^\n]*\n){0,12}.{0,80}\b(?:page|document|file) (?:has )?(?:been )?moved\b", re.I)


def rename_page(garden: Garden) -> bool:
    """A page is renamed and the links to it are forgotten: they break, and the page is an orphan."""
    for page, links in find_leaves(garden):
        if any(link.source == page for link in garden.tree.to[page]) or not garden.can_tell_orphans(page):
            continue
        if SENT_ON.search(garden.tree.texts[page]):
            continue  # nobody need link a page that is kept for old links from elsewhere
        stem, ending = posixpath.splitext(page)
        renamed = f"{stem}-renamed{ending}"
        garden.forget(page, links)
        garden.touch(renamed)
        garden.texts[renamed] = garden.texts.pop(page)
        for link in links:
            garden.expect("broken-link", link.source, link.line, f"{page} renamed")
        garden.expect("orphan", renamed, 0, f"{page} renamed")
        return True
    return False


def add_orphan(garden: Garden) -> bool:
    """A new page that nobody links to, beside a page that somebody links to."""
    pages = [
        page
        for page in sorted(garden.tree.texts)
        if garden.tree.to[page] and page not in garden.used and garden.can_tell_orphans(page)
    ]
    if not pages:
        return False
    beside = garden.chance.choice(pages)
    ending = ".md" if garden.tree.kind == "markdown" else ".html"
    name = posixpath.join(posixpath.dirname(beside), f"planted-{len(garden.expected)}{ending}")
    back = posixpath.basename(beside)
    garden.texts[name] = (
        f"# A page that nobody links\n\nIt follows [the page beside it]({back}).\n"
        if garden.tree.kind == "markdown"
        else f'<!doctype html>\n<title>A page that nobody links</title>\n<a href="{back}">The page beside it</a>\n'
    )
    garden.touch(name)
    garden.lines.add((beside, 0))  # it must stay, or the new page's own link breaks
    garden.expect("orphan", name, 0, "page added")
    return True


def lose_image(garden: Garden) -> bool:
    """The author mistypes the name of an image."""
    images = [link for link in garden.tree.links if link.image and link.target in garden.tree.names]
    for link in garden.shuffled(images):
        stem, ending = posixpath.splitext(link.href)
        if garden.is_free(link) and ending:
            garden.replace(link, f"{stem}-lost{ending}")
            garden.expect("broken-link", link.source, link.line, f"image {link.href} mistyped")
            return True
    return False


def undefine_reference(garden: Garden) -> bool:
    """A reference whose definition was never written."""
    if garden.tree.kind != "markdown":
        return False
    for link in garden.candidates():
        text = garden.tree.texts[link.source]
        if text[link.start - 1] == "(" and text[link.start + len(link.href)] == ")" and link.text.strip():
            garden.replace(link, "planted-label", "[]")
            garden.expect("undefined-reference", link.source, link.line, f"{link.href} replaced by a label")
            return True
    return False


FAULTS: list[Callable[[Garden], bool]] = [
    rename_in_link, delete_page, rename_page, rename_heading, wrong_case, break_fragment, wrong_depth, add_orphan,
    undefine_reference, lose_image,
]  # fmt: skip


def plant(tree: Tree, count: int, seed: int) -> Garden:
    """At least ``count`` expectations, the kinds in turn, until no kind finds a place any more."""
    garden = Garden(tree, random.Random(seed))
    kinds = list(FAULTS)
    while kinds and len(garden.expected) < count:
        for kind in list(kinds):
            if len(garden.expected) < count and not kind(garden):
                kinds.remove(kind)
    return garden


def write_copy(tree: Tree, garden: Garden, copy: Path) -> None:
    for name in tree.texts:
        if name not in garden.texts:
            (copy / name).unlink()
    for name, text in garden.texts.items():
        if tree.texts.get(name) != text:
            (copy / name).write_bytes(text.encode())
    subprocess.run(["git", "-C", copy, "add", "-A"], check=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("repository", type=Path)
    parser.add_argument("copy", type=Path)
    parser.add_argument("--kind", choices=["markdown", "html"], default="markdown")
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    shutil.copytree(options.repository, options.copy, symlinks=True)
    tree = Tree(options.copy, options.kind)
    garden = plant(tree, options.count, options.seed)
    write_copy(tree, garden, options.copy)
    options.copy.with_suffix(".json").write_text(json.dumps(garden.expected, indent=1, ensure_ascii=False) + "\n")
    print(f"{options.copy}: {len(garden.expected)} faults planted")
    return 0


if __name__ == "__main__":
    sys.exit(main())
