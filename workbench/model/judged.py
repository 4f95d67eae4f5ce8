"""What a judgement was made on: the matrix as its analyst saw it, as a fingerprint, and whether that still fits."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from workbench.model.case import Case, normal
from workbench.model.evidence import Item
from workbench.model.question import Hypothesis
from workbench.model.words import OWN_KINDS, Level, Rating

Ratings = tuple[tuple[str, Rating], ...]
"""What is rated in a row."""

Graded = tuple[str, tuple[str, ...], str, bool]
"""What the grade of a row is made of: source, origins, credibility, and whether it is our own thinking."""

UNGRADED = "?"
"""Stands where a source or an item has no grade."""

ORIGIN_UNGRADED = "F"
"""Stands where an origin has none: so it counts."""


def matrix_fingerprint(case: Case, *, as_called_now: bool = False) -> str:
    """The mark of a matrix that a judgement is made on: `m` and 16 hex digits.

    SHA-256 over lines, sorted by code points, joined by line feeds, in UTF-8. For each active hypothesis its id and its
    statement. For each row that counts (its item belongs to the question and is not parked, and a cell under an active
    hypothesis is rated) its address; the grade: `own` of our own thinking, else the letter of the source, those of the
    origins, sorted, and the digit as this analyst gives it; the relevance; then, sorted, id and rating of each of
    these cells. What stands in a line is parted by blanks; texts are normalised (`normal`).

    So it covers whatever moves a weighted point, and no reason, weighing, date, tag or text of an item: a reworded item
    makes its row stale, and when that is confirmed the ratings are what they were. The order of rows, and of
    hypotheses, does not matter. Things go by the oldest id they had, so that renaming changes nothing.

    Args:
        case: the case; rows that it was narrowed away from count all the same.
        as_called_now: by present ids instead, as to compare two states of a case that are under the same ones.
    """
    called = {h.id: h.id if as_called_now else _first(h) for h in case.hypotheses}
    lines = [normal(f"{called[h.id]} {h.statement}") for h in case.hypotheses]
    lines += _rows(case, called, as_called_now=as_called_now)
    digest = hashlib.sha256("\n".join(sorted(lines)).encode("utf-8", "surrogatepass"))
    return "m" + digest.hexdigest()[:16]


def judgement_stale(case: Case) -> bool:
    """Whether the judgement was made on another matrix than the one that stands now.

    Its mark may be that under the oldest ids or under present ones: an item that another was merged into has got an
    older id than it had.
    """
    judged = case.matrix.judgement
    if judged is None or not judged.matrix or judged.matrix == matrix_fingerprint(case):
        return False
    return judged.matrix != matrix_fingerprint(case, as_called_now=True)


def judgement_unconfirmed(case: Case) -> bool:
    """Whether there is a judgement without a record of what it was made on."""
    judged = case.matrix.judgement
    return judged is not None and not judged.matrix


def _rows(case: Case, called: Mapping[str, str], *, as_called_now: bool) -> Iterator[str]:
    """The lines of the rows that count. What many rows have alike is worked out once: there may be ten thousand."""
    items = {**case.items, **case.narrowed.outside} if case.narrowed else case.items
    notes, rated, graded = case.matrix.notes, dict[Ratings, str](), dict[Graded, str]()
    for address, row in case.matrix.rows.items():
        item, note, ratings = items.get(address), notes.get(address), tuple(row.ratings.items())
        if item is None or (note and note.parked):
            continue
        if ratings not in rated:
            rated[ratings] = " ".join(sorted(f"{called[h]} {rating.value}" for h, rating in ratings if h in called))
        if not rated[ratings]:
            continue
        grade = (item.source, item.origins, case.credibility(item), item.kind in OWN_KINDS)
        if grade not in graded:
            graded[grade] = _grade(case, *grade)
        relevance = (note.relevance if note else Level.MEDIUM).value
        yield f"{address if as_called_now else _address(case, item)} {graded[grade]} {relevance} {rated[ratings]}"


def _grade(case: Case, source: str, origins: tuple[str, ...], credibility: str, own: bool) -> str:
    if own:
        return "own"
    told = case.sources.get(source)
    known = (case.origins.get(origin) for origin in origins)
    letters = sorted((origin.reliability if origin else "") or ORIGIN_UNGRADED for origin in known)
    return f"{''.join([(told.reliability if told else '') or UNGRADED, *letters])} {credibility or UNGRADED}"


def _address(case: Case, item: Item) -> str:
    """The address by the oldest ids of source and item: `formerly` has them in the order they were given up."""
    source = case.sources.get(item.source)
    if not item.formerly and not (source and source.formerly):
        return item.address
    return f"{next(iter(source.formerly if source else ()), item.source)}/{next(iter(item.formerly), item.id)}"


def _first(hypothesis: Hypothesis) -> str:
    return next(iter(hypothesis.formerly), hypothesis.id)
