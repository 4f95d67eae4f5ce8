"""Undo and redo without limit: each edit with the state of its row before and after."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from workbench import yamltext
from workbench.model import Case, Confirm, Edit, Look, Matrix, Note, Park, Rate, Reason, Relevance, Row, edited


class State(NamedTuple):
    """All that an edit of one address can change."""

    row: Row
    note: Note
    looked: tuple[str, ...]


def state(matrix: Matrix, address: str) -> State:
    """The present state of an address in a matrix."""
    return State(matrix.row(address), matrix.note(address), matrix.looked)


def restored(matrix: Matrix, address: str, wanted: State) -> Matrix:
    """A matrix with an address put into a given state."""
    if not address:
        return replace(matrix, looked=wanted.looked)
    if wanted.row != matrix.row(address):
        matrix = matrix.with_row(address, wanted.row)
    return matrix if wanted.note == matrix.note(address) else matrix.with_note(address, wanted.note)


@dataclass(slots=True)
class Step:
    """One edit that was made, and how its lines in the file were changed."""

    edit: Edit
    before: State
    after: State
    patches: tuple[yamltext.Patch, ...] = ()


class Change(NamedTuple):
    """One change of an address that the file has yet to learn."""

    address: str
    was: State
    now: State
    step: Step | None = None
    forward: bool = True

    @property
    def exact(self) -> bool:
        """Whether this takes back just what the step did, so that its very lines can be put back."""
        return (
            self.step is not None and not self.forward and (self.was, self.now) == (self.step.after, self.step.before)
        )

    @property
    def parts(self) -> tuple[tuple[str, Change], ...]:
        """The same as changes of one part each (a field of `State`), so that one that fails leaves the others be."""
        differ = [part for part in State._fields if getattr(self.was, part) != getattr(self.now, part)]
        return tuple((part, self if len(differ) == 1 else self.only(part)) for part in differ)

    def only(self, part: str) -> Change:
        """What this changes in one part of the address."""
        return Change(self.address, self.was, self.was._replace(**{part: getattr(self.now, part)}))


@dataclass(slots=True)
class History:
    """What was done and what was taken back, newest last."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)

    def forget_lines(self) -> None:
        """The file was changed outside: its old lines can no longer be put back as they were."""
        for step in (*self.done, *self.undone):
            step.patches = ()


def do(case: Case, edit: Edit) -> tuple[Case, Step] | None:
    """The case after an edit, and the step to remember; `None` where it changes nothing."""
    after = edited(case, edit)
    if after is case:
        return None
    return after, Step(edit, state(case.matrix, edit.address), state(after.matrix, edit.address))


def back(case: Case, step: Step) -> Case:
    """The case with a step taken back; cells that others changed meanwhile stay as they are."""
    if state(case.matrix, step.edit.address) == step.after:
        return case.with_matrix(restored(case.matrix, step.edit.address, step.before))
    return _only(case, step.edit, step.after, step.before)


def again(case: Case, step: Step) -> Case:
    """The case with a step done once more; cells that others changed meanwhile stay as they are."""
    if state(case.matrix, step.edit.address) == step.before:
        return case.with_matrix(restored(case.matrix, step.edit.address, step.after))
    if isinstance(step.edit, Confirm | Look):
        return edited(case, step.edit)
    return _only(case, step.edit, step.before, step.after)


def _only(case: Case, edit: Edit, was: State, wanted: State) -> Case:
    """Put back the one place an edit touched, in a row that is no longer as it was left.

    Nothing is done where the place itself says something else by now: that was not ours.
    """
    now = state(case.matrix, edit.address)
    match edit:
        case Rate(address, hypothesis) if _same_rating(now, was, hypothesis):
            return edited(case, Rate(address, hypothesis, wanted.row.ratings.get(hypothesis)))
        case Reason(address, hypothesis) if _same_reason(now, was, hypothesis):
            return edited(case, Reason(address, hypothesis, wanted.note.because.get(hypothesis, "")))
        case Relevance(address) if now.note.relevance == was.note.relevance:
            return edited(case, Relevance(address, wanted.note.relevance))
        case Park(address) if now.note.parked == was.note.parked:
            return edited(case, Park(address, wanted.note.parked))
        case Confirm(address) if now.row.wording == was.row.wording:
            row = replace(now.row, wording=wanted.row.wording, written=wanted.row.written)
            return case.with_matrix(case.matrix.with_row(address, row))
        case Look():
            added = {*was.looked} - {*wanted.looked}
            return case.with_matrix(replace(case.matrix, looked=tuple(a for a in now.looked if a not in added)))
        case _:
            return case


def _same_rating(one: State, other: State, hypothesis: str) -> bool:
    return one.row.ratings.get(hypothesis) == other.row.ratings.get(hypothesis)


def _same_reason(one: State, other: State, hypothesis: str) -> bool:
    return one.note.because.get(hypothesis) == other.note.because.get(hypothesis)
