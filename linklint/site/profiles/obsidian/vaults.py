"""Which folders of a repository are vaults: those that Obsidian has opened (``.obsidian``), and those whose notes name
each other in double brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linklint.model.files import Names
from linklint.site.generators import generator_folders, jekyll_folders
from linklint.site.glancing import glance
from linklint.site.languages import language_folders
from linklint.site.paths import ancestors, join, parent, within
from linklint.site.profile import Detection, Read
from linklint.site.profiles.conventions import is_example, is_set_aside
from linklint.site.profiles.manifests import read_json
from linklint.site.profiles.obsidian.quartz import find_gardens, is_of_quartz
from linklint.source.decode import decode
from linklint.source.masks.code import find_outside_code

# Not the condition of a shell, not the text of a link ([[1]](…), [[1]][…]), not a number.
WIKILINK = re.compile(r"\[\[(?![\s\d\-$!\]])[^\[\]\n]{1,200}\]\](?![(\[])")
ENOUGH = 0.3
FEWEST = 5
"""Notes with links in double brackets that make a vault of a folder that Obsidian left no trace in."""
SAMPLE = 60
LARGEST = 200_000  # bytes of a note that are looked at
SETTINGS = (("templates.json", "folder"), ("plugins/templater-obsidian/data.json", "templates_folder"))
FOR_TESTS = re.compile(r"(?:test|demo|example|sample)[-_ ]?vault", re.IGNORECASE)  # as authors of plugins have
WIKI_PARTS = frozenset({"_sidebar.md", "_footer.md"})  # a wiki of GitHub's, which has rules of its own


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """Folders that are vaults."""
    return [Detection(root, reason) for root, reason in find_vaults(names, read)]


def find_vaults(names: Names, read: Read) -> list[tuple[str, str]]:
    """Folder and reason of each vault. What another generator builds is that generator's."""
    built = generator_folders(names, read) | jekyll_folders(names)
    opened = {
        parent(folder)
        for folder in names.directories
        if folder.rpartition("/")[2] == ".obsidian" and not _is_example(folder) and not is_set_aside(folder, names)
    }
    gardens = find_gardens(names)
    opened = {root for root in opened if not built.intersection([root, *ancestors(root)])}
    opened = {root for root in opened if not is_of_quartz(root, gardens)} | gardens.keys()
    outermost = sorted(root for root in opened if not opened.intersection(ancestors(root)))
    if outermost:
        return [
            (root, gardens.get(root) or f"a vault of Obsidian ({root}/.obsidian)".replace("(/", "("))
            for root in outermost
        ]
    if "" in built:
        return []
    return [(root, "notes that name each other in [[double brackets]]") for root in _find_by_links(names, read, built)]


def _is_example(folder: str) -> bool:
    return is_example(folder) or any(FOR_TESTS.fullmatch(segment) for segment in folder.split("/"))


def find_templates(root: str, read: Read) -> tuple[str, ...]:
    """Folders of templates, as the settings of Obsidian's own plugin and of Templater name them."""
    found = []
    for file, key in SETTINGS:
        said = read_json(join(root, f".obsidian/{file}") or "", read)
        folder = said.get(key) if isinstance(said, dict) else None
        if isinstance(folder, str) and folder.strip("/ "):
            found.append(join(root, folder))
    return tuple(folder for folder in found if folder)


def find_attachments(root: str, read: Read) -> str | None:
    """The folder in which the vault keeps what is no note, where its settings name one."""
    said = read_json(join(root, ".obsidian/app.json") or "", read)
    folder = said.get("attachmentFolderPath") if isinstance(said, dict) else None
    return join(root, folder) if isinstance(folder, str) and folder.strip("./ ") else None


def list_notes(names: Names, root: str) -> list[str]:
    """The Markdown files of a folder, those of folders with a leading dot left out."""
    return [
        path
        for path in names.ending("md")
        if within(path, root) and names.files[path].kind == "file" and "/." not in "/" + path
    ]


def _find_by_links(names: Names, read: Read, built: frozenset[str]) -> list[str]:
    notes = [path for path in list_notes(names, "") if not is_set_aside(path, names)]
    examples = [path for path in notes if is_example(path)]
    notes = [path for path in notes if not is_example(path) and not built.intersection(ancestors(path))]
    if any(path.rpartition("/")[2].lower() in WIKI_PARTS for path in notes) or not _is_linked(notes, read):
        return []
    languages = [folder for folder in language_folders(notes) if "/" not in folder]
    if not languages:
        return [""]
    notes += examples  # beside vaults, a folder of examples is one more vault if its notes name each other
    tops = sorted({path.partition("/")[0] for path in notes if "/" in path})
    return [top for top in tops if top in languages or _is_linked([n for n in notes if within(n, top)], read)]


def _is_linked(notes: Sequence[str], read: Read) -> bool:
    """Whether enough notes of a sample link others in double brackets."""
    step = max(1, len(notes) // SAMPLE)
    sample = notes[::step]
    found = sum(glance(read, path, names_a_note) for path in sample)
    return found >= FEWEST and found > ENOUGH * len(sample)


def names_a_note(data: bytes) -> bool:
    """Whether a text holds double brackets, outside of code."""
    return b"[[" in data and bool(find_outside_code(WIKILINK, decode(data[:LARGEST])[0]))
