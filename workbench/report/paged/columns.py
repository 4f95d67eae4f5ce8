"""How a table is laid out on paper: which columns stand side by side, how wide each is, and which headings are turned.

Lengths are in em of the letters of the text, see `breadth`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.report.document import Align, Cell, Column, Table, Tone
from workbench.report.paged.breadth import BOLDER, breadth, longest

PAD = 0.9
"""Room left and right of what stands in a column, both together, and a little for what is wider than thought."""

APART = 0.8
"""Between a text and what stands under it, where both stand on one line."""

LETTERED = 2.5
"""The least room of a column of letters, so that all of them are alike."""

LEAST = 20.0
"""Prose is not made narrower than this; rather the columns are split into groups."""

EASY = 32.0
"""Prose of this width reads well beside the other columns."""

WIDEST = 40.0
"""The most room that a column asks for that is not prose; it is wrapped beyond."""

WORTH = 1.2
"""How many times the lines a table has to take with upright headings, so that they are rather turned."""

_WHOLE, _HEAD, _TURNED = 8.0, 4.6, 0.0
"""Words of headings over letters are not broken if they take no more than this; at nothing, headings are turned."""

_TOKEN = 9.0
"""Words of cells are not broken if they take no more than this."""

_NEAR = 1e-6

_WORDY = 60.0
"""Headings that take more stand on top of no column."""

SMALL = 0.875
"""The size of what stands under a cell, and of headings."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One column as it is drawn: which of the table's columns, how wide, and whether its heading is turned."""

    index: int
    room: float
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Columns that stand side by side; a `continued` group has the names of its rows in place of their prose."""

    lanes: tuple[Lane, ...]
    continued: bool = False

    @property
    def room(self) -> float:
        """How wide the group is."""
        return sum(lane.room for lane in self.lanes)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a column asks for: the room in which nothing wraps, and the least."""

    easy: float
    least: float
    turned: bool = False


def groups(table: Table, room: float) -> tuple[Group, ...]:
    """The groups of columns in which a table fits a page that is so wide.

    Headings stand upright where the prose has room enough even so, else those of narrow columns are turned. What does
    not fit side by side even then is split as evenly as possible, each part beside the stub.
    """
    upright = _beside(table, room, _WHOLE, EASY) or _beside(table, room, _HEAD, EASY)
    turned = _beside(table, room, _TURNED, LEAST)
    if upright and (not turned or lines(table, upright) <= lines(table, turned) * WORTH):
        return (Group(upright),)
    if turned:
        return (Group(turned),)
    return tuple(_split(table, _asked(table, _TURNED), room))


def _beside(table: Table, room: float, head: float, least: float) -> tuple[Lane, ...] | None:
    """All columns side by side; none where the prose would have less room than that, and could use it."""
    asked, prose = _asked(table, head), _prose(table)
    spare = room - sum(a.least for i, a in enumerate(asked) if i != prose)
    wanted = 0.0 if prose is None else min(asked[prose].easy, least)
    return _allotted(asked, room) if spare + _NEAR >= wanted else None


def lines(table: Table, lanes: Sequence[Lane]) -> int:
    """About how many lines the rows of a table take."""
    return sum(
        max(_lines(line.cells[lane.index], lane.room - PAD) for lane in lanes)
        for band in table.bands
        for line in band.lines
    )


