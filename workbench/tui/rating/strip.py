"""The commands of rating mode and the line that shows them, what each rating says, and pieces that flow over lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from workbench.model import RATING_MEANING, Rating
from workbench.tui import keys as table
from workbench.tui import words
from workbench.tui.desk import Desk
from workbench.tui.pieces import Ground, Line, Piece, Tone, fitted, joined, line

BETWEEN = " · "

Group = Sequence[Piece]
"""Pieces that stay on one line."""

HERE = (
    "rate.", "reason", "enter", "undo", "redo", "move.", "next.open", "previous.open", "relevance", "park", "confirm",
    "edit", "leave", "step.", "sensitivity", "help", "commands", "rating", "shuffle", "quit",
)  # fmt: skip
"""The commands of the matrix that there are here too, on the same keys: ids, or what they begin with."""


SHOWN = (
    (("reason",), "reason"),
    (("leave",), "matrix"),
    (("next.open",), "next open"),
    (("undo",), "undo"),
    (("move.left", "move.right"), "row"),
    (("move.up", "move.down"), "hypothesis"),
    (("confirm",), "still holds"),
    (("park",), "park"),
    (("relevance",), "relevance"),
    (("shuffle",), "shuffle"),
    (("help",), "help"),
)
"""The commands of the line of keys, the most important first, and what they are called here."""


def commands() -> list[table.Key]:
    """The commands of rating mode, from the one table."""
    return [
        k
        for k in table.TABLE
        if k.keys and any(k.id == here or (here.endswith(".") and k.id.startswith(here)) for here in HERE)
    ]


def flow(groups: Iterable[Group], width: int, height: int) -> list[Line]:
    """Groups one after another, on at most `height` lines `width` cells wide, each begun with a blank."""
    lines: list[list[Group]] = []
    used = width
    for group in groups:
        takes = sum(piece.width for piece in group)
        if used + len(BETWEEN) + takes > width:
            lines.append([])
            used = -len(BETWEEN)
        lines[-1].append(group)
        used += len(BETWEEN) + takes
    return [line(" ", *fitted(joined(made, BETWEEN), width)) for made in lines[: max(0, height)]]


@cache
def scale(width: int) -> tuple[Line, ...]:
    """What each rating says, with its key."""
    return tuple(flow(_scale(), width, len(Rating)))


def _scale() -> Iterator[Group]:
    for rating, meaning in RATING_MEANING.items():
        act = f"rate('{rating.value}')"
        key = next(table.shown(k.keys[0]) for k in table.TABLE if k.action == act)
        said = meaning.split(":")[0].split(",")[0].removesuffix(" to this hypothesis")
        yield (
            Piece(f"{key} ", Tone.KEY, act),
            Piece(f" {rating.value} ", Tone(rating.value), act),
            Piece(f" {said}", Tone.MUTED, act),
        )


def keys(desk: Desk, width: int) -> Line:
    """The most important keys, and the last rating, large, at the end."""
    last = _last(desk, width)
    room = max(1, width - sum(piece.width for piece in last))
    return Line(fitted((*_keys(room), *last), width), Ground.BAR)


@cache
def _keys(room: int) -> tuple[Piece, ...]:
    shown: list[Piece] = [Piece(" ")]
    for group in _groups():
        if sum(piece.width for piece in (*shown, *group)) + 2 > room and len(shown) > 1:
            break
        shown += (*group, Piece("  "))
    return fitted(shown, room)


def _groups() -> Iterator[Group]:
    ratings = [k for k in table.TABLE if k.action.startswith("rate(") and k.id != "rate.clear"]
    letters = joined([(Piece(table.shown(k.keys[0]), Tone.KEY, k.action),) for k in ratings], " ")
    yield (*letters, Piece(" rate", Tone.MUTED))
    actions = {key.id: key.action for key in table.TABLE}
    for ids, label in SHOWN:
        pressed = [Piece(table.shown(table.of(i)[0]), Tone.KEY, actions[i]) for i in ids]
        yield (*joined([(piece,) for piece in pressed], " "), Piece(f" {label}", Tone.MUTED, actions[ids[-1]]))


def _last(desk: Desk, width: int) -> tuple[Piece, ...]:
    """The last rating in full: the letter that Caps Lock may have doubled must be seen, whatever row it was in."""
    if desk.last is None:
        return ()
    rating = desk.last.rating
    letter = Piece(f"  {rating.value}  " if rating else "  ·  ", Tone(rating.value) if rating else Tone.UNRATED)
    name = next((h.short or h.id for h in desk.hypotheses if h.id == desk.last.hypothesis), desk.last.hypothesis)
    named = Piece(f" {words.cut(name, 18)} " if width >= 60 else "")
    return (named, letter, _state(desk) if width >= 40 else Piece(""))


def _state(desk: Desk) -> Piece:
    """What became of it: tried, not to be saved, still on its way, or in the file."""
    if desk.trial is not None:
        return Piece(" tried ", Tone.WARN)
    if desk.unsaved:
        return Piece(" not saved ", Tone.ALARM)
    return Piece("" if desk.hurried else " saved ")
