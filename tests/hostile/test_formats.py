"""Every machine's format of a hostile change is valid, and the job summary shows page text as nothing but text."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from markdown_it import MarkdownIt

from linklint import config
from linklint.report import FORMATS
from tests.action.composite import PYTHON, lend_packages, run_action
from tests.cli.running import linklint
from tests.hostile.build import build, git
from tests.hostile.kinds import write
from tests.packaging.test_installs import run
from tests.report.oracle import find_control_characters, find_hidden_characters

TOP = Path(__file__).parents[2]
MARKUP = [
    "[x](https://evil.example)", "![x](https://evil.example/x.png)", "<img src=x onerror=alert(1)>", "@everyone",
    "<a href=https://evil.example>x</a>", "https://evil.example", "www.evil.example", "evil@evil.example",
    "</details><h1>x", "|x|y|", "```", "~~~", "`` ` ``", "<!--", "]]>", "&lt;b&gt;", "<https://evil.example>", "# x",
    "\\`x\\`", "[^1]", ":tada:", "#1", "evil/evil#1", "$x$", "end\"]; click n0 \"https://evil.example\"",
]  # fmt: skip

GITLAB: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?![./]*/)"},
                    "lines": {"type": "object", "properties": {"begin": {"type": "integer", "minimum": 1}}},
                },
            },
        },
    },
}
"""https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format"""


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hostile texts and names, committed; then pages with markup for names come, are linked, and others go."""
    folder = tmp_path_factory.mktemp("formats") / "repository"
    build(folder, kinds=[])
    (folder / "text-1.md").chmod(0o644)
    (folder / "markup").mkdir()
    for number, text in enumerate(MARKUP):
        name = text.replace("/", "∕")
        write(folder / "markup", f"{name}.md", f"# {text}\n\n[{text}](gone-{number}.md) [home](../README.md)\n")
        write(folder, f"old-{number}.md", f"# {text}\n\n[{text}](markup/old.md)\n")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=markup")
    for number, text in enumerate(MARKUP):
        name = text.replace("/", "∕")
        write(folder / "markup", f"new {name}.md", f"# {text}\n\n[{text}](<../names/{name}.md>) [x](../README.md)\n")
        (folder / f"old-{number}.md").unlink()
    (folder / "names" / "a`b.md").write_text("[x](../README.md)\n")
    return folder


