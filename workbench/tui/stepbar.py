"""The eight steps on one line: where one is, and what is left in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from workbench.tui.desk import Desk
from workbench.tui.pieces import Line, Piece, Tone, line, spread

HYPOTHESES, EVIDENCE, MATRIX, REFINE, CONCLUDE, SENSITIVITY, REPORT, INDICATORS = range(1, 9)
"""The numbers of the steps, which are their keys."""

NAMES = ("Hypotheses", "Evidence", "Matrix", "Refine", "Conclude", "Sensitivity", "Report", "Indicators")

_SHORTER = (
    NAMES,
    ("Hypoth.", "Evidence", "Matrix", "Refine", "Concl.", "Sensit.", "Report", "Indic."),
    ("Hyp", "Evid", "Matrix", "Ref", "Con", "Sens", "Rep", "Ind"),
    ("",) * 8,
)
"""The names as long as there is room for; the present step keeps one when the others have none."""

HERE = "▸"
"""Stands before the present step."""

_TOLD_BLIND = frozenset({HYPOTHESES, EVIDENCE, INDICATORS})
"""Steps of which what is left has nothing to do with the ratings."""

Count = tuple[str, Tone]
"""What is left in a step as text, and its tone."""


def bar(desk: Desk, present: int, width: int) -> Line:
    """The steps, the present one marked, shortened to fit the width; a click goes there."""
    return _bar(tuple(_counts(desk)), present, width)


def left(desk: Desk) -> int:
    """How much is left in all steps together, as last counted."""
    return sum(step.left for step in desk.left)


def _counts(desk: Desk) -> Iterator[Count]:
    """What is left in each; a number with `?` where only questions are, which may be answered with no."""
    counted = {step.number: step for step in desk.left}
    now_hidden = desk.left_of is not None and desk.blind and not desk.left_of[1]
    for number in range(HYPOTHESES, INDICATORS + 1):
        step = counted.get(number)
        if number == MATRIX:
            yield _share(desk), Tone.WARN if desk.unrated else Tone.TEXT
        elif step is None or (now_hidden and number not in _TOLD_BLIND):
            yield "", Tone.MUTED
        elif step.left:
            yield f"{step.left}", Tone.WARN
        else:
            yield f"{step.asked}?" if step.asked else "", Tone.MUTED


def _share(desk: Desk) -> str:
    """How much of the matrix is rated: 100% only where all of it is."""
    return f"{100 * (desk.cells - desk.unrated) // desk.cells}%" if desk.cells else ""


@lru_cache(maxsize=64)
def _bar(counts: tuple[Count, ...], present: int, width: int) -> Line:
    pieces: tuple[Piece, ...] = ()
    for names in _SHORTER:
        for between in ("  ", " "):
            pieces = tuple(_pieces(names, counts, present, between))
            if sum(piece.width for piece in pieces) <= width:
                return line(*spread(pieces, (), width))
    return line(*spread(pieces, (), width))


def _pieces(names: Sequence[str], counts: Sequence[Count], present: int, between: str) -> Iterator[Piece]:
    for number, (long, (count, tone)) in enumerate(zip(names, counts, strict=True), 1):
        act, here = f"step({number})", number == present
        name = long or (_SHORTER[-2][number - 1] if here else "")
        yield Piece(HERE if here else " ", Tone.ACCENT)
        yield Piece(f"{number}", Tone.KEY, act)
        yield Piece(f" {name}" if name else "", Tone.HEADING if here else Tone.TEXT, act)
        yield Piece(f"{' ' if name else ':'}{count}" if count else "", tone, act)
        yield Piece(between[1:] if number < len(NAMES) else "")
