"""Contested cells: one analyst finds an item consistent with a hypothesis, another finds it inconsistent.

Rows that an analyst parked say nothing here, nor do stale ones: a rating of another wording answers another question.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from workbench.analysis.changes.side import Side
from workbench.analysis.heuer.staleness import stale
from workbench.analysis.heuer.work import Work
from workbench.model import BEARING, Case, Rating, opposed
from workbench.model.words import NOTHING


class Contested(NamedTuple):
    """A cell on which analysts take different sides, with the ratings of those who take one."""

    question: str
    address: str
    hypothesis: str
    ratings: Mapping[str, Rating]
    """By analyst."""


def contested(side: Side, question: str) -> dict[tuple[str, str], Contested]:
    """The contested cells of a question, by address and hypothesis, in the order of the files."""
    cases = [case for analyst in side.analysts(question) if (case := side.case(question, analyst))]
    if len(cases) < 2:
        return {}
    rows = [_speaking(case) for case in cases]
    analysts = [case.matrix.analyst for case in cases]
    ids = [h.id for h in cases[0].hypotheses]
    found = (
        cell
        for address in side.selected.get(question, ())
        for cell in _row(
            question, address, ids, [(a, held.get(address, NOTHING)) for a, held in zip(analysts, rows, strict=True)]
        )
    )
    return {(cell.address, cell.hypothesis): cell for cell in found}


def _speaking(case: Case) -> dict[str, Mapping[str, Rating]]:
    """The ratings of the rows that are neither parked nor stale, by address."""
    old = frozenset(stale(Work(case, date.min)))  # no day: nothing is overdue here
    return {item.address: row.ratings for item, row in case.rows if item.address not in old}


def _row(
    question: str, address: str, ids: Sequence[str], rows: Sequence[tuple[str, Mapping[str, Rating]]]
) -> Iterator[Contested]:
    for h in ids:
        taken = {analyst: rating for analyst, row in rows if (rating := row.get(h)) in BEARING and rating}
        if opposed(taken.values()):
            yield Contested(question, address, h, taken)
