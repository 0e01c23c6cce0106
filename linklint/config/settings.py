"""Everything of a config but its rules: site, clusters, roles, score and the rest, with defaults filled in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linklint.config.clusters import read_clusters
from linklint.config.config_schema import WORDS
from linklint.config.joins import find_teleport, read_tables
from linklint.config.layers import Read
from linklint.config.paths import explain_path, resolve_file, resolve_globs, suggest_file
from linklint.config.shape import check_shape, numbered
from linklint.data.suggest import closest, closest_hint
from linklint.data.tree import KeyPath, Tree
from linklint.data.yaml import read_yaml
from linklint.errors import Problem, UserError
from linklint.model.settings import ClusterSpec, ScoreSettings, Settings, SiteSettings
from linklint.site.paths import join


class Ground(NamedTuple):
    """What paths of a config stand on. ``files``: the folder of the config file, for the files that it names.
    ``pages``: the folder that its globs, folders and roots are relative to. ``names``: all files (empty: not known)."""

    files: str
    pages: str
    names: frozenset[str]
    read: Read


def read_settings(tree: Tree, ground: Ground, problems: list[Problem]) -> Settings:
    """The settings of a tree whose shape is right."""
    value = tree.value
    stages = tuple(stage for _, stage in numbered(value.get("stages", ())))
    clusters_path, clusters = _find_clusters(tree, ground, stages, problems)
    baseline = value.get("baseline")
    if baseline is not None:
        baseline = resolve_file(baseline, ground.files, tree, ("baseline",), problems)
    data = read_tables(tree, ground.files, ground.names, ground.read, problems)
    score = value.get("score", {})
    damping = score.get("damping", 0.85)
    if damping != damping:  # .nan passes every comparison of the schema
        problems.append(tree.problem(("score", "damping"), "expected a number from 0 to below 1, found .nan"))
    return Settings(
        site=_read_site(tree, ground, problems),
        clusters=clusters,
        score=ScoreSettings(damping, score.get("nofollow", "spread"), find_teleport(tree, data, problems)),
        roles={role: dict(entry.get("links_to", {})) for role, entry in value.get("roles", {}).items()},
        stages=stages,
        baseline=baseline,
        generated=value.get("generated", "report"),
        require_reason=value.get("suppressions", {}).get("require-reason", False),
        config_path=tree.path or None,
        clusters_path=clusters_path,
        data=data,
    )


def _read_site(tree: Tree, ground: Ground, problems: list[Problem]) -> SiteSettings:
    value, site = tree.value, tree.value.get("site", {})
    framework = site.get("framework", "auto")
    _check_framework(framework, tree, problems)
    url = site.get("url")
    if url is not None and not _is_web_address(url):
        message = f'"{url}" is not the address of a site'
        problems.append(tree.problem(("site", "url"), message, "write it like https://example.com"))

    def globs(key: str) -> tuple[str, ...]:
        return resolve_globs(value.get(key, ()), ground.pages, ground.names, tree, (key,), problems)

    return SiteSettings(
        framework=framework,
        content=_read_folders(site.get("content", ()), tree, ground, problems),
        url=url,
        hosts=tuple(
            _read_host(host, tree, ("site", "hosts", i), problems) for i, host in numbered(site.get("hosts", ()))
        ),
        roots=tuple(_read_root(root, tree, ground, i, problems) for i, root in numbered(site.get("roots", ()))),
        related_headings=tuple(site.get("related_headings", ())),
        ignore=globs("ignore"),
        external_prefixes=_read_prefixes(value.get("external_prefixes", ()), tree, problems),
        orphans_ok=globs("orphans_ok"),
        languages=tuple(_read_languages(site.get("languages", ()), tree, problems)),
        front_matter_keys={word: value.get("front_matter", {}).get(word, word) for word in WORDS},
        base=ground.pages,
        required_front_matter=tuple(value.get("front_matter", {}).get("required", ())),
    )


def _check_framework(framework: str, tree: Tree, problems: list[Problem]) -> None:
    # Imported here: the profiles are needed only when a config names one.
    from linklint.site.frameworks import FRAMEWORKS

    known = ["auto", *FRAMEWORKS]
    if framework not in known:
        hint = closest_hint(framework, known) or f"there are: {', '.join(known)}"
        message = f'there is no framework "{framework}"'
        problems.append(tree.problem(("site", "framework"), message, hint))


def _is_web_address(url: str) -> bool:
    scheme, separator, rest = url.partition("://")
    host = rest.partition("/")[0]
    return scheme in ("http", "https") and bool(separator and host) and not any(char.isspace() for char in url)


def _read_folders(folders: Sequence[str], tree: Tree, ground: Ground, problems: list[Problem]) -> tuple[str, ...]:
    known = {name.rpartition("/")[0] for name in ground.names}
    for folder in list(known):
        while folder := folder.rpartition("/")[0]:
            known.add(folder)
    found = []
    for index, written in numbered(folders):
        place = ("site", "content", index)
        resolved = resolve_file(written, ground.pages, tree, place, problems)
        if resolved is None:
            continue
        if ground.names and resolved and resolved not in known:
            near = closest(resolved, known - {""})
            hint = f'did you mean "{near}"?' if near else "no file of the repository is in it"
            problems.append(tree.problem(place, f'there is no folder "{written}"', hint))
        found.append(resolved)
    return tuple(found)


def _read_languages(codes: Sequence[str], tree: Tree, problems: list[Problem]) -> Iterator[str]:
    """The languages as pages' are called, ``pt_br`` as ``pt-BR``."""
    # Imported here, as the frameworks are: few configs name languages.
    from linklint.site.languages import read_tag

    for index, code in numbered(codes):
        tag = read_tag(code)
        if tag is None:
            message, hint = f'"{code}" is not the code of a language', "write it like en, pt-BR or zh-Hans"
            problems.append(tree.problem(("site", "languages", index), message, hint))
        else:
            yield tag


