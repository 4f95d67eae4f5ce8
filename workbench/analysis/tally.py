"""Tally: the sums over all rows that everything else follows from, whole or one row further.

All sums are of whole numbers, so a tally carried through ten thousand ratings is the same value as
one counted afresh.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from workbench.analysis.blocks import against_all
from workbench.analysis.dependence import concerned, speaks
from workbench.analysis.methods import SIDE_BY_SIDE, scale
from workbench.analysis.points import ZERO, Points
from workbench.analysis.setting import Setting
from workbench.analysis.votes import Ballot, ballot, reballot
from workbench.analysis.weights import Weight
from workbench.model import BEARING, CONTRADICTING, Case, Rating

Totals = dict[str, dict[str, Points]]
"""Points by method name and hypothesis id."""


@dataclass(slots=True)
class Tally:
    """Sums over the unparked rows of a case and its active hypotheses, keyed by hypothesis id.

    It is filled while it is made and not changed afterwards.
    """

    bears_on: dict[str, int]
    contradicts: dict[str, int]
    plain: Totals
    adjusted: Totals
    ballots: Mapping[str, Ballot]
    """The votes of every voice that has several rows."""
    rows: int = 0
    rated: int = 0
    """Cells that are rated."""
    unjudged: int = 0
    """Rows whose grade cannot be judged, in part or whole (F, 6, missing)."""
    against_all: int = 0
    """Rows inconsistent with every hypothesis."""

    def add_row(self, ratings: Mapping[str, Rating], times: int, *, marked: bool) -> None:
        """Add a row, without its cells, so many times; -1 takes it out again."""
        self.rows += times
        self.unjudged += times * marked
        self.against_all += times * against_all(ratings, self.bears_on)

    def add_cells(self, hypothesis: str, rating: Rating, weight: Weight, times: int, *, alone: bool) -> None:
        """Add so many cells alike; `alone`: their rows speak, each with a voice of its own."""
        self.rated += times
        self.bears_on[hypothesis] += times * (rating in BEARING)
        if rating in CONTRADICTING:
            self.contradicts[hypothesis] += times
            for method, plain in self.plain.items():
                points = scale(method, weight)[rating] * times
                plain[hypothesis] += points
                if alone:
                    self.adjusted[method][hypothesis] += points

    def add_votes(self, ballots: Iterable[Ballot], times: int) -> None:
        """Add what shared voices say to the adjusted sums; -1 takes it out again."""
        said = Counter(
            (method, hypothesis, vote.points)
            for ballot in ballots
            for method, heard in ballot.items()
            for hypothesis, vote in heard.items()
        )
        for (method, hypothesis, points), n in said.items():
            self.adjusted[method][hypothesis] += points * (n * times)


def tally(case: Case, setting: Setting, methods: Collection[str] = SIDE_BY_SIDE) -> Tally:
    """Count a whole case under additive methods: cells alike are counted first and turned into points once."""
    ballots = {voice: ballot(case, setting, voice, setting.hypotheses, methods) for voice in setting.voices.shared}
    sums = _empty(setting.hypotheses, ballots, methods)
    sums.add_votes(ballots.values(), 1)
    alike: dict[tuple[Weight, bool], list[Iterable[tuple[str, Rating]]]] = {}
    for address in case.items:
        if not case.parked(address):
            ratings = case.matrix.row(address).ratings
            sums.add_row(ratings, 1, marked=setting.grades[address].marked)
            kind = setting.weight(case, address), _alone(case, setting, address)
            alike.setdefault(kind, []).append(ratings.items())
    for (weight, alone), rows in alike.items():
        for (hypothesis, rating), times in Counter(chain.from_iterable(rows)).items():
            if hypothesis in sums.bears_on:
                sums.add_cells(hypothesis, rating, weight, times, alone=alone)
    return sums


def retallied(tally: Tally, setting: Setting, before: Case, after: Case, address: str) -> Tally:
    """Carry a tally over to a case that differs in the row and the note of one address only.

    Costs one row and the rows that share its voice; parking costs also those that lean on it.
    """
    moved = before.parked(address) != after.parked(address)
    rows = list(concerned(after, setting.voices, address)) if moved else [address]
    ballots = dict(tally.ballots)
    sums = _copy(tally, ballots)
    for row in rows:
        _add(sums, before, setting, row, -1)
        _add(sums, after, setting, row, 1)
    changed = setting.hypotheses if moved else _changed(setting, before, after, address)
    for voice in {setting.voices.of[row] for row in rows} & setting.voices.shared.keys():
        ballots[voice] = reballot(after, setting, voice, ballots[voice], changed, None if moved else address)
        sums.add_votes([tally.ballots[voice]], -1)
        sums.add_votes([ballots[voice]], 1)
    return sums


def _empty(hypotheses: Collection[str], ballots: Mapping[str, Ballot], methods: Collection[str]) -> Tally:
    def nothing() -> Totals:
        return {method: dict.fromkeys(hypotheses, ZERO) for method in methods}

    return Tally(dict.fromkeys(hypotheses, 0), dict.fromkeys(hypotheses, 0), nothing(), nothing(), ballots)


def _copy(tally: Tally, ballots: Mapping[str, Ballot]) -> Tally:
    return replace(
        tally,
        bears_on=dict(tally.bears_on),
        contradicts=dict(tally.contradicts),
        plain={method: dict(points) for method, points in tally.plain.items()},
        adjusted={method: dict(points) for method, points in tally.adjusted.items()},
        ballots=ballots,
    )


def _add(sums: Tally, case: Case, setting: Setting, address: str, times: int) -> None:
    """Add a row with its cells, unless it is parked."""
    if case.parked(address):
        return
    ratings, weight = setting.ratings(case, address), setting.weight(case, address)
    alone = _alone(case, setting, address)
    sums.add_row(ratings, times, marked=setting.grades[address].marked)
    for hypothesis, rating in ratings.items():
        sums.add_cells(hypothesis, rating, weight, times, alone=alone)


def _alone(case: Case, setting: Setting, address: str) -> bool:
    """Whether the row speaks, with a voice that no other row has."""
    voices = setting.voices
    return voices.of[address] not in voices.shared and speaks(case, voices, address)


def _changed(setting: Setting, before: Case, after: Case, address: str) -> Collection[str]:
    """The hypotheses against which one row's points may have changed."""
    if setting.weight(before, address) != setting.weight(after, address):
        return setting.hypotheses
    old, new = before.matrix.row(address).ratings, after.matrix.row(address).ratings
    return [h for h in setting.hypotheses if old.get(h) != new.get(h)]
