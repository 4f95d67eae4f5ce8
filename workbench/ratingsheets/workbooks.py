"""XLSX as grids: unpacked within limits, looked at, and only then read."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Sequence, Set
from typing import TYPE_CHECKING

from workbench.ratingsheets.grid import ERROR, MERGED, Grid, GridRow, Unreadable, letters
from workbench.ratingsheets.survey import surveyed
from workbench.report.workbook import parcel

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

Value = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta

_LINE_END = re.compile(r"\r\n?")

_AGAIN = "ask for the file once more, saved as .xlsx without a password"


def grids(data: bytes) -> dict[str, Grid]:
    """The sheets of a workbook by name, in their order, hidden ones as well.

    Raises:
        Unreadable: it is broken, locked, larger than what is read, or no XLSX.
    """
    import python_calamine as calamine  # noqa: PLC0415 - only a workbook needs it

    try:
        held = parcel.parts(data, lambda name: name.endswith((".xml", ".rels")))
    except parcel.NotAParcel as error:
        raise Unreadable(f"it cannot be read: {error}", _AGAIN) from None
    if "[Content_Types].xml" not in held:
        raise Unreadable("it is no workbook (.xlsx)", "save it as .xlsx or CSV in the spreadsheet program")
    found = surveyed(held)
    try:
        with calamine.load_workbook(io.BytesIO(parcel.packed(held, level=0))) as book:
            names = [one.name for one in book.sheets_metadata if one.typ == calamine.SheetTypeEnum.WorkSheet]
            sheets = {name: book.get_sheet_by_name(name) for name in names}
            return {name: _grid(name, sheet, found.wrong(name)) for name, sheet in sheets.items()}
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise Unreadable(f"it is broken: {_first_line(error)}", _AGAIN) from None
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # how its Rust part gives up
            raise Unreadable("it is broken", _AGAIN) from None
        raise


def _first_line(error: Exception) -> str:
    return next(iter(str(error).splitlines()), "nothing in it can be made out")


def _grid(name: str, sheet: CalamineSheet, wrong: Set[tuple[int, int]]) -> Grid:
    rows = [GridRow(number, tuple(map(_text, cells))) for number, cells in enumerate(_values(sheet), start=1)]
    for number, column in wrong:
        _put(rows, number - 1, column, ERROR)
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        for row in range(top, min(bottom + 1, len(rows))):
            for column in range(left, min(right + 1, len(rows[row].cells))):
                if (row, column) != (top, left):
                    _put(rows, row, column, MERGED)
    return Grid([row for row in rows if any(row.cells)], lambda number, column: f"{name}!{letters(column)}{number}")


def _put(rows: list[GridRow], row: int, column: int, text: str) -> None:
    if row >= len(rows):
        return
    cells = [*rows[row].cells, *[""] * (column + 1 - len(rows[row].cells))]
    cells[column] = text
    rows[row] = rows[row]._replace(cells=tuple(cells))


def _values(sheet: CalamineSheet) -> Sequence[Sequence[Value]]:
    return sheet.to_python(skip_empty_area=False) if sheet.height else ()


def _text(value: Value) -> str:
    """What stands in a cell, as a person would read it."""
    match value:
        case str():
            return _LINE_END.sub("\n", value).strip()
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if value.is_integer():
            return str(int(value))
        case datetime.date() | datetime.time():
            return value.isoformat()
    return str(value)
