"""Words in lines: how high they stand, and where each of their lines begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.report.picture import Anchor, Ink, Words

TEXT, SMALL = 8.0, 7.0
"""The sizes of letters in pictures, in points."""

PAGE = 482.0
"""How wide a picture is where nothing makes it wider: an A4 page upright with margins of 2 cm."""

_LINE, _RISE = 1.25, 0.95
"""A line is so much higher than its letters, and their base line stands so far below its top, by their size."""


def high(lines: Sequence[str], size: float = TEXT) -> float:
    """How high some lines stand, in points."""
    return len(lines) * size * _LINE


def written(
    lines: Sequence[str],
    x: float,
    y: float,
    *,
    size: float = TEXT,
    anchor: Anchor = Anchor.START,
    ink: Ink = Ink.TEXT,
    on: Ink = Ink.GROUND,
    bold: bool = False,
) -> Iterator[Words]:
    """Lines below each other, the first with its top at y."""
    for number, line in enumerate(lines):
        if line:
            yield Words(x, y + (number * _LINE + _RISE) * size, line, size, anchor, ink, on, bold)


def middle(
    text: str,
    x: float,
    y: float,
    *,
    size: float = TEXT,
    anchor: Anchor = Anchor.START,
    ink: Ink = Ink.TEXT,
    on: Ink = Ink.GROUND,
    bold: bool = False,
) -> Words:
    """One line that stands in the middle of y."""
    return Words(x, y + 0.36 * size, text, size, anchor, ink, on, bold)
