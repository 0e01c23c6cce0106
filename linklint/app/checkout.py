"""What a run could not see, and what brings it: files that the checkout lacks, and configs that cannot be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from linklint.errors import Problem
from linklint.facts import NO_HISTORY, History
from linklint.model.files import Repository
from linklint.model.finding import RunNotice
from linklint.model.place import Location
from linklint.model.site import Site
from linklint.report.wording import name_place
from linklint.site.broken_configs import find_broken_configs

MOST_NAMED = 5


def find_gaps(repository: Repository, site: Site, history: History = NO_HISTORY) -> Iterator[RunNotice]:
    """A notice for each kind of gap, with its remedy. What git was not asked for is no gap."""
    for gap in (
        _find_sparse(repository),
        _find_pointers(site),
        _find_encrypted(site),
        _find_submodules(repository, site),
    ):
        if gap:
            yield RunNotice("warning", gap, annotated=True)
    sites = ((each.name, each.root) for each in site.frameworks)
    for mistake, is_read in find_broken_configs(sites, repository.names, repository.read):
        yield RunNotice("warning", _tell_broken(mistake, is_read), annotated=True)
    if gap := _find_left_out(site):
        yield RunNotice("notice", gap)
    if gap := history.gap():
        yield RunNotice("notice", gap)


def _find_sparse(repository: Repository) -> str:
    missing = sum(file.tracked and not file.present for file in repository.names.files.values())
    if not missing:
        return ""
    return (
        f"{missing} file{'s are' if missing != 1 else ' is'} not in the work tree (a sparse checkout), so links in "
        "such files are not seen; run `git sparse-checkout disable`"
    )


def _find_pointers(site: Site) -> str:
    pointers = sum(any("Git LFS pointer" in note.message for note in file.notes) for file in site.files)
    if not pointers:
        return ""
    return (
        f"{pointers} page{'s are pointers' if pointers != 1 else ' is a pointer'} of Git LFS, so the text is not here; "
        "run `git lfs pull`, or set `lfs: true` on actions/checkout"
    )


def _find_encrypted(site: Site) -> str:
    encrypted = sum(any(note.kind == "encrypted" for note in file.notes) for file in site.files)
    if not encrypted:
        return ""
    return (
        f"{encrypted} page{'s are' if encrypted != 1 else ' is'} encrypted, so links in such pages are not seen; run "
        "`git-crypt unlock`, or list them under `ignore`"
    )


def _tell_broken(mistake: Problem, is_read: bool) -> str:
    """``is_read``: linklint understands the config all the same."""
    place = name_place(Location(mistake.path, mistake.line, mistake.column))
    hint = f" ({mistake.hint})" if mistake.hint else ""
    if is_read:
        return f"{place}: {mistake.message}{hint}, so the program that builds the site cannot read this config"
    return f"{place}: {mistake.message}{hint}, so nothing that this config says of the site is known"


def _find_left_out(site: Site) -> str:
    counts = [each for framework in site.frameworks for each in framework.left_out]
    if not counts:
        return ""
    total = sum(count for _, count in counts)
    folders = ", ".join(folder for folder, _ in counts[:MOST_NAMED]) + (", …" if len(counts) > MOST_NAMED else "")
    return (
        f"{total} document{'s are' if total != 1 else ' is'} left out, with {'their' if total != 1 else 'its'} links "
        f"({folders}): which page of the site shows {'them' if total != 1 else 'it'} cannot be told"
    )


def _find_submodules(repository: Repository, site: Site) -> str:
    """Only where links lead into one: most submodules hold themes and tools."""
    submodules = [path for path, file in repository.names.files.items() if file.kind == "submodule" and file.tracked]
    into = Counter(
        path
        for link in site.links
        if link.status == "opaque"
        for path in submodules
        if link.target_path == path or link.target_path.startswith(path + "/")
    )
    if not into:
        return ""
    links = into.total()
    names = ", ".join(sorted(into)[:3])
    return (
        f"{links} link{'s lead' if links != 1 else ' leads'} into another repository ({names}), whose files are not "
        "read; to lint it as well, set `submodules: true` on actions/checkout and run linklint on its folder"
    )
