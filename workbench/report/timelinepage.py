"""The document of a timeline: points as evidence came in, by each clock, as a picture and as figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.analysis import points
from workbench.analysis.methods import DEFAULT
from workbench.analysis.narrowing import counted, named, sentences
from workbench.analysis.slices import Slices
from workbench.analysis.standing import Standing
from workbench.analysis.timeline import Moment, Timeline
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
from workbench.report.pictures.timeline import timeline_lines
from workbench.report.provenance import made
from workbench.report.slicepage import details, hypothesis_columns, method, outside, pictured, side_by_side
from workbench.report.slicewords import SIGNS, points_cells, verdict
from workbench.report.timelinewords import CLOCKS, HINDSIGHT, READING, day, summary

WIDEST = 40
"""States that the picture shows at most; of more it shows as many, evenly."""

HEIGHTS = "▁▂▃▄▅▆▇█"
UNTESTED = "·"

STATES = f"weighted points of all rows up to the day, 0 is best; {SIGNS}."

PICTURE = (
    f"however many days lie between; {HEIGHTS[0]} few points, which is good, {HEIGHTS[-1]} as many as any had; "
    f"{UNTESTED} not tested."
)


def timeline_document(standing: Standing, found: Sequence[Timeline]) -> Document:
    """The points of every hypothesis as evidence came in, by each of the clocks."""
    first = next((one for one in found if one.changes), None)
    parts = [block for one in found for block in (Heading(CLOCKS[one.clock]), *_course(one, legend=one is first))]
    return _document(standing, parts, [one.clock for one in found])


def windows_document(standing: Standing, found: Sequence[Slices]) -> Document:
    """The rows of each window of time alone, by each of the clocks."""
    parts = [block for one in found for block in (Heading(CLOCKS[one.by]), *_alone(one))]
    return _document(standing, parts, [one.by for one in found])


def _document(standing: Standing, parts: Sequence[Block], clocks: Sequence[str]) -> Document:
    question = standing.case.question
    return Document(
        title=question.text,
        marking=question.marking,
        blocks=(
            Paragraph(wording.answered(standing, f"All rows: {standing.headline}"), tone=Tone.LEADING),
            *map(Paragraph, sentences(standing.case, standing.rows)),
            Paragraph(HINDSIGHT),
            Paragraph(f"timeline, how the scores came about; points of {DEFAULT}", lead="page"),
            Paragraph(made(standing), lead="matrix"),
            *parts,
            Heading("How to read it"),
            *(Paragraph(READING[clock], lead=CLOCKS[clock].lower()) for clock in clocks),
            *method(),
        ),
    )


def _alone(found: Slices) -> Iterator[Block]:
    yield Paragraph(verdict(found))
    yield from side_by_side(found)
    yield from pictured(found)
    yield from details(found)
    yield from outside(found)


def _course(found: Timeline, *, legend: bool) -> Iterator[Block]:
    """The states: in a sentence, as a picture, as figures; then what is in none. The `legend` is needed once."""
    if found.changes:
        shown = f"{WIDEST} of the states below" if len(found.changes) > WIDEST else "each state below"
        reading = [Paragraph(f"a column for {shown}, {PICTURE}", lead="course")] * legend
        yield from _pictured(found, Paragraph(summary(found)), course(found), *reading)
        yield _states(found)
        yield from [Paragraph(STATES, lead="points"), *_start(found)] * legend
    else:
        yield Paragraph("No row has a date to go by.")
    idle = [moment for moment in found.moments if not moment.changed]
    if rows := sum(len(moment.rows) for moment in idle):
        yield Paragraph(f"{counted(rows)}, on {_days(len(idle))}.", lead="changed nothing")
    if found.undated:
        lead = f"in no state, {counted(len(found.undated))} without a date"
        yield Paragraph(f"{named(found.undated)}.", lead=lead)


def _pictured(found: Timeline, *instead: Block) -> Iterator[Block]:
    """The lines of the points for formats that draw, and what stands instead for the others."""
    picture = timeline_lines(found)
    yield from (drawn(picture, *instead),) if picture else instead


def _start(found: Timeline) -> Iterator[Paragraph]:
    """What stands from the start, where anything does."""
    if found.changes[0].day is None:
        yield Paragraph("our own assumptions and arguments without a date, which hold at any time.", lead="the start")


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def course(found: Timeline) -> Table:
    """A line of blocks for each hypothesis, as high as its points."""
    columns = (Column("hypothesis", stub=True), Column("points", align=Align.RIGHT), Column("course", prose=True))
    seen = _evenly(found.changes, WIDEST)
    most = max((float(p) for moment in seen for p in moment.points.values()), default=0.0)
    last, called = points.texts(seen[-1].points), found.standing.setting.names
    lines = (
        Line((Cell(called[h]), Cell(last[h]), Cell("".join(_block(moment, h, most) for moment in seen)))) for h in last
    )  # fmt: skip
    return Table("course", columns, (Band("", tuple(lines)),))


def _evenly(moments: Sequence[Moment], most: int) -> Sequence[Moment]:
    """So many of them, the first and the last among them."""
    if len(moments) <= most:
        return moments
    return [moments[i * (len(moments) - 1) // (most - 1)] for i in range(most)]


def _block(moment: Moment, hypothesis: str, most: float) -> str:
    if not moment.coverage.bears_on[hypothesis]:
        return UNTESTED
    share = float(moment.points[hypothesis]) / most if most else 0.0
    return HEIGHTS[round(share * (len(HEIGHTS) - 1))]


def _states(found: Timeline) -> Table:
    """The points after each day that changed something."""
    hypotheses = found.standing.case.hypotheses
    columns = (Column("day", stub=True), Column("rows", align=Align.RIGHT), *hypothesis_columns(hypotheses))
    return Table("points as rows came in", columns, (Band("", tuple(map(_state, found.changes))),))


def _state(moment: Moment) -> Line:
    cells = points_cells(moment.points, moment.coverage, moment.leading)
    return Line((Cell(day(moment)), Cell(f"{moment.coverage.rows}"), *cells), name=day(moment))
