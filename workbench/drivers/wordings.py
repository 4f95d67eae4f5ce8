"""The fingerprints of rows that were merged: none claims a wording that its ratings were not made against."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from workbench.drivers.places import WORDING, Keys, Leaves
from workbench.drivers.threeway import Union
from workbench.model import Case, Row
from workbench.workspace.authoring_lines import Data
from workbench.workspace.building import RATINGS

Known = Callable[[], Case | None]
"""The case a matrix belongs to, as it stands in the working tree; asked for only where a fingerprint is to be made."""


class _Rated(NamedTuple):
    """A row: rating by hypothesis as written, and its fingerprint."""

    ratings: Mapping[str, str]
    wording: str


def settled(union: Union, base: Leaves, ours: Leaves, theirs: Leaves, known: Known) -> Union:
    """The union with the fingerprint of each row that both sides had a hand in.

    One that both rated against what stands now gets the fingerprint of all its cells. Otherwise it keeps one that does
    not fit, and so is stale, or has none, and so is unconfirmed: either way its analyst is asked.
    """
    sides = [_rows(side) for side in (base, ours, theirs)]
    return Union(*(_with(found, sides, known) for found in (union.ours, union.theirs)))


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
