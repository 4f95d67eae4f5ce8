"""An axis of numbers from 0 on: where they stand, and round ones to read them by."""

from __future__ import annotations

import math
from dataclasses import dataclass

from workbench.report.picture import Anchor, Ink, Shape, Stroke
from workbench.report.pictures.lettering import SMALL, high, written

TICKS = 6
"""Round numbers that an axis has at most, besides 0."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Numbers up to `most` between two places on a line."""

    start: float
    end: float
    most: float

    def at(self, number: float) -> float:
        """Where a number stands."""
        return self.start + (self.end - self.start) * (number / self.most if self.most else 0.0)

    @property
    def ticks(self) -> tuple[float, ...]:
        """Round numbers from 0 up to the last that stands on it: steps of 1, 2 or 5, ten times as much, and so on."""
        if not self.most:
            return (0.0,)
        rough = self.most / TICKS
        power = 10.0 ** math.floor(math.log10(rough))
        step = next(power * n for n in (1, 2, 5, 10) if power * n >= rough)
        return tuple(step * n for n in range(math.floor(self.most / step + 1e-9) + 1))


def across(axis: Axis, y: float, bottom: float, *, best: str, worse: str) -> tuple[float, list[Shape]]:
    """An axis that runs to the right, its directions above it and thin lines down to the bottom; and where it ends."""
    line = high([""], SMALL)
    shapes: list[Shape] = [*written([best], axis.start, y, size=SMALL, ink=Ink.QUIET)]
    shapes += written([worse], axis.end, y, size=SMALL, anchor=Anchor.END, ink=Ink.QUIET)
    for tick in axis.ticks:
        x = axis.at(tick)
        shapes += written([figure(tick)], x, y + line, size=SMALL, anchor=Anchor.MIDDLE, ink=Ink.QUIET)
        shapes.append(Stroke(((x, y + 2 * line + 1), (x, bottom)), Ink.RULE, 0.35))
    return y + 2 * line + 2, shapes


def figure(tick: float) -> str:
    """A round number without needless noughts."""
    return f"{tick:,.6f}".rstrip("0").rstrip(".")
