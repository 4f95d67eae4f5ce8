"""The lines of a timeline: which of them stand out, where each runs, and its name at its end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from workbench.analysis.points import Points
from workbench.analysis.timeline import Moment, Timeline
from workbench.model import Hypothesis
from workbench.report.picture import Ink, Shape, Stroke
from workbench.report.pictures.apart import apart
from workbench.report.pictures.axis import Axis
from workbench.report.pictures.days import Days
from workbench.report.pictures.lettering import SMALL, high, written

OUT = 4
"""So many lines stand out, and more only where more lead in the end."""

MANY = 8
"""Where there are more lines than this, those that do not stand out have no dashes and are lighter."""

LEAD = 14.0
"""Between the end of a line and its name."""

_SIDE = 1.8
"""Lines with the same points run side by side, so far apart."""

_DASHES: tuple[tuple[float, ...], ...] = ((), (6, 2), (2, 2), (8, 2, 2, 2), (4, 2, 1, 2, 1, 2), (1, 2))


class Course(NamedTuple):
    """A hypothesis as it is drawn: whether it stands out, in what ink, how thick and with which dashes."""

    hypothesis: Hypothesis
    out: bool
    ink: Ink
    thick: float
    dashes: tuple[float, ...]


def courses(found: Timeline) -> list[Course]:
    """Who leads in the end, then who led at most states: these stand out. Where all lead in the end, nobody does."""
    last, often = found.changes[-1], Counter(h for state in found.changes for h in state.leading)
    ordered = sorted(found.standing.case.hypotheses, key=lambda h: (h.id not in last.leading, -often[h.id]))
    out = max(OUT, len(last.leading)) if len(last.leading) < len(ordered) else 0
    return [_course(h, n, out=n < out and often[h.id] > 0, many=len(ordered) > MANY) for n, h in enumerate(ordered)]


def _course(hypothesis: Hypothesis, number: int, *, out: bool, many: bool) -> Course:
    dashes = _DASHES[number % len(_DASHES)]
    if out:
        return Course(hypothesis, True, Ink.TEXT, 1.4, dashes)
    return Course(hypothesis, False, Ink.RULE if many else Ink.QUIET, 0.8, () if many else dashes)


def beside(state: Moment, order: Sequence[Course], scale: Axis) -> dict[str, float]:
    """Where each tested hypothesis stands at a state: those with the same points beside each other, none below 0."""
    level: dict[Points, list[str]] = {}
    for course in order:
        if state.coverage.bears_on[course.hypothesis.id]:
            level.setdefault(state.points[course.hypothesis.id], []).append(course.hypothesis.id)
    found: dict[str, float] = {}
    for points, alike in level.items():
        lowest = min(scale.at(float(points)) + _SIDE * (len(alike) - 1) / 2, scale.start)
        found |= {h: lowest - _SIDE * n for n, h in enumerate(alike)}
    return found


def line(
    course: Course, states: Sequence[Moment], places: Sequence[Mapping[str, float]], along: Days, right: float
) -> Iterator[Shape]:
    """Steps from the state on in which the hypothesis is first tested."""
    path: list[tuple[float, float]] = []
    for state, at in zip(states, places, strict=True):
        if (y := at.get(course.hypothesis.id)) is not None:
            x = along.places[state.day]
            path += [(x, path[-1][1])] if path else []
            path.append((x, y))
    if path:
        path.append((right, path[-1][1]))
        yield Stroke(_corners(path), course.ink, course.thick, course.dashes)


def _corners(path: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """The corners of a path alone."""
    kept = [path[0]]
    for before, at, after in zip(path, path[1:], path[2:], strict=False):
        if at != kept[-1] and not before[1] == at[1] == after[1]:
            kept.append(at)
    return (*kept, path[-1])


def ends(
    order: Sequence[Course], labels: Mapping[str, list[str]], places: Mapping[str, float], leading: Sequence[str],
    scale: Axis, right: float,
) -> Iterator[Shape]:  # fmt: skip
    """The names at the ends of the lines, moved apart where they would overlap, each led to from its line."""
    wanted = sorted((places.get(c.hypothesis.id, scale.start), n) for n, c in enumerate(order))
    tall = [high(labels[order[n].hypothesis.id], SMALL) + 1 for _, n in wanted]
    placed = apart([y for y, _ in wanted], tall, scale.end - 4, scale.start + 4)
    for (y, n), at, room in zip(wanted, placed, tall, strict=True):
        h = order[n].hypothesis.id
        ink = Ink.TEXT if order[n].out else Ink.QUIET
        if h in places:
            yield Stroke(((right + 1, y), (right + LEAD - 2, at)), Ink.RULE)
        yield from written(labels[h], right + LEAD, at - room / 2 + 0.5, size=SMALL, ink=ink, bold=h in leading)
