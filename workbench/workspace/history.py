"""Undo and redo without limit: each edit with what stood in its part of the matrix before and after."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from workbench import yamltext
from workbench.model import Case, Confirm, Edit, Judge, Look, Part, Rate, Suspect, edited
from workbench.model.matrix import Value
from workbench.workspace.places import filled, places


@dataclass(slots=True)
class Step:
    """One edit that was made, and how its lines in the file were changed."""

    edit: Edit
    before: Value
    after: Value
    patches: tuple[yamltext.Patch, ...] = ()


class Change(NamedTuple):
    """One change of a part that the file has yet to learn."""

    part: Part
    was: Value
    now: Value
    step: Step | None = None
    forward: bool = True

    @property
    def exact(self) -> bool:
        """Whether this takes back just what the step did, so that its very lines can be put back."""
        return (
            self.step is not None and not self.forward and (self.was, self.now) == (self.step.after, self.step.before)
        )


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
    after, part = edited(case, edit), edit.part
    if after is case:
        return None
    return after, Step(edit, case.matrix.part(part), after.matrix.part(part))


def back(case: Case, step: Step) -> Case:
    """The case with a step taken back; places that others changed meanwhile stay as they are."""
    if case.matrix.part(step.edit.part) == step.after:
        return _with(case, step.edit, step.before)
    return _only(case, step.edit, step.after, step.before)


def again(case: Case, step: Step) -> Case:
    """The case with a step done once more; places that others changed meanwhile stay as they are."""
    if case.matrix.part(step.edit.part) == step.before:
        return _with(case, step.edit, step.after)
    if isinstance(step.edit, Confirm | Look):
        return edited(case, step.edit)
    return _only(case, step.edit, step.before, step.after)


def _with(case: Case, edit: Edit, value: Value) -> Case:
    return case.with_matrix(case.matrix.with_parts({edit.part: value}))


def _only(case: Case, edit: Edit, was: Value, wanted: Value) -> Case:
    """Put back the places an edit touched, in a part that is no longer as it was left.

    Nothing is done where a place itself says something else by now: that was not ours.
    """
    now = case.matrix.part(edit.part)
    match edit:
        case Rate() | Suspect():
            if now.ratings.get(edit.hypothesis) != was.ratings.get(edit.hypothesis):
                return case
            return edited(case, edit._replace(rating=wanted.ratings.get(edit.hypothesis)))
        case Confirm():
            if now.wording != was.wording:
                return case
            return _with(case, edit, replace(now, wording=wanted.wording, written=wanted.written))
        case Look():
            added = {*was} - {*wanted}
            return _with(case, edit, tuple(address for address in now if address not in added))
        case Judge():
            judged = _turned(edit.part, now, was, wanted)
            here, left, goal = (one.matrix if one else "" for one in (now, was, wanted))
            return _with(case, edit, judged and judged._replace(matrix=goal if here == left else here))
        case _:
            return _with(case, edit, _turned(edit.part, now, was, wanted))


def _turned(part: Part, now: Value, was: Value, wanted: Value) -> Value:
    """What stands in a part, with what was left at a place turned into what is wanted there."""
    here, left, goal = (places(part, value) for value in (now, was, wanted))
    moved = {p: goal.get(p) for p in {**left, **goal} if left.get(p) != goal.get(p) and here.get(p) == left.get(p)}
    return filled(part, {p: value for p, value in {**here, **moved}.items() if value is not None})
