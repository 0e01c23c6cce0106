"""Sphinx with Markdown, by MyST-Parser or MyST-NB (https://myst-parser.readthedocs.io)."""

from linklint.site.profiles.sphinx.profile import PROFILE

__all__ = ["PROFILE"]
