"""Rspress, versions 1 and 2 (https://rspress.rs)."""

from linklint.site.profiles.rspress.profile import PROFILE

__all__ = ["PROFILE"]
