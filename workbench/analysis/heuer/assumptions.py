"""Our own thinking: the assumptions and arguments among the rows, how well founded they are, and what rests on them.

Source: the Key Assumptions Check of the US Government Tradecraft Primer (2009); its three bins, here
solid, caveated and unsupported, are those of Heuer and Pherson (both read in part, or as others
describe them). An assumption of which neither its standing nor what would follow if it were wrong is
said is left to do; an unsupported one that is a row asks for evidence.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from workbench.analysis.methods import DEFAULT, scale
from workbench.analysis.points import ZERO, Points
from workbench.analysis.standing import Standing
from workbench.model import OWN_KINDS, Item

STANDINGS = ("solid", "caveated", "unsupported")
"""How well founded an assumption is, best first; an empty one has not been said."""

UNSUPPORTED = STANDINGS[-1]


class OwnRow(NamedTuple):
    """An assumption or an argument, and what it adds to each hypothesis by the default method; parked ones nothing."""

    address: str
    standing: str
    if_wrong: str
    parked: bool
    points: Mapping[str, Points]
    """By hypothesis id, in file order, without those it adds nothing to."""


def assumptions(standing: Standing) -> tuple[OwnRow, ...]:
    """All of them, parked ones included: the least founded first, then in the order of the files."""
    own = [item for item in standing.case.items.values() if item.kind in OWN_KINDS]
    return tuple(sorted((_own_row(standing, item) for item in own), key=lambda row: -_place(row.standing)))


def own_points(standing: Standing) -> dict[str, Points]:
    """How many of each hypothesis's points rest on our own assumptions and arguments."""
    total = dict.fromkeys(standing.methods[DEFAULT].scores, ZERO)
    for row in assumptions(standing):
        for hypothesis, points in row.points.items():
            total[hypothesis] += points
    return total


def _own_row(standing: Standing, item: Item) -> OwnRow:
    case, address = standing.case, item.address
    parked = case.parked(address)
    given = {} if parked else standing.setting.ratings(case, address)
    worth = scale(DEFAULT, standing.setting.weight(case, address))
    points = {h: worth[rating] for h, rating in given.items() if worth[rating] != ZERO}
    return OwnRow(address, item.standing, item.if_wrong, parked, points)


def _place(standing: str) -> int:
    return STANDINGS.index(standing) if standing in STANDINGS else len(STANDINGS)
