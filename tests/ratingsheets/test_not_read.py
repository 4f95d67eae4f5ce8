"""Rows that somebody wrote for themselves on a rating sheet: named, never taken, and none of the sheet's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.ratingsheets.conftest import Cells, Table, as_csv, as_workbook
from workbench import ratingsheets
from workbench.workspace import Workspace

Fill = Callable[[Cells], Table]


def not_read(found: Workspace, data: bytes) -> list[str]:
    """The places of the rows that are not read."""
    sheet = ratingsheets.filled(ratingsheets.opened(data))
    return [row.place for row in ratingsheets.taken(found, sheet, "bob").not_read]


def test_a_sheet_as_it_was_printed_has_none(found: Workspace, table: Table, printed: bytes) -> None:
    assert not_read(found, printed) == []
    assert not_read(found, as_csv(table)) == []


def test_each_is_named_by_the_first_cell_that_says_something(found: Workspace, fill: Fill) -> None:
    table = fill({("embassy/statement", "[none]"): "C"})
    width, number = len(table[-1]), len(table)
    table += [["What of the navy?"], [""] * width, ["", "And the air force?"]]

    assert not_read(found, as_workbook(table)) == [f"Ratings!A{number + 1}", f"Ratings!B{number + 3}"]


def test_a_row_of_an_item_that_is_gone_is_named_where_nothing_is_rated_in_it(found: Workspace, table: Table) -> None:
    items = {address: item for address, item in found.items.items() if address != "embassy/statement"}
    place = next(number for number, row in enumerate(table, start=1) if row[0] == "embassy/statement")

    assert not_read(replace(found, items=items), as_workbook(table)) == [f"Ratings!A{place}"]


def test_a_note_with_a_rating_beside_it_is_refused_and_not_only_named(found: Workspace, table: Table) -> None:
    head = next(row for row in table if row[0] == "address")
    own: list[object] = ["What of the navy?", *["C" if "[none]" in str(name) else "" for name in head[1:]]]
    sheet = ratingsheets.filled(ratingsheets.opened(as_workbook([*table, own])))
    taken = ratingsheets.taken(found, sheet, "bob")

    assert (len(taken.not_read), bool(taken.faults)) == (0, True)
