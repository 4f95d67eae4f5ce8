"""A document with everything that can stand in one, and a text of choice in every place for a text."""

from __future__ import annotations

from workbench.report.document import (
    Align,
    Band,
    Cell,
    Column,
    Document,
    Drawn,
    Entry,
    Fold,
    Heading,
    Imprint,
    Line,
    Overleaf,
    Paragraph,
    Reworded,
    Table,
    Tone,
    Wording,
)
from workbench.report.picture import Box, Ink, Words

PROGRAM = "ach-workbench 1.0"


def document(text: str = "x", rows: int = 2) -> Document:
    """Every block there is, in every shape; a matrix that goes on overleaf."""
    return Document(
        text,
        text,
        (
            Paragraph(text, tone=Tone.LEADING),
            Paragraph(text, tone=Tone.QUIET),
            Paragraph(text, lead=text),
            Reworded(((Wording.KEPT, text), (Wording.GONE, text), (Wording.NEW, text)), lead=text),
            Reworded(((Wording.NEW, text),)),
            Table(text, (Column(text), Column(text, align=Align.RIGHT)), (Band("", (plain(text),)),)),
            Heading(text),
            matrix(text, "1", rows),
            Overleaf(text),
            matrix(text, "9", 1),
            Heading(text, under=True),
            Entry(text, text, (Paragraph(text), Paragraph(text, lead=text)), anchor=text),
            Entry(text, text, anchor=text),
            Overleaf(text),
            Fold(text, (Heading(text), Entry(text, text, anchor="other"), Paragraph(text))),
            picture(text),
            Heading(text),
            Heading(text),
        ),
        Imprint(PROGRAM, text, text, text, text, text, text, (Cell("I", Tone.INCONSISTENT, text),)),
    )


def plain(text: str) -> Line:
    """A row without ratings."""
    return Line((Cell(text, Tone.LEADING, under=text), Cell(text, note=text)), text)


def matrix(text: str, number: str, rows: int) -> Table:
    """Rows of evidence with a rating and a reason each, which lead to an entry."""
    columns = (
        Column("row", align=Align.RIGHT, stub=True),
        Column("grade", stub=True),
        Column("weight", align=Align.RIGHT, stub=True),
        Column(text, prose=True, stub=True),
        Column(text, short=text, align=Align.MIDDLE),
        Column("two", align=Align.MIDDLE),
    )
    cells = (
        Cell(number),
        Cell("B2"),
        Cell("1"),
        Cell(text, under=text),
        Cell("II", Tone.STRONGLY_INCONSISTENT, note=text),
        Cell("·", Tone.UNRATED),
    )
    return Table("matrix", columns, (Band(text, (Line(cells, text, entry=text),) * rows),))


def picture(text: str) -> Drawn:
    """A box with words on it."""
    return Drawn("bars", text, text, 100, 40, (Box(0, 0, 90, 20, Ink.INCONSISTENT), Words(2, 12, text, on=Ink("I"))))
