"""Nuxt Content, also below Docus and Undocs."""

from linklint.site.profiles.nuxt.profile import PROFILE

__all__ = ["PROFILE"]
