"""The figures at the right of the transposed matrix: how each hypothesis stands, where scores may be seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from workbench.analysis import points, ranking
from workbench.analysis.methods import DEFAULT, EQUAL_WEIGHTS
from workbench.analysis.standing import Standing
from workbench.tui.desk import Desk

GAP = 2
"""Cells before each figure."""


class Figure(NamedTuple):
    """One figure of every hypothesis, in their order, under a heading of one or two lines."""

    heading: Sequence[str]
    texts: Sequence[str]

    @property
    def width(self) -> int:
        """Cells it takes with the gap before it."""
        return GAP + max(map(len, (*self.heading, *self.texts)))


def figures(desk: Desk, room: int) -> list[Figure]:
    """As many figures as fit into `room` cells, the most important first; while rating is blind how much is rated."""
    chosen: list[Figure] = []
    for figure in _figures(desk) if desk.hypotheses and not desk.waiting else ():
        if sum(f.width for f in (*chosen, figure)) > room:
            break
        chosen.append(figure)
    return chosen


def _figures(desk: Desk) -> Iterator[Figure]:
    now = desk.standing
    if now is None:
        rows = desk.cells // len(desk.hypotheses)
        yield Figure(("cells", "rated"), [f"{desk.rated_cells[h.id]}/{rows}" for h in desk.hypotheses])
        return
    was = desk.trial.before if desk.trial is not None else now
    for heading, figure in _told(was, now):
        pairs = [(figure(was, h.id), figure(now, h.id)) for h in desk.hypotheses]
        yield Figure(heading, [after if before == after else f"{before}→{after}" for before, after in pairs])


def _told(was: Standing, now: Standing) -> Iterator[tuple[Sequence[str], Callable[[Standing, str], str]]]:
    yield ("points", "weighted"), _points(was, now, DEFAULT)
    yield ("", "rank"), lambda s, h: ranking.label(s.methods[DEFAULT].ranks, h)
    yield ("equal", "weights"), _points(was, now, EQUAL_WEIGHTS)
    yield ("contradict", "/bear on"), lambda s, h: f"{s.contradicts[h]}/{s.bears_on[h]}"
    yield ("", "coverage"), lambda s, h: f"{s.coverage[h]:.0%}{'!' if h in s.little_tested else ''}"


def _points(was: Standing, now: Standing, method: str) -> Callable[[Standing, str], str]:
    """Points with as many decimals as keep all of them apart."""
    places = points.decimals(total for s in (was, now) for total in s.methods[method].scores.values())
    return lambda standing, h: standing.methods[method].scores[h].text(places)
