"""Hugo: what the templates of the repository tell: render hooks, shortcodes, ids, literal links."""

from __future__ import annotations

import re

import msgspec

from linklint.model.document import Include
from linklint.model.files import Names
from linklint.site.fragments import FURTHER
from linklint.site.paths import extension
from linklint.site.profile import Read
from linklint.site.profiles.hugo.config import Config
from linklint.site.profiles.hugo.shortcodes import find_plain
from linklint.site.profiles.manifests import as_list

ID = re.compile(r"\sid\s*=\s*[\"']?([\w:.\-]+)[\"'\s>]")
MADE_ID = re.compile(r"\sid\s*=\s*[\"']?([\w:.\-]*)\{\{[^{}]*\}\}[\"'\s>]")
NAMED = re.compile(r"\b(?:id|name|anchor)\s*=\s*[\"`]([^\"`]+)[\"`]")
HREF = re.compile(
    r"\shref=[\"']?(/[^\"'\s>{}]*)[\"'\s>]|(?:relref|ref|GetPage|relURL|relLangURL|absURL)\s+(?:\.\s+)?\"([^\"{}]+)\""
)
WORD = re.compile(r"\beq\s+\$?[\w.$]*(?:u|dest|destination|String|Destination|Path)\s+[\"`']([\w:.\-]+)[\"`']")
PARTIAL = re.compile(r"\bpartial(?:Cached)?\s+[\"`]([\w./\-]+)[\"`]")
LINK_HOOK = re.compile(r"(?:.*/)?_markup/render-link[\w.\-]*\.html")
# What a hook must ask for to turn a destination into another; one that does not gives it to browsers as it is written.
RESOLVES = re.compile(
    r"GetPage|resources|[Rr]el[Rr]ef|\bref\b|partial|replace|printf|slice|urls\.|path\.|(?:rel|abs)(?:Lang)?URL",
    re.IGNORECASE,
)
# A shortcode that gives browsers what it is called with as an address from the site's top.
ROOTED = re.compile(r"\.Get\s+(?:\"\w+\"|\d)\s*\)?\s*\|\s*(?:rel|abs)URL\b|\b(?:rel|abs)URL\s+\(?\s*\.Get\b")
# https://gohugo.io/shortcodes/ and old names of these.
BUILT_IN = frozenset(
    "comment details figure gist highlight instagram param qr ref relref tweet twitter vimeo x youtube x_simple "
    "instagram_simple twitter_simple vimeo_simple".split()
)
# Of themes that most sites take as a module, so that they are not here: boxes around a text, formulas, drawings
# (https://www.docsy.dev/docs/adding-content/shortcodes/, https://mcshelby.github.io/hugo-theme-relearn/shortcodes/).
OF_THEMES = frozenset(
    "admonition alert badge button callout card cardpane cards columns details expand hint icon katex math mermaid "
    "notice pageinfo steps".split()
)
# Tabs, which Docsy numbers; other themes may give them ids of their titles.
OF_DOCSY = frozenset({"tab", "tabpane"})
TABS = frozenset({FURTHER + "tab-", FURTHER + "tabs-"})  # how the ids of those begin
INCLUDING = re.compile(r"(?:.*[_-])?(?:include|readfile|snippet|includemd|include-?markdown)s?")
ARGUMENT = re.compile(r"\s*(?:(?:file|path|src|page)\s*=\s*)?[\"`]?([^\"`\s]+)")


class Templates(msgspec.Struct, frozen=True):
    """``hook``: the render hook for links that is here: ``written`` leaves them to browsers as they are written,
    ``own`` resolves them in ways of its own, ``seeking`` asks for pages by path, as Hugo's own does; empty: there is
    none. ``words``: destinations that it treats by themselves. ``plain``: names of shortcodes that make no headings or
    ids that are not known; ``begun``: how those begin whose end they make, each behind ``FURTHER``. ``ids``: ids in
    templates. ``prefixes``: what stands in ids before an expression. ``hrefs``: (file, destination) of literal links.
    ``roots``: a shortcode takes what it is called with for an address from the top."""

    hook: str = ""
    words: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    begun: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()
    hrefs: tuple[tuple[str, str], ...] = ()
    prefixes: frozenset[str] = frozenset()
    roots: bool = False


