"""The faults in links and headings: each function plants one in a bed, foretells it, and says whether there was a place
for it."""

from __future__ import annotations

import posixpath
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from crude import CrudeLink

from planting.bed import Bed
from planting.ground import HEADING

ENDINGS = (".md", ".mdx", ".html")


def split(path: str) -> tuple[str, str, str]:
    """A destination's folders with the slash, its last part, and its ending or closing slash."""
    ending = next((ending for ending in (*ENDINGS, "/") if path.endswith(ending)), "")
    folder, slash, stem = path.removesuffix(ending).rpartition("/")
    return folder + slash, stem, ending


def mistype_name(bed: Bed) -> bool:
    """The author mistypes the name of the page."""
    for link in bed.candidates():
        folder, stem, ending = split(link.href)
        wrong = f"{folder}{stem}-moved{ending}"
        if stem not in ("", ".", "..") and bed.is_nowhere(link.source, wrong):
            bed.damage(link, wrong, "broken-link", f"{link.href} mistyped")
            return True
    return False


def wrong_depth(bed: Bed) -> bool:
    """One ``../`` too many, or in an address from the root one folder too few."""
    if bed.tree.site.wiki:
        return False
    for link in bed.candidates():
        path = link.href
        wrong = (
            "/" + path.split("/", 2)[2] if path.count("/") > 1 and path[0] == "/" else "../" + path.removeprefix("./")
        )
        if path[0] == "/" and (wrong.startswith("..") or wrong == "/"):
            continue
        inner = posixpath.join(posixpath.dirname(bed.tree.inside(link.source)), wrong.lstrip("/"))
        if not posixpath.normpath(inner).startswith("..") and bed.is_nowhere(link.source, wrong):
            bed.damage(link, wrong, "broken-link", f"{path} in the wrong folder")
            return True
    return False


def wrong_case(bed: Bed) -> bool:
    """The right name in the wrong letter case, where case counts."""
    for link in bed.candidates() if bed.tree.site.cased else ():
        folder, stem, ending = split(link.href)
        wrong = folder + stem.swapcase() + ending
        if re.fullmatch(r"[A-Za-z][\w-]*", stem, re.A) and bed.tree.resolve(link.source, wrong) is None:
            bed.damage(link, wrong, "wrong-case", f"{link.href} in the wrong case")
            return True
    return False


def wrong_ending(bed: Bed) -> bool:
    """The ending that this framework needs is missing, or is one that it does not understand."""
    cut, add = bed.tree.site.ending
    for link in bed.candidates() if cut + add else ():
        folder, stem, ending = split(link.href)
        if ending != cut or stem in ("", ".", "..") or posixpath.basename(folder + stem) in bed.tree.site.index:
            continue
        wrong = folder + stem + add
        if is_wrong(bed, link, wrong):
            bed.damage(link, wrong, "broken-link", f"{link.href} with another ending")
            return True
    return False


def is_wrong(bed: Bed, link: CrudeLink, wrong: str) -> bool:
    """With a slash at its end a destination means a folder, and there must be none of that name."""
    if not wrong.endswith("/"):
        exact = posixpath.normpath(posixpath.join(posixpath.dirname(link.source), wrong)).lower()
        return exact not in bed.tree.known and bed.is_no_address(link.source, wrong)
    folder = posixpath.splitext(link.target)[0].lower() + "/"
    return not any(name.startswith(folder) for name in bed.tree.known)


def break_fragment(bed: Bed) -> bool:
    """The author mistypes a fragment, which was right before."""
    for link in bed.shuffled(bed.order):
        slugs = bed.tree.slugs(link.target) if link.fragment and bed.is_free(link) else {}
        wrong = link.fragment + (" gone" if bed.tree.site.wiki else "-gone")
        if slugs.get(link.fragment) == 1 and wrong not in slugs:
            bed.damage(link, link.href[: -len(link.fragment)] + wrong, "broken-fragment", f"{link.href} mistyped")
            return True
    return False


