"""Paths and globs as a config writes them: relative to a folder, inside the repository."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linklint.config.shape import numbered
from linklint.data.suggest import closest
from linklint.data.tree import KeyPath, Tree
from linklint.errors import Problem
from linklint.model.glob import compile_glob
from linklint.site.paths import join, name

_SPECIAL = frozenset("\\*?[]{}!")


def explain_path(written: str) -> str:
    """Why a written path can name no file of the repository; empty when it can."""
    if "://" in written or written.startswith("//"):
        return "is remote; linklint reads only files of the repository"
    if written.startswith(("/", "~")) or written[1:3] in (":\\", ":/"):
        return "is an absolute path"
    if "\\" in written:
        return 'has a backslash; folders are separated by "/"'
    return ""


def resolve_file(written: str, folder: str, tree: Tree, keypath: KeyPath, problems: list[Problem]) -> str | None:
    """The repository path of a file that the config names, or None with a problem."""
    trouble = explain_path(written)
    joined = None if trouble else join(folder, written)
    if joined is not None:
        return joined
    problems.append(tree.problem(keypath, f'"{written}" {trouble or "leads out of the repository"}'))
    return None


def suggest_file(wanted: str, names: Iterable[str], endings: tuple[str, ...] = (".yml", ".yaml")) -> str:
    """A hint about the file that was probably meant, or that there is none of that name. ``endings``: of the files
    that can be meant."""
    names = set(names)
    if any(path.startswith(f"{wanted}/") for path in names):
        return "it is a folder; name a file in it"
    same = sorted(path for path in names if name(path) == name(wanted))
    near = same[0] if same else _find_alike(wanted, (path for path in names if path.lower().endswith(endings)))
    if near and near != wanted:
        return f'did you mean "{near}"?'
    return "" if wanted in names or not names else "there is no such file"


def _find_alike(wanted: str, names: Iterable[str]) -> str | None:
    """The file whose name is alike; its ending makes none so."""
    bare = {path.rpartition(".")[0]: path for path in sorted(names, reverse=True)}
    written = wanted.rpartition(".")[0] or wanted
    return bare.get(written) or bare.get(closest(written, bare) or "")


def resolve_glob(written: str, folder: str, names: frozenset[str]) -> tuple[str, str, str]:
    """The glob from the repository's top, what is wrong with it, and the way out (both empty when all is well)."""
    pattern = written.removeprefix("./")
    if pattern.startswith("/"):
        return "", "begins with a slash; globs are compared with paths", f'write "{pattern.lstrip("/")}"'
    if pattern.startswith("!"):
        hint = f'leave it out, or write "\\{pattern}" where a name begins so'
        return "", 'begins with "!"; a glob cannot take back what others match', hint
    if ".." in pattern.split("/"):
        return "", 'has a ".." segment; globs are compared with whole paths', ""
    if pattern.endswith("/"):
        return "", "names a folder; globs are compared with files", f'write "{pattern}**"'
    pattern = (_escape(folder) + "/" if folder else "") + pattern
    try:
        compile_glob(pattern)
    except ValueError as error:
        return "", f"is not a glob: {error}", ""
    if pattern not in names and any(path.startswith(pattern + "/") for path in names):
        return "", "names a folder; globs are compared with files", f'write "{written}/**"'
    return pattern, "", ""


def resolve_globs(
    written: Sequence[str], folder: str, names: frozenset[str], tree: Tree, keypath: KeyPath, problems: list[Problem]
) -> tuple[str, ...]:
    """The globs of a list from the repository's top; those that are none are problems."""
    patterns = []
    for index, glob in numbered(written):
        pattern, trouble, hint = resolve_glob(glob, folder, names)
        if trouble:
            problems.append(tree.problem((*keypath, index), f'"{glob}" {trouble}', hint))
        else:
            patterns.append(pattern)
    return tuple(patterns)


def _escape(folder: str) -> str:
    return "".join(f"\\{character}" if character in _SPECIAL else character for character in folder)
