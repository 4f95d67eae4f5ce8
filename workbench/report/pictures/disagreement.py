"""The disagreement map: how far analysts lie apart in each cell, with the contested ones marked."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.analysis import resting
from workbench.analysis.agreement import Agreement, CellRatings
from workbench.analysis.agreement.cells import PLACE
from workbench.analysis.agreement.settling import ratings_of
from workbench.report.comparecontent import headlines
from workbench.report.picture import Ink, Picture
from workbench.report.pictures.board import Board, BoardBand, BoardRow, Tile, drawn
from workbench.report.pictures.legend import legend
from workbench.report.pictures.lettering import SMALL, high, written
from workbench.report.pictures.measure import wrapped

MOST = 40
"""Rows that are drawn at most, those with contested cells first."""

NAMED = 12
"""Contested cells that the words name at most."""

MATTERS = "*"
"""Stands at a cell whose settling changes who leads, of the median or with an analyst."""

_WIDE = 3
"""Contested cells so many steps apart, or more, are the darkest."""

_MEANT = (
    ("CC–I", Ink.INCONSISTENT, "contested: consistent for one analyst, inconsistent for another"),
    ("CC–II", Ink.STRONGLY_INCONSISTENT, f"contested, {_WIDE} steps or more apart"),
    ("C–N", Ink.NEUTRAL, "they differ, on the same side or with N or NA"),
    ("C", Ink.GROUND, "all who rated it say the same"),
    ("C", Ink.UNRATED, "only one rated it"),
)


def disagreement_map(found: Agreement) -> Picture | None:
    """The rows in which analysts differ; nothing where they differ in none."""
    cells = {(cell.address, cell.hypothesis): cell for cell in found.cells}
    differing = [a for a in found.rows if any(_differ(cells.get((a, h.id))) for h in found.case.hypotheses)]
    if not differing:
        return None
    board = _board(found, cells, differing)
    y, shapes = drawn(board)
    note = wrapped(_note(found, board, differing), board.width, SMALL)
    shapes += written(note, 0, y + 3, size=SMALL, ink=Ink.QUIET)
    y, key = legend(board.width, y + 6 + high(note, SMALL), _MEANT)
    return Picture("disagreement", headlines(found)[-1], _words(found), board.width, y, (*shapes, *key))


def _differ(cell: CellRatings | None) -> bool:
    return cell is not None and len(set(cell.ratings.values())) > 1


def _board(found: Agreement, cells: dict[tuple[str, str], CellRatings], differing: Sequence[str]) -> Board:
    hypotheses = [h.id for h in found.case.hypotheses]
    contested = {one.cell.address for one in found.contested}
    first = [address for address in differing if address in contested]
    others = [address for address in differing if address not in contested][: max(MOST - len(first), 0)]
    matters = {(one.cell.address, one.cell.hypothesis) for one in found.contested if one.matters}

    def row(address: str) -> BoardRow:
        tiles = tuple(_tile(cells.get((address, h)), matters=(address, h) in matters) for h in hypotheses)
        spread = max((cell.spread or 0 for h in hypotheses if (cell := cells.get((address, h)))), default=0)
        return BoardRow((str(spread),), resting.start(found.case.items[address].text, 120), tiles)

    bands = {"Contested": first[:MOST], "They differ, and nothing is contested": others}
    return Board(
        columns=("steps", "evidence"),
        names=tuple(h.short or h.id for h in found.case.hypotheses),
        bands=tuple(BoardBand(title, tuple(map(row, rows))) for title, rows in bands.items() if rows),
        right=frozenset({0}),
        size=SMALL,
    )


def _tile(cell: CellRatings | None, *, matters: bool) -> Tile:
    """The furthest ratings of a cell, on the ground of what they come to."""
    if cell is None:
        return Tile("", dotted=True)
    text = _range(cell) + MATTERS * matters
    if cell.contested:
        wide = (cell.spread or 0) >= _WIDE
        return Tile(text, Ink.STRONGLY_INCONSISTENT if wide else Ink.INCONSISTENT, bold=True)
    if len(cell.ratings) < 2:
        return Tile(text, dotted=True, quiet=True)
    return Tile(text, Ink.NEUTRAL if _differ(cell) else Ink.GROUND, quiet=not _differ(cell))


def _range(cell: CellRatings) -> str:
    """'C', 'CC–I': the furthest on the scale; 'C/NA' where that is all they differ in."""
    given = [rating.value for rating in ratings_of(cell)]
    scale = [rating.value for rating in ratings_of(cell) if rating in PLACE]
    return f"{scale[0]}–{scale[-1]}" if len(scale) > 1 else "/".join(given)


def _note(found: Agreement, board: Board, differing: Sequence[str]) -> str:
    """What the marks say, and how many rows are not drawn."""
    who = ", ".join(member.id for member in found.analysts)
    same = len(found.rows) - len(differing)
    shown = sum(len(band.rows) for band in board.bands)
    agreed = f" Not drawn: {same} {'row' if same == 1 else 'rows'} on which nobody differs" if same else ""
    left = len(differing) - shown
    more = f"{' and ' if agreed else ' Not drawn: '}{left} with fewer contested cells" if left else ""
    ending = "." if agreed or more else ""
    return (
        f"{who}. Each cell has the furthest ratings; steps: between the furthest of the row. "
        f"{MATTERS} settling it changes who leads.{agreed}{more}{ending}"
    )


def _words(found: Agreement) -> str:
    """How many cells lie how far apart, and the contested ones that come first."""
    spreads = ", ".join(f"{steps} in {cells}" for steps, cells in found.spreads.items())
    named = [
        f"{one.cell.address} under {one.cell.hypothesis} {_range(one.cell)}, {one.cell.spread} steps"
        for one in found.contested[:NAMED]
    ]
    more = len(found.contested) - len(named)
    contested = f"{'; '.join(named) or 'none'}{f'; and {more} more' if more > 0 else ''}"
    return f"Steps between the furthest ratings: {spreads or 'no cell is rated by two'}. Contested: {contested}."
