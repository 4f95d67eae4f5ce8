"""The team matrix on the screen: the median of all ratings, as `ach compare --matrix` prints it. Nobody rated so."""

from __future__ import annotations

import asyncio

from workbench.analysis.agreement import Agreement
from workbench.analysis.standing import Standing
from workbench.printing import PROGRAM
from workbench.report import text
from workbench.report.content import matrix_content
from workbench.report.document import Document
from workbench.report.matrixpage import matrix_document
from workbench.tui import words
from workbench.tui.leaf import Draft, Leaf
from workbench.tui.pieces import Piece, Tone, line
from workbench.tui.reader import Made, Reader
from workbench.tui.shape import SCROLL

NOBODY = (
    "Worked out, and nobody's: the median of what each analyst rated. Nobody rated so, and it is stored nowhere. It "
    "says little where analysts take opposite sides; the contested cells say more."
)


def working(_found: Agreement, width: int) -> Leaf:
    """What is shown until the matrix is laid out."""
    draft = Draft(width)
    draft.prose(NOBODY, Tone.WARN)
    return draft.leaf


async def work(page: Reader, found: Agreement) -> None:
    """Lay it out beside the keys, and show it."""
    if found.orders is not None:
        page.show(await asyncio.to_thread(_made, found.orders.team, max(1, page.app.size.width - SCROLL)))


def _made(team: Standing, width: int) -> Made:
    """The leaf for the width there is is made here; for another one when it is asked for."""
    document = matrix_document(matrix_content(team, program=PROGRAM))
    made = leaf(document, width)
    return lambda wanted: made if wanted == width else leaf(document, wanted)


def leaf(document: Document, width: int) -> Leaf:
    """As it is printed on a page as wide as the screen."""
    draft = Draft(width)
    draft.prose(NOBODY, Tone.WARN)
    draft.blank()
    shown = text.render(document, width=max(1, width - 2)).splitlines()
    draft.write(*(line(Piece(f" {words.cut(part, width - 1)}")) for part in shown))
    return draft.leaf
