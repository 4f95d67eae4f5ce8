"""Cells: what several analysts say of one item under one hypothesis.

Contested: one finds the item consistent with the hypothesis (CC, C), another inconsistent (I, II). N, NA and unrated
take no side. Spread: the steps between the furthest ratings on CC C N I II, which does not grow with the number of
analysts; how many stand on each side tells one dissenter from a split. Parked and stale rows say nothing here: a
rating of another wording answers another question.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from workbench.analysis.agreement.members import Member
from workbench.analysis.flips import SCALE
from workbench.model import BEARING, CONTRADICTING, Rating, opposed

PLACE: Mapping[Rating, int] = {rating: place for place, rating in enumerate(SCALE)}
"""Where a rating stands on CC C N I II, from 0 on; NA stands nowhere."""


class CellRatings(NamedTuple):
    """The ratings of one cell, by analyst's id; those who did not rate it are absent."""

    address: str
    hypothesis: str
    ratings: Mapping[str, Rating]

    @property
    def spread(self) -> int | None:
        """Steps between the furthest ratings on CC C N I II; none where fewer than two rate on that scale."""
        places = [PLACE[rating] for rating in self.ratings.values() if rating in PLACE]
        return max(places) - min(places) if len(places) > 1 else None

    @property
    def contested(self) -> bool:
        """Whether analysts stand on different sides."""
        return opposed(self.ratings.values())

    @property
    def consistent(self) -> int:
        """How many say CC or C."""
        return sum(rating in BEARING and rating not in CONTRADICTING for rating in self.ratings.values())

    @property
    def neutral(self) -> int:
        """How many say N."""
        return sum(rating is Rating.N for rating in self.ratings.values())

    @property
    def inconsistent(self) -> int:
        """How many say I or II."""
        return sum(rating in CONTRADICTING for rating in self.ratings.values())

    @property
    def not_applicable(self) -> int:
        """How many say NA."""
        return sum(rating is Rating.NA for rating in self.ratings.values())


def cells(analysts: Sequence[Member], hypotheses: Sequence[str], rows: Iterable[str]) -> Iterator[CellRatings]:
    """Every cell that somebody rated, row by row in the order given, by hypothesis in theirs."""
    for address in rows:
        given = [(analyst.id, analyst.ratings(address)) for analyst in analysts]
        for h in hypotheses:
            if ratings := {analyst: row[h] for analyst, row in given if h in row}:
                yield CellRatings(address, h, ratings)
