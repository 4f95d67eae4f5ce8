"""What every printed page says of itself: the question, whose matrix, by which method, and what its letters mean."""

from __future__ import annotations

from workbench.analysis.standing import Standing
from workbench.edtf import worded
from workbench.model import RATING_MEANING, Question
from workbench.report import wording
from workbench.report.document import Cell, Imprint, Tone

METHOD = (
    "points: I counts 1, II counts 2, times the weight of the row (0.5 to 2, from its grade and relevance); beside "
    "them with equal weights; 0 is best; no probabilities"
)
"""Both methods that stand side by side, with their weights, in one line."""


def imprint(standing: Standing, program: str) -> Imprint:
    """The imprint of a page that shows an analyst's matrix, or what follows from it."""
    question = standing.case.question
    return of_question(question, program, analyst=standing.case.matrix.analyst, method=METHOD, legend=legend())


def of_question(
    question: Question, program: str, *, analyst: str = "", method: str = "", legend: tuple[Cell, ...] = ()
) -> Imprint:
    """The imprint of a page about a question."""
    scope = "; ".join(part.rstrip(".") for part in (question.scope.who, worded(question.scope.period)) if part)
    return Imprint(program, question.text, scope, analyst, method=method, legend=legend)


def legend() -> tuple[Cell, ...]:
    """The letters of the cells, each with its meaning under it."""
    letters = (Cell(rating.value, Tone(rating.value), meaning) for rating, meaning in RATING_MEANING.items())
    return (*letters, Cell(wording.UNRATED, Tone.UNRATED, wording.NOT_RATED))
