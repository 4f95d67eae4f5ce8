"""Rating sheets that come back: a workbook or CSV filled in by a colleague, read as that person's matrix.

`opened` makes grids of bytes and guards against what would not fit into memory, `filled` reads what stands in them,
`taken` compares it with the matrix there is. Nothing here writes; the printed sheet is `report.ratingsheet`.
"""

from workbench.ratingsheets.filled import Filled, filled
from workbench.ratingsheets.grid import Fault, Unreadable
from workbench.ratingsheets.opened import opened
from workbench.ratingsheets.taken import Taken, taken

__all__ = ["Fault", "Filled", "Taken", "Unreadable", "filled", "opened", "taken"]
