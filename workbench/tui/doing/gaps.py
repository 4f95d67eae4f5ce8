"""Gaps: what is not known and should be. They are taken down, reworded and dropped from the page where they come up."""

from __future__ import annotations

from collections.abc import Callable

from workbench.model import Gap
from workbench.model.authoring import AddGap, RemoveGap, SetGap
from workbench.model.ids import proposed
from workbench.tui import words
from workbench.tui.doing.deed import Doing
from workbench.tui.doing.filled import fill, text
from workbench.tui.forms.field import Field, Shape, Values, changed, new_id


def add_gap(doing: Doing, statement: str, because: str, done: Callable[[str], object] = lambda _: None) -> None:
    """Ask what is not known and why it matters, and write it down.

    Args:
        doing: whoever asks.
        statement: what stands in the form at first.
        because: what it came of, to be shown over the form.
        done: hears the id of the gap when it is on the screen.
    """
    question = doing.question
    name = Field(
        "id", "id", told="Its name in the file, never used again. Empty: made from the text.",
        check=new_id(question.gaps),
    )  # fmt: skip

    def gap(values: Values) -> Gap:
        said = text(values, "statement")
        id_ = text(values, "id") or proposed(said, question.gaps, "gap")
        return Gap(id_, said, text(values, "matters"))

    def changes(values: Values) -> tuple[AddGap]:
        return (AddGap(question.id, gap(values)),)

    fields = [*_fields(Gap("", statement)), name]
    fill(
        doing, "A gap: what we do not know", fields, changes, said="Taken down as a gap.", intro=[because],
        done=lambda values: done(gap(values).id),
    )  # fmt: skip


def edit_gap(doing: Doing, id_: str) -> None:
    """Ask what is to stand in a gap."""
    question, gap = doing.question, doing.question.gaps.get(id_)
    if gap is None:
        return
    fields = _fields(gap)

    def changes(values: Values) -> tuple[SetGap, ...]:
        given = changed(fields, values)
        return (SetGap(question.id, id_, given),) if given else ()

    fill(doing, f"The gap {words.plain(id_)}", fields, changes)


def drop_gap(doing: Doing, id_: str) -> None:
    """Take a gap away that is none any more; undo brings it back."""
    if id_ in doing.question.gaps:
        doing.write(RemoveGap(doing.question.id, id_), said="The gap is dropped; u takes it back.")


def _fields(gap: Gap) -> tuple[Field, ...]:
    return (
        Field(
            "statement", "not known", gap.statement, Shape.TEXT,
            "What we do not know and would most like to, in a sentence.", needed=True,
        ),
        Field("matters", "matters because", gap.matters, Shape.TEXT, "Why it matters: what would change if we knew?"),
    )  # fmt: skip
