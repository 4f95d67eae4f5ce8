"""Small print: numbered texts side by side in columns, which are about equally high."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workbench.report.picture import Anchor, Ink, Shape
from workbench.report.pictures.lettering import SMALL, high, written
from workbench.report.pictures.measure import widest, wrapped

NARROWEST, MOST = 210.0, 4
"""A column is at least so wide, unless there is one alone, and there are so many at most."""

_GUTTER, _BEHIND, _BELOW = 16.0, 5.0, 2.5
"""Between two columns, behind a number, and below a text."""


class Note(NamedTuple):
    """A text with its number; `under` stands below it, quieter."""

    number: str
    text: str
    under: str = ""
    quiet: bool = False


class _Lines(NamedTuple):
    """A note in its lines."""

    note: Note
    text: list[str]
    under: list[str]

    @property
    def height(self) -> float:
        return high(self.text, SMALL) + high(self.under, SMALL) + _BELOW

    def drawn(self, x: float, y: float) -> Iterator[Shape]:
        """The shapes of a text that begins at x, its number left of it."""
        quiet, ink = self.note.quiet, Ink.QUIET if self.note.quiet else Ink.TEXT
        yield from written([self.note.number], x - _BEHIND, y, size=SMALL, anchor=Anchor.END, ink=ink, bold=not quiet)
        yield from written(self.text, x, y, size=SMALL, ink=ink)
        yield from written(self.under, x, y + high(self.text, SMALL), size=SMALL, ink=Ink.QUIET)


class Print(NamedTuple):
    """Texts in columns of one width, each behind the room of its number."""

    columns: list[list[_Lines]]
    wide: float
    indent: float

    @property
    def height(self) -> float:
        """Of the highest column."""
        return max(sum(lines.height for lines in column) for column in self.columns)

    def drawn(self, y: float) -> Iterator[Shape]:
        """The shapes of all columns, whose tops are at y."""
        for place, column in enumerate(self.columns):
            x, top = place * (self.wide + _GUTTER) + self.indent, y
            for lines in column:
                yield from lines.drawn(x, top)
                top += lines.height


def small_print(notes: Sequence[Note], room: float) -> Print:
    """Texts in their order down the columns, in as many columns as there is room for.

    Args:
        notes: to be set.
        room: how wide all columns are together.
    """
    count = max(1, min(MOST, len(notes), int((room + _GUTTER) // (NARROWEST + _GUTTER))))
    wide = (room - _GUTTER * (count - 1)) / count
    indent = widest([note.number for note in notes], SMALL, bold=True) + _BEHIND
    found = [_lines(note, wide - indent) for note in notes]
    most = sum(lines.height for lines in found) / count
    while len(columns := _filled(found, most)) > count:
        most += SMALL
    return Print(columns, wide, indent)


def _lines(note: Note, room: float) -> _Lines:
    return _Lines(note, wrapped(note.text, room, SMALL), wrapped(note.under, room, SMALL) if note.under else [])


def _filled(found: Sequence[_Lines], most: float) -> list[list[_Lines]]:
    """Columns, each filled to this height before the next; one note at least stands in each."""
    columns, taken = list[list[_Lines]]([[]]), 0.0
    for lines in found:
        if columns[-1] and taken + lines.height > most:
            columns.append([])
            taken = 0.0
        columns[-1].append(lines)
        taken += lines.height
    return columns
