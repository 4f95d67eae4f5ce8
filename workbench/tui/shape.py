"""How a screen of a given size is divided: lines for each panel, cells for each column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

SCROLL = 1
"""Cells at the right edge for the mark that shows which part of the rows is seen."""

NARROWEST = 9
"""Cells of the narrowest column: narrower ones break every name; then rather fewer are seen at a time."""

TWO_FIGURES = 13
"""From this width on a column holds `12.7 ▌| 11.3`, two figures on one line."""

READABLE = 96
"""Cells of evidence text beyond which more width goes to the columns."""


def scroll_mark(y: int, top: int, seen: int, total: int) -> str:
    """A slim mark at the right edge, on line `y` of those seen: which part of all lines they are."""
    if total <= seen:
        return " " * SCROLL
    length = max(1, seen * seen // total)
    start = round(top * (seen - length) / (total - seen))
    return "┃" if start <= y < start + length else "│"


class Shape(NamedTuple):
    """Lines of each panel. `figures` is how many lines of figures the head may have."""

    top: int
    detail: int
    keys: int
    header: int
    figures: int
    rule: bool


def shape(height: int) -> Shape:
    """The division of a screen of `height` lines."""
    for least, found in _SHAPES:
        if height >= least:
            return found._replace(detail=max(found.detail, min(14, height // 5))) if found.detail else found
    return _SHAPES[-1][1]


_SHAPES = (
    (34, Shape(top=4, detail=7, keys=1, header=3, figures=5, rule=True)),
    (22, Shape(top=3, detail=5, keys=1, header=3, figures=3, rule=True)),
    (16, Shape(top=3, detail=4, keys=1, header=2, figures=2, rule=False)),
    (11, Shape(top=2, detail=2, keys=1, header=1, figures=2, rule=False)),
    (7, Shape(top=1, detail=0, keys=1, header=1, figures=1, rule=False)),
    (0, Shape(top=0, detail=0, keys=1, header=1, figures=0, rule=False)),
)


class Columns(NamedTuple):
    """Widths in cells: the frozen evidence column, one column of ratings, and which of them are seen."""

    evidence: int
    cell: int
    first: int
    seen: int
    total: int

    @property
    def width(self) -> int:
        """Cells of the whole, without the scroll mark."""
        return self.evidence + self.cell * self.seen

    def reveal(self, column: int) -> int:
        """The first column to show so that `column` is seen.

        It scrolls by a screenful less one column, so that rating along a row seldom has to.
        """
        if self.first <= column < self.first + self.seen:
            return self.first
        wanted = column - min(1, self.seen - 1) if column > self.first else column - self.seen + 2
        return max(0, min(wanted, column, self.total - self.seen))

    def at(self, x: int) -> int | None:
        """The column at cell `x`, or nothing where that is evidence or empty."""
        place = (x - self.evidence) // self.cell if self.cell else -1
        return self.first + place if x >= self.evidence and place < self.seen else None


def columns(width: int, names: Sequence[str], first: int) -> Columns:
    """The columns of a screen of `width` cells for hypotheses of these names, scrolled to `first`.

    The evidence keeps at least a third; what columns do not need for their names goes to it until
    its lines are as long as one reads with ease, and the rest is shared out among the columns.
    """
    room, count = max(0, width - SCROLL), len(names)
    least = min(max(8, min(34, room * 3 // 8)), max(0, room - NARROWEST))
    if not count or room < NARROWEST:
        return Columns(room, 0, 0, 0, count)
    wanted = max(NARROWEST, min(18, max(_needed(name) for name in names)))
    wanted = max(wanted, TWO_FIGURES) if room - least >= TWO_FIGURES * count else wanted
    cell = max(NARROWEST, min(wanted, (room - least) // count))
    seen = max(1, min(count, (room - least) // cell))
    if seen < count:
        cell = (room - least) // seen
    else:
        spare = room - count * cell - max(least, min(READABLE, room - count * cell))
        cell += min(12, spare // count)
    return Columns(room - seen * cell, cell, max(0, min(first, count - seen)), seen, count)


def _needed(name: str) -> int:
    """Cells a name wants: its longest word, or a third of it, so that three lines hold it."""
    longest = max((cell_len(word) for word in name.split()), default=0)
    return max(longest, cell_len(name) // 2) + 3
