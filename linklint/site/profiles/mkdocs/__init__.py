"""MkDocs, with the theme Material and the usual plugins. Written after MkDocs 1.6.1 and Material for MkDocs 9."""

from linklint.site.profiles.mkdocs.profile import PROFILE

__all__ = ["PROFILE"]
