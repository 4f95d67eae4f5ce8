"""The contested cells on a leaf: every analyst's rating, the row, and what settling the cell does; one entry each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workbench.analysis.agreement import Agreement, CellRatings, Contested, Member, Orders, Settled
from workbench.model import Rating
from workbench.tui import words
from workbench.tui.cells import EMPTY, STALE
from workbench.tui.entries import names
from workbench.tui.leaf import Draft, Goal
from workbench.tui.pieces import Line, Piece, Tone, fitted, line

LISTED = 200
"""Contested cells that the page lists; the files of `ach compare` have every cell."""

FEW = 8
"""Analysts up to which each has a column; of more it is shown how many gave each rating."""

CELL = "cell"
"""What enter does on an entry: it opens the cell."""

_SCALE = (Rating.CC, Rating.C, Rating.N, Rating.I, Rating.II, Rating.NA)

PARKED = "p"
"""Stands where an analyst parked the row; on the matrix the whole row is quiet, here one letter has to say it."""

_SIGNS = {
    EMPTY: "not rated",
    PARKED: "parked by that analyst",
    STALE: "stale: rated against another wording, which says nothing here",
}

FIRST = 20
"""Contested cells that matter and stand before everything else; the rest follow further down."""

BY_MEDIAN = "Settling any one of these changes who leads by the median."
BY_ANALYST = "Settling one of these changes who leads with an analyst, and not by the median."
NO_LEADER = "Settling one of these changes nobody's leader by itself."
HELD_BACK = "The widest apart first. What settling them does is held back until every row is rated."
OPENS = "enter opens a cell: every rating and reason"


def first(found: Agreement) -> int:
    """How many contested cells stand before everything else: those that matter, up to a number."""
    if found.orders is None:
        return 0
    return sum(one.matters for one in found.contested[:FIRST])


def write_first(draft: Draft, found: Agreement) -> None:
    """Write the cells to talk about before all others."""
    if number := first(found):
        draft.heading("Contested cells that change who leads", OPENS)
        _write(draft, found, found.contested[:number])


def write_rest(draft: Draft, found: Agreement) -> None:
    """Write the contested cells that do not stand first, as many as a page takes."""
    start, number = first(found), len(found.contested)
    if rest := found.contested[start:LISTED]:
        matter = any(one.matters for one in rest)
        title = "Contested cells" if found.orders is None else "Contested cells that change no leader by themselves"
        draft.heading("More contested cells" if matter else title, OPENS)
        _write(draft, found, rest)
    if number > LISTED:
        draft.prose(f"{number - LISTED} more are contested; `ach compare --format csv` has every cell.", Tone.MUTED)


def _write(draft: Draft, found: Agreement, shown: Sequence[Contested]) -> None:
    """Write entries in their order, under a sentence wherever settling them begins to do something else."""
    columns, before = _Columns(found, shown, draft.width), ""
    for one in shown:
        if (kind := _kind(found, one)) != before:
            draft.prose(kind, Tone.MUTED)
            draft.write(*columns.head())
        draft.write(*columns.entry(one), goal=Goal(one.cell.address, one.cell.hypothesis, act=CELL))
        before = kind
    if signs := columns.signs(shown):
        draft.prose(signs, Tone.MUTED)


def _kind(found: Agreement, one: Contested) -> str:
    if found.orders is None:
        return HELD_BACK
    return BY_MEDIAN if one.team else BY_ANALYST if one.analysts else NO_LEADER


class _Columns:
    """How the entries stand: ratings at the left, then the hypothesis and the row, below it what settling does."""

    def __init__(self, found: Agreement, shown: Sequence[Contested], width: int) -> None:
        self.found, self.width = found, width
        longest = max((words.width_of(words.plain(member.id)) for member in found.analysts), default=0)
        self.wide = min(max(3, longest) + 1, 10)
        self.each = len(found.analysts) <= FEW and len(found.analysts) * self.wide <= width // 2
        self.wide = self.wide if self.each else 4
        self.ratings = self.wide * (len(found.analysts) if self.each else len(_SCALE))
        self.called = found.orders.team.setting.names if found.orders else {}
        called = (words.width_of(words.plain(self.name(one.cell))) for one in shown)
        self.named = min(max(called, default=0), 20, width // 4)

    def name(self, cell: CellRatings) -> str:
        """What the hypothesis of a cell is called."""
        known = self.found.case.question.hypotheses[cell.hypothesis]
        return self.called.get(cell.hypothesis) or known.short or known.id

    def head(self) -> Iterator[Line]:
        """Over the ratings: whose they are, or which."""
        heads = [member.id for member in self.found.analysts] if self.each else [rating.value for rating in _SCALE]
        if self.ratings + 2 <= self.width:
            shown = (words.padded(words.cut(head, self.wide - 1), self.wide) for head in heads)
            yield line("  ", *(Piece(head, Tone.MUTED) for head in shown))

    def signs(self, shown: Sequence[Contested]) -> str:
        """What the signs say that stand in place of ratings; empty where none does."""
        each = self.found.analysts if self.each else ()
        used = {_letter(member, one.cell)[0] for one in shown for member in each}
        return "; ".join(f"{sign} {meant}" for sign, meant in _SIGNS.items() if sign in used)

    def entry(self, one: Contested) -> Iterator[Line]:
        """One cell in two lines or three."""
        cell, text = one.cell, self.found.case.items[one.cell.address].text
        ratings = self._letters(cell) if self.each else self._counts(cell)
        name = Piece(words.padded(self.name(cell), self.named), Tone.STRONG)
        room = self.width - 2 - self.ratings - self.named - 2
        if room >= 24:
            yield line("  ", *ratings, name, "  ", Piece(words.cut(text, room)))
        else:
            yield line("  ", *fitted((*ratings, name), self.width - 2))
            yield line("    ", Piece(words.cut(text, self.width - 4)))
        if self.found.orders and one.matters:
            indent = 2 + self.ratings if room >= 24 else 4
            told = words.cut("; ".join(_effects(self.found.orders, one)), self.width - indent - 2)
            yield line(" " * indent, Piece("→ ", Tone.MUTED), Piece(told, Tone.LEAD))

    def _letters(self, cell: CellRatings) -> Iterator[Piece]:
        for member in self.found.analysts:
            letter, tone = _letter(member, cell)
            yield Piece(words.centred(letter, 4), tone)
            yield Piece(" " * (self.wide - 4))

    def _counts(self, cell: CellRatings) -> Iterator[Piece]:
        given = list(cell.ratings.values())
        for rating in _SCALE:
            number = given.count(rating)
            tone = Tone(rating.value) if number else Tone.UNRATED
            yield from (Piece(words.centred(str(number) if number else EMPTY, 3), tone), Piece(" "))


def _letter(member: Member, cell: CellRatings) -> tuple[str, Tone]:
    """What an analyst rated, else the sign of why not."""
    if rating := cell.ratings.get(member.id):
        return rating.value, Tone(rating.value)
    if member.case.parked(cell.address):
        return PARKED, Tone.PARKED
    return (STALE, Tone.WARN) if cell.address in member.stale else (EMPTY, Tone.UNRATED)


def _effects(orders: Orders, one: Contested) -> Iterator[str]:
    """Who leads when a cell is settled, in a few words: by the median, then with analysts."""
    for change in one.team:
        yield f"settled as {change.rating}: {names(orders.team, change.leading)}"
    several = list(_of_analysts(orders, one.analysts))
    yield from several[:2] if len(several) <= 2 else (several[0], f"{len(several) - 1} more")


def _of_analysts(orders: Orders, changes: Mapping[str, Sequence[Settled]]) -> Iterator[str]:
    for analyst, some in changes.items():
        for change in some:
            yield f"{analyst} as {change.rating}: {names(orders.each[analyst], change.leading)}"
