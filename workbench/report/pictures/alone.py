"""A picture that stands for itself: with its caption, what it is about, whose it is, and its marking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from workbench.report.document import Imprint
from workbench.report.picture import Anchor, Box, Ink, Picture, Shape, Stroke, Words
from workbench.report.pictures.lettering import SMALL, high, written
from workbench.report.pictures.measure import wrapped

MARGIN = 14.0
"""Around everything, in points."""

_TITLE, _MARK, _GAP = 9.0, 12.0, 8.0


def alone(picture: Picture, imprint: Imprint, marking: str = "") -> Picture:
    """The picture under its caption and over the question, the analyst and the method.

    Args:
        picture: what is drawn.
        imprint: of the page it would stand on; its date and revision are left out, as in all formats of data.
        marking: stands at the top and at the bottom, since pictures are taken out of what they stand in; at the right
            and in letters of 12 points, as TLP 2.0 asks for.
    """
    marks = wrapped(marking, picture.width, _MARK, bold=True) if marking else []
    title = wrapped(picture.caption, picture.width, _TITLE, bold=True)
    source = wrapped(_source(imprint), picture.width, SMALL)
    right = MARGIN + picture.width
    below = MARGIN + high(marks, _MARK) + (2 if marks else 0)
    drawn = below + high(title, _TITLE) + _GAP
    under = drawn + picture.height + _GAP
    last = under + high(source, SMALL) + (2 if marks else 0)
    shapes = (
        *written(marks, right, MARGIN, size=_MARK, anchor=Anchor.END, bold=True),
        *written(title, MARGIN, below, size=_TITLE, bold=True),
        *moved(picture.shapes, MARGIN, drawn),
        *written(source, MARGIN, under, size=SMALL, ink=Ink.QUIET),
        *written(marks, right, last, size=_MARK, anchor=Anchor.END, bold=True),
    )
    return replace(picture, width=right + MARGIN, height=last + high(marks, _MARK) + MARGIN, shapes=shapes)


def moved(shapes: Iterable[Shape], right: float, down: float) -> Iterator[Shape]:
    """Shapes in another place."""
    for shape in shapes:
        match shape:
            case Box() | Words():
                yield replace(shape, x=shape.x + right, y=shape.y + down)
            case Stroke():
                yield replace(shape, points=tuple((x + right, y + down) for x, y in shape.points))
            case _:
                assert_never(shape)


def _source(imprint: Imprint) -> str:
    """Question, analyst, method and program in a paragraph."""
    parts = (
        imprint.question,
        f"Rated by {imprint.analyst}." if imprint.analyst else "",
        f"{imprint.method[:1].upper()}{imprint.method[1:].removesuffix('.')}." if imprint.method else "",
        f"{imprint.program}." if imprint.program else "",
    )
    return " ".join(filter(None, parts))
