"""Taking a hypothesis out of the matrix, with the reason, and back in: parked, merged or rejected, never deleted."""

from __future__ import annotations

from workbench.analysis.narrowing import counted
from workbench.model import Hypothesis, Status
from workbench.model.authoring import SetStatus
from workbench.tui.chooser import Chooser, Option
from workbench.tui.doing import hypothesisform as form
from workbench.tui.doing.deed import Doing
from workbench.tui.doing.filled import fill, text
from workbench.tui.forms.field import Field, Shape

PARKED = "Why it is parked. It is out of the matrix until taken back, and nothing of it is lost."
REJECTED = (
    "What contradicts it. A hypothesis that merely has nothing to speak for it is not rejected: it stays, or is parked."
)
MERGED = "Why the two are one: what told them apart does not matter here, or cannot be seen."


def park(doing: Doing, hypothesis: Hypothesis) -> None:
    """Ask for the reason to park it; one that is set aside is taken back."""
    if hypothesis.status is Status.ACTIVE:
        _ask(doing, hypothesis, Status.PARKED, "is parked", PARKED)
        return
    doing.write(
        SetStatus(doing.question.id, hypothesis.id, Status.ACTIVE),
        said=f"{form.name(hypothesis)} is taken back, and is a column again.",
        done=lambda _: form.seek(doing, hypothesis.id),
    )


def reject(doing: Doing, hypothesis: Hypothesis) -> None:
    """Ask what contradicts it."""
    _ask(doing, hypothesis, Status.REJECTED, "is rejected", REJECTED)


def merge(doing: Doing, hypothesis: Hypothesis) -> None:
    """Ask which one it is merged into, and why."""
    others = [h for h in doing.question.active if h.id != hypothesis.id]
    if not others:
        doing.say("There is no other hypothesis that it could be merged into.")
        return

    def chosen(into: object) -> None:
        if isinstance(into, Hypothesis):
            _ask(doing, hypothesis, Status.MERGED, f"is merged into {form.name(into)}", MERGED, into.id)

    options = [Option(h, form.name(h), h.statement) for h in others]
    rated = form.rated_in(doing.case, hypothesis.id)
    kept = [f"Its ratings of {counted(rated)} stay in the file and are not carried over."] if rated else []
    intro = [hypothesis.statement, *kept]
    chooser = Chooser(f"Merge {form.name(hypothesis)} into which?", options, intro=intro, typed=len(options) > 9)
    doing.steps.ask(chooser, chosen)


def _ask(doing: Doing, hypothesis: Hypothesis, status: Status, done: str, told: str, into: str = "") -> None:
    """Ask for the reason, and write it down."""
    question, name = doing.question.id, form.name(hypothesis)
    field = Field("because", "because", hypothesis.because, Shape.TEXT, told, needed=True)
    fill(
        doing,
        f"Why {name} {done}",
        [field],
        lambda values: [SetStatus(question, hypothesis.id, status, text(values, "because"), into)],
        said=f"{name} {done}; p takes it back.",
        intro=[hypothesis.statement],
        done=lambda _: form.seek(doing, hypothesis.id),
    )
