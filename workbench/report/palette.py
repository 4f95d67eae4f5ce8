"""The colours of what is printed: blue for consistent, orange for inconsistent, the darker the more it weighs.

Letters say it first. Printed in grey, II is the darkest, then I, then CC and C; read on its ground every letter has a
contrast of 4.5 to 1 or more.
"""

from __future__ import annotations

from typing import NamedTuple

from workbench.report.document import Tone
from workbench.report.picture import Ink


class Shade(NamedTuple):
    """A ground and what is written on it, as `#rrggbb`."""

    ground: str
    ink: str


PAPER = Shade("#ffffff", "#1a1a1a")
NIGHT = Shade("#15181c", "#e8e8e8")
QUIET, NIGHT_QUIET = "#595959", "#a8a8a8"
RULE, NIGHT_RULE = "#b0b0b0", "#4a4f57"

CELLS: dict[Tone, Shade] = {
    Tone.STRONGLY_CONSISTENT: Shade("#8fbfe8", "#0b1f33"),
    Tone.CONSISTENT: Shade("#d3e5f5", "#12293f"),
    Tone.NEUTRAL: Shade("#f4f4f4", "#595959"),
    Tone.INCONSISTENT: Shade("#f0a35a", "#2b1500"),
    Tone.STRONGLY_INCONSISTENT: Shade("#a84300", "#ffffff"),
    Tone.NOT_APPLICABLE: Shade("#ffffff", "#595959"),
    Tone.UNRATED: Shade("#ffffff", "#595959"),
}
"""The cells of a matrix on paper; unrated ones have a dotted edge besides."""

NIGHT_CELLS: dict[Tone, Shade] = {
    Tone.STRONGLY_CONSISTENT: Shade("#2f6ea8", "#ffffff"),
    Tone.CONSISTENT: Shade("#1d3a57", "#dcebf9"),
    Tone.NEUTRAL: Shade("#22262b", "#a8a8a8"),
    Tone.INCONSISTENT: Shade("#8a4a12", "#ffffff"),
    Tone.STRONGLY_INCONSISTENT: Shade("#f28c28", "#1f0f00"),
    Tone.NOT_APPLICABLE: Shade("#15181c", "#a8a8a8"),
    Tone.UNRATED: Shade("#15181c", "#a8a8a8"),
}
"""The same on a dark screen, where the brighter weighs more."""

LABELS = {
    "TLP:RED": "#ff2b2b",
    "TLP:AMBER": "#ffc000",
    "TLP:AMBER+STRICT": "#ffc000",
    "TLP:GREEN": "#33ff00",
    "TLP:CLEAR": "#ffffff",
}
"""The colours of TLP 2.0 labels, which stand on black (FIRST, Traffic Light Protocol 2.0, August 2022)."""


SHAPES = {Ink.TEXT: PAPER.ink, Ink.QUIET: QUIET, Ink.RULE: RULE, Ink.GROUND: PAPER.ground}
"""The colours of shapes that stand for no rating."""

NIGHT_SHAPES = {Ink.TEXT: NIGHT.ink, Ink.QUIET: NIGHT_QUIET, Ink.RULE: NIGHT_RULE, Ink.GROUND: NIGHT.ground}
"""The same on a dark screen."""


def label(marking: str) -> Shade | None:
    """The colours a TLP label is printed in; none where the marking is a banner of another kind."""
    colour = LABELS.get(marking)
    return Shade("#000000", colour) if colour else None


def shade(ink: Ink) -> str:
    """The colour of a shape on paper."""
    return SHAPES.get(ink) or CELLS[Tone(ink.value)].ground


def written(ink: Ink, on: Ink = Ink.GROUND) -> str:
    """The colour of words on paper: on the ground of a rating the one that is read there."""
    return SHAPES.get(ink, PAPER.ink) if on in SHAPES else CELLS[Tone(on.value)].ink
