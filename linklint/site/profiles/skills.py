"""Skills for agents (https://agentskills.io/specification): folders with a ``SKILL.md``."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import lru_cache

from linklint.model.files import Names
from linklint.site.paths import ancestors, join, parent


def name_in_skill(file: str, path: str, names: Names) -> list[str]:
    """What a path in a file of a skill for agents means, which are told to write paths as they are seen from the
    skill's own folder, that of ``SKILL.md`` (https://agentskills.io/specification)."""
    skills = _list_skills(names)
    skill = _find_skill(file, skills)
    whole = join(skill, path) if skill is not None else None
    return [whole] if whole is not None and whole in names.files else []


def is_told_to_write(file: str, path: str, names: Names) -> bool:
    """Whether the path may be one that a skill tells an agent to write: an address of a site, or a single word, in a
    file of a skill for agents."""
    is_address = path.startswith("/") or not ("/" in path or "." in path)
    return is_address and _find_skill(file, _list_skills(names)) is not None


def _find_skill(file: str, skills: AbstractSet[str]) -> str | None:
    return next((each for each in ancestors(file) if each in skills), None) if skills else None


@lru_cache(maxsize=4)
def _list_skills(names: Names) -> AbstractSet[str]:
    """The folders of skills, below the top."""
    return {parent(path) for path in names.named("SKILL.md") if "/" in path}
