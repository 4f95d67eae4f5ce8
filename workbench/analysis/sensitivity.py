"""Sensitivity: what the order of the hypotheses rests on, exact and complete.

Every variation is of one thing at a time, but for the smallest sets and the ungraded rows. Which
hypotheses are tested is decided on the matrix as it is and held throughout. A leading set is changed
when somebody joins it or falls out of it: a tie that comes about counts, and one that breaks.

Source: Heuer (1999) ch. 8, step 6, asks which items the conclusion depends on; what is varied, and
by how much, is this workbench's own. It ignores how likely any of it is: see `noise`. Each part says
in its own module what it does.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.analysis.deceptions import Deception, deceptions
from workbench.analysis.flips import Flip, flips
from workbench.analysis.hearing import hearing
from workbench.analysis.ledger import ledger
from workbench.analysis.linchpins import Linchpin, linchpins
from workbench.analysis.losses import Loss, losses
from workbench.analysis.methods import DEFAULT
from workbench.analysis.smallest import leading_without, smallest_set, smallest_steps
from workbench.analysis.standing import Standing
from workbench.analysis.steps import Step, steps
from workbench.analysis.ungraded import Ungraded, ungraded

__all__ = ["Deception", "Flip", "Linchpin", "Loss", "Sensitivity", "Step", "Ungraded", "sensitivity"]


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What each variation of a matrix does to the leading set under one method."""

    method: str
    leading: tuple[str, ...]
    leading_adjusted: tuple[str, ...]
    losses: tuple[Loss, ...]
    """Every item, source, origin and kind, whether its loss changes anything or not."""
    flips: tuple[Flip, ...]
    """The flips that change the leading set."""
    steps: tuple[Step, ...]
    """The steps that change the leading set."""
    ungraded: Ungraded
    deceptions: tuple[Deception, ...]
    linchpins: tuple[Linchpin, ...]
    smallest_set: tuple[str, ...] | None
    """The fewest items whose loss changes the leading set; none where no loss does."""
    smallest_set_leading: tuple[str, ...]
    smallest_steps: tuple[Flip, ...] | None
    """The fewest changes of one step that change the leading set together; each `leading` is the result of all."""
    smallest_steps_leading: tuple[str, ...]


def sensitivity(standing: Standing, method: str = DEFAULT) -> Sensitivity:
    """All of it, for one of the additive methods.

    Raises:
        KeyError: there is no such method.
        ValueError: the method is not additive.
    """
    rows = ledger(standing, method)
    heard = hearing(rows)
    items, cells = smallest_set(rows), smallest_steps(rows)
    return Sensitivity(
        method=method,
        leading=rows.leading,
        leading_adjusted=heard.leading,
        losses=losses(rows, heard),
        flips=flips(rows),
        steps=steps(rows),
        ungraded=ungraded(rows),
        deceptions=deceptions(rows),
        linchpins=linchpins(rows),
        smallest_set=items,
        smallest_set_leading=leading_without(rows, items or ()),
        smallest_steps=cells,
        smallest_steps_leading=cells[0].leading if cells else rows.leading,
    )
