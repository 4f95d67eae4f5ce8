"""A matrix file read quickly, without positions, as nothing in a revision is ever looked up by its line.

Nearly all of such a file are rows of one form, each on a line. Those are taken by a pattern; what is around them is
read by the parser, with nothing in their place. The parser goes from left to right, and a whole mapping in the place
of another leaves it in the same state: so the data is what it would make of the whole file. Where anything is in doubt,
it is given the whole file.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Final

from workbench import yamltext
from workbench.revisions import quickitems

_OPENING: Final = b"\nrows:\n"

_EMPTIED: Final = b"\nrows: {}\n"

_LINES: Final = re.compile(rb"(?:  [a-z][^\n]*\n)*")

_ID = r"[a-z][a-z0-9-]{0,99}"

_CELL = rf"{_ID}+: (?:CC?|NA?|II?|w[0-9a-f]{{16}})"

_ROW: Final = re.compile(rf"  ({_ID}/{_ID}): \{{((?:{_CELL}(?:, {_CELL})*+)?)\}}")

_NEXT: Final = re.compile(rb"\n*(?:[a-z]|\Z)")
"""What follows the rows: the next section, or nothing. Comments and other rows may mean anything."""

MOST_BYTES: Final = 5_000_000
"""So many bytes cannot hold more things than the parser would take."""


class _Cells(dict[str, tuple[str, str]]):
    """Cells by how they are written: hypothesis and rating. The same few stand in row after row."""

    def __missing__(self, cell: str) -> tuple[str, str]:
        hypothesis, _, rating = cell.partition(": ")
        self[cell] = made = hypothesis, rating
        return made


class Rows:
    """Rows by their lines. Most lines of a revision stand in the next one as well; those are read once."""

    def __init__(self) -> None:
        self._read: dict[str, tuple[str, dict[str, str]]] = {}
        self._cells = _Cells()

    def row(self, line: str) -> tuple[str, dict[str, str]] | None:
        """The address and the cells on a line; nothing where it has another form, or a hypothesis stands twice."""
        if line not in self._read:
            found = _ROW.fullmatch(line)
            if found is None:
                return None
            address, inside = found.groups()
            cells = inside.split(", ") if inside else []
            self._read[line] = address, dict(map(self._cells.__getitem__, cells))
            if len(self._read[line][1]) < len(cells):
                del self._read[line]
                return None
        return self._read[line]


def read(data: bytes, known: Rows | None = None) -> yamltext.Text:
    """A file's text and data, as `yamltext.read` gives them. No place is known in what is read so: all lies on line 1.

    Args:
        data: the file.
        known: the rows that were read before, to which those of this file are added.

    Raises:
        YamlError: the file cannot be read.
    """
    return _matrix(data, known or Rows()) or quickitems.read(data) or yamltext.read(data)


def _matrix(data: bytes, known: Rows) -> yamltext.Text | None:
    """The text and data of a file most of which are rows; nothing where it is not, or not plainly."""
    start = data.find(_OPENING)
    if start < 0 or len(data) > MOST_BYTES:
        return None
    begin = start + len(_OPENING)
    found = _LINES.match(data, begin)
    end = found.end() if found else begin
    rows = _rows(data[begin:end], known) if end > begin and _NEXT.match(data, end) else None
    if rows is None:
        return None
    try:
        rest = yamltext.read(data[:start] + _EMPTIED + data[end:])
    except yamltext.YamlError:
        return None
    if rest.root.get("rows") != {} or rest.root.places["rows"][0] != _characters(data, rest.bom, start) + 1:
        return None
    root: Any = {name: rows if name == "rows" else value for name, value in rest.root.items()}
    return replace(rest, text=data[len(rest.bom) :].decode(rest.encoding), root=root)


def _characters(data: bytes, mark: bytes, offset: int) -> int:
    return len(data[len(mark) : offset].decode("utf-8"))


def _rows(lines: bytes, known: Rows) -> dict[str, dict[str, str]] | None:
    """The rows by address; nothing where one is not plain or stands twice."""
    if not lines.isascii():
        return None
    found: dict[str, dict[str, str]] = {}
    listed = lines.decode("ascii").splitlines()
    for line in listed:
        row = known.row(line)
        if row is None:
            return None
        found[row[0]] = row[1]
    return found if len(found) == len(listed) else None
