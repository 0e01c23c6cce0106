"""Eleventy's config, in as much of it as decides about addresses and links, read without being run.

Defaults after ``src/defaultConfig.js`` and ``src/Util/ProjectDirectories.js`` of version 3.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from linklint.data.javascript import UNKNOWN, Function, read_module
from linklint.model.files import Names
from linklint.site.paths import join, within
from linklint.site.profile import Read
from linklint.site.profiles.eleventy.detection import COMMAND, config_path
from linklint.site.profiles.eleventy.scripts import Called, Script, find_calls, open_scripts
from linklint.site.profiles.javascript_sites import get_table, get_text, read_json, read_path

FORMATS = ("liquid", "md", "njk", "html", "11ty.js")
# Languages of templates. Files of any other format that ``templateFormats`` names are copied as they are
# (https://www.11ty.dev/docs/copy/#passthrough-by-file-extension).
LANGUAGES = frozenset(
    "11ty.js 11ty.cjs 11ty.mjs ejs haml hbs html jsx liquid md mdx mustache njk pug ts tsx vto webc".split()
)
OPTION = re.compile(r"--(input|output|config|formats|pathprefix)[= ]+[\"']?([^\s\"';&|]+)")
DIRECTORIES = ("input", "includes", "layouts", "data", "output")
PLUGINS = {
    "paths": ("InputPathToUrlTransformPlugin",),
    "ids": ("IdAttributePlugin",),
    "base": ("HtmlBasePlugin",),
    "navigation": ("@11ty/eleventy-navigation",),
    "footnotes": ("markdown-it-footnote",),
    "attributes": ("markdown-it-attrs",),
    "definition-lists": ("markdown-it-deflist",),
    "linkify": ("linkify: true", "linkify : true"),
    "containers": ("markdown-it-container",),
}


class Config(msgspec.Struct, frozen=True):
    """``root`` is the project's folder; ``input``, ``includes``, ``layouts``, ``data`` and ``output`` are repository
    paths. ``formats`` are the endings of templates. ``markdown`` and ``html`` name the engine that these are made by
    first, empty: none. ``prefix``: where the site is published, ``/x`` or empty. ``ignores`` are globs of repository
    paths, ``maybe`` those that only some builds ignore. ``copies`` are (repository path or glob, address or None);
    ``loose``: something is copied that cannot be told. ``features`` are keys of ``PLUGINS``. ``aliases`` of layouts.
    ``foreign``: an address from the top of the host may be somebody else's, as the site lies below it.
    ``virtual``: first segments of addresses that templates without a file may make pages at; empty: any.
    ``unknown``: where the input lies cannot be told. ``text`` are the scripts without comments."""

    root: str
    input: str = ""
    includes: str = "_includes"
    layouts: str = "_includes"
    data: str = "_data"
    output: str = "_site"
    formats: tuple[str, ...] = FORMATS
    markdown: str = "liquid"
    html: str = "liquid"
    prefix: str = ""
    ignores: tuple[str, ...] = ()
    maybe: tuple[str, ...] = ()
    copies: tuple[tuple[str, str | None], ...] = ()
    loose: bool = False
    features: frozenset[str] = frozenset()
    aliases: Mapping[str, str] = {}
    foreign: bool = False
    unknown: bool = False
    virtual: frozenset[str] = frozenset()
    text: str = ""

    def is_template_folder(self, path: str) -> bool:
        """Whether the file is a layout or an include."""
        return within(path, self.includes) or within(path, self.layouts)


def read_config(root: str, names: Names, read: Read) -> tuple[Config, list[Script]]:
    """The site's config, and the scripts that it is made of."""
    options = _read_options(root, names, read)
    path = join(root, options["config"]) if "config" in options else config_path(root, names)
    scripts = open_scripts(path, names, read) if path else []
    values = _read_values(scripts[0], read) if scripts else {}
    directories = {**_read_directories(values, scripts), **{k: v for k, v in options.items() if k in DIRECTORIES}}
    said = {key: value if isinstance(value, str) else read_path(value, "") for key, value in directories.items()}
    unknown = said.get("input", ".") is None
    known = {key: value for key, value in said.items() if value is not None}
    input_ = join(root, known.get("input", "."))
    if input_ is None:
        input_, unknown = root, True
    # What leads above the repository's top, and would be all of it, is not known.
    known = {key: value for key, value in known.items() if join(input_, value) is not None}
    inside = {
        key: join(input_, known.get(key, default))
        for key, default in (
            ("includes", "_includes"),
            ("data", "_data"),
            ("layouts", known.get("includes", "_includes")),
        )
    }
    bare = "\n".join(script.bare for script in scripts)
    found = Config(
        root=root,
        input=input_,
        includes=inside["includes"] or root,
        layouts=inside["layouts"] or root,
        data=inside["data"] or root,
        output=join(root, known.get("output", "_site")) or "",
        formats=_read_formats(values, scripts, options),
        markdown=_engine(values, "markdownTemplateEngine"),
        html=_engine(values, "htmlTemplateEngine"),
        prefix=_prefix(options.get("pathprefix") or get_text(values, "pathPrefix")),
        features=frozenset(key for key, words in PLUGINS.items() if any(word in bare for word in words)),
        aliases=_read_aliases(scripts),
        foreign=_is_below(options.get("pathprefix") or values.get("pathPrefix")) and "HtmlBasePlugin" not in bare,
        unknown=unknown,
        virtual=_read_virtual(scripts),
        text=bare,
    )
    return _with_files(found, scripts, names, read), scripts


