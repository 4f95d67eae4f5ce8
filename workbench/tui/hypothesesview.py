"""Step 1 as a leaf: what is asked, every hypothesis with what it expects and excludes, and what overlaps."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from workbench.analysis.heuer.hypotheses import Pair, pairs
from workbench.model import Hypothesis, Status
from workbench.tui import queue, words
from workbench.tui.leaf import Draft, Goal, Leaf
from workbench.tui.look import Look
from workbench.tui.pieces import Line, Piece, Tone, line
from workbench.tui.queue import Group
from workbench.tui.reader import Made
from workbench.tui.stepbar import HYPOTHESES

PAIRS = 30
"""Pairs that are listed at most; seven hypotheses have 21."""


def made(look: Look) -> Made:
    """Find the pairs, and what the set lacks."""
    return partial(leaf, look, pairs(look.case.question), queue.grouped(look.tasks(HYPOTHESES)))


def leaf(look: Look, found: tuple[Pair, ...], groups: tuple[Group, ...], width: int) -> Leaf:
    """The question, the hypotheses, the pairs that overlap, what is left."""
    draft = Draft(width)
    draft.prose(look.case.question.text, Tone.STRONG)
    queue.guidance(draft, HYPOTHESES)
    active = look.case.hypotheses
    draft.heading(f"Hypotheses: {len(active)}", "enter goes to the column, e opens the file")
    for hypothesis in active:
        goal = Goal(hypothesis=hypothesis.id, file=look.of_hypothesis(hypothesis))
        draft.write(*_hypothesis(look, hypothesis, draft.width), goal=goal)
    aside = [h for h in look.case.question.hypotheses.values() if h.status is not Status.ACTIVE]
    if aside:
        draft.heading("Set aside", str(len(aside)))
    for hypothesis in aside:
        goal = Goal(act="file", file=look.of_hypothesis(hypothesis))
        draft.write(*_hypothesis(look, hypothesis, draft.width), goal=goal)
    _overlap(draft, look, found)
    queue.write(draft, look, groups, "Nothing is left to do here.")
    return draft.leaf


def _hypothesis(look: Look, hypothesis: Hypothesis, width: int) -> Iterator[Line]:
    """Its name and part in the set, its statement, what it expects and does not."""
    into = f" into {look.name(hypothesis.into)}" if hypothesis.into else ""
    status = f"{hypothesis.status.value}{into}" if hypothesis.status is not Status.ACTIVE else ""
    told = ", ".join(filter(None, (hypothesis.id, hypothesis.role, status)))
    name = words.cut(look.name(hypothesis.id), max(4, width * 2 // 3))
    beside = words.cut(told, max(0, width - 6 - words.width_of(name)))
    yield line("  ", Piece(name, Tone.STRONG), Piece(f"  {beside}" if beside else "", Tone.MUTED))
    texts = [("", hypothesis.statement), ("because ", hypothesis.because)]
    texts += [("expect: ", text) for text in hypothesis.expect]
    texts += [("expect not: ", text) for text in hypothesis.expect_not]
    for lead, text in texts:
        for part in words.wrapped(f"{lead}{text}", max(10, min(width - 5, 104)), 6) if text else ():
            yield line("    ", Piece(part, Tone.TEXT if not lead else Tone.MUTED))


def _overlap(draft: Draft, look: Look, found: tuple[Pair, ...]) -> None:
    noted = [pair for pair in found if pair.overlap]
    if not found:
        return
    draft.heading("Overlap", f"{len(noted)} of {len(found)} pairs are not exclusive; the others are taken to be")
    for pair in noted[:PAIRS]:
        told = f"{look.name(pair.one)} and {look.name(pair.other)}: {pair.overlap.because if pair.overlap else ''}"
        lines = words.wrapped(told, max(10, min(draft.width - 4, 104)), 6)
        goal = Goal(act="file", file=look.in_question("overlap"))
        draft.write(*(line("  " if n == 0 else "    ", part) for n, part in enumerate(lines)), goal=goal)
    if len(noted) > PAIRS:
        draft.prose(f"and {len(noted) - PAIRS:,} more in the file", Tone.MUTED)
