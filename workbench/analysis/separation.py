"""Separation: the cheapest change of the matrix that changes the leading set.

The order of cheapness: a step of one row's relevance or grade; a step of one cell; the loss of one
item; a step of the grades of all rows of one origin, of one source; the loss of one origin, of one
source. Where one of these does, the hypotheses are not separated. Else
it is said how many it takes: the fewest items or the fewest cells, whichever are fewer (items where
they are as many). Within a class the change that moves the deciding gap furthest is named, then the
first by address or id, so that no order of the files matters.

Plain points under the default method. It ignores combinations of unlike changes.
"""

from __future__ import annotations

from typing import NamedTuple

from workbench.analysis.flips import Flip
from workbench.analysis.groups import Group, origins, sources
from workbench.analysis.ledger import Ledger, ledger
from workbench.analysis.smallest import furthest_group, leading_without, smallest_set, smallest_steps
from workbench.analysis.standing import Standing
from workbench.analysis.steps import Step, furthest_group_step, furthest_step, grade_steps


class Separation(NamedTuple):
    """The cheapest change that changes the leading set, and what leads after it."""

    what: str
    """`relevance`, `grade`, `cell`, `item`, `origin-grade`, `source-grade`, `origin` or `source`; where it
    takes more than one change `items` or `cells`; empty where nothing changes it."""
    by: int
    """How many such changes it takes: 1 is not separated; 0 where nothing changes the leading set."""
    items: tuple[str, ...] = ()
    """The rows concerned: lost, moved a step, or holding the cells."""
    cells: tuple[Flip, ...] = ()
    id: str = ""
    """The source or origin that is lost or moved a step, where it is one."""
    leading: tuple[str, ...] = ()
    step: Step | None = None
    """The step, where it is one of a relevance or a grade."""

    @property
    def holds(self) -> bool:
        """Whether it takes more than one change: the opposite of not separated."""
        return self.by != 1


def separation(standing: Standing) -> Separation:
    """The cheapest change of a matrix that changes its leading set: quick enough to follow every rating."""
    return separated(ledger(standing))


def separated(ledger: Ledger) -> Separation:
    """The same of a ledger that is there already, under its method."""
    for cheapest in (_step, _cell, _item, _group):
        if found := cheapest(ledger):
            return found
    return _several(ledger)


def _step(ledger: Ledger) -> Separation | None:
    step = furthest_step(ledger)
    return Separation(step.what, 1, step.items, leading=step.leading, step=step) if step else None


def _cell(ledger: Ledger) -> Separation | None:
    cells = smallest_steps(ledger, most=1)
    return Separation("cell", 1, (cells[0].address,), cells, leading=cells[0].leading) if cells else None


def _item(ledger: Ledger) -> Separation | None:
    items = smallest_set(ledger, most=1)
    return Separation("item", 1, items, leading=leading_without(ledger, items)) if items else None


def _group(ledger: Ledger) -> Separation | None:
    told, written, tried = origins(ledger), sources(ledger), grade_steps(ledger)
    return (
        _moved(furthest_group_step(ledger, tried, told))
        or _moved(furthest_group_step(ledger, tried, written))
        or _lost(ledger, furthest_group(ledger, told))
        or _lost(ledger, furthest_group(ledger, written))
    )


def _moved(step: Step | None) -> Separation | None:
    return (
        Separation(f"{step.what}-grade", 1, step.items, id=step.id, leading=step.leading, step=step) if step else None
    )


def _lost(ledger: Ledger, group: Group | None) -> Separation | None:
    if group is None:
        return None
    items = tuple(sorted([ledger.addresses[row] for row in group.rows]))
    return Separation(group.what, 1, items, id=group.id, leading=leading_without(ledger, items))


def _several(ledger: Ledger) -> Separation:
    items, cells = smallest_set(ledger), smallest_steps(ledger)
    if items and (not cells or len(items) <= len(cells)):
        return Separation("items", len(items), items, leading=leading_without(ledger, items))
    if cells:
        rows = tuple(dict.fromkeys(flip.address for flip in cells))
        return Separation("cells", len(cells), rows, cells, leading=cells[0].leading)
    return Separation("", 0, leading=ledger.leading)
