"""The example site: exactly its planted faults, and the same from a copy of all rules under other names."""

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from linklint import config
from linklint.app.check import check
from linklint.app.request import Request
from linklint.model.finding import Finding, Report
from linklint.workspace import box_rules

ROOT = Path(__file__).parents[2]
EXPECTED = Path(__file__).with_name("garden_expected.txt").read_text().splitlines()
RULES = sorted(config.read_box(box_rules()), key=len, reverse=True)
NAMED = re.compile(rf"(?<![\w/-])({'|'.join(RULES)})(?![\w-])")


@pytest.fixture
def garden(tmp_path: Path) -> Path:
    """The example as a repository of its own."""
    top = tmp_path / "garden"
    shutil.copytree(ROOT / "examples" / "garden", top)
    subprocess.run(["git", "init", "--quiet", top], check=True)
    subprocess.run(["git", "-C", top, "add", "--all"], check=True)
    return top


def test_the_garden_has_exactly_its_planted_faults(garden: Path) -> None:
    report = check(Request(), str(garden))
    found = [f"{finding.location.path}:{finding.location.line} {finding.rule}" for finding in report.findings]
    assert Counter(found) == Counter(EXPECTED)


def test_the_garden_shows_many_rules_on_many_pages() -> None:
    assert len({line.split()[1] for line in EXPECTED}) >= 12
    pages = [path for path in (ROOT / "examples" / "garden").rglob("*.*") if path.suffix in (".md", ".html")]
    assert 25 <= len(pages) <= 45


def test_a_page_that_is_meant_to_be_an_orphan_says_so_and_is_kept_quiet(garden: Path) -> None:
    (quiet,) = check(Request(), str(garden)).suppressed
    assert (quiet.finding.rule, quiet.where) == ("no-orphans", "open-day.md:4")
    assert quiet.reason == "printed as a QR code on the poster at the gate"


def test_strict_says_under_which_heading_a_hub_is_linked(garden: Path) -> None:
    settings = garden / ".linklint.yml"
    settings.write_text(settings.read_text().replace("linklint:recommended", "linklint:strict"))
    spoke = garden / "compost" / "troubles.md"
    text = spoke.read_text().replace("[Making compost](README.md)", "Making compost")
    spoke.write_text(f"{text}\n## See also\n\n- [Making compost](README.md)\n")
    line = len(spoke.read_text().splitlines())
    (finding,) = (
        finding
        for finding in check(Request(), str(garden)).findings
        if finding.rule == "spoke-links-to-hub" and finding.location.path == "compost/troubles.md"
    )
    (related,) = finding.related
    assert related.message == f'linked only under "See also" (line {line})'
    assert (related.location.path, related.location.line) == ("compost/troubles.md", line)


def test_a_house_pack_says_what_the_box_says(garden: Path) -> None:
    boxed = check(Request(rules=tuple(RULES)), str(garden))
    move_box_into(garden)
    report = check(Request(rules=tuple(f"house/{rule}" for rule in RULES)), str(garden))
    assert len(boxed.findings) > len(EXPECTED)
    assert list(tell(report)) == list(tell(boxed))
    assert [entry.finding.rule for entry in report.suppressed] == ["house/no-orphans"]


def move_box_into(top: Path) -> None:
    """Copy all rules as house/*.yml under house/ names, extend them and not the box, and name them so everywhere."""
    (top / "house").mkdir()
    for name, data in box_rules().items():
        if not name.startswith("packs/"):
            (top / "house" / name).write_text(rename(data.decode()))
    for page in top.rglob("*.md"):
        text = page.read_text("latin-1")  # keeps every byte: one of the pages is no UTF-8
        page.write_text(re.sub(r"<!-- linklint-.*?-->", lambda found: rename(found[0]), text), "latin-1")
    settings = top / ".linklint.yml"
    files = ", ".join(f"./house/{rule}.yml" for rule in RULES)
    settings.write_text(rename(settings.read_text()).replace("linklint:recommended", files))


def rename(text: str) -> str:
    return NAMED.sub(r"house/\1", text)


def tell(report: Report) -> Iterator[tuple[object, ...]]:
    """All that the findings say, without the names of rules."""

    def plain(finding: Finding) -> tuple[object, ...]:
        rule = finding.rule.removeprefix("house/")
        place = finding.location
        related = [(each.location, each.message.replace("(house/", "(")) for each in finding.related]
        # Not the end: a directive that names a house rule is longer.
        told = (finding.level, finding.message, finding.help, finding.suggestions, related)
        return place.path, place.line, place.column, rule, told

    yield from sorted(map(plain, report.findings), key=repr)
