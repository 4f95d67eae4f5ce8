"""What a colleague filled in: ratings, reasons, relevance and parking of each row, and what cannot be taken of it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from workbench.model import Level, Rating
from workbench.ratingsheets import columns as found_columns
from workbench.ratingsheets.columns import Columns
from workbench.ratingsheets.grid import ERROR, MERGED, Fault, Grid, GridRow
from workbench.report.ratingsheet import (
    ADDRESS,
    CODES,
    EVIDENCE,
    HYPOTHESIS,
    LEVELS,
    PARKED,
    RELEVANCE,
    WORDING,
)
from workbench.yamltext.scalars import refuse_controls

SHOWN = 40
"""Characters of a cell that a sentence quotes."""

_USE = f"use one of {' '.join(CODES)}"

_ALIKE = str.maketrans("СІАϹΙΑΝ", "CIACIAN")
"""Cyrillic and Greek letters that look like those of the ratings."""


class FilledRow(NamedTuple):
    """A row with something filled in. `text` and `mark` are those of the wording that it was rated against."""

    address: str
    text: str
    mark: str
    ratings: Mapping[str, Rating]
    reasons: Mapping[str, str]
    relevance: Level | None
    parked: str
    places: Mapping[str, str]
    """Where each rating stands, by hypothesis; and what stands in the columns with names of their own, by these."""


class EmptyRow(NamedTuple):
    """A row with nothing filled in: what stands as its address, if anything, and the place of the first that stands."""

    address: str
    place: str


class Filled(NamedTuple):
    """A filled-in sheet.

    `statements` are those printed on it, `marks` the marks of those that were printed, by the id of the hypothesis.
    """

    question: str
    rows: tuple[FilledRow, ...]
    empty: tuple[EmptyRow, ...]
    hypotheses: Mapping[str, str]
    """Each hypothesis with the place of its column."""
    statements: Mapping[str, str]
    marks: Mapping[str, str]
    faults: tuple[Fault, ...]
    left_out: tuple[str, ...]
    """Names of columns that are none of the sheet's and hold something."""
    note: str


def filled(sheets: Mapping[str, Grid]) -> Filled:
    """Read a filled-in sheet.

    Raises:
        Unreadable: it is none.
    """
    grid, columns = found_columns.found(sheets)
    reading = _Reading(grid, columns)
    body = [row for row in grid.rows if row.number > columns.head]
    rows = tuple(row for one in body if (row := reading.row(one)))
    others = [name for column, name in columns.others.items() if name and any(row.at(column) for row in body)]
    return Filled(
        question=columns.question,
        rows=rows,
        empty=tuple(reading.empty),
        hypotheses={h: grid.place(columns.head, column) for h, column in columns.ratings.items()},
        statements=dict(_statements(sheets)),
        marks=columns.marks,
        faults=(*grid.faults, *columns.faults, *reading.faults),
        left_out=tuple(" ".join(name.split()) for name in others),
        note=grid.note,
    )


def _statements(sheets: Mapping[str, Grid]) -> Iterator[tuple[str, str]]:
    """Ids of hypotheses with what the guidance says beside them, whatever it is."""
    for grid in sheets.values():
        for row in grid.rows:
            said = HYPOTHESIS.fullmatch(row.at(0))
            if said and row.at(1):
                yield said[2].lower(), row.at(1)


