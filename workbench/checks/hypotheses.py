"""Rules about hypotheses: each can be contradicted, is told from the others, and says why it is out if it is."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from workbench.checks.rule import Spot
from workbench.checks.survey import Survey
from workbench.model import Hypothesis, Question, Status

HEADER_CELLS = 24
"""A wider column header is wrapped more than a reader likes."""

FEWEST, MOST = 3, 7
"""Fewer hypotheses leave out an answer; of more nobody keeps track (Heuer, chapter 8)."""


def not_refutable(survey: Survey) -> Iterator[Spot]:
    """ACH works by contradiction: a hypothesis under which anything may be seen cannot be contradicted."""
    for question, hypothesis in _each(survey):
        if hypothesis.status is Status.ACTIVE and not hypothesis.expect_not:
            message = f"the hypothesis '{hypothesis.id}' does not say what should not be seen if it is true"
            yield _spot(question, hypothesis, message, "add `expect_not:` with at least one such thing")


def status_without_reason(survey: Survey) -> Iterator[Spot]:
    """A reader wants to know why a hypothesis is no longer rated, above all when it was their favourite."""
    for question, hypothesis in _each(survey):
        if hypothesis.status is not Status.ACTIVE and not hypothesis.because:
            message = f"the hypothesis '{hypothesis.id}' is {hypothesis.status.value} without a reason"
            yield _spot(question, hypothesis, message, "add `because:`", "status")


def merged_into_nothing(survey: Survey) -> Iterator[Spot]:
    """A merged hypothesis lives on in another one, which `into` names; of any other status `into` says nothing."""
    for question, hypothesis in _each(survey):
        if hypothesis.status is Status.MERGED and not hypothesis.into:
            message = f"the hypothesis '{hypothesis.id}' is merged, and it is not said into which"
            yield _spot(question, hypothesis, message, "add `into:` with the id of that hypothesis", "status")
        elif hypothesis.into and hypothesis.status is not Status.MERGED:
            message = (
                f"the hypothesis '{hypothesis.id}' names one that it is merged into, but is {hypothesis.status.value}"
            )
            yield _spot(question, hypothesis, message, "write `status: merged`, or remove `into`", "into")


def wide_header(survey: Survey) -> Iterator[Spot]:
    """A short column header keeps the matrix on one page."""
    for question, hypothesis in _each(survey):
        cells = _cells(hypothesis.short)
        if cells > HEADER_CELLS:
            message = f"the column header of '{hypothesis.id}' is {cells} cells wide"
            yield _spot(question, hypothesis, message, f"shorten it to {HEADER_CELLS} cells or fewer", "short")


def how_many(survey: Survey) -> Iterator[Spot]:
    """With fewer than three hypotheses an answer is probably missing; with more than seven nobody keeps track."""
    for question in survey.workspace.questions.values():
        active = len(question.active)
        if not FEWEST <= active <= MOST:
            message = f"the question has {active} active {'hypothesis' if active == 1 else 'hypotheses'}"
            yield Spot(question.path, ("hypotheses",), message, f"from {FEWEST} to {MOST} serve best")


def _each(survey: Survey) -> Iterator[tuple[Question, Hypothesis]]:
    for question in survey.workspace.questions.values():
        for hypothesis in question.hypotheses.values():
            yield question, hypothesis


def _spot(question: Question, hypothesis: Hypothesis, message: str, remedy: str, *field: str) -> Spot:
    return Spot(question.path, ("hypotheses", hypothesis.id, *field), message, remedy)


def _cells(text: str) -> int:
    """How many cells of a terminal a text takes: wide characters two, combining ones none."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in unicodedata.normalize("NFC", text)
    )