def _lines(cell: Cell, room: float) -> int:
    if on_one_line(cell, room):
        return 1
    under = -(-breadth(cell.under) * SMALL // room) if cell.under else 0
    return int(max(1, -(-breadth(cell.text) // room)) + under)


def on_one_line(cell: Cell, room: float) -> bool:
    """Whether a cell's text and what stands under it have room beside one another."""
    return _joined(cell) <= room


def _joined(cell: Cell) -> float:
    bolder = BOLDER if cell.tone is Tone.LEADING else 1.0
    return breadth(cell.text) * bolder + (APART + breadth(cell.under) * SMALL if cell.under else 0.0)


def easy(table: Table, room: float) -> bool:
    """Whether a table can stand on a page that is so wide without turning a heading or splitting its columns."""
    return _beside(table, room, _HEAD, EASY) is not None


def asks(table: Table) -> float:
    """The room in which no cell of a table wraps."""
    return sum(asked.easy for asked in _asked(table, _HEAD))


def _prose(table: Table) -> int | None:
    return next((index for index, column in enumerate(table.columns) if column.prose), None)


def _asked(table: Table, head: float) -> list[_Asked]:
    asked = [_one(column, _cells(table, index), head) for index, column in enumerate(table.columns)]
    letters = {index for index, column in enumerate(table.columns) if column.align is Align.MIDDLE}
    widest = max((asked[index].least for index in letters), default=0.0)
    return [_Asked(widest, widest, a.turned) if index in letters else a for index, a in enumerate(asked)]


def _cells(table: Table, index: int) -> list[Cell]:
    """The different cells of a column: a column of letters has few."""
    cells = (line.cells[index] for band in table.bands for line in band.lines)
    return list({(cell.text, cell.under, cell.tone): cell for cell in cells}.values())


def _one(column: Column, cells: Sequence[Cell], most: float) -> _Asked:
    """What a column asks for, each of its words in one piece unless it is very long: in a heading, up to `most`."""
    turned = most == _TURNED
    head = longest(headed(column)) * BOLDER * SMALL
    inside = max((max(breadth(c.text) * BOLDER, breadth(c.under) * SMALL) for c in cells), default=0.0)
    if column.align is Align.MIDDLE:
        room = max(inside if inside <= _HEAD else _token(cells), LETTERED - PAD)
        stands = turned and not column.stub and head > room
        least = room if stands else max(room, min(head, most if most > 0 else _HEAD))
        return _Asked(least + PAD, least + PAD, stands)
    if column.prose:
        inside = max(map(_joined, cells), default=0.0)
        return _Asked(max(inside, head) + PAD, min(max(inside, head), LEAST) + PAD)
    stands = turned and not column.stub and inside < _HEAD < head
    upright = 0.0 if stands else head
    least = max(min(_token(cells), _TOKEN), min(upright, _TOKEN))
    return _Asked(max(min(inside, WIDEST), upright) + PAD, least + PAD, stands)


def headed(column: Column) -> str:
    """The heading of a column; the short one where the other would take up the page."""
    return column.short if column.short and breadth(column.head) > _WORDY else column.head


def _token(cells: Iterable[Cell]) -> float:
    """The longest word of some cells."""
    return max((max(longest(c.text) * BOLDER, longest(c.under) * SMALL) for c in cells), default=0.0)


def _allotted(asked: Sequence[_Asked], room: float) -> tuple[Lane, ...]:
    """The room dealt out: what every column asks for; where that is too much, one width for all that ask more."""
    low, high = 0.0, room
    if sum(a.easy for a in asked) <= room:
        low = room
    else:
        for _ in range(30):
            middle = (low + high) / 2
            low, high = (middle, high) if sum(_dealt(a, middle) for a in asked) <= room else (low, middle)
    return tuple(Lane(index, _dealt(a, low), a.turned) for index, a in enumerate(asked))


def _dealt(asked: _Asked, most: float) -> float:
    return min(asked.easy, max(asked.least, most))


def _split(table: Table, asked: Sequence[_Asked], room: float) -> Iterator[Group]:
    """Groups of columns, each beside the stub; the room that is left goes to the prose."""
    prose = _prose(table)
    lanes = [Lane(i, a.least, a.turned) for i, a in enumerate(asked)]
    stub = [lane for lane in lanes if table.columns[lane.index].stub or lane.index == prose]
    rest = [lane for lane in lanes if lane not in stub]
    spare = room - sum(lane.room for lane in stub)
    for number, part in enumerate(_evenly(rest, spare)):
        left = spare - sum(lane.room for lane in part)
        wide = [Lane(s.index, s.room + max(left, 0.0)) if s.index == prose else s for s in stub]
        yield Group((*wide, *part), continued=number > 0)


def _evenly(lanes: Sequence[Lane], spare: float) -> Iterator[Sequence[Lane]]:
    """The columns in as few parts as fit, of about the same number."""
    most = max(1, int(spare / max((lane.room for lane in lanes), default=1.0)))
    parts = -(-len(lanes) // most)
    start = 0
    for part in range(parts):
        size = -(-(len(lanes) - start) // (parts - part))
        yield lanes[start : start + size]
        start += size
