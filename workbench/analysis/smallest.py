"""Smallest: the fewest items whose loss, and the fewest cells whose change by one step, change who leads.

The leading set changes exactly where some gap between a leader and a rival shrinks by the rival's
need (see `ledger`). Take one such pair. The loss of a row, or a step of a cell, moves its gap by an
amount of its own, whatever else is lost or stepped, and amounts add up. So no k of them do more than
the k largest, and the fewest that suffice are found by taking the largest first. The least over all
pairs is the fewest there is: any set that changes the leading set does so by some pair.

A cell moves one step at most, on CC C N I II; NA and unrated do not move. A step towards II helps
where it is against the leader, a step towards CC where it is against the rival. For plain points
only: adjusted ones do not add up row by row. Of sets that are equally small the one that moves the
gap furthest is given, and of these the first by address, then hypothesis, then towards II: no order
of the files matters.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from operator import neg, sub
from typing import NamedTuple

from workbench.analysis.flips import Flip, step_codes, stepped
from workbench.analysis.groups import Group, by_group, largest
from workbench.analysis.ledger import FOOTINGS, Added, Codes, Footing, Ledger, sums
from workbench.analysis.weights import Weight

Name = tuple[str, ...]
"""What a change goes by: address, hypothesis and the like; names sort."""

ANY = sys.maxsize
"""However many it takes."""


class Fewest(NamedTuple):
    """The smallest set of changes, furthest first, and the pair, leader and rival, whose gap it closes."""

    pair: tuple[str, str]
    names: tuple[Name, ...]


def smallest_set(ledger: Ledger, most: int = ANY) -> tuple[str, ...] | None:
    """The addresses of the fewest rows whose loss changes the leading set; `None` where none does, or only of more."""

    def amounts(leader: str, rival: str) -> list[int]:
        if ledger.totals[rival] < ledger.needs[rival]:
            return []
        return list(map(sub, ledger.codes(rival), ledger.codes(leader)))

    def name(_leader: str, _rival: str, place: int) -> Name:
        return (ledger.addresses[place],)

    found = fewest(ledger, ledger.reach, amounts, name, most)
    return tuple([address for (address,) in found.names]) if found else None


def furthest_group(ledger: Ledger, groups: Sequence[Group]) -> Group | None:
    """Of the groups whose loss changes the leading set the one that does most; of equals the first by id."""
    reach = ledger.reach * largest(groups)
    columns = ledger.columns(ledger.near(reach))

    @cache
    def stand(hypothesis: str) -> list[int]:
        return by_group(columns[hypothesis], groups)

    def amounts(leader: str, rival: str) -> list[int]:
        return list(map(sub, stand(rival), stand(leader)))

    def name(_leader: str, _rival: str, place: int) -> Name:
        return (groups[place].id,)

    found = fewest(ledger, reach, amounts, name, most=1)
    return next((group for group in groups if found and (group.id,) in found.names), None)


def leading_without(ledger: Ledger, items: Collection[str]) -> tuple[str, ...]:
    """What leads without these rows."""
    lost = set(items)
    places = [row for row, address in enumerate(ledger.addresses) if address in lost]
    return ledger.after({h: -points for h, points in sums(ledger.columns(ledger.totals), places).items()})


def smallest_steps(ledger: Ledger, most: int = ANY) -> tuple[Flip, ...] | None:
    """The fewest changes of one step that change the leading set; `None` where no such changes do, or only more.

    `leading` of each is what leads when all are made.
    """
    upward, downward = (Added(ledger, _step_codes(ledger.method, up=up)) for up in (True, False))

    def amounts(leader: str, rival: str) -> list[int]:
        up, down = upward.to(leader), downward.to(rival)
        return [*up, *map(neg, down)] if sum(up) - sum(down) >= ledger.needs[rival] else []

    def name(leader: str, rival: str, place: int) -> Name:
        towards_rival, row = divmod(place, len(ledger.addresses))
        return (ledger.addresses[row], *((rival, _DOWN) if towards_rival else (leader, _UP)))

    found = fewest(ledger, _step_reach(ledger.method, ledger.weights), amounts, name, most)
    return _flips(ledger, found) if found else None


_UP, _DOWN = "+", "-"
"""Towards II and towards CC; in this order."""


@cache
def _step_codes(method: str, *, up: bool) -> Mapping[Footing, Codes]:
    return {footing: step_codes(method, footing.weight, up=up) for footing in FOOTINGS}


@cache
def _step_reach(method: str, weights: frozenset[Weight]) -> int:
    """The most that a step of one cell does."""
    moved = [step_codes(method, weight, up=up).values() for weight in weights for up in (True, False)]
    return max([abs(code) for codes in moved for code in codes], default=0)


def fewest(
    ledger: Ledger,
    reach: int,
    amounts: Callable[[str, str], Sequence[int]],
    name: Callable[[str, str, int], Name],
    most: int = ANY,
) -> Fewest | None:
    """The smallest set among changes that each shrink the gap of a pair by an amount of its own.

    Args:
        ledger: what is changed.
        reach: no amount is larger.
        amounts: for a leader and a rival by how much each change shrinks their gap, in codes.
        name: for the same, and a place among these amounts, what the change goes by.
        most: sets of more than so many changes are not looked for.
    """
    best: tuple[int, int, tuple[Name, ...]] | None = None
    pair = ("", "")
    for leader, rival in ledger.pairs:
        need = ledger.needs[rival]
        if need > most * reach:
            break
        shrinks = amounts(leader, rival)
        ordered = sorted(shrinks, reverse=True)
        number = _number(ordered, need)
        if 0 < number <= most:
            least = ordered[number - 1]
            large = [(-a, name(leader, rival, place)) for place, a in enumerate(shrinks) if a >= least]
            names = tuple([name for _, name in sorted(large)[:number]])
            candidate = (number, -sum(ordered[:number]), names)
            if best is None or candidate < best:
                best, pair, most = candidate, (leader, rival), number
    return Fewest(pair, best[2]) if best else None


def _number(ordered: Sequence[int], need: int) -> int:
    """How many of the amounts, largest first, make up the need; 0 where all together do not."""
    for number, amount in enumerate(ordered, start=1):
        need -= amount
        if need <= 0:
            return number
        if amount <= 0:
            return 0
    return 0


def _flips(ledger: Ledger, found: Fewest) -> tuple[Flip, ...]:
    places = {address: row for row, address in enumerate(ledger.addresses)}
    made, shift = [], dict.fromkeys(found.pair, 0)
    for address, h, way in found.names:
        row, up = places[address], way == _UP
        was = ledger.given[row][h]
        shift[h] += step_codes(ledger.method, ledger.footings[row].weight, up=up)[was]
        made.append(Flip(address, h, was, stepped(was, up=up) or was, 1, ()))
    return tuple(flip._replace(leading=ledger.after(shift)) for flip in made)
