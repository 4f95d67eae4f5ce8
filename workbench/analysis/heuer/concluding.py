"""Step 5, conclude: what the analyst's judgement still lacks.

What contradicts the leaders is named once the matrix is complete, since it tells who leads.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from workbench.analysis.heuer.columns import unweighed
from workbench.analysis.heuer.judging import adds_up, differences
from workbench.analysis.heuer.task import Action, Task, TaskKind
from workbench.analysis.heuer.work import Work
from workbench.analysis.standing import Standing
from workbench.model import Judgement, judgement_stale, judgement_unconfirmed

UNWEIGHED = TaskKind(
    "inconsistency-not-weighed",
    5,
    "It contradicts {0}, which leads: is it an error, a special case, a deception, or fatal?",
    (Action.WEIGH, Action.RATE),
    one="say what 1 inconsistency of a leading hypothesis comes to",
    many="say what {n} inconsistencies of a leading hypothesis come to",
)
NO_JUDGEMENT = TaskKind(
    "no-judgement",
    5,
    "What do you judge yourself, whatever the computed order?",
    (Action.JUDGE,),
    one="write down your own judgement beside the computed order",
)
STALE = TaskKind(
    "stale-judgement",
    5,
    "The matrix changed since you wrote your judgement: does it still hold?",
    (Action.CONFIRM, Action.JUDGE),
    one="read your judgement again: the matrix changed since you wrote it",
)
UNCONFIRMED = TaskKind(
    "unconfirmed-judgement",
    5,
    "Nothing says on which state of the matrix you judged: does it hold for the one that stands?",
    (Action.CONFIRM, Action.JUDGE),
)
NO_LIKELIHOOD = TaskKind(
    "no-likelihood",
    5,
    "How likely is {0}, in per cent?",
    (Action.JUDGE,),
    one="say how likely 1 hypothesis is",
    many="say how likely {n} hypotheses are",
)
NOT_A_HUNDRED = TaskKind(
    "not-a-hundred",
    5,
    "The likelihoods add up to {0} and not to 100; `other` is for what is left.",
    (Action.JUDGE,),
    one="make the likelihoods add up to 100",
)
NO_CONFIDENCE = TaskKind(
    "no-confidence",
    5,
    "How much confidence does the judgement deserve: low, moderate or high?",
    (Action.JUDGE,),
    one="say how much confidence the judgement deserves",
)
NO_GROUNDS = TaskKind(
    "judgement-without-grounds",
    5,
    "Why do you judge so: on what evidence, on what assumptions, in spite of which gaps?",
    (Action.JUDGE,),
    one="say why you judge so",
)
NOT_EXPLAINED = TaskKind(
    "difference-without-reason",
    5,
    "You hold {0} likelier than {1}, which has fewer points. Why? What moved you is not in the matrix: can it go in?",
    (Action.JUDGE, Action.ADD),
    one="say why your order is not the computed one",
)


def tasks(work: Work) -> Iterator[Task]:
    """What contradicts a leader and was not weighed, and what the judgement lacks."""
    if work.standing:
        for address, hypothesis in unweighed(work.standing):
            yield Task(UNWEIGHED, address, hypothesis, words=(work.names[hypothesis],))
    judged = work.case.matrix.judgement
    if judged is None:
        yield Task(NO_JUDGEMENT)
        return
    if judgement_stale(work.case):
        yield Task(STALE)
    yield from _likelihoods(work, judged)
    if not judged.confidence:
        yield Task(NO_CONFIDENCE, part="confidence")
    if not judged.because:
        yield Task(NO_GROUNDS, part="because")
    if work.standing and not judged.differs_because:
        yield from _difference(work, work.standing)
    if judgement_unconfirmed(work.case):
        yield Task(UNCONFIRMED)


def _likelihoods(work: Work, judged: Judgement) -> Iterator[Task]:
    missing = [h for h in work.names if h not in judged.likelihood]
    yield from (Task(NO_LIKELIHOOD, hypothesis=h, part="likelihood", words=(work.names[h],)) for h in missing)
    if not missing and not adds_up(judged.likelihood):
        yield Task(NOT_A_HUNDRED, part="likelihood", words=(f"{math.fsum(judged.likelihood.values()):g}",))


def _difference(work: Work, standing: Standing) -> Iterator[Task]:
    """One task for all differences, with the gravest of them."""
    for likelier, ahead in differences(standing)[:1]:
        names = (work.names[likelier], work.names[ahead])
        yield Task(NOT_EXPLAINED, hypothesis=likelier, part="differs_because", words=names)
