"""What is pending and what was done, under the ids of today: files may be renamed while a matrix is open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from workbench.model import Edit, Judgement, Note, Part, Row
from workbench.model.matrix import Value
from workbench.workspace import naming
from workbench.workspace.history import Change, History, Step
from workbench.workspace.naming import Names


def change(names: Names, question: str, found: Change) -> Change:
    """A change under present ids. Its lines were under the old ones and cannot be put back."""
    part_now = part(names, found.part)
    was, now = (value(names, question, found.part, one) for one in (found.was, found.now))
    return Change(part_now, was, now)


def rename_history(names: Names, question: str, found: History) -> None:
    """Put what can be undone and redone under present ids."""
    for steps in (found.done, found.undone):
        steps[:] = [step(names, question, one) for one in steps]


def step(names: Names, question: str, found: Step) -> Step:
    """A step under present ids, without its lines."""
    before, after = (value(names, question, found.edit.part, one) for one in (found.before, found.after))
    return Step(edit(names, question, found.edit), before, after)


def part(names: Names, found: Part) -> Part:
    """A part under present ids."""
    match found:
        case Part("checks", (suspect,)):
            return found._replace(keys=(names.suspect(suspect),))
        case Part("deceptive", (suspect, address)):
            return found._replace(keys=(names.suspect(suspect), names.address(address)))
        case _:
            return found._replace(keys=tuple(map(names.address, found.keys)))


def value(names: Names, question: str, of: Part, found: Value) -> Value:
    """What stands in a part, under present ids."""
    match found:
        case Row():
            return naming.row(names, question, found)
        case Note():
            return naming.note(names, question, found)
        case Judgement():
            return naming.judgement(names, question, found)
        case _ if of.field == "looked":
            return _addresses(names, found)
        case _:
            return found


def edit(names: Names, question: str, found: Edit) -> Edit:
    """An edit of the same place under present ids."""
    present: Mapping[str, Callable[[Any], Any]] = {
        "address": names.address,
        "addresses": partial(_addresses, names),
        "suspect": names.suspect,
        "hypothesis": partial(names.hypothesis, question),
        "likelihood": lambda shares: {names.hypothesis(question, h): share for h, share in shares.items()},
    }
    renamed = {field: present[field](getattr(found, field)) for field in found._fields if field in present}
    return found._replace(**renamed)


def _addresses(names: Names, found: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(names.address, found)))
