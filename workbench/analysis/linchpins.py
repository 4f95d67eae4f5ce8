"""Linchpins: items whose loss changes the leading set, by how little it takes.

Least is a step of the row's relevance or of its grade, then a step of one of its cells, then its
loss. Plain points only, and one row at a time: two rows that matter only together are found by
`smallest`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from workbench.analysis.flips import step_codes
from workbench.analysis.ledger import Alike, Ledger
from workbench.analysis.losses import decisive, shift_without
from workbench.analysis.methods import scale
from workbench.analysis.points import ZERO, Points
from workbench.analysis.steps import moves, step_shift

_ORDER = {"relevance": 0, "grade": 0, "cell": 1, "loss": 2}


class Linchpin(NamedTuple):
    """An item whose loss changes the leading set."""

    address: str
    takes: str
    """The least change of this row that already does: `relevance`, `grade`, `cell` or `loss`."""
    leading: tuple[str, ...]
    """What leads after its loss."""
    swing: Points
    """How far its loss shrinks the gap that decides; the largest where there are several."""


def linchpins(ledger: Ledger) -> tuple[Linchpin, ...]:
    """All of them: those that take least first, then those that swing furthest, then by address."""
    found = [pin for alike in decisive(ledger) for pin in _linchpins(ledger, alike)]
    found.sort(key=lambda pin: pin.address)
    found.sort(key=lambda pin: pin.swing, reverse=True)
    return tuple(sorted(found, key=lambda pin: _ORDER[pin.takes]))


def _linchpins(ledger: Ledger, alike: Alike) -> Iterator[Linchpin]:
    takes, swing = _takes(ledger, alike), _swing(ledger, alike)
    leading = ledger.after(shift_without(ledger, alike))
    for row in alike.rows:
        yield Linchpin(ledger.addresses[row], takes, leading, swing)


def _takes(ledger: Ledger, alike: Alike) -> str:
    decisive_moves = {move.what for move in moves(alike.footing) if ledger.swing(step_shift(ledger, alike, move))}
    for what in ("relevance", "grade"):
        if what in decisive_moves:
            return what
    for up in (True, False):
        codes = step_codes(ledger.method, alike.footing.weight, up=up)
        if any(ledger.swing({h: codes[rating]}) for h, rating in alike.ratings.items()):
            return "cell"
    return "loss"


def _swing(ledger: Ledger, alike: Alike) -> Points:
    """The swing of the loss as points: the difference of two cells that has its code."""
    points = scale(ledger.method, alike.footing.weight)
    cells = {h: points[rating] if rating else ZERO for h, rating in alike.ratings.items()}
    code = ledger.swing(shift_without(ledger, alike))
    differences = (cells[rival] - cells[leader] for leader in ledger.leading for rival in cells)
    return next(points for points in differences if points.code == code)
