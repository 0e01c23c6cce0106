"""Whatever way a text takes to its document, the document is the same."""

import os
import subprocess
import sys
from multiprocessing import active_children
from pathlib import Path

import pytest

from linklint.app import journey, parsing
from linklint.app.parsing import Parsing, make_keys, parse_each
from linklint.model.document import Dialect, Document
from linklint.model.files import MemoryRepository
from linklint.source.parse import parse
from linklint.workspace import Cache, can_fork
from tests.cli.running import ROOT

TEXTS = [
    *(
        (b"---\ntitle: T%d\nlist: [1, 2.5, true, null]\n---\n# H\n\n[a](b%d.md)\n" % (n, n), Dialect())
        for n in range(60)
    ),
    (b"<title>x</title><a href=y>z</a>", Dialect(syntax="html")),
    (b"---\nn: 123456789012345678901234567890\n---\n[a](b)\n", Dialect()),
    (b"\xff\xfe\x00 not text \xed\xa0\x80", Dialect()),
    (b"", Dialect()),
    (b"# H\n\n[a](b0.md)\n", Dialect(extensions=("tables",))),
]


@pytest.fixture(autouse=True)
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """Caches and processes are worth it for a few bytes, too."""
    monkeypatch.setattr(parsing, "WORTH_KEEPING", 0)
    monkeypatch.setattr(parsing, "WORTH_A_PROCESS", 100)


def test_each_way_gives_the_same_documents(tmp_path: Path) -> None:
    wanted = parse_each(TEXTS)
    cache = Cache(str(tmp_path))
    (tmp_path / "file").touch()
    useless = Cache(str(tmp_path / "file"))
    for way in (Parsing(), Parsing(jobs=3), Parsing(cache), Parsing(cache), Parsing(cache, 2), Parsing(useless)):
        assert way.parse_all(TEXTS) == wanted
    assert cache.state().entries == len(TEXTS)


def test_a_document_that_cannot_be_written_down_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    strange = Document("markdown", 1, 0, title="\ud800")
    monkeypatch.setattr(parsing, "parse_one", lambda text: strange if text == TEXTS[0] else parse(*text))
    cache = Cache(str(tmp_path))
    assert Parsing(cache).parse_all(TEXTS)[0] is strange
    assert Parsing(cache, 2).parse_all(TEXTS)[0] is strange
    assert cache.state().entries == len(TEXTS) - 1


def test_what_is_kept_is_not_parsed_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = [text for text in TEXTS if b"123456789" not in text[0]]
    Parsing(Cache(str(tmp_path))).parse_all(kept)
    wanted = parse_each(kept)
    monkeypatch.setattr(parsing, "parse_one", None)
    assert Parsing(Cache(str(tmp_path)), 2).parse_all(kept) == wanted


def test_a_text_is_parsed_once_though_it_stands_in_several_places(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = []
    monkeypatch.setattr(parsing, "parse_one", lambda text: parsed.append(text) or parse(*text))
    once = Parsing()
    first = once.parse_all([TEXTS[0], TEXTS[0], TEXTS[1]])
    assert once.parse_all([TEXTS[1], TEXTS[0]]) == [first[2], first[0]]
    assert len(parsed) == 2


def test_keys_tell_texts_dialects_and_parsers_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [(b"a", Dialect()), (b"b", Dialect()), (b"a", Dialect(extensions=("tables",))), (b"a", Dialect("html"))]
    before = list(make_keys(texts))
    assert len(set(before)) == len(texts)
    assert before == list(make_keys(texts))
    monkeypatch.setattr(parsing, "parser_version", lambda: b"another")
    assert set(before).isdisjoint(make_keys(texts))


def test_a_cache_of_another_shape_is_a_miss(tmp_path: Path) -> None:
    cache = Cache(str(tmp_path))
    keys = list(make_keys(TEXTS))
    cache.put(dict.fromkeys(keys[:30], b"\x93\x01\x02\x03") | dict.fromkeys(keys[30:], b"nonsense"))
    assert Parsing(cache).parse_all(TEXTS) == parse_each(TEXTS)


@pytest.mark.skipif(not can_fork(), reason="processes are used where they start at once")
def test_what_processes_cannot_bring_back_is_parsed_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing.Workers, "work", lambda *_: iter([(0, b"nonsense"), (1, b"")]))
    assert Parsing(jobs=2).parse_all(TEXTS) == parse_each(TEXTS)


