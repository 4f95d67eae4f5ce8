"""What is left to do in each of the eight steps.

A step is done when nothing is left in it and what it works on is there: Refine, Conclude and Sensitivity
wait for a complete matrix, Report for the six before it. No file records that a report was printed, so
nothing is ever left there. Questions that may be answered with no are counted apart.

Source: the steps are Heuer's (see `guidance`). That users of ACH skip steps was seen by Dhami, Belton and
Mandel (2019), of which we read the abstract.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from workbench.analysis.heuer import concluding, evidence, hypotheses, indicators, probing, rating, refining
from workbench.analysis.heuer.guidance import GUIDANCE, STEPS
from workbench.analysis.heuer.task import Task, TaskKind
from workbench.analysis.heuer.work import Work
from workbench.analysis.standing import Standing
from workbench.model import Case

HYPOTHESES, EVIDENCE, MATRIX, REFINE, CONCLUDE, SENSITIVITY, REPORT, INDICATORS = range(1, 9)
"""The numbers of the steps."""

_TASKS: Mapping[int, Callable[[Work], Iterator[Task]]] = MappingProxyType(
    {
        HYPOTHESES: hypotheses.tasks,
        EVIDENCE: evidence.tasks,
        MATRIX: rating.tasks,
        REFINE: refining.tasks,
        CONCLUDE: concluding.tasks,
        SENSITIVITY: probing.tasks,
        INDICATORS: indicators.tasks,
    }
)

_LAST = (*range(HYPOTHESES, REPORT), INDICATORS, REPORT)
"""The order in which the next step is looked for: the report comes when all else is there."""


class StepLeft(NamedTuple):
    """A step, and what is left in it."""

    number: int
    name: str
    left: int
    """How much must be done; in the matrix unrated cells."""
    todo: str
    """What that is, in words that follow a colon; where nothing is left, what else there is to say."""
    done: bool
    asked: int
    """How many questions are open that may be answered with no."""


def steps(case: Case, today: date, found: Standing | None = None, *, looking: bool = False) -> tuple[StepLeft, ...]:
    """All eight, in their order.

    Args:
        case: the case.
        today: the day on which what is overdue is found.
        found: the standing of this very case, where it is known; else it is counted once the matrix is complete.
        looking: whether the analyst looks at scores though the matrix is incomplete.
    """
    work = Work(case, today, found, looking=looking)
    counted = {number: _Counted(found(work)) for number, found in _TASKS.items()}
    ready = {number: not tasks.left and _begun(work, number) for number, tasks in counted.items()}
    ready[REPORT] = all(ready[number] for number in range(HYPOTHESES, REPORT))
    counted[REPORT] = _Counted(())
    return tuple(
        StepLeft(n, STEPS[n - 1], counted[n].left, _todo(n, counted[n], done=ready[n]), ready[n], counted[n].asked)
        for n in range(1, len(GUIDANCE) + 1)
    )


def tasks(
    case: Case, number: int, today: date, found: Standing | None = None, *, looking: bool = False
) -> tuple[Task, ...]:
    """Everything left to do or asked in one step, in the order in which it is best worked through.

    In step 4 that is the whole queue: rows with unrated cells stand first there, though they are counted
    in step 3. The other arguments are those of `steps`.

    Raises:
        KeyError: there is no such step.
    """
    if number == REPORT:
        return ()
    work = Work(case, today, found, looking=looking)
    return tuple(refining.queue(work) if number == REFINE else _TASKS[number](work))


def next_step(steps: Iterable[StepLeft]) -> StepLeft:
    """The first step with something left; the report where none has."""
    by_number = {step.number: step for step in steps}
    return next((by_number[n] for n in _LAST if by_number[n].left), by_number[REPORT])


class _Counted:
    """The tasks of a step, counted."""

    def __init__(self, tasks: Iterable[Task]) -> None:
        number: Counter[TaskKind] = Counter()
        self.asked = 0
        for task in tasks:
            if task.kind.one:
                number[task.kind] += task.number
            else:
                self.asked += 1
        self.left = number.total()
        self.todo = "; ".join(kind.one if n == 1 else (kind.many or kind.one).format(n=n) for kind, n in number.items())


def _begun(work: Work, number: int) -> bool:
    """Whether what a step works on is there."""
    if number == MATRIX:
        return bool(work.rows and work.names)
    return work.complete or number in {HYPOTHESES, EVIDENCE, INDICATORS}


def _todo(number: int, counted: _Counted, *, done: bool) -> str:
    if counted.todo:
        return counted.todo
    if number == REPORT:
        return "print it: `ach report`"
    if not done:
        return "comes when there are hypotheses and evidence" if number == MATRIX else "comes when every cell is rated"
    if counted.asked:
        return f"{counted.asked} question{'' if counted.asked == 1 else 's'} to think over"
    return "nothing is left"
