"""Step 2, evidence: what an item needs before it is rated.

A grade, for it is given apart from the hypotheses and before them; where one looked for what is
absent, and what an assessment rests on. F and 6 ("cannot be judged") are grades. An item without an
origin is what its source saw for itself, which is asked of reports, statements and denials. Our own
assumptions and arguments have no grade; see step 6 for them. Duplicates are looked for on request.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis.heuer.task import Action, Task, TaskKind
from workbench.analysis.heuer.work import Work
from workbench.analysis.weights import CREDIBILITY, RELIABILITY
from workbench.model import OWN_KINDS, Case, Item, Kind
from workbench.model.admiralty import UNKNOWN

NOTHING = TaskKind(
    "no-evidence",
    2,
    "No evidence belongs to the question yet.",
    (Action.ADD,),
    one="add the evidence and arguments that bear on the question",
)
OUT_OF_VIEW = TaskKind(
    "nothing-in-view", 2, "No row of this question is in view.", (), one="no row of this question is in view"
)
UNGRADED = TaskKind(
    "item-without-grade",
    2,
    "How credible is this, 1 to 6? It is graded before it is rated, and apart from the hypotheses.",
    (Action.GRADE, Action.PARK),
    one="grade the credibility of 1 item",
    many="grade the credibility of {n} items",
)
SOURCE_UNGRADED = TaskKind(
    "source-without-grade",
    2,
    "How reliable is {0}, A to F?",
    (Action.GRADE,),
    one="grade the reliability of 1 source",
    many="grade the reliability of {n} sources",
)
NOT_LOOKED = TaskKind(
    "absence-without-search",
    2,
    "Where was it looked for, and would it have shown there?",
    (Action.WRITE, Action.PARK),
    one="say of 1 absence where one looked, and that it would have shown",
    many="say of {n} absences where one looked, and that it would have shown",
)
NO_GROUNDS = TaskKind(
    "assessment-without-grounds",
    2,
    "What does this assessment rest on?",
    (Action.WRITE, Action.PARK),
    one="say what 1 assessment rests on",
    many="say what {n} assessments rest on",
)
NO_ORIGIN = TaskKind("no-origin", 2, "Did {0} see or hear this for itself? No origin is given.", (Action.WRITE,))
ORIGIN_UNJUDGED = TaskKind(
    "origin-without-grade",
    2,
    "Who is {0}, and how would they know? An origin without a grade counts as F, cannot be judged.",
    (Action.GRADE, Action.WRITE),
)

_FROM_SOMEBODY = frozenset({Kind.REPORT, Kind.STATEMENT, Kind.DENIAL})

_GRADES = CREDIBILITY.keys() - {UNKNOWN}

_LETTERS = RELIABILITY.keys() - {UNKNOWN}


def tasks(work: Work) -> Iterator[Task]:
    """What the evidence lacks: item by item, then the sources and the origins that the items name."""
    case = work.case
    if not work.rows:
        yield Task(OUT_OF_VIEW if case.narrowed else NOTHING)
    for item, _ in work.rows:
        yield from _item(case, item)
    for source in dict.fromkeys(item.source for item, _ in work.rows if item.kind not in OWN_KINDS):
        known = case.sources.get(source)
        if known is None or (not known.own and known.reliability not in _LETTERS):
            yield Task(SOURCE_UNGRADED, id=source, part="reliability", words=(source,))
    for origin in dict.fromkeys(origin for item, _ in work.rows for origin in item.origins):
        who = case.origins.get(origin)
        if who is None or who.reliability not in _LETTERS:
            yield Task(ORIGIN_UNJUDGED, id=origin, part="reliability", words=(origin,))


def _item(case: Case, item: Item) -> Iterator[Task]:
    kind = item.kind
    if kind not in OWN_KINDS and case.credibility(item) not in _GRADES:
        yield Task(UNGRADED, item.address, part="credibility")
    if kind is Kind.ABSENCE and not (item.looked_in and item.would_show):
        yield Task(NOT_LOOKED, item.address, part="would_show" if item.looked_in else "looked_in")
    if kind is Kind.ASSESSMENT and not item.rests_on:
        yield Task(NO_GROUNDS, item.address, part="rests_on")
    if kind in _FROM_SOMEBODY and not item.origins and not item.retells:
        yield Task(NO_ORIGIN, item.address, id=item.source, part="origin", words=(item.source,))
