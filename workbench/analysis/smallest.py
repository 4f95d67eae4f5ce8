"""Smallest: the fewest items whose loss, and the fewest cells whose change by one step, change who leads.

The leading set changes exactly where some gap between a leader and a rival shrinks by the rival's
need (see `ledger`). Take one such pair. The loss of a row, or a step of a cell, moves its gap by an
amount of its own, whatever else is lost or stepped, and amounts add up. So no k of them do more than
the k largest, and the fewest that suffice are found by taking the largest first. The least over all
pairs is the fewest there is: any set that changes the leading set does so by some pair.

A cell moves one step at most, on CC C N I II; NA and unrated do not move. A step towards II helps
where it is against the leader, a step towards CC where it is against the rival. For plain points
only: adjusted ones do not add up row by row. Of sets that are equally small the one that moves the
gap furthest is given, and of these the first by address, then hypothesis: no order of the files
matters.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from operator import neg, sub
from typing import NamedTuple

from workbench.analysis.flips import Flip, decisive_cells, step_codes, stepped
from workbench.analysis.ledger import Ledger, columns, sums
from workbench.analysis.losses import decisive, shift_without

Name = tuple[str, ...]
"""What a change goes by: address, hypothesis and the like; names sort."""


class Fewest(NamedTuple):
    """The smallest set of changes, furthest first, and the pair, leader and rival, whose gap it closes."""

    pair: tuple[str, str]
    names: tuple[Name, ...]


def smallest_set(ledger: Ledger) -> tuple[str, ...] | None:
    """The addresses of the fewest rows whose loss changes the leading set; `None` where no loss does."""
    if one := decisive_row(ledger):
        return (one,)

    def amounts(leader: str, rival: str) -> list[int]:
        if ledger.totals[rival] < ledger.needs[rival]:
            return []
        return list(map(sub, ledger.codes(rival), ledger.codes(leader)))

    def name(_leader: str, _rival: str, place: int) -> Name:
        return (ledger.addresses[place],)

    found = fewest(ledger, ledger.reach, amounts, name)
    return tuple(address for (address,) in found.names) if found else None


def leading_without(ledger: Ledger, items: Collection[str]) -> tuple[str, ...]:
    """What leads without these rows."""
    lost = set(items)
    places = [row for row, address in enumerate(ledger.addresses) if address in lost]
    return ledger.after({h: -points for h, points in sums(ledger.columns(ledger.totals), places).items()})


def decisive_row(ledger: Ledger) -> str:
    """The row whose loss alone changes the leading set, the furthest where there are several; or empty."""
    found = [
        (-ledger.swing(shift_without(ledger, alike)), min(map(ledger.addresses.__getitem__, alike.rows)))
        for alike in decisive(ledger)
    ]
    return min(found)[1] if found else ""


def smallest_steps(ledger: Ledger) -> tuple[Flip, ...] | None:
    """The fewest changes of one step that change the leading set; `None` where no such changes do.

    `leading` of each is what leads when all are made.
    """
    if one := decisive_cell(ledger):
        return (one,)
    upward, downward = (_StepColumns(ledger, up=up) for up in (True, False))

    def amounts(leader: str, rival: str) -> list[int]:
        if upward.total(leader) - downward.total(rival) < ledger.needs[rival]:
            return []
        return [*upward.column(leader), *map(neg, downward.column(rival))]

    def name(leader: str, rival: str, place: int) -> Name:
        towards_rival, row = divmod(place, len(ledger.addresses))
        return (ledger.addresses[row], rival if towards_rival else leader)

    found = fewest(ledger, max(upward.reach, downward.reach), amounts, name)
    return _flips(ledger, found) if found else None


def decisive_cell(ledger: Ledger) -> Flip | None:
    """The cell of which a step alone changes the leading set, the furthest where there are several."""
    found = [
        (-cells.swing, min(map(ledger.addresses.__getitem__, cells.rows)), cells)
        for cells in decisive_cells(ledger)
        if cells.steps == 1
    ]
    if not found:
        return None
    _, address, cells = min(found)
    return Flip(address, cells.hypothesis, cells.was, cells.now, 1, cells.leading)


def fewest(
    ledger: Ledger,
    reach: int,
    amounts: Callable[[str, str], Sequence[int]],
    name: Callable[[str, str, int], Name],
) -> Fewest | None:
    """The smallest set among changes that each shrink the gap of a pair by an amount of its own.

    Args:
        ledger: what is changed.
        reach: no amount is larger.
        amounts: for a leader and a rival by how much each change shrinks their gap, in codes.
        name: for the same, and a place among these amounts, what the change goes by.
    """
    best: tuple[int, int, tuple[Name, ...]] | None = None
    pair = ("", "")
    for leader, rival in ledger.pairs:
        need = ledger.needs[rival]
        if best and need > best[0] * reach:
            break
        shrinks = amounts(leader, rival)
        number = _number(shrinks, need)
        if number and (best is None or number <= best[0]):
            chosen = _largest(shrinks, number, partial(name, leader, rival))
            candidate = (number, -sum(amount for amount, _ in chosen), tuple(name for _, name in chosen))
            if best is None or candidate < best:
                best, pair = candidate, (leader, rival)
    return Fewest(pair, best[2]) if best else None


def _number(amounts: Sequence[int], need: int) -> int:
    """How many of the largest amounts make up the need; 0 where all together do not."""
    for number, amount in enumerate(sorted(amounts, reverse=True), start=1):
        need -= amount
        if need <= 0:
            return number
        if amount <= 0:
            return 0
    return 0


def _largest(amounts: Sequence[int], number: int, name: Callable[[int], Name]) -> list[tuple[int, Name]]:
    """So many of the largest amounts with their names; of equal ones the first by name."""
    least = sorted(amounts, reverse=True)[number - 1]
    large = ((amount, name(place)) for place, amount in enumerate(amounts) if amount >= least)
    return sorted(large, key=lambda change: (-change[0], change[1]))[:number]


class _StepColumns:
    """What one step of each cell, all up or all down, adds to its hypothesis: columns by row, made once."""

    def __init__(self, ledger: Ledger, *, up: bool) -> None:
        codes = {weight: step_codes(ledger.method, weight, up=up) for weight in ledger.weights}
        self.reach = max((abs(code) for added in codes.values() for code in added.values()), default=0)
        self._rows = [
            (codes[footing.weight], given) for footing, given in zip(ledger.footings, ledger.given, strict=True)
        ]
        self._made: dict[str, Sequence[int]] = {}
        self._totals: dict[str, int] = {}

    def column(self, hypothesis: str) -> Sequence[int]:
        if hypothesis not in self._made:
            self._made |= columns(self._rows, (hypothesis,))
        return self._made[hypothesis]

    def total(self, hypothesis: str) -> int:
        if hypothesis not in self._totals:
            self._totals[hypothesis] = sum(self.column(hypothesis))
        return self._totals[hypothesis]


def _flips(ledger: Ledger, found: Fewest) -> tuple[Flip, ...]:
    places = {address: row for row, address in enumerate(ledger.addresses)}
    made, shift = [], dict.fromkeys(found.pair, 0)
    for address, h in found.names:
        row, up = places[address], h == found.pair[0]
        was = ledger.given[row][h]
        shift[h] += step_codes(ledger.method, ledger.footings[row].weight, up=up)[was]
        made.append(Flip(address, h, was, stepped(was, up=up) or was, 1, ()))
    return tuple(flip._replace(leading=ledger.after(shift)) for flip in made)
