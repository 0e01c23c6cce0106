"""What a run loads is what its user waits for."""

import subprocess
import sys
from pathlib import Path

from tests.cli.running import ROOT, linklint, make_repository

HEAVY = ("markdown_it", "selectolax", "networkx", "jsonschema", "numpy", "rich", "linklint.source.parse")
SCRIPT = f"""
import sys
from linklint.cli.main import call
call(["check", "--quiet", "--output", "json=/dev/null"])
print([name for name in {HEAVY} if name in sys.modules])
print("yaml" in sys.modules)
print(sorted(name.rpartition(".")[2] for name in sys.modules if name.startswith("linklint.site.profiles.mk")))
"""


def loaded(top: Path) -> list[str]:
    """The heavy modules that a run in a fresh process loads, whether it loads PyYAML, and the parts of one profile."""
    environment = {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], cwd=top, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()[-3:]


def test_a_warm_run_with_nothing_changed_loads_no_parser(tmp_path: Path) -> None:
    pages = {f"p{number}.md": f"# P{number}\n\n[next](p{number + 1}.md) " + "words " * 200 for number in range(80)}
    top = make_repository(tmp_path, {"README.md": "# Home\n\n[first](p0.md)\n", **pages})
    cold = loaded(top)
    assert "markdown_it" in cold[0]
    assert loaded(top) == ["[]", "False", "[]"]


def test_pages_of_plain_front_matter_need_no_reader_of_yaml(tmp_path: Path) -> None:
    plain = {"README.md": "---\ntitle: Home\ntags: ['a', 'b']\n---\n\n[a](a.md)\n", "a.md": "# A\n"}
    assert loaded(make_repository(tmp_path, plain))[1] == "False"


def test_a_config_is_read_by_the_reader_of_yaml(tmp_path: Path) -> None:
    assert loaded(make_repository(tmp_path, {"README.md": "# A\n", ".linklint.yml": "rules: {}\n"}))[1] == "True"


def test_only_the_profiles_of_the_repository_are_loaded(tmp_path: Path) -> None:
    top = make_repository(tmp_path, {"mkdocs.yml": "site_name: x\n", "docs/index.md": "# Home\n"})
    assert linklint(top, "config").code == 0
    assert "mkdocs" in loaded(top)[2]
