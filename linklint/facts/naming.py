"""How a subject is known (DESIGN section 4), where it stands, and what to call it."""

from __future__ import annotations

from typing import Any, NamedTuple

from linklint.facts.change_subject import ChangeSubject
from linklint.facts.directive import DirectiveSubject
from linklint.facts.file import worst_note
from linklint.facts.text import primary_language
from linklint.facts.world import World
from linklint.graph import AnchorText
from linklint.model.finding import Subject
from linklint.model.place import Location, locate
from linklint.model.site import Cluster, Entry, FileFacts, Link, Member, Page, Pair, Row


def identity(world: World, kind: str, subject: Any) -> tuple[str, ...]:
    """What makes the subject itself, whatever line it stands on. The site's is empty: there is only one."""
    match subject:
        case Page() | FileFacts():
            return (subject.path,)
        case Link():
            text = subject.written.text if subject.written else ""
            return (subject.file, subject.place, destination_of(subject), text)
        case AnchorText():
            return (subject.lang or "", subject.text)
        case Cluster():
            return (subject.id,)
        case Member():
            return (subject.cluster.id, path_of(subject))
        case Pair():
            return (subject.cluster.id, *sorted((subject.a.path, subject.b.path)))
        case Entry():
            return (subject.file, subject.key)
        case Row():
            return (subject.table, path_of(subject), str(subject.values.get("query", "")))
        case DirectiveSubject():
            return (subject.path, ",".join(sorted(subject.directive.rules)))
        case ChangeSubject():
            return (subject.what, *subject.name)
    return ()


def location(world: World, kind: str, subject: Any) -> Location:
    """Where a finding about the subject stands. The site stands in the config file, or, without one, nowhere."""
    match subject:
        case Page():
            span = subject.document.title_span
            return locate(subject.path, span) if span else Location(subject.path)
        case Link():
            return locate(subject.file, subject.written.span) if subject.written else Location(subject.source.path)
        case AnchorText():
            return location(world, "link", subject.links[0])
        case Cluster():
            return subject.declared
        case Member():
            return location(world, "page", subject.page) if subject.page else subject.declared
        case Pair():
            return location(world, "page", subject.a)
        case Entry():
            return subject.location
        case Row():
            return location(world, "page", subject.page) if subject.page else subject.location
        case FileFacts():
            note = worst_note(subject)
            return (
                Location(subject.path, note.line, note.column, note.line, note.column)
                if note
                else Location(subject.path)
            )
        case DirectiveSubject():
            return locate(subject.path, subject.directive.span)
        case ChangeSubject():
            return location_of_victim(world, subject)
    return Location(world.settings.config_path or "")


def location_of_victim(world: World, change: ChangeSubject) -> Location:
    """Where the victim of a change stands; what is gone is a path without a line."""
    if change.page.after is not None:
        return location(world, "page", change.page.after)
    path = change.page.path or (change.name[0] if change.what in ("link", "redirect") else "")
    return Location(path) if not path or path in world.site.names else Location(path, 0, 0, 0, 0)


def subject_of(world: World, kind: str, subject: Any) -> Subject:
    """The subject as a finding and the JSON name it. ``path`` and ``url`` are those of its page."""
    page = page_of(world, subject)
    path = page.path if page else path_of(subject)
    name = " ".join(part for part in identity_words(world, kind, subject) if part) or kind
    return Subject(kind, name, path, page.address if page else "")


def language(world: World, kind: str, subject: Any) -> str | None:
    """The primary language subtag of the subject's page; None when it is not known."""
    if isinstance(subject, AnchorText):
        return subject.lang
    page = page_of(world, subject)
    return primary_language(page.lang) if page else None


def describe(world: World, kind: str, subject: Any) -> str:
    """One short phrase for a related place."""
    match subject:
        case Page():
            return f"the page {subject.path}"
        case Link():
            text = subject.written.text if subject.written else ""
            return f'the link "{text}"' if text else f"the link to {destination_of(subject)}"
        case AnchorText():
            return f'the anchor text "{subject.text}"'
        case Cluster():
            return f"the cluster {subject.id}"
        case Member():
            return f"{path_of(subject)}, {subject.role} of the cluster {subject.cluster.id}"
        case Pair():
            return f"the related pages {subject.a.path} and {subject.b.path}"
        case Entry():
            return f"the {subject.kind} entry {subject.key}"
        case Row():
            return f"the row of {subject.key} in {subject.location.path}"
        case FileFacts():
            return f"the file {subject.path}"
        case DirectiveSubject():
            return "the directive"
        case ChangeSubject():
            return f"the change of {' '.join(subject.name)}"
    return "the site"


class Definition(NamedTuple):
    """Where the destination of a reference is written, which is the line to change when it leads nowhere. It is the
    same definition where the same file has the same destination. ``counts``: something is wrong with that."""

    location: Location
    identity: tuple[str, ...]
    counts: bool


def find_definition(link: Link) -> Definition | None:
    """The definition of a reference; None for any other link."""
    span = link.written.definition if link.written is not None else None
    if span is None:
        return None
    counts = link.status not in ("ok", "external")
    return Definition(locate(link.file, span), (link.file, "definition", destination_of(link)), counts)


def page_of(world: World, subject: Any) -> Page | None:
    """The page that the subject belongs to, if to any."""
    match subject:
        case Page():
            return subject
        case Link():
            return subject.source
        case Member():
            return subject.page
        case Pair():
            return subject.a
        case Cluster():
            return subject.hub
        case Entry():
            return subject.target
        case Row():
            return subject.page
        case FileFacts() | DirectiveSubject():
            return world.site.by_path.get(subject.path)
        case ChangeSubject():
            return subject.page.after or subject.page.before
    return None


def path_of(subject: Any) -> str:
    """The path that names a subject without a page."""
    match subject:
        case Member():
            return subject.page.path if subject.page else subject.path
        case Cluster():
            return subject.hub_path
        case Entry():
            return subject.file
        case Row():
            return subject.page.path if subject.page else subject.key
        case FileFacts() | DirectiveSubject():
            return subject.path
    return ""


def destination_of(link: Link) -> str:
    """The destination, normalised: the path it stands for with its fragment; as written where it stands for none."""
    if not link.target_path:
        written = link.written
        return (written.href or written.label or written.written) if written else ""
    return f"{link.target_path}#{link.fragment}" if link.fragment else link.target_path


def identity_words(world: World, kind: str, subject: Any) -> tuple[str, ...]:
    """The identity as a reader would say it: a link is its file and its destination."""
    if isinstance(subject, Link):
        return (subject.file, "→", destination_of(subject))
    return identity(world, kind, subject)
