"""Without: what leads when one row is lost, found from the totals alone; quick enough for every move of a cursor.

The same as the loss of an item in `losses`, plain and under the default method, for one row. Which
hypotheses are tested is decided with the row in.
"""

from __future__ import annotations

from typing import NamedTuple

from workbench.analysis.methods import DEFAULT
from workbench.analysis.points import ZERO
from workbench.analysis.ranking import leading, ranks
from workbench.analysis.standing import Standing


class Without(NamedTuple):
    """Who leads without a row, and whether any rank is another then."""

    leading: tuple[str, ...]
    moves: bool


def without(standing: Standing, address: str) -> Without | None:
    """What the loss of an unparked row does; none where fewer than two hypotheses are tested, or it is parked."""
    tested = [h for h in standing.bears_on if h not in standing.not_tested]
    if len(tested) < 2 or standing.case.parked(address):
        return None
    added, result = standing.row(address).points[DEFAULT], standing.methods[DEFAULT]
    after = {h: total - added.get(h, ZERO) for h, total in result.scores.items()}
    return Without(leading(after, tested), ranks(after, tested) != result.ranks)
