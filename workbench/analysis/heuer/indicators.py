"""Step 8, indicators: how far each tells the hypotheses apart, and which of them are overdue.

    spread = the most likely less the least likely of the active hypotheses, in steps of HL L C U HU

An indicator whose spread is 0 with every hypothesis named separates nothing: seen or not, it changes
nothing. It is overdue when it is open and the last day of its `by` is past; a date that is open at the
end, or unknown, is never past.

Source: the Indicators Validator of R. H. Pherson (2008), which drops what is likely under all scenarios
(read as others describe it). It has its own weights for the five steps; here only their order counts.
It ignores how well an indicator can be observed, and how soon.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from workbench.analysis.dating import period
from workbench.analysis.heuer.task import Action, Task, TaskKind
from workbench.analysis.heuer.work import Work
from workbench.model import Case, Indicator

LIKELY: Mapping[str, str] = MappingProxyType(
    {"HL": "highly likely", "L": "likely", "C": "could be", "U": "unlikely", "HU": "highly unlikely"}
)
"""The five steps in words, likeliest first."""

OPEN = "open"

_STEP = {letters: place for place, letters in enumerate(LIKELY)}

NONE = TaskKind(
    "no-indicator",
    8,
    "What would tell you that things go another way?",
    (Action.ADD,),
    one="name what to watch for, and how likely it is under each hypothesis",
)
OVERDUE = TaskKind(
    "overdue",
    8,
    "It should have been seen by {0}. Was it? If not, that may be evidence: an absence.",
    (Action.STATUS, Action.ABSENCE, Action.WRITE),
    one="say what became of 1 indicator whose time is over",
    many="say what became of {n} indicators whose time is over",
)
UNLIKENED = TaskKind(
    "indicator-without-likelihoods",
    8,
    "How likely is it under {0}?",
    (Action.WRITE,),
    one="say how likely 1 indicator is under each hypothesis",
    many="say how likely {n} indicators are under each hypothesis",
)
SEPARATES_NOTHING = TaskKind(
    "indicator-separates-nothing",
    8,
    "It is as likely under every hypothesis, so it tells nothing: reword it, or drop it?",
    (Action.REWORD, Action.DROP, Action.WRITE),
)
UNDATED = TaskKind("indicator-without-date", 8, "By when should it have been seen, if at all?", (Action.WRITE,))


class Watched(NamedTuple):
    """An indicator, and what it is worth."""

    indicator: Indicator
    likely: Mapping[str, str]
    """How likely it is under the active hypotheses that are given, in file order: HL L C U HU."""
    missing: tuple[str, ...]
    """The active hypotheses that are not given."""
    spread: int
    """Steps between the likeliest and the least likely, 0 to 4."""
    overdue: bool

    @property
    def separates(self) -> bool:
        """Whether it tells any two hypotheses apart, or may yet."""
        return bool(self.spread or self.missing) or len(self.likely) < 2


def watched(case: Case, today: date) -> tuple[Watched, ...]:
    """Every indicator of the question, in the order of the file."""
    ids = tuple(hypothesis.id for hypothesis in case.hypotheses)
    return tuple(_watched(indicator, ids, today) for indicator in case.question.indicators.values())


def tasks(work: Work) -> Iterator[Task]:
    """What the open indicators lack; one that is seen, not seen or dropped lacks nothing."""
    found = watched(work.case, work.today)
    if not found:
        yield Task(NONE)
    for one in found:
        if one.indicator.status == OPEN:
            yield from _open(work, one)


def _open(work: Work, one: Watched) -> Iterator[Task]:
    indicator = one.indicator
    if one.overdue:
        yield Task(OVERDUE, id=indicator.id, part="status", words=(indicator.by,))
    if one.missing:
        under = ", ".join(work.names[h] for h in one.missing) if one.likely else "each hypothesis"
        yield Task(UNLIKENED, hypothesis=one.missing[0], id=indicator.id, part="likely", words=(under,))
    if not one.separates:
        yield Task(SEPARATES_NOTHING, id=indicator.id, part="likely")
    if period(indicator.by) is None:
        yield Task(UNDATED, id=indicator.id, part="by")


def _watched(indicator: Indicator, ids: tuple[str, ...], today: date) -> Watched:
    likely = {h: indicator.likely[h] for h in ids if indicator.likely.get(h) in _STEP}
    steps = [_STEP[letters] for letters in likely.values()]
    until = period(indicator.by)
    return Watched(
        indicator,
        likely,
        tuple(h for h in ids if h not in likely),
        max(steps, default=0) - min(steps, default=0),
        indicator.status == OPEN and until is not None and until.end is not None and until.end < today,
    )
