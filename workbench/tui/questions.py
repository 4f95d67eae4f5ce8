"""Asking a new question: the form, the file, and the first of the eight steps."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from workbench.model import Question, ids
from workbench.model.authoring import AddQuestion
from workbench.tui.doing import questionform
from workbench.tui.forms.field import Field, Values, new_id
from workbench.tui.forms.form import Form
from workbench.tui.stepbar import HYPOTHESES

if TYPE_CHECKING:
    from workbench.tui.app import Workbench
    from workbench.tui.writing import Outcome

_ID = "Names the file; made of the question where it is left empty."


def ask(app: Workbench, filled: Values | None = None, wrong: str = "") -> None:
    """Ask for a question; what was filled in comes back with what is wrong with it.

    Args:
        app: where it is asked and opened.
        filled: what the form holds at first, by the names of its fields.
        wrong: why that was not written.
    """
    taken = app.files.questions
    known = filled or {}

    def given(values: Values | None) -> None:
        if values is not None:
            change = _added(values, taken)
            app.write(lambda author: author.do(change), lambda outcome: _written(app, change, values, outcome))
        elif app.keeper is None and taken:
            app.choose_question()
        elif app.keeper is None:
            app.exit()

    asked = [field._replace(value=known.get(field.name, field.value)) for field in _fields(taken)]
    app.push_screen(Form("A new question", asked, wrong=wrong), given)


def _fields(taken: Collection[str]) -> Sequence[Field]:
    """The fields of a question, its id among them; which items belong is asked when there are some."""
    first, *others = questionform.fields(Question("", ""))
    named = Field("id", "id", told=_ID, check=new_id(taken))
    return (first, named, *(field for field in others if field.name != "items"))


def _added(values: Values, taken: Collection[str]) -> AddQuestion:
    """What a filled-in form stands for."""
    named = str(values["id"]) or ids.proposed(str(values["question"]), taken, "question")
    return AddQuestion(named, {name: value for name, value in values.items() if name != "id" and value})


def _written(app: Workbench, change: AddQuestion, values: Values, outcome: Outcome) -> None:
    if change.question in app.files.questions:
        screen = app.open(change.question)
        screen.call_after_refresh(screen.action_step, HYPOTHESES)
    else:
        ask(app, values, str(outcome))
