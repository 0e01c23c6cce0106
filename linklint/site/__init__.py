"""Documents → Site: routing, places, fragments, resolving, redirects, clusters; one file or folder per framework."""

from linklint.site.building import build
from linklint.site.frameworks import FRAMEWORKS, detect, sources
from linklint.site.generated_files import GeneratedFiles
from linklint.site.nearest import nearest
from linklint.site.neighbours import Neighbours
from linklint.site.own_address import find_own_address
from linklint.site.sharing import SharedLinks

__all__ = [
    "FRAMEWORKS",
    "GeneratedFiles",
    "Neighbours",
    "SharedLinks",
    "build",
    "detect",
    "find_own_address",
    "nearest",
    "sources",
]
