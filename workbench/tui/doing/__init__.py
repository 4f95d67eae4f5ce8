"""What can be done on the pages of the steps: a module for each step, with a class `Does`, loaded when it is needed.

A page shows a leaf and the keys of its `Does`; what a key does is asked for and written here. Rules live in the engine.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from workbench.tui.stepbar import CONCLUDE, EVIDENCE, HYPOTHESES, INDICATORS, REFINE, REPORT, SENSITIVITY

if TYPE_CHECKING:
    from workbench.tui.doing.deed import Doing

MODULES = {
    HYPOTHESES: "hypotheses",
    EVIDENCE: "evidence",
    REFINE: "refine",
    CONCLUDE: "conclude",
    SENSITIVITY: "sensitivity",
    REPORT: "report",
    INDICATORS: "indicators",
}
"""By the number of the step; the matrix, step 3, is the screen under the pages."""


def of(number: int) -> type[Doing]:
    """What can be done on the page of a step.

    Raises:
        KeyError: the step has no page.
    """
    does: type[Doing] = import_module(f"{__name__}.{MODULES[number]}").Does
    return does


def every() -> Iterator[tuple[int, type[Doing]]]:
    """The steps that have a page, with what can be done there."""
    for number in MODULES:
        yield number, of(number)
