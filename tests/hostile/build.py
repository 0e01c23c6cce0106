"""Builds a repository in which everything that can be hostile is: ``python -m tests.hostile.build FOLDER``."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.hostile.kinds import KINDS, write
from tests.hostile.texts import TEXTS

SECRET = "the-secret-outside"
HOUSE_MESSAGE = "{path} ::error::\n##[add-mask]forged \x1b[31m \u202e %0A::error::forged"
LEFT_OVER = ("tracked but gone", "submodule", "unreadable file", "untracked page", "hostile rule", "hostile cluster")


def build(folder: Path, kinds: Iterable[str] = KINDS) -> list[str]:
    """Makes ``folder`` a git repository of all texts and these kinds and returns their names. Beside it stands
    ``secret.md``, which nobody may read."""
    folder.mkdir()
    (folder.parent / "secret.md").write_text(f"# {SECRET}\n\n[x](gone.md)\n")
    write(folder, "README.md", "# Hostile\n\n[x](gone.md)\n")
    names = folder / "names"
    names.mkdir()
    for number, text in enumerate(TEXTS.values()):
        write(names, f"{text}.md", f"# Name {number}\n\n[gone](gone-{number}.md)\n")
        write(folder, f"text-{number}.md", write_page(text))
        write(folder, f"text-{number}.html", write_html(text))
    for name in kinds:
        own = folder / name.replace(" ", "-")
        own.mkdir()
        KINDS[name](own)
    write(folder, "house.yml", json.dumps(write_rules()))
    write(folder, "clusters.yml", json.dumps(write_clusters()))
    write(folder, ".linklint.yml", "extends: [linklint:strict, ./house.yml]\nclusters: clusters.yml\n")
    commit(folder)
    spoil(folder)
    return [f"{place}: {text}" for text in TEXTS for place in ("name", "text")] + [*kinds, *LEFT_OVER]


def write_page(text: str) -> str:
    """A page with the text wherever findings quote: title, heading, anchor text, destination, label, directive."""
    flat = text.replace("\n", " ").replace("\r", " ")
    return (
        f"---\ntitle: {json.dumps(text)}\ncluster: {json.dumps(text)}\n---\n\n# {text}\n\n"
        f"[{text}](gone.md) [x](<{flat}>) [x](<gone {flat}.md> '{text}') [{text}][{text}] ![{text}](gone.png)\n\n"
        f"[x](README.md#{flat}) [[{flat}]] <!-- linklint-disable-line {flat} --> [](README.md) [here](README.md)\n\n"
        f"<a href='{text}'>{text}</a>\n\n{text}\n"
    )


def write_html(text: str) -> str:
    return (
        f"<!doctype html><html lang='{text}'><title>{text}</title><h1 id='{text}'>{text}</h1>\n"
        f'<a href="gone.html">{text}</a> <a href="{text}">x</a> <a href="#{text}">y</a>\n'
        f'<img src="{text}" alt="{text}">\n'
    )


def write_rules() -> dict[str, object]:
    """A house rule that speaks about every page, with hostile words of its own."""
    return {
        "house/hostile": {
            "for": "page",
            "level": "notice",
            "where": {"path": {"glob": "names/**"}},
            "require": {"path": {"contains": HOUSE_MESSAGE}},
            "message": HOUSE_MESSAGE.replace("{path}", "{path} {title}"),
            "help": HOUSE_MESSAGE.replace("{path}", "help"),
            "why": HOUSE_MESSAGE.replace("{path}", "why"),
        }
    }


def write_clusters() -> dict[str, object]:
    return {"::error::\n##[add-mask]\x1b[31m": {"hub": "README.md", "spokes": ["gone \x1b[31m\n::error::forged.md"]}}


def commit(folder: Path) -> None:
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all")
    git(folder, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},submodule.md")
    git(folder, "commit", "--quiet", "--message=hostile")


def spoil(folder: Path) -> None:
    """What git would not have added so."""
    (folder / "submodule.md").mkdir()
    write(folder, "untracked ::error::\n##[add-mask].md", "[x](README.md)\n")
    write(folder, "links-to-spoiled.md", "[1](untracked%20::error::%0A%23%23[add-mask].md) [2](submodule.md/x.md)\n")
    (folder / "text-0.md").unlink()
    (folder / "text-1.md").chmod(0)


def git(folder: Path, *arguments: str) -> None:
    own = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"}
    person = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *person, *arguments], cwd=folder, env=os.environ | own, check=True, capture_output=True)


if __name__ == "__main__":
    sys.stdout.write("".join(f"{name!a}\n" for name in build(Path(sys.argv[1]))))
