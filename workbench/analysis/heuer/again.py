"""Rating again: the rows of a suspect, as if it wanted us to believe them, and what would lead then.

Each of its rows is asked about a second time, under every active hypothesis: if it were true, would a
source or an origin that deceives us have us see this? What is said stands beside the first ratings, and
takes their place only in a variation (see `analysis.deceptions`). Who would lead is told once all of its
rows are rated again: a part of them would say more about the order of work than about the suspect.

Source: Heuer (1999) ch. 8, which enters what may be deception a second time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from workbench.analysis.deceptions import deceptions
from workbench.analysis.heuer.suspects import suspects
from workbench.analysis.ledger import ledger
from workbench.analysis.standing import Standing
from workbench.model.words import NOTHING


class Again(NamedTuple):
    """How far the rows of a suspect are rated again."""

    suspect: str
    rows: tuple[str, ...]
    left: int
    """Cells of these rows, under the active hypotheses, that are not rated again."""
    leading: tuple[str, ...] | None
    """What leads with all of them in place of the first ratings; nothing while some are left, or there is no row."""


def rows(standing: Standing, suspect: str) -> tuple[str, ...]:
    """The unparked rows of a source or an origin, with others that were rated again for it, in the order of the files.

    They change with the evidence and with what is parked, not with a rating.
    """
    case = standing.case
    own = {address for known in suspects(standing, every=True) if known.id == suspect for address in known.items}
    own |= case.matrix.deceptive.get(suspect, NOTHING).keys()
    return tuple(address for address in case.items if address in own and not case.parked(address))


def again(standing: Standing, suspect: str, rows: Sequence[str]) -> Again:
    """How far these rows of a suspect are rated again, and what would lead then."""
    case = standing.case
    held = case.matrix.deceptive.get(suspect, NOTHING)
    left = sum(a not in held or h.id not in held[a].ratings for a in rows for h in case.hypotheses)
    leading = None
    if rows and not left:
        known = deceptions(ledger(standing))
        leading = next((found.leading for found in known if found.suspect == suspect), None)
    return Again(suspect, tuple(rows), left, leading)
