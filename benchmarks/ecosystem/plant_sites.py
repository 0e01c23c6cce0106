"""Plants faults in a copy of a site's repository and foretells what a link linter must say, from the edits alone.

    python benchmarks/ecosystem/plant_sites.py REPOSITORY COPY [--site OWNER/NAME] [--count 20] [--seed 1]

As ``plant.py`` does for files that GitHub shows: COPY becomes a git repository with the faulty work tree (files that no
edit touches are hard links), COPY.json the list of expectations. ``planting/sites.py`` says what is known of the sites.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from planting import faults, pages
from planting.bed import Bed
from planting.ground import Ground
from planting.sites import SITES

FAULTS: list[Callable[[Bed], bool]] = [
    pages.rename_page, pages.delete_page, faults.rename_heading, faults.wrong_case, faults.wrong_depth,
    faults.wrong_ending, faults.drop_redirect, pages.drop_page, pages.drop_chapter, faults.break_fragment,
    faults.mistype_name,
]  # fmt: skip


# No other fault may touch a page that one of these is about.
GREEDY = [pages.rename_page, pages.delete_page, pages.drop_page, pages.drop_chapter, faults.rename_heading]
SMALL = 60


def plant(ground: Ground, count: int, seed: int) -> Bed:
    """At least ``count`` expectations, the kinds in turn, until no kind finds a place any more. In a site of few pages
    those that need whole pages get but one, so that there is room for the others."""
    bed = Bed(ground, random.Random(seed))
    kinds = list(FAULTS)
    while kinds and len(bed.expected) < count:
        for kind in list(kinds):
            before = len(bed.expected)
            if before < count and (not kind(bed) or (kind in GREEDY and len(ground.pages) < SMALL)):
                kinds.remove(kind)
            for expectation in bed.expected[before:]:
                expectation["kind"] = kind.__name__.replace("_", " ")
    return bed


def copy_linked(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def write_copy(ground: Ground, bed: Bed, copy: Path) -> None:
    """Each changed file is a new one: the old may be a link to the original."""
    changed = [name for name in {*ground.texts, *bed.texts} if ground.texts.get(name) != bed.texts.get(name)]
    for name in changed:
        (copy / name).unlink(missing_ok=True)
        if name in bed.texts:
            text = bed.texts[name].replace("\n", "\r\n") if name in ground.returns else bed.texts[name]
            (copy / name).write_bytes(text.encode())
    subprocess.run(["git", "-C", copy, "add", "-A", "--", *changed], check=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("repository", type=Path)
    parser.add_argument("copy", type=Path)
    parser.add_argument("--site", choices=sorted(SITES))
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    site = SITES[options.site or options.repository.name.replace("+", "/")]
    shutil.copytree(options.repository, options.copy, symlinks=True, copy_function=copy_linked)
    ground = Ground(options.copy, site)
    bed = plant(ground, options.count, options.seed)
    write_copy(ground, bed, options.copy)
    options.copy.with_suffix(".json").write_text(json.dumps(bed.expected, indent=1, ensure_ascii=False) + "\n")
    print(f"{options.copy}: {len(bed.expected)} faults planted")
    return 0


if __name__ == "__main__":
    sys.exit(main())
