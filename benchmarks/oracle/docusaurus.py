"""Docusaurus against linklint: ``make oracle FRAMEWORK=docusaurus``, or ``python -m benchmarks.oracle.docusaurus
MODULES`` where MODULES is a ``node_modules`` folder that has it. Without one it is installed by npm."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.oracle.built import read_built
from benchmarks.oracle.comparing import compare, read_site, tell

SITES = Path(__file__).parent / "sites"
SKIP = frozenset({"hash-link", "breadcrumbs__link"})
# Lists, and the pages of a blog: their headers and sidebars hold links of the theme.
GENERATED = re.compile(r"404\.html|(?:blog/)?(?:index|search)\.html|blog/.*|(?:docs/)?(?:.*/)?(?:tags|category)/.*")
BASE = re.compile(r"baseUrl: '(.*)/'")
# Later versions of these break the build of Docusaurus 3.9.
MANIFEST = """{"private": true,
 "dependencies": {"@docusaurus/core": "3.9.2", "@docusaurus/preset-classic": "3.9.2", "@mdx-js/react": "3.1.1",
                  "react": "19.2.0", "react-dom": "19.2.0"},
 "overrides": {"webpack": "5.101.3", "@docsearch/core": "5.1.0", "@docsearch/react": "5.2.0"}}"""
HOME = Path("build/oracle/docusaurus")


def install() -> Path:
    """The ``node_modules`` of a fresh installation."""
    HOME.mkdir(parents=True, exist_ok=True)
    (HOME / "package.json").write_text(MANIFEST, encoding="utf-8")
    subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund"], cwd=HOME, check=True)
    return HOME / "node_modules"


def main(modules: Path) -> int:
    """Builds and compares every site; the number of differences decides the exit code."""
    differences = 0
    for folder in sorted(SITES.glob("docusaurus-*")):
        site = read_site(folder)
        base = BASE.search((folder / "docusaurus.config.js").read_text(encoding="utf-8"))
        with tempfile.TemporaryDirectory() as place:
            copy = Path(place) / "site"
            shutil.copytree(folder, copy)
            (copy / "node_modules").symlink_to(modules.absolute())
            (copy / "package.json").write_text('{"name": "site", "private": true}', encoding="utf-8")
            command = [modules.absolute() / ".bin" / "docusaurus", "build", "--no-minify"]
            subprocess.run(command, cwd=copy, check=True, stdout=subprocess.DEVNULL)
            found = list(
                compare(
                    site,
                    "docusaurus",
                    copy / "build",
                    lambda html: read_built(html, "article", SKIP),
                    lambda name: bool(GENERATED.fullmatch(name)),
                    base[1] if base else "",
                )
            )
        differences += tell(folder.name, "docusaurus", site, found)
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else install()))
