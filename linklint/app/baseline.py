"""``linklint baseline``: today's findings, so that tomorrow only new ones speak."""

from __future__ import annotations

from linklint import config, engine
from linklint.app.check import Request, rule_ids, run
from linklint.workspace import write_atomically

DEFAULT_PATH = ".linklint-baseline.jsonl"


def write_baseline(request: Request, cwd: str) -> tuple[str, int, bool]:
    """Writes the baseline and returns (path relative to the top, number of entries, whether the config names it).

    Entries of rules that this run left out (``--rule``, ``--skip``) stay as they are.
    """
    finished = run(request, cwd)
    configured = finished.configuration.settings.baseline
    path = configured or DEFAULT_PATH
    ran = frozenset(rule_ids(finished.configuration))
    kept: list[engine.BaselineEntry] = []
    old = finished.repository.read(path)
    if old is not None and (request.rules or request.skip):
        kept = [entry for entry in config.read_baseline(old, path) if entry.rule not in ran]
    entries = [*kept, *engine.baseline_entries(finished.journey.outcome.findings)]
    write_atomically(
        finished.repository.absolute(path), config.write_baseline(entries).encode("utf-8", "surrogateescape")
    )
    return path, len(entries), configured is not None
