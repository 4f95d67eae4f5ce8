"""The fingerprints of what was merged: no row claims a wording, and no judgement a matrix, that it was not made on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from workbench.drivers.places import WORDING, Keys, Leaves
from workbench.drivers.threeway import Union
from workbench.model import Case, Row
from workbench.workspace.authoring_lines import Data
from workbench.workspace.building import RATINGS
from workbench.workspace.marks import Marked, merged_mark

_JUDGEMENT, _MARK = "judgement", ("judgement", "matrix")

Known = Callable[[], Case | None]
"""The case a matrix belongs to, as it stands in the working tree; asked for only where a fingerprint is to be made."""


class _Rated(NamedTuple):
    """A row: rating by hypothesis as written, and its fingerprint."""

    ratings: Mapping[str, str]
    wording: str


def settled(union: Union, base: Leaves, ours: Leaves, theirs: Leaves, known: Known) -> Union:
    """The union with the fingerprint of each row that both sides had a hand in, and of the judgement.

    A row that both rated against what stands now gets the fingerprint of all its cells. Otherwise it keeps one that
    does not fit, and so is stale, or has none, and so is unconfirmed: either way its analyst is asked.
    """
    sides = [_rows(side) for side in (base, ours, theirs)]
    made = Union(*(_with(found, sides, known) for found in (union.ours, union.theirs)))
    mark = _judged(made, base, ours, theirs)
    return Union(*({**_unmarked(found), **mark} for found in (made.ours, made.theirs)))


def _judged(union: Union, *sides: Leaves) -> Leaves:
    """The mark of the judgement, the same on both sides of a conflict: that is settled by reading it again."""
    said, other = (_said(found) for found in (union.ours, union.theirs))
    marked = [Marked(_said(side), str(side.get(_MARK, ""))) for side in sides]
    mark = merged_mark(said if said == other else None, *marked) if said or other else ""
    return {_MARK: mark} if mark else {}


def _said(found: Leaves) -> Leaves:
    return {keys: value for keys, value in found.items() if keys[0] == _JUDGEMENT and keys != _MARK}


def _unmarked(found: Leaves) -> Leaves:
    return {keys: value for keys, value in found.items() if keys != _MARK}


def _with(found: Leaves, sides: list[dict[Keys, _Rated]], known: Known) -> Leaves:
    made = dict(found)
    for keys, row in _rows(found).items():
        was, here, there = (side.get(keys, _Rated({}, "")) for side in sides)
        wording = _wording(keys[-1], row.ratings, was, here, there, known)
        made.pop((*keys, WORDING), None)
        if wording and row.ratings:
            made[*keys, WORDING] = wording
    return made


def _rows(found: Leaves) -> dict[Keys, _Rated]:
    held: dict[Keys, dict[str, str]] = {}
    for keys, value in _cells(found):
        held.setdefault(keys[:-1], {})[keys[-1]] = value
    return {
        keys: _Rated({h: rating for h, rating in row.items() if h != WORDING}, row.get(WORDING, ""))
        for keys, row in held.items()
    }


def _cells(found: Leaves) -> Iterator[tuple[Keys, Data]]:
    for keys, value in found.items():
        if isinstance(value, str) and (len(keys), keys[0]) in {(3, "rows"), (4, "deceptive")}:
            yield keys, value


def _wording(address: str, merged: Mapping[str, str], was: _Rated, here: _Rated, there: _Rated, known: Known) -> str:
    """The fingerprint of one row after the merge; empty where none would be true."""
    both = (here, there)
    for side in both:
        if merged == side.ratings and (here.ratings != there.ratings or side.wording != was.wording):
            return side.wording
    if here.wording == there.wording and any(merged.keys() == side.ratings.keys() for side in both):
        return here.wording
    case = known()
    if case is not None and all(case.fits(address, _row(side)) for side in both):
        return case.fingerprint(address, _row(_Rated(merged, "")))
    return was.wording


def _row(side: _Rated) -> Row:
    return Row({h: RATINGS[rating] for h, rating in side.ratings.items() if rating in RATINGS}, side.wording)
