"""Mintlify: pages in MDX, listed by ``docs.json`` (formerly ``mint.json``); https://www.mintlify.com/docs."""

from linklint.site.profiles.mintlify.profile import PROFILE

__all__ = ["PROFILE"]
