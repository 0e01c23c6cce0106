"""YAML into rules, settings and clusters, with the place of every value, and every mistake at its place."""

from linklint.config.baseline import read_baseline, write_baseline
from linklint.config.compact import write_compact
from linklint.config.discovery import CONFIG_NAMES, list_candidates
from linklint.config.effective import Effective, list_effective
from linklint.config.loading import Configuration, load, load_tree
from linklint.config.packs import read_packs
from linklint.config.rules import read_box, read_rules
from linklint.config.schemas import SCHEMAS, schema

__all__ = [
    "CONFIG_NAMES",
    "SCHEMAS",
    "Configuration",
    "Effective",
    "list_candidates",
    "list_effective",
    "load",
    "load_tree",
    "read_baseline",
    "read_box",
    "read_packs",
    "read_rules",
    "schema",
    "write_baseline",
    "write_compact",
]
