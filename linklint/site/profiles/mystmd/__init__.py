"""The MyST Document Engine, ``mystmd``, and Jupyter Book 2, which is made of it (https://mystmd.org/guide)."""

from linklint.site.profiles.mystmd.profile import PROFILE

__all__ = ["PROFILE"]
