"""Step 4, refine: a queue of rows and hypotheses to look at again.

What a row does to the comparison, and what contradicts a hypothesis, is told once the matrix is complete:
before that it would give away where the ratings are heading. Rows that separate nothing stay in the
totals, where they move nothing; whether to park them is asked and not demanded.

Source: Heuer (1999) ch. 8, step 4: reconsider the hypotheses, set aside what has no diagnostic value,
and keep a list of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis.blocks import Block, block
from workbench.analysis.heuer import rating
from workbench.analysis.heuer.expectations import unspoken
from workbench.analysis.heuer.staleness import stale
from workbench.analysis.heuer.task import Action, Task, TaskKind
from workbench.analysis.heuer.work import Work
from workbench.analysis.standing import Standing
from workbench.model import CONTRADICTING, Rating

STALE = TaskKind(
    "stale-row",
    4,
    "Rated against another wording: does the row still hold?",
    (Action.CONFIRM, Action.RATE, Action.PARK),
    one="look again at 1 row rated against another wording",
    many="look again at {n} rows rated against another wording",
)
SILENT = TaskKind(
    "silent-row",
    4,
    "It can speak to no hypothesis (NA throughout): it lies outside the question.",
    (Action.PARK, Action.REWORD, Action.RATE),
    one="park 1 row that can speak to no hypothesis, with the reason",
    many="park {n} rows that can speak to no hypothesis, with the reason",
)
UNCONFIRMED = TaskKind(
    "unconfirmed-row",
    4,
    "Nothing says against which wording this was rated: does the row hold for the one that stands?",
    (Action.CONFIRM, Action.RATE),
)
AGAINST_ALL = TaskKind(
    "against-all",
    4,
    "Inconsistent with every hypothesis: is one missing?",
    (Action.ADD, Action.REWORD, Action.RATE, Action.PARK),
)
SEPARATES_NOTHING = TaskKind(
    "separates-nothing",
    4,
    "It tells no hypothesis from another: reword it, or park it with the reason?",
    (Action.PARK, Action.REWORD, Action.RATE),
)
UNCONTRADICTED = TaskKind(
    "uncontradicted",
    4,
    "Nothing contradicts {0}: what would, and has it been looked for?",
    (Action.REWORD, Action.GAP, Action.ADD),
)
UNTESTED = TaskKind(
    "untested",
    4,
    "Nothing bears on {0}, so that it cannot lead: what would?",
    (Action.GAP, Action.REWORD, Action.PARK),
)
UNSEEN = TaskKind(
    "unspoken-expectation",
    4,
    "{0} expects: {1}. No row seems to speak to that: is it a gap, or an absence?",
    (Action.GAP, Action.ADD),
)
UNFORESEEN = TaskKind(
    "unspoken-contradiction",
    4,
    "{0} does not expect: {1}. No row seems to speak to that: is it a gap?",
    (Action.GAP, Action.ADD),
)


def tasks(work: Work) -> Iterator[Task]:
    """The queue without the unrated cells: rows that must be looked at, then what is asked of rows and hypotheses."""
    yield from (Task(STALE, address) for address in stale(work))
    found = _rows(work)
    yield from (Task(SILENT, address) for address in found[SILENT])
    yield from (Task(UNCONFIRMED, item.address) for item, row in work.rows if row.ratings and not row.wording)
    if work.standing:
        for kind in (AGAINST_ALL, SEPARATES_NOTHING):
            yield from (Task(kind, address) for address in found[kind])
        yield from _hypotheses(work, work.standing)
    for hypothesis, text, expected in unspoken(work) if work.rows else ():
        kind = UNSEEN if expected else UNFORESEEN
        yield Task(kind, hypothesis=hypothesis, part=text, words=(work.names[hypothesis], text.rstrip(" .")))


def queue(work: Work) -> Iterator[Task]:
    """All that is worked through in this step: the rows with unrated cells first, which are counted in step 3."""
    yield from rating.tasks(work)
    yield from tasks(work)


def _rows(work: Work) -> dict[TaskKind | None, list[str]]:
    """The rows by what is asked of them for their ratings; what rows with the same ones come to is found once."""
    found: dict[TaskKind | None, list[str]] = {kind: [] for kind in (SILENT, AGAINST_ALL, SEPARATES_NOTHING, None)}
    known: dict[frozenset[Rating | None], list[str]] = {}
    ids = tuple(work.names)
    for item, row in work.rows:
        given = row.ratings
        cells = frozenset(given.values() if work.whole(item.address, row) else map(given.get, ids))
        if cells not in known:
            known[cells] = found[_asked(cells, several=len(ids) > 1)]
        known[cells].append(item.address)
    return found


def _asked(cells: frozenset[Rating | None], *, several: bool) -> TaskKind | None:
    """What is asked of a row with these cells; nothing of one that is not fully rated."""
    rated = [rating for rating in cells if rating]
    if not rated or len(rated) < len(cells):
        return None
    if cells == {Rating.NA}:
        return SILENT
    if several and cells <= CONTRADICTING:
        return AGAINST_ALL
    return SEPARATES_NOTHING if several and block(rated) is Block.SEPARATES_NOTHING else None


def _hypotheses(work: Work, standing: Standing) -> Iterator[Task]:
    for hypothesis, name in work.names.items():
        if not standing.bears_on[hypothesis]:
            yield Task(UNTESTED, hypothesis=hypothesis, words=(name,))
        elif not standing.contradicts[hypothesis]:
            yield Task(UNCONTRADICTED, hypothesis=hypothesis, words=(name,))
