"""Many items pasted from a spreadsheet: where they go, what the columns are, what is refused, and enter writes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from workbench.tui.chooser import Chooser, Option

if TYPE_CHECKING:
    from workbench.tui.leaf import Goal
    from workbench.tui.steps import Steps

OWN = "own"


def paste(steps: Steps, goal: Goal) -> None:
    """Ask for what is to be pasted, and before that for the source, where that under the cursor does not tell it.

    Args:
        steps: the screen under the page.
        goal: what is under the cursor.
    """
    source = source_of(steps, goal)
    if steps.desk.trial is not None:
        steps.say("What-if tries the matrix alone: w ends it, then files can be written.", alarm=True)
    elif source:
        _open(steps, source)
    else:
        choose_source(steps, lambda chosen: _open(steps, chosen))


def source_of(steps: Steps, goal: Goal) -> str:
    """The source that a goal is about, or the only one there is; empty where it is open."""
    known = steps.desk.case.sources
    filtered = goal.filter.value if goal.filter is not None and goal.filter.by == "source" else ""
    for source in (filtered, goal.address.partition("/")[0], goal.id):
        if source in known:
            return source
    documents = [source.id for source in known.values() if not source.own]
    return documents[0] if len(documents) == 1 else ""


def choose_source(steps: Steps, then: Callable[[str], object]) -> None:
    """Ask which source the lines are of; `then` is called with its id."""
    sources = steps.desk.case.sources.values()
    options = [Option(source.id, source.id, source.title) for source in sources if not source.own]
    options.append(Option(OWN, OWN, "our own assumptions and arguments"))

    def chosen(source: object) -> None:
        if isinstance(source, str):
            then(source)

    steps.app.push_screen(Chooser("Into which source?", options, typed=len(options) > 9), chosen)


def _open(steps: Steps, source: str) -> None:
    from workbench.tui.pasting.screen import PasteScreen  # noqa: PLC0415 - loaded when something is pasted

    steps.app.push_screen(PasteScreen(steps, source))
