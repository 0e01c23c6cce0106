"""The link graph of a site and its metrics."""

from linklint.graph.anchors import AnchorText
from linklint.graph.difference import Difference, stand
from linklint.graph.graph import LinkGraph
from linklint.graph.hits import hubs_and_authorities
from linklint.graph.score import link_score
from linklint.graph.walking import click_depths

__all__ = ["AnchorText", "Difference", "LinkGraph", "click_depths", "hubs_and_authorities", "link_score", "stand"]
