"""The rating sheet as a document, to be filled in by hand, and as CSV, to be filled in by whatever program."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from workbench.report import imprint
from workbench.report.document import Align, Band, Block, Cell, Column, Document, Heading, Line, Paragraph, Table, Tone
from workbench.report.ratingsheet import RatingSheet, SheetRow
from workbench.report.sheet import safe

ROOM = "____"
"""Where a rating is written by hand."""

BY_HAND = (
    "Write a rating into each cell, and the reasons on a sheet of their own with the number of the row: of every I and "
    "II at least."
)


def blank_document(sheet: RatingSheet) -> Document:
    """The rating sheet as a document, with room in its cells."""
    return Document(
        title=sheet.question.text,
        marking=sheet.question.marking,
        blocks=(
            Paragraph("rated by: ______________________________    on: ______________", tone=Tone.QUIET),
            *_guidance(sheet),
            Heading("To be rated"),
            Paragraph(BY_HAND),
            _table(sheet),
        ),
        imprint=imprint.of_question(sheet.question, sheet.program, legend=imprint.legend()),
    )


def _guidance(sheet: RatingSheet) -> Iterator[Block]:
    for title, pairs in sheet.guidance():
        if pairs:
            yield Heading(title)
            yield from (Paragraph(text, lead=word) for word, text in pairs)


def _table(sheet: RatingSheet) -> Table:
    columns = (
        Column("row", align=Align.RIGHT, stub=True),
        Column("evidence", prose=True, stub=True),
        *(Column(h.short, short=h.id, align=Align.MIDDLE) for h in sheet.hypotheses),
        Column("relevance", short="rel.", align=Align.MIDDLE),
    )
    room = tuple(Cell(ROOM, Tone.QUIET) for _ in (*sheet.hypotheses, "relevance"))
    lines = (_line(number, row, room) for number, row in enumerate(sheet.rows, start=1))
    return Table("rating sheet", columns, (Band("", tuple(lines)),))


def _line(number: int, row: SheetRow, room: Sequence[Cell]) -> Line:
    under = "; ".join((row.item.address, *row.about))
    return Line((Cell(str(number)), Cell(row.item.text, under=under), *room), name=row.item.address)


def blank_csv(sheet: RatingSheet) -> str:
    """The rating sheet as CSV text with CRLF line ends: how to rate, then the table; every line has all columns."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\r\n")
    width = len(sheet.heads)
    for record in _records(sheet):
        writer.writerow([*map(safe, record), *[""] * (width - len(record))])
    return lines.getvalue()


def _records(sheet: RatingSheet) -> Iterator[Sequence[str]]:
    yield ("marking", sheet.question.marking)
    for title, pairs in sheet.guidance():
        yield (title,)
        yield from pairs
    yield (f"Printed by {sheet.program}",)
    yield (sheet.identity,)
    yield sheet.marks
    yield sheet.heads
    empty = [""] * (len(sheet.heads) - 4)
    for row in sheet.rows:
        yield (row.item.address, row.item.text, "; ".join(row.about), *empty, row.mark)
