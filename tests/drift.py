"""What is generated, and whether it is up to date.

python -m tests.drift            fails when a generated file differs from what would be written now
python -m tests.drift --write    writes them
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner

from linklint import config, facts
from linklint.cli.main import main as linklint
from linklint.report.config_docs import config_page
from linklint.report.docs import facts_page, rule_page
from linklint.workspace import box_rules

ROOT = Path(__file__).resolve().parent.parent
PACKS = ("recommended", "strict", "seo", "docs", "growth")
HELP_BLOCK = re.compile(r"(<!-- help: generated -->\n```text\n).*?(```\n<!-- /help -->)", re.S)


def generate() -> Iterator[tuple[Path, str]]:
    """Every generated file with its text."""
    rules = config.read_box(box_rules())
    for rule in rules.values():
        yield ROOT / "docs" / "rules" / f"{rule.id}.md", rule_page(rule)
    yield ROOT / "docs" / "rules" / "README.md", rules_index()
    yield ROOT / "rules" / "box.json", config.write_compact(box_rules())
    yield ROOT / "docs" / "facts.md", facts_page(facts.catalogue())
    yield ROOT / "docs" / "config.md", config_page(config.schema("config"))
    for name in ("config", "rules", "clusters", "json"):
        text = json.dumps(config.schema(name), indent=2, ensure_ascii=False) + "\n"
        yield ROOT / "docs" / "schemas" / f"{name}.json", text
    readme = (ROOT / "README.md").read_text()
    yield ROOT / "README.md", HELP_BLOCK.sub(lambda match: match[1] + help_text() + match[2], readme)


def rules_index() -> str:
    """The table of rules: id, levels in the packs, what it judges."""
    from linklint.app.catalogues import list_rules

    lines = [
        "<!-- Generated from the rules' YAML files; edit those. -->",
        "# Rules",
        "",
        f"| rule | {' | '.join(PACKS)} | judges |",
        f"| --- |{' --- |' * len(PACKS)} --- |",
    ]
    for row in list_rules():
        levels = " | ".join(row.levels.get(pack, "–") for pack in PACKS)
        lines.append(f"| [{row.rule.id}]({row.rule.id}.md) | {levels} | every {row.rule.subject} |")
    return "\n".join([*lines, ""])


def help_text() -> str:
    """``linklint check --help`` at a fixed width."""
    return CliRunner().invoke(linklint, ["check", "--help"], terminal_width=100, prog_name="linklint").output


def find_drift() -> list[Path]:
    """Generated files that differ, and pages of rules that are gone."""
    wanted = dict(generate())
    differing = [path for path, text in wanted.items() if not path.exists() or path.read_text() != text]
    left_over = [path for path in (ROOT / "docs" / "rules").glob("*.md") if path not in wanted]
    return differing + left_over


def main() -> int:
    if "--write" in sys.argv:
        for path, text in generate():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return 0
    drift = find_drift()
    for path in drift:
        print(f"{path.relative_to(ROOT)} is out of date: run `make generate`")
    return int(bool(drift))


if __name__ == "__main__":
    sys.exit(main())
