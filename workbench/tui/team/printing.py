"""What page 7 prints of several analysts: the comparison, and the team matrix."""

from __future__ import annotations

from workbench.printing import PROGRAM, parts
from workbench.printing.printed import Printed
from workbench.report.comparecontent import Compared, compare_content
from workbench.tui.chooser import Option
from workbench.tui.desk import Desk

COMPARED, MATRIX = "several-analysts", "team-matrix"

OPTIONS = (
    Option(COMPARED, "Several analysts", "how far they agree, and the contested cells that matter", "a"),
    Option(MATRIX, "The team matrix", "the median of all ratings: worked out, and nobody's", "e"),
)
"""What can be printed where somebody else has a matrix too."""


def printed(desk: Desk, part: object) -> Printed | None:
    """One of these parts, of what may be seen where page 7 is open; none where nobody has rated anything."""
    found = compared(desk)
    if part == COMPARED:
        return parts.compare(found)
    return parts.matrix(found.found.orders.team) if found.found.orders else None


def compared(desk: Desk) -> Compared:
    """The analysts as they may be seen where page 7 is open."""
    rater = desk.case.matrix.analyst if desk.mine and desk.trial is None else ""
    return compare_content(desk.case, PROGRAM, rater, early=True)
