"""The sheet with the matrix: letters, weights and reasons of every row, and above them points and ranks, all live."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from xlsxwriter.utility import xl_rowcol_to_cell

from workbench.analysis import points
from workbench.analysis.methods import DEFAULT, EQUAL_WEIGHTS
from workbench.report import wording
from workbench.report.content import Content, Row
from workbench.report.ratingsheet import CODES, LEVELS, rating_head, reason_head
from workbench.report.workbook import formulas, looks
from workbench.report.workbook.book import Page
from workbench.report.workbook.formulas import Cells

NAME = "Matrix"

STUB = ("row", "evidence", "block", "grade", "weight", "relevance")
_NUMBER, _EVIDENCE, _BLOCK, _GRADE, _WEIGHT, _RELEVANCE = range(len(STUB))
_STUB_WIDTHS = (5.0, 50.0, 13.0, 7.0, 8.0, 10.0)
_BEHIND = ("remarks", "address")
_LETTERS, _REMARKS, _ADDRESS, _REASON = 10.0, 34.0, 22.0, 34.0

POINTS, EQUAL, RANK, BEARS, HEAD = 2, 3, 4, 5, 6
"""Rows of the sheet, from 0; the rows of the matrix follow the names of the columns."""


class Layout(NamedTuple):
    """Where everything stands. `letters` are the columns of the hypotheses, `reasons` those of their reasons."""

    cells: Cells
    letters: range
    reasons: range

    def total(self, row: int, column: int) -> str:
        """A cell above the matrix, named from another sheet."""
        return f"{NAME}!{xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)}"


def layout(content: Content) -> Layout:
    """Where the matrix of a content stands."""
    many, rows = len(content.scores), max(1, len(content.rows) + len(content.parked))
    letters = range(len(STUB), len(STUB) + many)
    reasons = range(letters.stop + len(_BEHIND), letters.stop + len(_BEHIND) + many)
    return Layout(Cells(NAME, HEAD + 2, HEAD + 1 + rows), letters, reasons)


def write(page: Page, content: Content) -> None:
    """Write the sheet."""
    where = layout(content)
    question = content.case.question
    many = len(content.scores)
    page.columns([*_STUB_WIDTHS, *[_LETTERS] * many, _REMARKS, _ADDRESS, *[_REASON] * many])
    page.marking(question.marking, _EVIDENCE)
    page.text(1, _EVIDENCE, question.text, looks.TITLE)
    _totals(page, content, where)
    heads = [rating_head(score.hypothesis) for score in content.scores]
    reasons = [reason_head(score.hypothesis) for score in content.scores]
    page.texts(HEAD, 0, STUB, looks.HEAD)
    page.texts(HEAD, where.letters.start, heads, looks.HEAD_MIDDLE)
    page.texts(HEAD, where.letters.stop, [*_BEHIND, *reasons], looks.HEAD)
    for place, row in enumerate(content.rows, start=HEAD + 1):
        _row(page, content, where, place, row)
    for place, (item, why) in enumerate(content.parked, start=HEAD + 1 + len(content.rows)):
        page.texts(place, 0, ["", item.text, "parked", "", "", ""], looks.QUIET_CELL)
        page.texts(place, where.letters.start, [""] * many, looks.RATED)
        page.texts(place, where.letters.stop, [f"parked because: {why}", item.address, *[""] * many], looks.QUIET_CELL)
    rows = range(HEAD + 1, HEAD + 1 + len(content.rows))
    page.shade_letters(rows, where.letters)
    for column in where.letters:
        page.choose(rows, column, (*CODES, wording.UNRATED), "", "", f"A rating is one of {', '.join(CODES)}.")
    page.choose(rows, _RELEVANCE, LEVELS, "", "", f"Relevance is one of {', '.join(LEVELS)}.")
    page.hide(row=BEARS)
    page.freeze(HEAD + 1, _EVIDENCE + 1)
    page.filter(HEAD, HEAD + len(content.rows) + len(content.parked), where.reasons.stop)
    page.print_split(question.marking, question.id, head=HEAD, stub=_EVIDENCE + 1, first=where.letters.stop)


def _totals(page: Page, content: Content, where: Layout) -> None:
    """Points and ranks above the columns of the hypotheses, and hidden how many rows bear on them, for the ranks."""
    labels = {POINTS: "points, weighted: 0 is best", EQUAL: "points, equal weights", RANK: "rank", BEARS: "bears on"}
    for row, label in labels.items():
        page.text(row, _EVIDENCE, label, looks.LABEL)
    if not content.scores:
        return
    spans = {row: _span(row, where.letters) for row in (POINTS, BEARS)}
    shown = {method: decimals(content, method) for method in (DEFAULT, EQUAL_WEIGHTS)}
    for column, score in zip(where.letters, content.scores, strict=True):
        totals = {m: float(content.standing.methods[m].scores[score.hypothesis.id]) for m in (DEFAULT, EQUAL_WEIGHTS)}
        look = looks.TOTAL if DEFAULT in score.leads else looks.VALUE
        live = formulas.weighted(where.cells, column, _WEIGHT)
        page.formula(POINTS, column, live, totals[DEFAULT], look, shown[DEFAULT])
        page.formula(
            EQUAL, column, formulas.equal(where.cells, column), totals[EQUAL_WEIGHTS], looks.VALUE, shown[EQUAL_WEIGHTS]
        )
        mine = xl_rowcol_to_cell(POINTS, column)
        live = formulas.rank(where.cells, mine, spans[POINTS], column, spans[BEARS])
        page.formula(RANK, column, live, score.ranks[DEFAULT], look)
        page.formula(BEARS, column, formulas.bears_on(where.cells, column, near=True), score.bears_on, looks.VALUE)


def decimals(content: Content, method: str, *, adjusted: bool = False) -> str:
    """How the points of a method are written: with as many decimals as keep unequal ones apart."""
    found = content.standing.methods[method]
    totals = (found.adjusted if adjusted else found.scores).values()
    whole = all(total.b == 0 and total.a % 2 == 0 for total in totals)
    return "0" if whole else f"0.{'0' * points.decimals(totals)}"


def _span(row: int, columns: range) -> str:
    first, last = (xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True) for column in (columns[0], columns[-1]))
    return f"{first}:{last}"


def _row(page: Page, content: Content, where: Layout, place: int, row: Row) -> None:
    weight = row.standing.weight
    page.number(place, _NUMBER, row.number, looks.RATED)
    page.text(place, _EVIDENCE, row.item.text)
    page.texts(place, _BLOCK, [row.standing.block.value, row.grade], looks.QUIET_CELL)
    relevance = xl_rowcol_to_cell(place, _RELEVANCE)
    page.formula(place, _WEIGHT, formulas.weight(weight, relevance), 2 ** (weight.exponent / 2), looks.NUMBER, "0.00")
    page.text(place, _RELEVANCE, weight.relevance.value, looks.QUIET_CELL)
    page.texts(place, where.letters.start, _letters(content, row), looks.RATED)
    remarks = "; ".join(filter(None, (row.told, *(mark.text for mark in row.marks))))
    page.texts(place, where.letters.stop, [remarks, row.item.address], looks.QUIET_CELL)
    page.texts(place, where.reasons.start, [row.reasons.get(score.hypothesis.id, "") for score in content.scores])


def _letters(content: Content, row: Row) -> Sequence[str]:
    ids = [score.hypothesis.id for score in content.scores]
    return [row.ratings[h].value if h in row.ratings else wording.UNRATED for h in ids]
