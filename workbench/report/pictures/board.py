"""A board: rows with a stub and a tile under each hypothesis, in bands, with totals below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from workbench.report.picture import Anchor, Box, Ink, Shape, Stroke
from workbench.report.pictures.heads import Heads, heads
from workbench.report.pictures.lettering import PAGE, SMALL, TEXT, high, middle, written
from workbench.report.pictures.measure import widest, width, wrapped

GAP = 6.0
"""Between two columns of a stub."""

PROSE, ROOMY = 150.0, 230.0
"""The text of a row is at least so wide, and at most."""

LOW = 14.0
"""A row is at least so high."""

SEAM = 1.0
"""Between two tiles."""

WIDEST = 72.0
"""A tile is not made wider than this for its heading."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A cell as it is drawn: letters on their ground; with a dotted edge and no ground where nothing is known."""

    text: str
    ink: Ink = Ink.GROUND
    dotted: bool = False
    outlined: bool = False
    bold: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A row: short cells of the stub, the text that is wrapped, and a tile for each hypothesis."""

    stub: tuple[str, ...]
    prose: str
    tiles: tuple[Tile, ...]
    under: str = ""
    """Stands below the text, quieter."""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class BoardBand:
    """Rows that belong together, under a title."""

    title: str
    rows: tuple[BoardRow, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """A line below the rows: a text for each hypothesis; some of them bold."""

    name: str
    texts: tuple[str, ...]
    bold: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Board:
    """What a board shows. `columns` are the headings of the stub, that of the text last."""

    columns: tuple[str, ...]
    names: tuple[str, ...]
    bands: tuple[BoardBand, ...]
    totals: tuple[Total, ...] = ()
    bold: frozenset[int] = frozenset()
    """Whose heading is bold."""
    right: frozenset[int] = frozenset()
    """Columns of the stub that end at the right."""
    size: float = TEXT
    """Of the letters in the tiles."""

    @cached_property
    def stubs(self) -> tuple[float, ...]:
        """The widths of the short columns of the stub."""
        rows = [row for band in self.bands for row in band.rows]
        return tuple(
            max(width(head, SMALL), widest([row.stub[n] for row in rows], SMALL))
            for n, head in enumerate(self.columns[:-1])
        )

    @cached_property
    def start(self) -> float:
        """Where the text of the rows begins."""
        return sum(self.stubs) + GAP * len(self.stubs)

    @cached_property
    def least(self) -> float:
        """How wide a tile is at least."""
        tiles = [tile.text for band in self.bands for row in band.rows for tile in row.tiles]
        texts = [text for total in self.totals for text in total.texts]
        return max(
            20.0, widest(list(dict.fromkeys(tiles)), self.size, bold=True) + 5, widest(texts, SMALL, bold=True) + 3
        )

    @cached_property
    def heads(self) -> Heads:
        """The headings of the tiles, which say how wide a tile is."""
        room = PAGE - self.start - PROSE - GAP
        return heads(self.names, self.least, WIDEST, room, self.start + PROSE + GAP)

    @cached_property
    def prose(self) -> float:
        """How wide the text of the rows is."""
        return min(max(PROSE, PAGE - self.start - GAP - self.heads.tile * len(self.names)), ROOMY)

    @cached_property
    def left(self) -> float:
        """Where the first tile begins."""
        return self.start + self.prose + GAP

    @cached_property
    def width(self) -> float:
        """Of the whole board."""
        return self.left + self.heads.tile * len(self.names)

    def centre(self, number: int) -> float:
        """The middle of a column of tiles."""
        return self.left + self.heads.tile * (number + 0.5)


def drawn(board: Board, y: float = 0.0) -> tuple[float, list[Shape]]:
    """The shapes of a board whose top is at y, and where it ends below."""
    shapes: list[Shape] = list(board.heads.drawn(board.left, y, board.bold))
    y += board.heads.height
    shapes += _stub_heads(board, y - high([""], SMALL) - 2)
    for band in board.bands:
        shapes += _rule(board, y + 1)
        y += 3
        if band.title:
            shapes += written([band.title], 0, y, size=SMALL, bold=True)
            y += high([""], SMALL) + 2
        for row in band.rows:
            tall = height(board, row)
            shapes += _row(board, row, y, tall)
            y += tall + SEAM
        y += 2
    if board.totals:
        shapes += _rule(board, y + 1)
        y += 3
    for total in board.totals:
        shapes += _total(board, total, y)
        y += high([""], SMALL) + 1
    return y, shapes


def height(board: Board, row: BoardRow) -> float:
    """How high a row stands."""
    return max(LOW, sum(high(lines, SMALL) for lines in _prose(board, row)) + 3)


def _prose(board: Board, row: BoardRow) -> tuple[list[str], list[str]]:
    return wrapped(row.prose, board.prose, SMALL), wrapped(row.under, board.prose, SMALL) if row.under else []


def _rule(board: Board, y: float) -> Iterator[Stroke]:
    yield Stroke(((0, y), (board.width, y)))


def _stub_heads(board: Board, y: float) -> Iterator[Shape]:
    x = 0.0
    for number, (head, room) in enumerate(zip(board.columns, (*board.stubs, board.prose), strict=True)):
        yield from _stub(head, x, y, room, right=number in board.right, ink=Ink.QUIET)
        x += room + GAP


def _stub(text: str, x: float, y: float, room: float, *, right: bool, ink: Ink) -> Iterator[Shape]:
    if right:
        yield from written([text], x + room, y, size=SMALL, anchor=Anchor.END, ink=ink)
    else:
        yield from written([text], x, y, size=SMALL, ink=ink)


def _row(board: Board, row: BoardRow, y: float, tall: float) -> Iterator[Shape]:
    lines, under = _prose(board, row)
    top = y + (tall - high(lines, SMALL) - high(under, SMALL)) / 2
    ink, x = Ink.QUIET if row.quiet else Ink.TEXT, 0.0
    for number, (text, room) in enumerate(zip(row.stub, board.stubs, strict=True)):
        yield from _stub(text, x, top, room, right=number in board.right, ink=Ink.QUIET)
        x += room + GAP
    yield from written(lines, board.start, top, size=SMALL, ink=ink)
    yield from written(under, board.start, top + high(lines, SMALL), size=SMALL, ink=Ink.QUIET)
    for number, tile in enumerate(row.tiles):
        x = board.left + board.heads.tile * number
        yield from laid(tile, x, y, board.heads.tile - SEAM, tall, board.size)


def laid(tile: Tile, x: float, y: float, wide: float, tall: float, size: float) -> Iterator[Shape]:
    """The shapes of a tile whose upper left corner is at x and y, with letters of a size."""
    if tile.dotted:
        yield Box(x + 0.5, y + 0.5, wide - 1, tall - 1, Ink.GROUND, dotted=True)
    elif tile.ink is not Ink.GROUND or tile.outlined:
        yield Box(x, y, wide, tall, tile.ink, outlined=tile.outlined)
    if tile.text:
        ink = Ink.QUIET if tile.quiet else Ink.TEXT
        at, bold = (x + wide / 2, y + tall / 2), tile.bold
        yield middle(tile.text, *at, size=size, anchor=Anchor.MIDDLE, ink=ink, on=tile.ink, bold=bold)


def _total(board: Board, total: Total, y: float) -> Iterator[Shape]:
    yield from written([total.name], board.left - GAP, y, size=SMALL, anchor=Anchor.END, ink=Ink.QUIET)
    for number, text in enumerate(total.texts):
        x = board.centre(number) - SEAM / 2
        yield from written([text], x, y, size=SMALL, anchor=Anchor.MIDDLE, bold=number in total.bold)
