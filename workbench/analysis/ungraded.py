"""Ungraded: rows whose grade cannot be judged, over all the weights they might have.

F, 6 and a missing grade count as medium, which is an assumption. Here they may be anything from the
worst to the best. The rest of the grade still stands: with a 4 the weight is low whatever the letter
is, so that a row moves between low and what it has with the best letter and digit that are open.

Whether some combination changes the leading set is exact: for one pair of a leader and a rival each
row shrinks the gap most at a level of its own, whatever the others have, and the amounts add up (see
`smallest`). Who can lead is not: a combination must serve against all others at once, and only those
are tried that are worst for some pair.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat
from operator import sub
from typing import NamedTuple

from workbench.analysis.ledger import Ledger, columns, sums
from workbench.analysis.smallest import Name, fewest
from workbench.analysis.steps import Step, change, step_reach
from workbench.analysis.weights import at_best
from workbench.model import Level


class Ungraded(NamedTuple):
    """What leads if what cannot be judged (F, 6, missing) were low, or as high as the rest of the grade allows."""

    items: tuple[str, ...]
    """The unparked rows concerned, by address."""
    rows: tuple[Step, ...]
    """Sweeps of one row that by themselves change the leading set (`what` is `grade`)."""
    changes: bool
    """Whether some combination of grades changes the leading set; exact."""
    levels: tuple[tuple[str, Level], ...]
    """The fewest rows, with their levels, that do; empty where none do."""
    leading: tuple[str, ...]
    """What leads with these levels; as it is now where nothing changes."""
    can_lead: tuple[str, ...]
    """Those that lead now or in a combination that was found; with two tested hypotheses it is exact."""


class Sweep(NamedTuple):
    """Every marked row at one end of what its grade may be.

    `levels` are by place among the marked rows; `columns`, what that adds to their cells, by
    hypothesis id and place.
    """

    levels: Sequence[Level]
    columns: Mapping[str, Sequence[int]]


class Marked(NamedTuple):
    """The rows that cannot be judged: their places in the ledger, and both ends of their grades."""

    ledger: Ledger
    rows: Sequence[int]
    low: Sweep
    best: Sweep

    def amounts(self, leader: str, rival: str) -> list[int]:
        """By how much each row at its worst for this pair shrinks the gap; 0 where it rather stays."""
        low, best = (map(sub, sweep.columns[leader], sweep.columns[rival]) for sweep in (self.low, self.best))
        return [max(amounts) for amounts in zip(low, best, repeat(0))]

    def at(self, leader: str, rival: str, place: int) -> Sweep:
        """The end at which a row shrinks the gap more."""
        low, best = (sweep.columns[leader][place] - sweep.columns[rival][place] for sweep in (self.low, self.best))
        return self.best if best > low else self.low

    def after(self, sweeps: Mapping[int, Sweep]) -> tuple[str, ...]:
        """What leads with some rows, by their place, at an end."""
        low = sums(self.low.columns, [place for place, sweep in sweeps.items() if sweep is self.low])
        best = sums(self.best.columns, [place for place, sweep in sweeps.items() if sweep is self.best])
        return self.ledger.after({h: low[h] + best[h] for h in self.ledger.totals})


def ungraded(ledger: Ledger) -> Ungraded:
    """The rows that cannot be judged, each by itself and in any combination."""
    marked = _marked(ledger)
    addresses = [ledger.addresses[row] for row in marked.rows]
    fewest = _fewest(marked)
    return Ungraded(
        items=tuple(sorted(addresses)),
        rows=tuple(sorted((*_singles(marked, marked.low), *_singles(marked, marked.best)))),
        changes=bool(fewest),
        levels=tuple((addresses[place], sweep.levels[place]) for place, sweep in fewest.items()),
        leading=marked.after(fewest),
        can_lead=_can_lead(marked),
    )


def _marked(ledger: Ledger) -> Marked:
    case, grades = ledger.case, ledger.standing.setting.grades
    rows = [row for row, address in enumerate(ledger.addresses) if grades[address].marked]
    best = [at_best(case, case.items[ledger.addresses[row]]) for row in rows]
    return Marked(ledger, rows, _sweep(ledger, rows, [Level.LOW] * len(rows)), _sweep(ledger, rows, best))


def _sweep(ledger: Ledger, rows: Sequence[int], levels: Sequence[Level]) -> Sweep:
    weights = [ledger.footings[row].weight for row in rows]
    pairs = zip(weights, levels, strict=True)
    codes = [change(ledger.method, weight, weight._replace(credibility=level)) for weight, level in pairs]
    return Sweep(levels, columns(zip(codes, map(ledger.given.__getitem__, rows), strict=True), list(ledger.totals)))


def _singles(marked: Marked, sweep: Sweep) -> Iterator[Step]:
    """The rows of which one alone at this end changes the leading set."""
    ledger = marked.ledger
    near = ledger.near(step_reach(ledger))
    for place, row in enumerate(marked.rows):
        shift = {h: sweep.columns[h][place] for h in near}
        if ledger.swing(shift):
            address, was, now = ledger.addresses[row], ledger.footings[row].weight.credibility, sweep.levels[place]
            yield Step("grade", address, (address,), now is not Level.LOW, was, now, ledger.after(shift))


def _fewest(marked: Marked) -> dict[int, Sweep]:
    """The fewest rows that change the leading set together, by place, furthest first, and at which end."""
    ledger, rows = marked.ledger, marked.rows

    def name(leader: str, rival: str, place: int) -> Name:
        return ledger.addresses[rows[place]], marked.at(leader, rival, place).levels[place]

    found = fewest(ledger, step_reach(ledger), marked.amounts, name)
    places = {ledger.addresses[row]: place for place, row in enumerate(rows)}
    chosen = [places[address] for address, _ in found.names] if found else []
    return {place: marked.at(*found.pair, place) for place in chosen} if found else {}


def _can_lead(marked: Marked) -> tuple[str, ...]:
    ledger = marked.ledger
    seen = set(ledger.leading)
    for leader, rival in ledger.pairs:
        amounts = marked.amounts(leader, rival)
        if sum(amounts) >= ledger.needs[rival]:
            moved = [place for place, amount in enumerate(amounts) if amount]
            seen.update(marked.after({place: marked.at(leader, rival, place) for place in moved}))
    return tuple(h for h in ledger.totals if h in seen)
