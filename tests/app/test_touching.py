"""Pages that somebody worked on since a run that is remembered."""

import random
import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from linklint.app import parsing, remembering, touching
from linklint.app.request import Request
from linklint.workspace import Cache
from tests.app.remembered import Runs
from tests.app.test_determinism import make_garden
from tests.cli.running import make_repository

PAGES = {
    "README.md": "# Home\n\n[a](a.md) [b](b.md#there) [c](c.md)\n",
    "a.md": "---\ntags: [x]\n---\n# A\n\nText.\n\n[gone](gone.md) and [more](more.md)\n",
    "b.md": "# B\n\nText.\n\n## There\n\n[gone](gone.md)\n\n## Here\n",
    "c.md": "# C\n\nText.\n\n<!-- linklint-disable-next-line no-broken-links -- later -->\n[gone](gone.md)\n",
    "d.md": "# Nobody links this\n\nText.\n",
    "AGENTS.md": "# How to work\n\nText.\n",
    ".linklint.yml": "extends: [linklint:recommended]\n",
}


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runs:
    """After a first run."""
    monkeypatch.setattr(parsing, "WORTH_KEEPING", 0)
    runs = Runs(make_repository(tmp_path / "top", PAGES), monkeypatch)
    assert len(runs.ask()[0].findings) == 4
    return runs


def change(runs: Runs, path: str, old: str, new: str) -> None:
    text = (runs.top / path).read_text()
    assert old in text
    (runs.top / path).write_text(text.replace(old, new))


def test_words(runs: Runs) -> None:
    """Again and again; ``ask`` compares each report with that of a run without a cache."""
    for number in range(3):
        for path in ("README.md", "a.md", "b.md", "d.md"):
            change(runs, path, "\n\n", "\n\n\n" if number else "\n\nWords\n\n")
        assert runs.ask()[1] == 0
        assert runs.ask()[1] == 0


@pytest.mark.parametrize(
    ("path", "old", "new", "made"),
    [
        ("a.md", "Text", "More text", 0),
        ("a.md", "Text.", "Text.\n\nText.", 0),
        ("a.md", "---\ntags", "---\n\n\ntags", 0),
        ("b.md", "## Here", "Text.\n\n\n\n\n## Here", 0),
        ("d.md", "Text.\n", "", 0),
        ("a.md", "gone.md", "lost.md", 1),
        ("a.md", "gone.md", "b.md", 1),
        ("a.md", "Text", "[d](d.md)", 1),
        ("a.md", "[gone]", "[was here]", 1),
        ("b.md", "## There", "## Elsewhere", 1),
        ("a.md", "tags: [x]", "tags: [y]", 1),
        ("a.md", "# A", "# B", 1),
        ("c.md", "Text", "More text", 1),
        ("a.md", "Text", "text " * 100, 1),
        ("AGENTS.md", "Text", "Text of d.md", 1),
        (".linklint.yml", "\n", "\n# a comment\n", 1),
    ],
)
def test_one_change(runs: Runs, path: str, old: str, new: str, made: int) -> None:
    change(runs, path, old, new)
    assert runs.ask()[1] == made
    assert runs.ask()[1] == 0


@pytest.mark.parametrize(
    "rule",
    ["links-per-words", "next-step-link", "similar-pages-link"],
)
def test_a_rule_that_asks_for_words(runs: Runs, rule: str) -> None:
    request = Request(rules=(rule,))
    runs.ask(request)
    change(runs, "a.md", "Text", "More text " * 100)
    runs.ask(request)


def test_more_files_than_a_few(runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "FEW", 1)
    change(runs, "a.md", "Text", "More text")
    assert runs.ask()[1] == 0
    change(runs, "a.md", "More text", "Text")
    change(runs, "b.md", "Text", "More text")
    assert runs.ask()[1] == 1


def test_a_page_that_is_gone_while_it_is_compared(runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    change(runs, "a.md", "Text", "More text")
    monkeypatch.setattr(touching, "looks_the_same", lambda page, data: False)
    assert runs.ask()[1] == 1


def damage_entry(cache: Cache, key: bytes) -> None:
    cache.put({key: b"\xc1"})


def swap_functions(cache: Cache, key: bytes) -> None:
    """Another function is named than the one that glanced."""
    written = msgspec.msgpack.decode(cache.get([key])[key], type=touching.Written)
    pages = {path: (page[0], page[1], 0, (b"",)) for path, page in written.pages.items()}
    changed = touching.Written(written.dialects, [("os:getcwd",)], pages)
    cache.put({key: msgspec.msgpack.encode(changed)})


def lose_numbers(cache: Cache, key: bytes) -> None:
    written = msgspec.msgpack.decode(cache.get([key])[key], type=touching.Written)
    cache.put({key: msgspec.msgpack.encode(touching.Written([], [], written.pages))})


@pytest.mark.parametrize("damage", [damage_entry, swap_functions, lose_numbers])
def test_damage(runs: Runs, monkeypatch: pytest.MonkeyPatch, damage: Callable[[Cache, bytes], None]) -> None:
    """What cannot be used is a run made anew."""
    kept: list[bytes] = []
    tell = touching.tell_again

    def damage_and_tell(report: object, key: bytes, changed: object, repository: object, *more: object) -> object:
        kept.append(key)
        damage(Cache(str(runs.top)), key)
        return tell(report, key, changed, repository, *more)  # type: ignore[arg-type] # passed on as they are

    monkeypatch.setattr(touching, "tell_again", damage_and_tell)
    change(runs, "a.md", "Text", "More text")
    assert runs.ask()[1] == 1
    assert len(kept) == 1


def test_documents_that_are_no_longer_kept(runs: Runs) -> None:
    change(runs, "a.md", "Text", "More text")
    get = Cache.get
    calls = []

    def get_nothing(self: Cache, keys: object) -> dict[bytes, bytes]:
        calls.append(1)
        return get(self, keys) if len(calls) < 3 else {}  # type: ignore[arg-type] # passed on as they are

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Cache, "get", get_nothing)
        assert runs.ask()[1] == 1


EDITS: tuple[tuple[str, str], ...] = (
    (r"\. ", ". And so on. "),
    (r"\n\n(?=\w)", "\n\n\n"),
    (r"\Z", "\n\nOne more sentence.\n"),
    (r"\Z", "\n\n[one more](README.md#nowhere)\n"),
    (r"\bthe\b", "their"),
    (r"\]\(", "s]("),
    (r"\n## ", "\n### "),
    (r"\n\n", "\n\n```\n[code](x.md)\n```\n\n"),
)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(4))
def test_any_edits_of_the_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    """A hundred edits one after the other; ``ask`` compares each report with that of a run without a cache."""
    chance = random.Random(seed)
    monkeypatch.setattr(parsing, "WORTH_KEEPING", 0)
    runs = Runs(make_garden(tmp_path / "top"), monkeypatch)
    runs.ask()
    pages = sorted(runs.top.rglob("*.md"))
    again = 0
    for _ in range(100):
        for path in chance.sample(pages, chance.choice([1, 1, 3])):
            pattern, new = chance.choice(EDITS)
            text = path.read_text("utf-8", "surrogateescape")
            path.write_text(re.sub(pattern, new, text, count=1), "utf-8", "surrogateescape")
        again += runs.ask()[1] == 0
    assert again > 2
