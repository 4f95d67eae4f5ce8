"""The rating sheet as a workbook: how to rate on the first sheet, the rows to be rated on the second."""

from __future__ import annotations

from workbench.report.ratingsheet import CODES, GIVEN, LEVELS, PARKED, RELEVANCE, RatingSheet, SheetRow
from workbench.report.workbook import looks
from workbench.report.workbook.book import Book, Page

RATINGS = "Ratings"
"""The sheet that is filled in."""

_GUIDANCE = "How to rate"

_GIVEN_WIDTHS = (19.0, 50.0, 27.0)
_RATED, _RELEVANCE, _PARKED, _REASON = 10.0, 10.0, 26.0, 30.0

_IDENTITY, _MARKS, _HEAD = 2, 3, 4
"""Rows of the sheet; the rows to be rated follow the names of the columns."""


def render(sheet: RatingSheet) -> bytes:
    """The rating sheet as XLSX."""
    book = Book(f"Rating sheet: {sheet.question.text}", sheet.program)
    codes = _guidance(book.page(_GUIDANCE), sheet)
    _ratings(book.page(RATINGS), sheet, codes)
    return book.bytes()


def _guidance(page: Page, sheet: RatingSheet) -> str:
    """How to rate; returns the range of the codes, since a list in cells takes small letters as well."""
    page.columns([24, 96])
    page.marking(sheet.question.marking)
    page.text(1, 0, "Rating sheet", looks.TITLE)
    page.text(2, 0, f"To be filled in on the sheet {RATINGS}, and sent back as a file.", looks.PLAIN)
    row, places = 3, {}
    for title, pairs in sheet.guidance():
        page.text(row + 1, 0, title, looks.STRONG)
        for place, (word, text) in enumerate(pairs, start=row + 2):
            page.texts(place, 0, [word, text])
            places[word] = place
        row += len(pairs) + 2
    page.text(row + 1, 0, f"Printed by {sheet.program}.", looks.SMALL)
    page.print_whole(sheet.question.marking, sheet.question.id)
    return f"='{_GUIDANCE}'!$A${places[CODES[0]] + 1}:$A${places[CODES[-1]] + 1}"


def _ratings(page: Page, sheet: RatingSheet, codes: str) -> None:
    many = len(sheet.hypotheses)
    rated, reasons = range(len(GIVEN), len(GIVEN) + many), range(len(GIVEN) + many + 2, len(GIVEN) + 2 * many + 2)
    rows = range(_HEAD + 1, _HEAD + 1 + len(sheet.rows))
    page.columns([*_GIVEN_WIDTHS, *[_RATED] * many, _RELEVANCE, _PARKED, *[_REASON] * many, 20])
    page.marking(sheet.question.marking)
    page.text(1, 0, sheet.question.text, looks.TITLE)
    page.text(_IDENTITY, 0, f"{sheet.identity}. {sheet.part}" if sheet.part else sheet.identity, looks.SMALL)
    page.texts(_MARKS, 0, sheet.marks, looks.SMALL)
    for column, head in enumerate(sheet.heads):
        page.text(_HEAD, column, head, looks.HEAD_MIDDLE if column in rated else looks.HEAD)
    for row, given in zip(rows, sheet.rows, strict=True):
        _row(page, row, given, rated, reasons)
    _choices(page, sheet, codes, rows, rated, reasons)
    page.hide(row=_MARKS)
    page.hide(column=reasons.stop)
    page.freeze(_HEAD + 1, 2)
    page.filter(_HEAD, _HEAD + len(sheet.rows), reasons.stop)
    foot = f"{sheet.question.id}, rated by:"
    page.print_split(sheet.question.marking, foot, head=_HEAD, stub=2, first=rated.stop)


def _row(page: Page, row: int, given: SheetRow, rated: range, reasons: range) -> None:
    page.text(row, 0, given.item.address, looks.QUIET_CELL)
    page.text(row, 1, given.item.text, looks.CELL)
    page.text(row, 2, "\n".join(given.about), looks.QUIET_CELL)
    page.texts(row, rated.start, [""] * len(rated), looks.LETTER)
    page.texts(row, rated.stop, [""] * (2 + len(reasons)))
    page.text(row, reasons.stop, given.mark, looks.SMALL)


def _choices(page: Page, sheet: RatingSheet, codes: str, rows: range, rated: range, reasons: range) -> None:
    wrong = f"A rating is one of {', '.join(CODES)}. Leave the cell empty where you have not rated it."
    for column, why, hypothesis in zip(rated, reasons, sheet.hypotheses, strict=True):
        page.choose(rows, column, codes, hypothesis.short, hypothesis.statement, wrong)
        if rows:
            letter, reason = f"${_name(column)}{rows[0] + 1}", f"${_name(why)}{rows[0] + 1}"
            page.shade_where(rows, why, f'=AND(OR({letter}="I",{letter}="II"),{reason}="")', looks.NEEDED)
    page.shade_letters(rows, rated)
    page.choose(rows, rated.stop, LEVELS, RELEVANCE, "", f"Relevance is one of {', '.join(LEVELS)}, or empty.")
    page.prompt(rows, rated.stop + 1, PARKED, "Why this row does not belong into the matrix. Leave it unrated.")


def _name(column: int) -> str:
    """The letters of a column."""
    from xlsxwriter.utility import xl_col_to_name  # noqa: PLC0415 - with the workbook

    return str(xl_col_to_name(column))
