"""docfx, also as Microsoft Learn builds with it (https://dotnet.github.io/docfx/; written after version 2.78)."""

from linklint.site.profiles.docfx.profile import PROFILE

__all__ = ["PROFILE"]
