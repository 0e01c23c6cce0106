"""MkDocs against linklint: ``make oracle FRAMEWORK=mkdocs``, or ``python -m benchmarks.oracle.mkdocs MKDOCS`` where
MKDOCS is its command. Without one it is installed in a virtual environment of its own."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from benchmarks.oracle.built import read_built
from benchmarks.oracle.comparing import compare, read_site, tell

SITES = Path(__file__).parent / "sites"
SKIP = frozenset({"headerlink", "footnote-backref", "footnote-ref", "md-content__button", "autorefs-external"})
BASE = re.compile(r"^site_url: https://[^/]+(/.+)/$", re.MULTILINE)
GENERATED = re.compile(r"404\.html|(?:old|legacy)/.*|blog/(?:archive|category|page|author)/.*|blog/index\.html")


PACKAGES = ("mkdocs==1.6.1", "mkdocs-material", "mkdocs-literate-nav", "mkdocs-redirects", "mkdocs-autorefs")
HOME = Path("build/oracle/mkdocs")


def install() -> str:
    """The command of a fresh installation."""
    python = HOME / "bin" / "python"
    if not python.exists():
        venv.create(HOME, with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    return str((HOME / "bin" / "mkdocs").absolute())


def main(command: str) -> int:
    """Builds and compares every site; the number of differences decides the exit code."""
    differences = 0
    for folder in sorted(SITES.glob("mkdocs-*")):
        site = read_site(folder)
        base = BASE.search((folder / "mkdocs.yml").read_text(encoding="utf-8"))
        with tempfile.TemporaryDirectory() as output:
            subprocess.run([command, "build", "--quiet", "--site-dir", output], cwd=folder, check=True)
            found = list(
                compare(
                    site,
                    "mkdocs",
                    Path(output),
                    lambda html: read_built(html, skip=SKIP),
                    lambda name: bool(GENERATED.fullmatch(name)),
                    base[1] if base else "",
                )
            )
        differences += tell(folder.name, "mkdocs", site, found)
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else install()))
