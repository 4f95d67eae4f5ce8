"""How far a matrix has come, and what is left in each of Heuer's eight steps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from workbench.analysis.heuer import StepLeft, next_step, steps
from workbench.analysis.heuer.staleness import stale
from workbench.analysis.heuer.work import Work
from workbench.analysis.narrowing import sentences
from workbench.model import Case
from workbench.report.document import Align, Band, Block, Cell, Column, Document, Entry, Line, Paragraph, Table
from workbench.report.narrowing import narrowing_record


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
    steps: tuple[StepLeft, ...]
    """All eight, with what is left in each."""
    narrowed: Mapping[str, Any] = field(default_factory=dict)
    """What it was narrowed to, as for JSON; nothing where all rows were counted."""
    left_out: tuple[str, ...] = ()
    """The same in sentences."""

    @property
    def step(self) -> StepLeft:
        """The next of the eight steps."""
        return next_step(self.steps)


def progress(case: Case, *, today: date, begun: bool = True) -> Progress:
    """Count a case, and what is left in each step; `begun` says whether anybody has a matrix for it."""
    work = Work(case, today)
    cells, unrated = len(work.rows) * len(work.names), sum(work.unrated.values())
    return Progress(
        question=case.question.id,
        text=case.question.text,
        analyst=case.matrix.analyst if begun else "",
        rows=len(work.rows),
        rated=cells - unrated,
        unrated=unrated,
        stale=len(stale(work)),
        unconfirmed=sum(bool(row.ratings and not row.wording) for _, row in work.rows),
        parked=len(case.items) - len(work.rows),
        steps=steps(case, today),
        narrowed=narrowing_record(case),
        left_out=tuple(sentences(case, len(work.rows))),
    )


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
        "stale": found.stale,
        "unconfirmed": found.unconfirmed,
        "parked": found.parked,
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
    for p in found:
        if p.question == question and p.left_out:
            yield Paragraph(" ".join(p.left_out), lead=p.analyst or "nobody yet")
    lines = tuple(_line(p) for p in found if p.question == question)
    yield Table("status", _COLUMNS, (Band("", lines),))


def _line(found: Progress) -> Line:
    step = found.step
    numbers = (found.rated, found.unrated, found.stale, found.unconfirmed, found.parked)
    return Line(
        (
            Cell(found.analyst or "nobody yet"),
            *(Cell(str(n)) for n in numbers),
            Cell(f"{step.number} {step.name}: {step.todo}"),
        )
    )