@pytest.fixture(scope="module")
def outputs(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Format → what one run, compared with the last commit, wrote."""
    folder = tmp_path_factory.mktemp("outputs")
    wanted = [argument for name in FORMATS for argument in ("--output", f"{name}={folder / name}")]
    ran = linklint(repository, "check", "--since", "HEAD", *wanted, HOME=str(folder), GITHUB_ACTIONS="true")
    assert ran.code == 1, ran.err
    return {name: (folder / name).read_bytes().decode("utf-8") for name in FORMATS}


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_no_control_character_is_in_it(outputs: dict[str, str], name: str) -> None:
    data = outputs[name].encode()
    assert len(data) > 1000
    assert find_control_characters(data) == []
    assert find_hidden_characters(data) == []


def test_json_is_valid_by_its_schema(outputs: dict[str, str]) -> None:
    report = json.loads(outputs["json"])
    jsonschema.validate(report, config.schema("json"))
    assert report["summary"]["new"] > 0
    assert [json.loads(line) for line in outputs["jsonl"].splitlines()] == report["findings"]


def test_gitlab_is_valid_by_its_schema(outputs: dict[str, str]) -> None:
    issues = json.loads(outputs["gitlab"])
    jsonschema.validate(issues, GITLAB)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_xml_can_be_read_and_counts_rightly(outputs: dict[str, str], name: str) -> None:
    root = ElementTree.fromstring(outputs[name])
    findings = json.loads(outputs["json"])["findings"]
    if name == "junit":
        assert int(root.attrib["failures"]) == len(findings) == len(root.findall(".//failure"))
        assert int(root.attrib["tests"]) == len(root.findall(".//testcase"))
    else:
        assert len(root.findall("./file/error")) == len(findings)


def test_rdjson_points_at_existing_bytes(outputs: dict[str, str], repository: Path) -> None:
    for diagnostic in json.loads(outputs["rdjson"])["diagnostics"]:
        place = diagnostic["location"]
        assert diagnostic["severity"] in ("ERROR", "WARNING", "INFO")
        assert place["range"]["start"]["line"] >= 1
        assert place["range"]["end"]["column"] >= place["range"]["start"]["column"] >= 1


class Elements(HTMLParser):
    """The elements of a rendered page, and all text outside of code."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.depth += tag == "code"

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag == "code"

    def handle_data(self, data: str) -> None:
        self.text += "" if self.depth else data

    def handle_comment(self, data: str) -> None:
        self.elements.append(("comment", {}))


OURS = {
    "h2", "h3", "p", "strong", "ul", "li", "code", "pre", "table", "thead", "tbody", "tr", "th", "td", "details",
    "summary",
}  # fmt: skip


def check_summary(markdown: str) -> None:
    """Nothing but our own elements, and outside of code none of the texts of a page."""
    render = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    page = Elements()
    page.feed(render.render(markdown))
    page.close()
    assert {tag for tag, _ in page.elements} <= OURS
    attributes = {(tag, name) for tag, own in page.elements for name in own}
    assert attributes <= {("code", "class")}
    assert {own["class"] for tag, own in page.elements if own} <= {"language-mermaid"}
    for trace in ("evil", "@", "<", ">", "`", "forged", "::", "##[", "://", "www.", "#1", "$", ":tada:"):
        assert trace not in page.text, trace
    assert len(re.findall(r"^```", markdown, re.M)) == 2


def test_the_summary_shows_page_text_as_text(outputs: dict[str, str]) -> None:
    markdown = outputs["markdown"]
    for part in ("### What changed since", "```mermaid", "https://evil.example", "@everyone", "<img"):
        assert part in markdown
    check_summary(markdown)
    picture = markdown.partition("```mermaid")[2].partition("```")[0]
    assert "click" not in re.sub(r'\["[^"]*"\]', "", picture)
    assert all(re.fullmatch(r"(?:[\w /.-]|#\d+;)*", label) for label in re.findall(r'\["(.*)"\]', picture))


def test_the_summary_of_the_action_is_no_other(repository: Path, tmp_path: Path) -> None:
    lend_packages(tmp_path / "runner")
    outcome = run_action(TOP, {"python": PYTHON, "scope": "all"}, repository, tmp_path / "runner")
    summary = outcome.files[1]["GITHUB_STEP_SUMMARY"]
    assert "### What changed since" in summary
    assert len(summary.encode()) < 900 * 1024
    check_summary(summary)


@pytest.mark.long
def test_sarif_is_valid_by_microsofts_tool(outputs: dict[str, str], tmp_path: Path) -> None:
    """Its complaints of grade error; the others ask for what GitHub does not want."""
    run("npm", "install", "--no-audit", "--no-fund", "--prefix", tmp_path, "@microsoft/sarif-multitool")
    (tmp_path / "linklint.sarif").write_text(outputs["sarif"])
    tool = next((tmp_path / "node_modules" / "@microsoft").glob("sarif-multitool-*/Sarif.Multitool"))
    tool.chmod(0o755)  # npm asks before it runs the script that would do this
    subprocess.run(
        [tool, "validate", "linklint.sarif", "--output", "found.sarif", "--log", "ForceOverwrite"],
        cwd=tmp_path, capture_output=True, check=False,
    )  # fmt: skip
    found = json.loads((tmp_path / "found.sarif").read_text("utf-8-sig"))["runs"][0]
    assert found["tool"]["driver"]["name"]
    assert [result for result in found.get("results", []) if result.get("level", "warning") == "error"] == []


@pytest.mark.long
def test_junit_is_valid_by_a_schema(outputs: dict[str, str], tmp_path: Path) -> None:
    run(sys.executable, "-m", "venv", tmp_path / "venv")
    python = tmp_path / "venv" / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", "xmlschema")
    (tmp_path / "junit.xml").write_text(outputs["junit"])
    schema = Path(__file__).parent / "junit.xsd"
    run(tmp_path / "venv" / "bin" / "xmlschema-validate", "--schema", schema, tmp_path / "junit.xml")
