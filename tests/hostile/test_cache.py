"""Whatever happens to the cache, a run says what it says without one: the same bytes, no word more, the same code."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from pathlib import Path

import pytest

from linklint.app import parsing, remembering
from linklint.app.parsing import encode, make_keys, parse_one
from linklint.model.document import Dialect
from linklint.workspace import Cache, can_fork
from linklint.workspace.cache import FOLDER, NAME
from tests.cli.running import ROOT, Ran, linklint, make_repository

CHECK = ["check", "--output", "json"]
PAGES = 40
EAGER = (  # a process for which caches and processes are worth it for a few bytes
    "import sys; from linklint.app import parsing, remembering; parsing.WORTH_KEEPING = 0; "
    "parsing.WORTH_A_PROCESS = 2000; remembering.WORTH_REMEMBERING = 0; "
    "from linklint.cli.main import call; sys.exit(call(sys.argv[1:]))"
)


@pytest.fixture(autouse=True)
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents are kept, runs are not: those that were remembered would not read the documents again."""
    monkeypatch.setattr(parsing, "WORTH_KEEPING", 0)
    monkeypatch.setattr(remembering, "WORTH_REMEMBERING", sys.maxsize)


@pytest.fixture(params=["documents", "runs"])
def kept(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is kept: documents, or whole runs as well."""
    if request.param == "runs":
        monkeypatch.setattr(remembering, "WORTH_REMEMBERING", 0)


@pytest.fixture
def top(tmp_path: Path) -> Path:
    """A repository with findings of several kinds."""
    pages = {
        f"p{number}.md": f"---\ntitle: Page {number}\n---\n# Page {number}\n\n[next](p{number + 1}.md) [here](#no)\n\n"
        + f"Words and [more](p{number * 7 % PAGES}.md#page-{number * 7 % PAGES}).\n" * (number % 5)
        for number in range(PAGES)
    }
    home = "# Home\n\n[first](p0.md)\n\n<!-- linklint-disable-next-line broken-links -- kept -->\n[x](gone.md)\n"
    return make_repository(tmp_path / "top", {"README.md": home, **pages})


@pytest.fixture
def cold(top: Path) -> Ran:
    ran = linklint(top, *CHECK, "--no-cache", "--jobs", "1")
    assert ran.code == 1
    assert ran.err == ""
    assert ran.out.count('"fingerprint"') > PAGES
    return ran


def start(top: Path, *prefix: str, limit: int | None = None) -> subprocess.Popen[bytes]:
    """A run of its own, which uses the cache; ``limit``: bytes that a file may have."""

    def limit_files() -> None:
        if limit is not None:
            import resource

            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.Popen(
        [*prefix, sys.executable, "-c", EAGER, *CHECK],
        cwd=top, env={**os.environ, "PYTHONPATH": str(ROOT)}, start_new_session=True, preexec_fn=limit_files,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def finish(process: "subprocess.Popen[bytes]") -> Ran:
    out, err = process.communicate(timeout=120)
    return Ran(process.returncode, out.decode(), err.decode())


def entries_of(top: Path) -> dict[bytes, bytes]:
    """What a first run keeps."""
    texts = [(path.read_bytes(), Dialect()) for path in sorted(top.glob("*.md"))]
    return dict(zip(make_keys(texts), (encode(parse_one(text)) for text in texts), strict=True))


def write_for_ever(top: str, entries: dict[bytes, bytes], begun: Callable[[], None]) -> None:
    """In a child: fills and deletes the cache, again and again."""
    cache, chance = Cache(top), random.Random()
    begun()
    while True:
        cache.put(dict(chance.sample(sorted(entries.items()), chance.randrange(1, len(entries)))))
        if chance.random() < 0.2:
            cache.clear()


def damage(top: Path) -> Iterator[None]:
    """One step for each way to damage the file: bytes, a cut end, nothing left, other files."""
    path, chance = top / FOLDER / NAME, random.Random(11)
    sound = path.read_bytes()
    while True:
        damaged = bytearray(sound)
        for _ in range(chance.choice([1, 1, 2, 10, 500])):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        cut = chance.choice([len(damaged)] * 6 + [chance.randrange(len(damaged)), 0, 100])
        path.write_bytes(damaged[:cut])
        if chance.random() < 0.1:
            path.with_name(f"{NAME}-journal").write_bytes(chance.randbytes(chance.randrange(2000)))
        yield


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("times", [15, pytest.param(500, marks=pytest.mark.long)])
def test_damaged_bytes(top: Path, cold: Ran, times: int) -> None:
    assert linklint(top, *CHECK) == cold
    for number, _ in zip(range(times), damage(top), strict=False):
        assert linklint(top, *CHECK) == cold, number
        if number % 10 == 0:
            assert linklint(top, *CHECK) == cold, f"after {number}"


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("times", [10, pytest.param(200, marks=pytest.mark.long)])
def test_damaged_entries(top: Path, cold: Ran, times: int) -> None:
    """The database is sound, and what stands in it is not."""
    linklint(top, *CHECK)
    chance = random.Random(12)
    sound = (top / FOLDER / NAME).read_bytes()
    values = [b"", b"\x93\x01\x02\x03", "text", 7, -1, 2**62, 1.5, chance.randbytes(300), float("inf")]
    for number in range(times):
        with sqlite3.connect(top / FOLDER / NAME) as database:
            keys = [key for (key,) in database.execute("SELECT key FROM entries")]
            column = chance.choice(["key", "digest", "day", "value"])
            change = f"UPDATE OR REPLACE entries SET {column} = ? WHERE key = ?"
            database.executemany(change, [(chance.choice(values), key) for key in chance.sample(keys, 5)])
        database.close()
        assert linklint(top, *CHECK) == cold, number
        if chance.random() < 0.3:
            (top / FOLDER / NAME).write_bytes(sound)


@pytest.mark.parametrize(
    "schema",
    [
        "CREATE TABLE entries (key BLOB PRIMARY KEY, value BLOB NOT NULL)",
        "CREATE TABLE entries (key, digest, day, size, value)",
        "CREATE VIEW entries AS SELECT x'00' AS key, x'00' AS digest, 1 AS day, x'00' AS value",
        "CREATE TABLE others (a)",
    ],
)
def test_a_cache_of_another_version_is_replaced(top: Path, cold: Ran, schema: str) -> None:
    path = top / FOLDER / NAME
    path.parent.mkdir()
    with sqlite3.connect(path) as database:
        database.execute(schema)
    database.close()
    assert linklint(top, *CHECK) == cold
    assert Cache(str(top)).state().entries == PAGES + 1
    assert linklint(top, *CHECK) == cold


def test_entries_of_another_version_of_the_parser(top: Path, cold: Ran, monkeypatch: pytest.MonkeyPatch) -> None:
    linklint(top, *CHECK)
    monkeypatch.setattr(parsing, "parser_version", lambda: b"another")
    assert linklint(top, *CHECK) == cold
    assert Cache(str(top)).state().entries == 2 * (PAGES + 1)


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("kind", ["folder", "database", "ignore"])
def test_files_where_folders_should_be_and_the_reverse(top: Path, cold: Ran, kind: str) -> None:
    folder = top / FOLDER
    if kind == "folder":
        folder.write_text("a file")
    else:
        (folder / {"database": NAME, "ignore": ".gitignore"}[kind]).mkdir(parents=True)
    assert linklint(top, *CHECK) == cold
    assert linklint(top, *CHECK) == cold


def test_git_ignores_a_cache_whose_beginning_was_cut_off(top: Path) -> None:
    (top / FOLDER).mkdir()
    (top / FOLDER / ".gitignore").touch()
    linklint(top, *CHECK)
    status = subprocess.run(["git", "-C", str(top), "status", "--short"], capture_output=True, text=True, check=True)
    assert FOLDER not in status.stdout


@pytest.mark.usefixtures("kept")
@pytest.mark.skipif(not can_fork(), reason="needs fork")
@pytest.mark.parametrize("times", [5, pytest.param(100, marks=pytest.mark.long)])
def test_kills_while_the_cache_is_written(top: Path, cold: Ran, times: int) -> None:
    linklint(top, *CHECK)
    entries, chance, context = entries_of(top), random.Random(13), get_context("fork")
    for number in range(times):
        begun = context.Event()
        child = context.Process(target=write_for_ever, args=(str(top), entries, begun.set))
        child.start()
        assert begun.wait(60)
        time.sleep(chance.random() * 0.03)
        child.kill()
        child.join()
        assert child.exitcode == -signal.SIGKILL
        assert linklint(top, *CHECK) == cold, number
    assert linklint(top, *CHECK) == cold


@pytest.mark.long
def test_kills_of_whole_runs(top: Path, cold: Ran) -> None:
    """At any time of a run; the processes that it had started end, too."""
    chance = random.Random(14)
    assert finish(start(top)) == cold
    begun = time.monotonic()
    shutil.rmtree(top / FOLDER)
    assert finish(start(top)) == cold
    needed = time.monotonic() - begun
    for number in range(20):
        shutil.rmtree(top / FOLDER, ignore_errors=True)
        process = start(top)
        time.sleep(needed * (0.4 + 0.7 * chance.random()))
        process.kill()
        process.communicate(timeout=20)  # ends when nobody holds the pipes any more
        assert finish(start(top)) == cold, number


@pytest.mark.long
def test_sixteen_runs_at_once(top: Path, cold: Ran) -> None:
    for begins_empty in (True, False):
        if begins_empty:
            shutil.rmtree(top / FOLDER, ignore_errors=True)
        runs = [start(top) for _ in range(16)]
        assert {finish(each) for each in runs} == {cold}
    assert linklint(top, *CHECK) == cold
    assert Cache(str(top)).state().entries == PAGES + 3  # the run itself is two


@pytest.mark.long
def test_runs_at_once_while_the_file_is_damaged(top: Path, cold: Ran) -> None:
    linklint(top, *CHECK)
    runs = [start(top) for _ in range(8)]
    for _, each in zip(damage(top), runs, strict=False):
        time.sleep(0.2)
        assert finish(each) == cold


@pytest.mark.parametrize(
    "limit", [0, 5000, *(pytest.param(n, marks=pytest.mark.long) for n in (20, 512, 4096, 12_000))]
)
def test_a_full_disk(top: Path, cold: Ran, limit: int) -> None:
    assert finish(start(top, limit=limit)) == cold
    assert linklint(top, *CHECK) == cold
    with open(top / "README.md", "a", encoding="utf-8") as file:
        file.write("\nmore\n")
    changed = linklint(top, *CHECK, "--no-cache")
    assert finish(start(top, limit=limit)) == changed


def test_a_folder_that_cannot_be_written(top: Path, cold: Ran) -> None:
    prefix: tuple[str, ...] = ()
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            pytest.skip("nothing is forbidden to the superuser")
        prefix = ("setpriv", "--bounding-set=-dac_override")
    top.chmod(0o500)
    try:
        assert finish(start(top, *prefix)) == cold
        assert not (top / FOLDER).exists()
        top.chmod(0o700)
        linklint(top, *CHECK)
        for path in (top / FOLDER / NAME, top / FOLDER):
            path.chmod(0o500)
        with open(top / "README.md", "a", encoding="utf-8") as file:
            file.write("\nmore\n")
        changed = linklint(top, *CHECK, "--no-cache")
        assert finish(start(top, *prefix)) == changed
    finally:
        top.chmod(0o700)
        if (top / FOLDER).exists():
            (top / FOLDER).chmod(0o700)
