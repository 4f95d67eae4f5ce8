"""The heat-mapped matrix transposed: a line for each hypothesis, a narrow column for each row, and the texts below."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.analysis.blocks import Block
from workbench.report.content import Content, Row
from workbench.report.matrixpage import block_title, marked
from workbench.report.picture import Ink, Picture, Stroke
from workbench.report.pictures.heatmap import greyed, leaders, names, tiles, totals, words
from workbench.report.pictures.legend import legend
from workbench.report.pictures.lettering import SMALL, high, written
from workbench.report.pictures.measure import wrapped
from workbench.report.pictures.smallprint import Note, Print, small_print
from workbench.report.pictures.transposedboard import Column, ColumnBlock, TransposedBoard, drawn

SLIDE = 2.0
"""So much wider than high a picture is, at least, where texts are added that need not stand in it: with its caption and
marking it then has about the proportions of a slide."""

_ABOVE, _BELOW, _LEGEND = 8.0, 6.0, 10.0
"""Above and below the texts; how high the legend is."""


def transposed_map(content: Content) -> Picture:
    """The matrix of a content with hypotheses in lines and all of its rows in columns.

    The texts of the rows that decide stand below, under the numbers that the rows have in every print; those of the
    others where there is room for them on a slide.

    Args:
        content: of the matrix; at least one hypothesis is a column of the printed one.
    """
    board = _board(content)
    y, shapes = drawn(board)
    texts, left_out = _texts(content, board.width, y)
    if texts:
        shapes.append(Stroke(((0, y + _ABOVE / 2), (board.width, y + _ABOVE / 2))))
        shapes += texts.drawn(y + _ABOVE)
        y += _ABOVE + texts.height
    if left_out:
        lines = wrapped(left_out, board.width, SMALL)
        shapes += written(lines, 0, y + 3, size=SMALL, ink=Ink.QUIET)
        y += 3 + high(lines, SMALL)
    y, key = legend(board.width, y + _BELOW)
    return Picture("matrix", content.headline, words(content), board.width, y, (*shapes, *key))


def _board(content: Content) -> TransposedBoard:
    blocks = (
        ColumnBlock(block_title(content, block), tuple(_column(content, row, block) for row in rows))
        for block, rows in content.bands.items()
    )
    return TransposedBoard(
        names=names(content),
        heads=("row", "grade", "weight"),
        blocks=tuple(blocks),
        totals=totals(content),
        above="All rows",
        bold=leaders(content),
    )


def _column(content: Content, row: Row, block: Block) -> Column:
    letters = tiles(content, row, grey=greyed(content, block))
    return Column((str(row.number), row.grade, row.weight), letters)


def _texts(content: Content, room: float, y: float) -> tuple[Print | None, str]:
    """The texts that stand below a board that ends at y, and a sentence about those that do not."""
    decide: list[Note] = []
    others: list[Note] = []
    for block, rows in content.bands.items():
        (decide if block is Block.DECIDES else others).extend(_note(content, row, block) for row in rows)
    if every := [*decide, *others]:
        found = small_print(every, room)
        if not others or y + found.height + _ABOVE + _BELOW + _LEGEND <= room / SLIDE:
            return found, ""
    return small_print(decide, room) if decide else None, _left_out(others) if others else ""


def _note(content: Content, row: Row, block: Block) -> Note:
    return Note(str(row.number), row.item.text, marked(content, row), quiet=greyed(content, block))


def _left_out(notes: Sequence[Note]) -> str:
    """Where the texts of rows stand that are not in the picture."""
    first, last = notes[0].number, notes[-1].number
    if first == last:
        return f"The text of row {first} stands in the printed matrix, under the same number."
    return f"The texts of rows {first} to {last} stand in the printed matrix, under the same numbers."
