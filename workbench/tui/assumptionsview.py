"""Our own assumptions and arguments as a leaf: how well founded each is, and what rests on them."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.analysis import points
from workbench.analysis.heuer.assumptions import STANDINGS, UNSUPPORTED, OwnRow, assumptions, own_points
from workbench.analysis.methods import DEFAULT
from workbench.analysis.points import ZERO
from workbench.analysis.standing import Standing
from workbench.model import Kind
from workbench.tui import words
from workbench.tui.entries import names
from workbench.tui.leaf import Draft, File, Goal, Leaf
from workbench.tui.pieces import Line, Piece, Tone, line
from workbench.tui.queue import LISTED

ASSUMPTION, ALL = "assumption", "assumptions"
"""What the spots are about."""

_ASKED = (
    "Is each solid, right with a caveat, or unsupported, and what follows if it is wrong? Those of which that is not "
    "said stand first."
)


def summary(standing: Standing) -> str:
    """How many points rest on our own thinking, in a sentence."""
    own, every = own_points(standing), standing.methods[DEFAULT].scores
    resting = {h: total for h, total in own.items() if total != ZERO}
    if not resting:
        return "No hypothesis has points that rest on our own thinking."
    shown = points.texts({**{f"{h} own": own[h] for h in resting}, **{f"{h} all": every[h] for h in resting}})
    told = (f"{names(standing, [h])} {shown[f'{h} own']} of {shown[f'{h} all']}" for h in resting)
    return f"Points that rest on our own thinking: {', '.join(told)}."


def write(draft: Draft, standing: Standing) -> None:
    """What rests on our own thinking, and what is not said of it yet."""
    found = assumptions(standing)
    draft.heading("Our own assumptions and arguments", "A goes through them" if found else "none is among the rows")
    if not found:
        return
    draft.prose(summary(standing))
    open_ = sum(not said(standing, row) for row in found)
    told = f"Not said yet of {open_} of {len(found)}: how well founded it is, or what follows if it is wrong."
    if not open_:
        told = "Of each it is said how well founded it is, and what follows if it is wrong."
    shown = [line("  ", Piece(part)) for part in words.wrapped(told, max(1, draft.width - 4), 3)]
    draft.write(*shown, goal=Goal(act="take up", about=ALL))


def said(standing: Standing, row: OwnRow) -> bool:
    """Whether of an assumption it is said how well founded it is, and what follows if it is wrong.

    Of an argument that need not be said, and of a parked row it is of no matter.
    """
    assumed = standing.case.items[row.address].kind is Kind.ASSUMPTION
    return row.parked or not assumed or (row.standing in STANDINGS and bool(row.if_wrong))


def leaf(standing: Standing, width: int) -> Leaf:
    """All of them: those with something unsaid first, then the least founded, then those that are parked."""
    draft = Draft(width)
    found = sorted(assumptions(standing), key=lambda row: (said(standing, row), row.parked))
    draft.prose(summary(standing), Tone.STRONG)
    draft.prose(_ASKED, Tone.MUTED)
    if not found:
        draft.prose("There is no assumption or argument among the rows: page 2 adds one.")
    for row in found[:LISTED]:
        draft.blank()
        item = standing.case.items[row.address]
        goal = Goal(row.address, act="founded", file=File(item.path, ("items", item.id)), about=ASSUMPTION)
        draft.write(*_own(standing, row, width), goal=goal)
    if len(found) > LISTED:
        draft.blank()
        draft.prose(f"and {len(found) - LISTED:,} more", Tone.MUTED)
    return draft.leaf


def _own(standing: Standing, row: OwnRow, width: int) -> Iterator[Line]:
    """Its text, how well founded it is and what it adds, and what if it is wrong."""
    room = max(1, min(width - 6, 104))
    item = standing.case.items[row.address]
    for number, part in enumerate(words.wrapped(item.text, room, 4)):
        yield line("  " if number == 0 else "    ", Piece(part, Tone.STRONG))
    tone = Tone.WARN if row.standing in {"", UNSUPPORTED} else Tone.ACCENT
    shown = points.texts(row.points)
    adds = ", ".join(f"{names(standing, [h])} {shown[h]}" for h in row.points)
    told = ", ".join(filter(None, ("parked" if row.parked else "", f"adds {adds}" if adds else "adds no points")))
    founded = Piece(words.cut(row.standing or "not said how well founded", room), tone)
    if founded.width + 2 + words.width_of(told) <= room:
        yield line("    ", founded, Piece(f"  {told}", Tone.MUTED))
    else:
        yield line("    ", founded)
        yield from (line(Piece(f"    {part}", Tone.MUTED)) for part in words.wrapped(told, room, 4))
    wrong = f"If wrong: {row.if_wrong}" if row.if_wrong else "If it is wrong: not said"
    tone = Tone.TEXT if row.if_wrong else Tone.WARN
    yield from (line(Piece(f"    {part}", tone)) for part in words.wrapped(wrong, room, 8))
