"""Dependence: who speaks in each row, so that every voice is counted once.

    adjusted(h) = Σ over voices of the strongest weighted inconsistency with h in the voice's rows

- A retelling adds nothing where what it retells (directly, or through others) is in the matrix.
  Where it is not, all retellings of it are one voice: the origin that the retold item names, or a
  voice of their own where it names none or the case does not know it.
- An assessment adds nothing where everything it rests on is in the matrix.
- Items that name the same origin are one voice. One that names several speaks with the first it
  names: were it counted with each of them, telling it again with one more name would change the
  totals, and the others would be heard twice, here and in rows of their own.
- Items without an origin are what the source itself saw: each is a voice of its own.

"In the matrix" means among the unparked rows, rated or not. What the question leaves out is not, nor
what a case was narrowed away from; but what such items tell and retell stays known: two retellings of
one item outside are one voice, and a chain of retellings runs on through those outside.

Source: circular reporting counts once (US Government Tradecraft Primer 2009, Quality of Information
Check); the strongest-row rule is the limit ρ = 1 of d = 1/(1 + (m-1)ρ). It ignores `maybe_same`
between origins, that origins may have talked to each other, and anything between one voice and two.
Parking or adding what others retell or rest on can change their part; a row that nothing refers to
and that has no I or II cannot.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from workbench.model import Case, Item, Kind
from workbench.model.words import NOTHING

Links = Mapping[str, tuple[str, ...]]


class Voices(NamedTuple):
    """Who speaks in which row: follows from the items alone, so ratings and parking leave it be.

    `of` gives each address its voice: `origin:<id>`, or the address of the first teller. `shared`
    lists the rows, in file order, of every voice that has more than one. Both hold the items of the
    case; the links hold those that were left out as well.
    """

    of: Mapping[str, str]
    shared: Links
    retold: Mapping[str, str]
    """A retelling's address to the one it retells; without those whose chain leads back to them."""
    grounds: Links
    """An assessment's address to what it rests on; without those whose grounds lead back to them."""
    leaned_on: Links
    """An address to those that retell it or rest on it, by `retold` and `grounds`."""
    further: Links
    """A retelling's address to the origins that its first teller names beside the one it speaks with."""


def voices(items: Mapping[str, Item], outside: Mapping[str, Item] = NOTHING) -> Voices:
    """Find the voice of every item, parked ones included; those `outside` only link them."""
    known = {**items, **outside} if outside else items
    first, circular = first_tellers(known)
    retold = {a: item.retells for a, item in known.items() if item.retells and a not in circular}
    grounds = _grounds(known)
    of = _voices(known, first)
    further = {a: known[t].origins[1:] for a, t in first.items() if t in known and len(known[t].origins) > 1}
    found = Voices(of, _shared(of), retold, grounds, _leaned_on(retold, grounds), further)
    return among(found, items) if outside else found


def among(voices: Voices, addresses: Iterable[str]) -> Voices:
    """The voices of some of the items; the links of the others stay known."""
    of = {address: voices.of[address] for address in addresses}
    return voices._replace(of=of, shared=_shared(of))


def told_already(case: Case, voices: Voices, address: str, lost: Container[str] = ()) -> str:
    """What a retelling adds nothing beside: the nearest it retells that is in the matrix; or empty.

    What is `lost` counts as parked, here and below.
    """
    told = voices.retold.get(address, "")
    while told and not _in_matrix(case, told, lost):
        told = voices.retold.get(told, "")
    return told


def grounds_in_matrix(case: Case, voices: Voices, address: str, lost: Container[str] = ()) -> tuple[str, ...]:
    """What an assessment adds nothing beside: all that it rests on, where all is in the matrix."""
    grounds = voices.grounds.get(address, ())
    return grounds if all(_in_matrix(case, ground, lost) for ground in grounds) else ()


def speaks(case: Case, voices: Voices, address: str, lost: Container[str] = ()) -> bool:
    """Whether a row can add to the adjusted totals: it is neither told already nor only concludes."""
    return not told_already(case, voices, address, lost) and not grounds_in_matrix(case, voices, address, lost)


