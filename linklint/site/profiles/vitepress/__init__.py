"""VitePress. Written after version 2 (https://github.com/vuejs/vitepress), which resolves links as version 1 does."""

from linklint.site.profiles.vitepress.profile import PROFILE

__all__ = ["PROFILE"]
