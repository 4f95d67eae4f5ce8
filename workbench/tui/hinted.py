"""A line of keys of a small screen: as many as fit, each of them whole."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.tui.pieces import Piece, Tone

Hint = tuple[str, str, str]
"""A key, what it does, and the action that a click on it runs."""


def hinted(keys: Iterable[Hint], width: int) -> tuple[Piece, ...]:
    """The keys with what they do, most important first, in `width` cells; what does not fit is left out."""
    pieces: list[Piece] = []
    room = width
    for key, does, act in keys:
        pair = (Piece(f" {key}", Tone.KEY, act), Piece(f" {does} ", Tone.MUTED, act))
        room -= sum(piece.width for piece in pair)
        if room < 0 and pieces:
            break
        pieces += pair
    return tuple(pieces)
