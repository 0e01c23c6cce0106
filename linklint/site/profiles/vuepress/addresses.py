"""From files to addresses, and how destinations are read: in version 1 after ``core/lib/node/Page.js`` and
``markdown/lib/link.js`` of https://github.com/vuejs/vuepress, in version 2 after ``packages/core/src/page`` and
``packages/markdown/src/plugins/linksPlugin`` of https://github.com/vuepress/core."""

from __future__ import annotations

import re

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.site.destination import Destination
from linklint.site.paths import below, extension, join, name, names_folder, normalise_url, parent, within
from linklint.site.profile import Address, Lookup, Standing
from linklint.site.profiles.vitepress.addresses import BUILT, FILES
from linklint.site.profiles.vuepress.settings import VuepressSettings
from linklint.site.sure_folders import find_folder
from linklint.source.slugs import vitepress_slug

MARKDOWN = frozenset({"inline", "reference", "autolink"})
ROUTED = re.compile(r"(?:/|\.md|\.html)$")  # what Markdown's links must end in to be taken for pages
INDEX = re.compile(r"(?:^|(?<=/))(?:index|readme)\.md$", re.IGNORECASE)
SECOND_INDEX = re.compile(r"(?:^|(?<=/))(?:index|(?i:readme))\.md$")
DATED = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?-(.*)")
DATE = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
FOLDER_DATE = re.compile(r"(\d{4})/(\d{1,2})(?:/(\d{1,2}))?(?:/|$)")
UNSAFE = re.compile('[\0-\x1f"#$%&*+,:;<=>?\\[\\]^`{|}\x7f]')  # what version 2 puts ``_`` for (``sanitizeFileName``)


def is_page(settings: VuepressSettings, path: str, ending: str = "md") -> bool:
    """Whether the file is built: it lies in the source folder, in no hidden folder, and the patterns take it in."""
    if extension(path) != ending or not within(path, settings.source):
        return False
    inner = below(path, settings.source)
    if any(segment.startswith(".") or segment == "node_modules" for segment in inner.split("/")):
        return False
    taking = [glob(inner) for takes, glob in settings.patterns if takes]
    return (not taking or any(taking)) and not any(glob(inner) for takes, glob in settings.patterns if not takes)


def file_url(settings: VuepressSettings, inner: str) -> str:
    """``a/b.md`` → ``/a/b.html``, ``a/README.md`` and ``a/index.md`` → ``/a/``."""
    found = (SECOND_INDEX if settings.second else INDEX).search(inner)
    return "/" + (inner[: found.start()] if found else inner.removesuffix(".md").removesuffix(".vue") + ".html")


def find_address(settings: VuepressSettings, path: str, document: Document) -> Address | None:
    """None for what is no page. A page with a permalink is also reached by the address that its file would have."""
    if not is_page(settings, path):
        return None
    regular = file_url(settings, below(path, settings.source))
    lang_start = next((start for start in settings.languages if regular.startswith(start)), "/")
    url = _find_permalink(settings, below(path, settings.source), document, regular, lang_start) or regular
    if settings.second:
        url = "/".join(UNSAFE.sub("_", segment).lstrip("_") for segment in url.split("/"))
    home = url in settings.languages or url == "/"
    also = [spelling for each in (url, regular) for spelling in _spell(settings, each) if spelling != url]
    return Address(
        url,
        also=tuple(dict.fromkeys(also)),
        kind="home" if home else "section" if url.endswith("/") else "article",
        lang=settings.languages.get(lang_start),
        orphan="intended" if regular == "/404.html" else "checked",
    )


def _spell(settings: VuepressSettings, url: str) -> list[str]:
    """The address and others that hosts and the router take for it."""
    if url.endswith("/"):
        return [url, url + "index.html", *([url[:-1]] if url != "/" else [])]
    stem = url.removesuffix(".html")
    return [url, stem, f"{stem}.html", *([] if settings.second else [f"{stem}/"])]


def _find_permalink(settings: VuepressSettings, inner: str, document: Document, regular: str, start: str) -> str | None:
    """The address that front matter or the config gives by a pattern; None where none does, or a date is lacking."""
    matter = document.front_matter or {}
    pattern = matter.get("permalink")
    if settings.second:
        if isinstance(pattern, str):
            return pattern if pattern.startswith("/") else f"/{pattern}"
        pattern = matter.get("permalinkPattern", settings.permalink) if "permalink" not in matter else None
    else:
        pattern = pattern or settings.permalink
    if not isinstance(pattern, str) or not pattern:
        return None
    values = {"regular": regular.lstrip("/"), "raw": regular.lstrip("/"), "slug": _find_slug(settings, inner)}
    date = _find_date(inner, matter.get("date"))
    if date is not None:
        year, month, day = date
        values |= {"year": year, "month": month.zfill(2), "day": day.zfill(2), "i_month": month, "i_day": day}
    words = re.findall(r":(i_month|i_day|year|month|day|slug|regular|raw)", pattern)
    if any(word not in values for word in words):
        return None
    for word in words:
        pattern = pattern.replace(f":{word}", values[word], 1)
    whole = start + pattern.lstrip("/")
    return whole if settings.second or whole.endswith(("/", ".html")) else f"{whole}/"


