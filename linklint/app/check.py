"""``linklint check``: the main job."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from linklint import config
from linklint.app.basing import choose_basis
from linklint.app.comparing import BaseRun, compare_with, see_base
from linklint.app.journey import Journey, Parser, lint
from linklint.app.parsing import Parsing, choose_parsing
from linklint.app.progress import UNHEARD, Progress
from linklint.app.reporting import find_lost_roots, make_report
from linklint.app.request import Request, open_asked
from linklint.errors import Problem, UserError
from linklint.facts import History, World
from linklint.model.finding import Report, RuleText
from linklint.model.place import Location
from linklint.model.settings import Settings
from linklint.workspace import DiskRepository, RevisionRepository, box_rules, compact_box, today

MANY = 5
"""Folders that are named one by one."""


class Run(msgspec.Struct, frozen=True, eq=False):
    """A finished run, with all that later questions need."""

    repository: DiskRepository
    configuration: config.Configuration
    journey: Journey


def run(request: Request, cwd: str) -> Run:
    """Opens, configures and lints. Raises UserError for the user's mistakes, also when there is no page at all."""
    repository, configuration = prepare(request, cwd)
    with choose_parsing(request, repository) as parsing:
        return finish(request, repository, configuration, parsing.parse_all)


def prepare(request: Request, cwd: str) -> tuple[DiskRepository, config.Configuration]:
    """The repository, and the configuration that holds in it."""
    repository = open_asked(request, cwd)
    return repository, configure(request, repository, cwd)


def finish(
    request: Request,
    repository: DiskRepository,
    configuration: config.Configuration,
    parser: Parser,
    base: BaseRun | None = None,
    progress: Progress = UNHEARD,
) -> Run:
    """Lints the head. Rules about changes are asked when there is a ``base``."""
    day = today()
    history = History(
        repository.first_commits, lambda lines: repository.line_days(lines, day), lambda: repository.history_gap
    )
    journey = lint(
        repository,
        configuration.settings,
        configuration.rules,
        today=day,
        suppress=request.suppress,
        parser=parser,
        known_rules=configuration.known_rules,
        base=base.journey.world if base else None,
        change=base.change if base else None,
        history=history,
        progress=progress,
        shared=base.shared if base else None,
    )
    if not journey.world.site.pages:
        raise UserError(explain_emptiness(repository.top, configuration.settings))
    return Run(repository, configuration, journey)


def explain_emptiness(top: str, settings: Settings) -> str:
    """There is no page at all: what was looked for, and what the config leaves out of it."""
    named = settings.site.framework
    wanted = "" if named == "auto" else f", read as a site of {named}"
    left = "; the config ignores " + ", ".join(settings.site.ignore) if settings.site.ignore else ""
    return (
        f"no pages were found in {top}{wanted}; linklint reads Markdown and HTML files that git tracks or could "
        f"track{left}"
    )


def configure(
    request: Request,
    repository: DiskRepository,
    cwd: str,
    base: RevisionRepository | None = None,
    clusters_path: str | None = None,
) -> config.Configuration:
    """The configuration that holds for the first path. With a ``base``, names and the file at ``clusters_path`` are
    the base's, all else stays the head's."""
    names = (base or repository).names

    def read(path: str) -> bytes | None:
        return base.read(path) if base is not None and path == clusters_path else repository.read(path)

    assignments = request.assignments
    if request.framework is not None:
        assignments = (*assignments, ("site.framework", request.framework))
    try:
        configuration = config.load(
            read,
            start=repository.start,
            config=None if request.config is None else repository.relative(request.config, cwd),
            box=box_rules(),
            compact=compact_box(),
            names=names.files,
            rule_ids=request.rules,
            skip=request.skip,
            assignments=assignments,
        )
    except UserError as error:
        if request.framework is None:
            raise
        raise UserError([name_option(problem) for problem in error.problems]) from None
    if request.config is None:
        refuse_unreadable(repository, configuration.settings.config_path)
        refuse_strangers(request.paths, repository, cwd, configuration.settings)
    return configuration


def refuse_strangers(paths: Sequence[str], repository: DiskRepository, cwd: str, settings: Settings) -> None:
    """Paths outside of the folder that the first one's config makes the site: nothing would be checked in them. Raises
    UserError."""
    base, clusters = settings.site.base, settings.clusters_path
    named = [(path, repository.locate(path, cwd)) for path in paths] if base else []
    outside = [path for path, found in named if not f"{found or ''}/".startswith(f"{base}/") and found != clusters]
    if outside:
        listed, lie, them = (", ".join(outside), "lie", "them") if len(outside) > 1 else (outside[0], "lies", "it")
        message = f"{listed} {lie} outside of {base}, which {settings.config_path} makes the site"
        hint = f"run linklint on {them} apart, or name the config for all of them with --config"
        raise UserError(Problem(message, hint=hint))


