"""How the runner of GitHub Actions reads the output of a step.

Written after actions/runner at 258d6c8: ``ActionCommand.cs`` (the two syntaxes), ``ActionCommandManager.cs``
(stop-commands) and ``ExecutionContext.cs`` (caps, cutting). Feed it the bytes of stdout and stderr; what it returns is
what GitHub would have done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

KNOWN = frozenset(
    "add-mask add-matcher add-path debug echo endgroup error group internal-set-repo-path notice remove-matcher "
    "save-state set-env set-output stop-commands warning".split()
)
ANNOTATIONS = ("error", "warning", "notice")
CAP = 10
LONGEST_MESSAGE = 4096
LINE_END = re.compile("\r\n|\r|\n")
DATA = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
PROPERTY = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))
OLD = (("%3B", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%25", "%"))
# Characters that .NET's comparisons by culture skip: StartsWith and IndexOf of the runner may not see them.
IGNORED = re.compile("[\xad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    data: str
    line: str


def read_commands(output: bytes) -> list[Command]:
    """The commands that the runner obeys, in order; those between stop-commands and its token are not among them."""
    commands = []
    token = None
    for line in LINE_END.split(output.decode("utf-8", "replace")):
        command = read_line(line, KNOWN | ({token} if token else set()))
        if command is None:
            continue
        if token is not None:
            if command.name == token:
                token = None
            continue
        if command.name == "stop-commands":
            token = command.data.lower()
        commands.append(command)
    return commands


def read_line(line: str, known: frozenset[str]) -> Command | None:
    for text in (line, IGNORED.sub("", line)):
        command = read_new_syntax(text, known) or read_old_syntax(text, known)
        if command:
            return command
    return None


def read_new_syntax(line: str, known: frozenset[str]) -> Command | None:
    """``::name key=value,key=value::data`` at the start of the line, behind any white space."""
    head = line.lstrip()
    if not head.startswith("::") or (end := head.find("::", 2)) < 0:
        return None
    name, _, properties = head[2:end].partition(" ")
    if name.lower() not in known:
        return None
    return Command(name.lower(), dict(read_properties(properties, ",", PROPERTY)), undo(head[end + 2 :], DATA), line)


def read_old_syntax(line: str, known: frozenset[str]) -> Command | None:
    """``##[name key=value;key=value]data`` anywhere in the line."""
    start = line.find("##[")
    if start < 0 or (end := line.find("]", start)) < 0:
        return None
    name, _, properties = line[start + 3 : end].partition(" ")
    if name.lower() not in known:
        return None
    return Command(name.lower(), dict(read_properties(properties, ";", OLD)), undo(line[end + 1 :], OLD), line)


def read_properties(text: str, separator: str, escapes: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    for part in text.strip().split(separator):
        key, equals, value = part.partition("=")
        if key and equals and value:
            yield key.lower(), undo(value, escapes)


def undo(text: str, escapes: tuple[tuple[str, str], ...]) -> str:
    for escape, character in escapes:
        text = text.replace(escape, character)
    return text


def find_control_characters(output: bytes) -> list[str]:
    """What a terminal could obey: everything below space but the line end, DEL and C1."""
    return re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f]", output.decode("utf-8", "surrogateescape"))


def find_hidden_characters(output: bytes) -> list[str]:
    """What a reader cannot see or what turns text around: bidi controls, zero-width characters, separators."""
    return re.findall(
        "[\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]", output.decode("utf-8", "surrogateescape")
    )
