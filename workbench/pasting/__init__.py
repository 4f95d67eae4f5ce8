"""Many items at once: a table out of a spreadsheet becomes items to add, or lines refused with their reason.

Knows no terminal. `table` reads the text, `columns` says what each column is, `lines` makes items of the lines, `proof`
asks the rules of the files, and `alike` finds what may be there already.
"""

from workbench.pasting.alike import Alike, alike
from workbench.pasting.columns import changed, choices, matched, named
from workbench.pasting.fields import FIELDS, LEFT_OUT
from workbench.pasting.lines import Pasted, RefusedLine, TakenLine, pasted
from workbench.pasting.proof import foreseen
from workbench.pasting.table import DELIMITERS, NotATable, Table, decoded, read

__all__ = [
    "DELIMITERS",
    "FIELDS",
    "LEFT_OUT",
    "Alike",
    "NotATable",
    "Pasted",
    "RefusedLine",
    "Table",
    "TakenLine",
    "alike",
    "changed",
    "choices",
    "decoded",
    "foreseen",
    "matched",
    "named",
    "pasted",
    "read",
]
