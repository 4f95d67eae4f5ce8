"""Objections: why an edit makes no sense, in a sentence, so that a form can say it while one types."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.case import Case
from workbench.model.edits import Check, Edit, Grade, Judge, Rate, Reason, Suspect, Weigh
from workbench.model.words import CHECKLIST, CONTRADICTING, CREDIBILITIES, OTHER, OWN_KINDS, Confidence

HIGHEST = 100
"""Per cent: a share is from 0 to this."""


def objection(case: Case, edit: Edit) -> str:
    """Why an edit makes no sense in a case, in a sentence without its full stop; empty where it does.

    What is `impossible` no matrix may hold. The rest can be written all the same, and `ach check` will find it.
    """
    return impossible(edit) or next(_objections(case, edit), "")


def impossible(edit: Edit) -> str:
    """Why no matrix may hold what an edit would write; empty where it may."""
    match edit:
        case Grade(credibility=grade) if grade and grade not in CREDIBILITIES:
            return f"'{grade}' is not a grade of credibility: write 1 to 6"
        case Check(question=question) if question not in CHECKLIST:
            return f"'{question}' is no question of the checklist"
        case Judge(confidence=level) if level and level not in list(Confidence):
            return f"'{level}' is no level of confidence: write {', '.join(Confidence)}"
        case Judge(likelihood=shares):
            wrong = [h for h, share in shares.items() if share is not None and not 0 <= share <= HIGHEST]
            return f"the share of '{wrong[0]}' is not from 0 to 100 per cent" if wrong else ""
        case _:
            return ""


def _objections(case: Case, edit: Edit) -> Iterator[str]:
    known = case.question.hypotheses
    if edit.address and edit.address not in case.items:
        yield f"there is no item '{edit.address}'"
    match edit:
        case (
            Rate(hypothesis=hypothesis)
            | Reason(hypothesis=hypothesis)
            | Suspect(hypothesis=hypothesis)
            | Weigh(hypothesis=hypothesis)
        ) if hypothesis not in known:
            yield f"there is no hypothesis '{hypothesis}'"
        case Suspect(suspect=suspect) | Check(suspect=suspect) if not _is_suspect(case, suspect):
            yield f"there is no source and no origin '{suspect}'"
        case Weigh(address, hypothesis, weighing) if weighing and not _contradicts(case, address, hypothesis):
            yield f"'{address}' is not inconsistent with '{hypothesis}'"
        case Grade(address, grade) if grade and case.items[address].kind in OWN_KINDS:
            yield "our own thinking has no grade"
        case Judge(likelihood=shares) if unknown := [h for h in shares if h not in known and h != OTHER]:
            yield f"there is no hypothesis '{unknown[0]}'"


def _is_suspect(case: Case, suspect: str) -> bool:
    return suspect in case.sources or suspect in case.origins


def _contradicts(case: Case, address: str, hypothesis: str) -> bool:
    return case.matrix.row(address).ratings.get(hypothesis) in CONTRADICTING
