"""Each written link against the built one: does it lead to the same page, or nowhere?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from benchmarks.oracle.outcome import Outcome
from benchmarks.oracle.pairing import pair_links
from benchmarks.oracle.served import Build
from linklint.model.site import Link, Page

LEADING = frozenset({"ok", "fragment-missing", "fragment-unverifiable", "redirect"})
ALLOWANCES = {
    "slash": "address with another slash at its end than the built one: hosts differ, linklint takes both",
    "html": "address of an HTML file without its ending: hosts differ, linklint takes both",
    "language": "address without its language: Nextra's middleware adds one, which a folder of files has not",
    "file": "link by file to content that the site's own code shows: it may know such links, linklint takes both",
    "base": "link without the base path: builds may be given another one, linklint takes both",
}
UNMADE = frozenset({"undefined-reference", "mistyped", "malformed"})
"""What is written and no link of the build; if it is one there, it is told as one that linklint has not."""
UNSURE = frozenset({"opaque", "unresolvable", "outside"})


def compare_links(outcome: Outcome, page: Page, links: Sequence[Link], file: str, build: Build) -> None:
    """Each written link against the built one with the same text: does it lead to the same page, or nowhere?"""
    written, further = [], list[Link]()
    for link in links:
        if link.written is None or link.place == "nav" or link.status in UNMADE:
            continue
        if link.written.element == "img" or link.written.syntax == "image":
            continue  # see compare_images
        if link.status == "asset" and build.reading.renamed:
            outcome.leave_out(f"link to a file of no page: {build.reading.renamed}")
            further.append(link)
        elif link.written.href.startswith("pathname:"):
            outcome.leave_out("link with pathname: is external to linklint, as it is to Docusaurus")
            further.append(link)
        elif link.target and any(re.fullmatch(each, link.target.path) for each, _ in build.reading.excepted):
            outcome.leave_out("link to a source that is not compared")
            further.append(link)
        elif ":include" in (link.written.title or ""):
            outcome.leave_out("link that stands for a text; the text is compared")
        else:
            written.append(link)
    built = build.pages[file]
    outcome.leave_out(f"link inside the content that the theme makes ({build.reading.theme})", built.themed)
    pairs, missing, rest = pair_links([*written, *further], built.links, built.around)
    pairs = [(link, href) for link, href in pairs if link not in further]
    for link in missing:
        assert link.written is not None
        if link.status in UNSURE:
            outcome.leave_out(f"link that linklint calls {link.status}: {link.reason}")
            continue
        outcome.differ(f"{page.path}:{link.written.span.line}: {link.written.href!r} is no link of the build")
    for href, text in rest:
        if not href and not text:
            outcome.leave_out("link without text and destination, which carries an id")
            continue
        outcome.differ(f"{page.path}: the build has a link {href!r} ({text}) that linklint has not")
    for link, href in pairs:
        outcome.links += 1
        difference = judge(link, href, page, build)
        allowance = find_allowance(link, href, page, build) if difference else None
        if allowance:
            outcome.links -= 1
            outcome.leave_out(ALLOWANCES[allowance])
        elif link.status in UNSURE and not difference:
            outcome.links -= 1
            outcome.leave_out(f"link that linklint calls {link.status}: {link.reason}")
        elif difference:
            outcome.differ(f"{page.path}: {href!r} ({link.written.text if link.written else ''}) {difference}")


def judge(link: Link, href: str, page: Page, build: Build) -> str:
    """How the link differs from the built one; empty where it does not."""
    led = build.follow(page.url, href)
    if led is None:
        return "" if link.kind in ("external", "mail", "other") or link.status in (*UNSURE, "redirect") else _says(link)
    target, fragment = led
    if link.kind in ("external", "mail", "other"):
        return "is external to linklint, but a page of the site" if target is not None else ""
    if link.status in UNSURE:
        return ""
    if link.status == "case-mismatch":
        found = target is not None and (not fragment or fragment in _ids(target, build))
        return f"{_says(link)}, but leads to {target}" if found else ""
    leads = link.status in LEADING or link.status == "asset"
    if leads != (target is not None) and link.status != "redirect":
        return f"{_says(link)}, but leads to {target}"
    if link.status == "asset" and target is not None and not _is_same_file(link, target, build):
        return f"leads to {target}, which is not {link.target_path}"
    if link.status == "redirect":
        return _judge_redirect(link, target, build)
    if link.status in ("ok", "fragment-missing", "fragment-unverifiable") and link.target is not None:
        return _judge_target(link, link.target, target or "", fragment, build)
    return ""


def _judge_redirect(link: Link, target: str | None, build: Build) -> str:
    """A built page that sends visitors on is compared as such; where the host does it, its end is."""
    if target in build.pages and build.pages[target].refresh is not None:
        return ""
    end = build.shown.get(target or "")
    return "" if end is link.target else f"{_says(link)} to {link.redirects[-1]}, but leads to {target}"


def find_allowance(link: Link, href: str, page: Page, build: Build) -> str | None:
    """Why linklint takes the link for right although the built folder alone does not serve it."""
    path, mark, rest = re.split(r"([?#]|$)", href, maxsplit=1)
    bare = path.rstrip("/")
    said = link.target.url if link.target else ""
    others = {
        "slash": bare if path.endswith("/") else path + "/",
        "html": bare + ".html",
        "language": build.base + said if same_but_language(said, path.removeprefix(build.base)) else path,
        "file": re.sub(r"\.mdx?$", "", path),
        "base": build.base + path if path.startswith("/") else path,
    }
    for name in ("slash", *build.reading.allowed):
        if link.status in (*LEADING, "asset") and bare and not judge(link, others[name] + mark + rest, page, build):
            return name
    return None


def same_but_language(said: str, url: str) -> bool:
    """Whether ``/en/x/`` and ``/x`` name the same."""
    return said[3:].strip("/") == url.strip("/") and said[:1] == said[3:4] == "/"


def _judge_target(link: Link, said: Page, target: str, fragment: str, build: Build) -> str:
    if said.framework == build.reading.framework and build.shown.get(target) is not said:
        return f"leads to {target}, not to {said.url}"
    if fragment and link.status in ("ok", "fragment-missing") and fragment.lower() != "top":
        exists = fragment.partition(":~:")[0] in {"", *_ids(target, build)}
        if exists != (link.status == "ok"):
            return f"{_says(link)}, but the fragment is {'there' if exists else 'not there'}"
    return ""


def _is_same_file(link: Link, target: str, build: Build) -> bool:
    """Whether the built file is a copy of the asset; so too where the build makes it of one with another name or
    with front matter."""
    source = build.source / link.target_path
    if source.name != target.rpartition("/")[2] or not source.is_file():
        return True
    return source.read_bytes().startswith(b"---") or source.read_bytes() == (build.output / target).read_bytes()


def _ids(file: str, build: Build) -> frozenset[str]:
    return build.pages[file].every_id if file in build.pages else frozenset()


def _says(link: Link) -> str:
    return f"is {link.status} to linklint"
