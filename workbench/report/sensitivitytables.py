"""The tables of the sensitivity document: what is changed, how, and who leads then."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.analysis import points, resting
from workbench.analysis.flips import Flip
from workbench.analysis.losses import Loss
from workbench.analysis.narrowing import counted
from workbench.analysis.noise import how_often
from workbench.analysis.points import ZERO, Points
from workbench.analysis.steps import Step
from workbench.analysis.tornado import Swing, Tornado
from workbench.report.document import Align, Band, Cell, Column, Line, Table, Tone
from workbench.report.sensitivitycontent import SensitivityContent
from workbench.report.wording import TAKES

MOST = 12
"""Rows of a table that may be long; of more the number is said, and JSON has all."""

NAMED = 6
"""Rows that are named in a line of a table at most."""

NOBODY = "–"
"""Stands where no hypothesis leads."""

LOST = {
    "item": "items that change the adjusted lead alone",
    "source": "sources",
    "origin": "origins",
    "origins": "origins that may be the same, together",
    "kind": "kinds",
}
"""What is left out, in words."""

_LENGTH = 10
"""How long the longest bar is."""

_ITEM = Column("item", prose=True, stub=True)
_THEN = Column("leads then")


def leaders(content: SensitivityContent, hypotheses: Sequence[str]) -> str:
    """A leading set as it stands in a table."""
    return ", ".join(map(content.called, hypotheses)) or NOBODY


def ahead(content: SensitivityContent, found: Tornado) -> str:
    """How many points the leader is ahead of its nearest rival, or of several that are as near."""
    gap, _ = figures(found)
    fewer = f"{gap} {'point' if gap == '1' else 'points'} fewer"
    *most, last = [content.name(h) for h in (found.rival, *found.as_near)]
    rivals = f"{', '.join(most)} and {last}, its nearest rivals" if most else f"{last}, its nearest rival"
    return f"{content.name(found.leader)} has {fewer} than {rivals}"


def linchpins(content: SensitivityContent) -> Table:
    """Every linchpin: what it takes, how far its loss shrinks the gap, and who leads without it."""
    pins = content.found.linchpins
    swings = points.texts({pin.address: pin.swing for pin in pins})
    columns = (_ITEM, Column("takes"), Column("points", align=Align.RIGHT), Column("leads without"))
    lines = (
        _line(content, pin.address, TAKES[pin.takes], swings[pin.address], leaders(content, pin.leading))
        for pin in pins[:MOST]
    )
    return Table("linchpins", columns, (Band("", tuple(lines)),))


def losses(content: SensitivityContent, changing: Iterable[Loss]) -> Table:
    """What leads without a source, an origin or a kind, and adjusted where that differs; first, with everything in."""
    columns = (Column("without", prose=True, stub=True), Column("rows", align=Align.RIGHT), _THEN)
    found = content.found
    nothing = _lost(content, "nothing left out", content.standing.rows, found.leading, found.leading_adjusted)
    lost = list(changing)
    bands = [
        Band(title.capitalize(), tuple(_loss(content, loss) for loss in lost if loss.what == what))
        for what, title in LOST.items()
    ]
    return Table("losses", columns, (Band("", (nothing,)), *(band for band in bands if band.lines)))


def _loss(content: SensitivityContent, loss: Loss) -> Line:
    return _lost(content, loss.id, len(loss.items), loss.leading, loss.leading_adjusted, under=_about(content, loss))


def _lost(
    content: SensitivityContent, name: str, rows: int, leading: Sequence[str], adjusted: Sequence[str], under: str = ""
) -> Line:
    once = "" if adjusted == leading else f"adjusted {leaders(content, adjusted)}"
    return Line((Cell(name, under=under), Cell(str(rows)), Cell(leaders(content, leading), under=once)), name=name)


def _about(content: SensitivityContent, loss: Loss) -> str:
    """What a reader knows a loss by: the start of an item's text, a source's title, who an origin is."""
    case = content.standing.case
    if loss.what == "item":
        return resting.start(case.items[loss.id].text)
    known = ""
    if loss.what == "source" and loss.id in case.sources:
        known = resting.start(case.sources[loss.id].title)
    if loss.what == "origin" and loss.id in case.origins:
        known = resting.start(case.origins[loss.id].who)
    return ": ".join(filter(None, (known, *(loss.items if len(loss.items) == 1 else ()))))


def alike(flips: Iterable[Flip]) -> list[list[Flip]]:
    """Changes of one cell from the same to the same, after which the same lead: fewest steps first, then fewest."""
    found: dict[tuple[object, ...], list[Flip]] = {}
    for flip in flips:
        found.setdefault((flip.hypothesis, flip.was, flip.now, flip.leading), []).append(flip)
    return sorted(found.values(), key=lambda group: (group[0].steps, len(group)))


def cells(content: SensitivityContent, groups: Iterable[Sequence[Flip]]) -> Table:
    """Single cells rated otherwise, those that are alike in one line."""
    columns = (
        Column("hypothesis", "hypo- thesis", stub=True),
        Column("from"),
        Column("to"),
        Column("steps", align=Align.RIGHT),
        Column("leads then"),
        Column("cells", align=Align.RIGHT),
        Column("in the rows", prose=True),
    )
    return Table("changes of a single cell", columns, (Band("", tuple(_alike(content, flips) for flips in groups)),))


def _alike(content: SensitivityContent, flips: Sequence[Flip]) -> Line:
    first, more = flips[0], len(flips) - NAMED
    rows = ", ".join(flip.address for flip in flips[:NAMED]) + (f" and {more} more" if more > 0 else "")
    steps, then = str(first.steps), leaders(content, first.leading)
    name = content.called(first.hypothesis)
    cells = (name, first.was.value, first.now.value, steps, then, str(len(flips)), rows)
    return Line(tuple(map(Cell, cells)), name=name)


def steps(content: SensitivityContent, found: Sequence[Step]) -> Table:
    """Grades and relevance one step up or down."""
    lines = tuple(_step(content, step) for step in found)
    return Table("changes by one step", (_ITEM, Column("moves"), _THEN), (Band("", lines),))


def _step(content: SensitivityContent, step: Step) -> Line:
    then = Cell(leaders(content, step.leading))
    if step.was and step.now:
        return Line((_item(content, step.id), Cell(step.what, under=f"{step.was} to {step.now}"), then), name=step.id)
    name = f"{step.what} {step.id}"
    moves = Cell("its grades", under=f"one step {'up' if step.up else 'down'}")
    rows = step.items[0] if len(step.items) == 1 else counted(len(step.items))
    return Line((Cell(name, under=rows), moves, then), name=name)


def _line(content: SensitivityContent, address: str, *cells: str) -> Line:
    """A line that begins with an item."""
    return Line((_item(content, address), *map(Cell, cells)), name=address)


def _item(content: SensitivityContent, address: str) -> Cell:
    """The start of an item's text, its address below."""
    return Cell(resting.start(content.standing.case.items[address].text), under=address)


