"""Contested grades of one case: an analyst grades an item's credibility otherwise than its file does.

In a matrix its own analyst's grade counts, and the file's stands beside it. What colleagues say instead is told, and
counts in theirs.
"""

from __future__ import annotations

from typing import NamedTuple

from workbench.model import OWN_KINDS, Case, Item


class Contest(NamedTuple):
    """What an analyst grades an item, and why; `counts` in the matrix at hand where that is the analyst's own."""

    analyst: str
    credibility: str
    because: str
    counts: bool
    filed: str
    """What the file grades it; empty where it does not."""

    @property
    def sentence(self) -> str:
        """'baseline grades it 3, its file 2, because: The film shows less'."""
        beside = f", its file {self.filed or 'not at all'}" if self.counts else ""
        because = f", because: {self.because.rstrip('.')}" if self.because else ""
        return f"{self.analyst} grades it {self.credibility}{beside}{because}"


def contests(case: Case, item: Item, *, colleagues: bool = True) -> tuple[Contest, ...]:
    """Who grades an item otherwise than its file: the analyst of the matrix first, then colleagues by id.

    Args:
        case: with the matrix.
        item: one of its items; nobody grades our own thinking.
        colleagues: whether what others say may be told; while rating is blind it may not.
    """
    if item.kind in OWN_KINDS:
        return ()
    given = [case.matrix, *(case.colleagues.values() if colleagues else ())]
    found = ((matrix, own) for matrix in given if (own := matrix.grades.get(item.address)))
    return tuple(
        Contest(matrix.analyst, own.credibility, own.because, matrix is case.matrix, item.credibility)
        for matrix, own in found
        if own.credibility and own.credibility != item.credibility
    )
