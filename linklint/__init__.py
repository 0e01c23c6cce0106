"""linklint: a linter for the internal links of content repositories."""

__version__ = "0.1.0"
