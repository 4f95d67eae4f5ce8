"""What the fields of a form are filled in with: a widget for each shape, and the text that stands in it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding
from textual.message import Message
from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import Input, TextArea

from workbench.tui import words
from workbench.tui.forms.field import Field, Shape
from workbench.tui.forms.pick import Pick
from workbench.tui.prompts import Paragraph, Word


class _Known(Suggester):
    """Completes the last of several names."""

    def __init__(self, known: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = known

    async def get_suggestion(self, value: str) -> str | None:
        """The whole line with its last name completed."""
        before, comma, last = value.rpartition(",")
        beginning = last.lstrip()
        found = next((name for name in self._known if beginning and name.startswith(beginning)), None)
        blank = last[: len(last) - len(beginning)]
        return f"{before}{comma}{blank}{found}" if found else None


class Saved(Paragraph):
    """A paragraph in which enter saves the form."""

    BINDINGS = [Binding("enter", "entered", "Save", show=False, priority=True)]

    class Entered(Message):
        """Enter was pressed."""

    def action_entered(self) -> None:
        """Tell that enter was pressed."""
        self.post_message(self.Entered())


def made_for(field: Field) -> Widget:
    """What a field is filled in with."""
    if field.shape is Shape.CHOICE:
        return Pick(field.known, field.text, needed=field.needed)
    if field.shape in {Shape.TEXT, Shape.LINES}:
        made = Paragraph if field.shape is Shape.LINES else Saved
        return made(shown(field), soft_wrap=True, compact=True, tab_behavior="focus", highlight_cursor_line=False)
    suggester = _Known(tuple(field.known)) if field.known else None
    return Word(shown(field), select_on_focus=False, compact=True, suggester=suggester)


def shown(field: Field) -> str:
    """What stands in a field at first: harmless text."""
    return "\n".join(map(words.plain, field.text.split("\n")))


def standing(widget: Widget) -> str:
    """What stands in a widget."""
    if isinstance(widget, Pick):
        return widget.value
    return widget.text if isinstance(widget, TextArea) else widget.value if isinstance(widget, Input) else ""
