"""Hexo (https://hexo.io)."""

from linklint.site.profiles.hexo.profile import PROFILE

__all__ = ["PROFILE"]
