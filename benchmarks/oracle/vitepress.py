"""VitePress against linklint: ``make oracle FRAMEWORK=vitepress``, or ``python -m benchmarks.oracle.vitepress MODULES``
where MODULES is a ``node_modules`` folder that has it. Without one it is installed by npm."""

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
SKIP = frozenset({"header-anchor"})
GENERATED = re.compile(r"404\.html|static\.html")
BASE = re.compile(r"^  base: '(.*)/'", re.MULTILINE)
HOME = Path("build/oracle/vitepress")


def install() -> Path:
    """The ``node_modules`` of a fresh installation."""
    HOME.mkdir(parents=True, exist_ok=True)
    subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "vitepress@1.6.4"], cwd=HOME, check=True)
    return HOME / "node_modules"


def main(modules: Path) -> int:
    """Builds and compares every site; the number of differences decides the exit code."""
    differences = 0
    for folder in sorted(SITES.glob("vitepress-*")):
        site = read_site(folder)
        config = (folder / ".vitepress" / "config.mts").read_text(encoding="utf-8")
        base = BASE.search(config)
        with tempfile.TemporaryDirectory() as place:
            copy = Path(place) / "site"
            shutil.copytree(folder, copy)
            (copy / "node_modules").symlink_to(modules.absolute())
            (copy / "package.json").write_text('{"type": "module"}', encoding="utf-8")
            subprocess.run(
                [modules.absolute() / ".bin" / "vitepress", "build"], cwd=copy, check=True, stdout=subprocess.DEVNULL
            )
            found = list(
                compare(
                    site,
                    "vitepress",
                    copy / ".vitepress" / "dist",
                    lambda html: read_built(html, "main", SKIP),
                    lambda name: bool(GENERATED.fullmatch(name)),
                    base[1] if base else "",
                    clean="cleanUrls: true" in config,
                )
            )
        differences += tell(folder.name, "vitepress", site, found)
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else install()))
