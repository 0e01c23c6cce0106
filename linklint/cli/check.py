"""``linklint check``."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

import click
import msgspec

import linklint
from linklint.app.remembering import check
from linklint.app.request import SCOPES, Request
from linklint.cli.output import tell, write_out
from linklint.cli.progress import show_progress
from linklint.model.finding import Report
from linklint.model.rule import LEVELS
from linklint.report import FOOTED, FORMATS, WHOLE, Rendering, write_pieces
from linklint.report.statistics import write_statistics
from linklint.report.writing import inert
from linklint.workspace import (
    Environment,
    random_token,
    read_environment,
    read_stdin,
    understand_escapes,
    write_atomically,
)

LEVEL_CHOICE = click.Choice(["error", "warning", "notice"])


def split_assignment(
    _ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]
) -> tuple[tuple[str, str], ...]:
    for value in values:
        if "=" not in value:
            raise click.BadParameter(f"{value!r} is not of the form KEY=VALUE, such as site.framework=plain")
    return tuple((key, text) for key, _, text in (value.partition("=") for value in values))


def split_output(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    outputs = []
    for value in values:
        name, _, path = value.partition("=")
        if name not in FORMATS:
            raise click.BadParameter(f"{name!r} is not a format; the formats are {', '.join(FORMATS)}")
        outputs.append((name, path))
    return tuple(outputs)


def configuration_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that every command shares which reads a repository."""
    options = [
        click.option("--config", metavar="FILE", help="Use this config and search for no other."),
        click.option("--rule", "rules", metavar="ID", multiple=True, help="Run exactly this rule (repeatable)."),
        click.option("--skip", metavar="ID", multiple=True, help="Leave this rule out (repeatable)."),
        click.option(
            "--set", "assignments", metavar="KEY=VALUE", multiple=True, callback=split_assignment,
            help="Set one value of the config, such as site.framework=plain (repeatable).",
        ),
        click.option("--framework", metavar="NAME", help="Read the repository as this framework's site."),
    ]  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


@click.command("check")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--output", "outputs", metavar="FORMAT[=PATH]", multiple=True, callback=split_output,
    help=f"Write findings as FORMAT to stdout, or to PATH (repeatable): {', '.join(FORMATS)}. Default: full.",
)  # fmt: skip
@configuration_options
@click.option("--fail-on", type=click.Choice(["error", "warning", "notice", "never"]), default="error",
              show_default=True, help="Exit with 1 when a finding has this level or a higher one.")  # fmt: skip
@click.option("--min-level", type=LEVEL_CHOICE, default="notice", show_default=True, help="Show no lower level.")
@click.option("--since", metavar="REV",
              help="Compare with this commit, and mark what is new, worse or fixed. auto: with the commit that the "
                   "event of GitHub Actions or pre-commit names, else with the last one.")  # fmt: skip
@click.option("--scope", type=click.Choice(SCOPES), default="all", show_default=True,
              help="Which findings to show: all, new or worse ones, or those that touch what changed. auto: new in a "
                   "pull request, touched in pre-commit, else all. Without --since, that is auto.")  # fmt: skip
@click.option("--annotations", type=click.IntRange(0), default=30, show_default=True, metavar="N",
              help="With --output github: at most N annotations in all. GitHub shows ten of a level.")  # fmt: skip
@click.option("--no-cache", is_flag=True, help="Parse everything anew, and keep nothing for later runs.")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Parse in N processes. Default: one for each core.")
@click.option(
    "--statistics", is_flag=True, help="Show how many findings there are by rule, folder and cluster instead."
)
@click.option("--stdin-filename", metavar="FILE",
              help="With - as PATH: read this file's text from stdin; report what stands in it.")  # fmt: skip
@click.option("--no-suppressions", is_flag=True, help="Show what directives and the baseline keep quiet.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
              help="auto: as NO_COLOR and FORCE_COLOR say, else on a terminal.")  # fmt: skip
