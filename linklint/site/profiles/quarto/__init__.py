"""Quarto: websites, books and plain projects (https://quarto.org/docs/projects/quarto-projects.html)."""

from linklint.site.profiles.quarto.profile import PROFILE

__all__ = ["PROFILE"]
