"""Runs linklint with no configuration on pinned repositories, and compares with what was judged and with the last run.

    python -m benchmarks.ecosystem FOLDER [OWNER/NAME...] [--compare-only]

FOLDER holds checkouts named OWNER+NAME, at the commits of ``repositories.csv``; those that are absent are told, with
the commands that clone them, and left out. Prints new and vanished findings as a comparison of two versions would:
those of the judged rules against ``docs/ecosystem/OWNER-NAME.csv``, the others by their number. Then it writes
``docs/ecosystem/summary.csv`` and the table of ``docs/ecosystem.md``.

Exit code 1 when a finding was not judged, a framework is not the expected one, or a repository has more unverified
links than the limit and its line of the list does not say why; 2 when nothing could be run.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.ecosystem.page import write_page
from benchmarks.ecosystem.records import (
    JUDGED,
    LIMIT,
    Place,
    Repository,
    Result,
    read_pinned,
    read_summary,
    read_verdicts,
    write_summary,
)
from linklint.app.check import check
from linklint.app.request import Request
from linklint.model.finding import Report


def find_trouble(checkout: Path, repository: Repository) -> str | None:
    """Why the checkout cannot be used, with the way out; None: it can."""
    if not checkout.is_dir():
        address = f"https://github.com/{repository.name}"
        clone = f"git clone --filter=blob:none {address} {checkout} && git -C {checkout} checkout {repository.commit}"
        return f"absent; get it with: {clone}"
    asked = subprocess.run(["git", "-C", checkout, "rev-parse", "HEAD"], capture_output=True, text=True, check=False)
    head = asked.stdout.strip()
    if head != repository.commit:
        return (
            f"at {head[:10] or 'no commit'}, not {repository.commit[:10]}; "
            f"git -C {checkout} fetch origin {repository.commit} && git -C {checkout} checkout {repository.commit}"
        )
    return None


def summarise(report: Report, expected: str) -> tuple[Result, Counter[Place]]:
    """The numbers of a run, and its findings of the judged rules. The framework is the expected one if a site of it was
    found, else the one of most pages."""
    summary = report.summary
    names = [framework.name for framework in report.frameworks]
    unverified = summary.unresolvable + summary.opaque + summary.outside + summary.fragment_unverifiable
    result = Result(
        expected if expected in names else names[0],
        summary.pages,
        summary.links,
        summary.internal,
        unverified,
        Counter(finding.rule for finding in report.findings),
    )
    places = Counter((found.location.path, str(found.location.line), found.rule) for found in report.findings)
    return result, Counter({place: number for place, number in places.items() if place[2] in JUDGED})


def compare(
    repository: Repository, now: Result, places: Counter[Place], before: Result | None
) -> Iterator[tuple[bool, str]]:
    """What is otherwise than judged and than in the last run, in words, and whether somebody has to look at it."""
    verdicts = read_verdicts(repository)
    if verdicts.commits - {repository.commit}:
        yield True, f"{repository.table().name} judges other commits than {repository.commit[:10]}"
    for word, changed in (("new", places - verdicts.places), ("vanished", verdicts.places - places)):
        for path, line, rule in sorted(changed.elements()):
            yield word == "new", f"{word}: {path}:{line} {rule}"
    if now.framework != repository.framework:
        yield True, f"taken for {now.framework}, not {repository.framework}"
    if now.share() > LIMIT and not repository.failed:
        yield True, f"{now.unverified} of {now.internal} internal links are unverified, and the list does not say why"
    if now.share() <= LIMIT and repository.failed:
        yield True, "listed as failed, but no more than the limit is unverified"
    if before is not None:
        yield from ((False, words) for words in compare_numbers(before, now))


def compare_numbers(before: Result, now: Result) -> Iterator[str]:
    for key in ("pages", "links", "internal", "unverified"):
        old, new = getattr(before, key), getattr(now, key)
        if old != new:
            yield f"{key}: {old} → {new}"
    for rule in sorted({*before.findings, *now.findings}):
        old, new = before.findings.get(rule, 0), now.findings.get(rule, 0)
        if old != new and rule not in JUDGED:
            yield f"{rule}: {old} → {new}"


def run(folder: Path, repositories: list[Repository], results: dict[str, Result]) -> tuple[int, int]:
    """Runs, prints, and puts what was found into ``results``; how many were run and how much somebody must look at."""
    before: Mapping[str, Result] = dict(results)
    done = alarms = 0
    for repository in repositories:
        checkout = folder / repository.folder()
        trouble = find_trouble(checkout, repository)
        if trouble:
            print(f"{repository.name}: {trouble}", flush=True)
            continue
        result, places = summarise(check(Request(paths=(str(checkout),)), str(checkout)), repository.framework)
        said = list(compare(repository, result, places, before.get(repository.name)))
        print(
            f"{repository.name}: {result.framework}, {result.pages} pages, {result.share():.1%} unverified, "
            f"{places.total()} judged findings" + ("" if said else ", as before"),
            flush=True,
        )
        for alarm, words in said:
            print(f"  {words}", flush=True)
            alarms += alarm
        results[repository.name] = result
        done += 1
    return done, alarms


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", metavar="OWNER/NAME")
    parser.add_argument("--compare-only", action="store_true", help="leave the summary and the table as they are")
    options = parser.parse_args()
    pinned = read_pinned()
    unknown = set(options.names) - {each.name for each in pinned}
    if unknown:
        print(f"not in the list of repositories: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    results = {name: result for name, result in read_summary().items() if name in {each.name for each in pinned}}
    asked = [each for each in pinned if not options.names or each.name in options.names]
    done, alarms = run(options.folder.resolve(), asked, results)
    print(f"{done} of {len(asked)} repositories run, {alarms} things to look at")
    if not done:
        return 2
    if not options.compare_only:
        write_summary(results)
        write_page()
    return int(alarms > 0)


if __name__ == "__main__":
    sys.exit(main())
