"""Tornado: how far the gap between the lead and its nearest rival goes with each row's loss.

    gap = T(rival) - T(leader),  the loss of row i changes it by  c(i, leader) - c(i, rival)

where T are the totals and c what a row adds to them. The changes of all rows add up to minus the
gap. Where several lead, or several are the nearest rival, one pair stands for all: the first by id.
It ignores the other hypotheses, and that rows may go together; see `linchpins` and `smallest`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from workbench.analysis.ledger import Ledger, ledger
from workbench.analysis.methods import DEFAULT, scale
from workbench.analysis.points import ZERO, Points
from workbench.analysis.standing import Standing
from workbench.model import Rating


class Swing(NamedTuple):
    """What the loss of a row does to the gap: below 0 it shrinks, above it widens."""

    address: str
    points: Points


class Tornado(NamedTuple):
    """The gap between a leader and its nearest rival, and every row that moves it, furthest first."""

    leader: str
    rival: str
    gap: Points
    swings: tuple[Swing, ...]
    as_near: tuple[str, ...] = ()
    """Other rivals at the same distance from the leader, in file order."""


def tornado(standing: Standing, method: str = DEFAULT) -> Tornado | None:
    """The swings of a matrix under an additive method; none where fewer than two hypotheses are tested."""
    rows = ledger(standing, method)
    if not rows.pairs:
        return None
    leader, rival = rows.pairs[0]
    swings = _swings(rows, leader, rival)
    gap = sum((swing.points for swing in swings), ZERO) * -1
    swings.sort(key=lambda swing: (swing.points > ZERO, swing.address))
    swings.sort(key=lambda swing: abs(swing.points), reverse=True)
    near = (h for h, total in rows.totals.items() if total == rows.totals[rival] and h not in {leader, rival})
    return Tornado(leader, rival, gap, tuple(swings), tuple(near))


def _swings(rows: Ledger, leader: str, rival: str) -> list[Swing]:
    found = []
    for address, footing, given in zip(rows.addresses, rows.footings, rows.given, strict=True):
        points = scale(rows.method, footing.weight)
        swing = _added(points, given.get(leader)) - _added(points, given.get(rival))
        if swing:
            found.append(Swing(address, swing))
    return found


def _added(points: Mapping[Rating, Points], rating: Rating | None) -> Points:
    return points[rating] if rating else ZERO
