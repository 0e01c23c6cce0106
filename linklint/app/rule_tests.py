"""``linklint test-rules``: the examples that rules carry, and whether they notice when the rule is changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

import msgspec

from linklint import config, engine
from linklint.app.check import configure
from linklint.app.journey import describe_change, see_world
from linklint.app.parsing import Text, parse_one
from linklint.app.renames import match_renames
from linklint.app.request import Request
from linklint.errors import Problem, UserError
from linklint.facts import Change, World
from linklint.model.document import Document
from linklint.model.files import MemoryRepository
from linklint.model.finding import Finding
from linklint.model.rule import ActiveRule, Example, Rule
from linklint.model.settings import Settings
from linklint.workspace import box_rules, compact_box, open_repository

TODAY = "2030-01-01"
"""Examples are read as on this day, so that they say the same on every other."""
PLACE = re.compile(r".+?:\d+(:\d+)?")
CONFIG_PATH = ".linklint.yml"
"""Where the config of an example stands."""


class RuleResult(msgspec.Struct, frozen=True):
    """What the examples of one rule came to. ``failures`` are lines for people; none: all is well. ``mutants``: how
    many changed versions of the rule were tried; None: none were asked for."""

    rule: str
    examples: int
    failures: tuple[str, ...] = ()
    mutants: int | None = None

    @property
    def mutants_text(self) -> str:
        changes = "change" if self.mutants == 1 else "changes"
        return "" if self.mutants is None else f", {self.mutants} {changes} noticed"


class Case(msgspec.Struct, frozen=True, eq=False):
    """An example made ready: the world that its files make, the rule as its config sets it, and the rules that its
    config defines."""

    example: Example
    world: World
    active: ActiveRule
    others: tuple[ActiveRule, ...]
    require_reason: bool


def test_rules(files: Sequence[str], cwd: str, *, mutate: bool) -> list[RuleResult]:
    """Runs the examples of the rules in ``files`` (paths as seen from ``cwd``), else of the repository's own rules and
    of the box. Raises UserError for a file that cannot be read and for every mistake in a rule."""
    return run_examples(read_files(files, cwd) if files else list_own_rules(cwd), mutate=mutate)


def read_files(files: Sequence[str], cwd: str) -> list[Rule]:
    """All rules that the files define, in their order."""
    repository = open_repository(files, cwd)
    rules: list[Rule] = []
    for file in files:
        path = repository.relative(file, cwd)
        data = repository.read(path)
        if data is None:
            raise UserError(f"{file} cannot be read: {repository.trouble(path)}")
        rules.extend(config.read_rules(data, path))
    if not rules:
        raise UserError(Problem(f"no rule is defined in {' or '.join(files)}", hint="name the files of your own rules"))
    return rules


def list_own_rules(cwd: str) -> list[Rule]:
    """The rules that the config of ``cwd`` defines or extends, whether they are on or off, and all in the box."""
    own = configure(Request(), open_repository([], cwd), cwd).own_rules
    return [*own, *config.read_box(box_rules()).values()]


def run_examples(rules: Sequence[Rule], *, mutate: bool = False) -> list[RuleResult]:
    """Tests each rule by its own examples. ``mutate``: also tries every small change of the rule, and fails it for
    each that no example notices."""
    return [test_rule(rule, mutate=mutate) for rule in rules]


def test_rule(rule: Rule, *, mutate: bool) -> RuleResult:
    """The examples of one rule, each with only this rule."""
    if not rule.examples:
        return RuleResult(rule.id, 0, (f"{name_place(rule)}: the rule {rule.id} has no examples",))
    cases: list[Case] = []
    failures = [*find_lacking(rule)]
    for example in rule.examples:
        try:
            cases.append(prepare(rule, example))
        except UserError as error:
            failures.extend(explain(rule, example, problem) for problem in error.problems)
        else:
            failures.extend(judge(cases[-1], cases[-1].active))
    if failures or not mutate:
        return RuleResult(rule.id, len(rule.examples), tuple(failures), 0 if mutate else None)
    mutants = list(engine.mutations(rule))
    survivors = [what for what, mutant in mutants if survives(mutant, cases)]
    lines = (f"{name_place(rule)}: no example of {rule.id} notices this change: {what}" for what in survivors)
    return RuleResult(rule.id, len(cases), tuple(lines), len(mutants))


def find_lacking(rule: Rule) -> Iterator[str]:
    """A rule is tested by examples in which it speaks and by examples in which it does not."""
    for lacking, word in (
        (not any(example.expect for example in rule.examples), "speaks"),
        (all(example.expect for example in rule.examples), "is silent"),
    ):
        if lacking:
            yield f"{name_place(rule)}: the rule {rule.id} has no example in which it {word}"


def explain(rule: Rule, example: Example, problem: Problem) -> str:
    """What is wrong with the example's config. It has no lines of its own: those of the example are the nearest."""
    told = f"{problem.message}; {problem.hint}" if problem.hint else problem.message
    return f"{name_example(rule, example)}: its config: {told}"


