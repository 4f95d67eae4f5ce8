"""Three states of a matrix, merged place by place.

`base` is what we last read or wrote, `mine` what the screen shows, `theirs` what the file says now.
A place that only one side changed takes that side's value; one that both changed differently is a
difference to be asked about.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from workbench.model import Case, Judgement, Matrix, Part, Rating, Row
from workbench.model.matrix import Value, differing
from workbench.workspace.marks import Marked, merged_mark
from workbench.workspace.outcomes import Difference
from workbench.workspace.places import RATED, Place, Places, called, filled, places, worded

_LOOKED, _JUDGEMENT = Part("looked"), Part("judgement")


class Merged(NamedTuple):
    """What came of a merge: the new state, what was taken in from outside, what clashes."""

    matrix: Matrix
    taken: tuple[tuple[str, str], ...]
    """(address, place) of everything that only the file had changed."""
    clashes: tuple[Difference, ...]


class _Sides(NamedTuple):
    """A part, or what stands at a place of it, on all three sides."""

    base: Value
    mine: Value
    theirs: Value


def merge(case: Case, base: Matrix, theirs: Matrix, *, mine_wins: bool | None = None) -> Merged:
    """Merge the file's state into the case's matrix.

    Args:
        case: the case as the screen shows it; its matrix is `mine`.
        base: the matrix as last read or written.
        theirs: the matrix as it stands in the file now.
        mine_wins: what was decided about clashes; `None` where nobody was asked yet, and then a
            clashing place keeps mine in `matrix`.
    """
    looked = dict.fromkeys((*theirs.looked, *case.matrix.looked))  # what was seen cannot be unseen
    values: dict[Part, Value] = {_LOOKED: tuple(looked)}
    taken: list[tuple[str, str]] = []
    clashes: list[Difference] = []
    for part in differing(theirs, case.matrix, base):
        if part == _LOOKED:
            continue
        sides = _Sides(base.part(part), case.matrix.part(part), theirs.part(part))
        merged, outside, clashing = _merge_places(part, sides, mine_wins=mine_wins is not False)
        taken += (called(part, place) for place in outside)
        clashes += clashing if mine_wins is None else ()
        value = filled(part, merged)
        if part.field in RATED:
            value = _row(case, part.keys[-1], value, *sides)
        values[part] = _judgement(value, *sides) if part == _JUDGEMENT and value else value
    return Merged(theirs.with_parts(values), tuple(taken), tuple(clashes))


def _merge_places(part: Part, sides: _Sides, *, mine_wins: bool) -> tuple[Places, list[Place], list[Difference]]:
    base, mine, theirs = (places(part, side) for side in sides)
    merged: dict[Place, Value] = {}
    taken: list[Place] = []
    clashes: list[Difference] = []
    for place in dict.fromkeys([*theirs, *mine, *base]):
        was, here, there = (side.get(place) for side in (base, mine, theirs))
        if here not in (was, there) and there != was:
            clashes.append(Difference(*called(part, place), worded(here), worded(there)))
            merged[place] = here if mine_wins else there
        elif here == was != there:
            taken.append(place)
            merged[place] = there
        else:
            merged[place] = here
    return {place: value for place, value in merged.items() if value is not None}, taken, clashes


def _judgement(merged: Judgement, *sides: Judgement | None) -> Judgement:
    """The merged judgement with its mark."""
    base, mine, theirs = (Marked(one and one._replace(matrix=""), one.matrix if one else "") for one in sides)
    return merged._replace(matrix=merged_mark(merged, base, mine, theirs))


def _row(case: Case, address: str, ratings: Mapping[str, Rating], base: Row, mine: Row, written: Row) -> Row:
    """The merged row. Its fingerprint is made anew only where both sides fitted what stands now."""
    if ratings == written.ratings:
        changed_here = mine.wording != base.wording
        return replace(written, wording=mine.wording) if changed_here and ratings == mine.ratings else written
    if not ratings:
        return Row()
    row = replace(written, ratings=ratings)
    fits = [side for side in (mine, written) if side.ratings]
    if address in case.items and all(case.fits(address, side) for side in fits):
        return replace(row, wording=case.fingerprint(address, row), written={})
    return replace(row, wording=written.wording or mine.wording)
