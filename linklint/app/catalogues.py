"""What there is to use: rules, facts, schemas."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from linklint import config, facts
from linklint.app.check import configure
from linklint.app.request import Request
from linklint.data.suggest import closest_hint
from linklint.errors import Problem, UserError
from linklint.model.rule import SUBJECTS, Rule
from linklint.workspace import box_rules, open_repository


class RuleRow(msgspec.Struct, frozen=True):
    """One rule as ``linklint rules`` lists it. ``levels``: pack → level, for the packs that set it."""

    rule: Rule
    levels: dict[str, str]


def list_rules() -> list[RuleRow]:
    """Every rule in the box, by id."""
    box = box_rules()
    packs = config.read_packs(box)
    rules = config.read_box(box)
    return [
        RuleRow(rules[rule], {pack: levels[rule] for pack, levels in packs.items() if rule in levels})
        for rule in sorted(rules)
    ]


def find_rule(name: str, cwd: str, config_path: str | None = None) -> tuple[Rule, str] | None:
    """A rule with its options, and its level, as the repository of ``cwd`` has them; the box has the rest."""
    repository = open_repository([], cwd)
    configuration = configure(Request(config=config_path), repository, cwd)
    boxed = config.read_box(box_rules()).get(name)  # with its examples, which no run asks for
    for active in configuration.rules:
        if active.rule.id == name:
            return msgspec.structs.replace(boxed or active.rule, options=active.options), active.level
    if boxed is None and name in configuration.known_rules:
        (chosen,) = configure(Request(config=config_path, rules=(name,)), repository, cwd).rules
        return msgspec.structs.replace(chosen.rule, options=chosen.options), "off"
    return (boxed, "off") if boxed else None


def list_facts(subject: str | None, *, relations_only: bool) -> Iterator[tuple[str, facts.Fact]]:
    """(subject, fact) in the order of the catalogue. ``relations_only``: those that lead to one or more subjects.
    Raises UserError for an unknown subject."""
    catalogue = facts.catalogue()
    if subject is not None and subject not in catalogue:
        hint = (
            closest_hint(subject, catalogue)
            or f"there are facts of {', '.join(kind for kind in SUBJECTS if kind in catalogue)}"
        )
        raise UserError(Problem(f'there are no facts of "{subject}"', hint=hint))
    for kind in SUBJECTS:
        if kind in catalogue and subject in (None, kind):
            for fact in catalogue[kind].values():
                if not relations_only or fact.type.name in catalogue:
                    yield kind, fact
