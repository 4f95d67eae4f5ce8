"""A picture as SVG: a file of its own, or a part of a web page that follows the page's colours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import NamedTuple, assert_never

from workbench.report import palette, visible
from workbench.report.picture import Anchor, Box, Ink, Picture, Stroke, Words

FONTS = "Helvetica Neue, Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif"
"""Sans-serif letters as every system has them; the file names fonts and brings none."""

LARGER = 1.25
"""By how much a picture is larger on a web page than on paper, as screens are read from further away."""

_NAMESPACE = "http://www.w3.org/2000/svg"

_ANCHORS = {Anchor.START: "", Anchor.MIDDLE: ' text-anchor="middle"', Anchor.END: ' text-anchor="end"'}

_EDGE = 0.5
"""How thick the edge of a box is, in points."""

_DOTS = ' stroke-dasharray="1 1.5"'


class Paint(NamedTuple):
    """How shapes get their colours, as attributes: fixed ones in a file, classes where a page has the colours."""

    fixed: bool

    def filled(self, ink: Ink) -> str:
        """Of a box with a filling."""
        return f' fill="{palette.shade(ink)}"' if self.fixed else f' class="{filling(ink)}"'

    def outlined(self, ink: Ink) -> str:
        """Of a box with a filling and an edge."""
        if self.fixed:
            return f' fill="{palette.shade(ink)}" stroke="{palette.shade(Ink.RULE)}"'
        return f' class="{filling(ink)} {edging(Ink.RULE)}"'

    def edged(self, ink: Ink) -> str:
        """Of a line, or of a box that is nothing but an edge."""
        return f' fill="none" stroke="{palette.shade(ink)}"' if self.fixed else f' fill="none" class="{edging(ink)}"'

    def written(self, ink: Ink, on: Ink) -> str:
        """Of words on a ground."""
        return f' fill="{palette.written(ink, on)}"' if self.fixed else f' class="{writing(ink, on)}"'


def filling(ink: Ink) -> str:
    """The class of what is filled with an ink."""
    return f"fill-{ink.value}"


def edging(ink: Ink) -> str:
    """The class of what is drawn as a line in an ink."""
    return f"line-{ink.value}"


def writing(ink: Ink, on: Ink = Ink.GROUND) -> str:
    """The class of words: on the ground of a rating that of its letters, elsewhere that of their own ink."""
    if on not in palette.SHAPES:
        return f"words-{on.value}"
    return f"words-{ink.value if ink in palette.SHAPES else Ink.TEXT.value}"


def render(picture: Picture, program: str = "") -> str:
    """The picture as an SVG file on a ground of its own, with a line end after the last line.

    Args:
        picture: what is drawn; its caption and words become title and description.
        program: name and version of this program, which the file is signed with.
    """
    signature = f"<metadata>{_said(program)}</metadata>" if program else ""
    size = f'width="{_number(picture.width)}pt" height="{_number(picture.height)}pt"'
    ground = Box(0, 0, picture.width, picture.height, Ink.GROUND)
    lines = (
        f'<svg xmlns="{_NAMESPACE}" {size} {_view(picture)} role="img" aria-labelledby="caption words"'
        f' font-family="{FONTS}">',
        *((signature,) if signature else ()),
        *_told(picture, "caption", "words"),
        *_shapes((ground, *picture.shapes), Paint(fixed=True)),
        "</svg>",
    )
    return "\n".join(lines) + "\n"


def inline(picture: Picture, name: str) -> str:
    """The picture as a part of a web page, whose style sheet has the classes of its colours.

    Args:
        picture: what is drawn.
        name: begins the ids in it; no other picture on the page may have it.
    """
    ids = (f"{name}-caption", f"{name}-words")
    width = f'width="{_number(picture.width * LARGER)}pt"'
    lines = (
        f'<svg {_view(picture)} role="img" aria-labelledby="{" ".join(ids)}" {width}',
        f' font-family="{FONTS}">',
        *_told(picture, *ids),
        *_shapes(picture.shapes, Paint(fixed=False)),
        "</svg>",
    )
    return "\n".join(lines)


def _view(picture: Picture) -> str:
    return f'viewBox="0 0 {_number(picture.width)} {_number(picture.height)}"'


def _told(picture: Picture, caption: str, words: str) -> Iterator[str]:
    """Title and description, each with its id."""
    yield f'<title id="{caption}">{_said(picture.caption)}</title>'
    yield f'<desc id="{words}">{_said(picture.words)}</desc>'


def _shapes(shapes: Iterable[Box | Stroke | Words], paint: Paint) -> Iterator[str]:
    for shape in shapes:
        match shape:
            case Box():
                yield _box(shape, paint)
            case Stroke():
                yield _stroke(shape, paint)
            case Words():
                yield _words(shape, paint)
            case _:
                assert_never(shape)


def _box(box: Box, paint: Paint) -> str:
    x, y, width, height = map(_number, (box.x, box.y, box.width, box.height))
    place = f'x="{x}" y="{y}" width="{width}" height="{height}"'
    edge = f' stroke-width="{_EDGE}"'
    if box.dotted:
        return f"<rect {place}{paint.edged(Ink.QUIET)}{edge}{_DOTS}/>"
    look = f"{paint.outlined(box.ink)}{edge}" if box.outlined else paint.filled(box.ink)
    return f"<rect {place}{look}/>"


def _stroke(stroke: Stroke, paint: Paint) -> str:
    points = " ".join(f"{_number(x)},{_number(y)}" for x, y in stroke.points)
    dashes = f' stroke-dasharray="{" ".join(map(_number, stroke.dashes))}"' if stroke.dashes else ""
    look = f'{paint.edged(stroke.ink)} stroke-width="{_number(stroke.width)}"{dashes}'
    return f'<polyline points="{points}"{look}/>'


def _words(words: Words, paint: Paint) -> str:
    place = f'x="{_number(words.x)}" y="{_number(words.y)}" font-size="{_number(words.size)}"'
    bold = ' font-weight="bold"' if words.bold else ""
    look = f"{_ANCHORS[words.anchor]}{bold}{paint.written(words.ink, words.on)}"
    return f"<text {place}{look}>{_said(words.text)}</text>"


def _said(text: str) -> str:
    """A text of a file as the characters of an element: what cannot be seen is written out, nothing acts."""
    return escape(visible.line(text))


def _number(length: float) -> str:
    """A length in hundredths of a point, without needless noughts."""
    return f"{length:.2f}".rstrip("0").rstrip(".") if round(length, 2) else "0"
