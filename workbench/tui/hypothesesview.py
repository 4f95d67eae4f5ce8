"""Step 1 as a leaf: what is asked, every hypothesis with what it expects and excludes, overlap, gaps, what is left.

What its spots ask for is done by `doing/hypotheses.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from workbench.analysis.heuer import Task, TaskKind
from workbench.analysis.heuer import hypotheses as step
from workbench.analysis.heuer.hypotheses import Pair, pairs
from workbench.model import Gap, Hypothesis, Question, Status
from workbench.tui import queue, words
from workbench.tui.leaf import Draft, Goal, Leaf
from workbench.tui.look import Look
from workbench.tui.pieces import Line, Piece, Tone, line
from workbench.tui.queue import Group
from workbench.tui.reader import Made
from workbench.tui.stepbar import HYPOTHESES

PAIRS = 30
"""Pairs that are listed at most; seven hypotheses have 21."""

NOTHING_YET = (
    "a adds the first hypothesis: an answer to the question, in a sentence that could turn out to be false. Three to "
    "seven of them serve best, no two of which can be true at once."
)

NO_SCOPE = "t says who is meant, which period, and what the words mean"

WIDE = 100
"""Cells from which on two lines are told of each part of the scope."""

KEYS = "enter rewords  M merges  x rejects  J K move  i id  c column"
"""Keys of a hypothesis for which the line of keys has no room."""

ACTS: dict[TaskKind, str] = {
    step.TOO_FEW: "add",
    step.FEW: "add",
    step.MANY: "fewer",
    step.ROLE_OPEN: "role",
    step.NOT_REFUTABLE: "expectations",
    step.NOT_EXPECTED: "expectations",
    step.OVERLAP_OPEN: "overlaps",
}
"""What enter asks for on a task."""


def made(look: Look) -> Made:
    """Find the pairs, and what the set lacks."""
    return partial(leaf, look, pairs(look.case.question), queue.grouped(look.tasks(HYPOTHESES)))


def leaf(look: Look, found: tuple[Pair, ...], groups: tuple[Group, ...], width: int) -> Leaf:
    """The question, the hypotheses, the pairs that overlap, the gaps, what is left."""
    draft = Draft(width)
    question, active = look.case.question, look.case.hypotheses
    draft.write(*_asked(question, draft.width), goal=Goal(act="question", file=look.in_question()))
    queue.guidance(draft, HYPOTHESES)
    draft.heading(f"Hypotheses: {len(active)}", KEYS if question.hypotheses else "")
    if not question.hypotheses:
        lines = words.wrapped(NOTHING_YET, max(10, min(width - 4, 104)), 8)
        draft.write(*(line("  ", Piece(part, Tone.ACCENT)) for part in lines), goal=_goal(look, "add"))
    _list(draft, look, active)
    aside = [h for h in question.hypotheses.values() if h.status is not Status.ACTIVE]
    if aside:
        draft.heading(f"Set aside: {len(aside)}", "out of the matrix, and kept with the reason; p takes back")
    _list(draft, look, aside)
    _overlap(draft, look, found)
    _gaps(draft, look)
    queue.write(draft, look, groups, "Nothing is left to do here.", _leads)
    return draft.leaf


def _goal(look: Look, act: str, *place: str, hypothesis: str = "", id_: str = "") -> Goal:
    return Goal(hypothesis=hypothesis, act=act, id=id_, file=look.in_question(*(place or ("hypotheses",))))


def _leads(look: Look, task: Task) -> Goal:
    """What enter asks for on a task, and where that is written."""
    place = ("hypotheses", task.hypothesis) if task.hypothesis else ("hypotheses",)
    if task.kind not in ACTS:
        return queue.goal(look, task)
    return _goal(look, ACTS[task.kind], *place, hypothesis=task.hypothesis, id_=task.part)


def _asked(question: Question, width: int) -> Iterator[Line]:
    """The question, and the beginning of what is said about it: the hypotheses are to be seen below."""
    for part in words.wrapped(question.text, max(10, min(width - 2, 110)), 6):
        yield line(" ", Piece(part, Tone.STRONG))
    scope = question.scope
    when = (("period ", scope.period), ("cut-off ", question.cutoff), ("", question.marking))
    told = (
        ("who: ", scope.who), ("means: ", scope.means), ("background: ", question.background),
        ("", " · ".join(f"{label}{text}" for label, text in when if text)),
    )  # fmt: skip
    for label, text in told:
        room = max(10, min(width - 5, 104))
        for part in words.wrapped(f"{label}{text}", room, 1 if width < WIDE else 2) if text else ():
            yield line("    ", Piece(part, Tone.MUTED))
    if not (scope.who or scope.period or scope.means):
        yield from (line("    ", Piece(part, Tone.MUTED)) for part in words.wrapped(NO_SCOPE, max(10, width - 5), 4))


def _list(draft: Draft, look: Look, hypotheses: tuple[Hypothesis, ...] | list[Hypothesis]) -> None:
    for hypothesis in hypotheses:
        goal = Goal(hypothesis=hypothesis.id, act="reword", file=look.of_hypothesis(hypothesis))
        draft.write(*_hypothesis(look, hypothesis, draft.width), goal=goal)


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
    draft.heading(
        "Overlap", f"{len(noted)} of {len(found)} pairs overlap, the others count as exclusive; v asks of each"
    )
    for pair in noted[:PAIRS]:
        told = f"{look.name(pair.one)} and {look.name(pair.other)}: {pair.overlap.because if pair.overlap else ''}"
        lines = words.wrapped(told, max(10, min(draft.width - 4, 104)), 6)
        goal = _goal(look, "pair", "overlap", hypothesis=pair.one, id_=pair.other)
        draft.write(*(line("  " if n == 0 else "    ", part) for n, part in enumerate(lines)), goal=goal)
    if len(noted) > PAIRS:
        draft.prose(f"and {len(noted) - PAIRS:,} more in the file", Tone.MUTED)


def _gaps(draft: Draft, look: Look) -> None:
    gaps = look.case.question.gaps
    if gaps:
        draft.heading(f"Gaps: {len(gaps)}", "what we do not know and would most like to; delete removes")
    for gap in gaps.values():
        draft.write(*_gap(gap, draft.width), goal=_goal(look, "gap", "gaps", gap.id, id_=gap.id))


def _gap(gap: Gap, width: int) -> Iterator[Line]:
    """What is not known, and why it matters."""
    for n, part in enumerate(words.wrapped(gap.statement or gap.id, max(10, min(width - 4, 104)), 6)):
        yield line("  " if n == 0 else "    ", part)
    for part in words.wrapped(gap.matters, max(10, min(width - 5, 104)), 6):
        yield line("    ", Piece(part, Tone.MUTED))
