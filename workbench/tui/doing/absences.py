"""Absences: evidence of what was looked for and not found, in the source that was looked through."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.tui.chooser import Chooser, Option
from workbench.tui.doing.deed import Doing

if TYPE_CHECKING:
    from workbench.tui.forms.field import Values

_NONE = "An absence stands in the source that was looked through: page 2 adds one."


def add_absence(doing: Doing, preset: Values, because: str) -> None:
    """Ask in which source something was not found, and for the item that says so.

    Args:
        doing: whoever asks.
        preset: values that stand in the form at first, by the names of the fields.
        because: what it came of, to be shown over the form.
    """

    def chosen(source: str) -> None:
        from workbench.tui.doing.itemform import add_item  # noqa: PLC0415 - off the way to the first paint

        add_item(doing.steps, source, preset, intro=[because], again=False)

    ask_source(doing, chosen)


def ask_source(doing: Doing, then: Callable[[str], None]) -> None:
    """Ask in which source something was not found: what others wrote, since our own thinking shows nothing."""
    if doing.steps.desk.trial is not None:
        doing.say("What-if tries the matrix alone: w on the matrix ends it, then files can be written.", alarm=True)
        return
    sources = [source for source in doing.case.sources.values() if not source.own]
    if not sources:
        doing.say(_NONE, alarm=True)
        return
    options = [Option(source.id, source.id, source.title) for source in sources]
    chooser = Chooser("It was not found in which source?", options, typed=True)
    doing.steps.ask(chooser, lambda source: then(str(source)))
