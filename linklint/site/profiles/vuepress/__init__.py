"""VuePress, versions 1 (https://v1.vuepress.vuejs.org) and 2 (https://vuepress.vuejs.org)."""

from linklint.site.profiles.vuepress.profile import PROFILE

__all__ = ["PROFILE"]
