"""A timeline as a leaf: the points of every hypothesis as evidence came in, drawn with blocks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta

from workbench.analysis import points
from workbench.analysis.narrowing import counted
from workbench.analysis.ranking import NO_RANK
from workbench.analysis.timeline import Moment, Timeline
from workbench.model import Hypothesis
from workbench.report.timelinewords import CLOCKS, HINDSIGHT, READING, summary
from workbench.tui import entries, words
from workbench.tui.entries import Entry, names
from workbench.tui.finding import Filter
from workbench.tui.head import LEADER
from workbench.tui.leaf import Draft, Goal, Leaf
from workbench.tui.pieces import Line, Piece, Tone, line

HEIGHTS = " ▁▂▃▄▅▆▇█"
UNTESTED = "·"

TALL = 2
"""Lines that the course of one hypothesis takes."""

HIGHEST = 12
"""Hypotheses up to which each has so many lines; of more, each has one."""


def leaf(found: Timeline, width: int) -> Leaf:
    """The course of every hypothesis, then each day that changed something."""
    draft = Draft(width)
    if not found.changes:
        draft.prose("No row has a date to go by.", Tone.STRONG)
        return draft.leaf
    draft.prose(summary(found), Tone.STRONG)
    draft.heading(CLOCKS[found.clock], f"points so far; low is good, {LEADER} takes the lead, {UNTESTED} not tested")
    _Plot(found, width).draw(draft)
    draft.heading("Day by day", "enter shows the rows that came in")
    entries.write(draft, list(_days(found)))
    draft.blank()
    for text in (*_outside(found), READING[found.clock] + ".", HINDSIGHT):
        draft.prose(text[0].upper() + text[1:], Tone.MUTED)
    return draft.leaf


class _Plot:
    """Courses over a common axis of time; a cell stands for a stretch of it, and shows its last state."""

    def __init__(self, found: Timeline, width: int) -> None:
        self.hypotheses = found.standing.case.hypotheses
        widest = max((words.width_of(words.plain(h.short or h.id)) for h in self.hypotheses), default=0)
        self.name = max(3, min(18, widest, width // 4))
        self.width = max(4, min(100, width - self.name - 11))
        self.moments = found.changes
        days = [moment.day for moment in self.moments if moment.day]
        self.first, last = (days[0], days[-1]) if days else (date.min, date.min)
        after = (last - self.first).days // 20 + 1  # the last state has room too
        self.last = date.fromordinal(min(last.toordinal() + after, date.max.toordinal()))
        self.seen = [self._state(place) for place in range(self.width)]
        self.most = max((float(p) for m in self.moments for p in m.points.values()), default=0.0) or 1.0
        self.tall = TALL if len(self.hypotheses) <= HIGHEST else 1

    def _state(self, place: int) -> Moment | None:
        """The state at the end of a cell; none where nothing had come in yet."""
        span = (self.last - self.first).days
        until = self.first + timedelta(days=span * place // max(1, self.width - 1))
        number = bisect_right([moment.day or date.min for moment in self.moments], until)
        return self.moments[number - 1] if number else None

    def draw(self, draft: Draft) -> None:
        """Write the courses and the axis."""
        for hypothesis in self.hypotheses:
            draft.write(*self._course(hypothesis))
        draft.write(line(" " * (self.name + 3), Piece(self._axis(), Tone.MUTED)))

    def _course(self, hypothesis: Hypothesis) -> Iterator[Line]:
        """A course, the higher the more points; the name stands at its foot, the last points at its end."""
        h, last = hypothesis.id, self.moments[-1]
        tone = Tone.LEAD if h in last.leading else Tone.TEXT
        name = words.padded(hypothesis.short or h, self.name)
        text = points.texts(dict(last.points))[h] if last.coverage.bears_on[h] else NO_RANK
        for level in reversed(range(self.tall)):
            cells = [self._cell(place, h, level) for place in range(self.width)]
            if level:
                yield line(" " * (self.name + 3), *cells)
            else:
                mark = Piece(f" {LEADER if h in last.leading else ' '}", Tone.LEAD)
                yield line(mark, Piece(f"{name} ", tone), *cells, Piece(f" {text:>6}", tone))

    def _cell(self, place: int, hypothesis: str, level: int) -> Piece:
        moment = self.seen[place]
        if moment is None or not moment.coverage.bears_on[hypothesis]:
            return Piece(" " if level else UNTESTED, Tone.MUTED)
        tone = Tone.LEAD if hypothesis in moment.leading else Tone.BAR
        if level == self.tall - 1 and tone is Tone.LEAD and self._begins(place, hypothesis):
            return Piece(LEADER, tone)
        full = 8 * self.tall - 1  # an eighth stays free, so that courses do not touch
        eighths = round(float(moment.points[hypothesis]) / self.most * full) - 8 * level
        return Piece(HEIGHTS[max(0 if level else 1, min(8, eighths))], tone)

    def _begins(self, place: int, hypothesis: str) -> bool:
        """Whether a hypothesis leads from here on and did not before."""
        before = self.seen[place - 1] if place else None
        return before is None or hypothesis not in before.leading

    def _axis(self) -> str:
        """Dates under the cells they belong to: the first, and beginnings of months or years that have room."""
        axis = self.first.isoformat()
        for day in _beginnings(self.first, self.last):
            place = (day - self.first).days * (self.width - 1) // max(1, (self.last - self.first).days)
            label = day.isoformat()[: 4 if day.month == 1 else 7]
            if place > len(axis) + 1 and place + len(label) <= self.width:
                axis = f"{axis:<{place}}{label}"
        return words.cut(axis, max(10, self.width)) if self.first != date.min else ""


def _beginnings(first: date, last: date) -> Iterator[date]:
    """The first days of the months between two days; where these lie far apart, of the years."""
    months = range(first.year * 12 + first.month, last.year * 12 + last.month)
    step = 1 if len(months) <= 12 else 3 if len(months) <= 36 else 12
    yield from (date(month // 12, month % 12 + 1, 1) for month in months if month % step == 0)


def _days(found: Timeline) -> Iterator[Entry]:
    """Each state that differs from the one before: what came in, and who leads then."""
    for moment in found.changes:
        day = moment.day.isoformat() if moment.day else "the start"
        came = Filter("rows", f"{day}: came in", frozenset(moment.rows))
        told = f"+{len(moment.rows)} = {counted(moment.coverage.rows)}"
        yield Entry(day, told, names(found.standing, moment.leading), Goal(filter=came))


def _outside(found: Timeline) -> Iterator[str]:
    idle = [moment for moment in found.moments if not moment.changed]
    if rows := sum(len(moment.rows) for moment in idle):
        yield f"{counted(rows)} on {len(idle)} more {'day' if len(idle) == 1 else 'days'} changed nothing."
    if found.undated:
        yield f"{counted(len(found.undated))} without a date, in no state."
