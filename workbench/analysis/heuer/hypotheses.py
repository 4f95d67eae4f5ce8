"""Step 1, hypotheses: is the set whole, and can each of them turn out wrong?

Heuer (1999, ch. 8) finds more than seven hard to handle and keeps what is merely unproven, deception
above all. That a set has a null hypothesis, one of deception and one for what nobody thought of is
asked, as is whether any two overlap; a question that does without has nothing left to do. Whether the
hypotheses in fact exclude each other nobody can tell from the files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from types import MappingProxyType
from typing import NamedTuple

from workbench.analysis.heuer.task import Action, Task, TaskKind
from workbench.analysis.heuer.work import Work
from workbench.model import Overlap, Question, Status

FEWEST, MOST = 3, 7
"""Fewer are soon taken for all there are; more nobody keeps track of."""

ROLES: Mapping[str, str] = MappingProxyType(
    {
        "null-hypothesis": "Should one say that nothing out of the ordinary is going on?",
        "deception": "Should one say that we are meant to believe another one?",
        "other": "Should one stand for what nobody has thought of, none of the rest?",
    }
)
"""The parts that a hypothesis can have in a set, and what is asked where none has it."""

ROLE_MEANING: Mapping[str, str] = MappingProxyType(
    {
        "null-hypothesis": "nothing out of the ordinary",
        "deception": "we are meant to believe another one",
        "other": "none of the rest",
    }
)
"""What each part means, as the schema says it."""

ROLE_EXAMPLES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "null-hypothesis": (
            "Nothing out of the ordinary is going on; what was seen has everyday causes.",
            "Anything that is never seen on an ordinary day.",
        ),
        "deception": (
            "It only looks as if they were preparing: what points to it was staged, so that we believe it.",
            "Signs that cost more, or gave more away, than a deceiver would pay.",
        ),
        "other": (
            "Something is behind it that none of the other hypotheses names.",
            "Evidence that fits one of the named hypotheses in its details, and nothing else.",
        ),
    }
)
"""A statement for each part, and what should not be seen if it is true: examples to write one's own by."""

TOO_FEW = TaskKind(
    "too-few-hypotheses",
    1,
    "What competes with it? One hypothesis alone is compared with nothing.",
    (Action.ADD,),
    one="write at least two hypotheses that compete",
)
NOT_REFUTABLE = TaskKind(
    "cannot-be-contradicted",
    1,
    "What should not be seen if {0} is true? Until that is said, nothing can contradict it.",
    (Action.WRITE, Action.REWORD),
    one="say of 1 hypothesis what should not be seen if it is true",
    many="say of {n} hypotheses what should not be seen if they are true",
)
FEW = TaskKind("few-hypotheses", 1, "Two hypotheses: is there no third?", (Action.ADD,))
MANY = TaskKind(
    "many-hypotheses",
    1,
    "{n} hypotheses: more than seven are hard to keep track of; can some be merged or parked?",
    (Action.MERGE, Action.PARK),
)
NOT_EXPECTED = TaskKind(
    "nothing-expected", 1, "What should be seen if {0} is true? It guides the search for evidence.", (Action.WRITE,)
)
ROLE_OPEN = TaskKind("role-open", 1, "{0}", (Action.ADD,))
OVERLAP_OPEN = TaskKind(
    "overlap-open",
    1,
    "Can two of the hypotheses be true at once, or does one include another? No pair is noted.",
    (Action.OVERLAP, Action.REWORD),
)


class Pair(NamedTuple):
    """Two active hypotheses, and what is noted of their overlap; nothing where they are taken to be exclusive."""

    one: str
    other: str
    overlap: Overlap | None


def pairs(question: Question) -> tuple[Pair, ...]:
    """Every pair of active hypotheses, in the order of the file, to be asked about one by one."""
    noted = {frozenset(overlap.between): overlap for overlap in question.overlap}
    ids = [hypothesis.id for hypothesis in question.active]
    return tuple(Pair(one, other, noted.get(frozenset((one, other)))) for one, other in combinations(ids, 2))


def reordered(question: Question, hypothesis: str, step: int) -> tuple[str, ...] | None:
    """The order of all hypotheses after one has changed places with a neighbour; None where there is no neighbour.

    Columns pass columns, and what is set aside passes what is set aside: each step is one that can be seen.

    Args:
        question: with its hypotheses in their order.
        hypothesis: the id of the one that moves.
        step: 1 to move it back, which is to the right on the matrix, -1 to move it forward.

    Raises:
        KeyError: there is no such hypothesis.
    """
    active = question.hypotheses[hypothesis].status is Status.ACTIVE
    peers = [h.id for h in question.hypotheses.values() if (h.status is Status.ACTIVE) == active]
    other = peers.index(hypothesis) + step
    if not 0 <= other < len(peers):
        return None
    order = [id_ for id_ in question.hypotheses if id_ != hypothesis]
    order.insert(order.index(peers[other]) + (step > 0), hypothesis)
    return tuple(order)


def tasks(work: Work) -> Iterator[Task]:
    """What the set of hypotheses lacks."""
    active = work.case.hypotheses
    if len(active) < 2:
        yield Task(TOO_FEW)
    yield from (Task(NOT_REFUTABLE, hypothesis=h.id, words=(work.names[h.id],)) for h in active if not h.expect_not)
    if len(active) == FEWEST - 1:
        yield Task(FEW)
    if len(active) > MOST:
        yield Task(MANY, number=len(active))
    yield from (Task(NOT_EXPECTED, hypothesis=h.id, words=(work.names[h.id],)) for h in active if not h.expect)
    taken = {hypothesis.role for hypothesis in active}
    yield from (Task(ROLE_OPEN, part=role, words=(asked,)) for role, asked in ROLES.items() if role not in taken)
    if len(active) > 1 and not any(pair.overlap for pair in pairs(work.case.question)):
        yield Task(OVERLAP_OPEN)
