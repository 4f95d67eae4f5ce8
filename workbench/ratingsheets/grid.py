"""A filled-in sheet as a grid of texts, each cell with the name under which its reader finds it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

ERROR = "\0error"
"""Stands in a cell whose formula came to an error."""

MERGED = "\0merged"
"""Stands in a cell that was merged with the one before or above it."""


class Unreadable(Exception):
    """A file that is not read at all; `sentence` says why, `remedy` what to do."""

    def __init__(self, sentence: str, remedy: str) -> None:
        super().__init__(f"{sentence}; {remedy}")
        self.sentence, self.remedy = sentence, remedy


class Fault(NamedTuple):
    """Something that cannot be taken, and the place of it: `Ratings!F12`, or `12` for a line of a CSV file."""

    place: str
    sentence: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.sentence}; {self.remedy}"


class GridRow(NamedTuple):
    """A row: its number in the file, from 1, and its cells without blanks around them."""

    number: int
    cells: tuple[str, ...]

    def at(self, column: int) -> str:
        """What stands in a column; empty behind the last cell."""
        return self.cells[column] if 0 <= column < len(self.cells) else ""


class Grid(NamedTuple):
    """A sheet. `place` names a cell by the number of its row and its column, counted from 0."""

    rows: Sequence[GridRow]
    place: Callable[[int, int], str]
    faults: tuple[Fault, ...] = ()
    """What could not be read of it."""
    note: str = ""
    """How it was decoded, where that is a guess."""


def letters(column: int) -> str:
    """The name of a column in a spreadsheet, counted from 0: A, Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