@pytest.mark.skipif(not can_fork(), reason="processes are used where they start at once")
def test_processes_get_ready_where_most_will_be_parsed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And what they were started with can never be seen."""
    started = []
    start = parsing.Workers.start
    monkeypatch.setattr(parsing.Workers, "start", lambda self: started.append(self) or start(self))
    pages, pictures = [f"{n}.md" for n in range(parsing.MANY + 1)], [f"{n}.png" for n in range(parsing.MANY + 1)]
    cache = Cache(str(tmp_path))
    for names, jobs, ready in ((pages, 2, 1), (pictures, 2, 0), (pages[1:], 2, 0), (pages, 1, 0)):
        started.clear()
        with Parsing(cache, jobs) as ahead:
            ahead.get_ready(names)
            assert len(started) == ready
    with Parsing(cache, 2) as ahead:
        ahead.get_ready(pages)
        assert ahead.parse_all(TEXTS) == parse_each(TEXTS)
    started.clear()
    with Parsing(cache, 2) as kept:
        kept.get_ready(pages)
    assert not started


@pytest.mark.skipif(not can_fork(), reason="processes are used where they start at once")
def test_processes_stay_where_texts_of_another_revision_follow(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = TEXTS[: len(TEXTS) // 2], TEXTS[len(TEXTS) // 2 :]
    wanted = parse_each(second)
    for follows in (True, False):
        with Parsing(jobs=2, more_follows=follows) as twice:
            assert twice.parse_all(first) == parse_each(first)
            assert bool(active_children()) is follows
            with monkeypatch.context() as patch:
                if follows:  # they take what is too little for new ones, too
                    patch.setattr(parsing, "WORTH_A_PROCESS", 1_000_000)
                    patch.setattr(parsing, "parse_one", None)
                assert twice.parse_all(second) == wanted
        assert not active_children()


def test_files_are_read_by_the_batch(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {f"{n}.md": "x" * (n + 1) for n in range(7)}
    batches = []

    def parse_some(texts: list[parsing.Text]) -> list[Document]:
        batches.append([data for data, _ in texts])
        return parse_each(texts)

    monkeypatch.setattr(journey, "BATCH", 5)
    sizes: dict[str, int] = {}
    documents = journey.read_documents(
        MemoryRepository(files), [(path, Dialect()) for path in files], parse_some, sizes=sizes
    )
    assert list(documents) == list(files)
    assert list(documents.values()) == [parse(text.encode(), Dialect()) for text in files.values()]
    assert sizes == {path: len(text) for path, text in files.items()}
    assert [len(batch) for batch in batches] == [3, 2, 1, 1, 0]


BARE = """
import sys
del sys.path[0]
from linklint.app import parsing
from linklint.workspace import processes
processes.can_fork = parsing.can_fork = lambda: False
parsing.WORTH_A_PROCESS = parsing.WORTH_IMPORTING = 1
from linklint.cli.main import call
parsing.parse_one = None  # nothing is parsed in this process
raise SystemExit(call(["check", "--jobs=2", "--no-cache", "--output=concise"]))
"""


def test_processes_that_begin_with_nothing_run_nothing_of_the_repository(tmp_path: Path) -> None:
    """As on macOS and Windows, where what they are started with would look for modules in the current folder first."""
    for name in ("multiprocessing", "concurrent", "linklint", "pickle", "signal"):
        (tmp_path / f"{name}.py").write_text("open('ran', 'w')\n")
    for number in range(4):
        (tmp_path / f"{number}.md").write_text(f"[gone](gone{number}.md)\n")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", BARE]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, len(done.stdout.splitlines())) == (1, 4), done.stderr
    assert not (tmp_path / "ran").exists()


def test_where_they_cannot_be_started_all_is_parsed_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "can_fork", lambda: False)
    monkeypatch.setattr(parsing, "WORTH_IMPORTING", 1)
    monkeypatch.setattr(parsing, "Workers", None)
    monkeypatch.setattr(sys, "platform", "win32")
    assert Parsing(jobs=2).parse_all(TEXTS) == parse_each(TEXTS)


def test_few_texts_are_worth_no_processes_that_begin_with_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "can_fork", lambda: False)
    monkeypatch.setattr(parsing, "Workers", None)
    assert Parsing(jobs=2).parse_all(TEXTS) == parse_each(TEXTS)