def prepare(rule: Rule, example: Example) -> Case:
    """The example, read and resolved. Raises UserError for mistakes in its config."""
    files = {path: text for path, text in {**(example.base or {}), **example.files}.items() if text is not None}
    repository = MemoryRepository(files, example.untracked)
    configuration = config.load_tree(example.config, rules=[rule], path=CONFIG_PATH, names=files, read=repository.read)
    base, change = see_base(rule, example, repository)
    world = see_world(
        repository,
        know_generic(configuration.settings),
        today=TODAY,
        parser=parse_remembered,
        base=base,
        change=change,
    )
    active = next(each for each in configuration.rules if each.rule.id == rule.id)
    others = tuple(each for each in configuration.rules if each is not active)
    return Case(example, world, active, others, configuration.settings.require_reason)


def see_base(rule: Rule, example: Example, head: MemoryRepository) -> tuple[World | None, Change | None]:
    """The world of the example before its change, and the change; none for an example without one."""
    if example.base is None:
        return None, None
    before = dict(example.base)
    repository = MemoryRepository(before)
    configuration = config.load_tree(example.config, rules=[rule], path=CONFIG_PATH, names=before, read=repository.read)
    world = see_world(repository, know_generic(configuration.settings), today=TODAY, parser=parse_remembered)
    after = {path: text for path, text in example.files.items() if text is not None}
    gone = {path: text for path, text in before.items() if path not in head.names}
    renames = match_renames(gone, {path: text for path, text in after.items() if path not in before})
    changed = [path for path, text in example.files.items() if text != before.get(path)]
    return world, describe_change(repository, head, renames, [*changed, *gone])


def know_generic(settings: Settings) -> Settings:
    """An example knows the generic texts of the box, as every run does, where its own rule lists none."""
    return msgspec.structs.replace(settings, generic_phrases=settings.generic_phrases or list_boxed_phrases())


@cache
def list_boxed_phrases() -> Mapping[str, tuple[str, ...]]:
    return config.load(lambda _: None, box=box_rules(), compact=compact_box(), names=()).settings.generic_phrases


def parse_remembered(texts: Sequence[Text]) -> list[Document]:
    """The same few texts stand in many examples."""
    return list(map(parse_once, texts))


@lru_cache(maxsize=4096)
def parse_once(text: Text) -> Document:
    return parse_one(text)


def judge(case: Case, active: ActiveRule) -> Iterator[str]:
    """How what the rule says of the example differs from what is expected, as lines for people."""
    findings = find(case, active)
    missing, surplus = compare(case.example.expect, findings)
    where = name_example(active.rule, case.example)
    for place in missing:
        trouble = "there is none" if PLACE.fullmatch(place) else f"which has no line: write {place}:1"
        yield f"{where}: expected a finding at {place}, {trouble}"
    for finding in surplus:
        yield f"{where}: did not expect the finding at {name_finding(finding)}: {finding.message}"


def find(case: Case, active: ActiveRule) -> list[Finding]:
    """What the rule says of the example; rules that the example's config defines run beside it."""
    rules = [active, *case.others]
    known = names_in_box() | {each.rule.id for each in rules}
    outcome = engine.run(rules, case.world, require_reason=case.require_reason, known_rules=known)
    return [finding for finding in outcome.findings if finding.rule == active.rule.id]


@cache
def names_in_box() -> frozenset[str]:
    """The rules that an example's directives may name, though they do not run in it."""
    return frozenset(config.read_box(box_rules()))


def compare(expected: Sequence[str], findings: Sequence[Finding]) -> tuple[list[str], list[Finding]]:
    """The expected places without a finding, and the findings at places that nobody expected. Places with a column are
    matched first, since one without fits any column."""
    left = list(findings)
    missing = []
    for place in sorted(expected, key=lambda place: -place.count(":")):
        for finding in left:
            exact = name_finding(finding)
            if place in (exact, exact.rpartition(":")[0]):
                left.remove(finding)
                break
        else:
            missing.append(place)
    return missing, left


def name_finding(finding: Finding) -> str:
    """Where it stands. A config given as data has no lines, and neither has a file that is gone."""
    location = finding.location
    return f"{location.path}:{max(location.line, 1)}:{max(location.column, 1)}"


def survives(mutant: Rule, cases: Sequence[Case]) -> bool:
    """Whether every example says of the changed rule what it says of the right one."""
    return all(not any(compare(case.example.expect, find(case, graft(mutant, case.active)))) for case in cases)


def graft(mutant: Rule, active: ActiveRule) -> ActiveRule:
    """The changed rule with the level and the options that the example's config gives."""
    own = active.rule.options
    changed = {name: value for name, value in active.options.items() if value != own.get(name)}
    return msgspec.structs.replace(active, rule=mutant, options={**mutant.options, **changed})


def name_example(rule: Rule, example: Example) -> str:
    return f"{example.location.path}:{example.location.line}: {rule.id}, {example.name!r}"


def name_place(rule: Rule) -> str:
    return f"{rule.location.path}:{rule.location.line}"
