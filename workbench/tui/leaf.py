"""A leaf to read: lines, and the spots on them from which one goes to a row of the matrix."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from workbench.tui import words
from workbench.tui.finding import Filter
from workbench.tui.pieces import Line, Piece, Tone, line


class File(NamedTuple):
    """A place in a file of the workspace: the keys that lead to it."""

    path: str
    place: tuple[str | int, ...] = ()


class Goal(NamedTuple):
    """A place on the matrix: a row, perhaps a column; or, with a filter, the first of the rows that it shows.

    With an `act` something is asked or done instead, where one is; `file` is where it is written.
    """

    address: str = ""
    hypothesis: str = ""
    filter: Filter | None = None
    act: str = ""
    file: File | None = None
    step: int = 0
    """Another of the eight steps to go to instead; 0 for none."""
    about: str = ""
    """What is asked there: the name of a kind of task, or of what else a page lists."""
    id: str = ""
    """What else it is about: a gap, a role, the other one of two hypotheses."""


class Spot(NamedTuple):
    """Lines, or a block of them, that lead to a goal. Its first cell is kept blank for the cursor."""

    goal: Goal
    x: int
    y: int
    width: int
    height: int = 1

    def holds(self, x: int, y: int) -> bool:
        """Whether a cell belongs to it."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


class Leaf(NamedTuple):
    """Lines and their spots, from top to bottom."""

    lines: Sequence[Line]
    spots: Sequence[Spot] = ()


class Draft:
    """A leaf in the making, `width` cells wide."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.lines: list[Line] = []
        self.spots: list[Spot] = []

    @property
    def leaf(self) -> Leaf:
        """What was written."""
        return Leaf(tuple(self.lines), tuple(self.spots))

    def write(self, *lines: Line, goal: Goal | None = None) -> None:
        """Write lines; together they lead to the goal, where there is one."""
        if goal is not None and lines:
            self.spots.append(Spot(goal, 0, len(self.lines), self.width, len(lines)))
        self.lines += lines

    def blank(self) -> None:
        """Leave a line free, unless that is the beginning."""
        if self.lines:
            self.lines.append(line())

    def heading(self, title: str, note: str = "") -> None:
        """A heading after a free line, with a note beside or below it."""
        self.blank()
        beside = words.width_of(title) + words.width_of(note) + 4 <= self.width
        shown = Piece(f" {words.cut(title, self.width - 1)}", Tone.HEADING)
        self.write(line(shown, Piece(f"  {note}" if beside else "", Tone.MUTED)))
        if not beside:
            self.prose(note, Tone.MUTED)

    def prose(self, text: str, tone: Tone = Tone.TEXT) -> None:
        """Sentences, wrapped."""
        width = min(self.width - 2, READABLE)
        self.write(*(line(Piece(f" {part}", tone)) for part in words.wrapped(text, width, 30)))

    def beside(self, blocks: Iterable[tuple[Sequence[Line], Goal | None]], width: int) -> None:
        """Blocks of lines `width` cells wide, as many beside one another as there is room for."""
        every = list(blocks)
        across = max(1, self.width // width)
        for start in range(0, len(every), across):
            band = every[start : start + across]
            top, tall = len(self.lines), max(len(lines) for lines, _ in band)
            for column, (lines, goal) in enumerate(band):
                if goal is not None:
                    self.spots.append(Spot(goal, column * width, top, min(width - 2, self.width), len(lines)))
            rows = ([lines[y] if y < len(lines) else line() for lines, _ in band] for y in range(tall))
            self.lines += [_joined(row, width) for row in rows]
            self.lines.append(line())


READABLE = 110
"""Cells beyond which a sentence is wrapped however wide the screen is."""


def _joined(lines: Sequence[Line], width: int) -> Line:
    """Lines of blocks beside one another, each filled up to its width."""
    pieces: list[Piece] = []
    for made in lines:
        pieces += [*made.pieces, Piece(" " * max(0, width - made.width))]
    return line(*pieces)
