"""Our own thinking in the report: the assumptions, what rests on each, and what follows where it is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis import points
from workbench.analysis.heuer.assumptions import STANDINGS, UNSUPPORTED, OwnRow, own_points
from workbench.analysis.methods import DEFAULT
from workbench.analysis.names import listed
from workbench.model import Kind
from workbench.report.document import Block, Entry, Heading, Paragraph
from workbench.report.product.content import ReportContent

NONE = "No assumption is written. Every judgement makes some; here they cannot be checked."

FOUNDED = {
    "solid": "solid",
    "caveated": "correct with caveats",
    "unsupported": "unsupported: a key uncertainty",
    "": "nobody said how well founded it is",
}
"""How well founded an assumption is, in words."""


def thinking(content: ReportContent) -> Iterator[Block]:
    """The assumptions and arguments among the rows; parked ones are told with the other parked rows."""
    yield Heading("Assumptions and arguments of our own")
    shown = [row for row in content.assumptions if not row.parked]
    if not any(content.case.items[row.address].kind is Kind.ASSUMPTION for row in content.assumptions):
        yield Paragraph(NONE)
    if not shown:
        return
    yield Paragraph(_counted(content, shown))
    yield from (_entry(content, row) for row in shown)


def _counted(content: ReportContent, shown: list[OwnRow]) -> str:
    """How many there are of each standing, and how much of the points rests on them."""
    bins = [(standing, sum(row.standing == standing for row in shown)) for standing in (*STANDINGS, "")]
    told = [f"{n} {standing or 'without a word on how well founded'}" for standing, n in bins if n]
    rest = own_points(content.standing)
    total = points.texts(content.standing.methods[DEFAULT].scores)
    of_them = points.texts(rest)
    parts = [f"{of_them[h]} of the {total[h]} of {content.name(h)}" for h in content.columns if rest[h] > points.ZERO]
    said = f"Of the points, {listed(parts)} rest on them." if parts else "No points rest on them."
    rows = "1 row is" if len(shown) == 1 else f"{len(shown)} rows are"
    parked = len(content.assumptions) - len(shown)
    more = f" {parked} more {'is' if parked == 1 else 'are'} parked." if parked else ""
    return f"{rows} our own: {listed(told)}. {said}{more}"


def _entry(content: ReportContent, row: OwnRow) -> Entry:
    item = content.case.items[row.address]
    shown = points.texts(row.points)
    adds = [f"{text} {'point' if text == '1' else 'points'} against {content.name(h)}" for h, text in shown.items()]
    told = [Paragraph(f"{FOUNDED.get(row.standing, row.standing)}.", lead="how well founded")]
    told.append(Paragraph(f"{'; '.join(adds) or 'no points'}{_pin(content, row)}.", lead="rests on it"))
    if row.if_wrong:
        told.append(Paragraph(row.if_wrong, lead="if it is wrong"))
    elif row.standing == UNSUPPORTED or item.kind is Kind.ASSUMPTION:
        told.append(Paragraph("nobody said what follows.", lead="if it is wrong"))
    return Entry(f"{content.row(row.address)}, {item.kind.value}: {item.text}", "", tuple(told))


def _pin(content: ReportContent, row: OwnRow) -> str:
    pins = {pin.address for pin in content.sensitivity.found.linchpins}
    return "; without it who leads by weighted points changes" if row.address in pins else ""