def _find_slug(settings: VuepressSettings, inner: str) -> str:
    """The file's name without a date; in version 1, of an index the folder's, and slugged."""
    stem = name(inner).rpartition(".")[0]
    dated = DATED.search(stem)
    stem = dated[4] if dated else stem
    if settings.second:
        return stem
    if stem.casefold() in ("index", "readme") and parent(inner):
        stem = name(parent(inner))
        dated = DATED.search(stem)
        stem = dated[4] if dated else stem
    return vitepress_slug(stem)


def _find_date(inner: str, written: object) -> tuple[str, str, str] | None:
    """Year, month and day, by front matter, the file's name, the folder's."""
    found = DATE.search(str(written)) if written else None
    if found is None and not written:
        found = DATED.match(name(inner)) or FOLDER_DATE.search(parent(inner))
    return (found[1], str(int(found[2])), str(int(found[3] or 1))) if found else None


def find_lookups(
    settings: VuepressSettings, names: Names, standing: Standing, destination: Destination
) -> list[Lookup]:
    """Markdown's links that end as pages do are relative to the page's file; any others, and raw HTML, are left as they
    are written, for browsers."""
    path, written = destination.path, standing.written
    if written.element == "img":
        return _read_image(settings, standing, path)
    if path.startswith(("@", "~")):
        return [Lookup("opaque", path, "an alias of the bundler may stand for it")]
    in_config = standing.file in settings.configs
    is_routed = in_config or written.syntax in ("frontmatter", "jsx") or _is_router_link(written.element)
    is_markdown = written.syntax in MARKDOWN and ROUTED.search(path) is not None
    if settings.base and destination.absolute and not in_config:
        with_base = (not is_routed and not is_markdown) or (
            settings.second and is_markdown and not path.endswith(".md")
        )
        if with_base and not within(path, settings.base):
            return [Lookup("opaque", path, f"the site is published below {settings.base}/")]
        path = path[len(settings.base) :] if with_base else path
    found: list[Lookup] = []
    for folder in _find_starts(settings, standing, at_top=destination.absolute or in_config, by_file=is_markdown):
        target = join(folder, path)
        if target is None:
            if _is_githubs(names, standing, path):
                return [Lookup("opaque", path, "it leads above the site")]
            target = normalise_url(f"{folder}/{path}").strip("/")  # neither browsers nor VuePress leave the top
        if target.partition("/")[0] in settings.sent:
            return [Lookup("opaque", path, "the app's router sends visitors on from there")]
        is_folder = not target or names_folder(path)
        if is_markdown or is_routed or extension(path) != "md":
            found += [Lookup("url", url) for url in _list_urls(settings, target, is_folder)]
        public = join(settings.public, target) or ""
        found += [Lookup("file", f"{public}/index.html")] if is_folder else [Lookup("file", public)]
    made = settings.makes and extension(path) != "md" and find_folder(target or "") not in settings.sure
    if made or BUILT.fullmatch(path):
        found.append(Lookup("opaque", path, "a theme or a plugin may make this page"))
    return found


def _is_router_link(element: str) -> bool:
    return element.replace("-", "").casefold() in ("routerlink", "routelink")


def _find_starts(settings: VuepressSettings, standing: Standing, *, at_top: bool, by_file: bool) -> list[str]:
    """The folders, named from the top of the site, that a destination may begin at. ``by_file``: the page's file
    counts, rather than its address; plugins that include other files may let those count."""
    if at_top:
        return [""]
    if not by_file:
        return [standing.url.rpartition("/")[0].strip("/")]
    files = [file for file in (standing.page, standing.file) if within(file, settings.source)]
    return list(dict.fromkeys(parent(below(file, settings.source)) for file in files))


def _list_urls(settings: VuepressSettings, target: str, is_folder: bool) -> list[str]:
    if is_folder:
        return [f"/{target}/" if target else "/"]
    if extension(target) == "md":
        return [file_url(settings, target)]
    if extension(target) in FILES:
        return []
    return [f"/{target}"] if target.endswith(".html") else [f"/{target}.html", f"/{target}/", f"/{target}"]


def _is_githubs(names: Names, standing: Standing, path: str) -> bool:
    """Whether what climbs out of the site is there for readers on GitHub."""
    there = join(parent(standing.file), path)
    return there is not None and (there in names.files or there in names.directories)


def _read_image(settings: VuepressSettings, standing: Standing, path: str) -> list[Lookup]:
    """Beside the page's source (the bundler takes it from there), or in the folder ``public``."""
    if path.startswith(("@", "~")):
        return [Lookup("opaque", path, "an alias of the bundler may stand for it")]
    if path.startswith("/"):
        bare = path[len(settings.base) :] if settings.base and within(path, settings.base) else path
        if settings.base and bare == path and not settings.second:
            return [Lookup("opaque", path, f"the site is published below {settings.base}/")]
        return [Lookup("file", join(settings.public, each) or each) for each in dict.fromkeys((path, bare))]
    starts = [parent(standing.file), parent(standing.page)]
    if standing.written.syntax not in ("image", "inline"):
        starts.append(join(settings.public, standing.url.rpartition("/")[0]) or "")
    paths = [join(start, path) for start in dict.fromkeys(starts)]
    return [Lookup("file", each) for each in paths if each is not None] or [Lookup("opaque", path, "it leads above")]
