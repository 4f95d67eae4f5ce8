"""Three states of a file's leaves, merged place by place."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.drivers.places import Keys, Leaves, entries, placed
from workbench.workspace.authoring_lines import Data

_LOOKED = ("order", "looked")


@dataclass(frozen=True, slots=True)
class Union:
    """What came of a merge.

    `ours` has every place that only one side changed as that side has it, and those both changed differently as ours
    has them; `theirs` has these as theirs has them. `clashing` are the entries in which the two differ.
    """

    ours: Leaves
    theirs: Leaves

    @property
    def clashing(self) -> tuple[Keys, ...]:
        """The entries that are left as a conflict, in the order of ours."""
        either = dict.fromkeys((*self.ours, *self.theirs))
        return tuple(dict.fromkeys(keys[:2] for keys in either if self.ours.get(keys) != self.theirs.get(keys)))


def united(kind: str, base: Leaves, ours: Leaves, theirs: Leaves) -> Union:
    """Merge two states of a file that come from a third.

    Args:
        kind: the kind of file.
        base: the leaves of the state both come from.
        ours: those of the one.
        theirs: those of the other.
    """
    first, second, third = (entries(side) for side in (base, ours, theirs))
    whole = (first | second | third) - (first & second & third)
    was, here, other = (placed(kind, side, whole) for side in (base, ours, theirs))
    left: dict[Keys, Data] = {}
    right: dict[Keys, Data] = {}
    for place in dict.fromkeys((*here, *other, *was)):
        b, o, t = (side.get(place, {}) for side in (was, here, other))
        merged = _one(place, b, o, t)
        left.update(o if merged is None else merged)
        right.update(t if merged is None else merged)
    return Union(left, right)


def _one(place: Keys, base: Leaves, ours: Leaves, theirs: Leaves) -> Leaves | None:
    """What stands at one place after the merge; nothing where both sides changed it differently."""
    if theirs in (base, ours):
        return ours
    if ours == base:
        return theirs
    if not all(_list(place, side) for side in (base, ours, theirs)):
        return None
    merged = _listed(place, *(list(side.get(place, [])) for side in (base, ours, theirs)))
    return None if merged is None else {place: merged} if merged else {}


def _list(place: Keys, found: Leaves) -> bool:
    """Whether a list stands at a place, or nothing."""
    return not found or (found.keys() == {place} and isinstance(found[place], list))


def _listed(place: Keys, base: list[Data], ours: list[Data], theirs: list[Data]) -> list[Data] | None:
    """A list from which either side took entries and to which either added some; nothing where order is at stake.

    What was looked at cannot be unseen, so there all of it stays.
    """
    if place == _LOOKED:
        return ours + [one for one in theirs if one not in ours]
    if not all(_in_order(base, side) for side in (ours, theirs)):
        return None
    gone = [one for one in base if one not in theirs]
    merged = [one for one in ours if one not in gone]
    for index, one in enumerate(theirs):
        if one in base or one in merged:
            continue
        before = next((merged.index(other) for other in reversed(theirs[:index]) if other in merged), -1)
        at = before + 1
        while at < len(merged) and merged[at] not in base and merged[at] not in theirs:
            at += 1
        merged.insert(at, one)
    return merged


def _in_order(base: list[Data], side: list[Data]) -> bool:
    """Whether what a side kept of a list stands in the order it had, and nothing stands there twice."""
    once = all(one not in side[:index] for index, one in enumerate(side))
    return once and [one for one in side if one in base] == [one for one in base if one in side]
