"""Asking for several values and writing what follows from them; what is refused stays in the form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from workbench.model.authoring import Authored
from workbench.tui.doing.deed import Doing
from workbench.tui.forms.field import Field, Values

if TYPE_CHECKING:
    from workbench.tui.forms.staying import Staying


BUSY = "Still writing what came before; try again"


def nothing(_: Values) -> None:
    """Nothing follows."""


def fill(
    doing: Doing,
    title: str,
    fields: Sequence[Field],
    changes: Callable[[Values], Sequence[Authored]],
    *,
    said: str | Callable[[Values], str] = "",
    intro: Sequence[str] = (),
    done: Callable[[Values], object] = nothing,
    left: Callable[[], object] = lambda: None,
) -> None:
    """Ask for values, and write the changes that they make as one step; without any the form just closes.

    Args:
        doing: whoever asks.
        title: what is asked.
        fields: what is asked for.
        changes: what is to be written for these values.
        said: what the screen says when it is written, or makes that of the values.
        intro: sentences over the fields.
        done: hears the values when they are on the screen, or when there was nothing to write.
        left: called where the form was left.
    """
    from workbench.tui.forms.staying import Staying  # noqa: PLC0415 - off the way to the first paint

    steps = doing.steps
    if steps.desk.trial is not None:
        steps.say("What-if tries the matrix alone: w on the matrix ends it, then files can be written.", alarm=True)
        return
    filling = _Filling(doing, changes, said, done, left)
    steps.app.push_screen(Staying(title, fields, filling.saved, intro=intro), filling.gone)


class _Filling:
    """What becomes of the values of a form."""

    def __init__(
        self,
        doing: Doing,
        changes: Callable[[Values], Sequence[Authored]],
        said: str | Callable[[Values], str],
        done: Callable[[Values], object],
        left: Callable[[], object],
    ) -> None:
        self._doing, self._changes, self._said, self._done, self._left = doing, changes, said, done, left
        self._kept = False

    def saved(self, form: Staying, values: Values) -> None:
        """Write what the values come to."""
        made = self._changes(values)
        if not made:
            self._close(form, values)
        elif self._doing.steps.writing:
            form.refuse(BUSY)
        else:
            form.busy = True
            self._doing.write(
                *made,
                said=self._said if isinstance(self._said, str) else self._said(values),
                refused=lambda refusal: form.refuse(str(refusal)),
                done=lambda _: self._close(form, values),
            )

    def _close(self, form: Staying, values: Values) -> None:
        self._kept = True
        form.close()
        self._done(values)

    def gone(self, _: object) -> None:
        """Tell where the form was left."""
        if not self._kept:
            self._left()


def text(values: Values, name: str) -> str:
    """The text of a field; several texts with commas."""
    value = values.get(name, "")
    return value if isinstance(value, str) else ", ".join(value)
