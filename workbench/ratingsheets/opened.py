"""Opening a filled-in sheet, a workbook or CSV, told apart by what is in it and not by its name."""

from __future__ import annotations

from workbench.documents.decoding import decoded
from workbench.pasting import DELIMITERS, NotATable
from workbench.pasting import read as table
from workbench.ratingsheets.grid import Fault, Grid, GridRow, Unreadable
from workbench.report.ratingsheet import ADDRESS, HYPOTHESIS
from workbench.report.workbook import parcel

MOST_BYTES = 64 * 1024 * 1024
"""A larger file is not read."""

_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
"""What an .xls file begins with, and a workbook locked with a password."""


def opened(data: bytes) -> dict[str, Grid]:
    """The sheets of a file by name; CSV is one without a name.

    Raises:
        Unreadable: it is empty, too large, broken, locked, or neither a workbook nor CSV.
    """
    if not data.strip():
        raise Unreadable("it is empty", "ask for the file once more")
    if len(data) > MOST_BYTES:
        raise Unreadable(f"it has {len(data):,} bytes; at most {MOST_BYTES:,} are read", "send the sheet alone")
    if data.startswith(_OLD_OR_LOCKED):
        raise Unreadable(
            "it is locked with a password, or an old workbook (.xls)", "save it as .xlsx without a password"
        )
    if data.startswith(parcel.SIGNATURE):
        from workbench.ratingsheets import workbooks  # noqa: PLC0415 - CSV does without

        return workbooks.grids(data)
    return {"": _text(data)}


def _text(data: bytes) -> Grid:
    found = decoded(data)
    if found is None:
        raise Unreadable(
            "it is neither a workbook (.xlsx) nor CSV", "save it as one of them in the spreadsheet program"
        )
    try:
        made = table(found.text, _delimiter(found.text), head=False)
    except NotATable as error:
        raise Unreadable(error.sentence, error.remedy) from None
    faults = tuple(Fault(str(one.line), one.sentence, one.remedy) for one in made.faults)
    rows = [GridRow(record.line, record.cells) for record in made.records]
    return Grid(rows, lambda number, column: f"{number}:{column + 1}", faults, found.note)


def _delimiter(text: str) -> str:
    """What stands between the cells: what parts the line that names the columns."""
    for line in text.splitlines():
        for delimiter in DELIMITERS:
            cells = [cell.strip().strip('"').casefold() for cell in line.split(delimiter)]
            if ADDRESS in cells and any(HYPOTHESIS.fullmatch(cell) for cell in cells):
                return delimiter
    return ""
