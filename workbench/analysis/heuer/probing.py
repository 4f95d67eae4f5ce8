"""Step 6, sensitivity: what is still to be asked of the sources, the origins and our own assumptions.

What the order rests on is computed elsewhere (see `analysis.sensitivity`, and `suspects` for the sources
and origins that are key to it); here is what only the analyst can answer.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis.heuer.assumptions import STANDINGS, UNSUPPORTED
from workbench.analysis.heuer.checklist import HEADINGS
from workbench.analysis.heuer.suspects import answers, suspected
from workbench.analysis.heuer.task import Action, Task, TaskKind
from workbench.analysis.heuer.work import Work
from workbench.model import Kind

UNANSWERED = TaskKind(
    "unanswered",
    6,
    "{0}: {1}",
    (Action.ANSWER,),
    one="answer 1 question of a deception checklist",
    many="answer {n} questions of deception checklists",
)
NO_STANDING = TaskKind(
    "assumption-without-standing",
    6,
    "Is this assumption solid, right with a caveat, or unsupported?",
    (Action.WRITE, Action.PARK),
    one="say how well 1 assumption is founded",
    many="say how well {n} assumptions are founded",
)
NO_CONSEQUENCE = TaskKind(
    "assumption-without-consequence",
    6,
    "What follows if this assumption is wrong?",
    (Action.WRITE, Action.PARK),
    one="say what follows if 1 assumption is wrong",
    many="say what follows if {n} assumptions are wrong",
)
NOT_FOUNDED = TaskKind(
    "unsupported-assumption",
    6,
    "Nothing supports this assumption, and it is a row: what would, and who could find out?",
    (Action.GAP, Action.PARK, Action.ADD),
)
UNCHECKED = TaskKind(
    "nobody-suspected",
    6,
    "No source or origin has been looked into: could one that the order hangs on be meant to deceive us?",
    (Action.ANSWER, Action.RATE),
)


def tasks(work: Work) -> Iterator[Task]:
    """Open questions on the suspected, then our own assumptions; whether anybody is to be suspected at all."""
    begun = suspected(work.case)
    for suspect in begun:
        given = answers(work.case, suspect)
        for heading in HEADINGS:
            if heading.key not in given:
                yield Task(UNANSWERED, id=suspect, part=heading.key, words=(suspect, heading.question))
    yield from _assumptions(work)
    if work.complete and not begun:
        yield Task(UNCHECKED)


def _assumptions(work: Work) -> Iterator[Task]:
    for item, _ in work.rows:
        if item.kind is Kind.ASSUMPTION:
            if item.standing not in STANDINGS:
                yield Task(NO_STANDING, item.address, part="standing")
            if not item.if_wrong:
                yield Task(NO_CONSEQUENCE, item.address, part="if_wrong")
            if item.standing == UNSUPPORTED:
                yield Task(NOT_FOUNDED, item.address)
