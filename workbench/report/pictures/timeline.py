"""The timeline: points of every hypothesis as evidence came in, in steps, each line named at its end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench.analysis import points
from workbench.analysis.ranking import NO_RANK
from workbench.analysis.timeline import Moment, Timeline
from workbench.model import Hypothesis
from workbench.report.picture import Anchor, Ink, Picture, Shape, Stroke
from workbench.report.pictures.axis import Axis, figure
from workbench.report.pictures.courses import LEAD, beside, courses, ends, line
from workbench.report.pictures.days import axis, days, named
from workbench.report.pictures.lettering import PAGE, SMALL, high, middle, written
from workbench.report.pictures.measure import widest, wrapped
from workbench.report.timelinewords import CLOCKS, HINDSIGHT, summary

NAMES = 128.0
"""Names at the ends of the lines are wrapped beyond this."""

TALL = 150.0
"""The plot is at least so high; the names of many lines make it higher."""

STATED = 8
"""States that the words go through at most: of more, so many, evenly."""

_LEFT, _TOP, _TAIL = 26.0, 12.0, 16.0


def timeline_lines(found: Timeline) -> Picture | None:
    """The states of a timeline by its clock; nothing where no row has a day to go by, or no hypothesis is active."""
    states = found.changes
    if not states or not found.standing.bears_on:
        return None
    order = courses(found)
    labels = _labels(found, states[-1])
    room = min(max(widest(lines, SMALL, bold=True) for lines in labels.values()), NAMES + 20)
    right = PAGE - room - LEAD - 4
    tall = max(TALL, sum(high(lines, SMALL) + 1 for lines in labels.values()) - 4)
    scale = Axis(_TOP + tall, _TOP, max([1.0, *(float(p) for state in states for p in state.points.values())]))
    along = days([state.day for state in states], _LEFT, right - _TAIL)
    places = [beside(state, order, scale) for state in states]
    shapes: list[Shape] = list(_points(scale, right, found.clock))
    for course in reversed(order):
        shapes += line(course, states, places, along, right)
    shapes += ends(order, labels, places[-1], states[-1].leading, scale, right)
    shapes += axis(along, _TOP + tall, right)
    note = wrapped(_note(found, cut=bool(along.cut)), PAGE, SMALL)
    y = _TOP + tall + 17
    shapes += written(note, 0, y, size=SMALL, ink=Ink.QUIET)
    y += high(note, SMALL)
    return Picture(f"timeline-{found.clock}", summary(found), _words(found), PAGE, y, tuple(shapes))


def _labels(found: Timeline, last: Moment) -> dict[str, list[str]]:
    """What stands at the end of each line: points with their signs, and the name."""
    texts = points.texts(last.points)
    return {h.id: _label(h, texts, last) for h in found.standing.case.hypotheses}


def _label(hypothesis: Hypothesis, texts: Mapping[str, str], last: Moment) -> list[str]:
    h = hypothesis.id
    sign = "! " if h in last.coverage.little_tested else ""
    text = NO_RANK if h in last.coverage.not_tested else f"{sign}{texts[h]}"
    return wrapped(f"{text} {hypothesis.short or h}", NAMES, SMALL, bold=h in last.leading)


def _points(scale: Axis, right: float, clock: str) -> Iterator[Shape]:
    """The axis of points: 0 is best and stands at the bottom."""
    for tick in scale.ticks:
        y = scale.at(tick)
        yield middle(figure(tick), _LEFT - 6, y, size=SMALL, anchor=Anchor.END, ink=Ink.QUIET)
        if tick:
            yield Stroke(((_LEFT, y), (right, y)), Ink.RULE, 0.35)
    said = f"weighted points {CLOCKS[clock].lower()}: ↑ worse, 0 is best"
    yield from written([said], _LEFT, 0, size=SMALL, ink=Ink.QUIET)


def _note(found: Timeline, *, cut: bool) -> str:
    """How to read it, and how many rows are in none of it."""
    lines = (
        "Thick: whoever leads in the end, and who led most often. Lines side by side have the same points. "
        f"! little tested; {NO_RANK} not tested."
    )
    short = " // stands for a long time without change." if cut else ""
    undated = len(found.undated)
    rows = f" {undated} {'row' if undated == 1 else 'rows'} without a date {'is' if undated == 1 else 'are'} not in it."
    return f"{lines}{short}{rows if undated else ''} {HINDSIGHT}"


def _words(found: Timeline) -> str:
    """The points at the states, at some of them where there are many."""
    states = found.changes
    seen = states
    if len(states) > STATED:
        seen = tuple(states[i * (len(states) - 1) // (STATED - 1)] for i in range(STATED))
    how = f"{len(seen)} of {len(states)} states" if len(seen) < len(states) else "each state"
    return f"Weighted points {CLOCKS[found.clock].lower()}, 0 is best, {how}: {' '.join(map(_state, seen))}"


def _state(state: Moment) -> str:
    untested = state.coverage.not_tested
    each = (f"{h} {NO_RANK if h in untested else text}" for h, text in points.texts(state.points).items())
    return f"{named(state.day)}: {', '.join(each)}."
