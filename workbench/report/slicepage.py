"""The document of slices: every hypothesis within each slice, and whether slices name different leaders."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from workbench.analysis import points, ranking
from workbench.analysis.coverage import Coverage
from workbench.analysis.methods import DEFAULT, METHODS
from workbench.analysis.narrowing import ORIGIN, counted, named, sentences
from workbench.analysis.slices import Slice, Slices
from workbench.analysis.standing import Standing
from workbench.model import Hypothesis
from workbench.report import wording
from workbench.report.document import (
    Align,
    Band,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Line,
    Paragraph,
    Table,
    Tone,
    drawn,
)
from workbench.report.pictures.slices import slice_panels
from workbench.report.provenance import made
from workbench.report.slicewords import FEW, SIGNS, TAUTOLOGY, points_cells, verdict

_COLUMNS = (
    Column("id", stub=True),
    Column("hypothesis", prose=True, stub=True),
    Column("rank", align=Align.RIGHT),
    Column("weighted", "weigh- ted", align=Align.RIGHT),
    Column("adjusted", "adjus- ted", align=Align.RIGHT),
    Column("bears on", align=Align.RIGHT),
    Column("contradicts", "contra- dicts", align=Align.RIGHT),
    Column("coverage", "cover- age", align=Align.RIGHT),
)


def slices_document(found: Slices) -> Document:
    """Every hypothesis within each slice, first side by side, then with ranks and coverage."""
    question = found.standing.case.question
    return Document(
        title=question.text,
        marking=question.marking,
        blocks=(
            Paragraph(wording.answered(found.standing, verdict(found)), tone=Tone.LEADING),
            *map(Paragraph, sentences(found.standing.case, found.standing.rows)),
            Paragraph(TAUTOLOGY),
            Paragraph(f"slices by {_cut_by(found)}; points of {DEFAULT}", lead="page"),
            Paragraph(made(found.standing), lead="matrix"),
            *side_by_side(found),
            *pictured(found),
            *details(found),
            *outside(found),
            *method(),
        ),
    )


def side_by_side(found: Slices) -> Iterator[Block]:
    """The points of every hypothesis, a row for each slice and one for all rows."""
    hypotheses = found.standing.case.hypotheses
    columns = (Column(_cut_by(found), stub=True), Column("rows", align=Align.RIGHT), *hypothesis_columns(hypotheses))
    lines = [_points_line(one.value, one.standing) for one in found.slices]
    whole = Band("", (_points_line("all rows", found.standing),))
    yield Table("points by slice", columns, (Band("", tuple(lines)), whole))
    yield Paragraph(f"weighted points, 0 is best; {SIGNS}.", lead="points")
    yield Paragraph(FEW)


def pictured(found: Slices) -> Iterator[Block]:
    """The same points as a picture, for formats that draw; nothing where there is no slice."""
    if found.slices:
        yield drawn(slice_panels(found))


def hypothesis_columns(hypotheses: Iterable[Hypothesis]) -> Iterator[Column]:
    """A column of figures for each hypothesis."""
    return (Column(h.short or h.id, short=h.id, align=Align.RIGHT) for h in hypotheses)


def _points_line(value: str, standing: Standing) -> Line:
    result = standing.methods[DEFAULT]
    coverage = Coverage(standing.rows, standing.bears_on, standing.contradicts)
    cells = points_cells(result.scores, coverage, result.leading)
    return Line((Cell(value), Cell(str(standing.rows)), *cells), name=value)


def details(found: Slices) -> Iterator[Block]:
    """Every tested hypothesis with rank, points and coverage, a band for each slice of several rows, with its answer.

    Of a slice of one row the side by side has said all there is.
    """
    several = [one for one in found.slices if len(one.rows) > 1]
    if several:
        yield Heading(f"Each slice by {_cut_by(found)}")
        yield Table("slices", _COLUMNS, tuple(map(_band, several)))
    if few := len(found.slices) - len(several):
        yield Paragraph(f"{few}, of which the table above has all there is to say.", lead="slices of one row")


def _band(one: Slice) -> Band:
    result, untested = one.standing.methods[DEFAULT], one.standing.not_tested
    tested = [h for h in one.standing.case.hypotheses if h.id not in untested]
    plain, adjusted = points.texts(result.scores), points.texts(result.adjusted)
    ordered = sorted(tested, key=lambda h: result.ranks[h.id] or math.inf)
    lines = [_line(one.standing, h, plain[h.id], adjusted[h.id]) for h in ordered]
    if untested:
        blank = [Cell("")] * len(_COLUMNS[2:])
        lines.append(Line((Cell(ranking.NO_RANK), Cell(f"not tested: {', '.join(untested)}"), *blank)))
    return Band(f"{one.value}, {counted(len(one.rows))}: {one.standing.headline}", tuple(lines))


def _line(standing: Standing, hypothesis: Hypothesis, plain: str, adjusted: str) -> Line:
    h, result = hypothesis.id, standing.methods[DEFAULT]
    tone = Tone.LEADING if h in result.leading else Tone.PLAIN
    cells = (
        Cell(h, tone),
        Cell(hypothesis.short, tone, under=_remark(standing, h)),
        Cell(ranking.label(result.ranks, h), tone),
        Cell(plain, tone),
        Cell(adjusted),
        Cell(str(standing.bears_on[h])),
        Cell(str(standing.contradicts[h])),
        Cell(f"{standing.coverage[h]:.0%}"),
    )
    return Line(cells, name=hypothesis.short)


def _remark(standing: Standing, hypothesis: str) -> str:
    leads = "leads" if hypothesis in standing.methods[DEFAULT].leading else ""
    little = "little tested" if hypothesis in standing.little_tested else ""
    return ", ".join(filter(None, (leads, little)))


def _cut_by(found: Slices) -> str:
    return found.window or found.by


def outside(found: Slices) -> Iterator[Paragraph]:
    """Which rows are in no slice, and how many in several."""
    if found.without:
        lead = f"in no slice, {counted(len(found.without))} {_lacking(found)}"
        yield Paragraph(f"{named(found.without)}.", lead=lead)
    if found.several:
        yield Paragraph(f"{counted(len(found.several))}.", lead="in several slices")


def _lacking(found: Slices) -> str:
    if found.window:
        return "without a date"
    if found.by == ORIGIN:
        return "without an origin, seen by the source itself or our own"
    return f'without the tag "{found.by}"'


def method() -> Iterator[Paragraph]:
    """How the points come about, and what is counted beside them."""
    yield Paragraph(METHODS[DEFAULT].formula, lead=METHODS[DEFAULT].title)
    yield Paragraph(METHODS[DEFAULT].ignores, lead="ignores")
    yield Paragraph(f"{wording.ADJUSTED}.", lead="adjusted")
    yield from wording.counted()
    yield Paragraph(wording.NO_PROBABILITY)
