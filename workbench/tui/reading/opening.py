"""From a source to its document: which source is meant, which file it is, and opening it beside the items."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model import Case, Source

if TYPE_CHECKING:
    from workbench.tui.leaf import Goal
    from workbench.tui.steps import Steps


def read(steps: Steps, goal: Goal) -> None:
    """Open the document of the source under the cursor: the archived file, else one that is asked for."""
    source = source_of(steps.desk.case, goal)
    if source is None:
        steps.say("Put the cursor on a source or an item of one; r reads its document.")
        return
    if source.own:
        steps.say("Our own assumptions and arguments have no document.")
        return
    path = archived(steps.root, source)
    if path is not None:
        show(steps, source.id, path)
    else:
        ask(steps, source.id)


def source_of(case: Case, goal: Goal) -> Source | None:
    """The source that a place on the page is about."""
    names = [goal.address.partition("/")[0], goal.id if goal.act == "source" else ""]
    if goal.filter is not None and goal.filter.by == "source":
        names.append(goal.filter.value)
    if goal.file is not None:
        names.append(Path(goal.file.path).stem if goal.file.path.startswith("evidence/") else "")
    return next((case.sources[name] for name in names if name in case.sources), None)


def archived(root: Path, source: Source) -> Path | None:
    """The archived file of a source, where it is one inside the workspace and is there."""
    if not source.archive or "://" in source.archive:
        return None
    try:
        path = (root / source.archive).resolve()
        return path if path.is_relative_to(root.resolve()) and path.is_file() else None
    except (OSError, ValueError, RuntimeError):
        return None


def ask(steps: Steps, source: str, typed: str = "") -> None:
    """Ask for the file of a source, and open it."""
    from workbench.tui.reading.asking import AskPath, located  # noqa: PLC0415 - off the way to the first paint

    def answered(given: str | None) -> None:
        if not given:
            return
        try:
            show(steps, source, located(steps.root, given))
        except RuntimeError as error:
            steps.say(f"{given}: {error}", alarm=True)

    steps.app.push_screen(AskPath(f"Read which file for {source}?", steps.root, typed), answered)


def show(steps: Steps, source: str, path: Path) -> None:
    """Open a file beside the items of a source."""
    from workbench.tui.reading.screen import ReadingScreen  # noqa: PLC0415 - off the way to the first paint

    def left(another: bool | None) -> None:
        if another:
            ask(steps, source)

    steps.app.push_screen(ReadingScreen(steps, source, path, steps.root), left)
