"""Zola (https://www.getzola.org)."""

from linklint.site.profiles.zola.profile import PROFILE

__all__ = ["PROFILE"]
