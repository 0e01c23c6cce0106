"""The generated pages of the documentation: one for each rule, one for all facts. Markdown, the same every time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from linklint.facts.registry import Fact
from linklint.model.rule import SUBJECTS, Example, Rule
from linklint.report.explain import is_short, summarise_value
from linklint.report.markdown import write_block, write_code, write_prose, write_table

WORD = re.compile(r"[\w-]+")
LANGUAGES = {"md": "markdown", "mdx": "mdx", "html": "html", "htm": "html", "yml": "yaml", "yaml": "yaml"}


def rule_page(rule: Rule) -> str:
    """The page of a rule: what it says, why, its options, how to fix a finding, when to switch it off, its examples,
    and where it comes from."""
    return "\n".join(_lay_out(rule))


def facts_page(catalogue: Mapping[str, Mapping[str, Fact]]) -> str:
    """The page of all facts: a table for each kind of subject, in the order in which the rule language names them."""
    kinds = [kind for kind in SUBJECTS if kind in catalogue] + sorted(set(catalogue) - set(SUBJECTS))
    return "\n".join(_lay_out_facts({kind: catalogue[kind] for kind in kinds}))


def _lay_out_facts(catalogue: Mapping[str, Mapping[str, Fact]]) -> Iterator[str]:
    yield "<!-- Generated from the docstrings of the facts; edit those. -->\n"
    yield "# Facts\n"
    yield "What a rule may ask, by the subject that it judges.\n"
    for kind, facts in catalogue.items():
        yield f"## {kind}\n"
        yield write_table(
            ("fact", "type", "meaning"),
            [(write_code(name), _name_type(fact), write_prose(_explain(fact)).strip()) for name, fact in facts.items()],
        )


def _explain(fact: Fact) -> str:
    """What the fact says of itself, and the words that it may give, or that may stand for its star, where it names not
    all of them."""
    found = [fact.doc]
    words = set(WORD.findall(fact.doc))
    if not words.issuperset(fact.values):
        found.append(f"One of: {', '.join(fact.values)}.")
    if not words.issuperset(fact.names):
        found.append(f"The star is one of: {', '.join(fact.names)}.")
    return " ".join(found)


def _name_type(fact: Fact) -> str:
    return f"list of {fact.type.name}" if fact.type.many else fact.type.name


def _lay_out(rule: Rule) -> Iterator[str]:
    yield "<!-- Generated from the rule's YAML file; edit that one. -->\n"
    yield f"# {rule.id}\n"
    yield f"{write_code(rule.message)}\n"
    yield write_table(("", ""), _list_properties(rule))
    if rule.why:
        yield f"## Why\n\n{write_prose(rule.why)}"
    yield "## Options\n"
    if not rule.options:
        yield "None.\n"
    else:
        yield write_table(
            ("option", "default"),
            [(write_code(name), write_code(summarise_value(value))) for name, value in rule.options.items()],
        )
        long = {name: value for name, value in rule.options.items() if not is_short(value)}
        if long:
            yield write_block(_dump({"rules": {rule.id: {"options": long}}}), "yaml")
    if rule.help:
        yield f"## How to fix it\n\n{write_prose(rule.help)}"
    if rule.switch_off:
        yield f"## When to switch it off\n\n{write_prose(rule.switch_off)}"
    if rule.examples:
        yield "## Examples\n"
        for example in rule.examples:
            yield from _show_example(example)
    if rule.source:
        yield f"## Source\n\n{write_prose(rule.source)}"


def _list_properties(rule: Rule) -> Iterator[tuple[str, str]]:
    yield "judges", f"every {rule.subject}"
    yield "level", rule.level
    if rule.about == "destination":
        yield "tells", "a destination once: of links that share the definition of a reference, at the definition"
    if rule.measure:
        yield "measures", f"{write_code(rule.measure)}; a worse number counts as a new finding"
    if rule.supersedes:
        yield "supersedes", ", ".join(map(write_code, rule.supersedes))


def _show_example(example: Example) -> Iterator[str]:
    yield f"### {write_prose(example.name)}"
    if example.config:
        yield f"`.linklint.yml`\n\n{write_block(_dump(example.config), 'yaml')}"
    if example.base is not None:
        yield "Before:\n"
        for path, text in example.base.items():
            yield _show_file(path, text)
        yield "After:\n"
    for path, changed in example.files.items():
        note = " (not tracked by git)" if path in example.untracked else ""
        yield f"{write_code(path)} is deleted.\n" if changed is None else _show_file(path, changed, note)
    yield f"Reported: {', '.join(map(write_code, example.expect))}.\n" if example.expect else "Nothing is reported.\n"


def _show_file(path: str, text: str, note: str = "") -> str:
    if not text:
        return f"{write_code(path)}{note} is empty.\n"
    return f"{write_code(path)}{note}\n\n{write_block(text, LANGUAGES.get(path.rpartition('.')[2], ''))}"


class _Dumper(yaml.SafeDumper):
    """Writes a value that occurs twice twice, as a person would."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _dump(value: Any) -> str:
    return yaml.dump(
        _make_plain(value), Dumper=_Dumper, sort_keys=False, allow_unicode=True, default_flow_style=None, width=100
    )


def _make_plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _make_plain(entry) for key, entry in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_make_plain(entry) for entry in value]
    return value
