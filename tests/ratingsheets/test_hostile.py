"""Workbooks made to do harm, or broken on their way: refused in a sentence, before they are unpacked whole."""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Callable

import pytest
import xlsxwriter

from workbench.ratingsheets import Unreadable, opened, survey
from workbench.report.workbook import parcel

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def book(fill: Callable[[xlsxwriter.worksheet.Worksheet], object]) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as workbook:
        fill(workbook.add_worksheet())
    return made.getvalue()


def with_part(name: str, content: bytes) -> bytes:
    held = parcel.parts(book(lambda page: page.write(0, 0, "address")))
    return parcel.packed({**held, name: content})


def sheet_of(rows: str, before: str = "") -> bytes:
    return with_part(
        "xl/worksheets/sheet1.xml", f"{before}<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>".encode()
    )


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (book(lambda page: page.write(1_048_575, 16_383, "x")), "a sheet reaches to row 1,048,576"),
        (book(lambda page: page.write(30_000, 0, "x")), "a sheet reaches to row 30,001"),
        (book(lambda page: page.write(0, 1_500, "x")), "column 1,501"),
        (book(lambda page: (page.write(19_000, 0, "x"), page.write(0, 900, "x"))), "spans more than"),
        (sheet_of("<row/>" * 20_001 + "<row><c><v>1</v></c></row>"), "a sheet reaches to row"),
        (sheet_of('<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>'), "not in order"),
        (sheet_of("<row><c><v>1</v>"), "is broken"),
        (sheet_of("", '<!DOCTYPE a [<!ENTITY b "cccc">]>'), "declares a document type"),
        (with_part("xl/sharedStrings.xml", b"\xff\xfe"), "is broken"),
        (b"PK\x03\x04" + b"\0" * 200, "broken, or locked"),
    ],
)  # fmt: skip
def test_hostile_workbooks_are_refused(data: bytes, says: str) -> None:
    with pytest.raises(Unreadable) as refused:
        opened(data)

    assert says in str(refused.value)


def test_a_zip_that_unpacks_to_much_more_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcel, "MOST_BYTES", 1_000_000)
    data = with_part("xl/worksheets/sheet1.xml", b" " * 2_000_000)

    assert len(data) < 50_000
    with pytest.raises(Unreadable, match="unpacked it has more than"):
        opened(data)


def test_one_text_in_a_great_many_cells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(survey, "MOST_TEXT", 100_000)
    data = book(lambda page: [page.write(row, 0, "x" * 2_000) for row in range(100)])

    with pytest.raises(Unreadable, match="its cells hold 200,"):
        opened(data)


def test_what_is_only_formatted_does_not_count() -> None:
    def fill(page: xlsxwriter.worksheet.Worksheet) -> None:
        page.write(0, 0, "x")
        page.write_blank(1_048_575, 16_383, None, page.default_url_format)
        page.set_column(0, 16_383, 12)

    assert len(opened(book(fill))["Sheet1"].rows) == 1


@pytest.mark.parametrize("cut", range(0, 5_000, 397))
def test_a_file_that_was_cut_off_is_refused(cut: int) -> None:
    data = book(lambda page: page.write(0, 0, "address"))

    with pytest.raises(Unreadable):
        opened(data[:cut])


@pytest.mark.parametrize("at", range(60, 5_000, 211))
def test_a_file_with_a_wrong_byte_is_read_or_refused(at: int) -> None:
    data = bytearray(book(lambda page: page.write(0, 0, "address")))
    data[at % len(data)] ^= 0xFF
    with contextlib.suppress(Unreadable):
        opened(bytes(data))


def test_a_locked_zip_is_refused() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as locked:
        locked.writestr("[Content_Types].xml", "x")
    data = bytearray(made.getvalue())
    data[6] |= 1  # the flag that says it is encrypted
    data[data.index(b"PK\x01\x02") + 8] |= 1

    with pytest.raises(Unreadable, match="locked with a password"):
        opened(bytes(data))
