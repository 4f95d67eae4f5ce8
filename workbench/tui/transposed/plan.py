"""How the transposed matrix is divided: cells for names, items and figures, lines for headings and hypotheses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from workbench.tui import words
from workbench.tui.desk import Desk
from workbench.tui.shape import SCROLL, Columns

NAMED = 24
"""Cells of a hypothesis's name at most."""

NARROW, WORDS, EASY, WIDE = 6, 9, 11, 18
"""Cells of a column: the narrowest that holds a letter, those that hold most words and wrap well, and the widest."""

WRAPPED = 10
"""Lines of an item's text over its column, at most."""

TOLD = 6
"""Lines of it that come before a second line for each hypothesis."""


class Plan(NamedTuple):
    """The division of a screen. `columns` are those of the items; the names stand where its evidence would.

    `text` lines of each item stand over its column, and `deep` lines are kept for each hypothesis, of which `seen` are
    seen from the `top` on. `figures` are the cells at the right.
    """

    columns: Columns
    figures: int
    block: bool
    text: int
    rule: bool
    deep: int
    top: int
    seen: int

    @property
    def head(self) -> int:
        """Lines over the letters."""
        return self.block + 1 + self.text + self.rule

    def hypothesis_at(self, y: int) -> int | None:
        """The hypothesis on a line; nothing over the letters and below them."""
        place = (y - self.head) // self.deep if y >= self.head else self.seen
        return self.top + place if place < self.seen else None


def plan(desk: Desk, width: int, height: int, figures: int, before: Plan | None = None) -> Plan:
    """The division of `width` cells and `height` lines, scrolled to the cursor from where it was `before`.

    Args:
        desk: what is shown.
        width: cells of the screen.
        height: lines of the screen.
        figures: cells that the figures at the right would take.
        before: the division as it was.
    """
    columns = _columns(desk, max(0, width - SCROLL), figures)
    number = desk.rows.number(desk.at)
    first = before.columns.first if before is not None else 0
    columns = columns._replace(first=max(0, min(first, columns.total - columns.seen)))
    if columns.seen:
        columns = columns._replace(first=columns.reveal(number))
    return _lines(desk, columns, figures, height, before.top if before is not None else 0)


def _columns(desk: Desk, room: int, figures: int) -> Columns:
    names = [h.short or h.id for h in desk.hypotheses]
    widest = max((words.width_of(words.cut(name, NAMED)) for name in names), default=0) + 3
    side = max(0, min(widest, max(8, room // 4), room - NARROW))
    count, left = len(desk.rows.addresses), room - side - figures
    least = EASY if room >= 60 else WORDS if room >= 28 else NARROW
    if not count or left < NARROW:
        return Columns(side, 0, 0, 0, count)
    if count * least <= left:
        return Columns(side, min(WIDE, left // count), 0, count, count)
    seen = max(1, left // least)
    return Columns(side, left // seen, 0, seen, count)


def _lines(desk: Desk, columns: Columns, figures: int, height: int, top: int) -> Plan:
    count = len(desk.hypotheses)
    rule = height >= 10
    block = height >= 10 and any(entry.heading for entry in desk.rows.entries)
    deep = 2 if block + 1 + rule + TOLD + 2 * count <= height else 1
    text = max(0, min(WRAPPED, height - block - 1 - rule - deep * count))
    if text == 0 and height >= 6:
        text = 1
    seen = max(1, min(count, (height - block - 1 - rule - text) // deep))
    top = max(min(top, desk.column, count - seen), desk.column - seen + 1, 0)
    return Plan(columns, figures, block, text, rule, deep, top, min(seen, count))


def runs(names: Sequence[str]) -> list[tuple[str, int]]:
    """Equal neighbours as one, with how many they are."""
    out: list[tuple[str, int]] = []
    for name in names:
        if out and out[-1][0] == name:
            out[-1] = name, out[-1][1] + 1
        else:
            out.append((name, 1))
    return out
