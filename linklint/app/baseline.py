"""``linklint baseline``: today's findings, so that tomorrow only new ones speak."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from linklint import config, engine
from linklint.app.check import Run, rule_ids, run
from linklint.app.reporting import lies_in
from linklint.app.request import Request
from linklint.errors import UserError
from linklint.workspace import write_atomically

DEFAULT_PATH = ".linklint-baseline.jsonl"


def write_baseline(request: Request, cwd: str) -> tuple[str, int, bool]:
    """Writes the baseline and returns (path relative to the top, number of entries, whether the config names it).

    Entries of rules that this run left out (``--rule``, ``--skip``) and of files outside of the paths that were asked
    for stay as they are.
    """
    finished = run(request, cwd)
    configured = finished.configuration.settings.baseline
    path = configured or DEFAULT_PATH
    ran, asked = frozenset(rule_ids(finished.configuration)), finished.repository.paths
    kept: list[engine.BaselineEntry] = []
    old = finished.repository.read(path)
    if old is not None and (request.rules or request.skip or asked):
        known = config.read_baseline(old, path)
        kept = [entry for entry in known if entry.rule not in ran or not is_asked_for(entry, asked)]
    found = engine.baseline_entries(finished.journey.outcome.findings)
    entries = [*kept, *(entry for entry in found if is_asked_for(entry, asked))]
    write(finished, path, entries)
    return path, len(entries), configured is not None


def prune_baseline(request: Request, cwd: str) -> tuple[str, int, int]:
    """Takes out the entries that no finding has any more, and those that a merge wrote twice; adds none. Returns (path
    relative to the top, number of entries left, number taken out). Raises UserError when there is no baseline.

    Entries of rules that this run left out stay: a rule that did not run proves nothing. So do those of files outside
    of the paths that were asked for.
    """
    finished = run(request, cwd)
    path = finished.configuration.settings.baseline or DEFAULT_PATH
    data = finished.repository.read(path)
    if data is None:
        raise UserError(f"there is no baseline {path} to prune: {finished.repository.trouble(path)}")
    old = config.read_baseline(data, path)
    ran = frozenset(rule_ids(finished.configuration))
    gone = engine.apply_baseline(finished.journey.outcome.findings, old, path, ran)[2]
    stale = {entry.fp for entry in gone if is_asked_for(entry, finished.repository.paths)}
    left = {entry.fp: entry for entry in old if entry.fp not in stale}
    if len(left) < len(old):
        write(finished, path, left.values())
    return path, len(left), len(old) - len(left)


def is_asked_for(entry: engine.BaselineEntry, paths: Sequence[str]) -> bool:
    """Whether its file lies in one of the paths; without paths everything is asked for."""
    return not paths or lies_in(entry.path, paths)


def write(finished: Run, path: str, entries: Iterable[engine.BaselineEntry]) -> None:
    text = config.write_baseline(entries)
    write_atomically(finished.repository.absolute(path), text.encode("utf-8", "surrogateescape"))
