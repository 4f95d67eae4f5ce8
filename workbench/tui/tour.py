"""The tour: what this is and how to begin, on one screen of 80 by 24."""

from __future__ import annotations

from workbench.model import RATING_MEANING, RATING_QUESTION, Rating
from workbench.tui import keys, words
from workbench.tui.leaf import Draft, Leaf
from workbench.tui.pieces import Line, Piece, Tone, line

TITLE = "Welcome. enter or esc closes this; : and “tour” show it again"

_ASKED = f"Hypotheses stand in the columns, evidence in the rows. Each cell asks: “{RATING_QUESTION}” One key answers."

_ORDER = (
    "The hypothesis with the least against it leads, not the one with the most for it. Scores stay hidden until every "
    "cell is rated, so as not to steer you."
)

_KEYS = (
    ("space u", "why a cell is rated so; undo, as often as you like"),
    ("1 to 8", "the eight steps, from hypotheses to indicators"),
    ("tab / f s", "next open cell; find, filter, sort"),
    ("e", "the YAML behind what you see, at its line"),
    ("? : q", "help, every command by its name, and out"),
)

_SAVED = "Every key is saved at once, as a line of YAML: keep the folder in git and have changes reviewed."


def leaf(width: int) -> Leaf:
    """The tour, for a width."""
    draft = Draft(width)
    draft.prose(_ASKED, Tone.STRONG)
    draft.blank()
    draft.write(*(_rating(rating, width) for rating in Rating))
    draft.blank()
    draft.prose(_ORDER)
    draft.blank()
    for key, does in _KEYS:
        first, *rest = words.wrapped(does, max(10, width - 16), 3)
        shown = Piece(words.padded(key, 12), Tone.KEY)
        draft.write(line("   ", shown, first), *(line(" " * 15, part) for part in rest))
    draft.blank()
    draft.prose(_SAVED)
    return draft.leaf


def _rating(rating: Rating, width: int) -> Line:
    key = next(keys.shown(key.keys[0]) for key in keys.TABLE if key.action == f"rate('{rating.value}')")
    letter = Piece(words.padded(rating.value, 3), Tone(rating.value))
    meaning = words.cut(RATING_MEANING[rating], max(1, width - 10))
    return line("   ", Piece(f"{key}  ", Tone.KEY), letter, f" {meaning}")
