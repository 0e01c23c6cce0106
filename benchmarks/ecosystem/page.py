"""Writes the table of docs/ecosystem.md. Everything outside the two markers is written by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from benchmarks.ecosystem.records import (
    JUDGED,
    LIMIT,
    ROOT,
    Recall,
    Repository,
    Result,
    read_pinned,
    read_recall,
    read_summary,
    read_verdicts,
)

PAGE = ROOT / "docs" / "ecosystem.md"
BEGIN = "<!-- begin of the table that make ecosystem writes -->"
END = "<!-- end of the table -->"
HEADER = (
    "framework", "repository, what it is", "commit", "licence", "pages", "links", "internal", "unverified",
    "findings", "false", "planted and found",
)  # fmt: skip


def lay_out_table(
    repositories: Sequence[Repository], results: Mapping[str, Result], recall: Mapping[str, Recall]
) -> Iterator[str]:
    """The lines of the table and, below it, why repositories failed. A repository that was never run has no row."""
    yield "| " + " | ".join(HEADER) + " |"
    yield "|" + "---|" * len(HEADER)
    shown = [each for each in repositories if each.name in results]
    for repository in shown:
        cells = lay_out_row(repository, results[repository.name], recall.get(repository.name))
        yield "| " + " | ".join(cells) + " |"
    failed = [each for each in shown if results[each.name].share() > LIMIT]
    if failed:
        yield ""
        yield f"Failed, since more than {LIMIT:.0%} of the internal links cannot be verified from the sources:"
        yield ""
    for repository in failed:
        yield f"- {repository.name}: {repository.failed or 'the reason was not looked for yet'}"


def lay_out_row(repository: Repository, result: Result, recall: Recall | None) -> Iterator[str]:
    verdicts = read_verdicts(repository)
    table = repository.table()
    name = f"[{repository.name}](ecosystem/{table.name})" if table.exists() else repository.name
    yield repository.framework
    yield f"{name}, {repository.what}"
    yield repository.commit[:10]
    yield repository.licence
    yield from (str(number) for number in result[1:4])
    yield f"{result.share():.1%}" + (", failed" if result.share() > LIMIT else "")
    counts = {words: result.findings.get(rule, 0) for rule, words in JUDGED.items()}
    told = [f"{number} {words}" for words, number in sorted(counts.items(), key=lambda pair: -pair[1]) if number]
    others = sum(number for rule, number in result.findings.items() if rule not in JUDGED)
    yield ", ".join(told + ([f"{others} by other rules"] if others else [])) or "none"
    yield str(verdicts.false)
    yield say_recall(recall)


def say_recall(recall: Recall | None) -> str:
    if recall is None:
        return "–"
    unexpected = f", {recall.unexpected} unexpected" if recall.unexpected else ""
    return f"{recall.found} of {recall.planted}{unexpected}"


def write_page() -> None:
    """Puts the table between the markers. Raises ValueError when the page lacks them."""
    text = PAGE.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{PAGE} lacks the markers {BEGIN} and {END}")
    table = "\n".join(lay_out_table(read_pinned(), read_summary(), read_recall()))
    PAGE.write_text(f"{before}{BEGIN}\n\n{table}\n\n{END}{after}", encoding="utf-8")