def refuse_unreadable(repository: DiskRepository, found: str | None) -> None:
    """A config that is there and could not be read is no config that is not there. ``found``: the one that was read.
    Raises UserError."""
    for path in config.list_candidates(repository.start):
        if path == found:
            return
        if path in repository.names and repository.trouble(path):
            raise UserError(Problem(f"this config cannot be read: {repository.trouble(path)}", path))


def name_option(problem: Problem) -> Problem:
    """The problem, told of the option that the user wrote."""
    own = problem.path == "--set site.framework"
    return msgspec.structs.replace(problem, path="--framework") if own else problem


def check(request: Request, cwd: str, progress: Progress = UNHEARD) -> Report:
    """Lints, compares with the base where one is named, and reports."""
    progress.begin("listing files")
    repository = open_asked(request, cwd)
    with choose_parsing(request, repository, progress) as parsing:
        parsing.get_ready(repository.names.files)
        return check_repository(request, cwd, repository, parsing, progress).report


class Checked(NamedTuple):
    """A report, and what it was made of. ``worded``: the files of whose text more was asked than their documents and
    glances at it say."""

    report: Report
    world: World
    worded: frozenset[str]


def check_repository(
    request: Request, cwd: str, repository: DiskRepository, parsing: Parsing, progress: Progress
) -> Checked:
    """``check`` with the repository that was asked for, open already."""
    configuration = configure(request, repository, cwd)
    basis = choose_basis(request.since, request.scope, repository, request.variables)
    base = None
    if basis.repository:
        before = configure_base(request, repository, cwd, basis.repository, configuration.settings)
        base = see_base(
            basis.repository, repository, before, configuration, parsing, suppress=request.suppress, progress=progress
        )
    finished = finish(request, repository, configuration, parsing.parse_all, base, progress)
    world = finished.journey.world
    worded = frozenset(world.worded | world.site.excerpted | repository.read_again)  # the report reads excerpts
    compared = compare_with(base, finished.journey) if base else None
    settings = finished.configuration.settings
    baseline = None
    if settings.baseline is not None and request.suppress:
        data = finished.repository.read(settings.baseline)
        if data is None:
            raise UserError(explain_baseline(settings.baseline, configuration, repository))
        baseline = config.read_baseline(data, settings.baseline)
    report = make_report(
        finished.journey,
        finished.repository,
        paths=finished.repository.paths,
        baseline=baseline,
        baseline_path=settings.baseline or "",
        warnings=(*configuration.warnings, *find_lost_roots(world, say_roots(configuration))),
        told=(*configuration.notices, *say_left_out(repository)),
        rules=describe_rules(finished.configuration),
        comparison=compared,
        basis=basis,
        tell_effect=request.tell_effect,
        only_places=request.overlay is not None,
    )
    return Checked(report, world, worded)


def explain_baseline(path: str, configuration: config.Configuration, repository: DiskRepository) -> Problem:
    """The config names a baseline that cannot be read."""
    message = f"the baseline {path} cannot be read: {repository.trouble(path)}"
    place = configuration.origins["baseline"]
    return Problem(message, place.path, place.line, place.column, hint="write it with `linklint baseline`")


def say_left_out(repository: DiskRepository) -> Iterator[str]:
    """The folders that were not looked into, where no ignore file of git's says so. Hidden ones nobody expects."""
    found = sorted(path for path in repository.left_out if not path.rpartition("/")[2].startswith("."))
    if found:
        more = f" and {len(found) - MANY} more" if len(found) > MANY else ""
        yield (
            f"this folder is not in a git repository, so folders that tools usually fill are left out by their "
            f"names: {', '.join(found[:MANY])}{more}"
        )


def say_roots(configuration: config.Configuration) -> Location:
    """Where the roots are named, if anywhere."""
    return configuration.origins.get("site.roots", Location("site.roots"))


def configure_base(
    request: Request, repository: DiskRepository, cwd: str, base: RevisionRepository, head: Settings
) -> Settings:
    """The head's settings with the clusters that the base had."""
    if head.clusters_path is None and not head.clusters:
        return head
    try:
        return configure(request, repository, cwd, base, head.clusters_path).settings
    except UserError:
        # The clusters file was wrong then, or named what was not there yet: nothing can be said of clusters.
        return msgspec.structs.replace(head, clusters=())


def describe_rules(configuration: config.Configuration) -> list[RuleText]:
    """The rules that ran, in their own words."""
    return [
        RuleText(active.rule.id, active.level, active.rule.message, active.rule.why, active.rule.help, active.rule.docs)
        for active in configuration.rules
    ]


def rule_ids(configuration: config.Configuration) -> Sequence[str]:
    return [active.rule.id for active in configuration.rules]
