"""A transposed board: a line for each name with a narrow tile in each column, and totals at the right.

Columns stand in blocks side by side; where there are many they go on in further bands, one below another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from math import ceil
from typing import NamedTuple

from workbench.report.picture import Anchor, Ink, Shape, Stroke
from workbench.report.pictures.board import SEAM, Tile, Total, laid
from workbench.report.pictures.lettering import PAGE, SMALL, TEXT, high, written
from workbench.report.pictures.measure import longest_word, widest, width, wrapped

MOST = 80
"""Columns of a band at most."""

NARROWEST, WIDEST = 17.0, 56.0
"""A tile is at least so wide, with its seam, and at most."""

LOW = 22.0
"""A line is at least so high."""

_NAMES = 130.0
"""A name is wrapped beyond this."""

_TOTAL = 48.0
"""The name of a column of totals is wrapped beyond this."""

_GAP, _BLOCKS, _BANDS = 8.0, 10.0, 12.0
"""Beside the names and the totals; between two blocks; between two bands."""

_SURE = 0.1
"""More than words need, so that they are not wrapped for a rounding."""


class Column(NamedTuple):
    """A column of tiles, one for each name, under its short texts."""

    heads: tuple[str, ...]
    tiles: tuple[Tile, ...]


class ColumnBlock(NamedTuple):
    """Columns that belong together, under a title."""

    title: str
    columns: tuple[Column, ...]


Bands = list[list[ColumnBlock]]


@dataclass(frozen=True)
class TransposedBoard:
    """What it shows. `heads` say what stands over the columns; the first is their number."""

    names: tuple[str, ...]
    heads: tuple[str, ...]
    blocks: tuple[ColumnBlock, ...]
    totals: tuple[Total, ...]
    above: str
    """Stands over the totals."""
    bold: frozenset[int] = frozenset()
    """Names that are bold."""

    @cached_property
    def bands(self) -> Bands:
        """The blocks, in one band or in several of as many columns each; one that is cut goes on in the next."""
        count = sum(len(block.columns) for block in self.blocks)
        each = ceil(count / max(ceil(count / MOST), 1)) or 1
        bands: Bands = [[]]
        room = each
        for block in self.blocks:
            left = iter(block.columns)
            title = block.title
            while part := tuple(islice(left, room or each)):
                if not room:
                    bands.append([])
                    room = each
                bands[-1].append(ColumnBlock(title, part))
                room -= len(part)
                title = f"{block.title}, continued"
        return bands

    @cached_property
    def stub(self) -> float:
        """How wide the names are."""
        named = widest(list(self.names), SMALL, bold=True)
        return max(min(named + _SURE, _NAMES), widest(list(self.heads), SMALL))

    @cached_property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        """The names in their lines."""
        return tuple(tuple(wrapped(name, self.stub, SMALL, bold=True)) for name in self.names)

    @cached_property
    def rooms(self) -> tuple[float, ...]:
        """How wide each column of totals is, without the gap before it."""
        return tuple(_room(total) for total in self.totals)

    @cached_property
    def summed(self) -> float:
        """How wide all columns of totals are, with the gaps before them."""
        return max(sum(self.rooms) + _GAP * len(self.rooms), _GAP + width(self.above, SMALL, bold=True)) + _GAP

    @cached_property
    def pitch(self) -> float:
        """How wide a tile is with its seam."""
        columns = [column for block in self.blocks for column in block.columns]
        heads = widest(list(dict.fromkeys(head for column in columns for head in column.heads)), SMALL)
        letters = widest(list({tile.text for column in columns for tile in column.tiles}), TEXT, bold=True)
        room = PAGE - self.left - self.summed - _BLOCKS * len(self.blocks)
        most = max(sum(len(block.columns) for block in band) for band in self.bands)
        return max(NARROWEST, heads + 2, letters + SEAM + 1, min(room / max(most, 1), WIDEST))

    @property
    def left(self) -> float:
        """Where the first tile begins."""
        return self.stub + _GAP

    @cached_property
    def width(self) -> float:
        """Of the whole board; totals stand at its right, beside the first band."""
        needed = [self._ends(band) + (0 if number else self.summed) for number, band in enumerate(self.bands)]
        return max(PAGE, *needed)

    def _ends(self, band: Sequence[ColumnBlock]) -> float:
        return self.left + sum(map(self.wide, band)) + _BLOCKS * max(len(band) - 1, 0)

    def wide(self, block: ColumnBlock) -> float:
        """How wide a block is: its tiles, or the longest word over them."""
        return max(len(block.columns) * self.pitch, longest_word(block.title, SMALL, bold=True))

    def tall(self, number: int) -> float:
        """How high the line of a name is."""
        return max(LOW, high(self.lines[number], SMALL) + 4)


def drawn(board: TransposedBoard, y: float = 0.0) -> tuple[float, list[Shape]]:
    """The shapes of a board whose top is at y, and where it ends below."""
    shapes: list[Shape] = []
    for number, band in enumerate(board.bands):
        y += _BANDS if number else 0
        tops = [wrapped(block.title, board.wide(block), SMALL, bold=True) for block in band]
        heads = _heads(board, totals=not number)
        y += max((high(top, SMALL) for top in tops), default=high([""], SMALL)) + 3 + heads
        shapes += _names(board, y)
        x = board.left
        for block, top in zip(band, tops, strict=True):
            wide = len(block.columns) * board.pitch - SEAM
            shapes += _titled(top, x, y - heads, wide)
            shapes += _columns(board, block, x, y)
            x += board.wide(block) + _BLOCKS
        if not number:
            shapes += _totals(board, y)
        y += sum(map(board.tall, range(len(board.names))))
    return y, shapes


def _room(total: Total) -> float:
    """How wide a column of totals is."""
    figures, name = widest(list(total.texts), SMALL, bold=True), width(total.name, SMALL)
    return max(figures, longest_word(total.name, SMALL), min(name, _TOTAL)) + _SURE


def _heads(board: TransposedBoard, *, totals: bool) -> float:
    """How high it stands between a title and the first line: short texts, or the names of the totals."""
    named = _named(board) if totals else []
    return max(high(lines, SMALL) for lines in (board.heads, *named)) + 2


def _titled(lines: Sequence[str], x: float, y: float, wide: float) -> Iterator[Shape]:
    """A title over a rule that is so wide; below y stands what it is about."""
    yield from written(lines, x, y - 3 - high(lines, SMALL), size=SMALL, bold=True)
    yield Stroke(((x, y - 1.5), (x + wide, y - 1.5)))


def _named(board: TransposedBoard) -> list[list[str]]:
    """The names of the totals in their lines."""
    return [wrapped(total.name, room, SMALL) for total, room in zip(board.totals, board.rooms, strict=True)]


def _names(board: TransposedBoard, y: float) -> Iterator[Shape]:
    """The names beside their lines, and what stands over the columns."""
    yield from written(board.heads, 0, y - 2 - high(board.heads, SMALL), size=SMALL, ink=Ink.QUIET)
    for number, lines in enumerate(board.lines):
        tall = board.tall(number) - SEAM
        yield from written(lines, 0, y + (tall - high(lines, SMALL)) / 2, size=SMALL, bold=number in board.bold)
        y += board.tall(number)


def _columns(board: TransposedBoard, block: ColumnBlock, x: float, y: float) -> Iterator[Shape]:
    """The tiles of a block under their short texts."""
    for column in block.columns:
        middle, top = x + (board.pitch - SEAM) / 2, y - 2 - high(board.heads, SMALL)
        for place, head in enumerate(column.heads):
            ink = Ink.QUIET if place else Ink.TEXT
            yield from written([head], middle, top, size=SMALL, anchor=Anchor.MIDDLE, ink=ink)
            top += high([""], SMALL)
        top = y
        for number, tile in enumerate(column.tiles):
            yield from laid(tile, x, top, board.pitch - SEAM, board.tall(number) - SEAM, TEXT)
            top += board.tall(number)
        x += board.pitch


def _totals(board: TransposedBoard, y: float) -> Iterator[Shape]:
    """The totals at the right, each under its name."""
    right = board.width - board.summed + _GAP
    yield from _titled([board.above], right + _GAP, y - _heads(board, totals=True), board.width - right - _GAP)
    for total, room, name in zip(board.totals, board.rooms, _named(board), strict=True):
        right += _GAP + room
        yield from written(name, right, y - 2 - high(name, SMALL), size=SMALL, anchor=Anchor.END, ink=Ink.QUIET)
        top = y
        for number, text in enumerate(total.texts):
            middle = top + (board.tall(number) - SEAM - high([""], SMALL)) / 2
            yield from written([text], right, middle, size=SMALL, anchor=Anchor.END, bold=number in total.bold)
            top += board.tall(number)
