"""Two things in two columns of a leaf, with a label before them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from workbench.model import Rating
from workbench.tui import cells, words
from workbench.tui.leaf import READABLE, Draft, Goal, Spot
from workbench.tui.pieces import Line, Piece, Tone, fitted, line

LABEL = 20
"""Cells of the label at most; where there is no room for it beside the columns it stands over them."""

CHIP = 7
"""Cells of a letter with the blanks around it."""

TALLEST = 60
"""Lines that one text takes at most."""

DIFFERS = "≠"
"""Stands before what is rated differently."""

Goals = tuple[Goal | None, Goal | None]
"""Where the left and the right column lead."""

NOWHERE: Goals = (None, None)


class Pair:
    """Writes on a leaf in two columns, `room` cells wide each without the gap between them."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        width = min(draft.width, 2 * READABLE)
        self.label = min(LABEL, width // 5) if width >= 60 else 0
        self._half = max(2, (width - self.label) // 2)
        self.room = self._half - 2

    def text(self, text: str, tone: Tone = Tone.TEXT) -> list[Line]:
        """A text as the lines of a column."""
        return [line(" ", Piece(part, tone)) for part in words.wrapped(text, self.room - 1, TALLEST)]

    def texts(self, label: str, both: Sequence[str], tone: Tone = Tone.TEXT, goals: Goals = NOWHERE) -> None:
        """Two texts; nothing where both are empty, and a dash for one that is."""
        if any(both):
            left, right = (self.text(text or "–", tone if text else Tone.MUTED) for text in both)
            self.write(label, left, right, goals=goals)

    def write(
        self,
        label: str,
        left: Sequence[Line],
        right: Sequence[Line],
        *,
        tone: Tone = Tone.MUTED,
        goals: Goals = NOWHERE,
    ) -> None:
        """Two blocks of lines beside one another, each of which leads somewhere where it has a goal."""
        draft = self.draft
        names = words.wrapped(label, self.label - 2, TALLEST) if self.label else []
        if not self.label and label:
            draft.write(line(" ", Piece(words.cut(label, draft.width - 1), tone)))
        top = len(draft.lines)
        for column, (block, goal) in enumerate(zip((left, right), goals, strict=True)):
            if goal is not None and block:
                x = self.label + column * self._half
                draft.spots.append(Spot(goal, x, top, min(self._half - 1, draft.width - x), len(block)))
        for name, one, other in zip_longest(names, left, right):
            beside = fitted((Piece(f" {name or ''}", tone),), self.label) if self.label else ()
            half = fitted(one.pieces if one else (), self._half)
            draft.lines.append(line(*fitted((*beside, *half, *(other.pieces if other else ())), draft.width)))


def chip(rating: Rating | None) -> tuple[Piece, ...]:
    """A letter on its colour, `CHIP` cells wide."""
    return cells.cell(rating, CHIP, cursor=False)