def rename_heading(bed: Bed) -> bool:
    """A heading is renamed and the links to it are forgotten."""
    pages = sorted(page for page in bed.tree.pages if bed.tree.to[page])
    bed.chance.shuffle(pages)
    for page in pages:
        slugs = bed.tree.slugs(page) if bed.is_whole(page) else {}
        for match in HEADING.finditer(bed.tree.blanked[page]):
            slug = bed.tree.slug(match["text"])
            links = [link for link in bed.tree.to[page] if link.fragment.lower() == slug.lower()]
            if links and slugs.get(slug) == 1 and all(map(bed.is_free, links)) and is_known(bed, page, slug):
                bed.edit(page, match.end("text"), "", "s of old")
                bed.forget(page, links)
                for link in links:
                    bed.expect("broken-fragment", link.source, link.line, f"heading {slug} of {page} renamed")
                return True
    return False


def is_known(bed: Bed, page: str, slug: str) -> bool:
    """Whether every place where the fragment is written is a link that is understood; and no element has it as id."""
    links = {(link.source, link.start) for link in bed.tree.links if link.fragment.lower() == slug.lower()}
    return bed.tree.fragments[slug.lower()] == len(links) and not re.search(
        rf"(?:id|name)=[\"']?{re.escape(slug)}\b", bed.tree.texts[page]
    )


def drop_redirect(bed: Bed) -> bool:
    """Two links are turned to old addresses that are redirected; then one of the two redirects is dropped. Of the
    other link nothing may be said."""
    known = [redirect for redirect in bed.redirects if is_usable(bed, redirect)]
    bed.chance.shuffle(known)
    links = [link for link in bed.candidates() if bed.texts[link.source][link.start - 1 : link.start] == "("]
    links = [link for link in links if all(tongue(bed, link) == find_tongue(old) for _, _, old, _ in known[:2])]
    if not known or not links:
        return False
    name, place, old, _ = known[0]
    link = links[0]
    bed.edit(name, place, old, old[:-1] + "-never" + old[-1] if old.endswith("/") else unending(old))
    bed.olds[old.strip("/").lower()] = 2
    bed.touch(name)
    bed.damage(link, write_old(bed, link.source, old), "broken-link", f"redirect from {old} dropped")
    kept = next((other for other in links[1:] if bed.is_free(other)), None)
    if kept and len(known) > 1:
        bed.touch(known[1][0])
        bed.replace(kept, write_old(bed, kept.source, known[1][2]))
    return True


def find_tongue(address: str) -> str:
    """The language that an address begins with, if it looks so."""
    found = re.match(r"/([a-z]{2}(?:-[a-z]{2,4})?|pcm)(?:/|$)", address)
    return found[1] if found else ""


def tongue(bed: Bed, link: CrudeLink) -> str:
    return find_tongue(bed.tree.addresses.get(link.source, ""))


def unending(old: str) -> str:
    stem, ending = posixpath.splitext(old)
    return f"{stem}-never{ending}"


def is_usable(bed: Bed, redirect: tuple[str, int, str, str]) -> bool:
    """Whether the redirect leads to a known page, only it has that old address, and nothing was planted in it."""
    name, _, old, new = redirect
    named = sum(text.count(old.rstrip("/")) for text in bed.tree.texts.values())
    key = old.strip("/").lower()
    page = "/" + new.strip("/").removesuffix("/index.html").removesuffix(".html")
    urls = bed.tree.urls
    return (
        bed.olds[key] == 1
        and named == 1
        and name not in bed.used
        and (not new or page.lower() in {url.rpartition(":")[2].lower() for url in urls})
        and f"/{key}" not in bed.tree.taken
        and not any(taken.startswith(f"/{key}/") for taken in bed.tree.taken)
        and not any(f"/{key}".startswith(splat) for splat in bed.splats)
    )


def write_old(bed: Bed, source: str, old: str) -> str:
    if old.startswith("/"):
        return old
    if old.endswith(".html"):
        return posixpath.relpath(old, posixpath.dirname(bed.tree.inside(source)) or ".")
    return f"/{old}/"
