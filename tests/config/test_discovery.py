"""Which file is the config."""

import pytest

from linklint.errors import UserError
from tests.config.boxes import configure

STAGES = "stages: [{}]\n"
TOML = '[tool.linklint]\nstages = ["{}"]\n'


def found(files: dict[str, str], **more: str) -> tuple[str | None, tuple[str, ...]]:
    settings = configure(files, **more).settings
    return settings.config_path, settings.stages


@pytest.mark.parametrize("name", [".linklint.yml", ".linklint.yaml", "linklint.yml"])
def test_names(name: str) -> None:
    assert found({name: STAGES.format("a")}) == (name, ("a",))


def test_pyproject() -> None:
    assert found({"pyproject.toml": TOML.format("a")}) == ("pyproject.toml", ("a",))
    assert found({"pyproject.toml": '[project]\nname = "linklint-rules"\n'}) == (None, ())


def test_a_broken_pyproject_that_says_nothing_of_linklint_is_not_read() -> None:
    assert found({"pyproject.toml": "[project\n"}) == (None, ())


@pytest.mark.parametrize("start", ["docs/guides", "docs/guides/", "docs", "./docs"])
def test_the_nearest_folder_upwards_wins(start: str) -> None:
    files = {".linklint.yml": STAGES.format("top"), "docs/pyproject.toml": TOML.format("docs")}
    assert found(files, start=start) == ("docs/pyproject.toml", ("docs",))
    assert found(files, start="blog") == (".linklint.yml", ("top",))
    assert found(files) == (".linklint.yml", ("top",))


def test_an_empty_config_is_a_config() -> None:
    files = {".linklint.yml": STAGES.format("top"), "docs/.linklint.yml": "# nothing\n"}
    assert found(files, start="docs") == ("docs/.linklint.yml", ())


def test_two_in_one_folder_are_a_mistake_that_names_both() -> None:
    for other in (".linklint.yaml", "linklint.yml", "pyproject.toml"):
        files = {".linklint.yml": "", other: "stages: [a]" if other != "pyproject.toml" else TOML.format("a")}
        with pytest.raises(UserError) as raised:
            configure(files)
        (problem,) = raised.value.problems
        assert {problem.path, problem.message.split(": ")[1]} == {".linklint.yml", other}


def test_two_in_different_folders_are_none() -> None:
    files = {".linklint.yml": STAGES.format("top"), "docs/linklint.yml": STAGES.format("docs")}
    assert found(files, start="docs") == ("docs/linklint.yml", ("docs",))


def test_a_named_config() -> None:
    files = {".linklint.yml": STAGES.format("top"), "conf/my.yml": STAGES.format("mine"), "l.toml": TOML.format("t")}
    assert found(files, config="conf/my.yml") == ("conf/my.yml", ("mine",))
    assert found(files, config="l.toml") == ("l.toml", ("t",))
    with pytest.raises(UserError, match="cannot be read"):
        configure(files, config="conf/mi.yml")
