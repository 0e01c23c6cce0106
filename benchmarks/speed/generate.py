"""Writes a site of any size, the same for the same seed.

    python -m benchmarks.speed.generate FOLDER [--pages 3000] [--links 20] [--words 300] [--clusters 0] [--languages 1]
        [--code 0]

Every page has a title, a few headings, paragraphs with links to other pages, worded by their titles (one in ten with a
fragment that is there, one in two hundred broken), some emphasis and code. With clusters, ``clusters.yml`` has one hub
for each and its spokes. With code, so many files that are no pages lie beside them.
"""

from __future__ import annotations

import argparse
import random
import subprocess
from pathlib import Path

WORDS = (
    "image page link text search engine reader guide format size file picture compress upload browser cache width "
    "height content structure section example method result quality loading format speed index crawl rank title "
    "describe measure compare choose write read build deploy test review change improve explain"
).split()
HEADINGS = 4
LANGUAGES = ("en", "de", "fr", "es", "ja")
PER_FOLDER = 100
ENDINGS = ("go", "go", "go", "ts", "py", "json", "yaml", "png", "txt", "proto")


def name_page(number: int, language: int) -> str:
    prefix = "" if language == 0 else f"{LANGUAGES[language]}/"
    return f"{prefix}section-{number // PER_FOLDER:03}/page-{number:06}.md"


def name_title(number: int) -> str:
    """Three words that no other page has in this order, so that links can be worded as people word them."""
    first, second = WORDS[number % len(WORDS)], WORDS[number // len(WORDS) % len(WORDS)]
    return f"{first} {second} {number // len(WORDS) ** 2}{WORDS[(number * 5 + 1) % len(WORDS)]}"


def name_heading(number: int, index: int) -> str:
    return f"{WORDS[(number + index) % len(WORDS)]} {WORDS[(number * 7 + index) % len(WORDS)]} {index}"


def write_page(number: int, pages: int, links: int, words: int, language: int, chance: random.Random) -> str:
    """The text of one page. Links prefer pages near by, and every page links the next one."""
    title = name_title(number).capitalize()
    up = "../" * (1 if language == 0 else 2)
    lines = ["---", f"title: {title}", f"description: All about {title.lower()}", "---", "", f"# {title}", ""]
    per_paragraph = max(1, links // (HEADINGS * 2))
    left = links
    for index in range(HEADINGS):
        lines += [f"## {name_heading(number, index)}", ""]
        for _ in range(2):
            text = [chance.choice(WORDS) for _ in range(words // (HEADINGS * 2))]
            text[len(text) // 2] = f"**{text[len(text) // 2]}**"
            text[0] = f"`{text[0]}`"
            count = min(left, per_paragraph) if index < HEADINGS - 1 else left
            free = [at for at in range(1, len(text), 2) if at != len(text) // 2]  # a word between any two links
            for place in chance.sample(free, min(count, len(free))):
                target = (number + 1) % pages if left == links else chance.randrange(pages)
                left -= 1
                fragment = ""
                if chance.random() < 0.1:
                    fragment = "#" + name_heading(target, chance.randrange(HEADINGS)).replace(" ", "-")
                path = name_page(target, language)
                if chance.random() < 0.005:
                    path = path.replace("page-", "gone-")
                words_of_link = name_title(target) + (f" {chance.choice(WORDS)}" if chance.random() < 0.5 else "")
                text[place] = f"[{words_of_link}]({up}{path}{fragment})"
            lines += [" ".join(text) + ".", ""]
            if index == HEADINGS - 1:
                break
    return "\n".join(lines)


def write_code(folder: Path, count: int) -> None:
    """Files in folders as those of code are, three deep."""
    for number in range(count):
        module = number // PER_FOLDER
        path = folder / f"src/area-{module % 20}/module-{module:04}/part_{number}.{ENDINGS[number % len(ENDINGS)]}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"part {number}\n")


def generate(
    folder: Path, pages: int, links: int, words: int, clusters: int, languages: int, seed: int = 1, code: int = 0,
    in_cluster: int = 0,
) -> None:  # fmt: skip
    """Writes ``pages`` pages in each language, and a home page that links every section. ``code``: files beside them.
    ``in_cluster``: pages of each cluster; 0: the clusters share all pages."""
    folder.mkdir(parents=True)
    for language in range(languages):
        chance = random.Random(f"{seed} {language}")
        for number in range(pages):
            path = folder / name_page(number, language)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(write_page(number, pages, links, words, language, chance))
    home = [f"- [Section {number // PER_FOLDER}]({name_page(number, 0)})" for number in range(0, pages, PER_FOLDER)]
    (folder / "README.md").write_text("# Home\n\n" + "\n".join(home) + "\n")
    (folder / ".linklint.yml").write_text(
        "clusters: clusters.yml\n" if clusters else "extends: [linklint:recommended]\n"
    )
    if clusters:
        size = in_cluster or max(2, pages // clusters)
        entries = []
        for number in range(clusters):
            first = number * size
            spokes = [name_page(page, 0) for page in range(first + 1, min(first + size, pages))]
            entries.append(f"cluster-{number}:\n  hub: {name_page(first, 0)}\n  spokes: [{', '.join(spokes)}]\n")
        (folder / "clusters.yml").write_text("".join(entries))
    write_code(folder, code)
    for command in (["git", "init", "--quiet"], ["git", "add", "--all"]):
        subprocess.run(command, cwd=folder, check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    for name, default in (
        ("pages", 3000),
        ("links", 20),
        ("words", 300),
        ("clusters", 0),
        ("languages", 1),
        ("seed", 1),
        ("code", 0),
    ):
        parser.add_argument(f"--{name}", type=int, default=default)
    wanted = parser.parse_args()
    generate(**vars(wanted))


if __name__ == "__main__":
    main()
