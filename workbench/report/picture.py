"""A picture in its own terms: boxes, strokes and words on a plane, before any format.

Lengths are points (1/72 inch); x grows to the right and y downwards from the upper left corner.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum


class Ink(StrEnum):
    """What a shape is there for; `report.palette` gives each its colours."""

    STRONGLY_CONSISTENT = "CC"
    CONSISTENT = "C"
    NEUTRAL = "N"
    INCONSISTENT = "I"
    STRONGLY_INCONSISTENT = "II"
    NOT_APPLICABLE = "NA"
    UNRATED = "unrated"
    TEXT = "text"
    QUIET = "quiet"
    RULE = "rule"
    GROUND = "ground"


class Anchor(StrEnum):
    """Which part of some words stands at their place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; `outlined` ones have a thin edge, `dotted` ones a dotted edge and no filling."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink
    outlined: bool = False
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points; `dashes` are the lengths of its strokes and gaps, none where it is unbroken."""

    points: tuple[tuple[float, float], ...]
    ink: Ink = Ink.RULE
    width: float = 0.5
    dashes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """Words on one line, y at their base line. `on` is what they stand on, so that their colour is read on it."""

    x: float
    y: float
    text: str
    size: float = 8.0
    anchor: Anchor = Anchor.START
    ink: Ink = Ink.TEXT
    on: Ink = Ink.GROUND
    bold: bool = False


Shape = Box | Stroke | Words


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its caption, a sentence that says what is found, and what it shows in words."""

    name: str
    caption: str
    words: str
    width: float
    height: float
    shapes: tuple[Shape, ...]

    def spelled(self, spelling: Callable[[str], str]) -> Picture:
        """The picture with its caption and words written as a format needs them; texts in it stay as they are."""
        return replace(self, caption=spelling(self.caption), words=spelling(self.words))
