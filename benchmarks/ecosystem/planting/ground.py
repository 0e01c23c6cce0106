"""A copy of a site's repository, read with regular expressions: its pages, their addresses and links."""

from __future__ import annotations

import posixpath
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from urllib.parse import urljoin

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from crude import COMMENT, FENCE, FRONT_MATTER, INDENTED, SCRIPT, SPAN, CrudeLink, list_tracked

from planting.sites import Site

TEXTS = ".md .mdx .markdown .html .htm .yml .yaml .toml .json .jsonc .js .mjs .cjs .ts .jsx .tsx .txt .vue .astro"
LARGE = 2_000_000
TEXT = r"(?<![!\\\]\w])\[(?P<text>(?:[^\[\]\n!<>\\*_]|\n(?!\s*\n))+)\]"
INLINE = re.compile(TEXT + r"\((?P<href>[^()\s<>\\&%\"']+)\)")
WRAPPED = re.compile(TEXT + r"\(\{\{ *(?P<q>[\"'])(?P<href>[^()\s<>\\&%\"']+)(?P=q) *\| *url *\}\}\)")
UNWRAPPED = re.compile(r"\{\{ *[\"'][^\"'{}]*[\"'] *\| *url *\}\}")
WIKI = re.compile(
    r"(?<!!)\[\[(?P<href>(?=[^\]|])[^\[\]|#\n\\]*(?:#[^\[\]|#\n\\^]+)?)(?:\|(?P<text>[^\[\]\n|\\]*))?\]\]"
)
DEFINITION = re.compile(r"^ {0,3}\[(?P<label>[^\[\]\n]+)\]:[ \t]+(?P<href>[^\s<>\\&%\"']+)[ \t]*$", re.M)
COMMENT_MDX = re.compile(r"\{/\*.*?\*/\}|%%.*?%%", re.S)
HEADING = re.compile(r"^(?P<marks>#{2,5}) (?P<text>[A-Za-z][A-Za-z ]*[A-Za-z])$", re.M)
UNSURE_KEYS = re.compile(
    r"^(?:slug|permalink|url|redirect_to|redirect|layout: *redirect|publish|noindex|unlisted|draft|published|headless|"
    r"build|_build|cascade|hidden|search|noIndex|template|template_key|expiryDate|outputs)\s*:", re.M
)  # fmt: skip
GENERATED = re.compile(
    r"\{\{|\{%|--8<--|<!-- md:|@include|^::: [\w-]*[._-]|^<<<|\bfrom ['\"](?!@astrojs/starlight|@theme/)|^\s*\[?\[?TOC",
    re.M,
)


