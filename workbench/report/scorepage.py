"""The document of the scores alone: under one method, or under each, with its formula."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.analysis.methods import METHODS
from workbench.report import wording
from workbench.report.content import Content, Score
from workbench.report.document import Align, Band, Block, Cell, Column, Document, Heading, Line, Paragraph, Table, Tone
from workbench.report.matrixpage import made, ranked, scores

_COLUMNS = (
    Column("id", stub=True),
    Column("hypothesis", prose=True, stub=True),
    Column("rank", align=Align.RIGHT),
    Column("points", align=Align.RIGHT),
    Column("adjusted", align=Align.RIGHT),
    Column("bears on", align=Align.RIGHT),
    Column("contradicts", "contra- dicts", align=Align.RIGHT),
    Column("coverage", "cover- age", align=Align.RIGHT),
)


def score_document(content: Content, methods: Sequence[str]) -> Document:
    """Points, ranks and coverage, best first: under each of the methods named, or side by side."""
    tables = [block for name in methods for block in _method(content, name)] or _side_by_side(content)
    return Document(
        title=content.case.question.text,
        marking=content.case.question.marking,
        blocks=(
            Paragraph(content.headline, tone=Tone.LEADING),
            *(Paragraph(remark) for remark in content.standing.remarks),
            Paragraph(made(content), lead="matrix"),
            *tables,
            Paragraph(f"{wording.ADJUSTED}.", lead="adjusted"),
            Paragraph(wording.NO_PROBABILITY),
        ),
    )


def _side_by_side(content: Content) -> list[Block]:
    formulas = (Paragraph(method.formula, lead=method.title) for method in METHODS.values())
    return [scores(content), *formulas]


def _method(content: Content, name: str) -> Iterator[Block]:
    method = METHODS[name]
    yield Heading(method.title)
    yield Table(name, _COLUMNS, (Band("", tuple(_line(score, name) for score in ranked(content, name))),))
    yield Paragraph(method.formula, lead="formula")
    yield Paragraph(method.ignores, lead="ignores")
    yield Paragraph(method.source, lead="source")


def _line(score: Score, method: str) -> Line:
    tone = Tone.LEADING if method in score.leads else Tone.PLAIN
    cells = (
        Cell(score.hypothesis.id, tone),
        Cell(score.hypothesis.short, tone, under=score.remark(method)),
        Cell(score.ranks[method], tone),
        Cell(score.points[method], tone),
        Cell(score.adjusted[method]),
        Cell(str(score.bears_on)),
        Cell(str(score.contradicts)),
        Cell(score.share),
    )
    return Line(cells, name=score.hypothesis.short)