def tornado(content: SensitivityContent, found: Tornado) -> Table:
    """The rows that move the gap most, a bar to the side it moves to."""
    columns = (
        _ITEM,
        Column("shrinks", align=Align.RIGHT),
        Column("points", align=Align.RIGHT),
        Column("widens"),
    )
    shown, (_, signed) = found.swings[:MOST], figures(found)
    furthest = max((float(abs(swing.points)) for swing in shown), default=1.0)
    lines = (_bar(content, swing, signed[swing.address], furthest) for swing in shown)
    return Table("tornado", columns, (Band("", tuple(lines)),))


def figures(found: Tornado) -> tuple[str, dict[str, str]]:
    """The gap, and by address what each row does to it, with its sign; unequal ones never look equal."""
    sizes = {"": found.gap} | {swing.address: abs(swing.points) for swing in found.swings}
    texts = points.texts(sizes)
    return texts[""], {s.address: f"{'+' if s.points > ZERO else '-'}{texts[s.address]}" for s in found.swings}


def _bar(content: SensitivityContent, swing: Swing, signed: str, furthest: float) -> Line:
    widens = swing.points > ZERO
    drawn = bar(swing.points, furthest, right=widens)
    return _line(content, swing.address, "" if widens else drawn, signed, drawn if widens else "")


def bar(of: Points, furthest: float, *, right: bool) -> str:
    """A bar as long as the points, in halves of a block, at least one; it grows to the right or to the left."""
    whole, half = divmod(max(round(float(abs(of)) / furthest * _LENGTH * 2), 1), 2)
    return "█" * whole + "▌" * half if right else "▐" * half + "█" * whole


def noise(content: SensitivityContent) -> Table:
    """In how many perturbed copies each hypothesis is first, the most first."""
    first = content.noise.first
    columns = (Column("id", stub=True), Column("hypothesis", prose=True, stub=True), Column("first in"))
    ordered = sorted(content.standing.case.hypotheses, key=lambda h: -first[h.id])
    lines = (_often(content, h.id, h.short) for h in ordered)
    return Table("perturbed copies", columns, (Band("", tuple(lines)),))


def _often(content: SensitivityContent, hypothesis: str, short: str) -> Line:
    tone = Tone.LEADING if hypothesis in content.found.leading else Tone.PLAIN
    tested = hypothesis not in content.standing.not_tested
    little = "little tested" if hypothesis in content.standing.little_tested else ""
    often = how_often(content.noise, hypothesis) if tested else "not tested"
    return Line((Cell(hypothesis, tone), Cell(short, tone, under=little), Cell(often, tone)), name=short)
