"""The heat-mapped matrix: letters on their shades, the rows that decide first, points and ranks below."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis.blocks import Block
from workbench.analysis.methods import DEFAULT
from workbench.analysis.narrowing import counted
from workbench.report import wording
from workbench.report.content import Content, Row, Score
from workbench.report.matrixpage import BLOCK_TITLES, marked
from workbench.report.picture import Ink, Picture
from workbench.report.pictures.board import Board, BoardBand, BoardRow, Tile, Total, drawn
from workbench.report.pictures.legend import legend
from workbench.report.pictures.lettering import SMALL, high, written
from workbench.report.pictures.measure import wrapped

MOST = 40
"""Rows that a picture on a page shows at most."""

_SAID = {
    Block.DECIDES: "decide",
    Block.SUPPORTS: "support but never score",
    Block.SEPARATES_NOTHING: "separate nothing",
}


def heat_map(content: Content, most: int | None = None) -> Picture:
    """The matrix of a content as a picture.

    Args:
        content: of the matrix; at least one hypothesis is a column.
        most: rows that are drawn at most, those that decide first; without it all of them, however high that is.
    """
    shown = _shown(content, most)
    board = _board(content, shown)
    y, shapes = drawn(board)
    left = len(content.rows) - sum(map(len, shown.values()))
    if left:
        lines = wrapped(_left_out(content, shown), board.width, SMALL)
        shapes += written(lines, 0, y + 3, size=SMALL)
        y += high(lines, SMALL) + 3
    y, more = legend(board.width, y + 6)
    return Picture("matrix", content.headline, _words(content), board.width, y, (*shapes, *more))


def _shown(content: Content, most: int | None) -> dict[Block, tuple[Row, ...]]:
    """The rows that are drawn, by block."""
    room, shown = len(content.rows) if most is None else most, dict[Block, tuple[Row, ...]]()
    for block, rows in content.bands.items():
        if part := rows[: max(room, 0)]:
            shown[block] = part
        room -= len(rows)
    return shown


def _left_out(content: Content, shown: dict[Block, tuple[Row, ...]]) -> str:
    """How many rows are not drawn, and whether any of them decides."""
    left = len(content.rows) - sum(map(len, shown.values()))
    decide = len(content.bands.get(Block.DECIDES, ())) - len(shown.get(Block.DECIDES, ()))
    said = f"{decide:,} of them decide" if decide else "none of them decides"
    return f"Not drawn here: {left:,} of {len(content.rows):,} rows; {said}."


def _board(content: Content, shown: dict[Block, tuple[Row, ...]]) -> Board:
    scores = content.scores
    leads = frozenset(n for n, score in enumerate(scores) if DEFAULT in score.leads)
    return Board(
        columns=("row", "grade", "weight", "evidence"),
        names=tuple(s.hypothesis.short or s.hypothesis.id for s in scores),
        bands=tuple(
            BoardBand(BLOCK_TITLES[block], tuple(_row(content, row, block) for row in rows))
            for block, rows in shown.items()
        ),
        totals=(
            Total("weighted points, 0 is best", tuple(s.points[DEFAULT] for s in scores), leads),
            Total("adjusted, every voice once", tuple(s.adjusted[DEFAULT] for s in scores)),
            Total("rank", tuple(s.ranks[DEFAULT] for s in scores), leads),
            Total("coverage; ! is little tested", tuple(map(_coverage, scores))),
        ),
        bold=leads,
        right=frozenset({0, 2}),
    )


def _coverage(score: Score) -> str:
    return f"{'!' if score.tested == 'little tested' else ''}{score.share}"


def _row(content: Content, row: Row, block: Block) -> BoardRow:
    grey = block is Block.SEPARATES_NOTHING
    tiles = tuple(_tile(row, score.hypothesis.id, grey=grey) for score in content.scores)
    stub = (str(row.number), row.grade, row.weight)
    return BoardRow(stub, row.item.text, tiles, under=marked(content, row), quiet=grey)


def _tile(row: Row, hypothesis: str, *, grey: bool) -> Tile:
    rating = row.ratings.get(hypothesis)
    if rating is None:
        return Tile(wording.UNRATED, dotted=True)
    ink = Ink.NEUTRAL if grey else Ink(rating.value)
    return Tile(
        rating.value, ink, outlined=ink is Ink.NOT_APPLICABLE, bold=not grey and ink is Ink.STRONGLY_INCONSISTENT
    )


def _words(content: Content) -> str:
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
    said = {
        Block.DECIDES: "decide",
        Block.SUPPORTS: "support but never score",
        Block.SEPARATES_NOTHING: "separate nothing",
    }
    parts = [f"{len(content.bands.get(block, ()))} {words}" for block, words in said.items()]
    return f"Of {counted(len(content.rows))} {', '.join(parts)}"
