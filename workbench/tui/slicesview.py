"""Slices as a leaf: a block for each, alike in everything, so that they can be compared at a glance."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis import points
from workbench.analysis.methods import DEFAULT
from workbench.analysis.narrowing import KIND, ORIGIN, PERIOD, SOURCE, counted
from workbench.analysis.ranking import NO_RANK
from workbench.analysis.slices import Slice, Slices
from workbench.analysis.standing import Standing
from workbench.model import Hypothesis
from workbench.report.slicewords import FEW, TAUTOLOGY, verdict
from workbench.tui import words
from workbench.tui.entries import LITTLE, names
from workbench.tui.finding import Filter
from workbench.tui.head import LEADER, SOMETIMES, bar
from workbench.tui.leaf import Draft, Goal, Leaf
from workbench.tui.pieces import Line, Piece, Tone, fitted, line, spread

NARROWEST = 38
"""Cells of a block, with the two that part it from the next."""

_SIGNS = (
    f"Points, 0 is best, and the share of the rows that bear on it. {LEADER} leads; {SOMETIMES} has as few points, "
    f"but the slice names no leader; {LITTLE} little tested; {NO_RANK} not tested."
)

_FIGURES = 6 + 6
"""Cells of points and coverage."""


def leaf(found: Slices, width: int) -> Leaf:
    """The blocks of all slices, after one of all rows, under the sentence on whether they agree."""
    draft = Draft(width)
    draft.prose(verdict(found), Tone.STRONG)
    draft.prose(_SIGNS, Tone.MUTED)
    draft.blank()
    block = width // max(1, width // NARROWEST)
    most = max((float(p) for s in _every(found) for p in s.methods[DEFAULT].scores.values()), default=0.0)
    whole = Goal(filter=Filter())
    blocks = [(_block("all rows", found.standing, found.standing.methods[DEFAULT].leading, most, block - 2), whole)]
    blocks += [(_block(s.value, s.standing, s.leaders, most, block - 2), _goal(found, s)) for s in found.slices]
    draft.beside(blocks, block)
    for text in (*_outside(found), TAUTOLOGY, FEW):
        draft.prose(text, Tone.MUTED)
    return draft.leaf


def _every(found: Slices) -> Iterator[Standing]:
    yield found.standing
    yield from (one.standing for one in found.slices)


def _goal(found: Slices, one: Slice) -> Goal:
    """The rows of a slice."""
    if found.by in {SOURCE, ORIGIN, KIND}:
        wanted = Filter(found.by, one.value)
    elif found.window or found.by == PERIOD:
        wanted = Filter("rows", one.value, frozenset(one.rows))
    else:
        wanted = Filter("tag", f"{found.by}={one.value}")
    return Goal(filter=wanted)


def _block(value: str, standing: Standing, leaders: tuple[str, ...], most: float, width: int) -> list[Line]:
    title = (Piece("  "), Piece(words.cut(value, width - 12), Tone.STRONG))
    told = f"leads: {names(standing, leaders)}" if leaders else "names no leader"
    texts = points.texts(dict(standing.methods[DEFAULT].scores))
    return [
        line(*spread(title, (Piece(counted(standing.rows), Tone.MUTED),), width)),
        line(*fitted((Piece("  "), Piece(words.cut(told, width - 2), Tone.LEAD if leaders else Tone.MUTED)), width)),
        *(_bar(standing, h, texts[h.id], h.id in leaders, most, width) for h in standing.case.hypotheses),
    ]


def _bar(standing: Standing, hypothesis: Hypothesis, text: str, leads: bool, most: float, width: int) -> Line:
    """A hypothesis: whether it leads, its name, its points as a bar and a number, its coverage."""
    h, result = hypothesis.id, standing.methods[DEFAULT]
    tested = h not in standing.not_tested
    mark = LEADER if leads else SOMETIMES if h in result.leading else " "
    name = max(3, min(16, width - _FIGURES - 9))
    room = max(0, width - 2 - name - 1 - _FIGURES)
    share = float(result.scores[h]) / (most or 1.0)
    little = LITTLE if h in standing.little_tested else " "
    tone = Tone.LEAD if leads else Tone.TEXT
    return line(
        Piece(f" {mark}", Tone.LEAD),
        Piece(f"{words.padded(hypothesis.short or h, name)} ", tone),
        Piece(f"{bar(share, room) if tested else '':<{room}}", Tone.BAR),
        Piece(f"{text if tested else NO_RANK:>5}{little}", tone),
        Piece(f"{standing.coverage[h]:>5.0%} ", Tone.MUTED),
    )


def _outside(found: Slices) -> Iterator[str]:
    if found.without:
        yield f"{counted(len(found.without))} in no slice."
    if found.several:
        yield f"{counted(len(found.several))} in several slices."
