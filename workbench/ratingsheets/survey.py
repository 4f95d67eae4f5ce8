"""What a workbook would become in memory, looked at before it is read: a file of a kilobyte can name a cell of the last
row and column there is, or hold one text a million times.
"""  # noqa: D205

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from workbench.ratingsheets.grid import Unreadable

MOST_ROWS = 20_000
"""A sheet with something in a later row is not read."""

MOST_COLUMNS = 1_000
"""A sheet with something in a later column is not read."""

MOST_CELLS = 4_000_000
"""A sheet that spans more cells is not read."""

MOST_TEXT = 256 * 1024 * 1024
"""Characters that all cells of a workbook hold together, at most."""

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")

_ID = "http://schemas.openxmlformats.org/officeDocument/2006/relationships id"

_INDEX = 12
"""Digits of the number by which a cell names a shared text, at most."""

_SAVE = "save it once more in the spreadsheet program, without what does not belong to it"


@dataclass(slots=True)
class Surveyed:
    """What was found: the size of the texts that cells share, and which cells hold an error."""

    shared: list[int] = field(default_factory=list)
    used: dict[int, int] = field(default_factory=dict)
    inline: int = 0
    errors: dict[str, set[tuple[int, int]]] = field(default_factory=dict)
    """By part of the workbook the cells (row from 1, column from 0) that hold an error: they read as if empty."""
    sheets: dict[str, str] = field(default_factory=dict)
    """The name of each sheet with the id of its part."""
    targets: dict[str, str] = field(default_factory=dict)
    """Each id with the part it stands for."""

    @property
    def text(self) -> int:
        """Characters in all cells: a shared text counts as often as it is used."""
        shared = (self.shared[index] * times for index, times in self.used.items() if index < len(self.shared))
        return self.inline + sum(shared)

    def wrong(self, sheet: str) -> set[tuple[int, int]]:
        """The cells of a sheet that hold an error."""
        target = self.targets.get(self.sheets.get(sheet, ""), "")
        return self.errors.get(target.removeprefix("/") if target.startswith("/") else f"xl/{target}", set())


def surveyed(parts: Mapping[str, bytes]) -> Surveyed:
    """Look at every part of a workbook.

    Raises:
        Unreadable: it would become too large, or is no XML.
    """
    found = Surveyed()
    for name, content in parts.items():
        _Part(name, found).read(content)
    if found.text > MOST_TEXT:
        raise Unreadable(f"its cells hold {found.text:,} characters; at most {MOST_TEXT:,} are read", _SAVE)
    return found


class _Part:
    """A part of the workbook, gone through once. Cells without a reference stand behind the one before them."""

    def __init__(self, name: str, found: Surveyed) -> None:
        self._name, self._found = name, found
        self._row = self._column = self._last_row = self._last_column = 0
        self._kind = self._value = ""
        self._length = 0
        self._of_workbook = name.endswith("workbook.xml.rels")

    def read(self, content: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        parser.StartDoctypeDeclHandler = self._doctype
        try:
            parser.Parse(content, True)
        except (expat.ExpatError, LookupError, ValueError) as error:  # an encoding nobody knows, for instance
            raise Unreadable(f"it is broken: {self._name} cannot be read", "ask for the file once more") from error

    def _doctype(self, *_: Any) -> None:
        raise Unreadable("it declares a document type, which no spreadsheet program does", _SAVE)

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        match tag.rpartition(" ")[2]:
            case "row":
                said = attributes.get("r", "")
                self._move(int(said) if said.isascii() and said.isdecimal() and len(said) < 8 else self._row + 1, 0)
            case "c":
                self._begin(attributes)
            case "v" | "is":
                self._value, self._length = "", 0
                self._fill()
            case "si":
                self._value, self._length = "", 0
            case "sheet":
                self._found.sheets[attributes.get("name", "")] = attributes.get(_ID, "")
            case "Relationship" if self._of_workbook:
                self._found.targets[attributes.get("Id", "")] = attributes.get("Target", "")

    def _begin(self, attributes: Mapping[str, str]) -> None:
        self._kind = attributes.get("t", "")
        found = _REFERENCE.fullmatch(attributes.get("r", ""))
        self._move(*((int(found[2]), _number(found[1])) if found else (max(self._row, 1), self._column + 1)))
        if self._kind == "e":
            self._found.errors.setdefault(self._name, set()).add((self._row, self._column - 1))

    def _move(self, row: int, column: int) -> None:
        """Go on to a row, or a cell of it. Those that go back would not be read as they stand."""
        if (row, column) < (self._row, self._column):
            raise Unreadable("its cells are not in order", _SAVE)
        self._row, self._column = row, column

    def _fill(self) -> None:
        """A cell holds something: the sheet reaches so far."""
        self._last_row, self._last_column = max(self._last_row, self._row), max(self._last_column, self._column)
        if self._last_row > MOST_ROWS or self._last_column > MOST_COLUMNS:
            reach = f"row {self._last_row:,}, column {self._last_column:,}"
            most = f"at most {MOST_ROWS:,} rows and {MOST_COLUMNS:,} columns are read"
            raise Unreadable(f"a sheet reaches to {reach}; {most}", _SAVE)
        if self._last_row * self._last_column > MOST_CELLS:
            raise Unreadable(f"a sheet spans more than {MOST_CELLS:,} cells, which are not read", _SAVE)

    def _data(self, text: str) -> None:
        self._length += len(text)
        if len(self._value) < _INDEX:
            self._value += text[:_INDEX]

    def _end(self, tag: str) -> None:
        match tag.rpartition(" ")[2]:
            case "si":
                self._found.shared.append(self._length)
            case "v" if self._kind == "s":
                index = int(self._value) if self._value.isascii() and self._value.isdecimal() else -1
                self._found.used[index] = self._found.used.get(index, 0) + 1
            case "v" | "is":
                self._found.inline += self._length


def _number(name: str) -> int:
    """The number of a column by its letters, from 1."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
