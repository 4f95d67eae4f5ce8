"""The tornado of linchpins: what the loss of each row does to the gap between a leader and its nearest rival."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from workbench.analysis import resting
from workbench.analysis.points import ZERO
from workbench.analysis.tornado import Swing, Tornado
from workbench.report.picture import Anchor, Box, Ink, Picture, Shape, Stroke
from workbench.report.pictures.legend import legend
from workbench.report.pictures.lettering import PAGE, SMALL, high, middle, written
from workbench.report.pictures.measure import widest, width, wrapped
from workbench.report.sensitivitycontent import SensitivityContent
from workbench.report.sensitivitytables import MOST, ahead, figures

NAMES = 226.0
"""How wide the texts of the rows are."""

_THICK, _AROUND, _GAP = 9.0, 5.0, 12.0

_REACHES = Ink.STRONGLY_INCONSISTENT
"""Of a bar that reaches the gap."""


class Sides(NamedTuple):
    """Where the axis has its 0, and how many points of length a point of score takes on either side."""

    zero: float
    scale: float

    def at(self, points: float) -> float:
        """Where a number of points stands."""
        return self.zero + self.scale * points


def tornado_bars(content: SensitivityContent) -> Picture:
    """The rows that move the gap furthest, at most as many as the page of the same numbers shows.

    Raises:
        ValueError: fewer than two hypotheses are tested, so that there is no gap.
    """
    found = content.tornado
    if found is None:
        raise ValueError("fewer than two hypotheses are tested: there is no gap")
    gap, signed = figures(found)
    shown = found.swings[:MOST]
    sides = _sides(found, shown, signed)
    texts = [wrapped(_text(content, swing), NAMES, SMALL) for swing in shown]
    tall = [max(high(lines, SMALL), _THICK) + _AROUND for lines in texts]
    top, shapes = _over(sides, gap, found, sum(tall))
    y = top
    for swing, lines, room in zip(shown, texts, tall, strict=True):
        shapes += _row(swing, lines, signed[swing.address], sides, _ink(found, swing), y + room / 2)
        y += room
    if found.gap:
        at = sides.at(-float(found.gap))
        shapes.append(Stroke(((at, top), (at, y)), Ink.TEXT, 0.75, (3, 2)))
    y, key = legend(PAGE, y + 4, _meanings(found, shown))
    return Picture("tornado", caption(content), _words(content, found, signed), PAGE, y, (*shapes, *key))


def caption(content: SensitivityContent) -> str:
    """The gap, and how many rows close it by their loss; of a content that has a tornado."""
    found = content.tornado
    if found is None:
        return ""
    leader, rival = content.name(found.leader), content.name(found.rival)
    closing = sum(reaches(found, swing) for swing in found.swings)
    if not found.gap:
        return f"{leader} and {rival} are level; the loss of any of {closing} rows that tell them apart parts them."
    said = ahead(content, found)
    gap = f"the gap to {rival}" if found.as_near else "that gap"
    rows = {0: "no row closes", 1: "one row closes"}.get(closing, f"any of {closing} rows closes")
    return f"{said}; {rows} {gap} by its loss."


def reaches(found: Tornado, swing: Swing) -> bool:
    """Whether the loss of a row shrinks the gap by as much as it is, or parts those who are level."""
    return swing.points * -1 >= found.gap if found.gap else True


def _text(content: SensitivityContent, swing: Swing) -> str:
    return resting.start(content.standing.case.items[swing.address].text)


def _sides(found: Tornado, shown: Sequence[Swing], signed: Mapping[str, str]) -> Sides:
    """Both sides on one scale, with room for the numbers at the ends of the bars and for the gap."""
    numbers = widest([signed[swing.address] for swing in shown], SMALL, bold=True) + 6
    left = max([float(found.gap), *(-float(s.points) for s in shown)])
    right = max([0.0, *(float(s.points) for s in shown)])
    room = PAGE - NAMES - _GAP - 2 * numbers
    scale = room / (left + right) if left + right else 1.0
    return Sides(NAMES + _GAP + numbers + left * scale, scale)


def _over(sides: Sides, gap: str, found: Tornado, rows: float) -> tuple[float, list[Shape]]:
    """The directions, the words of the gap, and 0, which runs down through the rows; and where these begin."""
    line = high([""], SMALL)
    shapes: list[Shape] = list(written(["← shrinks the gap"], NAMES + _GAP, 0, size=SMALL, ink=Ink.QUIET))
    shapes += written(["widens it →"], PAGE, 0, size=SMALL, anchor=Anchor.END, ink=Ink.QUIET)
    top = 2 * line + 2
    shapes.append(Stroke(((sides.zero, top), (sides.zero, top + rows)), Ink.TEXT, 0.75))
    shapes += written(["0"], sides.zero, line, size=SMALL, anchor=Anchor.MIDDLE, ink=Ink.QUIET)
    at = sides.at(-float(found.gap))
    label = f"gap {gap}"
    if found.gap and sides.zero - at > width(label, SMALL) / 2 + 8:
        shapes += written([label], at, line, size=SMALL, anchor=Anchor.MIDDLE)
    return top, shapes


def _row(swing: Swing, lines: list[str], number: str, sides: Sides, ink: Ink, y: float) -> Iterator[Shape]:
    bold = ink is _REACHES
    yield from written(lines, 0, y - high(lines, SMALL) / 2, size=SMALL)
    end, widens = sides.at(float(swing.points)), swing.points > ZERO
    left, right = min(end, sides.zero), max(end, sides.zero)
    wide = width(number, SMALL, bold=bold)
    yield Box(left, y - _THICK / 2, right - left, _THICK, ink)
    yield Box(end + 1 if widens else end - wide - 3, y - SMALL / 2, wide + 2, SMALL, Ink.GROUND)
    anchor = Anchor.START if widens else Anchor.END
    yield middle(number, end + 2 if widens else end - 2, y, size=SMALL, anchor=anchor, bold=bold)


def _ink(found: Tornado, swing: Swing) -> Ink:
    if reaches(found, swing):
        return _REACHES
    return Ink.STRONGLY_CONSISTENT if swing.points > ZERO else Ink.INCONSISTENT


def _meanings(found: Tornado, shown: Sequence[Swing]) -> Iterator[tuple[str, Ink, str]]:
    said = {
        _REACHES: "its loss closes the gap: somebody else leads, or joins" if found.gap else "its loss parts the two",
        Ink.INCONSISTENT: "its loss shrinks the gap",
        Ink.STRONGLY_CONSISTENT: "its loss widens the gap",
    }
    inks = {_ink(found, swing) for swing in shown}
    return (("", ink, words) for ink, words in said.items() if ink in inks)


def _words(content: SensitivityContent, found: Tornado, signed: Mapping[str, str]) -> str:
    rows = "; ".join(f"{_text(content, s)} ({s.address}) {signed[s.address]}" for s in found.swings[:MOST])
    more = len(found.swings) - MOST
    left = f" The {MOST} that move it furthest, of {len(found.swings)} that move it." if more > 0 else ""
    return f"What the loss of each row does to the gap, in points: {rows or 'no row moves it'}.{left}"
