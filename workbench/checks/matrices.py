"""Rules about a matrix: every inconsistency has its reason, and every rating was made against the present wording."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.checks.rule import Spot
from workbench.checks.survey import Survey
from workbench.model import CONTRADICTING, Case, Item, Rating, Row

FINGERPRINT = re.compile("w[0-9a-f]{16}")

CONFIRM = "look at it again and confirm it with y in the workbench"


def inconsistency_without_reason(survey: Survey) -> Iterator[Spot]:
    """I and II decide the order of the hypotheses, so each says why; the reason of a II is its special explanation."""
    for case in survey.cases:
        for item, row in case.rows:
            because = case.matrix.note(item.address).because
            for hypothesis in case.hypotheses:
                rating = row.ratings.get(hypothesis.id)
                if rating in CONTRADICTING and not because.get(hypothesis.id):
                    message = f"'{item.address}' is {rating} for '{hypothesis.id}' without a reason"
                    keys = (*_row(survey, case, item), row.written.get(hypothesis.id, hypothesis.id))
                    remedy = f"write one under notes, {item.address}, because, {hypothesis.id}"
                    yield Spot(case.matrix.path, keys, message, remedy)


def says_nothing(survey: Survey) -> Iterator[Spot]:
    """A row that cannot speak to any hypothesis lies outside the question and belongs beside the matrix, not in it."""
    for case in survey.cases:
        for item, row in case.rows:
            ratings = [row.ratings.get(h.id) for h in case.hypotheses]
            if ratings and all(rating is Rating.NA for rating in ratings):
                message = f"'{item.address}' is NA for every hypothesis"
                yield Spot(case.matrix.path, _row(survey, case, item), message, "park it with a reason (p)")


def stale(survey: Survey) -> Iterator[Spot]:
    """The text of the item or the statement of a hypothesis changed after the row was rated: it may no longer hold."""
    for case in survey.cases:
        for address, row, keys in _every_row(survey, case):
            if row.ratings and _whole(survey, case, row, keys) and not case.fits(address, row):
                message = f"'{address}' was rated against an older wording"
                yield Spot(case.matrix.path, keys, message, CONFIRM)


def unconfirmed(survey: Survey) -> Iterator[Spot]:
    """A row written by hand counts, but nobody will notice when the wording changes that it was rated against."""
    for case in survey.cases:
        for address, row, keys in _every_row(survey, case):
            if row.ratings and not row.wording:
                message = f"'{address}' does not say against which wording it was rated"
                yield Spot(case.matrix.path, keys, message, CONFIRM)


def unrated(survey: Survey) -> Iterator[Spot]:
    """What is not rated is not neutral: until every cell is rated the scores are those of a part."""
    for case in survey.cases:
        rows = [row for _, row in case.rows]
        missing = sum(h.id not in row.ratings for row in rows for h in case.hypotheses)
        if missing:
            total = len(rows) * len(case.hypotheses)
            message = f"{missing} of {total} cells are not yet rated"
            yield Spot(case.matrix.path, ("rows",), message, "rate them in the workbench; tab goes to the next one")


def not_asked(survey: Survey) -> Iterator[Spot]:
    """A row whose item does not belong to the question, by its `evidence`, stays in the file and is not counted."""
    for case in survey.cases:
        for address, row in case.matrix.rows.items():
            if row.ratings and address in survey.workspace.items and address not in case.items:
                keys = ("rows", survey.written(case.matrix, "rows", address))
                message = f"'{address}' does not belong to the question and is not counted"
                yield Spot(case.matrix.path, keys, message, "select it under `evidence` in the hypotheses file")


def weighed_without_inconsistency(survey: Survey) -> Iterator[Spot]:
    """What is weighed is an inconsistency; where the cell says something else by now, the weighing is left over."""
    for case in survey.cases:
        for item, row in case.rows:
            for hypothesis in case.matrix.note(item.address).weighed:
                rating = row.ratings.get(hypothesis)
                if rating not in CONTRADICTING and hypothesis in case.question.hypotheses:
                    message = f"'{item.address}' is weighed for '{hypothesis}' and is {rating or 'not rated'} there"
                    keys = ("notes", survey.written(case.matrix, "notes", item.address), "weighed", hypothesis)
                    yield Spot(case.matrix.path, keys, message, "take the weighing out, or rate the cell again")


def _every_row(survey: Survey, case: Case) -> Iterator[tuple[str, Row, tuple[str, ...]]]:
    """Every row of an unparked item, those rated again for a suspect as well, and where it stands."""
    again = survey.rated_again(case.matrix)
    for item, row in case.rows:
        yield item.address, row, _row(survey, case, item)
        yield from ((item.address, other, keys) for other, keys in again.get(item.address, ()))


def _whole(survey: Survey, case: Case, row: Row, keys: tuple[str, ...]) -> bool:
    """Whether all that a fingerprint covers could be read; if not, a finding of shape says what is wrong."""
    written = survey.data(case.matrix.path, *keys)
    statements = [h.statement for h in case.question.hypotheses.values() if h.id in row.ratings]
    return bool(FINGERPRINT.fullmatch(row.wording) and len(written) == len(row.ratings) + 1 and all(statements))


def _row(survey: Survey, case: Case, item: Item) -> tuple[str, str]:
    return ("rows", survey.written(case.matrix, "rows", item.address))
