"""The legend under a picture of cells: each letter on its shade, with what it means."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.model import RATING_MEANING
from workbench.report import wording
from workbench.report.picture import Anchor, Box, Ink, Shape
from workbench.report.pictures.lettering import SMALL, high, middle, written
from workbench.report.pictures.measure import width, wrapped

Meant = tuple[str, Ink, str]
"""Letters, the ink of their ground (unrated: a dotted edge), and what they mean."""

_HIGH, _GAP = 10.0, 10.0


def legend(room: float, y: float, meanings: Iterable[Meant] = ()) -> tuple[float, list[Shape]]:
    """Entries side by side in as many lines as they take, from y down; where they end, and their shapes.

    Args:
        room: how wide it may be.
        y: its top.
        meanings: what stands in it; without any the letters of ratings.
    """
    shapes: list[Shape] = []
    x = 0.0
    for letters, ink, meaning in meanings or _ratings():
        wide = max(width(letters, SMALL, bold=True) + 4, 16.0)
        taken = wide + 3 + width(meaning, SMALL)
        if x and x + taken > room:
            x, y = 0.0, y + _HIGH + 2
        lines = wrapped(meaning, room - x - wide - 3, SMALL)
        shapes += _entry(letters, ink, lines, x, y, wide)
        y += high(lines[1:], SMALL)
        x += taken + _GAP
    return y + _HIGH, shapes


def _entry(letters: str, ink: Ink, lines: list[str], x: float, y: float, wide: float) -> Iterable[Shape]:
    if ink is Ink.UNRATED:
        yield Box(x + 0.5, y + 0.5, wide - 1, _HIGH - 1, Ink.GROUND, dotted=True)
    else:
        yield Box(x, y, wide, _HIGH, ink, outlined=ink in {Ink.NOT_APPLICABLE, Ink.GROUND})
    yield middle(letters, x + wide / 2, y + _HIGH / 2, size=SMALL, anchor=Anchor.MIDDLE, on=ink)
    yield from written(lines, x + wide + 3, y + 0.6, size=SMALL, ink=Ink.QUIET)


def _ratings() -> Iterable[Meant]:
    for rating, meaning in RATING_MEANING.items():
        yield rating.value, Ink(rating.value), meaning
    yield wording.UNRATED, Ink.UNRATED, wording.NOT_RATED
