"""Configs of Jekyll with names of their own, which a program beside them gives to it: ``jekyll build --config
_config_base.yml,_config_public.yml`` (https://jekyllrb.com/docs/configuration/options/#build-command-options)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from linklint.model.files import Names
from linklint.site.paths import join, name, parent, within
from linklint.site.profile import Read

NAMED = re.compile(r"_config[._-][\w.-]+\.ya?ml")
USUAL = ("_config.yml", "_config.yaml")
PROGRAMS = frozenset({"Makefile", "Rakefile", "netlify.toml", "package.json"})
CALL = re.compile(r"\bjekyll\b[^\n]{0,300}?[ \t]--config(?:[ \t]+|=)[\"']?([\w./,-]+)")
CONTINUED = re.compile(r"\\\r?\n")
WORKFLOWS = ".github/workflows"
LARGEST = 200_000  # bytes; larger files are no programs that somebody wrote


def find_named_configs(names: Names, read: Read) -> Mapping[str, tuple[str, ...]]:
    """Folder → its configs, the later of which add to the earlier ones: those that most calls name. Folders with a
    config of the usual name have none."""
    held: dict[str, set[str]] = {}
    for path in names.ending("yaml", "yml"):
        if NAMED.fullmatch(name(path)) and not any(join(parent(path), usual) in names.files for usual in USUAL):
            held.setdefault(parent(path), set()).add(path)
    if not held:
        return {}
    calls = list(_find_calls(names, read))
    found = {
        folder: _choose(paths, [call for at, call in calls if _is_near(at, folder)]) for folder, paths in held.items()
    }
    return {folder: paths for folder, paths in found.items() if paths}


def _choose(paths: set[str], calls: list[list[str]]) -> tuple[str, ...]:
    """Those of the paths that more than half of the calls name, in the order of the call that names most."""
    by_name = {name(path): path for path in paths}
    named = [[by_name[each] for each in call if each in by_name] for call in calls]
    named = [call for call in named if call]
    counts = Counter(path for call in named for path in set(call))
    order = max(named, key=len, default=[])
    return tuple(path for path in dict.fromkeys(order) if 2 * counts[path] > len(named))


def _find_calls(names: Names, read: Read) -> Iterator[tuple[str, list[str]]]:
    """The folder of each program that calls Jekyll with configs, and their names."""
    workflows = [path for path in names.below(WORKFLOWS) if parent(path) == WORKFLOWS]
    for path in sorted({*names.named(*PROGRAMS), *names.ending("sh"), *workflows}):
        data = read(path) or b""
        if b"--config" in data and len(data) <= LARGEST:
            text = CONTINUED.sub(" ", data.decode("utf-8", "replace"))
            folder = "" if parent(path) == WORKFLOWS else parent(path)
            yield from ((folder, [name(each) for each in said.split(",")]) for said in CALL.findall(text))


def _is_near(program: str, folder: str) -> bool:
    return within(program, folder) or within(folder, program)
