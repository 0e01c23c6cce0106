"""What fits a schema fits it by jsonschema too, and what does not does not."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from linklint.config.fitting import UnknownKeywordError, fits
from linklint.config.schemas import schema
from linklint.data.yaml import read_yaml
from linklint.errors import UserError

TOP = Path(__file__).parents[2]
NAMES = ("config", "rules", "clusters")
SAMPLES = [*TOP.glob("rules/**/*.yml"), *TOP.glob("examples/**/*.yml"), *TOP.glob("tests/config/bad/**/*.yml")]
SCALARS = (
    st.none() | st.booleans() | st.integers(-2, 3) | st.sampled_from([0.0, 0.85, 1.0, 1.5, "", "off", "error", "x"])
)


def words(value: Any) -> set[str]:
    """Every key and text of a schema."""
    if isinstance(value, dict):
        return {*value, *(word for each in value.values() for word in words(each))}
    if isinstance(value, list):
        return {word for each in value for word in words(each)}
    return {value} if isinstance(value, str) else set()


KEYS = st.sampled_from(sorted({word for name in NAMES for word in words(schema(name)) if " " not in word}))
VALUES = st.recursive(
    SCALARS | KEYS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)


@pytest.mark.parametrize("name", NAMES)
@given(value=VALUES)
def test_says_what_jsonschema_says(name: str, value: Any) -> None:
    assert fits(value, schema(name), schema(name)) == Draft7Validator(schema(name)).is_valid(value)


def test_says_what_jsonschema_says_of_files() -> None:
    verdicts = []
    for path in SAMPLES:
        try:
            value = read_yaml(path.read_bytes(), path.name).value
        except UserError:
            continue
        for name in NAMES:
            verdicts.append(fits(value, schema(name), schema(name)))
            assert verdicts[-1] == Draft7Validator(schema(name)).is_valid(value), (path, name)
    assert 50 < sum(verdicts) < len(verdicts) - 50


def test_leaves_what_it_does_not_know_to_jsonschema() -> None:
    with pytest.raises(UnknownKeywordError):
        fits("x", {"pattern": "x"}, {})
    with pytest.raises(UnknownKeywordError):
        fits("x", {"$ref": "https://example.com/x"}, {})


def test_a_sound_config_loads_no_jsonschema(tmp_path: Path) -> None:
    (tmp_path / ".linklint.yml").write_text("extends: [linklint:recommended]\nrules: {no-orphans: {level: notice}}\n")
    (tmp_path / "README.md").write_text("# A\n")
    program = (
        "import json, sys; from linklint.cli.main import call; call(['check', '-q']); "
        "print(json.dumps([name for name in sys.modules if name.startswith('jsonschema')]))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env={"PYTHONPATH": str(TOP)}, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert json.loads(ran.stdout.splitlines()[-1]) == []
