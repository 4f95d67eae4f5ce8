"""What the pages of the steps show: each is made by a module of its own, and kept as long as it is true."""

from __future__ import annotations

from functools import partial
from importlib import import_module

from workbench.tui.kept import Kept
from workbench.tui.look import Look
from workbench.tui.reader import Made
from workbench.tui.stepbar import CONCLUDE, EVIDENCE, HYPOTHESES, INDICATORS, REFINE, REPORT

VIEWS = {
    HYPOTHESES: "hypothesesview",
    EVIDENCE: "evidenceview",
    REFINE: "refineview",
    CONCLUDE: "concludeview",
    REPORT: "reportview",
    INDICATORS: "indicatorsview",
}
"""The module that makes the page of a step, loaded when it is opened."""


def made(kept: Kept, look: Look, number: int, width: int) -> Made:
    """The page of a step; its leaf is made here for the width there is, beside the keys in a large case."""
    view = import_module(f"workbench.tui.{VIEWS[number]}")
    name = (number, look.standing is None, *look[2:])
    page: Made = kept.of(look.case, name, partial(view.made, look))
    leaf = kept.of(look.case, (*name, width), partial(page, width))
    return lambda wanted: leaf if wanted == width else page(wanted)
