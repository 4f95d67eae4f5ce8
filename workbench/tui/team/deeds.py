"""The keys of the page of several analysts, and of a contested cell; the line of keys, help and docs have them."""

from __future__ import annotations

from workbench.tui.doing.deed import Deed

LOOK = Deed("v", "looks early", "See what you have not rated yet: recorded in your matrix; v hides it again", "look")
HIDE = LOOK._replace(label="hides it again")
"""The same key, where it is shown early."""

MATRIX = Deed("M", "team matrix", "The median of all ratings as a matrix: worked out, nobody rated so", "matrix")

DEEDS = (
    Deed("enter", "opens it", "Open a contested cell; of a grade or a parked row go to the row", "", brief=False),
    MATRIX,
    LOOK,
)
"""Of the page."""

ROW = Deed("m", "row on the matrix", "Go to the row on the matrix; enter too", "row")
NEXT = Deed("n", "next", "The next contested cell", "turn(1)")
BACK = Deed("b", "back", "The contested cell before", "turn(-1)")

OF_CELL = (ROW, NEXT, BACK)
"""Of a contested cell."""