def _read_options(root: str, names: Names, read: Read) -> dict[str, str]:
    """What the scripts of ``package.json`` say on Eleventy's command line; only those that build the site whose config
    is found without being named, where there is one: others build an example."""
    scripts = get_table(read_json(join(root, "package.json") or "", read), "scripts")
    lines = [line for line in scripts.values() if isinstance(line, str)]
    commands = [
        dict(reversed(OPTION.findall(command)))
        for line in lines
        for command in re.split(r"&&|\|\||;", line)
        if COMMAND.search(command)
    ]
    usual = config_path(root, names)
    if usual and any(_is_named(root, options, usual) for options in commands):
        commands = [options for options in commands if _is_named(root, options, usual)]
    found: dict[str, str] = {}
    for options in reversed(commands):
        found.update(options)
    return found


def _is_named(root: str, options: Mapping[str, str], path: str) -> bool:
    """Whether a command reads the config at that path."""
    return "config" not in options or join(root, options["config"]) == path


def _read_values(script: Script, read: Read) -> dict[str, Any]:
    """The object that the config returns, over the one that it exports."""
    exports = read_module(script.text, script.path, read).value
    found: dict[str, Any] = {}
    for value in (exports.get("config"), exports.get("default")) if isinstance(exports, Mapping) else ():
        value = value.result if isinstance(value, Function) else value
        if isinstance(value, Mapping):
            found.update(value)
    return found


def _read_directories(values: Mapping[str, Any], scripts: Sequence[Script]) -> dict[str, Any]:
    found = {key: value for key, value in get_table(values, "dir").items() if key in DIRECTORIES and value is not None}
    for key in DIRECTORIES:
        for called in find_calls(scripts, f"set{key.title()}Directory"):
            found[key] = called.arguments[0] if called.arguments else UNKNOWN
    return found


def _read_formats(values: Mapping[str, Any], scripts: Sequence[Script], options: Mapping[str, str]) -> tuple[str, ...]:
    said: Any = values.get("templateFormats")
    for called in find_calls(scripts, "setTemplateFormats"):
        said = called.arguments[0] if called.arguments else said
    found = _as_formats(options.get("formats") or said) or list(FORMATS)
    for name in ("addTemplateFormats", "addExtension"):
        for called in find_calls(scripts, name):
            found += _as_formats(called.arguments[0]) if called.arguments else []
    if any("plugin-webc" in script.bare for script in scripts):
        found.append("webc")
    return tuple(dict.fromkeys(found))


