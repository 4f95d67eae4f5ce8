"""The headings over columns of tiles: wrapped where they fit, else a stair of names with a line down to each column."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from workbench.report.picture import Anchor, Ink, Shape, Stroke
from workbench.report.pictures.lettering import SMALL, high, written
from workbench.report.pictures.measure import longest_word, wrapped

LINES = 4
"""A wrapped heading has at most so many lines."""

_STEP = 2.0
"""By which the width of a tile is raised until the headings fit."""

_ROOM = 230.0
"""A name of the stair is wrapped beyond this."""


@dataclass(frozen=True, slots=True)
class Heads:
    """The headings, each in its lines, and the width of the tiles under them."""

    tile: float
    lines: tuple[tuple[str, ...], ...]
    stair: bool

    @property
    def height(self) -> float:
        """How high they stand, with the line for the heads of the stub in a stair."""
        if self.stair:
            return sum(high(lines, SMALL) for lines in self.lines) + high([""], SMALL) + 2
        return max((high(lines, SMALL) for lines in self.lines), default=high([""], SMALL)) + 2

    def drawn(self, left: float, y: float, bold: Collection[int]) -> Iterator[Shape]:
        """The shapes of the headings whose top is at y, over tiles that begin at `left`."""
        return self._stair(left, y, bold) if self.stair else self._wrapped(left, y, bold)

    def _wrapped(self, left: float, y: float, bold: Collection[int]) -> Iterator[Shape]:
        bottom = y + self.height - 2
        for number, lines in enumerate(self.lines):
            x = left + self.tile * (number + 0.5) - 0.5
            top = bottom - high(lines, SMALL)
            yield from written(lines, x, top, size=SMALL, anchor=Anchor.MIDDLE, bold=number in bold)

    def _stair(self, left: float, y: float, bold: Collection[int]) -> Iterator[Shape]:
        bottom, top = y + self.height, y
        for number in reversed(range(len(self.lines))):
            lines = self.lines[number]
            x = left + self.tile * (number + 0.5) - 0.5
            yield from written(lines, x - 3, top, size=SMALL, anchor=Anchor.END, bold=number in bold)
            yield Stroke(((x, top + 1.5), (x, bottom)), Ink.RULE)
            top += high(lines, SMALL)


def heads(names: Sequence[str], least: float, most: float, room: float, left: float) -> Heads:
    """The headings of columns.

    Args:
        names: what stands over them.
        least: points that a tile is wide at least.
        most: points to which it is made wider so that the headings can be wrapped over it.
        room: points for all tiles; where they do not fit, a stair makes the columns as narrow as they can be.
        left: points to the left of the first tile, into which the names of a stair reach.
    """
    if not names:
        return Heads(least, (), stair=False)
    tile, widest = least, min(most, room / len(names))
    while tile <= widest:
        if all(longest_word(name, SMALL, bold=True) <= tile - 3 for name in names):
            lines = tuple(tuple(wrapped(name, tile - 3, SMALL, bold=True)) for name in names)
            if max(map(len, lines)) <= LINES:
                return Heads(_even(tile, widest, names), lines, stair=False)
        tile += _STEP
    tile = max(least, min(room / len(names), 30.0))
    reach = [min(left + tile * (n + 0.5) - 4, _ROOM) for n in range(len(names))]
    lines = tuple(tuple(wrapped(name, space, SMALL, bold=True)) for name, space in zip(names, reach, strict=True))
    return Heads(tile, lines, stair=True)


def _even(tile: float, widest: float, names: Sequence[str]) -> float:
    """A little more room than a few columns need, so that they do not stand crowded."""
    return max(tile, min(widest, 240.0 / len(names)))
