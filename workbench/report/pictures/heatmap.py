"""The heat-mapped matrix: letters on their shades, the rows that decide first, points and ranks below."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis.blocks import Block
from workbench.analysis.methods import DEFAULT
from workbench.analysis.narrowing import counted
from workbench.report import wording
from workbench.report.content import Content, Row, Score
from workbench.report.matrixpage import block_title, marked
from workbench.report.picture import Ink, Picture
from workbench.report.pictures.board import Board, BoardBand, BoardRow, Tile, Total, drawn
from workbench.report.pictures.legend import legend

_SAID = {
    Block.DECIDES: "decide",
    Block.SUPPORTS: "support but never score",
    Block.SEPARATES_NOTHING: "separate nothing",
}
"""What the rows of a block do."""


def heat_map(content: Content) -> Picture:
    """The matrix of a content as a picture with all of its rows, however high that is.

    Args:
        content: of the matrix; at least one hypothesis is a column.
    """
    board = _board(content)
    y, shapes = drawn(board)
    y, more = legend(board.width, y + 6)
    return Picture("matrix", content.headline, words(content), board.width, y, (*shapes, *more))


def _board(content: Content) -> Board:
    return Board(
        columns=("row", "grade", "weight", "evidence"),
        names=names(content),
        bands=tuple(
            BoardBand(block_title(content, block), tuple(_row(content, row, block) for row in rows))
            for block, rows in content.bands.items()
        ),
        totals=totals(content),
        bold=leaders(content),
        right=frozenset({0, 2}),
    )


def names(content: Content) -> tuple[str, ...]:
    """What each hypothesis is called."""
    return tuple(score.hypothesis.short or score.hypothesis.id for score in content.scores)


def leaders(content: Content) -> frozenset[int]:
    """The places, from 0, of the hypotheses that lead."""
    return frozenset(n for n, score in enumerate(content.scores) if DEFAULT in score.leads)


def totals(content: Content) -> tuple[Total, ...]:
    """Points, plain and adjusted, rank and coverage of every hypothesis."""
    scores, leads = content.scores, leaders(content)
    return (
        Total("weighted points, 0 is best", tuple(s.points[DEFAULT] for s in scores), leads),
        Total("adjusted, every voice once", tuple(s.adjusted[DEFAULT] for s in scores)),
        Total("rank", tuple(s.ranks[DEFAULT] for s in scores), leads),
        Total("coverage; ! is little tested", tuple(map(_coverage, scores))),
    )


def _coverage(score: Score) -> str:
    return f"{'!' if score.tested == 'little tested' else ''}{score.share}"


def _row(content: Content, row: Row, block: Block) -> BoardRow:
    grey = greyed(content, block)
    stub = (str(row.number), row.grade, row.weight)
    return BoardRow(stub, row.item.text, tiles(content, row, grey=grey), under=marked(content, row), quiet=grey)


def greyed(content: Content, block: Block) -> bool:
    """Whether the rows of a block are drawn in grey: those that separate nothing, once something is rated."""
    return block is Block.SEPARATES_NOTHING and bool(content.standing.rated)


def tiles(content: Content, row: Row, *, grey: bool) -> tuple[Tile, ...]:
    """The letters of a row under each hypothesis; on grey where they separate nothing."""
    return tuple(_tile(row, score.hypothesis.id, grey=grey) for score in content.scores)


def _tile(row: Row, hypothesis: str, *, grey: bool) -> Tile:
    rating = row.ratings.get(hypothesis)
    if rating is None:
        return Tile(wording.UNRATED, dotted=True)
    ink = Ink.NEUTRAL if grey else Ink(rating.value)
    return Tile(
        rating.value, ink, outlined=ink is Ink.NOT_APPLICABLE, bold=not grey and ink is Ink.STRONGLY_INCONSISTENT
    )


def words(content: Content) -> str:
    """What each hypothesis has, best first, and how many rows decide."""
    return " ".join((*_scores(content), f"{_blocks(content)}."))


def _scores(content: Content) -> Iterator[str]:
    for score in content.scores:
        against = f"contradicted by {score.contradicts} of {score.bears_on} rows that bear on it"
        remark = f", {score.tested}" if score.tested else ""
        yield (
            f"{score.hypothesis.short or score.hypothesis.id}: rank {score.ranks[DEFAULT]}, "
            f"{score.points[DEFAULT]} weighted points, {score.adjusted[DEFAULT]} adjusted, "
            f"{against}, coverage {score.share}{remark}."
        )


def _blocks(content: Content) -> str:
    parts = [f"{len(content.bands.get(block, ()))} {said}" for block, said in _SAID.items()]
    return f"Of {counted(len(content.rows))} {', '.join(parts)}"
