"""What ``_quarto.yml`` says (https://quarto.org/docs/reference/projects/options.html), as far as it decides about pages
and links. Which files are rendered was read in ``src/project/project-context.ts`` and ``src/core/path.ts`` of
https://github.com/quarto-dev/quarto-cli."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from linklint.data.tree import KeyPath, Tree
from linklint.model.files import Names
from linklint.model.glob import compile_sound
from linklint.site.paths import ancestors, below, extension, join, name, parent, within
from linklint.site.profile import Read
from linklint.site.profiles.manifests import as_list, get_table, get_text, merge_tables
from linklint.site.profiles.sphinx.book import read_file

CONFIGS = ("_quarto.yml", "_quarto.yaml")
OTHERS = re.compile(r"_quarto-[^/]+\.ya?ml")
LITERATE = frozenset({"qmd", "rmd"})
TEXTS = LITERATE | {"md", "markdown"}
INPUTS = TEXTS | {"ipynb", "rmarkdown"}
README = re.compile(r"README\.[Rrq]?md")
AGENTS = frozenset({"AGENTS.md", "AGENTS.local.md", "CLAUDE.md", "CLAUDE.local.md"})
LEFT_OUT = frozenset({"node_modules", "renv", "packrat", "rsconnect", "venv", "env"})
OUTPUTS = {"website": "_site", "book": "_book", "manuscript": "_manuscript"}
PATTERN = re.compile(r"[*?\[{]")
HOMES = frozenset({"website", "book", "manuscript"})


class QuartoSettings(NamedTuple):
    """``kind``: ``website``, ``book``, ``manuscript``, ``default``. ``trees``: the config and what it takes in, with
    what each says. ``inputs``: the files that are rendered. ``texts``: those of them that are read, and what they may
    take in. ``chapters``: of a book, in order. ``output``: the folder that is built, a repository path, empty where
    pages are put beside their sources. ``made``: folders in which programs write pages. ``scripts``: whether programs
    are run before or after."""

    config: str
    folder: str
    kind: str
    trees: Sequence[Tree]
    options: Mapping[str, Any]
    inputs: frozenset[str]
    texts: frozenset[str]
    chapters: tuple[str, ...]
    output: str
    site_url: str
    made: tuple[str, ...]
    scripts: bool

    @property
    def is_book(self) -> bool:
        """Whether all chapters share their ids."""
        return self.kind == "book"

    @property
    def website(self) -> Mapping[str, Any]:
        """The table of what is around the pages."""
        return get_table(self.options, "book" if self.is_book else "website")


def find_config(folder: str, names: Names) -> str:
    """The config of the project in a folder; empty where there is none."""
    paths = (join(folder, each) or "" for each in CONFIGS)
    return next((path for path in paths if path in names.files), "")


def read_settings(folder: str, names: Names, read: Read) -> QuartoSettings:
    """The settings of the project in a folder; of one whose config is not there or cannot be read, the usual ones."""
    config = find_config(folder, names)
    trees = list(_read_trees(folder, config, names, read))
    options: Mapping[str, Any] = {}
    for tree in reversed(trees):
        options = merge_tables(options, tree.value)
    project = get_table(options, "project")
    unread = "website" if config and not trees else "default"  # most projects with a config are
    kind = get_text(project, "type", unread)
    table = get_table(options, "book" if kind == "book" else "website")
    kind = kind if kind in HOMES else _guess_kind(options)
    output = get_text(project, "output-dir", OUTPUTS.get(kind, "")).strip("/")
    output = "" if output in ("", ".") else join(folder, output) or ""
    chapters = tuple(_list_chapters(folder, table, names)) if kind == "book" else ()
    inputs = _find_inputs(folder, kind, project, output, chapters, names)
    others = [path for path in names.below(folder) if parent(path) == folder and OTHERS.fullmatch(name(path))]
    if any(b"render:" in data or b"chapters:" in data for data in map(read, others) if data):
        inputs |= _find_inputs(folder, "default", {}, output, (), names)  # which of them is chosen is not said here
    return QuartoSettings(
        config=config,
        folder=folder,
        kind=kind,
        trees=trees,
        options=options,
        inputs=frozenset(inputs),
        texts=frozenset(_find_texts(folder, output, inputs, names)),
        chapters=chapters,
        output=output,
        site_url=get_text(table, "site-url"),
        made=tuple(_find_made(folder, options, trees[0].value if trees else {}, names)),
        scripts=any(key in project for key in ("pre-render", "post-render")),
    )


def _read_trees(folder: str, config: str, names: Names, read: Read) -> Iterator[Tree]:
    """The config, and the files of further options that it names."""
    tree = read_file(config, names, read)
    if tree is None:
        return
    yield tree
    for path in list_further(folder, tree.value):
        inner = read_file(path, names, read)
        if inner is not None:
            yield inner


def list_further(folder: str, config: Mapping[str, Any]) -> Iterator[str]:
    """The files of further options that the config names."""
    for each in as_list(config.get("metadata-files", config.get("metadata-file"))):
        path = join(folder, each) if isinstance(each, str) else None
        if path:
            yield path


def _guess_kind(options: Mapping[str, Any]) -> str:
    """The kind of a project whose type an extension defines."""
    return next((kind for kind in ("book", "website") if kind in options), "default")


def walk_items(value: Any, keypath: KeyPath) -> Iterator[tuple[Any, KeyPath]]:
    """The items of a list of contents, with those inside of them, as texts and tables."""
    for number, each in enumerate(value if isinstance(value, list) else [value]):
        place = (*keypath, number) if isinstance(value, list) else keypath
        if isinstance(each, str | dict):
            yield each, place
        if isinstance(each, dict):
            for key in ("menu", "contents", "chapters"):
                if key in each:
                    yield from walk_items(each[key], (*place, key))


def _list_chapters(folder: str, book: Mapping[str, Any], names: Names) -> Iterator[str]:
    for key in ("chapters", "references", "appendices"):
        for item, _ in walk_items(book.get(key), (key,)):
            said = [item] if isinstance(item, str) else [item.get(each) for each in ("part", "href", "file")]
            for each in said:
                path = join(folder, each) if isinstance(each, str) else None
                if path in names.files and extension(path) in INPUTS:
                    yield path


def _find_inputs(
    folder: str, kind: str, project: Mapping[str, Any], output: str, chapters: Sequence[str], names: Names
) -> set[str]:
    """The files that are rendered. Of a project that is no site, and that does not name any, Markdown is none: those
    projects hold documents, each by itself."""
    if kind == "book":
        shown = {
            path for path in names.below(folder) if parent(path) == folder and name(path).partition(".")[0] == "404"
        }
        return {*chapters, *(path for path in shown if extension(path) in INPUTS)}
    others = _find_other_projects(folder, names)
    every = [
        path
        for path in names.below(folder)
        if extension(path) in INPUTS
        and not (output and output != folder and within(path, output))
        and not is_hidden(below(path, folder))
        and others.isdisjoint(ancestors(path))
        and not (path.endswith(".ipynb") and f"{path[:-6]}.qmd" in names.files)
    ]
    patterns = [each for each in as_list(project.get("render")) if isinstance(each, str)]
    if not patterns:
        return {path for path in every if kind in HOMES or extension(path) not in ("md", "markdown")}
    included = tuple(compile_sound(_read_patterns([each for each in patterns if each[:1] != "!"], folder, names)))
    excluded = tuple(
        compile_sound(_read_patterns([each[1:] for each in patterns if each[:1] == "!"], folder, names, True))
    )
    return {
        path
        for path in every
        if (not included or any(glob(below(path, folder)) for glob in included))
        and not any(glob(below(path, folder)) for glob in excluded)
    }


def _read_patterns(patterns: Sequence[str], folder: str, names: Names, anywhere: bool = False) -> Iterator[str]:
    """As Quarto reads them: patterns, but no plain names, are looked for in all folders; a folder means all in it."""
    for each in patterns:
        bare = each.removeprefix("./")
        anchored = bare.startswith("/") or not (anywhere or PATTERN.search(bare))
        bare = bare.lstrip("/")
        is_folder = bare.endswith("/") or join(folder, bare) in names.directories
        whole = f"{bare.rstrip('/')}/**" if is_folder and bare.strip("/") else bare
        yield whole if anchored or whole.startswith("**/") else f"**/{whole}"


def _find_other_projects(folder: str, names: Names) -> frozenset[str]:
    """Folders below this one with a config of their own."""
    return frozenset(parent(path) for path in names.below(folder) if name(path) in CONFIGS) - {folder}


def is_hidden(inner: str) -> bool:
    """Whether no file of that path below the project is rendered: its name or a folder's begins with a dot or an
    underscore, or it is for other readers."""
    parts = inner.split("/")
    if any(part[:1] in ("_", ".") or part in LEFT_OUT for part in parts):
        return True
    return README.fullmatch(parts[-1]) is not None or parts[-1] in AGENTS or parts[-1].endswith(".llms.md")


def _find_texts(folder: str, output: str, inputs: set[str], names: Names) -> Iterator[str]:
    """What is rendered, what it may take in, and texts with code that are left out."""
    for path in names.below(folder):
        kind_of = extension(path)
        if kind_of not in TEXTS:
            continue
        inner = below(path, folder)
        parts = inner.split("/")
        is_part = any(part[:1] == "_" for part in parts) and not any(part[:1] == "." for part in parts)
        is_built = bool(output) and output != folder and within(path, output)
        if path in inputs or (
            not is_built
            and LEFT_OUT.isdisjoint(parts)
            and (is_part or kind_of in LITERATE)
            and not README.fullmatch(parts[-1])
            and not ("_extensions" in parts or is_output(parts))
        ):
            yield path


def is_output(parts: Sequence[str]) -> bool:
    """Whether the path is in a folder that builds write by default."""
    return any(part in ("_site", "_book", "_freeze", "_manuscript") for part in parts)


def _find_made(folder: str, options: Mapping[str, Any], config: Mapping[str, Any], names: Names) -> Iterator[str]:
    """Folders in which programs write pages: quartodoc (https://machow.github.io/quartodoc/get-started/basic-docs.html),
    babelquarto (translations), and what writes the sidebar that the config takes in."""
    for path in list_further(folder, config):
        if path not in names.files and parent(path) != folder:
            yield parent(path)
    if "quartodoc" in options:
        yield join(folder, get_text(get_table(options, "quartodoc"), "dir", "reference")) or ""
    languages = get_table(options, "babelquarto").get("languages")
    for language in languages if isinstance(languages, list) else ():
        if isinstance(language, str):
            yield join(folder, language) or ""
    if isinstance(options.get("interlinks"), dict):
        yield join(folder, "_inv") or ""
