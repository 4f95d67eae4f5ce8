"""An axis of days: how far apart they lie, with long times without anything cut short and marked as cut."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from workbench.report.picture import Anchor, Ink, Shape, Stroke
from workbench.report.pictures.lettering import SMALL, written
from workbench.report.pictures.measure import width

LONGEST = 0.2
"""A time without anything takes at most this share of the axis."""

LEAD = 0.13
"""How far the start stands before the first day, by the length of all the rest."""

START = "start"
"""Stands for what holds from the start, before any day."""


@dataclass(frozen=True, slots=True)
class Days:
    """Where each day stands, and between which two the axis is cut."""

    places: Mapping[date | None, float]
    cut: tuple[tuple[float, float], ...]


def days(found: Sequence[date | None], start: float, end: float) -> Days:
    """Days in their order, spread from start to end as far apart as they lie in time.

    Times without anything that would take more than their share are cut short: each takes that share, the rest of the
    axis is for the others. The start, where it is given, is set a little before the first day.
    """
    known = [day for day in found if day]
    gaps = [float((after - before).days) for before, after in pairwise(known)]
    most = _most(gaps)
    short = [min(gap, most) for gap in gaps]
    lead = [max(sum(short) * LEAD, 1.0)] if None in found and known else []
    steps = [*lead, *short]
    whole = sum(steps)
    places, at = dict[date | None, float](), start
    for day, step in zip(found, [0.0, *steps], strict=True):
        at += step / whole * (end - start) if whole else 0.0
        places[day] = at
    cuts = ((places[a], places[b]) for (a, b), gap in zip(pairwise(known), gaps, strict=True) if gap > most)
    return Days(places, tuple(cuts))


def _most(gaps: Sequence[float]) -> float:
    """The longest a gap may be drawn so that it takes no more than its share; unbounded where there are few."""
    if len(gaps) * LONGEST < 1.5:
        return max(gaps, default=0.0)
    most = max(gaps)
    for _ in range(50):
        most = min(most, LONGEST * sum(min(gap, most) for gap in gaps))
    return max(most, 1.0)


def axis(found: Days, y: float, end: float) -> Iterator[Shape]:
    """The line of the axis at y, a mark for each day, the days that have room in words, and the cuts."""
    yield Stroke(((min(found.places.values()), y), (end, y)), Ink.QUIET)
    places = sorted(found.places.items(), key=lambda place: place[1])
    said = _said(places)
    for day, x in places:
        yield Stroke(((x, y), (x, y + (4 if day in said else 2))), Ink.QUIET)
    for day in said:
        yield from written([named(day)], found.places[day], y + 4, size=SMALL, anchor=Anchor.MIDDLE, ink=Ink.QUIET)
    for before, after in found.cut:
        middle = (before + after) / 2
        yield Stroke(((middle - 2, y), (middle + 2, y)), Ink.GROUND, 2)
        for x in (middle - 2, middle + 2):
            yield Stroke(((x - 1.5, y + 3), (x + 1.5, y - 3)), Ink.QUIET)


def _said(places: Sequence[tuple[date | None, float]]) -> list[date | None]:
    """The days that stand in words: the first and the last, and those between them that leave room for all."""
    taken: list[tuple[float, float]] = []
    said: list[date | None] = []
    for day, x in [places[0], places[-1], *places[1:-1]]:
        half = width(named(day), SMALL) / 2
        if all(x + half + 6 <= begins or x - half >= ends + 6 for begins, ends in taken):
            taken.append((x - half, x + half))
            said.append(day)
    return said


def named(day: date | None) -> str:
    """A day as it stands on the axis."""
    return day.isoformat() if day else START
