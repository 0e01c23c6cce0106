"""Hugo's themes: where in the repository they lie, and the example site that a theme's own repository has of it."""

from __future__ import annotations

from collections.abc import Sequence

from linklint.model.files import Names
from linklint.site.paths import join, name, parent

EXAMPLE_SITES = frozenset({"examplesite", "example-site"})


def find_themes(root: str, themes_folder: str, themes: Sequence[str], names: Names) -> list[str]:
    """The folders of those themes that are here: in the folder for themes, or elsewhere if the name there is a symbolic
    link; and of the theme that the site is an example of."""
    found: list[str] = []
    for theme in themes:
        usual = join(root, f"{themes_folder}/{theme}") or ""
        linked = names.files.get(usual)
        if usual in names.directories:
            found.append(usual)
        elif linked is not None and linked.kind == "symlink":
            named = (each for each in names.directories if name(each) == name(theme) and _has_layouts(each, names))
            found.extend(sorted(named, key=lambda each: (each.count("/"), each))[:1])
    shown = find_shown_theme(root, names)
    return [*found, *([] if shown is None else [shown])]


def find_shown_theme(root: str, names: Names) -> str | None:
    """The folder of the theme that the site of this folder is an example of; None where it is not named as one."""
    theme = parent(root)
    sure = name(root).lower() in EXAMPLE_SITES
    named = sure or (name(root) == "demo" and (join(theme, "theme.toml") or "") in names.files)
    return theme if named and root and _has_layouts(theme, names) else None


def _has_layouts(folder: str, names: Names) -> bool:
    return (join(folder, "layouts") or "") in names.directories
