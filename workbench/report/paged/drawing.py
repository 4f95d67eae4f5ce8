"""A picture as what the template draws, in pieces where it is longer than a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from workbench.report import palette
from workbench.report.document import Spelling, Tone
from workbench.report.paged.sheet import Page
from workbench.report.picture import Box, Picture, Shape, Stroke, Words

Record = dict[str, Any]

LEAST = 0.8
"""The least share of its size to which a picture is shrunk so that it stands on one page, and near what tells of it."""

_LETTERS = (1.0, 0.4)
"""How far words reach above and below their base line, of their size."""


def of(picture: Picture, page: Page, spelling: Spelling) -> Record:
    """The picture without its caption, no wider than the page, and no higher where it need not be shrunk much."""
    scale = min(1.0, page.width / picture.width) if picture.width else 1.0
    if page.body < picture.height * scale <= page.body / LEAST:
        scale = page.body / picture.height
    return {
        "k": "picture",
        "words": spelling(picture.words or picture.caption or picture.name),
        "width": picture.width,
        "scale": scale,
        "pieces": [
            {
                "top": top,
                "height": bottom - top,
                "shapes": [_shape(s, spelling) for s in picture.shapes if _within(s, top, bottom)],
            }
            for top, bottom in _pieces(picture, page.body / scale)
        ],
    }


def _pieces(picture: Picture, most: float) -> Iterator[tuple[float, float]]:
    """From where to where each piece goes: cut where no box and no word is cut, as late as the page lets it."""
    top = 0.0
    spans = sorted(_span(shape) for shape in picture.shapes if not isinstance(shape, Stroke))
    while picture.height - top > most:
        ends = {bottom for _, bottom in spans if top < bottom <= top + most}
        free = [end for end in ends if not any(above < end < below for above, below in spans)]
        cut = max(free, default=top + most)
        yield top, cut
        top = cut
    yield top, picture.height


def _span(shape: Shape) -> tuple[float, float]:
    """From where to where a shape goes, downwards."""
    match shape:
        case Box():
            return shape.y, shape.y + shape.height
        case Words():
            above, below = _LETTERS
            return shape.y - above * shape.size, shape.y + below * shape.size
        case Stroke():
            heights = [y for _, y in shape.points]
            return min(heights), max(heights)


def _within(shape: Shape, top: float, bottom: float) -> bool:
    """Whether something of a shape is seen between two heights."""
    above, below = _span(shape)
    return below >= top and above <= bottom if isinstance(shape, Stroke) else below > top and above < bottom


def _shape(shape: Shape, spelling: Spelling) -> Record:
    match shape:
        case Box():
            look = "dotted" if shape.dotted else "outlined" if shape.outlined else "filled"
            place = [shape.x, shape.y, shape.width, shape.height]
            return {"k": "box", "at": place, "look": look, "colour": palette.shade(shape.ink)}
        case Stroke():
            return {
                "k": "stroke",
                "points": [list(point) for point in shape.points],
                "dashes": list(shape.dashes),
                "width": shape.width,
                "colour": palette.shade(shape.ink),
            }
        case Words():
            return {
                "k": "words",
                "at": [shape.x, shape.y],
                "t": spelling(shape.text),
                "size": shape.size,
                "anchor": shape.anchor.value,
                "bold": shape.bold,
                "colour": _written(shape),
            }


def _written(words: Words) -> str:
    """The colour of some words on what they stand on."""
    if words.on.value in palette.CELLS:
        return palette.CELLS[Tone(words.on.value)].ink
    return palette.shade(words.ink)