class Ground:
    """What ``crude.Tree`` is for files that GitHub shows, for a site. ``texts`` are all files that may name a page or
    be edited; ``pages`` says in which folder of the table a page is; ``links`` are only those whose target is sure.
    ``returns`` are those with CR LF.
    A link by reference stands at its own line, and its ``start`` is in the definition."""

    kind = "markdown"

    def __init__(self, folder: Path, site: Site) -> None:
        self.folder, self.site = folder, site
        self.names = list_tracked(folder)
        self.known = {name.lower() for name in self.names}
        self.returns: set[str] = set()
        self.texts = {name: text for name in self.names if (text := self.read(name)) is not None and "\r" not in text}
        self.pages = {name: home for name in self.texts if (home := self.home(name)) is not None}
        self.addresses: dict[str, str] = {}
        self.urls: dict[str, str] = {}
        self.taken: set[str] = set()
        self.map_addresses()
        self.shown = {name: self.blank(name) for name in self.pages}
        self.blanked = {name: self.blank_indented(name) for name in self.pages}
        self.keep_listed()
        self.defined: list[tuple[str, str]] = []
        self.links = [link for name in self.pages for link in (*self.find_links(name), *self.find_references(name))]
        self.to: dict[str, list[CrudeLink]] = defaultdict(list)
        for link in self.links:
            self.to[link.target].append(link)

    def read(self, name: str) -> str | None:
        path = self.folder / name
        ending = posixpath.splitext(name)[1].lower()
        if ending not in TEXTS.split() and not name.endswith("_redirects"):
            return None
        if path.is_symlink() or not path.is_file() or path.stat().st_size > LARGE:
            return None
        try:
            text = path.read_bytes().decode()
        except UnicodeDecodeError:
            return None
        if self.site.returns and text.count("\r") == text.count("\r\n") == text.count("\n") > 0:
            self.returns.add(name)
            text = text.replace("\r\n", "\n")
        return text

    # Where pages are

    def home(self, name: str) -> str | None:
        """The innermost folder of pages that a page is in."""
        if not name.endswith((".md", ".mdx")) or re.search(r"(^|/)[_.](?!index|sidebar|navbar)", self.inside(name)):
            return None
        parts = [posixpath.dirname(name)[:end] for end in range(len(name)) if name[end : end + 1] == "/"]
        if any("render: never" in self.texts.get(f"{folder}/_index.md", "") for folder in parts):
            return None
        return self.home_of(name)

    def home_of(self, name: str) -> str | None:
        homes = [folder for folder in self.site.folders if not folder or name.startswith(folder + "/")]
        return max(homes, key=len, default=None)

    def inside(self, name: str) -> str:
        """The path of a file from its folder of pages."""
        home = self.home_of(name)
        return name[len(home) + 1 :] if home else name

    def map_addresses(self) -> None:
        """``addresses``: page → address without a slash at its end; ``urls`` the other way round; with fallbacks."""
        claims: dict[str, list[str]] = defaultdict(list)
        for page, home in self.pages.items():
            if (address := self.find_address(page, home)) is not None:
                claims[self.key(home, address)].append(page)
                self.addresses[page] = address
        self.urls = {key: pages[0] for key, pages in claims.items() if len(pages) == 1}
        self.taken = {key.rpartition(":")[2].lower() for key in claims} | set(map(self.plain_address, self.pages))
        for key, page in list(self.urls.items()):
            if key.split("/")[1:2] != [] and key.split("/")[1] in self.site.languages:
                continue
            for language in self.site.languages:
                self.urls.setdefault(f"/{language}{key}", page)

    def plain_address(self, page: str) -> str:
        """The address that the path alone gives, in lower case: even where the page is not there, it may be taken."""
        folder, stem = posixpath.split(posixpath.splitext(self.inside(page).lower())[0])
        parts = [self.site.folders[self.pages[page]] or "", folder, "" if stem in self.site.index else stem]
        return "/" + "/".join(part.strip("/") for part in parts if part.strip("/"))

    def key(self, home: str, address: str) -> str:
        return f"{home}:{address}" if self.site.separate else address

    def find_address(self, page: str, home: str) -> str | None:
        prefix = self.site.folders[home]
        if prefix is None or not self.is_sure(page):
            return None
        if dated := self.dated_address(page):
            return dated
        folder, stem = posixpath.split(posixpath.splitext(self.inside(page))[0])
        parts = folder.split("/") if folder else []
        if stem.lower() not in self.site.index:
            parts.append(self.fixed_name(page) or stem)
        if parts and parts[-1].startswith("/"):
            return parts[-1].rstrip("/")
        address = "/".join(parts)
        return f"{prefix}/{address.lower() if self.site.lower else address}".rstrip("/")

    def dated_address(self, page: str) -> str:
        """The address that the front matter's date and slug give, in the folder of dated pages."""
        folder = self.site.dated.split("/")[1] if self.site.dated else "-"
        if not self.site.dated or re.search(r"\.[a-z][a-z]\.md$", page):
            return ""
        if "{" not in folder and not self.inside(page).startswith(folder + "/"):
            return ""
        date = re.search(r"^date: *[\"']?(\d{4})-(\d\d)-(\d\d)", self.matter(page), re.M)
        slug = re.search(r"^slug: *[\"']?([\w.-]+)[\"']?$", self.matter(page), re.M)
        if not date or not slug:
            return ""
        return self.site.dated.format(year=date[1], month=date[2], day=date[3], slug=slug[1].lower())

    def fixed_name(self, page: str) -> str:
        """The name that the front matter gives the page, whatever its file is called."""
        if not self.site.name:
            return ""
        found = re.search(rf"^{self.site.name}: *[\"']?(/?[\w-]+[\w/-]*)[\"']?$", self.matter(page), re.M)
        return found[1] if found else ""

    def matter(self, page: str) -> str:
        found = FRONT_MATTER.match(self.texts[page])
        return found[0] if found else ""

    def is_sure(self, page: str) -> bool:
        """Whether nothing in the front matter moves or hides the page."""
        matter = self.matter(page)
        if self.site.wiki:
            return "publish: false" not in matter
        if self.site.dated and re.search(r"\.[a-z][a-z]\.md$", page):
            return False  # a translation
        if self.dated_address(page):
            matter = re.sub(r"^slug: *[\"']?([\w.-]+)[\"']?$", "", matter, flags=re.M)
        if self.site.name:
            matter = re.sub(rf"^{self.site.name}: *[\"']?/?[\w-]+[\w/-]*[\"']?$", "", matter, flags=re.M)
        return not UNSURE_KEYS.search(matter) and not self.texts[page].startswith("+++")

    # What they link

    def keep_listed(self) -> None:
        """Of a book only the chapters that its summary lists are built."""
        if self.site.orphans == "gone":
            summary = next(name for name in self.pages if self.inside(name) == "SUMMARY.md")
            listed = {self.resolve(summary, match["href"]) for match in INLINE.finditer(self.shown[summary])}
            self.pages = {name: home for name, home in self.pages.items() if name in listed or name == summary}

    def blank(self, name: str) -> str:
        """The text with everything that holds no links replaced by blanks, line ends kept."""
        text = self.texts[name]
        for pattern in (FRONT_MATTER, FENCE, COMMENT, COMMENT_MDX, SCRIPT, SPAN):
            text = pattern.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
        return text

    def blank_indented(self, name: str) -> str:
        """The text also without what may be code because it is indented."""
        if posixpath.basename(name) in self.site.lists:
            return self.shown[name]
        return INDENTED.sub(lambda match: " " * len(match[0]), self.shown[name])

    def find_links(self, name: str) -> Iterator[CrudeLink]:
        text = self.blanked[name]
        found = [*(WIKI if self.site.wiki else INLINE).finditer(text)]
        if self.site.wrapped:
            found += WRAPPED.finditer(text)
        for match in found:
            target = self.resolve(name, match["href"])
            if target is not None and not is_raw(text, match.start()):
                line = text.count("\n", 0, match.start()) + 1
                fragment, label = match["href"].partition("#")[2], match["text"] or ""
                yield CrudeLink(name, line, match.start("href"), match["href"], target, fragment, False, label)

    def find_references(self, name: str) -> list[CrudeLink]:
        """The uses of definitions, where all uses of one are sure."""
        if self.site.wiki:
            return []
        text, found = self.blanked[name], []
        for match in DEFINITION.finditer(text):
            target = self.resolve(name, match["href"])
            label = r"\s+".join(map(re.escape, self.texts[name][match.start("label") : match.end("label")].split()))
            uses = [use.start() for use in re.finditer(rf"\[{label}\](?![(:])", self.texts[name], re.I)]
            uses = [self.opening(name, use) for use in uses if self.shown[name][use] == "["]
            if target is None or any(use < 0 or text[use] != "[" or is_raw(text, use) for use in uses):
                continue
            self.defined.append((name, match["href"]))
            fragment, start = match["href"].partition("#")[2], match.start("href")
            lines = [text.count("\n", 0, use) + 1 for use in uses]
            found += [CrudeLink(name, line, start, match["href"], target, fragment, False, "") for line in lines]
        return found

    def opening(self, name: str, use: int) -> int:
        """Where ``[text][label]`` begins whose label is at ``use``; -1: not sure."""
        text = self.texts[name]
        if use == 0 or text[use - 1] != "]":
            return use
        start = text.rfind("[", 0, use - 1)
        return -1 if "]" in text[start : use - 1] or text[start - 1 : start] == "!" else start

    def resolve(self, source: str, href: str) -> str | None:
        """The page that a destination surely leads to."""
        home, path = self.pages[source], href.partition("#")[0]
        if re.match(r"[a-z][a-z0-9+.-]*:|//", path, re.I) or "?" in path:
            return None
        if not path:
            return source
        if self.site.wiki:
            return self.named.get(f"{home}:{path.lower()}")
        if self.site.files and path.endswith((".md", ".mdx")):
            base = home if self.site.rooted else posixpath.dirname(source)
            target = posixpath.normpath(posixpath.join(base, path.lstrip("/") if self.site.rooted else path))
            return target if self.pages.get(target) == home else None
        return self.urls.get(self.key(home, url)) if (url := self.url(source, path)) is not None else None

    def url(self, source: str, path: str) -> str | None:
        """The address that a destination names, where that is sure."""
        if path.startswith("/"):
            return path.rstrip("/")
        if self.site.reading == "file":
            base = f"{self.site.folders[self.pages[source]]}/{self.inside(source)}"
        elif self.site.reading == "address" and source in self.addresses:
            base = self.addresses[source] + ("/" if self.site.ending[0] == "/" else "")
        else:
            return None
        return urljoin(base, path).rstrip("/")

    @cached_property
    def named(self) -> dict[str, str]:
        """Pages by folder and name, for wiki links: only names that are unique in the folder."""
        found: dict[str, list[str]] = defaultdict(list)
        for page, home in self.pages.items():
            found[f"{home}:{posixpath.splitext(posixpath.basename(page))[0].lower()}"].append(page)
        return {key: pages[0] for key, pages in found.items() if len(pages) == 1}

    # Their headings

    @cached_property
    def fragments(self) -> Counter[str]:
        """How often each fragment is written anywhere, in lower case."""
        pattern = r"#([^#|\]\n]+)[|\]]" if self.site.wiki else r"#([^\s#|\])\"'>`]+)"
        return Counter(found.lower() for text in self.texts.values() for found in re.findall(pattern, text))

    def slugs(self, page: str) -> Counter[str]:
        """The fragments of a page's simple headings, of which each framework makes the same; none where a page may get
        headings or ids from elsewhere."""
        if not self.site.headings or GENERATED.search(SPAN.sub("", FENCE.sub("", self.texts[page]))):
            return Counter()
        return Counter(self.slug(match["text"]) for match in HEADING.finditer(self.blanked[page]))

    def slug(self, text: str) -> str:
        return text if self.site.wiki else re.sub(" ", "-", text.lower())


def is_raw(text: str, place: int) -> bool:
    """Whether a link stands in a block that begins with markup or a template, where Markdown may not be read."""
    start = max((blank.end() for blank in re.finditer(r"^[ \t]*\n", text[:place][-9000:], re.M)), default=0)
    start += max(0, place - 9000)
    shown = UNWRAPPED.sub("", text[start : text.find("\n", place)])
    return bool(re.search(r"^\s*[<{:!]|\{\{|\{%|\$", shown, re.M))
