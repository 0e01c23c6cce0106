"""``docusaurus.config.*`` → what it says of content, addresses and languages.

After https://docusaurus.io/docs/api/docusaurus-config and the pages of its plugins for docs, blog and pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

import msgspec

from linklint.data.javascript import read_config
from linklint.data.tree import KeyPath, Tree
from linklint.model.files import Names
from linklint.site.paths import below, join, name, parent, within
from linklint.site.profile import Read
from linklint.site.profiles.docusaurus.contents import Content, find_contents, find_translations, list_texts
from linklint.site.profiles.docusaurus.plugins import (
    CONTENT_PLUGIN,
    Plugin,
    find_made,
    find_moved,
    find_strange,
    list_plugins,
    unwrap,
)
from linklint.site.profiles.javascript_sites import get_list, get_table, get_text, read_path

# A remark or rehype plugin that lies beside the config: it may rewrite links.
OWN_PLUGIN = re.compile(r"(?:require\(|from\s+|import\()['\"]\.[^'\"]*(?i:remark|rehype|transform|link)[^'\"]*['\"]")
# The same by the name of a package, which may be one of the repository.
NAMED_PLUGIN = re.compile(r"(?:require\(|from\s+|import\()['\"]((?!\.)[^'\"]*(?i:remark|rehype)[^'\"]*)['\"]")
CODE_ENDINGS = (".js", ".jsx", ".ts", ".tsx")
LINK_COMPONENT = re.compile(rb"[{,]\s*['\"]?a['\"]?\s*[:,}(]")


class Config(msgspec.Struct, frozen=True, dict=True):
    """A site. ``base``: base URL with a slash at both ends. ``slash``: ``trailingSlash``. ``strange``: names of plugins
    that may make pages anywhere; ``made``: addresses below which others do. ``extensions``: of redirects that are told
    by ending, such as ``html``. ``format``: what ``.md`` files are: ``mdx`` or ``md``. ``mended``: remark plugins of
    its own may change links and headings. ``moving``: code makes further redirects, at addresses that hold one of the
    texts ``moved``; none: anywhere. ``keeps_case``: ids of headings keep their letters' case. ``absent``: what the
    addresses of documents begin with whose folder is not there, so a script writes it. ``own_links``: a component
    of the site's own shows Markdown's links."""

    root: str
    path: str
    tree: Tree
    url: str = ""
    base: str = "/"
    slash: bool | None = None
    contents: tuple[Content, ...] = ()
    static: tuple[str, ...] = ()
    locales: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()
    extensions: tuple[str, ...] = ()
    redirects: tuple[tuple[KeyPath, str, str], ...] = ()
    format: str = "mdx"
    mended: bool = False
    moving: bool = False
    made: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    keeps_case: bool = False
    absent: tuple[str, ...] = ()
    own_links: bool = False

    @cached_property
    def contents_by_file(self) -> dict[str, Content | None]:
        """Filled as it is asked: every link asks it of its file."""
        return {}

    @cached_property
    def contents_by_folder(self) -> Mapping[str, Content]:
        """Folder → the first content of it."""
        return {content.folder: content for content in reversed(self.contents)}


def load_config(path: str, root: str, names: Names, read: Read) -> Config:
    """Everything that the config says, defaults for the rest."""
    text = (read(path) or b"").decode("utf-8", "replace")
    tree = read_config(text, path, read)
    table = get_table({"config": tree.value}, "config")
    locales = tuple(locale for locale in get_list(table.get("i18n"), "locales") if isinstance(locale, str))
    default = get_text(table.get("i18n"), "defaultLocale", "en")
    plugins = list(list_plugins(table))
    base = get_text(table, "baseUrl", "/").strip("/")
    slash = table.get("trailingSlash")
    static = [join(root, folder) for folder in get_list(table, "staticDirectories") if isinstance(folder, str)]
    unwrapped = [unwrap(plugin, root, read) for plugin in plugins]
    contents = find_contents(unwrapped, default, root, names, read)
    redirects = [plugin for plugin in plugins if plugin.name.endswith("client-redirects")]
    return Config(
        root=root,
        path=path,
        tree=tree,
        url=get_text(table, "url"),
        base=f"/{base}/" if base else "/",
        slash=slash if isinstance(slash, bool) else None,
        contents=(*contents, *find_translations(contents, default, locales, root, names)),
        static=tuple([path for path in static if path is not None] or [join(root, "static") or ""]),
        locales=tuple(locale for locale in locales if locale != default),
        strange=tuple(find_strange(plugins, root, text, read)),
        made=tuple(_made_routes(plugins, contents, root)),
        extensions=tuple(
            text for plugin in redirects for text in list_texts(get_list(plugin.options, "fromExtensions"))
        ),
        redirects=tuple(each for plugin in redirects for each in _redirects(plugin)),
        format="md" if get_text(table.get("markdown"), "format", "mdx") in ("md", "detect") else "mdx",
        mended=OWN_PLUGIN.search(text) is not None or _has_own_package(text, names),
        moving=any("createRedirects" in plugin.options for plugin in redirects),
        moved=find_moved(text),
        keeps_case=get_table(table, "markdown", "anchors").get("maintainCase") is True,
        absent=(*_find_absent(plugins, root, names), *(each.route for each in contents if each.is_absent(names))),
        own_links=_has_own_links(root, names, read),
    )


def _has_own_package(text: str, names: Names) -> bool:
    """Whether a remark or rehype plugin is a package that lies in this repository."""
    folders = {"/" + name(package) for package in NAMED_PLUGIN.findall(text)}
    return bool(folders) and any(folder.endswith(tuple(folders)) for folder in names.directories)


def _has_own_links(root: str, names: Names, read: Read) -> bool:
    """Whether the components for Markdown are swizzled and ``a`` is one of them
    (https://docusaurus.io/docs/markdown-features/react#mdx-component-scope)."""
    theme = join(root, "src/theme/MDXComponents") or ""
    files = [f"{theme}{each}" for ending in CODE_ENDINGS for each in (ending, f"/index{ending}")]
    return any(LINK_COMPONENT.search(read(path) or b"") for path in files if path in names.files)


def _find_absent(plugins: list[Plugin], root: str, names: Names) -> Iterator[str]:
    """Docusaurus refuses to build without the folder of the docs (``readVersionsMetadata``)."""
    for plugin in plugins:
        if plugin.name == CONTENT_PLUGIN + "docs" and plugin.options.get("includeCurrentVersion") is not False:
            folder = read_path(plugin.options.get("path", "docs"), root)
            if folder is not None and folder not in names.directories:
                route = get_text(plugin.options, "routeBasePath", "docs").strip("/")
                yield f"/{route}" if route else ""


def _made_routes(plugins: list[Plugin], contents: list[Content], root: str) -> Iterator[str]:
    """The addresses of what plugins make, where that is known."""
    for plugin in plugins:
        made = find_made(plugin, root)
        if made is None:
            continue
        yield from made.routes
        for folder in made.folders:
            around = [content for content in contents if within(folder, content.folder)]
            if around:
                content = max(around, key=lambda each: len(each.folder))
                yield content.route if folder == content.folder else f"{content.route}/{below(folder, content.folder)}"


def _redirects(plugin: Plugin) -> Iterator[tuple[KeyPath, str, str]]:
    for number, entry in enumerate(get_list(plugin.options, "redirects")):
        new = get_text(entry, "to")
        said = entry.get("from") if isinstance(entry, Mapping) else None
        for old in [said] if isinstance(said, str) else list_texts(said or []):
            yield (*plugin.keypath, "redirects", number), old, new


def content_of(config: Config, path: str) -> Content | None:
    """The content that a file belongs to: the deepest folder that holds it."""
    known = config.contents_by_file
    if path not in known:
        folder = path
        while (content := config.contents_by_folder.get(folder)) is None and folder:
            folder = parent(folder)
        known[path] = content
    return known[path]
