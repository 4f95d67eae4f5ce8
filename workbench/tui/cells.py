"""One row of the matrix as a line: its mark, grade, weight, text, and the letter in every cell."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from workbench.analysis.weights import grade, weight
from workbench.model import Case, Item, Rating
from workbench.tui import words
from workbench.tui.desk import Desk
from workbench.tui.pieces import Ground, Line, Piece, Tone, fitted
from workbench.tui.rows import Entry
from workbench.tui.shape import Columns

CURSOR, STALE, UNCONFIRMED, EMPTY, TRIED = "›", "~", "?", "·", "*"
"""Marks: the cursor's row, a row rated against an older wording, one without a record of the
wording, a cell nobody rated, a row that is tried otherwise than it is saved."""

WEIGHTS: Mapping[int, str] = MappingProxyType({-2: "▁", -1: "▃", 0: "▄", 1: "▆", 2: "█"})
"""The bar of a row's weight, by the power of √2."""

FULL, SHORT = 24, 14
"""Cells of the evidence column from which it has room for grade and weight, and for the grade."""

_TONE = {rating: Tone(rating.value) for rating in Rating}


def heading(entry: Entry, columns: Columns) -> Line:
    """The line over a block of rows."""
    title = Piece(f"  {entry.heading}", Tone.HEADING)
    return Line(fitted((title, Piece(f"  {entry.note}", Tone.MUTED)), columns.width))


def row(desk: Desk, item: Item, columns: Columns, *, current: int | None) -> Line:
    """The line of one row; `current` is the column under the cursor where this is its row."""
    ground = Ground.BODY if current is None else Ground.CURRENT
    evidence = _evidence(desk, item, columns.evidence, current)
    return Line((*evidence, *_cells(desk, item, columns, current)), ground)


def _evidence(desk: Desk, item: Item, width: int, current: int | None) -> tuple[Piece, ...]:
    mark = Piece(" " if current is None else CURSOR, Tone.ACCENT)
    pieces = (mark, _state(desk, item), *_graded(desk.case, item, width))
    room = width - sum(p.width for p in pieces) - 1
    tone = Tone.PARKED if desk.case.parked(item.address) else Tone.TEXT if current is None else Tone.STRONG
    return fitted((*pieces, *_text(item.text, room, tone, desk.sought)), width)


def _state(desk: Desk, item: Item) -> Piece:
    if desk.trial is not None and desk.trial.moved(item.address):
        return Piece(TRIED, Tone.WARN)
    if item.address in desk.stale:
        return Piece(STALE, Tone.WARN)
    return Piece(UNCONFIRMED, Tone.WARN) if item.address in desk.unconfirmed else Piece(" ")


def _graded(case: Case, item: Item, width: int) -> tuple[Piece, ...]:
    if width < SHORT:
        return ()
    letters = Piece(f"{grade(case, item)!s:<3} ", Tone.MUTED)
    bar = Piece(WEIGHTS[weight(case, item).exponent] + " ", Tone.WEIGHT)
    return (letters, bar) if width >= FULL else (letters,)


def _text(text: str, room: int, tone: Tone, sought: str) -> tuple[Piece, ...]:
    """The text in one line, with the words sought standing out."""
    shown = words.cut(text, room)
    place = shown.casefold().find(sought.casefold()) if sought else -1
    if place < 0:
        return (Piece(shown, tone),)
    end = place + len(sought)
    return (Piece(shown[:place], tone), Piece(shown[place:end], Tone.FOUND), Piece(shown[end:], tone))


def _cells(desk: Desk, item: Item, columns: Columns, current: int | None) -> list[Piece]:
    ratings, parked = desk.case.matrix.row(item.address).ratings, desk.case.parked(item.address)
    trial = desk.trial if desk.trial is not None and desk.trial.moved(item.address) else None
    out: list[Piece] = []
    for place, hypothesis in enumerate(desk.hypotheses[columns.first : columns.first + columns.seen], columns.first):
        cursor = place == current
        if trial is not None and trial.was(item.address, hypothesis.id) is not ratings.get(hypothesis.id):
            was = trial.was(item.address, hypothesis.id)
            out += tried(was, ratings.get(hypothesis.id), columns.cell, cursor=cursor, parked=parked)
            continue
        out += cell(ratings.get(hypothesis.id), columns.cell, cursor=cursor, parked=parked)
    return out


def chip(width: int) -> int:
    """Cells of the coloured part of a column `width` wide."""
    return max(4, min(8, width - 3))


@cache
def cell(rating: Rating | None, width: int, *, cursor: bool, parked: bool = False) -> tuple[Piece, ...]:
    """One cell, `width` wide: a letter on its colour; the one under the cursor in brackets."""
    letter = rating.value if rating else EMPTY
    tone = Tone.PARKED if parked else _TONE[rating] if rating else Tone.UNRATED
    coloured = chip(width)
    margin, gap = Piece(" "), Piece(" " * (width - coloured - 1))
    if not cursor:
        return margin, Piece(words.centred(letter, coloured), tone), gap
    bracketed = f"[{letter if rating else ' '}]"
    left = (coloured - len(bracketed)) // 2
    right = coloured - len(bracketed) - left
    return margin, Piece(" " * left, tone), Piece(bracketed, Tone.CURSOR), Piece(" " * right, tone), gap


@cache
def tried(was: Rating | None, now: Rating | None, width: int, *, cursor: bool, parked: bool) -> tuple[Piece, ...]:
    """A cell that is tried otherwise: what is saved, and what is tried."""
    letters = f"{was.value if was else EMPTY}→{now.value if now else EMPTY}"
    letters = f"[{letters}]" if cursor else letters
    tone = Tone.PARKED if parked else Tone(now.value) if now else Tone.UNRATED
    room = max(chip(width), min(words.width_of(letters), width - 2))
    return (
        Piece(" "),
        Piece(words.centred(letters, room), Tone.CURSOR if cursor else tone),
        Piece(" " * (width - room - 1)),
    )
