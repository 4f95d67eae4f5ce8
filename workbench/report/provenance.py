"""Provenance: whose matrix a page is made from, how far it got, and up to when it knows."""

from __future__ import annotations

from workbench.analysis.narrowing import counted
from workbench.analysis.standing import Standing


def made(standing: Standing) -> str:
    """'rated by ann; 6 rows by 3 hypotheses, every cell rated; 2 parked; information up to 1993-07-15'."""
    case, n = standing.case, len(standing.case.hypotheses)
    every = standing.rated + standing.unrated
    cells = f"{standing.unrated} of {every} {'cell' if every == 1 else 'cells'} unrated"
    rated = ("every cell rated" if standing.complete else cells) if every else "nothing to rate"
    parked = sum(case.parked(address) for address in case.items)
    parts = [
        f"rated by {case.matrix.analyst}",
        f"{counted(standing.rows)} by {n} {'hypothesis' if n == 1 else 'hypotheses'}, {rated}",
        f"{parked} parked" if parked else "",
        f"information up to {case.question.cutoff}" if case.question.cutoff else "",
    ]
    return "; ".join(filter(None, parts))
