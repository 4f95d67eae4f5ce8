"""A workspace on disk and its rating sheet, and what a spreadsheet program makes of one that is filled in."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import xlsxwriter

from tests.commands.conftest import EMBASSY, QUESTION
from workbench import workspace
from workbench.report import workbook
from workbench.report.ratingpage import blank_csv
from workbench.report.ratingsheet import RatingSheet, rating_sheet
from workbench.workspace import Workspace

MATRIX = """\
format: 1
rows:
  embassy/loss-of-face: {none: II, minor: C, major: C}
  embassy/precautions: {none: I, minor: C, major: C}
notes:
  embassy/loss-of-face: {because: {none: He could not bear it.}}
  embassy/precautions: {relevance: high, because: {none: Nobody guards against nothing.}}
  embassy/statement: {parked: He would say so anyway.}
"""

Cells = Mapping[tuple[str, str], object]
"""What is filled in: by address and the name of the column."""

Table = list[list[object]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace with one question and the matrix of `ann`."""
    for name, content in {
        "hypotheses/retaliation.yaml": QUESTION,
        "evidence/embassy.yaml": EMBASSY,
        "matrices/retaliation/ann.yaml": MATRIX,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    return tmp_path


@pytest.fixture
def found(root: Path) -> Workspace:
    return workspace.read(root)


@pytest.fixture
def sheet(found: Workspace) -> RatingSheet:
    return rating_sheet(found.case("retaliation", "ann"), "ach-workbench 0")


@pytest.fixture
def printed(sheet: RatingSheet) -> bytes:
    return workbook.render_blank(sheet)


@pytest.fixture
def table(sheet: RatingSheet) -> Table:
    """The rows of the sheet, the guidance above it included."""
    return [list(row) for row in csv.reader(io.StringIO(blank_csv(sheet)))]


@pytest.fixture
def fill(table: Table) -> Callable[[Cells], Table]:
    """Fill in cells of the sheet."""

    def filled(cells: Cells) -> Table:
        return fill_in(table, cells)

    return filled


def fill_in(table: Table, cells: Cells) -> Table:
    """The table with cells filled in; a column is named by what its name holds, `[none]` for a rating."""
    made = [list(row) for row in table]
    head = next(row for row in made if row[0] == "address")
    for (address, column), value in cells.items():
        row = next(row for row in made if row[0] == address)
        row[column_of(head, column)] = value
    return made


def column_of(head: list[object], name: str) -> int:
    wants_why = name.startswith("why")
    wanted = name.removeprefix("why ")
    return next(i for i, one in enumerate(head) if wanted in str(one) and str(one).startswith("why") == wants_why)


def as_csv(table: Table, delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    lines = io.StringIO(newline="")
    csv.writer(lines, delimiter=delimiter).writerows(table)
    return lines.getvalue().encode(encoding)


def as_workbook(
    table: Table, name: str = "Ratings", more: Callable[[xlsxwriter.Workbook], None] | None = None
) -> bytes:
    """The table as another program would save it."""
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        page = book.add_worksheet(name)
        for row, cells in enumerate(table):
            for column, cell in enumerate(cells):
                if isinstance(cell, str):
                    page.write_string(row, column, cell)
                elif isinstance(cell, tuple):
                    page.write_formula(row, column, cell[0], None, cell[1])
                elif cell is not None:
                    page.write(row, column, cell)
        if more:
            more(book)
    return made.getvalue()
