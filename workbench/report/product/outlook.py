"""What is not known, and what to watch for: gaps, and indicators with their dates."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis.heuer.indicators import LIKELY, OPEN, Watched
from workbench.report.document import Align, Band, Block, Cell, Column, Entry, Heading, Line, Paragraph, Table, Tone
from workbench.report.product import drawn
from workbench.report.product.content import ReportContent

NO_GAPS = "No gap is written: what is not known, and would most help, is not said."

NO_INDICATORS = "No indicator is written: nothing says in advance what would show that things go another way."

UNSAID = "·"
"""Stands where nobody said how likely an indicator is."""


def gaps(content: ReportContent) -> Iterator[Block]:
    """What we do not know and would most like to."""
    yield Heading("What is not known")
    found = content.case.question.gaps.values()
    if not found:
        yield Paragraph(NO_GAPS)
    for gap in found:
        yield Entry(gap.id, gap.statement, (Paragraph(gap.matters, lead="why it matters"),) if gap.matters else ())


def indicators(content: ReportContent) -> Iterator[Block]:
    """What to watch for, until when, and how likely it is under each hypothesis."""
    yield Heading("What to watch for")
    found = content.watched
    if not found:
        yield Paragraph(NO_INDICATORS)
        return
    hypotheses = content.case.hypotheses
    columns = (
        Column("indicator", prose=True, stub=True),
        Column("by"),
        Column("status"),
        *(Column(h.short or h.id, short=h.id, align=Align.MIDDLE) for h in hypotheses),
    )
    letters = "; ".join(f"{letters} {words}" for letters, words in LIKELY.items())
    text = f"how likely it is to be seen if the hypothesis is true: {letters}; {UNSAID} not said."
    table = Table("indicators", columns, (Band("", tuple(_line(content, one) for one in found)),))
    yield from drawn.shown(drawn.indicators(content), table, Paragraph(text, lead="cells"))
    if content.day:
        yield Paragraph(f"open, and its time was over on {content.day.isoformat()}.", lead="overdue")


def _line(content: ReportContent, one: Watched) -> Line:
    indicator = one.indicator
    nothing = "" if one.separates else "separates nothing"
    likely = (Cell(one.likely.get(h.id, UNSAID)) for h in content.case.hypotheses)
    status = "overdue" if one.overdue else indicator.status
    tone = Tone.LEADING if one.overdue else Tone.PLAIN if indicator.status == OPEN else Tone.QUIET
    cells = (Cell(indicator.statement, under=nothing), Cell(indicator.by or "no date"), Cell(status, tone), *likely)
    return Line(cells, name=indicator.statement)
