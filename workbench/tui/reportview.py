"""Step 7 as a leaf: the matrix as it is printed, and how to print it."""

from __future__ import annotations

from workbench.printing import PROGRAM
from workbench.report import text
from workbench.report.content import matrix_content
from workbench.report.matrixpage import matrix_document
from workbench.tui import words
from workbench.tui.leaf import Draft, Leaf
from workbench.tui.look import Look
from workbench.tui.pieces import Piece, Tone, line
from workbench.tui.reader import Made

_PRINT = (
    "p prints the report, this matrix, the scores, sensitivity, slices or the timeline into a file, in any format. "
    "In a shell `ach matrix | lp` prints it on paper."
)


def made(look: Look) -> Made:
    """Settle what it says; the answer must be known."""
    if look.standing is None:
        return lambda _width: Leaf(())
    content = matrix_content(look.standing, program=PROGRAM).reread(lambda *_: look.reread.older)
    document = matrix_document(content)

    def leaf(width: int) -> Leaf:
        """As it is printed on a page as wide as the screen."""
        draft = Draft(width)
        draft.prose(_PRINT, Tone.MUTED)
        draft.blank()
        shown = text.render(document, width=max(1, width - 2)).splitlines()
        draft.write(*(line(Piece(f" {words.cut(part, width - 1)}")) for part in shown))
        return draft.leaf

    return leaf
