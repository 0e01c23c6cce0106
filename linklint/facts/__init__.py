"""What a rule may ask: one file per subject, computed when asked."""

from linklint.facts.registry import MISSING, Accessor, Fact, FactType, catalogue, fact, fact_names, lookup
from linklint.facts.world import World, once_per_world

__all__ = [
    "MISSING", "Accessor", "Fact", "FactType", "World", "catalogue", "fact", "fact_names", "lookup", "once_per_world",
]  # fmt: skip