def concerned(case: Case, voices: Voices, *addresses: str, lost: Container[str] = ()) -> Iterator[str]:
    """The rows and all whose part may change when they are parked, taken back or lost, each once.

    A retelling further down is concerned only through parked ones: it hears the nearest unparked.
    """
    moved = dict.fromkeys(addresses)
    seen = set(moved)
    waiting = list(moved)
    while waiting:
        current = waiting.pop()
        if current in case.items:
            yield current
        if current in moved or not _in_matrix(case, current, lost):
            new = [a for a in voices.leaned_on.get(current, ()) if a not in seen]
            seen.update(new)
            waiting.extend(new)


def first_tellers(items: Mapping[str, Item]) -> tuple[dict[str, str], set[str]]:
    """For every retelling, the address at the end of its chain, whether or not the case has it.

    Returns that, and those retellings whose chain runs in a circle through them. A circle has no
    first teller; its least address stands for it.
    """
    first: dict[str, str] = {}
    circular: set[str] = set()
    for start, item in items.items():
        if not item.retells or start in first:
            continue
        path: dict[str, None] = {}
        address = start
        while address not in path and address not in first and address in items and items[address].retells:
            path[address] = None
            address = items[address].retells
        if address in path:
            steps = list(path)
            circle = steps[steps.index(address) :]
            circular.update(circle)
            address = min(circle)
        first.update(dict.fromkeys(path, first.get(address, address)))
    return first, circular


def _voices(items: Mapping[str, Item], first: Mapping[str, str]) -> dict[str, str]:
    """The voice of every item: that of its first teller, known to the case or not."""
    of = {address: _voice(address, item.origins) for address, item in items.items()}
    return of | {address: of.get(teller, teller) for address, teller in first.items()}


def _voice(address: str, origins: Sequence[str]) -> str:
    return f"origin:{origins[0]}" if origins else address


def _shared(of: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    rows: dict[str, list[str]] = {}
    for address, voice in of.items():
        rows.setdefault(voice, []).append(address)
    return {voice: tuple(addresses) for voice, addresses in rows.items() if len(addresses) > 1}


def _grounds(items: Mapping[str, Item]) -> dict[str, tuple[str, ...]]:
    """What each assessment rests on, without those that stand on a circle or lead from one to another.

    Were assessments that rest on each other both left out, what they say would be lost.
    """
    links = {a: linked for a, item in items.items() if (linked := _links(item))}
    circles = _with_inner_links(links)
    return {
        a: item.rests_on
        for a, item in items.items()
        if item.kind is Kind.ASSESSMENT and item.rests_on and a not in circles
    }


def _links(item: Item) -> tuple[str, ...]:
    rests_on = item.rests_on if item.kind is Kind.ASSESSMENT else ()
    return (*rests_on, item.retells) if item.retells else rests_on


def _with_inner_links(links: Links) -> set[str]:
    """What is left when all that links to nothing left, or is linked from nothing left, is peeled off."""
    outward = {a: {b for b in targets if b in links} for a, targets in links.items()}
    inward = _reversed(outward)
    return _peeled(outward, inward) & _peeled(inward, outward)


def _peeled(links: Mapping[str, set[str]], back: Mapping[str, set[str]]) -> set[str]:
    """Those from which a walk along `links` need not end: nodes are peeled off from the dead ends."""
    open_links = {a: len(targets) for a, targets in links.items()}
    ends = [a for a in {*links, *back} if not open_links.get(a)]
    while ends:
        for a in back.get(ends.pop(), ()):
            open_links[a] -= 1
            if not open_links[a]:
                ends.append(a)
    return {a for a, n in open_links.items() if n}


def _reversed(links: Mapping[str, set[str]]) -> dict[str, set[str]]:
    back: dict[str, set[str]] = {}
    for a, targets in links.items():
        for b in targets:
            back.setdefault(b, set()).add(a)
    return back


def _leaned_on(retold: Mapping[str, str], grounds: Links) -> dict[str, tuple[str, ...]]:
    back: dict[str, dict[str, None]] = {}
    for address, told in retold.items():
        back.setdefault(told, {})[address] = None
    for address, rests_on in grounds.items():
        for ground in rests_on:
            back.setdefault(ground, {})[address] = None
    return {told: tuple(addresses) for told, addresses in back.items()}


def _in_matrix(case: Case, address: str, lost: Container[str]) -> bool:
    return address in case.items and address not in lost and not case.parked(address)
