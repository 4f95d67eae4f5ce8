"""Blind: what an analyst may see of colleagues' ratings before having rated.

A row is done when every active hypothesis is rated in it, or when it is parked. Others' ratings of a row are shown
from then on, or, where the question says `blind: matrix`, once every row is done; what follows from all rows (who
leads, the median, likelihoods) once every row is done. So that one rating is not made with an eye on another: raters
who know each other's are no longer several.
"""

from __future__ import annotations

from workbench.model import Blind, Case


def not_done(case: Case) -> tuple[str, ...]:
    """The addresses of the analyst's unparked rows with unrated cells: as the files have them, those shown first."""
    ids, outside = [h.id for h in case.hypotheses], case.narrowed.outside if case.narrowed else ()
    return tuple(
        address
        for address in (*case.items, *outside)
        if not case.parked(address) and any(h not in case.matrix.row(address).ratings for h in ids)
    )


def hidden(case: Case) -> tuple[str, ...]:
    """The addresses of the rows of which the analyst may not see yet what others rated, in the order of the files."""
    waiting = not_done(case)
    if waiting and case.question.blind is Blind.MATRIX:
        return tuple(case.items)
    return tuple(address for address in waiting if address in case.items)