def _read_host(host: str, tree: Tree, keypath: KeyPath, problems: list[Problem]) -> str:
    if "/" in host or any(character.isspace() for character in host):
        hint = "write it like www.example.com, without https:// and path"
        problems.append(tree.problem(keypath, f'"{host}" is not a host name', hint))
    return host.lower()


def _read_root(root: str, tree: Tree, ground: Ground, index: int, problems: list[Problem]) -> str:
    if root.startswith("/"):
        return root
    place = ("site", "roots", index)
    trouble = explain_path(root)
    joined = None if trouble else join(ground.pages, root)
    if joined is None:
        problems.append(tree.problem(place, f'"{root}" {trouble or "leads out of the repository"}'))
        return root
    if ground.names and joined not in ground.names:
        near = closest(joined, ground.names)
        hint = f'did you mean "{near}"?' if near else "write the path of a file, or the /url/ of a page"
        problems.append(tree.problem(place, f'there is no file "{root}"', hint))
    return joined


def _read_prefixes(prefixes: Sequence[str], tree: Tree, problems: list[Problem]) -> tuple[str, ...]:
    for index, prefix in numbered(prefixes):
        if not prefix.startswith("/"):
            hint = "write only its path, such as /api/" if "://" in prefix else f'write "/{prefix.lstrip("./")}"'
            problems.append(tree.problem(("external_prefixes", index), f'"{prefix}" is not a URL path', hint))
    return tuple(prefixes)


def _is_wrapped(value: object) -> bool:
    """Whether a clusters file is written as the ``clusters`` of a config are."""
    inside = value.get("clusters") if isinstance(value, dict) and len(value) == 1 else None
    return isinstance(inside, dict) and "hub" not in inside and any(isinstance(each, dict) for each in inside.values())


def _find_clusters(
    tree: Tree, ground: Ground, stages: Sequence[str], problems: list[Problem]
) -> tuple[str | None, tuple[ClusterSpec, ...]]:
    clusters = tree.value.get("clusters")
    if clusters is None:
        return None, ()
    if not isinstance(clusters, str):
        return None, read_clusters(tree, ("clusters",), clusters, stages, problems)
    path = resolve_file(clusters, ground.files, tree, ("clusters",), problems)
    if path is None:
        return None, ()
    data = ground.read(path)
    if data is None:
        message = f'the clusters file "{path}" cannot be read'
        problems.append(tree.problem(("clusters",), message, suggest_file(path, ground.names)))
        return path, ()
    try:
        written = read_yaml(data, path)
    except UserError as error:
        problems.extend(error.problems)
        return path, ()
    if _is_wrapped(written.value):
        message = 'the clusters stand at the top of their file, not under "clusters"'
        hint = "take out this line and the indentation of those below it"
        problems.append(written.problem(("clusters",), message, hint, key=True))
        return path, ()
    shaped = check_shape(written, "clusters", problems)
    return path, read_clusters(shaped.tree, (), shaped.tree.value, stages, problems)
