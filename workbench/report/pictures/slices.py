"""Slices as small multiples: the same bars of the same hypotheses on the same scale, a panel for each slice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from workbench.analysis.coverage import Coverage
from workbench.analysis.methods import DEFAULT
from workbench.analysis.narrowing import counted
from workbench.analysis.slices import Slices
from workbench.analysis.standing import Standing
from workbench.report.picture import Box, Ink, Picture, Shape, Stroke
from workbench.report.pictures.lettering import PAGE, SMALL, high, middle, written
from workbench.report.pictures.measure import widest, width, wrapped
from workbench.report.slicewords import SIGNS, points_cells, verdict

MOST = 24
"""Slices that are drawn at most, those with the most rows."""

NAMES = 120.0
"""Names are wrapped beyond this."""

PANEL = 76.0
"""A panel is at least so wide."""

_THICK, _AROUND, _BETWEEN = 7.0, 5.0, 10.0


class Panel(NamedTuple):
    """A slice as it is drawn: its title, and of each hypothesis the length of the bar and what stands behind it."""

    title: str
    rows: str
    bars: tuple[tuple[float, str, bool], ...]
    """The points, the text with its signs, and whether it leads."""


def slice_panels(found: Slices) -> Picture:
    """The points of every hypothesis in each slice, and in all rows first."""
    shown = _largest(found)
    panels = [
        _panel("all rows", found.standing),
        *(_panel(found.slices[n].value, found.slices[n].standing) for n in shown),
    ]
    hypotheses = found.standing.case.hypotheses
    names = [wrapped(h.short or h.id, NAMES, SMALL) for h in hypotheses]
    left = min(NAMES, max((widest(lines, SMALL) for lines in names), default=0.0)) + 8
    across = max(1, int((PAGE - left + _BETWEEN) // (PANEL + _BETWEEN)))
    across = -(-len(panels) // -(-len(panels) // across))
    wide = min((PAGE - left + _BETWEEN) / across - _BETWEEN, 160.0)
    scale = _scale(panels, wide)
    shapes: list[Shape] = []
    y = 0.0
    for start in range(0, len(panels), across):
        y, more = _band(panels[start : start + across], names, left, wide, scale, y)
        shapes += more
        y += 8
    note = _note(found, len(shown))
    shapes += written(note, 0, y - 2, size=SMALL, ink=Ink.QUIET)
    y += high(note, SMALL) - 2
    return Picture(f"slices-{found.by}", verdict(found), _words(found, shown), PAGE, y, tuple(shapes))


def _largest(found: Slices) -> list[int]:
    """Which slices are drawn: all, or those with the most rows, in their order."""
    places = sorted(range(len(found.slices)), key=lambda n: -len(found.slices[n].rows))
    return sorted(places[:MOST])


def _drawn(found: Slices, shown: Sequence[int]) -> list[tuple[str, Standing]]:
    """Each panel's title and what it is drawn from."""
    return [("all rows", found.standing), *((found.slices[n].value, found.slices[n].standing) for n in shown)]


def _panel(title: str, standing: Standing) -> Panel:
    result = standing.methods[DEFAULT]
    coverage = Coverage(standing.rows, standing.bears_on, standing.contradicts)
    texts = [cell.text for cell in points_cells(result.scores, coverage, result.leading)]
    bars = tuple(
        (float(points) if coverage.bears_on[h] else 0.0, text, h in result.leading)
        for (h, points), text in zip(result.scores.items(), texts, strict=True)
    )
    return Panel(title, counted(standing.rows), bars)


def _scale(panels: Sequence[Panel], wide: float) -> float:
    """Points of length for a point of score: the same in all panels, with room for the text behind every bar."""
    room = [
        (wide - width(text, SMALL, bold=leads) - 3) / length for p in panels for length, text, leads in p.bars if length
    ]
    return min(room, default=1.0)


def _band(
    panels: Sequence[Panel], names: Sequence[list[str]], left: float, wide: float, scale: float, y: float
) -> tuple[float, list[Shape]]:
    """Panels side by side, with the names at their left; where they end, and their shapes."""
    titles = [wrapped(panel.title, wide, SMALL, bold=True) for panel in panels]
    head = max(high(title, SMALL) for title in titles)
    top = y + head + high([""], SMALL) + 3
    tall = [max(high(lines, SMALL), _THICK) + _AROUND for lines in names]
    shapes: list[Shape] = []
    at = top
    for lines, room in zip(names, tall, strict=True):
        shapes += written(lines, 0, at + (room - high(lines, SMALL)) / 2, size=SMALL)
        at += room
    for number, (panel, title) in enumerate(zip(panels, titles, strict=True)):
        x = left + number * (wide + _BETWEEN)
        shapes += written(title, x, y + head - high(title, SMALL), size=SMALL, bold=True)
        shapes += written([panel.rows], x, y + head, size=SMALL, ink=Ink.QUIET)
        shapes += _bars(panel, tall, x, top, scale)
    return at, shapes


def _bars(panel: Panel, tall: Sequence[float], x: float, y: float, scale: float) -> Iterator[Shape]:
    yield Stroke(((x, y), (x, y + sum(tall))), Ink.QUIET)
    for (length, text, leads), room in zip(panel.bars, tall, strict=True):
        centre = y + room / 2
        if length:
            yield Box(x, centre - _THICK / 2, length * scale, _THICK, Ink.INCONSISTENT)
        yield middle(text, x + length * scale + 3, centre, size=SMALL, bold=leads)
        y += room


def _note(found: Slices, shown: int) -> list[str]:
    """The scale and the signs, and how many slices are not drawn."""
    left = len(found.slices) - shown
    more = f" Not drawn: the {left} slices with the fewest rows." if left else ""
    said = f"{_by(found)}: weighted points, 0 is best, longer bars are worse, one scale for all; {SIGNS}.{more}"
    return wrapped(said, PAGE, SMALL)


def _by(found: Slices) -> str:
    return f"Slices by {found.window or found.by}"


def _words(found: Slices, shown: Sequence[int]) -> str:
    """The points of every hypothesis, slice by slice."""
    ids = list(found.standing.bears_on)
    said = []
    for value, standing in _drawn(found, shown):
        bars = _panel(value, standing).bars
        points = ", ".join(f"{h} {text}" for h, (_, text, _) in zip(ids, bars, strict=True))
        said.append(f"{value} ({counted(standing.rows)}): {points}.")
    return f"{_by(found)}: weighted points, 0 is best; {SIGNS}. {' '.join(said)}"
