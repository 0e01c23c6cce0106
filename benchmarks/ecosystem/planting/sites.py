"""What the planting scripts know about the sites in the table: small facts read in each repository by hand."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

NONE: Mapping[str, Any] = MappingProxyType({})


class Site(NamedTuple):
    """``folders``: folder of pages → what stands before their addresses; ``None``: its pages are only read, as their
    addresses are not sure.
    ``reading``: what a relative destination without an extension is relative to: the ``address`` of the page, its
    ``file``, or neither (such a link is not used).
    ``files``: whether relative destinations with ``.md`` or ``.mdx`` name files. ``rooted``: whether such destinations
    that begin with a slash begin at the folder of pages. ``wiki``: ``[[Name]]`` names a page of the same folder.
    ``index``: names (lower case) that stand for their folder. ``lower``: addresses are in lower case.
    ``ending``: what a destination gets instead of the right ending, so that it is surely wrong; the first part is cut.
    ``name``: the front matter key that replaces the last part of the address, or with a slash first all of it.
    ``cased``: whether letter case is a fault. ``separate``: pages link only inside their own folder.
    ``nav``: file → folder whose pages it names, and how: by ``id``, ``file``, ``path``, ``part``, ``url``, or
    ``beside`` the file.
    ``lists``: names of files whose lists of links are the navigation.
    ``orphans``: what happens to a page that the navigation drops: ``told`` an orphan, ``gone`` it is not built,
    empty: the theme may list it. ``unlisted``: what the paths of pages begin with that the config takes out of this.
    ``languages``: folders of translations that fall back to the folder above.
    ``redirects``: file pattern → pattern with groups ``old`` and ``new``.
    ``dated``: what addresses look like that are made of the front matter's date and slug.
    ``wrapped``: whether destinations may stand in ``{{ "…" | url }}``.
    ``returns``: whether files whose lines end in CR LF are read too.
    ``headings``: whether it is sure which ids a page has; not where layouts make up ids of data."""

    folders: Mapping[str, str | None]
    reading: str = ""
    files: bool = False
    rooted: bool = False
    wiki: bool = False
    index: tuple[str, ...] = ("index", "readme")
    lower: bool = False
    ending: tuple[str, str] = ("", "")
    name: str = ""
    cased: bool = True
    separate: bool = False
    nav: Mapping[str, tuple[str, str]] = NONE
    lists: tuple[str, ...] = ("SUMMARY.md", "_sidebar.md")
    orphans: str = ""
    unlisted: str = "-"
    languages: tuple[str, ...] = ()
    redirects: Mapping[str, str] = NONE
    dated: str = ""
    wrapped: bool = False
    returns: bool = False
    headings: bool = True


ALIASES = r"^(?:redirect_from: |  - |- )[\"']?(?P<old>/[\w/.-]+?)[\"']?$"
NETLIFY = r"^(?P<old>/[\w/.-]+) +(?P<new>/[\w/.-]+)$"
MKDOCS = {"files": True, "ending": (".md", ""), "orphans": "told"}
DOCFX: dict[str, Any] = {"files": True, "index": (), "ending": (".md", ".mdx"), "orphans": "told", "returns": True}
LEARN: dict[str, Any] = {**DOCFX, "cased": False}
ELEVENTY: dict[str, Any] = {"name": "permalink", "index": ("index",)}
BENCHMARK_FOLDERS = ["", *(f"{name}/" for name in ("configs", "contributing", "features", "guides", "samples"))]
DESKTOP_PARTS = "advanced app-development controls data graphics-multimedia".split()
DESKTOP_FOLDERS = ["winforms", "winforms/advanced", "winforms/controls", "wpf", "xaml-services"]
DESKTOP_FOLDERS += [f"wpf/{name}" for name in DESKTOP_PARTS]
DOCUSAURUS = {"files": True, "ending": (".md", ".mdx"), "orphans": "told", "name": "id"}
STARLIGHT_LANGUAGES = tuple("da de es fa fr hi id it ja ko pt-br pt-pt ru tr uk zh-cn".split())
NATIVE_VERSIONS = ["0.77", "0.78", "0.79", "0.80", "0.81", "0.82", "0.83", "0.84", "0.85"]
TRANSLATED = "base-l10n ca cs da de el es fa fi fr he hr hu id it ja ko pl pt-br ru si sr sv ta th tr uk uz vi".split()
ARTICLES = "ar be bg bn de el es fa fr hi hu id it ja ko ms nl pcm pl pt ro ru sw ta tr zh-hans zh-hant"
VAULTS = "en ar bn ca cs da de el es fa fi fr he hu id it ja km ko nl no pl pt pt-br ro ru sk sv th tr uk vi zh zh-TW"

BOOK_REDIRECT = r"^\"/?(?P<old>[\w/.-]+\.html)\" *= *\"(?P<new>[\w/.-]+)\"$"
SITES: dict[str, Site] = {
    "withastro/starlight": Site(
        {"docs/src/content/docs": ""},
        ending=("/", ".md"),
        lower=True,
        index=("index",),
        languages=STARLIGHT_LANGUAGES,
        nav={"docs/astro.config.mjs": ("docs/src/content/docs", "path")},
    ),
    "jestjs/jest": Site(
        {
            "docs": "/docs/next",
            "website/versioned_docs/version-30.4": "/docs",
            "website/versioned_docs/version-30.0": "/docs/30.0",
            "website/versioned_docs/version-29.7": "/docs/29.7",
            "website/blog": None,
        },
        nav={
            "website/sidebars.json": ("docs", "id"),
            "website/versioned_sidebars/version-30.4-sidebars.json": ("website/versioned_docs/version-30.4", "id"),
            "website/versioned_sidebars/version-30.0-sidebars.json": ("website/versioned_docs/version-30.0", "id"),
            "website/versioned_sidebars/version-29.7-sidebars.json": ("website/versioned_docs/version-29.7", "id"),
        },
        **DOCUSAURUS,
    ),
    "reduxjs/redux": Site({"docs": ""}, nav={"website/sidebars.js": ("docs", "id")}, **DOCUSAURUS),
    "facebook/react-native-website": Site(
        {
            "docs": "/docs/next",
            "website/versioned_docs/version-0.86": "/docs",
            **{f"website/versioned_docs/version-{number}": f"/docs/{number}" for number in NATIVE_VERSIONS},
            "website/architecture": "/architecture",
            "website/community": "/community",
            "website/contributing": "/contributing",
            "website/blog": None,
        },
        reading="address",
        nav={
            "website/sidebars.ts": ("docs", "id"),
            "website/sidebarsArchitecture.ts": ("website/architecture", "id"),
            "website/sidebarsContributing.ts": ("website/contributing", "id"),
        },
        redirects={"website/static/_redirects": NETLIFY},
        **DOCUSAURUS,
    ),
    "docsifyjs/docsify": Site(
        {"docs": ""}, files=True, rooted=True, ending=(".md", "/"), orphans="told", index=("readme",)
    ),
    "pinot-contrib/pinot-docs": Site({"": ""}, files=True, ending=(".md", ".mdx"), orphans="told"),
    "GitbookIO/public-docs": Site(
        dict.fromkeys(("changelog", "developers", "documentation", "guides", "policies")),
        files=True,
        ending=(".md", ".mdx"),
        orphans="told",
        separate=True,
    ),
    "gohugoio/hugoDocs": Site(
        {"content/en": ""},
        lower=True,
        index=("_index",),
        ending=("/", ".php"),
        name="slug",
        cased=False,
        redirects={"content/en/": r"^aliases: *\[(?P<old>/[\w/-]+)\]$"},
    ),
    "letsencrypt/website": Site(
        {"content/en": "", **{f"content/{language}": f"/{language}" for language in TRANSLATED}},
        lower=True,
        index=("_index",),
        ending=("/", ".php"),
        name="slug",
        cased=False,
        separate=True,
    ),
    "jekyll/jekyll": Site(
        {"docs/_docs": "/docs", "docs/_tutorials": "/tutorials", "docs/_posts": None},
        index=("index",),
        name="permalink",
        ending=("/", ".html"),
        nav={"docs/_data/docs_nav.yml": ("docs/_docs", "url")},
        redirects={"docs/": ALIASES},
    ),
    "github/opensource.guide": Site(
        {"_articles": "", **{f"_articles/{language}": f"/{language}" for language in ARTICLES.split()}},
        reading="address",
        index=("index",),
        ending=("/", ".html"),
        separate=True,
        redirects={"_articles/": ALIASES},
    ),
    "rust-lang/mdBook": Site(
        {"guide/src": ""},
        files=True,
        ending=(".md", ".htm"),
        orphans="gone",
        redirects={"guide/book.toml": BOOK_REDIRECT},
    ),
    "rust-lang/book": Site(
        {"src": ""},
        files=True,
        ending=(".md", ".htm"),
        orphans="gone",
        redirects={"book.toml": BOOK_REDIRECT},
    ),
    "mintlify/docs": Site(
        {"": ""},
        index=("index",),
        ending=("", ".html"),
        nav=dict.fromkeys(("docs.json", "es.json", "fr.json", "zh.json"), ("", "path")),
        orphans="told",
        redirects={"redirects.json": r"^ *\"source\": *\"(?P<old>/[\w/.-]+)\",?$"},
    ),
    "mkdocs/mkdocs": Site(
        {"docs": ""},
        nav={"mkdocs.yml": ("docs", "file")},
        lists=("README.md",),
        redirects={"mkdocs.yml": r"^ {8}(?P<old>[\w/-]+)\.md: (?P<new>[\w/-]+)\.md$"},
        **MKDOCS,
    ),
    "rust-lang/rust-by-example": Site({"src": ""}, files=True, ending=(".md", ".htm"), orphans="gone"),
    "encode/httpx": Site({"docs": ""}, nav={"mkdocs.yml": ("docs", "file")}, **MKDOCS),
    "pypa/hatch": Site({"docs": ""}, nav={"mkdocs.yml": ("docs", "file")}, **MKDOCS),
    "zizmorcore/zizmor": Site({"docs": ""}, nav={"mkdocs.yml": ("docs", "file")}, **MKDOCS),
    "567-labs/instructor": Site(
        {"docs": ""},
        nav={"mkdocs.yml": ("docs", "file")},
        redirects={"mkdocs.yml": r"^ {9}'?(?P<old>[\w/-]+)\.md'?: '?(?P<new>[\w/-]+)\.md'?$"},
        **MKDOCS,
    ),
    "squidfunk/mkdocs-material": Site(
        {"docs": ""}, nav={"mkdocs.yml": ("docs", "file")}, unlisted="docs/tutorials/", **MKDOCS
    ),
    "shuding/nextra": Site(
        {"docs/app": ""},
        index=("page",),
        ending=("", ".html"),
        redirects={"docs/next.config.ts": r"^ *source: '(?P<old>/[\w/-]+)',$"},
    ),
    "obsidianmd/obsidian-help": Site(
        dict.fromkeys(VAULTS.split()), wiki=True, index=(), cased=False, separate=True
    ),
    "vuejs/vitepress": Site(
        {"docs/en": "", **{f"docs/{language}": f"/{language}" for language in "es fa ja ko pt ru zh".split()}},
        reading="file",
        files=True,
        index=("index",),
        ending=("", "/"),
        orphans="told",
        nav={
            "docs/config.ts": ("docs/en", "part"),
            **{f"docs/{name}/config.ts": (f"docs/{name}", "part") for name in "es fa ja ko pt ru zh".split()},
        },
    ),
    "v8/v8.dev": Site(
        {"src": ""},
        orphans="told",
        unlisted=("src/blog/", "src/features/"),
        ending=("", ".php"),
        lists=("src/docs/index.md",),
        **ELEVENTY,
    ),
    "18F/guides": Site(
        {"content": "", "content/derisking-government-tech": None},
        reading="address",
        ending=("/", ".html"),
        wrapped=True,
        headings=False,
        nav={"_data/navigation.yaml": ("content", "url")},
        **ELEVENTY,
    ),
    "11ty/11ty-website": Site(
        {"src": "", "src/blog": None},
        ending=("/", ".html"),
        redirects={"vercel.json": r"\"source\": \"(?P<old>/[\w/-]+)\", \"destination\": \"(?P<new>/[\w/-]+)\""},
        **ELEVENTY,
    ),
    "MicrosoftDocs/terminal": Site(
        {"TerminalDocs": "/windows/terminal"}, nav={"TerminalDocs/TOC.yml": ("TerminalDocs", "beside")}, **LEARN
    ),
    "MicrosoftDocs/WSL": Site({"WSL": "/windows/wsl"}, nav={"WSL/toc.yml": ("WSL", "beside")}, **LEARN),
    "dotnet/docfx": Site(
        {"docs": "/docfx"},
        nav=dict.fromkeys(
            ("docs/docs/toc.yml", "docs/extensions/toc.yml", "docs/reference/docfx-cli-reference/toc.yml"),
            ("docs", "beside"),
        ),
        **DOCFX,
    ),
    "dotnet/BenchmarkDotNet": Site(
        {"docs": "", "docs/changelog": None},
        nav={f"docs/articles/{name}toc.yml": ("docs", "beside") for name in BENCHMARK_FOLDERS},
        **DOCFX,
    ),
    "dotnet/docs-desktop": Site(
        {"dotnet-desktop-guide": "/dotnet/desktop"},
        nav={f"dotnet-desktop-guide/{name}/toc.yml": ("dotnet-desktop-guide", "beside") for name in DESKTOP_FOLDERS},
        **LEARN,
    ),
    "tidyverse/tidyverse.org": Site(
        {"content": ""},
        index=("_index", "index"),
        ending=("/", ".php"),
        dated="/blog/{year}/{month}/{slug}",
    ),
    "ropensci/roweb3": Site(
        {"content": ""},
        index=("_index", "index"),
        lower=True,
        cased=False,
        ending=("/", ".php"),
        dated="/blog/{year}/{month}/{day}/{slug}",
    ),
    "minimaxir/minimaxir.github.io": Site(
        {"content": ""},
        index=("_index", "index"),
        ending=("/", ".php"),
        dated="/{year}/{month}/{slug}",
    ),
}  # fmt: skip
