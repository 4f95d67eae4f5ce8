"""The sentences that every document uses: what marks, letters and totals mean."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis.methods import METHODS, SIDE_BY_SIDE
from workbench.analysis.standing import Standing
from workbench.model import RATING_MEANING, RATING_QUESTION
from workbench.report.document import Paragraph

UNRATED = "·"
"""Stands where nobody rated: never N, never NA."""

POINTS = "weighted points"
"""By what somebody leads, where nothing else is said."""

NOT_RATED = "not rated yet, which is neither N nor NA"

TAKES = {
    "relevance": "a step of its relevance",
    "grade": "a step of its grade",
    "cell": "a step of one cell",
    "loss": "its loss",
}
"""What a linchpin takes, in words."""

NO_PROBABILITY = (
    "Points add up what speaks against a hypothesis: 0 is best, more is worse. They are not probabilities; "
    "their order is rough and the judgement stays the analyst's."
)

ADJUSTED = (
    "the points once more, with every voice counted once: a retelling, and an assessment whose grounds are in the "
    "matrix, add nothing; items of one origin count once against each hypothesis, by the strongest"
)

COUNTED = {
    "bears on": "rows rated CC, C, I or II under the hypothesis",
    "contradicts": "rows rated I or II",
    "coverage": "rows that bear on it, of all rows in the matrix",
}

GRADE = (
    "Admiralty: reliability A to F of the weaker of source and origin, credibility 1 to 6 of the item; "
    "* a part of it cannot be judged (F, 6 or no grade) and counts as medium; ! contested: an analyst grades it "
    "otherwise than its file; own is our own thinking, ungraded"
)

WEIGHT = "how often an inconsistency in the row counts, from its grade and its relevance: 0.5, 0.71, 1, 1.41 or 2"


def answered(standing: Standing, answer: str) -> str:
    """An answer as a page begins with it: first of all, whether the matrix is complete."""
    return answer if standing.complete else f"Incomplete. {answer}"


def leads(standing: Standing) -> str:
    """What is said of whoever leads; where not every count names the same, by which it does."""
    return "leads" if standing.settled else f"leads by {POINTS}"


JUDGED_BEFORE = "written on the matrix as it was before these changes, and not confirmed: it is to be read again."


def older_matrix(ratings: int | None = None, judgement: str = "this judgement") -> str:
    """That a judgement speaks of a matrix that changed, without a full stop; `ratings` did, where that is known."""
    what = f"{ratings:,} {'rating' if ratings == 1 else 'ratings'}" if ratings else "The matrix"
    return f"{what} changed since {judgement} was written"


def legend() -> Iterator[Paragraph]:
    """What the letters and the columns mean."""
    yield Paragraph(RATING_QUESTION, lead="Each cell")
    for rating, meaning in RATING_MEANING.items():
        yield Paragraph(meaning, lead=rating.value)
    yield Paragraph(NOT_RATED, lead=UNRATED)
    yield Paragraph(GRADE, lead="grade")
    yield Paragraph(WEIGHT, lead="weight")


def counted() -> Iterator[Paragraph]:
    """What is counted beside the points."""
    for word, meaning in COUNTED.items():
        yield Paragraph(f"{meaning}.", lead=word)


def methods() -> Iterator[Paragraph]:
    """How the points come about: formula, source and what each method ignores."""
    yield Paragraph(NO_PROBABILITY)
    for method in (METHODS[name] for name in SIDE_BY_SIDE):
        text = f"{method.formula} Ignores: {method.ignores} Source: {method.source}"
        yield Paragraph(text, lead=method.title)
    yield Paragraph(f"{ADJUSTED}.", lead="adjusted")
    yield from counted()