@click.option("--no-progress", is_flag=True, help="No progress bar, not even on a terminal.")
@click.option("-q", "--quiet", is_flag=True, help="No footer.")
@click.option("-v", "--verbose", is_flag=True, help="Also list the links that could not be checked, and why.")
def check_command(
    paths: tuple[str, ...],
    outputs: tuple[tuple[str, str], ...],
    config: str | None,
    rules: tuple[str, ...],
    skip: tuple[str, ...],
    assignments: tuple[tuple[str, str], ...],
    framework: str | None,
    fail_on: str,
    min_level: str,
    since: str | None,
    scope: str,
    annotations: int,
    no_cache: bool,
    jobs: int | None,
    statistics: bool,
    stdin_filename: str | None,
    no_suppressions: bool,
    color: str,
    no_progress: bool,
    quiet: bool,
    verbose: bool,
) -> int:
    """Check a repository.

    The whole repository of the first PATH is read, since a link graph needs every page; PATH says which files'
    findings are shown.
    """
    refuse_mixture([name for name, path in outputs if path in ("", "-")] + ["--statistics"] * statistics)
    environment = read_environment()
    overlay = None
    if (paths == ("-",)) != (stdin_filename is not None):
        raise click.UsageError("- as the only PATH and --stdin-filename FILE need each other")
    if stdin_filename is not None:
        paths, overlay = (stdin_filename,), read_stdin()
    request = Request(
        paths, config, rules, skip, assignments, framework, not no_suppressions, since, scope, environment.variables,
        tell_effect=any(name == "markdown" for name, _ in outputs), overlay=overlay, cache=not no_cache, jobs=jobs or 0,
    )  # fmt: skip
    with show_progress(environment, wanted=not (quiet or no_progress)) as progress:
        report = check(request, environment.cwd, progress)
    rendering = choose_rendering(environment, color, quiet=quiet, verbose=verbose, annotations=annotations)
    if rendering.color:
        understand_escapes()
    shown = keep_level(report, min_level)
    outputs = outputs or (() if statistics else (("full", ""),))
    emit(shown, outputs, rendering)
    if not statistics:
        tell_notices(report, [name for name, path in outputs if path in ("", "-")], quiet=quiet)
    else:
        write_out(write_statistics(shown, rendering))
    return exit_code(report, fail_on)


def refuse_mixture(shown: Sequence[str]) -> None:
    """What a program reads stands alone on stdout. Raises UsageError otherwise."""
    whole = next((name for name in shown if name in WHOLE), None)
    if whole is not None and len(shown) > 1:
        other = next((name for name in shown if name != whole), whole)
        told = f"{whole} and {other} cannot share stdout; give one a file, as in --output {whole}=PATH"
        raise click.UsageError(told)


def keep_level(report: Report, minimum: str) -> Report:
    """Only the findings of the level and above; the counts stay those of the run."""
    lowest = LEVELS.index(minimum)
    kept = tuple(finding for finding in report.findings if LEVELS.index(finding.level) <= lowest)
    return msgspec.structs.replace(report, findings=kept)


def choose_rendering(
    environment: Environment, color: str, *, quiet: bool, verbose: bool, annotations: int = 30
) -> Rendering:
    """A flag outranks NO_COLOR and FORCE_COLOR, which outrank what the terminal is."""
    wanted = {"always": True, "never": False}.get(color, environment.color)
    return Rendering(
        color=environment.stdout_is_terminal if wanted is None else wanted,
        width=environment.width,
        in_actions=environment.in_actions,
        on_github=environment.in_actions,
        verbose=verbose,
        quiet=quiet,
        version=linklint.__version__,
        stop_token=random_token(),
        annotations=annotations,
    )


def emit(report: Report, outputs: Sequence[tuple[str, str]], rendering: Rendering) -> None:
    """Each format to its file, or to stdout. A file gets no colours and no Actions commands around it."""
    for name, path in outputs:
        if path and path != "-":
            plain = msgspec.structs.replace(rendering, color=False, in_actions=False)
            pieces = write_pieces(name, report, plain)
            write_atomically(path, (piece.encode("utf-8", "backslashreplace") for piece in pieces))
            if not rendering.quiet:
                tell(f"linklint: wrote {name} to {path}")
        else:
            write_out(write_pieces(name, report, rendering))


def tell_notices(report: Report, written: Collection[str], *, quiet: bool) -> None:
    """What is to be known of the run itself, on stderr, where nothing that was written to stdout says it."""
    if not FOOTED.isdisjoint(written):
        return
    told = [
        f"linklint: {notice.level}: {inert(notice.message)}"
        for notice in report.notices
        if not (quiet and notice.level == "notice") and not (notice.annotated and "github" in written)
    ]
    if told:
        tell("\n".join(told))


def exit_code(report: Report, fail_on: str) -> int:
    """1 when a finding is at or above the level, else 0."""
    if fail_on == "never":
        return 0
    lowest = LEVELS.index(fail_on)
    return int(any(LEVELS.index(finding.level) <= lowest for finding in report.findings))


COMMANDS = {"check": check_command}
