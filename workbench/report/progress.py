"""How far a matrix has come, and what is left in each of Heuer's eight steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from workbench.analysis.heuer import StepLeft, next_step, steps
from workbench.analysis.heuer.staleness import stale
from workbench.analysis.heuer.work import Work
from workbench.analysis.narrowing import sentences
from workbench.analysis.older import NOT_KNOWN, History, Rewording, rewordings
from workbench.model import Case, judgement_stale, judgement_unconfirmed
from workbench.report.document import Align, Band, Block, Cell, Column, Document, Entry, Line, Paragraph, Table
from workbench.report.narrowing import narrowing_record
from workbench.report.rewordings import line as on_a_line
from workbench.report.rewordings import records
from workbench.report.wording import older_matrix

SHOWN = 6
"""Stale rows of a matrix that are named with what they were rated against."""


class Judged(NamedTuple):
    """Whether the matrix that a judgement was made on is another, or not known; and how many ratings changed since."""

    stale: bool
    unconfirmed: bool
    ratings_changed: int | None = None
    """Of a stale one, where that is known."""


RatedSince = Callable[[Case], int | None]
"""Is asked how many ratings changed since a stale judgement was written."""


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
    stale: Mapping[str, tuple[Rewording, ...]]
    """The stale rows by address, each with what was reworded, where that is known."""
    unconfirmed: int
    """Rows without a record of the wording they were rated against."""
    parked: int
    steps: tuple[StepLeft, ...]
    """All eight, with what is left in each."""
    judgement: Judged | None = None
    """What the judgement was made on; nothing where none is written."""
    narrowed: Mapping[str, Any] = field(default_factory=dict)
    """What it was narrowed to, as for JSON; nothing where all rows were counted."""
    left_out: tuple[str, ...] = ()
    """The same in sentences."""

    @property
    def step(self) -> StepLeft:
        """The next of the eight steps."""
        return next_step(self.steps)


def progress(
    case: Case,
    *,
    today: date,
    begun: bool = True,
    history: History | None = None,
    rated_since: RatedSince = lambda _: None,
) -> Progress:
    """Count a case, and what is left in each step.

    Args:
        case: the case.
        today: what is overdue is told by it.
        begun: whether anybody has a matrix for it.
        history: is asked what stale rows were rated against, where there are some.
        rated_since: is asked how many ratings changed, where the judgement is stale.
    """
    work = Work(case, today)
    old = stale(work)
    older = history(case, old) if old and history else NOT_KNOWN
    cells, unrated = len(work.rows) * len(work.names), sum(work.unrated.values())
    return Progress(
        question=case.question.id,
        text=case.question.text,
        analyst=case.matrix.analyst if begun else "",
        rows=len(work.rows),
        rated=cells - unrated,
        unrated=unrated,
        stale={address: rewordings(case, address, older) for address in old},
        unconfirmed=sum(bool(row.ratings and not row.wording) for _, row in work.rows),
        parked=len(case.items) - len(work.rows),
        steps=steps(case, today),
        judgement=_judged(case, rated_since) if case.matrix.judgement else None,
        narrowed=narrowing_record(case),
        left_out=tuple(sentences(case, len(work.rows))),
    )


def _judged(case: Case, rated_since: RatedSince) -> Judged:
    old = judgement_stale(case)
    return Judged(old, judgement_unconfirmed(case), rated_since(case) if old else None)


def record(found: Progress) -> dict[str, object]:
    """A matrix's progress as plain data, for JSON; `analyst` is null where nobody has begun."""
    return {
        "question": found.question,
        "text": found.text,
        "analyst": found.analyst or None,
        **found.narrowed,
        "rows": found.rows,
        "rated": found.rated,
        "unrated": found.unrated,
        "stale": len(found.stale),
        "stale_rows": [{"item": address, "reworded": records(reworded)} for address, reworded in found.stale.items()],
        "unconfirmed": found.unconfirmed,
        "parked": found.parked,
        "judgement": found.judgement and found.judgement._asdict(),
        "step": {"number": found.step.number, "name": found.step.name, "todo": found.step.todo},
        "steps": [step._asdict() for step in found.steps],
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

COUNTED = "Rated and unrated are counted in cells; stale, unconfirmed and parked in rows."


def status_document(title: str, found: Sequence[Progress], ways_on: Sequence[str] = ()) -> Document:
    """Every question with the matrices there are for it.

    Args:
        title: what the status is of.
        found: the progress of each matrix, those of a question one after the other.
        ways_on: sentences at the end that say how to go on.
    """
    questions = {p.question: p.text for p in found}
    blocks = [block for q, text in questions.items() for block in _question(q, text, found)]
    blocks.append(Paragraph(COUNTED if blocks else "There is no question yet."))
    return Document(title=title, marking="", blocks=(*blocks, *map(Paragraph, ways_on)))


def _question(question: str, text: str, found: Sequence[Progress]) -> Iterator[Block]:
    yield Entry(question, text)
    for p in found:
        if p.question == question and p.left_out:
            yield Paragraph(" ".join(p.left_out), lead=p.analyst or "nobody yet")
    lines = tuple(_line(p) for p in found if p.question == question)
    yield Table("status", _COLUMNS, (Band("", lines),))
    for p in found:
        if p.question == question and p.judgement and p.judgement.stale:
            said = older_matrix(p.judgement.ratings_changed, "it")
            yield Paragraph(f"{said}: read it again in step 5.", lead=f"judgement of {p.analyst}")
    for p in found:
        if p.question == question and any(p.stale.values()):
            yield Entry(f"Stale rows of {p.analyst}", "", tuple(_reworded(p)))


def _reworded(found: Progress) -> Iterator[Paragraph]:
    """What the rows were rated against, as far as that is known; of many rows the first."""
    known = {address: reworded for address, reworded in found.stale.items() if reworded}
    for address, reworded in islice(known.items(), SHOWN):
        yield Paragraph(on_a_line(reworded), lead=address)
    if more := len(found.stale) - min(len(known), SHOWN):
        yield Paragraph(f"{more:,} more; `ach check` names every one.")


def _line(found: Progress) -> Line:
    step = found.step
    numbers = (found.rated, found.unrated, len(found.stale), found.unconfirmed, found.parked)
    return Line(
        (
            Cell(found.analyst or "nobody yet"),
            *(Cell(str(n)) for n in numbers),
            Cell(f"{step.number} {step.name}: {step.todo}"),
        )
    )
