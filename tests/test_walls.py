"""What import contracts cannot say: who may open files, what nobody may import, how long a file may be."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "linklint"
LONGEST = 300
NOBODY = ("urllib.request", "pickle", "marshal", "shelve", "ctypes", "socket", "ssl", "http", "scipy")
EVALUATING = {"eval", "exec", "compile", "__import__"}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def called_and_imported_names(tree: ast.AST) -> tuple[set[str], set[str]]:
    called, imported = set(), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            called.add(node.func.id)
        elif isinstance(node, ast.Import):
            imported.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            imported.update((node.module, *(f"{node.module}.{alias.name}" for alias in node.names)))
    return called, imported


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_keeps_inside_its_walls(path: Path) -> None:
    source = path.read_text()
    called, imported = called_and_imported_names(ast.parse(source))
    assert source.count("\n") <= LONGEST
    assert EVALUATING.isdisjoint(called)
    assert not [name for name in imported if name in NOBODY or name.startswith(tuple(f"{n}." for n in NOBODY))]
    if path.parent.name != "workspace":
        assert "open" not in called


def test_the_walls_would_be_noticed() -> None:
    bad = ast.parse("import urllib.request\nfrom http import client\nopen('x')\neval('1')\n")
    called, imported = called_and_imported_names(bad)
    assert imported >= {"urllib.request", "http"}
    assert called == {"open", "eval"}
    module = ast.parse("A = 1\nB: int = 2\n\n\ndef c(): ...\n\n\n@fact\ndef d(): ...\n\n\nclass E: ...\n")
    assert list(defined_names(module)) == ["A", "B", "c", "E"]


def defined_names(tree: ast.Module) -> Iterator[str]:
    """What a module defines at its top, but for what a decorator takes."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.decorator_list:
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (target.id for target in targets if isinstance(target, ast.Name))


def test_what_is_defined_is_used() -> None:
    """Not by tests alone; what writes a format or a page of the documentation is called by the format's name, or by
    what generates the page."""
    words = Counter(re.findall(r"\w+", "\n".join(path.read_text() for path in modules())))
    others = [*(ROOT / "benchmarks").rglob("*.py"), *(ROOT / "scripts").rglob("*.py"), ROOT / "tests" / "drift.py"]
    words.update(re.findall(r"\w+", "\n".join(path.read_text() for path in others)))
    defined = [(path, name) for path in modules() for name in defined_names(ast.parse(path.read_text()))]
    unused = [
        f"{path.relative_to(PACKAGE)}: {name}"
        for path, name in defined
        if words[name] < 2 and not name.startswith(("__", "write_"))
    ]
    assert not unused


def test_version_and_help_load_no_parser() -> None:
    """A fresh process; what it imports is what a user waits for."""
    import subprocess
    import sys

    script = (
        "import sys; from linklint.cli.main import call; call(['--version']); call(['--help']);"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = set(done.stdout.splitlines()[-1].split())
    assert loaded.isdisjoint({"markdown_it", "networkx", "numpy", "jsonschema", "selectolax", "yaml", "rich"})
