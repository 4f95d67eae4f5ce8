"""What an edit makes of a case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from workbench.model.case import Case
from workbench.model.edits import (
    Check,
    Confirm,
    Edit,
    Grade,
    Judge,
    Look,
    Park,
    Rate,
    Reason,
    Relevance,
    Shuffle,
    Suspect,
    Weigh,
)
from workbench.model.judged import matrix_fingerprint
from workbench.model.matrix import Judgement, Note, OwnGrade, Row, Value
from workbench.model.objections import impossible
from workbench.model.words import Rating


def edited(case: Case, edit: Edit) -> Case:
    """The case after an edit; the same case where the edit changes nothing.

    What no matrix may hold (a likelihood above 100, a grade of 7) changes nothing; `objection` says why.
    """
    part = edit.part
    before = case.matrix.part(part)
    after = _edited(case, edit, before)
    return case if after == before else case.with_matrix(case.matrix.with_parts({part: after}))


def _edited(case: Case, edit: Edit, before: Value) -> Value:
    """What stands in the edit's part after it. A text is kept as a file keeps it: without white space at its ends."""
    match edit:
        case Rate() | Suspect():
            return _rated(case, edit.address, before, edit.hypothesis, edit.rating)
        case Confirm():
            return _confirmed(case, edit.address, before)
        case Look():
            return tuple(dict.fromkeys((*before, *edit.addresses)))
        case Shuffle():
            return edit.seed.strip()
        case Reason() | Weigh() | Relevance() | Park():
            return _noted(before, edit)
        case _ if impossible(edit):
            return before
        case Grade():
            return OwnGrade(edit.credibility, edit.because.strip()) if edit.credibility else None
        case Check():
            return _with(before, edit.question, edit.answer.strip())
        case Judge():
            return _judged(case, before or Judgement(), edit)


def _noted(note: Note, edit: Reason | Weigh | Relevance | Park) -> Note:
    match edit:
        case Reason():
            return note._replace(because=_with(note.because, edit.hypothesis, edit.text.strip()))
        case Weigh():
            return note._replace(weighed=_with(note.weighed, edit.hypothesis, edit.weighing or ""))
        case Relevance():
            return note._replace(relevance=edit.level)
        case Park():
            return note._replace(parked=edit.because.strip())


def _with(entries: Mapping[str, Value], key: str, value: Value) -> Mapping[str, Value]:
    """A mapping with one entry set, or taken away by an empty text or nothing."""
    rest = {name: held for name, held in entries.items() if name != key}
    return rest if value in ("", None) else rest | {key: value}


def _judged(case: Case, judgement: Judgement, edit: Judge) -> Judgement | None:
    shares = judgement.likelihood
    for hypothesis, share in edit.likelihood.items():
        shares = _with(shares, hypothesis, share if share is None else float(share))
    given = {"confidence": edit.confidence, "because": edit.because, "differs_because": edit.differs_because}
    texts = {field: text.strip() for field, text in given.items() if text is not None}
    after = judgement._replace(likelihood=shares, **texts)
    if not after.says:
        return None
    return after._replace(matrix=matrix_fingerprint(case)) if edit.holds or after != judgement else after


def _confirmed(case: Case, address: str, row: Row) -> Row:
    if not row.ratings or address not in case.items:
        return row
    row = replace(row, written={})
    return replace(row, wording=case.fingerprint(address, row))


def _rated(case: Case, address: str, before: Row, hypothesis: str, rating: Rating | None) -> Row:
    """The row after a rating, under the rule of fingerprints.

    A row that fits what stands now is marked anew, and so is a new one. A stale or unconfirmed row
    stays so, whatever cell of it is rated again, until the analyst confirms it: the other cells
    were rated against something else. So does the row of an item that is gone from its file: there
    is no wording it could be marked with.
    """
    row = before.rate(hypothesis, rating)
    if not row.ratings:
        return Row()
    keeps = before.ratings and not case.fits(address, before)
    if keeps or address not in case.items:
        return row
    row = replace(row, written={})
    return replace(row, wording=case.fingerprint(address, row))
