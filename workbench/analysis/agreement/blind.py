"""Blind: what an analyst may see of colleagues' ratings before having rated.

A row is done when every active hypothesis is rated in it, or when it is parked. Others' ratings of a row are shown
from then on; what follows from all rows (who leads, the median, likelihoods) once every row is done. So that one
rating is not made with an eye on another: raters who know each other's are no longer several.
"""

from __future__ import annotations

from workbench.model import Case


def not_done(case: Case) -> tuple[str, ...]:
    """The addresses of the analyst's unparked rows with unrated cells, in the order of the files."""
    ids = [h.id for h in case.hypotheses]
    return tuple(item.address for item, row in case.rows if any(h not in row.ratings for h in ids))
