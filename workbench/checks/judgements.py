"""Rules about the analyst's judgement: shares add up, confidence is no likelihood, and the matrix is the one judged."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.checks.estimating import WRITTEN
from workbench.checks.rule import Spot
from workbench.checks.survey import Survey
from workbench.model import Case, Status, judgement_stale, judgement_unconfirmed

TOLERANCE = 0.5
"""Per cent by which shares may miss 100: three thirds are written 33, 33, 34 or 33.3 each."""

CONFIDENCE = re.compile(
    r"\b(?:low|moderate|medium|high)[ -]confidence\b|\bconfidence (?:is|was|remains) \w+", re.IGNORECASE
)

LIKELIHOOD = re.compile(
    r"\b(?:un|more |less |most )?likely\b|\blikelihood\b|\b(?:im)?probabl[ey]\b|\b(?:im)?probability\b"
    r"|\b(?:almost|nearly) certain(?:ly)?\b|\balmost no chance\b|\bremote(?: chance)?\b|\brealistic possibility\b"
    r"|\broughly even\b|\bper ?cent\b|%",
    re.IGNORECASE,
)
"""The terms of ICD 203 (2015, 2022) and of the PHIA probability yardstick (2025), and plain percentages."""

_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s)[^.!?]+)*")


FINGERPRINT = re.compile("m[0-9a-f]{16}")

CONFIRM = "read it again on page 5 of the workbench, and confirm it with y or change it"


def not_a_hundred(survey: Survey) -> Iterator[Spot]:
    """One of the hypotheses or something else is true, so that the shares of all of them make the whole."""
    for matrix in survey.workspace.matrices.values():
        shares = matrix.judgement.likelihood if matrix.judgement else {}
        total = sum(shares.values())
        within = all(0 <= share <= 100 for share in shares.values())  # any other is a finding of shape
        if shares and within and abs(total - 100) > TOLERANCE:
            message = f"the likelihoods add up to {total:g}"
            yield Spot(matrix.path, ("judgement", "likelihood"), message, "make it 100, with `other` for what is left")


def share_of_what_is_out(survey: Survey) -> Iterator[Spot]:
    """A hypothesis that is parked, merged or rejected is no answer any more; its share belongs to those that are."""
    for matrix in survey.workspace.matrices.values():
        asked = survey.workspace.questions.get(matrix.question)
        for hypothesis, share in matrix.judgement.likelihood.items() if matrix.judgement and asked else ():
            known = asked.hypotheses.get(hypothesis) if asked else None
            if share and known and known.status is not Status.ACTIVE:
                keys = ("judgement", "likelihood", hypothesis)
                message = f"the hypothesis '{hypothesis}' is {known.status.value} and has a likelihood of {share:g}"
                yield Spot(matrix.path, keys, message, "give its share to the active ones or to `other`")


def confidence_without_grounds(survey: Survey) -> Iterator[Spot]:
    """A level of confidence says how much the grounds can be relied on, so the grounds stand beside it."""
    for matrix in survey.workspace.matrices.values():
        if matrix.judgement and matrix.judgement.confidence and not matrix.judgement.because:
            message = "there is a level of confidence and not what it rests on"
            yield Spot(matrix.path, ("judgement", "confidence"), message, "add `because:` under judgement")


def confidence_with_likelihood(survey: Survey) -> Iterator[Spot]:
    """How likely something is and how sure we are of that are two things; ICD 203 forbids them in one sentence."""
    for mention in survey.mentions(WRITTEN):
        if any(CONFIDENCE.search(s) and LIKELIHOOD.search(s) for s in _SENTENCE.findall(mention.text)):
            message = "a level of confidence and a likelihood stand in one sentence"
            yield Spot(mention.path, mention.keys, message, "make two sentences of it")


def stale(survey: Survey) -> Iterator[Spot]:
    """Grounds speak of the matrix they were written on: hypotheses, ratings, parked rows, relevance, grades."""
    for case in survey.cases:
        if judgement_stale(case) and _whole(survey, case):
            message = "the matrix changed since this judgement was written"
            yield Spot(case.matrix.path, ("judgement", "matrix"), message, CONFIRM)


def unconfirmed(survey: Survey) -> Iterator[Spot]:
    """A judgement written by hand stands, but nobody will notice when the matrix changes that it was made on."""
    for case in survey.cases:
        if judgement_unconfirmed(case):
            message = "the judgement does not say on which state of the matrix it was made"
            yield Spot(case.matrix.path, ("judgement",), message, CONFIRM)


def _whole(survey: Survey, case: Case) -> bool:
    """Whether all that the fingerprint covers could be read; if not, another finding says what is wrong."""
    known, judged = survey.workspace.items, case.matrix.judgement
    if not judged or not FINGERPRINT.fullmatch(judged.matrix) or not all(h.statement for h in case.hypotheses):
        return False
    if any(map(survey.unread, survey.workspace.signatures)):
        return False
    written = survey.data(case.matrix.path, "rows").values()
    cells = sum(len(row.keys() - {"wording"}) for row in written if isinstance(row, dict))
    rows = case.matrix.rows
    return cells == sum(len(row.ratings) for row in rows.values()) and all(a in known for a in rows if rows[a].ratings)
