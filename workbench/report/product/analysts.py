"""Several analysts in the report: how far they agree, and the few contested cells that matter; blind while need be."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis import resting
from workbench.analysis.agreement import Agreement, Contested
from workbench.report.comparecontent import blindness, headlines, settled
from workbench.report.comparepage import about, how_far
from workbench.report.comparetables import likelihoods, points
from workbench.report.document import Block, Entry, Heading, Paragraph, Tone
from workbench.report.product import drawn
from workbench.report.product.content import ReportContent
from workbench.report.slicewords import SIGNS
from workbench.report.wording import POINTS

MOST = 5
"""Contested cells that matter, at most; `ach compare` has all."""

EARLY = "`ach compare --look`"
"""What shows it earlier."""


def several(content: ReportContent) -> Iterator[Block]:
    """The other analysts; nothing where there are none who rated anything."""
    compared = content.compared
    if compared is None or len((*compared.found.analysts, *compared.found.idle)) < 2:
        return
    found = compared.found
    yield Heading("Several analysts")
    held_back = blindness(compared, EARLY)
    yield from (Paragraph(sentence, tone=Tone.LEADING) for sentence in held_back)
    if held_back and not compared.looked:
        return
    first, *more = headlines(found)
    yield Paragraph(first, lead=f"by {POINTS}" if more and found.orders else "")
    yield from map(Paragraph, more)
    yield Paragraph(f"{about(found)}.", lead="compared")
    if len(found.analysts) > 1 and found.orders:
        yield from (block for block in how_far(found) if isinstance(block, Paragraph))
        yield points(found.orders)
        yield Paragraph(f"weighted points, 0 is best; {SIGNS}.", lead="points")
        if found.orders.pooled.each:
            yield likelihoods(found.orders)
        if found.contested:
            yield from drawn.shown(drawn.captioned(drawn.disagreement(content), "Where the analysts differ"))
        yield from _contested(found)


def _contested(found: Agreement) -> Iterator[Block]:
    matter = [one for one in found.contested if one.matters]
    if not matter:
        return
    yield Heading("Contested cells that change who leads", under=True)
    yield from (_entry(found, one) for one in matter[:MOST])
    if len(matter) > MOST:
        yield Paragraph(f"{len(matter) - MOST} more are contested and matter; `ach compare` has them.")


def _entry(found: Agreement, one: Contested) -> Entry:
    cell = one.cell
    hypothesis = found.case.question.hypotheses[cell.hypothesis]
    reasons = ((member, cell.ratings.get(member.id)) for member in found.analysts)
    told = [
        Paragraph(member.reason(cell.address, cell.hypothesis) or "no reason is written", lead=f"{member.id} {rating}")
        for member, rating in reasons
        if rating
    ]
    said = map(Paragraph, settled(found.orders, one) if found.orders else ())
    name = f"{hypothesis.short or hypothesis.id}: {resting.start(found.case.items[cell.address].text)}"
    return Entry(name, cell.address, (*said, *told))
