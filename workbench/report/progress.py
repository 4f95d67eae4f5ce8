"""How far a matrix has come, and which of Heuer's eight steps is next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.model import Case, Rating
from workbench.report.document import Align, Band, Block, Cell, Column, Document, Entry, Line, Paragraph, Table

STEPS = ("Hypotheses", "Evidence", "Matrix", "Refine", "Conclude", "Sensitivity", "Report", "Indicators")
"""The eight steps, in a word each (Heuer 1999, ch. 8)."""


@dataclass(frozen=True, slots=True)
class Step:
    """What to do next: the number of the step, 1 to 8, and a sentence."""

    number: int
    todo: str

    def __str__(self) -> str:
        return f"{self.number} {STEPS[self.number - 1]}: {self.todo}"


@dataclass(frozen=True, slots=True)
class Progress:
    """One analyst's matrix in numbers. Cells are counted over unparked rows and active hypotheses."""

    question: str
    text: str
    analyst: str
    """Empty where nobody has begun."""
    rows: int
    rated: int
    unrated: int
    stale: int
    unconfirmed: int
    """Rows without a record of the wording they were rated against."""
    parked: int
    step: Step


def progress(case: Case, *, begun: bool = True) -> Progress:
    """Count a case, and find its next step; `begun` says whether anybody has a matrix for it."""
    rows = [item.address for item, _ in case.rows]
    ids = [h.id for h in case.hypotheses]
    rated = sum(h in case.matrix.row(address).ratings for address in rows for h in ids)
    stale = sum(map(case.stale, rows))
    unrated = len(rows) * len(ids) - rated
    return Progress(
        question=case.question.id,
        text=case.question.text,
        analyst=case.matrix.analyst if begun else "",
        rows=len(rows),
        rated=rated,
        unrated=unrated,
        stale=stale,
        unconfirmed=sum(map(case.unconfirmed, rows)),
        parked=len(case.items) - len(rows),
        step=next(_steps(case, rows, unrated, stale)),
    )


def _steps(case: Case, rows: Sequence[str], unrated: int, stale: int) -> Iterator[Step]:
    """What is left to do, in the order of the steps; the last one is always there."""
    if len(case.hypotheses) < 2:
        yield Step(1, "write at least two hypotheses that compete")
    if not rows:
        yield Step(2, "add the evidence and arguments that bear on the question")
    if unrated:
        yield Step(3, f"rate {_count(unrated, 'cell')}")
    if stale:
        yield Step(4, f"look again at {_count(stale, 'row')} rated against another wording")
    if silent := sum(_silent(case, address) for address in rows):
        yield Step(4, f"park {_count(silent, 'row')} that can speak to no hypothesis, with the reason")
    if case.matrix.judgement is None:
        yield Step(5, "write down your own judgement beside the computed order")
    if not case.question.indicators:
        yield Step(8, "name what to watch for, and how likely it is under each hypothesis")
    yield Step(7, "print it: `ach matrix`")


def _silent(case: Case, address: str) -> bool:
    ratings = case.matrix.row(address).ratings
    return bool(ratings) and all(ratings.get(h.id) is Rating.NA for h in case.hypotheses)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def record(found: Progress) -> dict[str, object]:
    """A matrix's progress as plain data, for JSON; `analyst` is null where nobody has begun."""
    return {
        "question": found.question,
        "text": found.text,
        "analyst": found.analyst or None,
        "rows": found.rows,
        "rated": found.rated,
        "unrated": found.unrated,
        "stale": found.stale,
        "unconfirmed": found.unconfirmed,
        "parked": found.parked,
        "step": {
            "number": found.step.number,
            "name": STEPS[found.step.number - 1],
            "todo": found.step.todo,
        },
    }


_COLUMNS = (
    Column("analyst", stub=True),
    Column("rated", align=Align.RIGHT),
    Column("unrated", align=Align.RIGHT),
    Column("stale", align=Align.RIGHT),
    Column("unconfirmed", "uncon- firmed", align=Align.RIGHT),
    Column("parked", align=Align.RIGHT),
    Column("next of the eight steps", "next step", prose=True),
)


def status_document(title: str, found: Sequence[Progress], ways_on: Sequence[str] = ()) -> Document:
    """Every question with the matrices there are for it.

    Args:
        title: what the status is of.
        found: the progress of each matrix, those of a question one after the other.
        ways_on: sentences at the end that say how to go on.
    """
    questions = {p.question: p.text for p in found}
    blocks = [block for q, text in questions.items() for block in _question(q, text, found)]
    if not blocks:
        blocks = [Paragraph("There is no question yet.")]
    return Document(title=title, marking="", blocks=(*blocks, *map(Paragraph, ways_on)))


def _question(question: str, text: str, found: Sequence[Progress]) -> Iterator[Block]:
    yield Entry(question, text)
    lines = tuple(_line(p) for p in found if p.question == question)
    yield Table("status", _COLUMNS, (Band("", lines),))


def _line(found: Progress) -> Line:
    numbers = (found.rated, found.unrated, found.stale, found.unconfirmed, found.parked)
    return Line((Cell(found.analyst or "nobody yet"), *(Cell(str(n)) for n in numbers), Cell(str(found.step))))
