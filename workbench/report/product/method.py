"""The method note: how it was made and scored, what the words mean, and what none of it can show."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis.heuer.estimative import Term, Yardstick
from workbench.analysis.narrowing import counted
from workbench.model import CONFIDENCE_MEANING, RATING_QUESTION
from workbench.report import wording
from workbench.report.document import Band, Block, Cell, Column, Heading, Line, Paragraph, Table
from workbench.report.product.content import ReportContent

LIMITS = (
    "It has not been shown that analysis of competing hypotheses makes judgements more accurate; several experiments "
    "found no gain. What it does is leave a trail: what was weighed, against what, and what the answer rests on.",
    "It does not find the hypothesis that nobody thought of, and does not know how likely one was before the evidence.",
    "It takes rows as independent of one another, apart from the adjusted points, and does not know that an item is a "
    "lie; it can only show what the answer would be without it.",
    "Two careful people rate the same cell differently, and the order may hang on one cell.",
)
"""What the method cannot do, for readers who do not know it."""


def method(content: ReportContent) -> Iterator[Block]:
    """Everything a reader needs to trust it as far as it goes, and no further."""
    yield Heading("Method and its limits")
    yield Paragraph(_made(content), lead="how it was made")
    yield from map(Paragraph, LIMITS)
    yield Heading("How to read the matrix", under=True)
    yield from wording.legend()
    yield Heading("How it was scored", under=True)
    yield from wording.methods()
    yield Heading("How likelihood and confidence are worded", under=True)
    yield _terms(content.words)
    yield Paragraph(
        "the analyst's own, in per cent; none is derived from points. A likelihood says how probable something is.",
        lead="likelihood",
    )
    yield Paragraph("how far the grounds of the judgement can be relied on, which is another thing.", lead="confidence")
    yield from (Paragraph(f"{meaning}.", lead=level.value) for level, meaning in CONFIDENCE_MEANING.items())


def _made(content: ReportContent) -> str:
    matrix = content.case.matrix
    said = f"each row was rated against every hypothesis by {matrix.analyst}, the question being: {RATING_QUESTION}"
    if matrix.seed:
        said += f" Rows and hypotheses were shuffled while rating (seed {matrix.seed})."
    if matrix.looked:
        said += f" Scores or colleagues' ratings were looked at before {counted(len(matrix.looked))} had been rated."
    return f"{said} Made with {content.program}."


def _terms(words: Yardstick) -> Table:
    columns = (Column(f"words of {words.title}", prose=True, stub=True), Column("per cent"))
    lines = (Line((Cell(_named(term)), Cell(_band(term)))) for term in words.terms)
    return Table("likelihood", columns, (Band("", tuple(lines)),))


def _named(term: Term) -> str:
    return f"{term.word}, {term.also}" if term.also else term.word


def _band(term: Term) -> str:
    low, high = f"{term.low:g}", f"{term.high:g}"
    return f"{f'above {low}' if term.above else low} to {f'below {high}' if term.below else high}"
