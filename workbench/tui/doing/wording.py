"""Writing hypotheses: a new one, other words for one, what it expects and does not, another id."""

from __future__ import annotations

from workbench.analysis.heuer.hypotheses import ROLES
from workbench.model import Hypothesis
from workbench.model.authoring import AddHypothesis, RenameHypothesis, SetHypothesis
from workbench.tui.doing import hypothesisform as form
from workbench.tui.doing.deed import Doing
from workbench.tui.doing.filled import fill, text
from workbench.tui.forms.field import Field, Shape, Values, changed, new_id

RENAMED = "The old id stays known: ratings under it count, and the next save of a row writes the new one."


def add(doing: Doing, role: str = "") -> None:
    """Ask for a new hypothesis, with examples of the role that it is to have."""
    question = doing.question
    used = form.taken(question)

    def made(values: Values) -> Hypothesis:
        return form.hypothesis_of(values, used)

    def said(values: Values) -> str:
        return f"{made(values).short} is added, with the id {made(values).id}."

    fill(
        doing,
        "A new hypothesis",
        [*form.wording(role=role), form.id_field(used)],
        lambda values: [AddHypothesis(question.id, made(values))],
        said=said,
        intro=[ROLES[role]] if role in ROLES else [],
        done=lambda values: form.seek(doing, made(values).id),
    )


def reword(doing: Doing, hypothesis: Hypothesis) -> None:
    """Ask for other words, and say what they do to the ratings."""
    _edit(doing, hypothesis, form.wording(hypothesis), tuple(form.staleness(doing.case, hypothesis)))


def expectations(doing: Doing, hypothesis: Hypothesis) -> None:
    """Ask what should be seen and what should not: first for what is missing."""
    fields = form.expectations(hypothesis)
    _edit(doing, hypothesis, fields if hypothesis.expect_not else fields[::-1], (hypothesis.statement,))


def rename(doing: Doing, hypothesis: Hypothesis) -> None:
    """Ask for another id."""
    question = doing.question
    used = form.taken(question) - {hypothesis.id, *hypothesis.formerly}

    def changes(values: Values) -> list[RenameHypothesis]:
        new = text(values, "id")
        return [RenameHypothesis(question.id, hypothesis.id, new)] if new != hypothesis.id else []

    fill(
        doing,
        f"Another id for {form.name(hypothesis)}",
        [Field("id", "id", hypothesis.id, Shape.LINE, RENAMED, check=new_id(used), needed=True)],
        changes,
        said=lambda values: f"{hypothesis.id} is {text(values, 'id')} now.",
        intro=[hypothesis.statement],
        done=lambda values: form.seek(doing, text(values, "id")),
    )


def _edit(doing: Doing, hypothesis: Hypothesis, fields: tuple[Field, ...], intro: tuple[str, ...]) -> None:
    """Ask for these fields, and write those that changed."""
    question = doing.question.id

    def changes(values: Values) -> list[SetHypothesis]:
        new = changed(fields, values)
        return [SetHypothesis(question, hypothesis.id, new)] if new else []

    def said(values: Values) -> str:
        return f"{text(values, 'short') or form.name(hypothesis)} is written."

    fill(doing, f"{form.name(hypothesis)} ({hypothesis.id})", fields, changes, said=said, intro=intro)
