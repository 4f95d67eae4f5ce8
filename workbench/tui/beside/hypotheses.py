"""Two hypotheses side by side: what they say, and the rows that tell them apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from itertools import zip_longest

from workbench.analysis import points
from workbench.analysis.apart import Apart
from workbench.model import Case, Hypothesis, Rating
from workbench.tui import words
from workbench.tui.beside.pair import Pair, chip
from workbench.tui.finding import Filter
from workbench.tui.leaf import Draft, Goal, Leaf
from workbench.tui.pieces import Piece, Tone, fitted, line

LISTED = 200
"""Rows that a page lists; more of them are shown on the matrix."""

NAMED = 16
"""Cells of a name over its letters, at most."""


def leaf(case: Case, apart: Apart, width: int) -> Leaf:
    """The page of two hypotheses; every row on it leads to its cell on the matrix."""
    draft = Draft(width)
    _statements(case, apart, pair := Pair(draft))
    _differing(case, apart, draft)
    _counted(case, apart, draft)
    _expectations(case, apart, pair)
    return draft.leaf


def _both(case: Case, apart: Apart) -> tuple[Hypothesis, Hypothesis]:
    known = case.question.hypotheses
    return known[apart.pair[0]], known[apart.pair[1]]


def _statements(case: Case, apart: Apart, pair: Pair) -> None:
    one, other = _both(case, apart)
    left, right = (Goal(hypothesis=h.id) for h in (one, other))
    pair.draft.blank()
    pair.texts("", [_name(h) for h in (one, other)], Tone.ACCENT, (left, right))
    pair.texts("", [h.statement for h in (one, other)], Tone.STRONG)
    pair.texts("role", [h.role for h in (one, other)])
    for overlap in case.question.overlap:
        if {one.id, other.id} <= set(overlap.between):
            pair.draft.blank()
            pair.draft.prose(f"They overlap. {overlap.because}".strip(), Tone.WARN)


def _expectations(case: Case, apart: Apart, pair: Pair) -> None:
    """What should be seen if they are true, and what should not."""
    one, other = _both(case, apart)
    if not any((one.expect, one.expect_not, other.expect, other.expect_not)):
        return
    pair.draft.heading("What each expects")
    for label, of, beside in (
        ("expect", one.expect, other.expect),
        ("expect not", one.expect_not, other.expect_not),
    ):
        for place, both in enumerate(zip_longest(of, beside, fillvalue="")):
            pair.texts(label if place == 0 else "", both)


def _differing(case: Case, apart: Apart, draft: Draft) -> None:
    number = len(apart.differing)
    counted = f"{number} of {number + len(apart.alike)} rows rated for both"
    note = f"{counted}; points each separates them by at the right" if apart.points else counted
    draft.heading("What tells them apart", note if number else "nothing so far")
    if not number:
        return
    names = [_name(h) for h in _both(case, apart)]
    cell = max(7, min(NAMED, max(map(words.width_of, map(words.plain, names))) + 2, draft.width // 6))
    told = points.texts(apart.points)
    most = max(map(len, told.values()), default=0)
    room = max(1, draft.width - 2 * cell - (most + 2 if most else 0) - 3)
    widths = room, cell, most
    over = [Piece(f" {words.padded(name, cell - 1)}", Tone.MUTED) for name in names]
    draft.write(line(*fitted((Piece(" " * (room + 2)), *over), draft.width)))
    for address in apart.differing[:LISTED]:
        _row(case, apart, draft, address, widths, told.get(address, ""))
    if number > LISTED:
        _rows(draft, f"{number - LISTED} more rows: enter shows all that differ.", "differ", apart.differing)


def _row(case: Case, apart: Apart, draft: Draft, address: str, widths: tuple[int, int, int], separates: str) -> None:
    """A row with both letters and what it separates them by, and the reasons below it.

    `widths` are the cells of the text, of a letter, and of the widest points.
    """
    room, cell, most = widths
    ratings, note = case.matrix.row(address).ratings, case.matrix.note(address)
    letters = [piece for h in apart.pair for piece in fitted(chip(ratings[h]), cell)]
    first, *rest = words.wrapped(case.items[address].text, room, 2) or [""]
    told = Piece(f"  {separates:>{most}}" if separates else "", Tone.STRONG)
    row = (Piece(f"  {words.padded(first, room)}"), *letters, told)
    lines = [line(*fitted(row, draft.width)), *(line("  ", part) for part in rest)]
    for hypothesis in _both(case, apart):
        if because := note.because.get(hypothesis.id, ""):
            parts = words.wrapped(f"{_name(hypothesis)}: {because}", min(draft.width - 6, 100), 4)
            lines += [line("    ", Piece(part, Tone.MUTED)) for part in parts]
    draft.write(*lines, goal=Goal(address, apart.pair[0]))


def _counted(case: Case, apart: Apart, draft: Draft) -> None:
    """How many rows are rated alike, and how many not at all; enter shows them on the matrix."""
    if not apart.alike and not apart.unrated:
        return
    draft.blank()
    rows = partial(_rows, draft)
    if apart.alike:
        letters = Counter(case.matrix.row(a).ratings[apart.pair[0]] for a in apart.alike)
        told = ", ".join(f"{letters[rating]} {rating.value}" for rating in Rating if letters[rating])
        rows(f"{_are(len(apart.alike))} rated alike: {told}.", "rated alike", apart.alike)
    if apart.unrated:
        rows(f"{_are(len(apart.unrated))} not rated for both.", "not rated for both", apart.unrated)


def _are(number: int) -> str:
    return "1 row is" if number == 1 else f"{number} rows are"


def _rows(draft: Draft, told: str, label: str, addresses: Sequence[str]) -> None:
    goal = Goal(filter=Filter("rows", label, frozenset(addresses)))
    draft.write(line("  ", Piece(words.cut(told, draft.width - 2))), goal=goal)


def _name(hypothesis: Hypothesis) -> str:
    return hypothesis.short or hypothesis.id
