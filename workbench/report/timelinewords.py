"""What is said of a timeline: by which clock it runs, and who leads in the end, since when."""

from __future__ import annotations

from itertools import pairwise

from workbench.analysis import dating
from workbench.analysis.dating import EVENT, REPORTED
from workbench.analysis.ranking import leading
from workbench.analysis.standing import Standing
from workbench.analysis.timeline import Moment, Timeline
from workbench.edtf import worded
from workbench.report.slicewords import names

DAY = 2
"""Hyphens in a date that is known to the day."""

CLOCKS = {EVENT: "By the day it happened", REPORTED: "By the day it was reported"}

HINDSIGHT = (
    "Every row is rated with what is known today: this shows what moves the points, not what anybody would have "
    "thought at the time."
)

READING = {
    EVENT: (
        "an item counts from the last day of the time it speaks of: of the month or year where no day is known; "
        "where it has no end, from the day it was reported"
    ),
    REPORTED: "an item counts from the day its origin said it, else from that of its source's publication",
}


def summary(found: Timeline) -> str:
    """Who leads in the end, since when, and how often that changed; of a timeline that has a state."""
    sets = [(moment.leading, moment) for moment in found.changes]
    turns = [moment for (before, _), (now, moment) in pairwise(sets) if now != before]
    last = found.changes[-1]
    if not last.leading:
        return "No hypothesis is tested by the rows that have a date."
    since = _known(found, turns[-1] if turns else found.changes[0])
    times = {0: "never changed", 1: "changed once", 2: "changed twice"}.get(len(turns), f"changed {len(turns)} times")
    before = next((then for (then, _), (now, _) in reversed(list(pairwise(sets))) if now != then), ())
    alone = " alone" if len(last.leading) == 1 and {*last.leading} < {*before} else ""
    text = f"{_leaders(found.standing, last, f'{alone} since {since}')} Who leads {times}."
    if last.leading_adjusted != last.leading:
        text += f" With every voice counted once it is {names(found.standing, last.leading_adjusted)}."
    return text


def _leaders(standing: Standing, moment: Moment, since: str) -> str:
    """Who leads, with since when; those who are all little tested not without those who are not."""
    little, who = moment.coverage.little_tested, moment.leading
    if any(h not in little for h in who):
        lead = "has led" if len(who) == 1 else "have tied for the lead"
        return f"By weighted points {names(standing, who, little)} {lead}{since}."
    has, is_ = ("has", "is") if len(who) == 1 else ("have", "are")
    well = leading(moment.points, moment.coverage.well_tested)
    return (
        f"{names(standing, who)} {has} had the fewest weighted points{since} but {is_} little tested; "
        f"of the well-tested ones {names(standing, well)} {'has' if len(well) == 1 else 'have'} the fewest."
    )


def day(moment: Moment) -> str:
    """The day of a state; 'the start' of what stands from it."""
    return moment.day.isoformat() if moment.day else "the start"


def _known(found: Timeline, moment: Moment) -> str:
    """A state's day in words, no finer than its rows are dated: the end of a month or year."""
    case = found.standing.case
    dates = [dating.written(case, case.items[address], found.clock) for address in moment.rows]
    of_day = [text for text in dates if (read := dating.period(text)) and read.end == moment.day]
    if not of_day:
        return day(moment)
    finest = max(of_day, key=lambda text: (text.count("-"), text[-1].isdigit()))
    said = worded(finest)
    if finest.count("-") == DAY:
        return said
    hedge = next((word for word in ("about ", "perhaps ") if said.startswith(word)), "")
    return f"{hedge}the end of {said.removeprefix(hedge)}"