def _as_formats(said: Any) -> list[str]:
    each = said.split(",") if isinstance(said, str) else said if isinstance(said, list) else []
    return [text.strip().lstrip(".") for text in each if isinstance(text, str) and text.strip() not in ("", "*")]


def _engine(values: Mapping[str, Any], key: str) -> str:
    said = values.get(key, "liquid")
    return said if isinstance(said, str) else "" if said is False else "liquid"


def _is_below(prefix: Any) -> bool:
    return prefix.strip("/") != "" if isinstance(prefix, str) else prefix is not None


def _prefix(said: str) -> str:
    bare = said.strip("/")
    return f"/{bare}" if bare else ""


def _read_virtual(scripts: Sequence[Script]) -> frozenset[str]:
    """What ``addTemplate("sitemap.njk", …)`` may make pages at (https://www.11ty.dev/docs/virtual-templates/)."""
    paths = [called.arguments[0] for called in find_calls(scripts, "addTemplate") if called.arguments]
    return frozenset(re.split(r"[./]", path.lstrip("./"))[0] if isinstance(path, str) else "" for path in paths)


def _read_aliases(scripts: Sequence[Script]) -> dict[str, str]:
    pairs = [called.arguments for called in find_calls(scripts, "addLayoutAlias") if len(called.arguments) == 2]
    return {a: b for a, b in pairs if isinstance(a, str) and isinstance(b, str)}


def _with_files(config: Config, scripts: Sequence[Script], names: Names, read: Read) -> Config:
    """The config with what is ignored and copied."""
    ignores: list[str] = []
    files = [join(config.root, ".eleventyignore"), join(config.input, ".eleventyignore")]
    if not any(called.arguments[:1] == (False,) for called in find_calls(scripts, "setUseGitIgnore")):
        files.append(join(config.root, ".gitignore"))
    for path in dict.fromkeys(path for path in files if path is not None):
        folder = path.rpartition("/")[0]
        for line in (read(path) or b"").decode("utf-8", "replace").splitlines() if path in names.files else ():
            if line.strip() and line.strip()[0] not in "#!":
                ignores.append(_glob(folder, line.strip()))
    added = find_calls(scripts, "ignores.add")
    said = [(_glob(config.root, each.arguments[0]), each.conditional) for each in added if _is_text(each)]
    copies, loose = _read_copies(config, scripts)
    return msgspec.structs.replace(
        config,
        ignores=(*ignores, *(glob for glob, conditional in said if not conditional)),
        maybe=tuple(glob for glob, conditional in said if conditional),
        copies=copies,
        loose=loose,
    )


def _is_text(called: Called) -> bool:
    return bool(called.arguments) and isinstance(called.arguments[0], str)


def _glob(folder: str, written: str) -> str:
    """Eleventy anchors the lines of ignore files at the file's folder."""
    if written.startswith("**/"):
        return written
    return join(folder, written.lstrip("/")) or "**"


def _read_copies(config: Config, scripts: Sequence[Script]) -> tuple[tuple[tuple[str, str | None], ...], bool]:
    """``addPassthroughCopy("a")`` and ``addPassthroughCopy({a: "b"})``."""
    found: list[tuple[str, str | None]] = []
    loose = False
    for called in find_calls(scripts, "addPassthroughCopy"):
        said = called.arguments[0] if called.arguments else UNKNOWN
        if isinstance(said, str):
            found.append((join(config.root, said) or "", None))
        elif isinstance(said, Mapping):
            for source, target in said.items():
                path = join(config.root, source) if isinstance(target, str) else None
                if path is None or source == "..." or "node_modules" in source:
                    loose = True
                else:
                    found.append((path, "/" + (join("", target) or "")))
            loose = loose or "[" in called.texts[0]
        else:
            loose = True
    return tuple(found), loose
