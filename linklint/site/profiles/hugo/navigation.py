"""Hugo: menus, lists, and who else may link a page. https://gohugo.io/content-management/menus/."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from linklint.model.document import Document, WrittenLink
from linklint.model.place import Span, pack_spans
from linklint.model.site import Page
from linklint.site.paths import ancestors, parent
from linklint.site.profile import NavigationLink, Read
from linklint.site.profiles.hugo.config import find_configs, find_place
from linklint.site.profiles.hugo.generated import Made
from linklint.site.profiles.hugo.links import Known, get_page
from linklint.site.profiles.hugo.templates import Templates
from linklint.site.profiles.manifests import as_list

MENUS = ("menus", "menu")
LISTED_BY_HOME = ("posts", "post", "blog", "articles", "news")


def find_navigation(
    known: Known, templates: Templates, read: Read, documents: Mapping[str, Document]
) -> list[NavigationLink]:
    """Entries of the config's menus; and literal links of templates, where they lead to a page."""
    config = known.config
    found: list[NavigationLink] = []
    files = [*find_configs(config.root, known.names), (config.path, ())]
    for place in (*((key,) for key in MENUS), *(("languages", lang, key) for lang in config.langs for key in MENUS)):
        menu = config.get(*place)
        if not isinstance(menu, dict):
            continue
        written_in = max(files, key=lambda file: len(file[1]) if file[1] == place[: len(file[1])] else -1)[0]
        text = (read(written_in) or b"").decode("utf-8", "replace") if written_in else ""
        for entry in (each for entries in menu.values() for each in as_list(entries)):
            href = _entry_url(known, entry) if isinstance(entry, dict) else None
            if href:
                link = _link(text, href[0], href[1], str(entry.get("name") or href[1]))
                found.append(NavigationLink(written_in, link))
    urls = {url for address in known.addresses.values() for url in (address.url, *address.also)}
    for path, written in templates.hrefs:
        target = written if written in urls else find_address(known, written)
        if target is not None:
            template = (read(path) or b"").decode("utf-8", "replace")
            found.append(NavigationLink(path, _link(template, target, written, target.strip("/") or "home")))
    return found


def find_address(known: Known, reference: str) -> str | None:
    """The URL of the page that a template names, from the top of the content."""
    path = get_page(known, known.config.contents[-1].folder + "/_index.md", reference)
    address = known.addresses.get(path or "")
    return address.url if address else None


def _entry_url(known: Known, entry: Mapping[str, Any]) -> tuple[str, str] | None:
    """What the entry leads to, and what is written."""
    reference = entry.get("pageref")
    if isinstance(reference, str) and reference:
        bare = "/" + reference.strip("/")
        return find_address(known, bare) or f"{bare}/", reference
    url = entry.get("url")
    return (url, url) if isinstance(url, str) and url and not url.startswith("#") else None


def _link(text: str, href: str, written: str, shown: str) -> WrittenLink:
    start = max(text.find(f'"{written}"'), text.find(f"'{written}'"), text.find(written) - 1) + 1
    line = text.count("\n", 0, start) + 1
    column = start - (text.rfind("\n", 0, start) + 1) + 1
    span = Span(start, start + len(written), line, column, line, column + len(written))
    return WrittenLink("frontmatter", "a", href, written, shown, pack_spans(span, span), landmark="nav")


def list_pages(known: Known, pages: Sequence[Page]) -> Iterator[tuple[str, str]]:
    """A section lists its pages and the sections right below it; the home page lists the sections and the pages of the
    main ones; a menu that a page's front matter names shows it everywhere."""
    config = known.config
    places = {page.path: find_place(config, page.path) for page in pages}
    sections = {
        (place.lang, place.logical): path for path, place in places.items() if place and place.kind == "section"
    }
    counts: dict[str, int] = {}
    for place in places.values():
        if place and place.kind != "section" and "/" in place.logical:
            top = place.logical.partition("/")[0]
            counts[top] = counts.get(top, 0) + 1
    said = config.get("mainsections") or config.get("params", "mainsections")
    main = {str(each) for each in as_list(said)} or (
        {max(sorted(counts), key=lambda top: counts[top])} if counts else set()
    )
    for path, place in places.items():
        if place is None or not place.logical:
            continue
        home = sections.get((place.lang, ""))
        for folder in ancestors(place.logical):
            above = sections.get((place.lang, folder))
            if above is not None:
                yield above, path
                break
        if home is not None:
            matter = known.matters.get(path, {})
            is_post = place.kind != "section" and place.logical.partition("/")[0] in main | set(LISTED_BY_HOME)
            if (
                is_post
                or matter.get("menu")
                or matter.get("menus")
                or (place.kind == "section" and "/" not in place.logical)
            ):
                yield home, path


def doubt_orphans(
    known: Known, templates: Templates, made: Made, pages: Sequence[Page], linked: frozenset[str]
) -> dict[str, str]:
    """Unknown where a theme from elsewhere decides, and for pages that a list without a file of its own shows."""
    if known.config.themes or known.config.get("theme") or not templates.ids:
        return {page.path: "unknown" for page in pages}
    return {page.path: "unknown" for page in pages if _is_listed(page, made)}


def _is_listed(page: Page, made: Made) -> bool:
    return parent(page.url.rstrip("/")) + "/" in made.lists
