"""How a report is to be written down: all that a format may depend on besides the report."""

from __future__ import annotations

import msgspec

from linklint import __version__


class Rendering(msgspec.Struct, frozen=True):
    """``width`` in terminal cells. ``in_actions``: the text goes to a log of GitHub Actions; ``stop_token`` is then a
    random word that occurs in no page (empty: human text is not wrapped). ``verbose`` and ``quiet`` are ``-v``, ``-q``.
    ``annotations``: how many annotations there may be in all. ``on_github``: the run is one of GitHub Actions, and what
    is written to files may be handed to GitHub.
    """

    color: bool = False
    width: int = 100
    in_actions: bool = False
    on_github: bool = False
    verbose: bool = False
    quiet: bool = False
    version: str = __version__
    stop_token: str = ""
    annotations: int = 30
