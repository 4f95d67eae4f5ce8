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

from collections.abc import Sequence
from typing import NamedTuple

from workbench.analysis.flips import Flip
from workbench.analysis.groups import Group, origins, sources
from workbench.analysis.ledger import Ledger, ledger
from workbench.analysis.losses import shift_without_group
from workbench.analysis.smallest import decisive_cell, decisive_row, leading_without, smallest_set, smallest_steps
from workbench.analysis.standing import Standing
from workbench.analysis.steps import Step, decisive_steps, group_steps


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
    found = []
    for rows, move, swing, leading in decisive_steps(ledger):
        address = min(map(ledger.addresses.__getitem__, rows))
        found.append((-swing, address, move.what != "relevance", move.up, move, leading))
    if not found:
        return None
    _, address, _, _, move, leading = min(found)
    step = Step(move.what, address, (address,), move.up, move.was, move.now, leading)
    return Separation(step.what, 1, step.items, leading=step.leading, step=step)


def _cell(ledger: Ledger) -> Separation | None:
    flip = decisive_cell(ledger)
    return Separation("cell", 1, (flip.address,), (flip,), leading=flip.leading) if flip else None


def _item(ledger: Ledger) -> Separation | None:
    address = decisive_row(ledger)
    return Separation("item", 1, (address,), leading=leading_without(ledger, [address])) if address else None


def _group(ledger: Ledger) -> Separation | None:
    told, written = origins(ledger), sources(ledger)
    return _moved(ledger, told) or _moved(ledger, written) or _lost(ledger, told) or _lost(ledger, written)


def _moved(ledger: Ledger, groups: Sequence[Group]) -> Separation | None:
    found = [(-swing, step) for swing, step in group_steps(ledger, groups)]
    if not found:
        return None
    _, step = min(found)
    return Separation(f"{step.what}-grade", 1, step.items, id=step.id, leading=step.leading, step=step)


def _lost(ledger: Ledger, groups: Sequence[Group]) -> Separation | None:
    near = ledger.near(ledger.reach * max((len(group.rows) for group in groups), default=0))
    found = []
    for group in groups if near else ():
        shift = shift_without_group(ledger, group, near)
        if swing := ledger.swing(shift):
            found.append((-swing, group, ledger.after(shift)))
    if not found:
        return None
    _, group, leading = min(found)
    items = tuple(sorted(map(ledger.addresses.__getitem__, group.rows)))
    return Separation(group.what, 1, items, id=group.id, leading=leading)


def _several(ledger: Ledger) -> Separation:
    items, cells = smallest_set(ledger), smallest_steps(ledger)
    if items and (not cells or len(items) <= len(cells)):
        return Separation("items", len(items), items, leading=leading_without(ledger, items))
    if cells:
        rows = tuple(dict.fromkeys(flip.address for flip in cells))
        return Separation("cells", len(cells), rows, cells, leading=cells[0].leading)
    return Separation("", 0, leading=ledger.leading)
