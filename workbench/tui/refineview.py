"""Step 4 as a leaf: the queue of rows and hypotheses to look at again, and what was set aside."""

from __future__ import annotations

from functools import partial

from workbench.tui import queue, words
from workbench.tui.leaf import Draft, Goal, Leaf
from workbench.tui.look import Look
from workbench.tui.pieces import Line, Piece, Tone, line
from workbench.tui.queue import LISTED, Group
from workbench.tui.reader import Made
from workbench.tui.stepbar import REFINE

_NOTHING = "Nothing waits: no row is unrated or stale, and nothing is asked of rows or hypotheses."
_BLIND = "What rows do to the comparison is asked when every cell is rated."


def made(look: Look) -> Made:
    """Find the queue."""
    return partial(leaf, look, queue.grouped(look.tasks(REFINE)))


def leaf(look: Look, groups: tuple[Group, ...], width: int) -> Leaf:
    """The queue by what is asked, then the parked rows and hypotheses with their reasons."""
    draft = Draft(width)
    queue.guidance(draft, REFINE)
    if look.standing is None:
        draft.prose(_BLIND)
    queue.write(draft, look, groups, _NOTHING)
    _parked(draft, look)
    return draft.leaf


def _parked(draft: Draft, look: Look) -> None:
    case = look.case
    parked = [item for address, item in case.items.items() if case.parked(address)]
    if parked:
        draft.heading("Parked rows", f"{len(parked)}; p on the matrix takes one back in")
    for item in parked[:LISTED]:
        text = line("  ", Piece(words.cut(item.text, draft.width - 4), Tone.PARKED))
        goal = Goal(item.address, file=look.of_item(item))
        draft.write(text, *_because(case.matrix.note(item.address).parked, draft.width), goal=goal)
    aside = [h for h in case.question.hypotheses.values() if h not in case.hypotheses]
    if aside:
        draft.heading("Hypotheses set aside", str(len(aside)))
    for hypothesis in aside:
        text = line("  ", words.cut(f"{look.name(hypothesis.id)}, {hypothesis.status.value}", draft.width - 4))
        goal = Goal(act="file", file=look.of_hypothesis(hypothesis))
        draft.write(text, *_because(hypothesis.because, draft.width), goal=goal)


def _because(text: str, width: int) -> list[Line]:
    return [line(Piece(f"    {part}", Tone.MUTED)) for part in words.wrapped(text, min(width - 6, 104), 8)]
