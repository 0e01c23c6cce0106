"""Obsidian: vaults of notes that name each other (https://obsidian.md/help/links)."""

from linklint.site.profiles.obsidian.profile import PROFILE

__all__ = ["PROFILE"]
