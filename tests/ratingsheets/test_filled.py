"""Reading a filled-in sheet: what stands in it is taken, whatever a colleague or a program did to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.ratingsheets.conftest import Table, as_csv, as_workbook, column_of
from workbench.model import Level, Rating
from workbench.ratingsheets import Filled, Unreadable, filled, opened

Fill = Callable[[Any], Table]

CELLS = {
    ("embassy/statement", "[none]"): " c ",
    ("embassy/statement", "[minor]"): "CC",
    ("embassy/precautions", "[none]"): "ii",
    ("embassy/precautions", "why [none]"): "Nobody guards\nagainst nothing; =1+1",
    ("embassy/precautions", "relevance"): "High",
    ("embassy/loss-of-face", "park"): "Says nothing.",
}


def read(data: bytes) -> Filled:
    return filled(opened(data))


def said(sheet: Filled) -> dict[str, object]:
    return {row.address: (dict(row.ratings), dict(row.reasons), row.relevance, row.parked) for row in sheet.rows}


WANTED = {
    "embassy/statement": ({"none": Rating.C, "minor": Rating.CC}, {}, None, ""),
    "embassy/precautions": (
        {"none": Rating.II}, {"none": "Nobody guards\nagainst nothing; =1+1"}, Level.HIGH, "",
    ),
    "embassy/loss-of-face": ({}, {}, None, "Says nothing."),
}  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        as_workbook,
        lambda table: as_workbook(table, "Лист1"),
        as_csv,
        lambda table: as_csv(table, ";", "utf-8-sig"),
        lambda table: as_csv(table, "\t", "utf-16"),
        lambda table: as_csv(table, ";", "windows-1252"),
    ],
)
def test_ratings_are_read_from_every_form(fill: Fill, data: Callable[[Table], bytes]) -> None:
    sheet = read(data(fill(CELLS)))

    assert sheet.question == "retaliation"
    assert said(sheet) == WANTED
    assert not sheet.faults


def test_windows_1252_is_read_and_said(fill: Fill) -> None:
    sheet = read(as_csv(fill({**CELLS, ("embassy/precautions", "why [none]"): "Für möglich gehalten"}), ";", "cp1252"))

    assert sheet.rows[1].reasons["none"] == "Für möglich gehalten"
    assert "Windows-1252" in sheet.note


def test_columns_and_rows_may_be_moved_and_added(fill: Fill) -> None:
    table = fill(CELLS)
    moved = [[*reversed(row), "mine" if row[0] == "address" else "my note"] for row in table]
    head = next(i for i, row in enumerate(moved) if "address" in row)
    moved = [*moved[: head + 1], ["", ""], *reversed(moved[head + 1 :])]
    moved.append([*[""] * (len(moved[head]) - 1), "a line below"])

    sheet = read(as_workbook(moved))

    assert said(sheet) == WANTED
    assert sheet.left_out == ("mine",)
    assert not sheet.faults


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        ({("embassy/statement", "[none]"): "X"}, '"X" is no rating; use one of CC C N I II NA'),
        ({("embassy/statement", "[none]"): 3}, '"3" is no rating; use one of CC C N I II NA'),
        ({("embassy/statement", "[none]"): True}, '"TRUE" is no rating; use one of CC C N I II NA'),
        ({("embassy/statement", "[none]"): ("=NOW", "#NAME?")}, "the cell holds an error; type what it should say"),
        ({("embassy/statement", "[none]"): "СС"}, '"СС" is not in Latin letters; type CC in Latin letters'),
        ({("embassy/statement", "relevance"): "very"}, '"very" is no relevance; use one of high medium low'),
        (
            {("embassy/statement", "why [none]"): "So it is."},
            "there is a reason and no rating for 'none'; rate the cell, or empty the reason",
        ),
    ],
)
def test_a_cell_that_cannot_be_taken_is_named(fill: Fill, cells: Any, wanted: str) -> None:
    table = fill(cells)
    sheet = read(as_workbook(table))
    [fault] = sheet.faults
    [column] = [column_of(next(r for r in table if r[0] == "address"), name) for _, name in cells]
    row = next(i for i, r in enumerate(table, start=1) if r[0] == "embassy/statement")

    assert str(fault) == wanted
    assert fault.place == f"Ratings!{chr(ord('A') + column)}{row}"


def test_formulas_count_by_their_value(fill: Fill) -> None:
    sheet = read(as_workbook(fill({("embassy/statement", "[none]"): ('="C"', "C")})))

    assert sheet.rows[0].ratings == {"none": Rating.C}


def test_a_row_parked_and_rated_is_refused(fill: Fill) -> None:
    sheet = read(as_csv(fill({("embassy/statement", "[none]"): "C", ("embassy/statement", "park"): "Idle."})))

    assert "parked and rated as well" in sheet.faults[0].sentence


def test_a_row_that_stands_twice_is_refused(fill: Fill) -> None:
    table = fill(CELLS)
    row = next(row for row in table if row[0] == "embassy/statement")
    sheet = read(as_workbook([*table, row]))

    assert "stands in row" in sheet.faults[0].sentence
    assert said(sheet) == WANTED


def test_a_filled_row_without_an_address_is_refused(fill: Fill) -> None:
    table = fill(CELLS)
    next(row for row in table if row[0] == "embassy/statement")[0] = ""
    sheet = read(as_workbook(table))

    assert sheet.faults[0].sentence == "this row is filled in and names no item"


def test_merged_cells_are_refused(fill: Fill) -> None:
    table = fill(CELLS)
    row = next(i for i, r in enumerate(table) if r[0] == "embassy/statement")

    def merge(book: Any) -> None:
        book.get_worksheet_by_name("Ratings").merge_range(row, 3, row, 4, "C")

    sheet = read(as_workbook(table, more=merge))

    assert [fault.place for fault in sheet.faults] == [f"Ratings!E{row + 1}"]
    assert "merged" in sheet.faults[0].sentence


def test_two_columns_of_one_hypothesis_are_refused(fill: Fill) -> None:
    table = [[*row, row[3]] for row in fill(CELLS)]

    assert "there are two columns" in read(as_workbook(table)).faults[0].sentence


def test_sheets_added_by_the_colleague_are_left_alone(fill: Fill) -> None:
    sheet = read(as_workbook(fill(CELLS), more=lambda book: book.add_worksheet("Notes").write(0, 0, "C")))

    assert said(sheet) == WANTED


def test_a_second_rating_sheet_in_the_file_is_refused(fill: Fill) -> None:
    table = fill(CELLS)

    def again(book: Any) -> None:
        page = book.add_worksheet("Ratings (2)")
        for row, cells in enumerate(table):
            page.write_row(row, 0, cells)

    with pytest.raises(Unreadable, match="are rating sheets; leave one of them"):
        read(as_workbook(table, more=again))


def test_another_format_of_the_sheet_is_refused(fill: Fill) -> None:
    later: Table = [[str(cell).replace("(format 1)", "(format 2)") for cell in row] for row in fill({})]

    with pytest.raises(Unreadable, match="later version of ach"):
        read(as_workbook(later))


@pytest.mark.parametrize(
    "data", [b"", b" \n", b"not,a,sheet\n1,2,3\n", b"\x00\x01\x02", b"PK\x03\x04 and no more", b"\xd0\xcf\x11\xe0old"]
)
def test_what_is_no_sheet_is_said_in_a_sentence(data: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        read(data)

    assert "\n" not in str(refused.value)
    assert "; " in str(refused.value)
