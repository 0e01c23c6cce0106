"""GitBook: spaces of gitbook.com that are kept in a repository by Git Sync
(https://gitbook.com/docs/docs-as-code/git-sync)."""

from linklint.site.profiles.gitbook.profile import PROFILE

__all__ = ["PROFILE"]
