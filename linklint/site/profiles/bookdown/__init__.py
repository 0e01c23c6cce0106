"""bookdown: books of R Markdown (https://bookdown.org/yihui/bookdown/)."""

from linklint.site.profiles.bookdown.profile import PROFILE

__all__ = ["PROFILE"]
