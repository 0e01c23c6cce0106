"""CSV in, cells with positions out; whatever is wrong becomes a ``UserError`` with all problems that can be found.

After RFC 4180, and after what spreadsheets and web tools export in its name: comma, semicolon or tab between the cells,
UTF-8 or UTF-16 with a mark, lines of comment before the header. The standard library's reader knows no columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linklint.data.limits import MAXIMUM_PROBLEMS
from linklint.data.text import TextLines, decode_utf8
from linklint.errors import Problem, UserError
from linklint.model.place import Location

MAXIMUM_BYTES = 64 * 1024 * 1024
DELIMITERS = ",;\t"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
MARK = "\ufeff"


class Cell(NamedTuple):
    """A cell's text, without its quotation marks and without white space at its ends, and the offset at which it
    begins in the file's text."""

    text: str
    start: int
    end: int


class Sheet:
    """A header and rows of as many cells. ``location`` is worked out when asked: most cells are never told of."""

    def __init__(self, path: str, header: Sequence[Cell], rows: Sequence[Sequence[Cell]], lines: TextLines) -> None:
        self.path = path
        self.header = header
        self.rows = rows
        self._lines = lines

    def location(self, cell: Cell) -> Location:
        """Where the cell stands, quotation marks included."""
        return Location(self.path, *self._lines.position(cell.start), *self._lines.position(cell.end))

    def problem(self, cell: Cell, message: str, hint: str = "") -> Problem:
        """A mistake at a cell."""
        return describe(self.path, self._lines, cell.start, cell.end, message, hint)


def read_csv(data: bytes, path: str) -> Sheet:
    """Reads a header and rows. Blank lines, and lines that begin with ``#`` above the header, are skipped; of comma,
    semicolon and tab, the one that the header holds most often parts the cells.

    Raises ``UserError`` for more than 64 MiB, text that is neither UTF-8 nor UTF-16, no header, columns without a name
    or with the same, a quotation mark that is not closed or that more follows, and rows of another length than the
    header. It raises nothing else, whatever the bytes are.
    """
    if len(data) > MAXIMUM_BYTES:
        raise UserError(Problem(f"the file has {len(data):,} bytes; at most {MAXIMUM_BYTES:,} are read", path, 1, 1))
    text = decode(data, path)
    lines = TextLines(text)
    start = skip_comments(text)
    problems: list[Problem] = []
    rows: list[list[Cell]] = []
    for row in split_rows(text, start, find_delimiter(text, start), path, lines, problems):
        if len(row) > 1 or row[0].end > row[0].start:
            if rows and len(row) != len(rows[0]):
                problems.append(refuse_length(path, lines, row, len(rows[0])))
            rows.append(row)
        if len(problems) >= MAXIMUM_PROBLEMS:
            break
    if not rows:
        raise UserError(Problem("there is no line with the names of columns", path, 1, 1))
    problems += find_bad_names(path, lines, rows[0])
    if problems:
        raise UserError(problems)
    return Sheet(path, rows[0], rows[1:], lines)


def decode(data: bytes, path: str) -> str:
    """The text without its mark; UTF-16 is what some tools export for Excel."""
    if not data.startswith(UTF_16):
        return decode_utf8(data, path)
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError:
        raise UserError(Problem("the file is not sound UTF-16", path, 1, 1, hint="save it as UTF-8")) from None


def skip_comments(text: str) -> int:
    """The offset of the first line that is neither blank nor a comment."""
    found = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))*").match(text)
    return found.end() if found else 0


def find_delimiter(text: str, start: int) -> str:
    """What parts the names of the header; a comma where nothing does."""
    end = re.compile(r"[\r\n]|\Z").search(text, start)
    header = re.sub(r'"[^"]*"', "", text[start : end.start() if end else len(text)])
    return max(DELIMITERS, key=lambda delimiter: (header.count(delimiter), -DELIMITERS.index(delimiter)))


def split_rows(
    text: str, position: int, delimiter: str, path: str, lines: TextLines, problems: list[Problem]
) -> Iterator[list[Cell]]:
    """The rows from ``position`` on. A quotation mark inside a quoted cell is written twice; elsewhere it is text."""
    cell = re.compile(rf'[^\S\r\n\t]*"((?:[^"]|"")*)("?)[^\S\r\n\t]*|([^{delimiter}\r\n]*)')
    row: list[Cell] = []
    while position < len(text) or row:
        match = cell.match(text, position)
        if match is None:  # cannot be: the second way matches the empty text
            return
        quoted = match[1] is not None
        content = match[1].replace('""', '"') if quoted else match[3]
        row.append(Cell(content.strip(), position, match.end()))
        if quoted and not match[2]:
            hint = "a quotation mark inside a quoted cell is written twice"
            problems.append(describe(path, lines, position, position + 1, "this quotation mark is not closed", hint))
            return
        position = match.end()
        if quoted and position < len(text) and text[position] not in (delimiter, "\r", "\n"):
            hint = "a quotation mark inside a quoted cell is written twice"
            problems.append(
                describe(path, lines, position, position + 1, "text follows the closing quotation mark", hint)
            )
            end = re.compile(rf"[{delimiter}\r\n]|\Z").search(text, position)
            position = end.start() if end else len(text)
        if text[position : position + 1] == delimiter:
            position += 1
            if position == len(text):
                row.append(Cell("", position, position))
                yield row
                return
            continue
        yield row
        row = []
        position += 2 if text.startswith("\r\n", position) else 1


def find_bad_names(path: str, lines: TextLines, header: Sequence[Cell]) -> Iterator[Problem]:
    """Names that occur twice. A column without a name is what a comma at the end of each line makes; nothing can ask
    for it."""
    seen: set[str] = set()
    for cell in header:
        if cell.text and cell.text in seen:
            yield describe(path, lines, cell.start, cell.end, f'there are two columns "{cell.text}"', "rename one")
        seen.add(cell.text)


def refuse_length(path: str, lines: TextLines, row: Sequence[Cell], wanted: int) -> Problem:
    found = f"{len(row)} cell{'s' * (len(row) != 1)}"
    hint = "a cell that holds the separator stands in quotation marks" if len(row) > wanted else ""
    return describe(path, lines, row[0].start, row[-1].end, f"this row has {found}, and the header has {wanted}", hint)


def describe(path: str, lines: TextLines, start: int, end: int, message: str, hint: str = "") -> Problem:
    line, column = lines.position(start)
    end_line, end_column = lines.position(end)
    shown = lines.lines[line - 1]
    return Problem(message, path, line, column, end_column if end_line == line else len(shown) + 1, shown, hint)
