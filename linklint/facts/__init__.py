"""What a rule may ask: one file per subject, computed when asked."""

from linklint.facts import (  # noqa: F401 - importing a module registers its facts
    anchor,
    anchor_naming,
    change,
    change_clusters,
    change_standing,
    cluster,
    cluster_plan,
    directive,
    entry,
    file,
    link,
    link_address,
    link_age,
    link_class,
    link_text,
    link_writing,
    member,
    member_doubts,
    page,
    page_age,
    page_anchors,
    page_clusters,
    page_data,
    page_flow,
    page_garden,
    page_languages,
    page_links,
    page_series,
    page_stages,
    pair,
    row,
    similarity,
    site,
    titles,
)
from linklint.facts.change_causes import Cause, causes
from linklint.facts.change_subject import ChangeSubject
from linklint.facts.change_victims import victims
from linklint.facts.directive import DirectiveSubject
from linklint.facts.joined import weigh_visits
from linklint.facts.likeness import find_runs, is_own
from linklint.facts.naming import describe, find_definition, identity, language, location, subject_of
from linklint.facts.registry import MISSING, Accessor, Fact, FactType, catalogue, fact, fact_names, lookup
from linklint.facts.subjects import kind_of, subjects
from linklint.facts.text import normalise_text
from linklint.facts.world import NO_HISTORY, Change, History, World, once_per_world

__all__ = [
    "MISSING", "NO_HISTORY", "Accessor", "Cause", "Change", "ChangeSubject", "DirectiveSubject", "Fact", "FactType",
    "History", "World", "catalogue", "causes", "describe", "fact", "fact_names", "find_definition", "find_runs",
    "identity", "is_own", "kind_of", "language", "location", "lookup", "normalise_text", "once_per_world",
    "subject_of", "subjects", "victims", "weigh_visits",
]  # fmt: skip
