"""A world of a few things, to say exactly what rules see: the smallest vocabulary that has every type."""

from __future__ import annotations

from typing import Any, NamedTuple

from linklint.engine.vocabulary import Type
from linklint.model.document import Directive
from linklint.model.finding import Subject
from linklint.model.place import Location, Span
from linklint.model.rule import ActiveRule, Rule
from linklint.model.site import FileFacts

TYPES = {
    "page": {
        "path": Type("text"), "title": Type("text"), "depth": Type("integer"), "score": Type("number"),
        "part": Type("share"),
        "published": Type("boolean"), "day": Type("date"), "tags": Type("text", True), "lang": Type("text"),
        "outlinks": Type("link", True), "outlinks.count": Type("integer"), "parent": Type("page"),
    },
    "link": {
        "text": Type("text"), "place": Type("text"), "target": Type("page"), "source": Type("page"),
        "line": Type("integer"), "status": Type("text"), "candidates": Type("text", True), "path": Type("text"),
    },
    "anchor": {"text": Type("text"), "links": Type("link", True)},
    "site": {"roots": Type("text", True), "pages": Type("page", True), "path": Type("text")},
    "file": {"path": Type("text")},
    "directive": {
        "used": Type("boolean"), "judged": Type("boolean"), "expired": Type("boolean"),
        "unknown_rules": Type("text", True), "idle_rules": Type("text", True), "problem": Type("text"),
    },
}  # fmt: skip


class Thing:
    """A subject: its kind and its facts. Facts that are not given are missing."""

    def __init__(self, kind: str, /, **facts: Any) -> None:
        self.kind = kind
        self.facts = facts


class DirectiveSubject(NamedTuple):
    path: str
    directive: Directive
    used: bool
    judged: bool
    expired: bool
    unknown: tuple[str, ...] = ()
    meant: str | None = None
    idle: tuple[str, ...] = ()


class Accessor(NamedTuple):
    type: Type
    get: Any
    values: tuple[str, ...] = ()
    costly: bool = False

    @property
    def steps(self) -> tuple[Any, ...]:
        return (self.get,)


class Site(NamedTuple):
    files: tuple[FileFacts, ...] = ()


class World:
    def __init__(self, *things: Thing, files: tuple[FileFacts, ...] = (), today: str = "2026-11-20") -> None:
        pages = [thing for thing in things if thing.kind == "page"]
        self.things = [*things, Thing("site", pages=pages, roots=[page.facts["path"] for page in pages[:1]])]
        self.site = Site(files)
        self.today = today
        self.forgotten = 0

    def forget(self) -> None:
        self.forgotten += 1


class Vocabulary:
    """``asked`` counts how often each fact was read."""

    DirectiveSubject = DirectiveSubject

    def __init__(self) -> None:
        self.asked: dict[str, int] = {}

    def lookup(self, kind: str, name: str) -> Accessor | None:
        types = TYPES.get(kind, {})
        if name in types:
            return Accessor(types[name], lambda world, subject: self.read(subject, kind, name))
        if kind == "page" and name.startswith("front_matter."):
            key = name.removeprefix("front_matter.")
            return Accessor(Type("any"), lambda world, page: page.facts.get("front_matter", {}).get(key))
        first, _, rest = name.partition(".")
        relation = types.get(first)
        if relation is None or relation.many or relation.name not in TYPES:
            return None
        further = self.lookup(relation.name, rest)
        if further is None:
            return None

        def walk(world: Any, subject: Any) -> Any:
            between = self.read(subject, kind, first)
            return None if between is None else further.get(world, between)

        return Accessor(further.type, walk)

    def read(self, subject: Any, kind: str, name: str) -> Any:
        key = f"{kind} {name}"
        self.asked[key] = self.asked.get(key, 0) + 1
        if isinstance(subject, DirectiveSubject):
            return subject.directive.problem if name == "problem" else getattr(subject, name.partition("_")[0])
        if name == "outlinks.count" and "outlinks.count" not in subject.facts:
            return len(subject.facts.get("outlinks", ()))
        return subject.facts.get(name)

    def fact_names(self, kind: str) -> list[str]:
        return [*TYPES.get(kind, {}), *(["front_matter.*"] if kind == "page" else [])]

    def subjects(self, world: World, kind: str) -> list[Any]:
        return [thing for thing in world.things if thing.kind == kind]

    def identity(self, world: World, kind: str, subject: Any) -> tuple[str, ...]:
        if kind == "directive":
            return (subject.path, *subject.directive.rules)
        if "identity" in subject.facts:
            return tuple(subject.facts["identity"])
        return (str(subject.facts.get("path", subject.facts.get("text", ""))),)

    def location(self, world: World, kind: str, subject: Any) -> Location:
        if kind == "directive":
            return Location(subject.path, subject.directive.span.line)
        if kind == "anchor":
            return self.location(world, "link", subject.facts["links"][0])
        line = subject.facts.get("line", 1)
        return Location(subject.facts.get("path", ""), line, 1, line, 1)

    def find_definition(self, link: Any) -> None:
        return None

    def subject_of(self, world: World, kind: str, subject: Any) -> Subject:
        return Subject(kind, " ".join(self.identity(world, kind, subject)), self.location(world, kind, subject).path)

    def language(self, world: World, kind: str, subject: Any) -> str | None:
        page = subject.facts.get("source") if kind == "link" else subject
        return None if page is None else page.facts.get("lang")

    def describe(self, world: World, kind: str, subject: Any) -> str:
        return f"a {kind}"


def page(path: str = "a.md", /, **facts: Any) -> Thing:
    return Thing("page", path=path, **facts)


def link(path: str = "a.md", line: int = 1, /, **facts: Any) -> Thing:
    return Thing("link", path=path, line=line, **facts)


def rule(subject: str = "page", /, **parts: Any) -> Rule:
    parts = {"id": "r", "message": "spoken", "require": {"path": ""}, **parts}
    return Rule(subject=subject, **parts)


def active(rule_: Rule, level: str = "warning", overrides: tuple[Any, ...] = ()) -> ActiveRule:
    return ActiveRule(rule_, level, rule_.options, overrides)


def file(path: str, *directives: Directive) -> FileFacts:
    return FileFacts(path, 1, True, "utf-8", (), directives)


def directive(kind: str, *rules: str, line: int = 1, last: int | None = None, **parts: Any) -> Directive:
    parts = {"reason": "because", "until": None, **parts}
    span = Span(0, 1, line, 1, line, 2)
    return Directive(kind=kind, rules=rules, span=span, first=line, last=line if last is None else last, **parts)
