"""Step 4 as a leaf: the queue of rows and hypotheses to look at again, what was set aside, and gaps."""

from __future__ import annotations

from functools import partial

from workbench.model import Gap
from workbench.tui import queue, words
from workbench.tui.doing.refine import ASIDE, GAP
from workbench.tui.leaf import Draft, Goal, Leaf
from workbench.tui.look import Look
from workbench.tui.pieces import Line, Piece, Tone, line
from workbench.tui.queue import LISTED, Group
from workbench.tui.reader import Made
from workbench.tui.stepbar import REFINE

_NOTHING = "Nothing waits: no row is unrated or stale, and nothing is asked of rows or hypotheses."
_SKIPPED = "All that waits was skipped."
_BLIND = "What rows do to the comparison is asked when every cell is rated."


def made(look: Look) -> Made:
    """Find the queue, without what was skipped."""
    every = look.tasks(REFINE)
    tasks = [task for task in every if not look.skipped or queue.goal(look, task) not in look.skipped]
    return partial(leaf, look, queue.grouped(tasks), len(every) - len(tasks))


def leaf(look: Look, groups: tuple[Group, ...], skipped: int, width: int) -> Leaf:
    """The queue by what is asked, then the parked rows and hypotheses with their reasons, then the gaps."""
    draft = Draft(width)
    queue.guidance(draft, REFINE)
    if look.standing is None:
        draft.prose(_BLIND)
    if skipped:
        tasks = "1 task is" if skipped == 1 else f"{skipped} tasks are"
        draft.prose(f"{tasks} skipped until this page is opened anew.", Tone.ACCENT)
    queue.write(draft, look, groups, _SKIPPED if skipped else _NOTHING)
    _parked(draft, look)
    _gaps(draft, look)
    return draft.leaf


def _parked(draft: Draft, look: Look) -> None:
    case = look.case
    parked = [item for address, item in case.items.items() if case.parked(address)]
    if parked:
        draft.heading("Parked rows", f"{len(parked)}; p takes one back in")
    for item in parked[:LISTED]:
        text = line("  ", Piece(words.cut(item.text, draft.width - 4), Tone.PARKED))
        goal = Goal(item.address, file=look.of_item(item))
        draft.write(text, *_told(case.matrix.note(item.address).parked, draft.width), goal=goal)
    _more(draft, len(parked))
    aside = [h for h in case.question.hypotheses.values() if h not in case.hypotheses]
    if aside:
        draft.heading("Hypotheses set aside", f"{len(aside)}; p makes one a column again")
    for hypothesis in aside:
        text = line("  ", words.cut(f"{look.name(hypothesis.id)}, {hypothesis.status.value}", draft.width - 4))
        goal = Goal(hypothesis=hypothesis.id, act="file", file=look.of_hypothesis(hypothesis), about=ASIDE)
        draft.write(text, *_told(hypothesis.because, draft.width), goal=goal)


def _gaps(draft: Draft, look: Look) -> None:
    """What is taken down as not known: that is done."""
    gaps: tuple[Gap, ...] = tuple(look.case.question.gaps.values())
    if gaps:
        draft.heading("Gaps", f"{len(gaps)} taken down; enter rewords one, delete drops it")
    for gap in gaps[:LISTED]:
        said = words.wrapped(gap.statement or gap.id, max(10, min(draft.width - 4, 104)), 3)
        text = [line("  " if n == 0 else "    ", part) for n, part in enumerate(said)]
        goal = Goal(about=GAP, file=look.in_question("gaps", gap.id))
        draft.write(*text, *_told(gap.matters, draft.width), goal=goal)
    _more(draft, len(gaps))


def _more(draft: Draft, number: int) -> None:
    if number > LISTED:
        draft.prose(f"and {number - LISTED:,} more in the file", Tone.MUTED)


def _told(text: str, width: int) -> list[Line]:
    return [line(Piece(f"    {part}", Tone.MUTED)) for part in words.wrapped(text, max(1, min(width - 6, 104)), 8)]
