"""Losses: what is left when an item, a source, an origin or a kind is left out.

Which hypotheses are tested is decided with everything in. The adjusted totals are those of a matrix
in which the lost rows are parked (see `hearing`). It ignores why a row might be lost, and that a
reader who drops one would perhaps rate others otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from workbench.analysis.groups import Group, kinds, merged_origins, origins, sources
from workbench.analysis.hearing import Hearing
from workbench.analysis.ledger import Alike, Ledger, Shift, codes, sums


class Loss(NamedTuple):
    """What leads when something is left out; `leading_adjusted` with every voice counted once."""

    what: str
    """`item`, `source`, `origin`, `origins` (those that may be the same, together) or `kind`."""
    id: str
    """Address, source id, origin id, origin ids joined by ` + `, or kind."""
    items: tuple[str, ...]
    """The unparked rows that are lost, by address."""
    leading: tuple[str, ...]
    leading_adjusted: tuple[str, ...]


def losses(ledger: Ledger, hearing: Hearing) -> tuple[Loss, ...]:
    """Every loss, whether it changes anything or not: items, sources, origins, kinds, each by id."""
    changed: dict[int, tuple[str, ...]] = {}
    for alike in decisive(ledger):
        changed |= dict.fromkeys(alike.rows, ledger.after(shift_without(ledger, alike)))
    items = [
        Loss("item", address, (address,), changed.get(row, ledger.leading), hearing.without((row,)))
        for row, address in enumerate(ledger.addresses)
    ]
    groups = (*sources(ledger), *origins(ledger), *merged_origins(ledger), *kinds(ledger))
    return (*sorted(items), *(_loss(ledger, hearing, group) for group in groups))


def decisive(ledger: Ledger) -> list[Alike]:
    """The rows each of which changes the leading set by its loss alone."""
    return [alike for alike in ledger.alike(ledger.reach) if ledger.swing(shift_without(ledger, alike))]


def shift_without(ledger: Ledger, alike: Alike) -> Shift:
    """What the loss of one such row adds to the totals in and near the lead."""
    scale = codes(ledger.method, alike.footing.weight)
    return {h: -scale[rating] for h, rating in alike.ratings.items()}


def shift_without_group(ledger: Ledger, group: Group, hypotheses: Iterable[str]) -> Shift:
    """What the loss of a whole group adds to the totals of these hypotheses."""
    return {h: -points for h, points in sums(ledger.columns(hypotheses), group.rows).items()}


def _loss(ledger: Ledger, hearing: Hearing, group: Group) -> Loss:
    items = tuple(sorted(map(ledger.addresses.__getitem__, group.rows)))
    leading = ledger.after(shift_without_group(ledger, group, ledger.totals))
    return Loss(group.what, group.id, items, leading, hearing.without(group.rows))
