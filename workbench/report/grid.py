"""How a table is laid out in terminal cells: which columns stand side by side, and how wide each is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from workbench.report.document import Column, Table
from workbench.report.wrapping import width

GAP = 2
"""Blank cells between two columns; one alone where only so everything fits."""

LEAST = 12
"""Prose is not made narrower than this; rather it stands below its row."""

EASY = 34
"""Prose of this width reads well beside the other columns, however many lines it takes."""

WIDEST = 24
"""A column that is not prose is wrapped beyond this."""

_WORDS = re.compile(r"[^ /-]+[/-]?|[/-]")


class Shortened(Enum):
    """Which columns get their short headings, from the widest layout to the narrowest."""

    NONE = auto()
    STUB = auto()
    EVERY = auto()


@dataclass(frozen=True, slots=True)
class Track:
    """One column as it is drawn: which of the table's columns, under which heading, how wide."""

    index: int
    head: str
    room: int


@dataclass(frozen=True, slots=True)
class Group:
    """Columns that stand side by side.

    `below` is the column whose prose stands below each row instead, as wide as the page; a
    `continued` group has the names of its rows there.
    """

    tracks: tuple[Track, ...]
    below: int | None = None
    continued: bool = False
    gap: int = GAP

    @property
    def room(self) -> int:
        """How many terminal cells the group takes."""
        return sum(t.room for t in self.tracks) + self.gap * (len(self.tracks) - 1)

    @property
    def indent(self) -> int:
        """How far prose that stands below its row is set in: under the second column."""
        return self.tracks[0].room + self.gap


def groups(table: Table, room: int) -> tuple[Group, ...]:
    """The groups of columns in which a table fits into `room` terminal cells.

    Prose stands beside the other columns where that reads well, else below each row, whichever
    takes fewer lines. What does not fit side by side even so is split as evenly as possible.
    """
    prose = next((i for i, column in enumerate(table.columns) if column.prose), None)
    asked = [0 if column.prose else _asked(table, i) for i, column in enumerate(table.columns)]
    choices = [_tracks(table, asked, room, shortened) for shortened in Shortened]
    widest = _widest(table, prose)
    fitting = [g for tracks in choices if (g := _beside(tracks, prose, room, widest))]
    easy = next((g for g in fitting if prose is None or g.tracks[prose].room >= min(EASY, widest)), None)
    if easy:
        return (easy,)
    below = (Group(_without(t, prose), prose, gap=gap) for gap in (GAP, 1) for t in choices)
    fitting += [group for group in below if group.room <= room][:1]
    if fitting:
        return (min(fitting, key=lambda group: _lines(table, group, prose, room)),)
    return tuple(_split(table, choices[-1], prose, room))


def _asked(table: Table, index: int) -> int:
    """How wide the widest cell of a column is, on one line."""
    cells = (line.cells[index] for band in table.bands for line in band.lines)
    return max((max(width(cell.text), width(cell.under)) for cell in cells), default=0)


def _tracks(table: Table, asked: Sequence[int], room: int, shortened: Shortened) -> list[Track]:
    return [_track(i, column, asked[i], shortened, room) for i, column in enumerate(table.columns)]


def _track(index: int, column: Column, asked: int, shortened: Shortened, room: int) -> Track:
    """A column at the width its heading and its cells ask for; prose at none, for now."""
    short = shortened is Shortened.EVERY or (shortened is Shortened.STUB and column.stub)
    head = column.short if short and column.short else column.head
    if column.prose:
        return Track(index, head, 0)
    longest = max((width(word) for word in _WORDS.findall(head)), default=1)
    return Track(index, head, max(1, min(max(asked, longest), WIDEST, room // 3)))


def _without(tracks: Sequence[Track], prose: int | None) -> tuple[Track, ...]:
    return tuple(track for track in tracks if track.index != prose)


def _widest(table: Table, prose: int | None) -> int:
    """How wide the longest prose of a table is, on one line."""
    if prose is None:
        return 0
    cells = (line.cells[prose] for band in table.bands for line in band.lines)
    head = width(table.columns[prose].head)
    return max((max(width(cell.text), width(cell.under), head) for cell in cells), default=head)


def _beside(tracks: Sequence[Track], prose: int | None, room: int, widest: int) -> Group | None:
    """All columns side by side, the prose in the room that is left; none where that is too little."""
    left = room - Group(tuple(tracks)).room
    if prose is None:
        return Group(tuple(tracks)) if left >= 0 else None
    if left < min(LEAST, widest):
        return None
    return Group(tuple(replace(t, room=min(left, widest)) if t.index == prose else t for t in tracks))


def _lines(table: Table, group: Group, prose: int | None, room: int) -> int:
    """About how many lines the rows of a table take."""
    if prose is None:
        return 0
    beside = group.below is None
    space = group.tracks[prose].room if beside else room - group.indent
    cells = (line.cells[prose] for band in table.bands for line in band.lines)
    return sum(-(-width(c.text) // space) - (-width(c.under) // space) + (not beside) for c in cells)


def _split(table: Table, tracks: Sequence[Track], prose: int | None, room: int) -> Iterator[Group]:
    """Groups of columns under short headings, each beside the stub, the prose below."""
    stub = [t for t in _without(tracks, prose) if table.columns[t.index].stub]
    rest = [t for t in _without(tracks, prose) if not table.columns[t.index].stub]
    spare = room - Group(tuple(stub)).room
    for number, part in enumerate(_evenly(rest, spare)):
        yield Group((*stub, *part), prose, continued=number > 0)


def _evenly(tracks: Sequence[Track], spare: int) -> Iterator[Sequence[Track]]:
    """The columns in as few parts as fit into `spare` cells each, of about the same number."""
    most = max(1, spare // (GAP + max((t.room for t in tracks), default=1)))
    parts = -(-len(tracks) // most)
    start = 0
    for part in range(parts):
        size = -(-(len(tracks) - start) // (parts - part))
        yield tracks[start : start + size]
        start += size