def read_templates(config: Config, names: Names, read: Read) -> Templates:
    """All templates below the folders of layouts."""
    hook = ""
    called: set[str] = set()
    seeking: set[str] = set()
    words: set[str] = set()
    shortcodes: dict[str, list[str]] = {}
    partials: dict[str, list[str]] = {}
    ids: set[str] = set()
    hrefs: list[tuple[str, str]] = []
    prefixes = {""}
    roots = False
    for path in sorted({path for folder in config.layouts for path in names.below(folder)}):
        if names.files[path].kind != "file":
            continue
        text = (read(path) or b"").decode("utf-8", "replace")
        if "GetPage" in text:
            seeking.update(each.removesuffix(".html") for each in (path, *re.split("/_?partials/", path)[1:]))
        if LINK_HOOK.fullmatch(path):
            hook = "own" if RESOLVES.search(text) or hook == "own" else "written"
            called.update(each.removesuffix(".html") for each in (path, *PARTIAL.findall(text)))
            words.update(WORD.findall(text))
        inside = path.replace("/_shortcodes/", "/shortcodes/").partition("/shortcodes/")[2]
        roots = roots or bool(inside and ROOTED.search(text))
        if inside:
            shortcodes.setdefault(inside.partition(".")[0], []).append(text)
        partial = path.replace("/_partials/", "/partials/").partition("/partials/")[2]
        if partial:
            partials.setdefault(partial.removesuffix(".html"), []).append(text)
        if extension(path) == "html":
            ids.update(ID.findall(text))
            prefixes.update(MADE_ID.findall(text))
            hrefs.extend((path, match[1] or match[2]) for match in HREF.finditer(text))
    plain, begun = find_plain(shortcodes, partials)
    tabs = OF_DOCSY - shortcodes.keys() if _has_docsy(config) else frozenset[str]()
    return Templates(
        "seeking" if not called.isdisjoint(seeking) else hook,
        frozenset(words),
        plain | (BUILT_IN | OF_THEMES) - shortcodes.keys() | tabs,
        begun | TABS if tabs else begun,
        frozenset(ids),
        tuple(dict.fromkeys(hrefs)),
        frozenset(prefixes),
        roots,
    )


def _has_docsy(config: Config) -> bool:
    imports = as_list(config.get("module", "imports"))
    paths = (each.get("path") for each in imports if isinstance(each, dict))
    return any("docsy" in str(each) for each in (*as_list(config.get("theme")), *paths))


def is_hook_at_work(config: Config, templates: Templates) -> bool:
    """Whether a link may be read as a path among the content: a hook of the repository; Hugo's own, which is on for
    several languages on one host unless switched off; or one that a theme elsewhere may have."""
    said = config.get("markup", "goldmark", "renderhooks", "link")
    use = str(said.get("useembedded") or "") if isinstance(said, dict) else ""
    enabled = isinstance(said, dict) and said.get("enabledefault") is True
    if templates.hook == "written":
        return False
    if templates.hook or config.themes or enabled or use in ("always", "fallback"):
        return True
    return use != "never" and len(config.langs) > 1


def included_path(include: Include) -> str | None:
    """The content path that a shortcode takes in; None for other shortcodes."""
    if include.kind == "include":
        return include.written
    head, _, rest = include.written.partition(" ")
    found = ARGUMENT.match(rest) if INCLUDING.fullmatch(head) else None
    return found[1] if found else None


def shortcode_name(include: Include) -> str:
    """The shortcode's name, with the folders before it."""
    written = include.written.partition(" ")[0].removesuffix(".html").removesuffix(".md")
    return written.strip("/") if include.kind == "shortcode" else "include"


def named_ids(include: Include, templates: Templates) -> list[str]:
    """Ids that a shortcode may make of its arguments."""
    return [prefix + found for found in NAMED.findall(include.written) for prefix in sorted(templates.prefixes)]
