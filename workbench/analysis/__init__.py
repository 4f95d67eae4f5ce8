"""Analysis: pure functions of a case. Formula, source and limits stand in each docstring.

`standing(case)` is the way in: points and ranks under the methods that stand side by side (`scoring`
has the others), what bears on each hypothesis, and the answer in words. `arranged` and `marks` say more
of the rows when they are shown.
"""

from workbench.analysis.arrangement import DEFAULT_SORT, SORTS, Sort, arranged
from workbench.analysis.blocks import Block
from workbench.analysis.marks import Mark, MarkKind, marks
from workbench.analysis.methods import DEFAULT, EQUAL_WEIGHTS, METHODS, Method
from workbench.analysis.points import Points, texts
from workbench.analysis.ranking import Result, label
from workbench.analysis.standing import RowStanding, Standing, standing
from workbench.analysis.weights import Grade, Weight

__all__ = [
    "DEFAULT",
    "DEFAULT_SORT",
    "EQUAL_WEIGHTS",
    "METHODS",
    "SORTS",
    "Block",
    "Grade",
    "Mark",
    "MarkKind",
    "Method",
    "Points",
    "Result",
    "RowStanding",
    "Sort",
    "Standing",
    "Weight",
    "arranged",
    "label",
    "marks",
    "standing",
    "texts",
]
