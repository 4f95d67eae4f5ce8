"""How cells of a workbook look: formats by name, as xlsxwriter takes them; colours are those of all that is printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from workbench.model import Rating
from workbench.report import palette
from workbench.report.document import Tone

Look = Mapping[str, Any]

FONT: Look = {"font_name": "Arial", "font_size": 10, "valign": "top", "font_color": palette.PAPER.ink}
_WRAPPED: Look = {**FONT, "text_wrap": True}
_RULED: Look = {"border": 1, "border_color": palette.RULE}
_QUIET: Look = {"font_color": palette.QUIET}

PLAIN, WRAPPED, TITLE, STRONG, SMALL = "plain", "wrapped", "title", "strong", "small"
HEAD, HEAD_MIDDLE, CELL, QUIET_CELL, NUMBER, LETTER, RATED, LABEL, VALUE, TOTAL, LEADING = (
    "head", "head middle", "cell", "quiet cell", "number", "letter", "rated", "label", "value", "total", "leading",
)  # fmt: skip

_HEADED: Look = {**_WRAPPED, **_RULED, "bold": True, "bg_color": "#e6e6e6", "valign": "bottom"}

LOOKS: Mapping[str, Look] = {
    PLAIN: FONT,
    WRAPPED: _WRAPPED,
    TITLE: {**FONT, "bold": True, "font_size": 13},
    STRONG: {**FONT, "bold": True},
    SMALL: {**FONT, **_QUIET, "font_size": 8},
    HEAD: _HEADED,
    HEAD_MIDDLE: {**_HEADED, "align": "center"},
    CELL: {**_WRAPPED, **_RULED},
    QUIET_CELL: {**_WRAPPED, **_RULED, **_QUIET, "font_size": 8},
    NUMBER: {**FONT, **_RULED, "align": "right"},
    LETTER: {**FONT, **_RULED, "align": "center", "bold": True},
    RATED: {**FONT, **_RULED, "align": "center"},
    LABEL: {**FONT, **_RULED, "align": "right"},
    VALUE: {**FONT, **_RULED, "align": "right"},
    TOTAL: {**FONT, **_RULED, "align": "right", "bold": True},
    LEADING: {**FONT, "bold": True, "text_wrap": True},
}
"""Every format there is."""


def shades() -> Mapping[str, Look]:
    """What each letter of a cell makes of its ground and its ink."""
    return {rating.value: _shade(Tone(rating.value)) for rating in Rating}


def _shade(tone: Tone) -> Look:
    found = palette.CELLS[tone]
    heavy = tone in {Tone.STRONGLY_CONSISTENT, Tone.STRONGLY_INCONSISTENT}
    return {"bg_color": found.ground, "font_color": found.ink, "bold": heavy}


NEEDED: Look = {"bg_color": palette.CELLS[Tone.INCONSISTENT].ground}
"""A cell that waits for a reason."""
