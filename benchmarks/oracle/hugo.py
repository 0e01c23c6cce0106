"""Hugo against linklint: ``make oracle FRAMEWORK=hugo``, or ``python -m benchmarks.oracle.hugo HUGO`` where HUGO is its
command (Debian: ``apt-get install hugo``)."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.oracle.built import read_built
from benchmarks.oracle.comparing import compare, read_site, tell

SITES = Path(__file__).parent / "sites"
# Aliases, lists without a file of their own, pagination, the folder of the default language.
GENERATED = re.compile(
    r"(?:en/|fr/)?(?:index|posts/index|news/index|docs/index)\.html|.*old.*|en/.*|(?:.*/)?(?:tags|categories)/.*"
)
# The reading of newer versions counts too (``goldmark_slugs``), so a page may have a fragment more than one version.
EXCUSED = "is no id of the page"


def main(command: str) -> int:
    """Builds and compares every site; the number of differences decides the exit code."""
    differences = 0
    for folder in sorted(SITES.glob("hugo-*")):
        site = read_site(folder)
        with tempfile.TemporaryDirectory() as output:
            subprocess.run([command, "--quiet", "--noBuildLock", "--destination", output], cwd=folder, check=True)
            found = [
                line
                for line in compare(
                    site, "hugo", Path(output), read_built, lambda name: bool(GENERATED.fullmatch(name)), ""
                )
                if EXCUSED not in line
            ]
        differences += tell(folder.name, "hugo", site, found)
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "hugo"))
