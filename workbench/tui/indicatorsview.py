"""Step 8 as a leaf: what to watch for, how likely it is under each hypothesis, and what is overdue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from workbench.analysis.heuer.indicators import LIKELY, OPEN, Watched, watched
from workbench.tui import queue, words
from workbench.tui.leaf import Draft, Goal, Leaf
from workbench.tui.look import Look
from workbench.tui.pieces import Line, Piece, Tone, joined, line
from workbench.tui.queue import LISTED, Group
from workbench.tui.reader import Made
from workbench.tui.stepbar import INDICATORS

_STEPS = ", ".join(f"{letters} {meaning}" for letters, meaning in LIKELY.items())


def made(look: Look) -> Made:
    """Find what there is to watch and to do."""
    return partial(leaf, look, watched(look.case, look.today), queue.grouped(look.tasks(INDICATORS)))


def leaf(look: Look, found: Sequence[Watched], groups: tuple[Group, ...], width: int) -> Leaf:
    """The indicators, the overdue ones first; then what they lack."""
    draft = Draft(width)
    queue.guidance(draft, INDICATORS)
    draft.prose(f"How likely under each hypothesis: {_STEPS}.", Tone.MUTED)
    shown = sorted(found, key=lambda one: (not one.overdue, one.indicator.status != OPEN))
    if shown:
        draft.heading("Indicators", f"{len(shown)}; a adds one")
    for one in shown[:LISTED]:
        goal = Goal(act="file", file=look.in_question("indicators", one.indicator.id))
        draft.write(*_indicator(look, one, draft.width), goal=goal)
    if len(shown) > LISTED:
        draft.prose(f"and {len(shown) - LISTED:,} more in the file", Tone.MUTED)
    queue.write(draft, look, groups, "Nothing is left to do here." if found else "")
    return draft.leaf


def _indicator(look: Look, one: Watched, width: int) -> Iterator[Line]:
    """The statement, its date and status, its likelihoods, and what is wrong with it."""
    room = max(10, min(width - 4, 110))
    indicator = one.indicator
    for number, part in enumerate(words.wrapped(indicator.statement or indicator.id, room, 6)):
        yield line("  " if number == 0 else "    ", Piece(part, Tone.STRONG))
    dated = f"by {indicator.by}" if indicator.by else "no date"
    marks = [(Piece("    " + words.cut(f"{dated}, {indicator.status}", room)),)]
    if one.overdue:
        marks.append((Piece("overdue: was it seen? If not: absence?", Tone.WARN),))
    if not one.separates:
        marks.append((Piece("separates nothing", Tone.WARN),))
    yield from _wrapped(marks, width)
    likely = [
        (Piece(words.cut(look.name(h), 24), Tone.MUTED), Piece(f" {letters}")) for h, letters in one.likely.items()
    ]
    likely += [(Piece(words.cut(look.name(h), 24), Tone.MUTED), Piece(" ?", Tone.WARN)) for h in one.missing]
    yield from _wrapped(likely, width, "    ")


def _wrapped(groups: Sequence[tuple[Piece, ...]], width: int, indent: str = "") -> Iterator[Line]:
    """Groups of pieces, as many on a line as fit."""
    held: list[tuple[Piece, ...]] = []
    for group in groups:
        taken = sum(piece.width + 1 for kept in held for piece in kept) + 2 * len(held)
        if held and len(indent) + taken + sum(piece.width for piece in group) > width - 2:
            yield line(indent, *joined(held))
            held, indent = [], "    "
        held.append(group)
    if held:
        yield line(indent, *joined(held))
