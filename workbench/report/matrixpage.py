"""The document of one matrix: the answer, every hypothesis, the rows in their blocks, and what they stand on."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from workbench.analysis.arrangement import DEFAULT_SORT, SORTS
from workbench.analysis.blocks import Block as Rows
from workbench.analysis.diagnosticity import INDICES
from workbench.analysis.methods import DEFAULT, EQUAL_WEIGHTS
from workbench.edtf import worded
from workbench.model import Hypothesis
from workbench.report import entries, wording
from workbench.report.content import Content, Row, Score
from workbench.report.document import (
    Align,
    Band,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Line,
    Overleaf,
    Paragraph,
    Table,
    Tone,
)
from workbench.report.imprint import imprint
from workbench.report.provenance import made

BLOCK_TITLES = {
    "decides": "Decides: moves a score",
    "supports but never scores": "Supports but never scores",
    "separates nothing": "Separates nothing",
}

NOT_RATED = "Not rated yet"
"""The title of all rows while nothing is rated: they separate nothing, for want of a rating."""


def matrix_document(content: Content, *, transpose: bool = False) -> Document:
    """The document of a matrix; with `transpose`, hypotheses in rows and evidence in columns."""
    matrix = _transposed(content) if transpose else in_blocks(content)
    return Document(
        title=content.case.question.text,
        marking=content.case.question.marking,
        blocks=(
            *answer(content),
            scores(content),
            Heading("Matrix"),
            *order(content),
            *matrix,
            Heading("Hypotheses"),
            *(Paragraph(s.hypothesis.statement, lead=s.hypothesis.id) for s in content.scores),
            *entries.listed("Rows: where they come from, and why they are rated so", entries.rows(content), "row"),
            *entries.listed("Parked: out of the matrix", (entries.parked(i, why) for i, why in content.parked), "item"),
            *_part("Hypotheses that are no longer compared", map(entries.no_longer_compared, content.others)),
            *entries.listed("Sources", map(entries.source, content.sources), "source"),
            *entries.listed("Origins", map(entries.origin, content.origins), "origin"),
            Heading("How to read it"),
            *wording.legend(),
            Heading("How it was scored"),
            *wording.methods(),
        ),
        imprint=imprint(content.standing, content.program),
    )


def _part(title: str, entries: Iterable[Block]) -> Iterator[Block]:
    """A heading with what stands under it; nothing where there is nothing."""
    found = list(entries)
    if found:
        yield Heading(title)
        yield from found


def answer(content: Content) -> Iterator[Block]:
    """The headline, what else its reader needs to know, and what was asked."""
    yield Paragraph(content.headline, tone=Tone.LEADING)
    yield from (Paragraph(remark) for remark in content.answer.remarks)
    question = content.case.question
    scope = {"who": question.scope.who, "period": worded(question.scope.period), "means": question.scope.means}
    yield from (Paragraph(text, lead=word) for word, text in scope.items() if text)
    yield Paragraph(made(content.standing), lead="matrix")


def scores(content: Content) -> Table:
    """Every hypothesis with its points, best first; those that are not tested last."""
    columns = (
        Column("id", stub=True),
        Column("hypothesis", prose=True, stub=True),
        Column("rank", align=Align.RIGHT),
        Column("weighted", "weigh- ted", align=Align.RIGHT),
        Column("equal weights", align=Align.RIGHT),
        Column("adjusted", "adjus- ted", align=Align.RIGHT),
        Column("bears on", align=Align.RIGHT),
        Column("contradicts", "contra- dicts", align=Align.RIGHT),
        Column("coverage", "cover- age", align=Align.RIGHT),
    )
    lead = wording.leads(content.standing)
    lines = (_score(score, lead) for score in ranked(content, DEFAULT))
    return Table("points, 0 is best", columns, (Band("", tuple(lines)),))


def ranked(content: Content, method: str) -> list[Score]:
    """The hypotheses by their rank under a method, those without one last."""
    ranks = content.standing.methods[method].ranks
    return sorted(content.scores, key=lambda score: ranks[score.hypothesis.id] or math.inf)


def _score(score: Score, lead: str) -> Line:
    leads = DEFAULT in score.leads
    tone = Tone.LEADING if leads else Tone.PLAIN
    under = ", ".join(filter(None, (lead if leads else "", score.tested)))
    cells = (
        Cell(score.hypothesis.id, tone),
        Cell(score.hypothesis.short, tone, under=under),
        Cell(score.ranks[DEFAULT], tone),
        Cell(score.points[DEFAULT], tone),
        Cell(score.points[EQUAL_WEIGHTS]),
        Cell(score.adjusted[DEFAULT]),
        Cell(str(score.bears_on)),
        Cell(str(score.contradicts)),
        Cell(score.share),
    )
    return Line(cells, name=score.hypothesis.short)


def order(content: Content) -> Iterator[Paragraph]:
    """In which order the rows stand, where it is not the usual one, and what its figures are."""
    if content.sort == DEFAULT_SORT:
        return
    yield Paragraph(f"within each block by {SORTS[content.sort].title}.", lead="rows")
    if index := INDICES.get(content.sort):
        yield Paragraph(f"{index.formula} Ignores: {index.ignores}", lead=index.title)


def _hypothesis_column(hypothesis: Hypothesis) -> Column:
    return Column(hypothesis.short, short=hypothesis.id, align=Align.MIDDLE)


_STUB = (
    Column("row", align=Align.RIGHT, stub=True),
    Column("grade", short="gr.", stub=True),
    Column("weight", short="wt", align=Align.RIGHT, stub=True),
    Column("evidence", prose=True, stub=True),
)


def in_blocks(content: Content) -> Iterator[Block]:
    """Evidence in rows, hypotheses in columns; the rows that decide first, and the others overleaf."""
    columns = (*_STUB, *(_hypothesis_column(s.hypothesis) for s in content.scores))
    bands = {block: _band(content, block, rows) for block, rows in content.bands.items()}
    decides = [band for block, band in bands.items() if block is Rows.DECIDES]
    others = [band for block, band in bands.items() if block is not Rows.DECIDES]
    if decides:
        yield Table("matrix", columns, tuple(decides))
    if decides and others:
        count = sum(len(band.lines) for band in others)
        changes = "1 more row changes" if count == 1 else f"{count} more rows change"
        yield Overleaf(f"{changes} nothing, overleaf")
    if others:
        yield Table("matrix", columns, tuple(others))


def _band(content: Content, block: Rows, rows: Sequence[Row]) -> Band:
    return Band(block_title(content, block), tuple(_line(content, row) for row in rows))


def block_title(content: Content, block: Rows) -> str:
    """What stands over the rows of a block; that they are not rated, while nothing is."""
    if not content.standing.rated:
        return NOT_RATED
    open_cells = block is Rows.SEPARATES_NOTHING and not content.standing.complete
    return f"{BLOCK_TITLES[block]} so far" if open_cells else BLOCK_TITLES[block]


def _line(content: Content, row: Row) -> Line:
    cells = (*_stub(content, row), *(_rated(row, s.hypothesis.id) for s in content.scores))
    return Line(cells, row.item.address, entry=row.item.address)


def _stub(content: Content, row: Row) -> tuple[Cell, ...]:
    return (
        Cell(str(row.number)),
        Cell(row.grade),
        Cell(row.weight),
        Cell(row.item.text, under=marked(content, row)),
    )


def marked(content: Content, row: Row) -> str:
    """What it is sorted by; the marks in a word each, with the numbers of the rows they speak of."""
    marks = (": ".join(filter(None, (mark.kind.value, _beside(content, mark.beside)))) for mark in row.marks)
    return "; ".join(filter(None, (row.told, *marks)))


def _beside(content: Content, addresses: Sequence[str]) -> str:
    numbers = [str(content.numbers.get(address, address)) for address in addresses]
    return f"{'row' if len(numbers) == 1 else 'rows'} {', '.join(numbers)}" if numbers else ""


def _rated(row: Row, hypothesis: str) -> Cell:
    rating, reason = row.ratings.get(hypothesis), row.reasons.get(hypothesis, "")
    return Cell(rating.value, Tone(rating.value), note=reason) if rating else Cell(wording.UNRATED, Tone.UNRATED)


def _transposed(content: Content) -> Iterator[Block]:
    """Hypotheses in rows; the rows of each block are the columns of a table, with their texts below."""
    for block, rows in content.bands.items():
        columns = (
            Column("row", stub=True),
            *(Column(str(row.number), align=Align.MIDDLE) for row in rows),
        )
        grades = Line((Cell("grade", Tone.QUIET), *(Cell(row.grade) for row in rows)), name="grade")
        lines = (
            Line((Cell(s.hypothesis.short), *(_rated(row, s.hypothesis.id) for row in rows))) for s in content.scores
        )
        yield Table("matrix", columns, (Band(block_title(content, block), (grades, *lines)),))
        texts = (Line(_stub(content, row), entry=row.item.address) for row in rows)
        yield Table("evidence", _STUB, (Band("", tuple(texts)),))
