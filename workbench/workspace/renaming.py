"""What is pending and what was done, under the ids of today: files may be renamed while a matrix is open."""

from __future__ import annotations

from workbench.model import Edit, Look, Rate, Reason
from workbench.workspace import naming
from workbench.workspace.history import Change, History, State, Step
from workbench.workspace.naming import Names


def change(names: Names, question: str, found: Change) -> Change:
    """A change under present ids. Its lines were under the old ones and cannot be put back."""
    was, now = state(names, question, found.was), state(names, question, found.now)
    return Change(names.address(found.address), was, now)


def rename_history(names: Names, question: str, found: History) -> None:
    """Put what can be undone and redone under present ids."""
    for steps in (found.done, found.undone):
        steps[:] = [step(names, question, one) for one in steps]


def step(names: Names, question: str, found: Step) -> Step:
    """A step under present ids, without its lines."""
    before, after = state(names, question, found.before), state(names, question, found.after)
    return Step(edit(names, question, found.edit), before, after)


def state(names: Names, question: str, found: State) -> State:
    """The state of an address under present ids."""
    row, note = naming.row(names, question, found.row), naming.note(names, question, found.note)
    return State(row, note, tuple(dict.fromkeys(map(names.address, found.looked))))


def edit(names: Names, question: str, found: Edit) -> Edit:
    """An edit of the same place under present ids."""
    match found:
        case Look(addresses):
            return Look(tuple(map(names.address, addresses)))
        case Rate() | Reason():
            present = names.hypothesis(question, found.hypothesis)
            return found._replace(address=names.address(found.address), hypothesis=present)
        case _:
            return found._replace(address=names.address(found.address))
