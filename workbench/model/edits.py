"""Edits: what an analyst can change in a matrix, each a value, and what each makes of a case."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from workbench.model.case import Case
from workbench.model.matrix import Matrix, Row
from workbench.model.words import Level, Rating


class Rate(NamedTuple):
    """Rate one cell; `None` clears it."""

    address: str
    hypothesis: str
    rating: Rating | None


class Reason(NamedTuple):
    """Write why a cell is rated so; an empty text takes the reason away."""

    address: str
    hypothesis: str
    text: str


class Relevance(NamedTuple):
    """Say how much an item matters to the question."""

    address: str
    level: Level


class Park(NamedTuple):
    """Take an item out of the matrix with a reason; an empty reason takes it back in."""

    address: str
    because: str


class Confirm(NamedTuple):
    """Say that a row still holds for the wording that stands now."""

    address: str


class Look(NamedTuple):
    """Record that scores were looked at before these items were rated."""

    addresses: tuple[str, ...]

    @property
    def address(self) -> str:
        """No row of its own: it concerns the whole matrix."""
        return ""


Edit = Rate | Reason | Relevance | Park | Confirm | Look


def edited(case: Case, edit: Edit) -> Case:
    """The case after an edit; the same case where the edit changes nothing."""
    matrix = _edited(case, edit)
    return case if _same(matrix, case.matrix, edit.address) else case.with_matrix(matrix)


def _same(one: Matrix, other: Matrix, address: str) -> bool:
    """Whether an edit of one address changed nothing: cheap, where comparing whole matrices is not."""
    return (one.row(address), one.note(address), one.looked) == (other.row(address), other.note(address), other.looked)


def _edited(case: Case, edit: Edit) -> Matrix:
    matrix = case.matrix
    match edit:
        case Rate():
            return matrix.with_row(edit.address, _rated(case, edit))
        case Confirm():
            return matrix.with_row(edit.address, _confirmed(case, edit.address))
        case Look():
            seen = dict.fromkeys((*matrix.looked, *edit.addresses))
            return replace(matrix, looked=tuple(seen))
        case Reason() | Relevance() | Park():
            return _noted(matrix, edit)


def _noted(matrix: Matrix, edit: Reason | Relevance | Park) -> Matrix:
    """The matrix with a note changed. A text is kept as a file keeps it: without white space at its ends."""
    note = matrix.note(edit.address)
    match edit:
        case Reason():
            because = {h: text for h, text in note.because.items() if h != edit.hypothesis}
            reason = edit.text.strip()
            note = note._replace(because=because | ({edit.hypothesis: reason} if reason else {}))
        case Relevance():
            note = note._replace(relevance=edit.level)
        case Park():
            note = note._replace(parked=edit.because.strip())
    return matrix.with_note(edit.address, note)


def _confirmed(case: Case, address: str) -> Row:
    row = case.matrix.row(address)
    if not row.ratings or address not in case.items:
        return row
    row = replace(row, written={})
    return replace(row, wording=case.fingerprint(address, row))


def _rated(case: Case, edit: Rate) -> Row:
    """The row after a rating, under the rule of fingerprints.

    A row that fits what stands now is marked anew, and so is a new one. A stale or unconfirmed row
    stays so, whatever cell of it is rated again, until the analyst confirms it: the other cells
    were rated against something else. So does the row of an item that is gone from its file: there
    is no wording it could be marked with.
    """
    before = case.matrix.row(edit.address)
    row = before.rate(edit.hypothesis, edit.rating)
    if not row.ratings:
        return Row()
    keeps = before.ratings and (not before.wording or case.stale(edit.address))
    if keeps or edit.address not in case.items:
        return row
    row = replace(row, written={})
    return replace(row, wording=case.fingerprint(edit.address, row))
