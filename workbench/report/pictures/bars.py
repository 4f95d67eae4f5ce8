"""Bars that run to the right from 0, a row for each hypothesis: its name, a bar or two, numbers at their ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.report.picture import Anchor, Box, Ink, Shape, Stroke
from workbench.report.pictures.axis import Axis, across
from workbench.report.pictures.lettering import PAGE, SMALL, TEXT, high, middle, written
from workbench.report.pictures.measure import widest, width, wrapped

NAMES = 150.0
"""Names are wrapped beyond this."""

_THICK, _THIN, _BETWEEN, _AROUND = 9.0, 6.0, 2.0, 6.0

_SEEN = 1.5
"""A bar is at least so long."""

_OVER = 2 * high([""], SMALL) + 2
"""How high the axis stands over the rows."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A number with what stands at its end."""

    length: float
    text: str
    ink: Ink
    outlined: bool = False


@dataclass(frozen=True, slots=True)
class Barred:
    """A hypothesis with its bars; `instead` stands where it has none."""

    name: str
    before: str
    under: str
    bars: tuple[Bar, ...]
    instead: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Directions:
    """What stands over the axis: at 0, and at its far end."""

    start: str
    end: str
    most: float = 0.0
    """To which number it runs at least."""


def drawn(rows: Sequence[Barred], y: float, over: Directions) -> tuple[float, list[Shape]]:
    """The rows below an axis, from y down; where they end, and their shapes."""
    before = widest([row.before for row in rows], SMALL, bold=True)
    names = min(widest([row.name for row in rows], TEXT, bold=True), NAMES)
    names = max(names, min(widest([row.under for row in rows], SMALL), NAMES))
    left = (before + 6 if before else 0) + names + 8
    axis = _axis(left, [bar for row in rows for bar in row.bars], over.most)
    tall = [_height(row, names) for row in rows]
    y, shapes = across(axis, y, y + _OVER + sum(tall), best=over.start, worse=over.end)
    for row, high_ in zip(rows, tall, strict=True):
        shapes += _row(row, axis, y, high_, before, names)
        y += high_
    return y, shapes


def _axis(left: float, bars: Sequence[Bar], most: float) -> Axis:
    """As long as it can be with room for the number behind every bar."""
    most = max([most, *(bar.length for bar in bars)])
    room = [(PAGE - left - width(bar.text, SMALL, bold=True) - 6) * most / bar.length for bar in bars if bar.length]
    return Axis(left, left + min([PAGE - left - 12, *room]), most)


def _height(row: Barred, names: float) -> float:
    return max(_name_height(*_lines(row, names)), _bars_height(row)) + _AROUND


def _lines(row: Barred, names: float) -> tuple[list[str], list[str]]:
    under = wrapped(row.under, names, SMALL) if row.under else []
    return wrapped(row.name, names, TEXT, bold=row.bold), under


def _name_height(name: list[str], under: list[str]) -> float:
    return high(name) + high(under, SMALL)


def _bars_height(row: Barred) -> float:
    return sum(_thick(n) for n in range(len(row.bars))) + _BETWEEN * max(len(row.bars) - 1, 0)


def _thick(number: int) -> float:
    return _THIN if number else _THICK


def _row(row: Barred, axis: Axis, y: float, tall: float, before: float, names: float) -> Iterator[Shape]:
    middle_ = y + tall / 2
    lines, under = _lines(row, names)
    top = middle_ - _name_height(lines, under) / 2
    x = before + 6 if before else 0.0
    yield from written([row.before], before, top + 0.6, size=SMALL, anchor=Anchor.END, bold=row.bold)
    yield from written(lines, x, top, bold=row.bold)
    yield from written(under, x, top + high(lines), size=SMALL, ink=Ink.QUIET)
    if row.instead:
        room = PAGE - axis.start - 4
        said = wrapped(row.instead, room, SMALL)
        wide = max(width(line, SMALL) for line in said)
        yield Box(axis.start + 3, middle_ - high(said, SMALL) / 2, wide + 2, high(said, SMALL), Ink.GROUND)
        yield from written(said, axis.start + 4, middle_ - high(said, SMALL) / 2, size=SMALL, ink=Ink.QUIET)
        return
    at = middle_ - _bars_height(row) / 2
    for number, bar in enumerate(row.bars):
        thick = _thick(number)
        yield from _bar(bar, axis, at, thick, bold=row.bold and not number)
        at += thick + _BETWEEN


def _bar(bar: Bar, axis: Axis, y: float, thick: float, *, bold: bool) -> Iterator[Shape]:
    """A bar with its number behind it; where it is 0, or too short to be seen, a short upright line stands for it."""
    end = axis.at(bar.length)
    if end - axis.start > _SEEN:
        yield Box(axis.start, y, end - axis.start, thick, bar.ink, outlined=bar.outlined)
    else:
        yield Stroke(((axis.start, y), (axis.start, y + thick)), Ink.TEXT, _SEEN)
    wide = width(bar.text, SMALL, bold=bold)
    yield Box(end + 2, y + thick / 2 - 3.5, wide + 2, 7, Ink.GROUND)
    yield middle(bar.text, end + 3, y + thick / 2, size=SMALL, ink=Ink.QUIET if bar.outlined else Ink.TEXT, bold=bold)
