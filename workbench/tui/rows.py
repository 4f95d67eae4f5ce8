"""Which rows stand where: the three blocks and the parked ones, their headings, and sorting."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from workbench.analysis import arrangement
from workbench.analysis.standing import Standing, standing
from workbench.model import Case

DECIDES, FILE = arrangement.DEFAULT_SORT, "file"

SORTS: Mapping[str, str] = {
    DECIDES: "what decides, first",
    **{name: sort.title for name, sort in arrangement.SORTS.items()},
}
"""What rows can be sorted by: name and words. Within the blocks, once there are blocks."""

PARKED = "parked"


class Entry:
    """A line of the matrix: a row, or a heading with a note beside it."""

    __slots__ = ("address", "heading", "note")

    def __init__(self, address: str = "", heading: str = "", note: str = "") -> None:
        self.address, self.heading, self.note = address, heading, note


class Rows:
    """The lines of the matrix, and where each row is among them."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._lines = [i for i, e in enumerate(self.entries) if e.address]
        self.addresses = tuple(self.entries[i].address for i in self._lines)
        self._number = {a: n for n, a in enumerate(self.addresses)}

    @property
    def first(self) -> int:
        """The line of the first row; 0 where there is none."""
        return self.at_number(0)

    def place(self, address: str) -> int | None:
        """The line a row stands on; nothing where it is not shown."""
        number = self._number.get(address)
        return None if number is None else self._lines[number]

    def number(self, line: int) -> int:
        """How many rows stand before the row on a line."""
        return self._number.get(self.entries[line].address, 0) if line < len(self.entries) else 0

    def at_number(self, number: int) -> int:
        """The line of the row with that many before it, or of the nearest one there is."""
        return self._lines[max(0, min(number, len(self._lines) - 1))] if self._lines else 0

    def step(self, line: int, rows: int) -> int:
        """The line so many rows further down (or up), as far as there are rows."""
        return self.at_number(self.number(line) + rows)


def arranged(case: Case, known: Standing | None, sort: str, kept: Collection[str] | None) -> Rows:
    """The rows to show, all or those kept, under the headings they belong to.

    Without a known standing nothing about the answer may show, not even in the order: the rows then
    stand as in the files, or by something that has nothing to do with their ratings.
    """
    shown = [a for a in case.items if kept is None or a in kept]
    out = [a for a in shown if case.parked(a)]
    groups = _blind(case, sort) if known is None else arrangement.arranged(known, sort).items()
    wanted = set(shown)
    blocks = [(str(title), [a for a in members if a in wanted]) for title, members in groups]
    return Rows(entry for title, members in (*blocks, (PARKED, out)) for entry in _entries(title, members))


def _blind(case: Case, sort: str) -> Iterable[tuple[str, Iterable[str]]]:
    rest = [a for a in case.items if not case.parked(a)]
    if sort in {DECIDES, FILE} or arrangement.SORTS[sort].by_ratings:
        return [("", rest)]
    ground, key = standing(case), arrangement.SORTS[sort].key
    return [("", sorted(rest, key=lambda address: key(ground, address)))]


def _entries(title: str, members: list[str]) -> Iterator[Entry]:
    if title and members:
        yield Entry(heading=title, note=str(len(members)))
    yield from (Entry(address) for address in members)
