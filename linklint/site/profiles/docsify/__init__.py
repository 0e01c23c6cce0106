"""Docsify: Markdown that a script in ``index.html`` shows in the browser
(https://github.com/docsifyjs/docsify, versions 4 and 5)."""

from linklint.site.profiles.docsify.profile import PROFILE

__all__ = ["PROFILE"]
