"""Tables on a leaf: a line for each analyst, a column for each hypothesis, in as many bands as the width asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from workbench.analysis import points, ranking
from workbench.analysis.agreement import Orders
from workbench.analysis.methods import DEFAULT
from workbench.analysis.standing import Standing
from workbench.model import OTHER
from workbench.report.comparetables import MEDIAN
from workbench.tui import words
from workbench.tui.head import LEADER, LITTLE
from workbench.tui.leaf import Draft
from workbench.tui.pieces import Line, Piece, Tone, line

MEAN = "mean"
"""Stands where an analyst's id stands: the likelihoods of all, pooled."""

WIDEST = 26
"""Cells that a column takes at most."""

SIGNS = (
    f"Weighted points, 0 is best, then the rank; {LEADER} leads, {LITTLE} little tested, {ranking.NO_RANK} not tested."
)


class Figures(NamedTuple):
    """A line of a table: whose figures they are, and one for each column."""

    who: str
    cells: Sequence[Piece]
    all_together: bool = False
    """Whether they are of all analysts together, which is nobody's."""


def write(draft: Draft, heads: Sequence[str], lines: Sequence[Figures]) -> None:
    """Write a table; columns for which there is no room follow below, each band with the analysts again."""
    longest = max((words.width_of(words.plain(one.who)) for one in lines), default=0)
    name = max(3, min(longest, 20, draft.width // 4))
    least = max((piece.width for one in lines for piece in one.cells), default=0) + 2
    across = max(1, min(len(heads), (draft.width - name - 3) // least))
    wide = max(least, min(WIDEST, (draft.width - name - 3) // across))
    for start in range(0, len(heads), across):
        if start:
            draft.blank()
        draft.write(*_band(heads[start : start + across], lines, start, name, wide))


def _band(heads: Sequence[str], lines: Sequence[Figures], start: int, name: int, wide: int) -> Iterator[Line]:
    parts = [words.wrapped(head, wide - 2, 3, hyphen="-") for head in heads]
    tall = max(map(len, parts), default=0)
    for level in range(tall):
        shown = (part[level - tall + len(part)] if level >= tall - len(part) else "" for part in parts)
        yield line(" " * (name + 2), *(piece for text in shown for piece in _right(Piece(text, Tone.MUTED), wide)))
    for one in lines:
        tone = Tone.STRONG if one.all_together else Tone.TEXT
        figures = (piece for cell in one.cells[start : start + len(heads)] for piece in _right(cell, wide))
        yield line("  ", Piece(words.padded(one.who, name), tone), *figures)


def _right(piece: Piece, width: int) -> tuple[Piece, Piece]:
    """A piece at the right end of so many cells."""
    return Piece(" " * max(0, width - piece.width)), piece


def orders(draft: Draft, found: Orders) -> None:
    """Points and ranks with each analyst, and by the median."""
    each = [Figures(analyst, _order(own)) for analyst, own in found.each.items()]
    write(draft, _heads(found), [*each, Figures(MEDIAN, _order(found.team), all_together=True)])


def _order(standing: Standing) -> list[Piece]:
    result = standing.methods[DEFAULT]
    texts = points.texts(dict(result.scores))
    return [_place(standing, h, texts[h], ranking.label(result.ranks, h)) for h in result.ranks]


def _place(standing: Standing, hypothesis: str, text: str, rank: str) -> Piece:
    if hypothesis in standing.not_tested:
        return Piece(f"{ranking.NO_RANK:>3} ", Tone.MUTED)
    leads = hypothesis in standing.methods[DEFAULT].leading
    little = LITTLE if hypothesis in standing.little_tested else " "
    return Piece(f"{LEADER if leads else ' '} {text:>4}  {rank:>2}{little}", Tone.LEAD if leads else Tone.TEXT)


def likelihoods(draft: Draft, found: Orders) -> None:
    """Every set of likelihoods that is pooled, in per cent, and the mean of them."""
    pooled = found.pooled
    lines = [Figures(who, _shares(shares)) for who, shares in pooled.each.items()]
    if pooled.shares:
        lines.append(Figures(MEAN, _shares(pooled.shares), all_together=True))
    write(draft, [*_heads(found), OTHER], lines)


def _shares(shares: Mapping[str, Fraction]) -> list[Piece]:
    return [Piece(f"{float(100 * share):.1f}") for share in shares.values()]


def _heads(found: Orders) -> list[str]:
    return list(found.team.setting.names.values())
