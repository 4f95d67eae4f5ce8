"""Where what stands on a filled-in sheet: the line of names is found, whatever was put above it or moved beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from workbench.ratingsheets.grid import Fault, Grid, GridRow, Unreadable
from workbench.report.ratingsheet import (
    ABOUT,
    ADDRESS,
    EVIDENCE,
    FORMAT,
    HYPOTHESIS,
    PARKED,
    RELEVANCE,
    SAYS,
    WORDING,
)

_FIXED = frozenset({ADDRESS, EVIDENCE, ABOUT, RELEVANCE, PARKED, WORDING})

_NO_SHEET = (
    "it is no rating sheet",
    "a sheet printed by `ach matrix --format xlsx --blank` is read; its line of names and the line that says "
    '"Rating sheet" must stay',
)


class Columns(NamedTuple):
    """The columns of a sheet, counted from 0, and what stands above them.

    `fixed` are those with a name of their own, `ratings` and `reasons` go by the id of a hypothesis as it was printed.
    `marks` are the marks of the statements, by the same ids.
    """

    question: str
    head: int
    fixed: Mapping[str, int]
    ratings: Mapping[str, int]
    reasons: Mapping[str, int]
    marks: Mapping[str, str]
    others: Mapping[int, str]
    """Columns that are none of the sheet's, with their names."""
    faults: tuple[Fault, ...]

    def cell(self, row: GridRow, name: str) -> str:
        """What stands in a row in a column with a name of its own; empty where there is no such column."""
        return row.at(self.fixed.get(name, -1))


def found(sheets: Mapping[str, Grid]) -> tuple[Grid, Columns]:
    """The sheet that was filled in, and its columns.

    Raises:
        Unreadable: there is none, there are several, or a later version printed it.
    """
    headed = {name: index for name, grid in sheets.items() if (index := _head(grid)) is not None}
    if not headed:
        raise Unreadable(*_NO_SHEET)
    if len(headed) > 1:
        named = " and ".join(f'"{name}"' for name in headed)
        raise Unreadable(f"{named} are rating sheets", "leave one of them in the file")
    [(name, index)] = headed.items()
    grid = sheets[name]
    said = _said(grid.rows[:index]) or _said([row for one in sheets.values() for row in one.rows])
    if not said:
        raise Unreadable(*_NO_SHEET)
    return grid, _columns(grid, index, said)


def _head(grid: Grid) -> int | None:
    """The place of the line of names among the rows."""
    for index, row in enumerate(grid.rows):
        names = [cell.casefold() for cell in row.cells]
        if ADDRESS in names and any(map(HYPOTHESIS.fullmatch, names)):
            return index
    return None


def _said(rows: Sequence[GridRow]) -> str:
    """The question that the sheet says it is of; empty where it says nothing."""
    for row in rows:
        for cell in row.cells:
            if said := SAYS.search(cell):
                if int(said[2]) > FORMAT:
                    raise Unreadable("a later version of ach printed it", "install that version")
                return said[1]
    return ""


def _columns(grid: Grid, index: int, question: str) -> Columns:
    head = grid.rows[index]
    fixed: dict[str, int] = {}
    ratings: dict[str, int] = {}
    reasons: dict[str, int] = {}
    others: dict[int, str] = {}
    faults: list[Fault] = []
    for column, name in enumerate(head.cells):
        of_hypothesis = HYPOTHESIS.fullmatch(name)
        if name.casefold() in _FIXED:
            key, held = name.casefold(), fixed
        elif of_hypothesis:
            key, held = of_hypothesis[2].lower(), reasons if of_hypothesis[1] else ratings
        else:
            others[column] = name
            continue
        if key in held:
            sentence = f'there are two columns "{" ".join(name.split())}"'
            faults.append(Fault(grid.place(head.number, column), sentence, "delete one of them"))
        held.setdefault(key, column)
    marked = next((row for row in grid.rows[:index] if WORDING in map(str.casefold, row.cells)), GridRow(0, ()))
    marks = {hypothesis: marked.at(column) for hypothesis, column in ratings.items()}
    return Columns(question, head.number, fixed, ratings, reasons, marks, others, tuple(faults))
