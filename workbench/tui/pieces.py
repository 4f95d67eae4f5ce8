"""What a line of the screen is made of, before anything is painted: text, and what it means.

Views are functions from a case to lines of pieces. They know neither colours nor a terminal, and
are tested without one; `paint` gives every tone its colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple, final

from workbench.tui import words


class Tone(StrEnum):
    """What a piece of text means; the theme decides how that looks."""

    TEXT = "text"
    STRONG = "strong"
    MUTED = "muted"
    ACCENT = "accent"
    HEADING = "heading"
    KEY = "key"
    RULE = "rule"
    WARN = "warn"
    ALARM = "alarm"
    BAR = "bar"
    WEIGHT = "weight"
    LEAD = "lead"
    FOUND = "found"
    COLUMN = "column"
    CC = "CC"
    C = "C"
    N = "N"
    I = "I"  # noqa: E741 - the field's own letter
    II = "II"
    NA = "NA"
    UNRATED = "unrated"
    PARKED = "parked"
    CURSOR = "cursor"


class Ground(StrEnum):
    """What a line stands on."""

    BODY = "body"
    HEAD = "head"
    CURRENT = "current"
    BAR = "bar"


@final
class Piece(NamedTuple):
    """Some text in one tone; `act` names the action a click on it runs."""

    text: str
    tone: Tone = Tone.TEXT
    act: str = ""

    @property
    def width(self) -> int:
        """Cells the text takes."""
        return words.width_of(self.text)


class Line(NamedTuple):
    """One line of the screen."""

    pieces: tuple[Piece, ...] = ()
    ground: Ground = Ground.BODY

    @property
    def width(self) -> int:
        """Cells the line takes."""
        return width_of(self.pieces)

    @property
    def text(self) -> str:
        """The line without its tones."""
        return "".join([piece.text for piece in self.pieces])


def width_of(pieces: Sequence[Piece]) -> int:
    """Cells the pieces take together."""
    text = "".join([piece.text for piece in pieces])
    return len(text) if text.isascii() else sum([piece.width for piece in pieces])


def line(*pieces: Piece | str, ground: Ground = Ground.BODY) -> Line:
    """A line of pieces; a bare text is a piece of plain tone. Empty pieces are left out."""
    made = [p if type(p) is Piece else Piece(p) for p in pieces]
    return Line(tuple([p for p in made if p.text]), ground)


def fitted(pieces: Iterable[Piece], width: int) -> tuple[Piece, ...]:
    """The pieces cut and filled to exactly `width` cells."""
    whole = tuple(pieces)
    missing = width - width_of(whole)
    if missing >= 0:
        return (*whole, Piece(" " * missing)) if missing else whole
    out: list[Piece] = []
    room = width
    for piece in whole:
        taken = piece.width
        if taken > room:
            out.append(piece._replace(text=words.cut(piece.text, room)))
            room -= out[-1].width
            break
        out.append(piece)
        room -= taken
    return (*out, Piece(" " * room)) if room > 0 else tuple(out)


BLANK = Piece(" ")


def spread(left: Iterable[Piece], right: Iterable[Piece], width: int, fill: Piece = BLANK) -> tuple[Piece, ...]:
    """`left` and `right` at the two ends of `width` cells; where room is short, `left` is cut."""
    ending = tuple(right)
    taken = width_of(ending)
    if taken >= width:
        return fitted(ending, width)
    beginning, room = [], width - taken
    for piece in left:
        kept = piece if piece.width <= room else piece._replace(text=words.cut(piece.text, room))
        beginning.append(kept)
        room -= kept.width
        if room <= 0:
            break
    return (*beginning, *((fill._replace(text=fill.text * room),) if room > 0 else ()), *ending)


def joined(groups: Iterable[Iterable[Piece]], between: str = "  ") -> tuple[Piece, ...]:
    """Groups of pieces in a row, with blanks between them."""
    out: list[Piece] = []
    for group in groups:
        pieces = [p for p in group if p.text]
        if pieces:
            out += [Piece(between, Tone.MUTED), *pieces] if out else pieces
    return tuple(out)
