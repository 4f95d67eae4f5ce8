"""What changed between two states of a workspace, and what it did to the answer: pure functions of both."""

from workbench.analysis.changes.alerts import Alert, Code
from workbench.analysis.changes.comparison import Comparison, compare
from workbench.analysis.changes.effects import Effect, Verdict
from workbench.analysis.changes.leads import Lead, Turn, Unmoved, lead
from workbench.analysis.changes.side import Side, Unread
from workbench.analysis.changes.values import Cell, Entry, Field, How, MatrixChange, Thing

__all__ = [
    "Alert",
    "Cell",
    "Code",
    "Comparison",
    "Effect",
    "Entry",
    "Field",
    "How",
    "Lead",
    "MatrixChange",
    "Side",
    "Thing",
    "Turn",
    "Unmoved",
    "Unread",
    "Verdict",
    "compare",
    "lead",
]
