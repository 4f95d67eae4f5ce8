"""Timeline: where the hypotheses stood as evidence came in, by the day it happened or was reported.

    state at a day = the weighted points of all rows whose day (see `dating`) is that one or an earlier one

The last state is that of every row that has a day. Our own assumptions and arguments without one are
held at any time and stand from the start; all other rows without a day are named and in no state. Who
counts as tested, and so may lead, is decided anew at every state. A retelling adds nothing to the
adjusted points from the day on which what it retells is there, and speaks for it until then.

Source: sums of PARC's weighted inconsistency over time, after the advice to plot estimates as evidence
arrives (CIA OPR-506, 1975). It ignores that every row was rated with what is known today: a timeline
shows what moves the points, not what an analyst would have thought at the time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from workbench.analysis import dating
from workbench.analysis.arriving import Arriving
from workbench.analysis.coverage import Coverage
from workbench.analysis.dating import Window
from workbench.analysis.methods import DEFAULT, scale
from workbench.analysis.points import ZERO, Points
from workbench.analysis.ranking import leading
from workbench.analysis.slices import Slices, sliced
from workbench.analysis.standing import Standing
from workbench.model import BEARING, CONTRADICTING, Case


class Moment(NamedTuple):
    """The state after the rows of one day; `None` is the start, before any. Keyed by hypothesis id, in file order."""

    day: date | None
    rows: tuple[str, ...]
    """The rows that came in, in file order."""
    points: Mapping[str, Points]
    adjusted: Mapping[str, Points]
    coverage: Coverage
    """Of all rows up to now."""
    leading: tuple[str, ...]
    leading_adjusted: tuple[str, ...]
    changed: bool
    """Whether points, plain or adjusted, or a leading set are others than before."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The states of a matrix over time, earliest first, by one clock: `event` or `reported`."""

    standing: Standing
    clock: str
    moments: tuple[Moment, ...]
    undated: tuple[str, ...]
    """Unparked rows that are in no state, in file order."""

    @property
    def changes(self) -> tuple[Moment, ...]:
        """The states that differ from the one before."""
        return tuple(moment for moment in self.moments if moment.changed)

    @property
    def days(self) -> tuple[date, ...]:
        """All days on which something came in."""
        return tuple(moment.day for moment in self.moments if moment.day)


class _Days(NamedTuple):
    """The unparked rows of a case by day: from the start, on a day, and without one."""

    start: tuple[str, ...]
    on: Mapping[date, tuple[str, ...]]
    undated: tuple[str, ...]


def timeline(standing: Standing, clock: str) -> Timeline:
    """The states of a matrix over time.

    Args:
        standing: of the case.
        clock: `event` for the time the items speak of, `reported` for when it was reported.
    """
    days = _days(standing.case, clock)
    arrivals: list[tuple[date | None, tuple[str, ...]]] = [(None, days.start)] if days.start else []
    arrivals += sorted(days.on.items())
    return Timeline(standing, clock, tuple(_moments(standing, arrivals)), days.undated)


def windows(standing: Standing, clock: str, window: Window) -> Slices:
    """The rows cut by the window their day lies in, each scored alone; all other rows are in none."""
    groups: dict[tuple[date, str], list[str]] = {}
    for day, rows in sorted(_days(standing.case, clock).on.items()):
        name, first, _ = dating.window(day, window)
        groups.setdefault((first, name), []).extend(rows)
    order = {address: n for n, address in enumerate(standing.case.items)}
    named = {name: tuple(sorted(rows, key=order.__getitem__)) for (_, name), rows in groups.items()}
    return sliced(standing, clock, named, window)


def _days(case: Case, clock: str) -> _Days:
    start: list[str] = []
    undated: list[str] = []
    on: dict[date, list[str]] = {}
    for item, _ in case.rows:
        day = dating.day(case, item, clock)
        rows = on.setdefault(day, []) if day else start if dating.timeless(item, day) else undated
        rows.append(item.address)
    return _Days(tuple(start), {day: tuple(rows) for day, rows in on.items()}, tuple(undated))


def _moments(standing: Standing, arrivals: Iterable[tuple[date | None, tuple[str, ...]]]) -> Iterator[Moment]:
    sums = _Sums(standing)
    before: tuple[object, ...] = ()
    for day, rows in arrivals:
        sums.add(rows)
        points, adjusted, coverage = dict(sums.points), dict(sums.adjusted), sums.coverage
        leaders = leading(points, coverage.tested), leading(adjusted, coverage.tested)
        now = (points, adjusted, *leaders)
        yield Moment(day, rows, points, adjusted, coverage, *leaders, changed=now != before)
        before = now


class _Sums:
    """Points, plain and adjusted, and coverage of the rows added so far."""

    def __init__(self, standing: Standing) -> None:
        self._case, self._setting = standing.case, standing.setting
        self._arriving = Arriving(self._setting.voices, self._setting.hypotheses)
        self._rows = 0
        self.points = dict.fromkeys(self._setting.hypotheses, ZERO)
        self._bears_on = dict.fromkeys(self._setting.hypotheses, 0)
        self._contradicts = dict(self._bears_on)

    @property
    def adjusted(self) -> Mapping[str, Points]:
        """The points with every voice counted once."""
        return self._arriving.points

    @property
    def coverage(self) -> Coverage:
        """The coverage by all rows so far."""
        return Coverage(self._rows, dict(self._bears_on), dict(self._contradicts))

    def add(self, rows: Collection[str]) -> None:
        """Add rows that came in together; each once."""
        self._rows += len(rows)
        self._arriving.add({address: self._counted(address) for address in rows})

    def _counted(self, address: str) -> dict[str, Points]:
        """Count a row; what it adds to the points."""
        ratings = self._setting.ratings(self._case, address)
        scores = scale(DEFAULT, self._setting.weight(self._case, address))
        against = {h: scores[rating] for h, rating in ratings.items() if rating in CONTRADICTING}
        for hypothesis, rating in ratings.items():
            self._bears_on[hypothesis] += rating in BEARING
        for hypothesis, points in against.items():
            self._contradicts[hypothesis] += 1
            self.points[hypothesis] += points
        return against
