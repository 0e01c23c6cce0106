"""Files, git, processes and the environment: the only layer that touches the outside world."""

from linklint.workspace.base import Base, find_base, resolve_commit
from linklint.workspace.box import box_rules, compact_box
from linklint.workspace.cache import Cache, CacheState
from linklint.workspace.environment import (
    Environment,
    discard_stdout,
    fill_closed_streams,
    leave,
    random_token,
    read_environment,
    read_stdin,
    today,
    understand_escapes,
)
from linklint.workspace.history import first_commits
from linklint.workspace.hunks import Hunk, find_hunks
from linklint.workspace.processes import Workers, can_fork, can_start, count_cores
from linklint.workspace.repository import DiskRepository, digest_said, exists, open_overlaid, open_repository
from linklint.workspace.revision import RevisionRepository, find_changes, find_renames
from linklint.workspace.versions import parser_version, program_version
from linklint.workspace.writing import write_atomically

__all__ = [
    "Base",
    "Cache",
    "CacheState",
    "DiskRepository",
    "Environment",
    "Hunk",
    "RevisionRepository",
    "Workers",
    "box_rules",
    "can_fork",
    "can_start",
    "compact_box",
    "count_cores",
    "digest_said",
    "discard_stdout",
    "exists",
    "fill_closed_streams",
    "find_base",
    "find_changes",
    "find_hunks",
    "find_renames",
    "first_commits",
    "leave",
    "open_overlaid",
    "open_repository",
    "parser_version",
    "program_version",
    "random_token",
    "read_environment",
    "read_stdin",
    "resolve_commit",
    "today",
    "understand_escapes",
    "write_atomically",
]
