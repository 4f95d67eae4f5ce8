"""Columns: what speaks against each hypothesis, for going down the matrix and trying to show it wrong.

Source: Heuer (1999) ch. 8, step 5. That every inconsistency of the leading hypothesis is put down to an
error, a special case or a deception, or found fatal, is the Inconsistencies Finder of Heuer and Pherson
(Structured Analytic Techniques for Intelligence Analysis; read in others' descriptions).
"""

from __future__ import annotations

from typing import NamedTuple

from workbench.analysis.methods import DEFAULT, scale
from workbench.analysis.points import Points
from workbench.analysis.standing import Standing
from workbench.model import CONTRADICTING, Rating, Weighing


class Inconsistency(NamedTuple):
    """A cell that contradicts its hypothesis."""

    address: str
    rating: Rating
    points: Points
    """What it adds under the default method."""
    because: str
    """The analyst's reason; empty where there is none."""
    weighed: Weighing | None
    """What it comes to; nothing where nobody has said."""


class Column(NamedTuple):
    """A hypothesis with what contradicts it, strongest first, and the analyst's own likelihood in per cent."""

    hypothesis: str
    rank: int | None
    leads: bool
    inconsistencies: tuple[Inconsistency, ...]
    likelihood: float | None


def inconsistencies(standing: Standing, hypothesis: str) -> tuple[Inconsistency, ...]:
    """What contradicts a hypothesis: most points first, and in the order of the files where they are equal."""
    case, found = standing.case, []
    for address in case.items:
        rating = case.matrix.row(address).ratings.get(hypothesis)
        if rating in CONTRADICTING and not case.parked(address):
            note, points = case.matrix.note(address), scale(DEFAULT, standing.setting.weight(case, address))[rating]
            because, weighed = note.because.get(hypothesis, ""), note.weighed.get(hypothesis)
            found.append(Inconsistency(address, rating, points, because, weighed))
    return tuple(sorted(found, key=lambda cell: -cell.points.code))


def column(standing: Standing, hypothesis: str) -> Column:
    """One column; at ten thousand rows one is soon made, and twenty are not.

    Raises:
        KeyError: there is no such active hypothesis.
    """
    judged = standing.case.matrix.judgement
    return Column(
        hypothesis,
        standing.methods[DEFAULT].ranks[hypothesis],
        hypothesis in standing.methods[DEFAULT].leading,
        inconsistencies(standing, hypothesis),
        judged.likelihood.get(hypothesis) if judged else None,
    )


def unweighed(standing: Standing) -> tuple[tuple[str, str], ...]:
    """Address and hypothesis of each inconsistency of a leader of which nobody said what it comes to.

    Leaders are those by the default method, plain.
    """
    leading, matrix = standing.methods[DEFAULT].leading, standing.case.matrix
    return tuple(
        (item.address, hypothesis)
        for item, row in standing.case.rows
        for hypothesis in leading
        if row.ratings.get(hypothesis) in CONTRADICTING and hypothesis not in matrix.note(item.address).weighed
    )
