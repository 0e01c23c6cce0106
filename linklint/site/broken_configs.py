"""Configs of sites that cannot be read. What they would say is taken for not said, so somebody has to be told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linklint.errors import Problem
from linklint.model.files import Names
from linklint.site.frameworks import list_configs_of, load_profile
from linklint.site.profile import Read
from linklint.site.profiles.trees import find_departure, find_mistake


def find_broken_configs(sites: Iterable[tuple[str, str]], names: Names, read: Read) -> Iterator[tuple[Problem, bool]]:
    """The first mistake in each config that tells of a site and that its framework cannot read, and whether linklint
    can. ``sites``: framework and folder of each."""
    told: set[str] = set()
    for framework, root in sites:
        comments = load_profile(framework).comments
        for path in list_configs_of(framework, root, names):
            mistake = find_departure(path, read, comments=comments) if path not in told else None
            told.add(path)
            if mistake is not None:
                yield mistake, find_mistake(path, read) is None