class _Reading:
    """One sheet being read; faults are collected as they are found."""

    def __init__(self, grid: Grid, columns: Columns) -> None:
        self._grid, self._columns = grid, columns
        self._seen: dict[str, int] = {}
        self.faults: list[Fault] = []
        self.empty: list[EmptyRow] = []

    def row(self, row: GridRow) -> FilledRow | None:
        """A row as it was filled in; nothing where it was not, or names no item."""
        columns = self._columns
        read = [*columns.ratings.values(), *columns.reasons.values()]
        read += [columns.fixed[name] for name in (RELEVANCE, PARKED) if name in columns.fixed]
        if not any(map(row.at, read)):
            first = next((column for column, cell in enumerate(row.cells) if cell), None)
            if first is not None:
                self.empty.append(EmptyRow(columns.cell(row, ADDRESS), self._place(row, first)))
            return None
        address = columns.cell(row, ADDRESS)
        place = self._place(row, columns.fixed[ADDRESS])
        if not address or address in {ERROR, MERGED}:
            self._fault(place, "this row is filled in and names no item", "write the address that stood there")
            return None
        if address in self._seen:
            sentence = f"'{_quoted(address)}' stands in row {self._seen[address]} already"
            self._fault(place, sentence, "leave one of the two rows")
            return None
        self._seen[address] = row.number
        return self._filled(row, address)

    def _filled(self, row: GridRow, address: str) -> FilledRow:
        columns = self._columns
        places = {h: self._place(row, column) for h, column in columns.ratings.items()}
        places |= {name: self._place(row, column) for name, column in columns.fixed.items()}
        ratings = {h: rating for h, column in columns.ratings.items() if (rating := self._rating(row, column))}
        parked = self._text(row, columns.fixed.get(PARKED, -1))
        if parked and ratings:
            named = ", ".join(places[h] for h in ratings)
            self._fault(places[PARKED], f"the row is parked and rated as well: {named}", "empty the one or the other")
            ratings, parked = {}, ""
            reasons = {}
        else:
            reasons = dict(self._reasons(row, ratings))
        relevance = self._relevance(row)
        text, mark = columns.cell(row, EVIDENCE), columns.cell(row, WORDING)
        return FilledRow(address, text, mark, ratings, reasons, relevance, parked, places)

    def _rating(self, row: GridRow, column: int) -> Rating | None:
        cell = row.at(column)
        code = unicodedata.normalize("NFKC", cell).strip().upper()
        if not code:
            return None
        if code in CODES:
            return Rating(code)
        place = self._place(row, column)
        if not self._odd(cell, place):
            meant = code.translate(_ALIKE)
            if meant in CODES:
                self._fault(place, f'"{_quoted(cell)}" is not in Latin letters', f"type {meant} in Latin letters")
            else:
                self._fault(place, f'"{_quoted(cell)}" is no rating', _USE)
        return None

    def _reasons(self, row: GridRow, ratings: Mapping[str, Rating]) -> Iterator[tuple[str, str]]:
        columns = self._columns
        for hypothesis, column in columns.reasons.items():
            text = self._text(row, column)
            if text and hypothesis in ratings:
                yield hypothesis, text
            elif text and not (hypothesis in columns.ratings and row.at(columns.ratings[hypothesis])):
                sentence = f"there is a reason and no rating for '{hypothesis}'"
                self._fault(self._place(row, column), sentence, "rate the cell, or empty the reason")

    def _relevance(self, row: GridRow) -> Level | None:
        column = self._columns.fixed.get(RELEVANCE, -1)
        cell = row.at(column)
        if not cell:
            return None
        if cell.casefold() in LEVELS:
            return Level(cell.casefold())
        if not self._odd(cell, self._place(row, column)):
            sentence = f'"{_quoted(cell)}" is no relevance'
            self._fault(self._place(row, column), sentence, f"use one of {' '.join(LEVELS)}")
        return None

    def _text(self, row: GridRow, column: int) -> str:
        """A text that a file can hold; empty where there is none."""
        cell = row.at(column)
        if not cell or self._odd(cell, self._place(row, column)):
            return ""
        try:
            refuse_controls(cell)
        except ValueError as error:
            self._fault(self._place(row, column), str(error), "remove the character")
            return ""
        return cell

    def _odd(self, cell: str, place: str) -> bool:
        """Whether a cell says nothing by itself, which is then said."""
        if cell == ERROR:
            self._fault(place, "the cell holds an error", "type what it should say")
        if cell == MERGED:
            self._fault(place, "the cell is merged with another", "split them and fill in each")
        return cell in {ERROR, MERGED}

    def _place(self, row: GridRow, column: int) -> str:
        return self._grid.place(row.number, column)

    def _fault(self, place: str, sentence: str, remedy: str) -> None:
        self.faults.append(Fault(place, sentence, remedy))


def _quoted(text: str) -> str:
    """A cell as sentences show it."""
    text = " ".join(text.split())
    return f"{text[: SHOWN - 1]}…" if len(text) > SHOWN else text
