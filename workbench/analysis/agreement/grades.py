"""Contested grades: items that an analyst grades otherwise than their file does; and relevance that differs.

Both move points without any rating being another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from workbench.analysis.agreement.members import Member
from workbench.analysis.weights import grade
from workbench.model import Case, OwnGrade


class ContestedGrade(NamedTuple):
    """An item with the credibility of its file (empty where it has none), and what analysts say instead."""

    address: str
    filed: str
    given: Mapping[str, OwnGrade]
    """By the analysts who grade it otherwise; all others go by the file."""
    weighs: bool
    """Whether its row counts more with some analysts than with others because of it."""


def contested_grades(case: Case, analysts: Sequence[Member], rows: Iterable[str]) -> Iterator[ContestedGrade]:
    """The items of these rows with contested grades, in the order given; who parked a row has no say in it."""
    for address in rows:
        item = case.items[address]
        voting = [analyst for analyst in analysts if not analyst.case.parked(address)]
        own = {
            a.id: g for a in voting if (g := a.case.matrix.grades.get(address)) and g.credibility != item.credibility
        }
        if own:
            levels = {grade(analyst.case, item).level for analyst in voting}
            yield ContestedGrade(address, item.credibility, own, len(levels) > 1)


def uneven(analysts: Sequence[Member], rows: Iterable[str]) -> Iterator[str]:
    """The rows whose relevance analysts do not see alike, in the order given; of those who rated the row."""
    for address in rows:
        rating = (analyst.case.matrix for analyst in analysts if analyst.ratings(address))
        if len({matrix.note(address).relevance for matrix in rating}) > 1:
            yield address
