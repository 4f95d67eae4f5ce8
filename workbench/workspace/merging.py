"""Three states of one row, merged cell by cell.

`base` is what we last read or wrote, `mine` what the screen shows, `theirs` what the file says now.
A cell that only one side changed takes that side's value; a cell that both changed differently is a
difference to be asked about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from workbench.model import Case, Matrix, Note, Row
from workbench.workspace.outcomes import Difference

RELEVANCE, PARKED = "relevance", "parked"


class Merged(NamedTuple):
    """What came of a merge: the new state, what was taken in from outside, what clashes."""

    matrix: Matrix
    taken: tuple[tuple[str, str], ...]
    """(address, place) of everything that only the file had changed."""
    clashes: tuple[Difference, ...]


Place = tuple[str, str]
"""A field of a row or note, and a hypothesis where it has one for each. Any id may be that of a hypothesis."""

RATING, BECAUSE = "rating", "because"

Places = Mapping[Place, str]


def merge(case: Case, base: Matrix, theirs: Matrix, *, mine_wins: bool | None = None) -> Merged:
    """Merge the file's state into the case's matrix.

    Args:
        case: the case as the screen shows it; its matrix is `mine`.
        base: the matrix as last read or written.
        theirs: the matrix as it stands in the file now.
        mine_wins: what was decided about clashes; `None` where nobody was asked yet, and then a
            clashing place keeps mine in `matrix`.
    """
    mine = case.matrix
    rows, notes = dict(theirs.rows), dict(theirs.notes)
    taken: list[tuple[str, str]] = []
    clashes: list[Difference] = []
    for address in _touched(base, mine, theirs):
        places = _places(base, address), _places(mine, address), _places(theirs, address)
        merged, outside, clashing = _merge_places(address, *places, mine_wins=mine_wins is not False)
        taken += ((address, _shown(place)) for place in outside)
        clashes += clashing if mine_wins is None else ()
        rows[address] = _row(case, address, merged, base, theirs)
        notes[address] = _note(merged, theirs.note(address))
    looked = tuple(dict.fromkeys((*theirs.looked, *mine.looked)))
    matrix = replace(theirs, rows=rows, notes=notes, looked=looked)
    return Merged(matrix, tuple(taken), tuple(clashes))


def _touched(base: Matrix, mine: Matrix, theirs: Matrix) -> Iterator[str]:
    """Addresses whose row or note is not the same on all three sides, in the order of the file."""
    known = dict.fromkeys([*theirs.rows, *theirs.notes, *mine.rows, *mine.notes, *base.rows, *base.notes])
    for address in known:
        states = [(m.row(address), m.note(address)) for m in (base, mine, theirs)]
        if states[0] != states[1] or states[0] != states[2]:
            yield address


def _places(matrix: Matrix, address: str) -> Places:
    row, note = matrix.row(address), matrix.note(address)
    return {
        **{(RATING, h): str(rating) for h, rating in row.ratings.items()},
        **{(BECAUSE, h): text for h, text in note.because.items()},
        (RELEVANCE, ""): str(note.relevance),
        (PARKED, ""): note.parked,
    }


def _shown(place: Place) -> str:
    """What a place is called; see `Difference`."""
    field, hypothesis = place
    return f"{hypothesis} {BECAUSE}" if field == BECAUSE else hypothesis or field


def _merge_places(
    address: str, base: Places, mine: Places, theirs: Places, *, mine_wins: bool
) -> tuple[dict[Place, str], list[Place], list[Difference]]:
    merged: dict[Place, str] = {}
    taken: list[Place] = []
    clashes: list[Difference] = []
    for place in dict.fromkeys([*theirs, *mine, *base]):
        was, here, there = (side.get(place, "") for side in (base, mine, theirs))
        if here not in (was, there) and there != was:
            clashes.append(Difference(address, _shown(place), here, there))
            merged[place] = here if mine_wins else there
        elif here == was != there:
            taken.append(place)
            merged[place] = there
        else:
            merged[place] = here
    return merged, taken, clashes


def _row(case: Case, address: str, places: Places, base: Matrix, theirs: Matrix) -> Row:
    """The merged row. Its fingerprint is made anew only where both sides fitted what stands now."""
    mine, written = case.matrix.row(address), theirs.row(address)
    kinds = {**mine.ratings, **written.ratings}
    ratings = {h: type(kinds[h])(places[RATING, h]) for h in kinds if places.get((RATING, h))}
    if ratings == written.ratings:
        changed_here = mine.wording != base.row(address).wording
        return replace(written, wording=mine.wording) if changed_here and ratings == mine.ratings else written
    if not ratings:
        return Row()
    row = replace(written, ratings=ratings)
    fits = [side.row(address) for side in (case.matrix, theirs) if side.row(address).ratings]
    if address in case.items and all(case.fits(address, side) for side in fits):
        return replace(row, wording=case.fingerprint(address, row), written={})
    return replace(row, wording=written.wording or mine.wording)


def _note(places: Places, theirs: Note) -> Note:
    because = {hypothesis: text for (field, hypothesis), text in places.items() if field == BECAUSE and text}
    relevance = type(theirs.relevance)(places[RELEVANCE, ""])
    return theirs._replace(because=because, relevance=relevance, parked=places[PARKED, ""])
